"""People met in a text without a name, speaking or not, so that "the trader" or "she" can be tied to "a trader from Harrow"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from hedgescan.english.parse import Parse
from hedgescan.rules.sources import evidence, proper
from hedgescan.rules.sources.words import Words

_SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")
_NEW = frozenset("a an one another some several two three four five six seven eight nine ten dozens no many most few any every each".split())
_NOBODY = frozenset("no many most few any every each all".split())
_NEAR = 40


class Somebody(NamedTuple):
    """A noun for unnamed people: `at` is its offset; `new` says that an article or number brings them in for the first time."""

    at: int
    parse: Parse
    token: int
    lemma: str
    plural: bool
    subject: bool
    new: bool
    gender: str


class Folk:
    """The unnamed people of a document in order of mention."""

    def __init__(self, parses: Iterable[Parse], words: Words) -> None:
        nouns = ((parse, token) for parse in parses for token, tag in enumerate(parse.tags) if tag in ("NN", "NNS"))
        self.all = [found for parse, token in nouns if (found := _somebody(parse, token, words))]
        self.by: dict[str, list[Somebody]] = {}
        for found in self.all:
            self.by.setdefault(found.lemma, []).append(found)

    def last(self, lemma: str, at: int, plural: bool) -> Somebody | None:
        """The last people so called before an offset, brought in as new."""
        rows = self.by.get(lemma, [])
        number = bisect_left(rows, at, key=lambda row: row.at)
        return next((row for row in reversed(rows[max(0, number - _NEAR) : number]) if row.plural == plural and row.new), None)

    def before(self, at: int, plural: bool, gender: str = "") -> Somebody | None:
        """The people last met before an offset as the subject of a clause, or brought in as new."""
        number = bisect_left(self.all, at, key=lambda row: row.at)
        for row in reversed(self.all[max(0, number - _NEAR) : number]):
            if row.plural == plural and (row.subject or row.new) and (not gender or row.gender in ("", gender)):
                return row
        return None


def _somebody(parse: Parse, token: int, words: Words) -> Somebody | None:
    if parse.deps[token] in ("compound", "flat", "nmod:desc"):
        return None
    lemma, kind = words.noun(parse, token)
    if kind == "mass" or not words.person(lemma) or _bears_name(parse, token):
        return None
    dets = {parse.lower[kid] for kid in parse.children(token, "det", "nummod", "nmod:poss", "amod")}
    if dets & _NOBODY:
        return None
    plural = parse.tags[token] == "NNS" or lemma == "people"
    definite = bool(dets & {"the", "this", "that", "these", "those"}) or parse.child(token, "nmod:poss") is not None
    described = any(parse.deps[kid] in ("compound", "nmod") for kid in parse.kids[token])
    new = bool(dets & _NEW) or parse.child(token, "nummod") is not None or (not definite and plural) or (definite and described and kind in ("role", "occupation"))
    return Somebody(
        parse.starts[token], parse, token, lemma, plural, parse.deps[token] in _SUBJECTS, new, evidence.gender(set(), {lemma, parse.lemmas[token]})
    )  # fmt: skip


def _bears_name(parse: Parse, token: int) -> bool:
    """Is the noun said of a name: in apposition to one, before one, or its predicate?"""
    near = parse.children(token, "appos", "flat", "nmod:desc", "nsubj")
    if parse.deps[token] in ("appos", "conj"):
        near.append(parse.heads[token])
    if parse.child(token, "cop") is None:
        near = [at for at in near if parse.deps[at] != "nsubj"]
    return any(proper.proper(parse, at) for at in near) or (
        token + 1 < len(parse) and proper.proper(parse, token + 1) and parse.heads[token] == token + 1
    )
