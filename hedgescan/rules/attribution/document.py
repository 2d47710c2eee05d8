"""A document's attributions: quotations that run on, content to the end of the sentence, and what stands inside what."""

from __future__ import annotations

from collections.abc import Sequence

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import find, turns
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.speech import Speaker, carry


def attributions(parses: Sequence[Parse], entries: Entries, least: float) -> list[list[Finding]]:
    """The findings of each paragraph.  Quotations that nobody says go on with the speaker before them, and so do turns of a transcript."""
    out = [find.find(parse, entries, least) for parse in parses]
    turns.settle(parses, out)
    for found in out:
        _cite(found)
    goes_on = turns.continued(parses, out)
    speaker, before = Speaker(), 0
    for number, (parse, found) in enumerate(zip(parses, out, strict=True)):
        if parse.number > before + 1:  # a paragraph between them that could not be read
            speaker = Speaker()
        before = parse.number
        if number in goes_on:
            goes_on[number].extra.append((parse, (0, len(parse) - 1)))
        else:
            speaker = carry(parse, found, speaker)
    return out


def _cite(found: Sequence[Finding]) -> None:
    """ "The paper reported, citing guards, that P": the one cited without a content of its own has that of the report it hangs on."""
    for finding in found:
        if finding.how == "cited" and not finding.content:
            report = finding.parse.heads[finding.token]
            finding.content = next((list(other.content) for other in found if other.token == report and other is not finding), [])


def parents(found: Sequence[Finding]) -> list[int | None]:
    """For each finding of a paragraph the number of the innermost other one whose content holds its cue, or None."""
    out: list[int | None] = []
    holders = _holders(found)
    for number, finding in enumerate(found):
        around = [
            (_size(found[place])[0], place)
            for place in holders[number]
            if not (_holds(finding, found[place]) and _size(finding) >= _size(found[place]))
        ]
        out.append(min(around)[1] if around else None)
    return _acyclic(out)


def _holders(found: Sequence[Finding]) -> list[set[int]]:
    """For each finding the numbers of the others whose content holds its cue: one sweep over the tokens."""
    begins = sorted((a, b, place) for place, finding in enumerate(found) for a, b in finding.content)
    out: list[set[int]] = [set() for _ in found]
    still: list[tuple[int, int]] = []  # (last token, number) of the contents that have begun
    at = 0
    for number in sorted(range(len(found)), key=lambda number: found[number].token):
        token = found[number].token
        while at < len(begins) and begins[at][0] <= token:
            still.append(begins[at][1:])
            at += 1
        still = [row for row in still if row[0] >= token]
        out[number] = {place for _, place in still if place != number}
    return out


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
