"""Entries in each other's way: which of two claims the same words first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from hedgescan.lexicon import HedgeEntry, Lexicon
from hedgescan.rules.trace import claimants

MOST = 64  # wordings of one phrase that are looked at


@dataclass(frozen=True, slots=True)
class Shadow:
    """An entry of the user's that another keeps from words of its own, or that keeps another: the words, and what comes of it."""

    file: str
    entry: str
    words: str
    reason: str


def shadows(own: Iterable[HedgeEntry], lexicon: Lexicon) -> Iterator[Shadow]:
    """One warning for each pair of entries that claim the very same words; a longer phrase taking a shorter one's is how it should be."""
    for entry in own:
        seen = {(entry.category, entry.name)}
        for words in (wording for phrase in entry.patterns for wording in wordings(phrase)):
            order = claimants(words, lexicon.rules)
            for other in order:
                if (other.category, other.name) not in seen:
                    seen.add((other.category, other.name))
                    yield Shadow(entry.file, entry.name, " ".join(words), verdict(entry, other, order))


def verdict(entry: HedgeEntry, other: HedgeEntry, order: list[HedgeEntry]) -> str:
    """Which of the two has the words."""
    name = f'[hedges.{other.category}."{other.name}"]'
    if order.index(entry) < order.index(other):
        return f"takes the words from {name}" + ("" if guarded(entry) else ", which never fires by them")
    if guarded(other):
        return f"fires only where {name} is refused by its guards"
    return f"never fires: {name} takes the words first; switch that off, or give this one more guards"


def guarded(entry: HedgeEntry) -> bool:
    """Can the entry be refused?"""
    return bool(entry.when or entry.unless or entry.pos)


def wordings(phrase: str) -> Iterator[list[str]]:
    """The ways to word a phrase, gaps left empty and any word filled in."""
    choices = []
    for item in phrase.lower().split():
        words = [""] if item == "*" else ["…"] if item == "_" else item.rstrip("?").split("|") if len(item) > 1 else [item]
        choices.append([*words, ""] if item.endswith("?") and len(item) > 1 else words)
    for wording in islice(product(*choices), MOST):
        found = [word for word in wording if word]
        if found:
            yield found
