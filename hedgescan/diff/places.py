"""Findings with their places: a stretch of words here, and what stands in its place on the other side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hedgescan.diff.records import KINDS, REVERSE, Finding, Place
from hedgescan.readers.offsets import Lines

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.diff.words import Side

GAP = 6  # words between two pairs that may still stand in the place of a cue


def place(side: Side, start: int, end: int, sentence: int) -> Place:
    """A stretch of a sentence as a place."""
    found = side.document.sentences[sentence]
    at = max(0, start - found.start)
    line, column = Lines(found.text).at(at)
    line, column = found.line + line - 1, column + (found.column - 1 if line == 1 else 0)
    return Place(side.document.path, line, column, start, end, sentence + 1, " ".join(found.text.split()))


def words(side: Side, chosen: Sequence[int]) -> str:
    """The source text from the first to the last of the words, on one line."""
    return stretch(side, side.words[chosen[0]].start, side.words[chosen[-1]].end) if chosen else ""


def stretch(side: Side, start: int, end: int) -> str:
    """The source text between two offsets, on one line, as far as sentences hold it."""
    parts = [s.text[max(0, start - s.start) : max(0, end - s.start)] for s in side.document.sentences if s.start < end and start < s.end]
    return " ".join(" ".join(parts).split())


def opposite(alignment: Alignment, span: range) -> tuple[int, list[int]]:
    """What stands on the other side in the place of some words of this one: (word at or after the place, the words; none if nothing).

    The place lies between the partners of the nearest words that have any.  Returns (-1, []) where there is no such place.
    """
    this, other, partner = alignment.this, alignment.other, alignment.words
    first, last = this.bounds[this.words[span.start].sentence]
    left = next((partner[word] for word in range(span.start - 1, first - 1, -1) if word in partner), None)
    right = next((partner[word] for word in range(span.stop, last) if word in partner), None)
    if left is not None and right is not None and 0 <= right - left - 1 <= GAP:
        between = list(range(left + 1, right))
        free = not any(word in alignment.back for word in between) and other.words[left].sentence == other.words[right].sentence
        return (right, between) if free else (right, [])
    if right is not None:
        return right, _free(other, alignment.back, right - 1, -1)[::-1]
    if left is not None:
        after = _free(other, alignment.back, left + 1, 1)
        return (after[0] if after else left), after
    return -1, []


def _free(other: Side, taken: dict[int, int], start: int, step: int) -> list[int]:
    """Words from `start` on that have no partner, in their sentence, at most GAP."""
    out: list[int] = []
    while 0 <= start < len(other.words) and start not in taken and len(out) < GAP:
        if other.words[start].sentence != other.words[start - step].sentence:
            break
        out.append(start)
        start += step
    return out


def there(alignment: Alignment, span: range) -> tuple[Place | None, str]:
    """The place on the other side that answers to a span of this one, and the words there."""
    at, chosen = opposite(alignment, span)
    other = alignment.other
    if at < 0:
        return None, ""
    start = other.words[chosen[0] if chosen else at].start
    end = other.words[chosen[-1]].end if chosen else start
    return place(other, start, end, other.words[at].sentence), words(other, chosen)


def finding(name: str, alignment: Alignment, here: Place, away: Place | None, texts: tuple[str, str], sure: float, back: bool) -> Finding:
    """A finding seen from one side, told from old to new; `back` says that this side is the new one."""
    sides = (alignment.this, alignment.other)
    scores = [side.document.sentences[end.sentence - 1].scores if end else None for side, end in zip(sides, (here, away), strict=True)]
    ends: tuple[Place | None, Place | None] = (here, away)
    if back:
        name, ends, texts, scores = REVERSE.get(name, name), (away, here), (texts[1], texts[0]), scores[::-1]
    return Finding(name, *ends, *texts, KINDS[name].severity, round(sure, 2), (scores[0], scores[1]))
