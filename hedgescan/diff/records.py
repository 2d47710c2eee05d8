"""What an edit did: the kinds of finding, and the records that hold them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from hedgescan.figures import Scores, figures
from hedgescan.model import Document

SEVERITIES = ("error", "warning", "info")


class Kind(NamedTuple):
    """A name's severity and what it means.

    Errors are edits that make the copy surer, or its sources worse, than they were; warnings may be that; the rest is for information.
    """

    severity: str
    meaning: str


KINDS: dict[str, Kind] = {
    "lost-hedge": Kind("error", "a claim that was hedged is told without the hedge"),
    "gained-hedge": Kind("info", "a claim is hedged that was not"),
    "hedge-weakened": Kind("warning", "a hedge gave way to a clearly lighter one (may: likely)"),
    "hedge-strengthened": Kind("info", "a hedge gave way to a clearly heavier one (likely: may)"),
    "likelihood-changed": Kind("error", "a word for a high probability became one for a low one, or the reverse"),
    "hedge-moved": Kind("info", "the same doubt is now a source's and no longer the writer's, or the reverse"),
    "rephrased": Kind("info", "a hedge became another of about the same strength"),
    "lost-approximator": Kind("info", "a rounder or downtoner is gone (about 40: 40)"),
    "gained-approximator": Kind("info", "a rounder or downtoner came in (40: about 40)"),
    "gained-booster": Kind("warning", "a word that insists on certainty came in"),
    "lost-booster": Kind("info", "a word that insists on certainty is gone"),
    "verb-upgraded": Kind("error", "the reporting verb vouches for more than it did (suggested: confirmed)"),
    "verb-downgraded": Kind("info", "the reporting verb vouches for less than it did"),
    "source-degraded": Kind("error", "the source is less well identified, or fewer speak (two officials: officials)"),
    "source-improved": Kind("info", "the source is better identified, or more speak"),
    "source-multiplied": Kind("error", "one unnamed source became several (a source: sources)"),
    "source-changed": Kind("error", "the claim is given to another person, or to an outlet where it was a source's, or the reverse"),
    "basis-dropped": Kind("warning", "how an unnamed source can know is no longer said"),
    "basis-added": Kind("info", "how an unnamed source can know is now said"),
    "reason-dropped": Kind("warning", "why a source is unnamed is no longer said"),
    "reason-added": Kind("info", "why a source is unnamed is now said"),
    "attribution-dropped": Kind("error", "a claim that somebody made is told in the house's own voice, or without one who passed it on"),
    "attribution-added": Kind("info", "a claim in the house's own voice is given to a source"),
    "relay-dropped": Kind("error", "the outlet that had the claim is gone, so that its sources read as our own"),
    "relay-added": Kind("info", "the outlet that had the claim is now named"),
    "quote-altered": Kind("error", "words within quotation marks changed and are still in quotation marks"),
    "negation-changed": Kind("error", "a claim became its opposite, with no other word changed"),
    "number-changed": Kind("warning", "another number stands in the same place"),
    "sentence-added": Kind("info", "a sentence with no counterpart in the old text"),
    "sentence-removed": Kind("info", "a sentence with no counterpart in the new text"),
    "score-changed": Kind("info", "a figure of the whole text moved by .05 or more (verifiability: 5)"),
}
# What a finding is called when the two texts change places.
REVERSE = {
    "lost-hedge": "gained-hedge",
    "lost-approximator": "gained-approximator",
    "lost-booster": "gained-booster",
    "attribution-dropped": "attribution-added",
    "relay-dropped": "relay-added",
    "basis-dropped": "basis-added",
    "reason-dropped": "reason-added",
    "sentence-removed": "sentence-added",
}


class Place(NamedTuple):
    """Where in a text: line and column from 1, code points half-open, the sentence's number from 1 and its text."""

    path: str
    line: int
    column: int
    start: int
    end: int
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One change: its name, the two places (None: no counterpart), the words there before and after, and both sentences' scores.

    `confidence` 0..1 is how sure the alignment and the attributions it rests on are.
    """

    name: str
    old: Place | None
    new: Place | None
    before: str
    after: str
    severity: str
    confidence: float = 1.0
    scores: tuple[Scores | None, Scores | None] = (None, None)

    @property
    def message(self) -> str:
        """What the name means, as a sentence without its stop."""
        return KINDS[self.name].meaning

    def to_dict(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        before, after = (figures and asdict(figures) for figures in self.scores)
        return {
            "name": self.name,
            "severity": self.severity,
            "confidence": self.confidence,
            "message": self.message,
            "old": self.old and self.old._asdict(),
            "new": self.new and self.new._asdict(),
            "before": self.before,
            "after": self.after,
            "scores": {"old": before, "new": after},
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """Two texts and the findings, in the order of the new text."""

    old: Document
    new: Document
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """The changes as a JSON object."""
        return {
            "old": {"path": self.old.path, "scores": figures(self.old.scores, Scores)},
            "new": {"path": self.new.path, "scores": figures(self.new.scores, Scores)},
            "findings": [finding.to_dict() for finding in self.findings],
            "counts": dict(sorted(Counter(finding.name for finding in self.findings).items())),
        }
