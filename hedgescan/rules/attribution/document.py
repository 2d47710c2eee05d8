"""A document's attributions: quotations that run on, content to the end of the sentence, and what stands inside what."""

from __future__ import annotations

from collections.abc import Sequence

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import find
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.find import Finding

_LONG = 6  # tokens: a shorter quotation is a quoted word, not speech
_FAR = 25  # tokens that a clause's content may be carried on to the end of its sentence
_SPOKEN = ("quote", "before", "clause", "that", "parataxis", "follow", "according", "colon")
_CLAUSES = ("that", "clause", "that+q", "clause+q", "quoted")


def attributions(parses: Sequence[Parse], entries: Entries, least: float) -> list[list[Finding]]:
    """The findings of each paragraph.  A paragraph that is all quotation goes on with the speaker before it."""
    out: list[list[Finding]] = []
    speaker: Finding | None = None
    for parse in parses:
        found = find.find(parse, entries, least)
        _cover(parse, found)
        _run_on(parse, found)
        if not found and speaker is not None and _all_quoted(parse):
            speaker.extra.extend((parse, pair) for pair in parse.quotes)
        else:
            spoken = [finding for finding in found if _is_spoken(finding) and finding.source]
            speaker = spoken[-1] if spoken else None
        out.append(found)
    return out


def _is_spoken(finding: Finding) -> bool:
    return finding.frame.split(":")[-1] in _SPOKEN or finding.entry.speech


def _all_quoted(parse: Parse) -> bool:
    return bool(parse.quotes) and parse.quotes[0][0] <= 1 and sum(parse.quoted) > 0.7 * len(parse)


def _cover(parse: Parse, found: list[Finding]) -> None:
    """Speech in quotation marks that no content covers belongs to the nearest speech cue of its paragraph."""
    spoken = [finding for finding in found if _is_spoken(finding) and not parse.quoted[finding.token]]
    if not spoken:
        return
    for first, last in parse.quotes:
        if last - first < _LONG:
            continue
        if not any(a <= first + 1 and last - 1 <= b for finding in found for a, b in finding.content):
            nearest = min(spoken, key=lambda finding: abs(finding.token - (first if finding.token < first else last)))
            nearest.content.append((first, last))


def _run_on(parse: Parse, found: list[Finding]) -> None:
    """A clause runs on to the end of its sentence where no other cue follows."""
    for finding in found:
        if finding.frame not in _CLAUSES or not finding.content:
            continue
        first, end = finding.content[-1]
        stop = parse.sents[parse.sent[finding.token]][1]
        while stop > end and parse.words[stop] in (".", "?", "!", "”", '"'):
            stop -= 1
        if end < stop <= end + _FAR and not any(end < other.cue[0] <= stop for other in found):
            finding.content[-1] = (first, stop)


def parents(found: Sequence[Finding]) -> list[int | None]:
    """For each finding of a paragraph the number of the innermost other one whose content holds its cue, or None."""
    out: list[int | None] = []
    for number, finding in enumerate(found):
        around = [
            (sum(b - a for a, b in other.content), place)
            for place, other in enumerate(found)
            if place != number and _holds(other, finding) and not (_holds(finding, other) and _size(finding) >= _size(other))
        ]
        out.append(min(around)[1] if around else None)
    return _acyclic(out)


def _holds(outer: Finding, inner: Finding) -> bool:
    return any(a <= inner.token <= b for a, b in outer.content)


def _size(finding: Finding) -> tuple[int, int]:
    return sum(b - a for a, b in finding.content), -finding.token


def _acyclic(above: list[int | None]) -> list[int | None]:
    """Cut any ring, so that every way up ends."""
    for number in range(len(above)):
        seen, at = {number}, above[number]
        while at is not None:
            if at in seen:
                above[number] = None
                break
            seen.add(at)
            at = above[at]
    return above
