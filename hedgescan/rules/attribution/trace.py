"""Why each reporting word of a paragraph is a cue or is none: the real weighing of `find`, with construction, subject and strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import candidates, find
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.spans import Range

FIRED, WEAK, PART, COVERED, LENT = "fired", "weak", "part", "covered", "lent"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word that could report: part of speech (V N J R), lemma, frame and kind of subject, its strength and the threshold, 0 to 1.

    `counted` is (cues, seen) of this word in annotated news.  `fate` is FIRED; WEAK, below the threshold; PART of another
    cue ("made the claim"); COVERED by a fixed frame ("according to", "quoted as saying"); or LENT, a verb that only lends its subject
    to the noun that is the cue.  `finding` is the cue that it is, or is part of.
    """

    token: int
    words: Range
    pos: str
    lemma: str
    known: bool
    stance: str
    frame: str
    kind: str
    strength: float
    threshold: float
    counted: tuple[int, int]
    fate: str
    finding: Finding | None = None


def trace(parse: Parse, entries: Entries, least: float) -> list[Weighed]:
    """Every candidate of the paragraph and every fixed frame, from left to right."""
    found = find.find(parse, entries, least)
    out = [fixed(finding) for finding in found if finding.frame in ("according", "quoted", "colon")]
    for item in candidates.find(parse, entries.nouns, entries.adjectives, entries.phrasal):
        if any(item.token == other.token for other in out):
            continue
        entry = entries.entry(item.pos, item.lemma)
        strength = find.weight(parse, item, entries)
        own, fate = settled(item.token, strength >= least, found)
        words = own.cue if own and fate == FIRED else (item.token, item.token)
        counted = entries.counts.table.get((item.pos, item.lemma), (0, 0))
        out.append(
            Weighed(
                item.token, words, item.pos, item.lemma, bool(entry.name), entry.stance, item.frame, item.kind, strength, least,
                counted, fate, own,
            )
        )  # fmt: skip
    return sorted(out, key=lambda item: item.words)


def settled(token: int, strong: bool, found: Sequence[Finding]) -> tuple[Finding | None, str]:
    """What became of a candidate, from what was found."""
    for finding in found:
        if finding.token == token:
            return finding, FIRED
    if not strong:
        return None, WEAK
    for finding in found:
        if finding.cue[0] <= token <= finding.cue[1]:
            return finding, PART
        if finding.frame == "according" and finding.source and finding.source[0] <= token <= finding.source[1]:
            return finding, COVERED
    return None, LENT


def fixed(finding: Finding) -> Weighed:
    """A frame that is found by its words alone; its threshold is 0."""
    entry = finding.entry
    return Weighed(
        finding.token, finding.cue, entry.pos, entry.name, True, entry.stance, finding.frame, nouns.kind(finding.parse, finding.head),
        finding.strength, 0.0, (0, 0), FIRED, finding,
    )  # fmt: skip
