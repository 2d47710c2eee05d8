"""Hedge entries made ready to run: patterns in one tree, guards looked up by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.english.syntax import GUARDS, Guard
from hedgescan.lexicon.entries import HedgeEntry
from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.lexicon.pattern import GAP, Tree, compiled, spoken, walk

TAGS = {
    "verb": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    "noun": ("NN", "NNS", "NNP", "NNPS"),
    "adjective": ("JJ", "JJR", "JJS", "VBN", "VBG"),
    "adverb": ("RB", "RBR", "RBS", "RP", "IN", "JJ"),
    "modal": ("MD",),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry with its guards as functions; `tags` is empty when any part of speech will do."""

    entry: HedgeEntry
    tags: tuple[str, ...]
    when: tuple[Guard, ...]
    unless: tuple[Guard, ...]

    def holds(self, parse: Parse, first: int, last: int, anchor: int) -> bool:
        """Do the guards hold: does the cue at tokens first..last mean what the entry says?"""
        return all(ask(parse, first, last, anchor) for ask in self.when) and not any(ask(parse, first, last, anchor) for ask in self.unless)


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a lexicon and the tree that finds them; `tree` ends hold indices into `rules`."""

    rules: tuple[Rule, ...]
    tree: Tree


def rules(entries: Sequence[HedgeEntry]) -> Rules:
    """Compile entries; raises LexiconError for a guard, tag family or pattern that is none."""
    made = tuple(rule(entry) for entry in entries)
    tree = compiled([])
    try:
        tree = compiled([entry.patterns for entry in entries])
    except LexiconError as error:
        blame(entries, error)
    return Rules(made, tree)


def blame(entries: Sequence[HedgeEntry], error: LexiconError) -> None:
    """Raise a pattern's error again with the entry it stands in."""
    for entry in entries:
        for phrase in entry.patterns:
            try:
                compiled([[phrase]])
            except LexiconError:
                raise LexiconError(error.message, entry.file, entry.name, "name" if phrase == entry.name else "forms") from error


def rule(entry: HedgeEntry) -> Rule:
    """One entry made ready."""
    if entry.pos and entry.pos not in TAGS:
        raise LexiconError(f"{entry.pos!r} is no tag family{nearest(entry.pos, TAGS)}", entry.file, entry.name, "pos")
    when = tuple(guard(name, entry, "when") for name in entry.when)
    unless = tuple(guard(name, entry, "unless") for name in entry.unless)
    return Rule(entry, TAGS.get(entry.pos, ()), when, unless)


def guard(name: str, entry: HedgeEntry, field: str) -> Guard:
    """The guard of that name; with a space in it, the guard that asks whether that phrase covers the cue."""
    if " " in name:
        return covers(name, entry, field)
    if name not in GUARDS:
        raise LexiconError(f"{name!r} is no guard{nearest(name, GUARDS)}", entry.file, entry.name, field)
    return GUARDS[name]


def question(name: str) -> str:
    """What the guard of that name asks, as a sentence with a question mark."""
    if " " in name:
        return f"Is it part of “{spoken(name)}”?"
    return (GUARDS[name].__doc__ or name).strip().splitlines()[0]


def covers(phrase: str, entry: HedgeEntry, field: str) -> Guard:
    """The guard that asks whether `phrase` stands in the same sentence over the whole of the cue."""
    try:
        tree = compiled([[phrase]])
    except LexiconError as error:
        raise LexiconError(error.message, entry.file, entry.name, field) from error
    reach = sum(GAP + 1 if item == "*" else 1 + 2 * item.count("-") for item in phrase.split())

    def covered(parse: Parse, first: int, last: int, anchor: int) -> bool:
        begin, end = parse.sents[parse.sent[first]]
        return any(
            any(stop > last for _, stop in walk(tree, start, end + 1, parse.lower, parse.lemmas))
            for start in range(max(begin, last - reach), first + 1)
        )

    return covered
