"""A document as plain lists, and back: what goes between processes and into the cache.

A record becomes the list of its fields.  Words that stand in the source are left out: their offsets say them.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from hedgescan.figures import Scores, Sentiment, Summary
from hedgescan.model import Attribution, Document, Hedge, Hop, Sentence, Source, Span

if TYPE_CHECKING:
    Make = Callable[[Any, str], Any]

THERE = 0  # in place of a record's `text` or `prose`: source[start:end]
SLICES = ("text", "prose")


def packed(document: Document) -> list[Any]:
    """The document, but for its path and its source, as lists, strings, numbers and dictionaries."""
    source = document.source
    parts = (document.sentences, document.sources, document.scores, document.summary, document.verbatim, document.notices)
    return [_plain(part, source) for part in parts]


def unpacked(rows: list[Any], path: str, source: str, key: str = "") -> Document:
    """The document again, under a path, over its source and with its key; whatever is not of the shape of `packed` raises some error."""
    sentences, sources, scores, summary, verbatim, notices = rows
    return Document(
        path, _many(Sentence)(sentences, source), _many(Source)(sources, source), scores and Scores(*scores), Summary(*summary), source,
        verbatim=tuple((start, end) for start, end in verbatim), notices=tuple(notices), key=key,
    )  # fmt: skip


def _plain(value: Any, source: str) -> Any:
    kind = type(value)
    if kind in _FIELDS:
        return _row(value, kind, source)
    if kind is Span:
        return list(value[:2]) if value.text == source[value.start : value.end] else list(value)
    if kind is tuple:
        return [_plain(item, source) for item in value] if value else []
    return list(_FIGURES(value)) if kind is Summary else value


def _row(value: Any, kind: type, source: str) -> list[Any]:
    """A record's fields in order; those that are strings, numbers or dictionaries stay what they are."""
    row = list(_FIELDS[kind](value))
    for place, _ in _PLACES[kind]:
        if row[place] is not None:
            row[place] = _plain(row[place], source)
    for place, start, end in _WORDS[kind]:
        if row[place] == source[row[start] : row[end]]:
            row[place] = THERE
    return row


def _span(row: list[Any] | None, source: str) -> Span | None:
    if row is None:
        return None
    start, end = row[:2]
    return Span(start, end, source[start:end] if len(row) == 2 else row[2])


def _tuple(row: list[Any] | None, _: str) -> tuple[Any, ...] | None:
    return None if row is None else tuple(row)


def _spans(rows: list[Any], source: str) -> tuple[Span | None, ...]:
    return tuple([_span(row, source) for row in rows])


def _chains(rows: list[Any], source: str) -> tuple[tuple[Hop, ...], ...]:
    return tuple([_many(Hop)(row, source) for row in rows])


def _one(kind: type) -> Make:
    return lambda row, source: None if row is None else _record(kind, row, source)


def _many(kind: type) -> Make:
    return lambda rows, source: tuple([_record(kind, row, source) for row in rows])


def _record(kind: Any, row: list[Any], source: str) -> Any:
    for place, make in _PLACES[kind]:
        row[place] = make(row[place], source)
    for place, start, end in _WORDS[kind]:
        if row[place] == THERE:
            row[place] = source[row[start] : row[end]]
    return kind(*row)


# The fields of each record that are more than strings, numbers and dictionaries.
MADE: dict[type, dict[str, Make]] = {
    Sentence: {
        "hedges": _many(Hedge), "boosters": _many(Hedge), "attributions": _many(Attribution), "chains": _chains,
        "sentiment": _one(Sentiment), "scores": _one(Scores), "flags": _tuple,
    },
    Hedge: {"band": _tuple},
    Attribution: {"cue": _span, "source": _span, "content": _spans, "referent": _span, "tone": _one(Sentiment)},
    Hop: {"modifiers": _tuple},
    Source: {"mentions": _spans, "modifiers": _tuple},
    Sentiment: {},
    Scores: {},
}  # fmt: skip
_FIELDS = {kind: attrgetter(*kind.__slots__) for kind in MADE}  # type: ignore[attr-defined]
_FIGURES = attrgetter(*Summary.__slots__)
_PLACES = {kind: [(kind.__slots__.index(name), make) for name, make in made.items()] for kind, made in MADE.items()}  # type: ignore[attr-defined]
_WORDS = {
    kind: [(names.index(name), names.index("start"), names.index("end")) for name in SLICES if name in names]
    for kind, names in ((kind, kind.__slots__) for kind in MADE)  # type: ignore[attr-defined]
}
