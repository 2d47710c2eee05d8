"""Yardsticks: what a published standard means by a word of probability, beside what readers take it for (language.md 1.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from hedgescan.lexicon.check import check, tables
from hedgescan.lexicon.error import LexiconError
from hedgescan.lexicon.folder import folder
from hedgescan.lexicon.pattern import Node, compiled, walk
from hedgescan.model import PUBLIC, YARDSTICKS, Hedge, Sentence


@dataclass(frozen=True, slots=True)
class Band:
    """`low` to `high` in per cent; `phrases` are the standard's own words, `near` others that readers take for the same."""

    low: int
    high: int
    phrases: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A standard: its title, where it is published, its bands, and the tree that finds a band by its words."""

    name: str
    title: str
    source: str
    bands: tuple[Band, ...]
    tree: Node

    def band(self, words: str) -> Band | None:
        """The band of a phrase; None where the standard does not use it.  The whole phrase counts: "not likely" is not "likely"."""
        pieces = words.lower().split()
        hits = [number for number, end in walk(self.tree, 0, len(pieces), pieces, pieces) if end == len(pieces)]
        return self.bands[hits[0]] if hits else None


@lru_cache(maxsize=1)
def yardsticks() -> Mapping[str, Yardstick]:
    """The standards by name, in the order of YARDSTICKS; raises LexiconError for a file that is not sound."""
    path = folder() / "yardsticks.toml"
    file, raw = str(path), tables(path)
    for name in (*raw, *YARDSTICKS[1:]):
        if name not in raw or name not in YARDSTICKS[1:]:
            raise LexiconError(f"the yardsticks are {', '.join(YARDSTICKS[1:])}", file, field=name)
    return {name: _yardstick(name, raw[name], file) for name in YARDSTICKS[1:]}


def _yardstick(name: str, table: Mapping[str, object], file: str) -> Yardstick:
    rows = table.get("bands")
    if not isinstance(rows, list):
        raise LexiconError(f"should be tables, each headed [[{name}.bands]]", file, name, "bands")
    bands = tuple(check(Band, file, name, row, {}) for row in rows)
    for band in bands:
        if not 0 <= band.low <= band.high <= 100:
            raise LexiconError(f"low and high should lie between 0 and 100, in that order, not {band.low} and {band.high}", file, name)
    return Yardstick(
        name, str(table.get("title", name)), str(table.get("source", "")), bands,
        compiled([[*band.phrases, *band.near] for band in bands]),
    )  # fmt: skip


def note(words: str, readers: tuple[int, int, int], name: str) -> str | None:
    """Where readers part from a standard: half of them take the phrase for less, or more, than its band.  `readers` is (p10, p, p90)."""
    if name == PUBLIC:
        return None
    ruler = yardsticks()[name]
    band = ruler.band(words)
    low, middle, high = readers
    if band is None or band.low <= middle <= band.high:
        return None
    return f"{ruler.title} means {band.low}–{band.high} by it; readers take it for {middle} ({low}–{high})"


def measured(sentence: Sentence, name: str) -> Sentence:
    """The sentence with each probability phrase's band on the yardstick, and a note where readers part from it."""
    if all(hedge.p is None for hedge in chain(sentence.hedges, sentence.boosters)):
        return sentence
    return replace(sentence, hedges=_all(sentence.hedges, name), boosters=_all(sentence.boosters, name))


def _all(cues: Sequence[Hedge], name: str) -> tuple[Hedge, ...]:
    return tuple(_measured(cue, name) for cue in cues)


def _measured(cue: Hedge, name: str) -> Hedge:
    if cue.p is None or cue.p10 is None or cue.p90 is None:
        return cue
    if name == PUBLIC:
        return replace(cue, band=(cue.p10, cue.p90))
    band = yardsticks()[name].band(cue.text)
    if band is None:
        return cue
    return replace(cue, band=(band.low, band.high), note=note(cue.text, (cue.p10, cue.p, cue.p90), name))
