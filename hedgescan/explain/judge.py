"""Why a word fired in a sentence, or why it did not: the engine's own choice, told candidate by candidate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hedgescan.engine import LEAST, Engine, examine
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.explain import cues
from hedgescan.model import Document, Hedge, Span
from hedgescan.readers.text import from_string
from hedgescan.rules.attribution import trace as reporting
from hedgescan.rules.attribution.trace import Weighed
from hedgescan.rules.hedges import Match
from hedgescan.rules.trace import Answer, Trace, trace


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue by its entry's name and category, and the words it stands in."""

    entry: str
    category: str
    words: Span


@dataclass(frozen=True, slots=True)
class Tried:
    """A hedge or booster that the words could be: its fate (fired, refused, taken), the patterns that match, every answer.

    `by` is the cue that took the words, `merged` the one it came out in (modal concord); `locus` and `holder` are of a cue that fired.
    """

    cue: Cue
    strength: float
    fate: str
    patterns: tuple[str, ...]
    answers: tuple[Answer, ...]
    by: Cue | None = None
    merged: Cue | None = None
    locus: str | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A word that could report: construction, kind of subject, strength and threshold (0..1), and its fate (see `Weighed`)."""

    words: Span
    lemma: str
    pos: str
    known: bool
    stance: str
    frame: str
    subject: str
    strength: float
    threshold: float
    cues: int
    seen: int
    fate: str
    cue: Span | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that the word could be in the text, in order of place; `found` are the places where the word itself stands."""

    word: str
    text: str
    found: tuple[Span, ...]
    hedges: tuple[Tried, ...]
    reporting: tuple[Reported, ...]


def judge(word: str, text: str, ready: Engine, least: float = LEAST) -> Judgement:
    """Ask the engine about a word (a cue, or words of the text; empty for every word) in a text."""
    places = tuple(occurrences(word, text))
    own = {entry.name for entry in cues.hedges(word.lower(), ready.lexicon)}
    verbs = {entry.name for entry in cues.reporters(word.lower(), ready.lexicon)}
    document = examine(from_string(text), ready, least)
    hedges: list[Tried] = []
    reports: list[Reported] = []
    for parse in ready.marked(read.parse(from_string(text))):
        for item in trace(parse, ready.lexicon.rules):
            if touches(span(parse, text, item.match.first, item.match.last), places) if places else not word or item.match.entry.name in own:
                hedges.append(tried(parse, text, item, document))
        for weighed in reporting.trace(parse, ready.entries, least):
            if touches(span(parse, text, *weighed.words), places) if places else weighed.known and (not word or weighed.lemma in verbs):
                reports.append(reported(parse, text, weighed))
    return Judgement(word, text, places, tuple(hedges), tuple(reports))


def occurrences(word: str, text: str) -> Iterator[Span]:
    """Where the words stand in the text, capitals, white space and the kind of apostrophe apart."""
    pieces = [re.escape(piece) for piece in word.replace("’", "'").split()]
    if pieces:
        pattern = r"(?<!\w)" + r"\s+".join(pieces) + r"(?!\w)"
        for hit in re.finditer(pattern, text.replace("’", "'"), re.IGNORECASE):
            yield Span(hit.start(), hit.end(), text[hit.start() : hit.end()])


def touches(here: Span, places: Iterable[Span]) -> bool:
    """Does the stretch share a character with one of the places?"""
    return any(here.start < place.end and place.start < here.end for place in places)


def span(parse: Parse, text: str, first: int, last: int) -> Span:
    """Tokens, both ends included, as a span of the text."""
    return Span(parse.starts[first], parse.ends[last], text[parse.starts[first] : parse.ends[last]])


def tried(parse: Parse, text: str, item: Trace, document: Document) -> Tried:
    """A candidate hedge with what the scan made of it."""

    def cue(match: Match | None) -> Cue | None:
        return Cue(match.entry.name, match.entry.category, span(parse, text, match.first, match.last)) if match else None

    own = Cue(item.match.entry.name, item.match.entry.category, span(parse, text, item.match.first, item.match.last))
    final = cue(item.merged) or own
    scanned = result(final, document) if item.fate == "fired" else None
    names = {source.id: source.name for source in document.sources}
    holder = names.get(scanned.holder or "", scanned.holder) if scanned else None
    return Tried(
        own, item.match.entry.strength, item.fate, item.patterns, item.answers, cue(item.by), cue(item.merged),
        scanned.locus if scanned else None, holder,
    )  # fmt: skip


def result(cue: Cue, document: Document) -> Hedge | None:
    """The hedge or booster in the scanned document that this cue is."""
    for sentence in document.sentences:
        for hedge in (*sentence.hedges, *sentence.boosters):
            if (hedge.start, hedge.end, hedge.cue) == (cue.words.start, cue.words.end, cue.entry):
                return hedge
    return None


def reported(parse: Parse, text: str, item: Weighed) -> Reported:
    """A candidate reporting word in the words of the text."""
    found = item.finding
    return Reported(
        span(parse, text, *item.words), item.lemma, item.pos, item.known, item.stance, item.frame, item.kind, round(item.strength, 2),
        round(item.threshold, 2), *item.counted, item.fate, span(parse, text, *found.cue) if found else None,
        span(parse, text, *found.source) if found and found.source else None,
    )  # fmt: skip
