"""How likely a word in its construction is a cue: what its lexicon entry says, moved by how often it was one where somebody counted.

The counts (lexicons/reporting/counts.tsv) are of annotated news; with few of them the entry's own frames decide, with many the counts.
Smoothing backs off from word + frame + subject to word + frame to word and frame apart (Katz 1987 in spirit; log-odds are added).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log

_LEMMA, _FRAME, _SUBJECT = 4.0, 4.0, 3.0  # weight of the backed-off estimate, in occurrences
_OWN = 6.0  # weight of the entry's own frames against the counted back-off, in occurrences of the word in that frame
_PLAIN = 0.8  # an entry's frame this strong speaks for itself, whoever the subject
_FRAME_PULL, _SUBJECT_PULL = 0.7, 0.5

OTHER = "*"  # all words without an entry, counted together

Key = tuple[str, ...]


def odds(probability: float) -> float:
    """Log-odds, kept finite."""
    bounded = min(0.999, max(0.001, probability))
    return log(bounded / (1 - bounded))


def chance(logodds: float) -> float:
    """The inverse of `odds`."""
    return 1 / (1 + exp(-logodds))


@dataclass(slots=True)
class Counts:
    """Occurrences (cues, seen) by part of speech, lemma, frame and kind of subject, and their margins."""

    table: dict[Key, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, rows: Iterable[tuple[str, str, str, str, int, int]]) -> Counts:
        """Sum rows of (pos, lemma, frame, subject kind, cues, seen) into every margin the estimate asks for."""
        counts = cls()
        for pos, lemma, frame, kind, cues, seen in rows:
            for key in (
                (pos,),
                (pos, "lemma", lemma),
                (pos, "frame", frame),
                (pos, "kind", kind),
                (pos, lemma, frame),
                (pos, lemma, frame, kind),
            ):
                hits, total = counts.table.get(key, (0, 0))
                counts.table[key] = (hits + cues, total + seen)
        return counts

    def rate(self, key: Key, expected: float, weight: float) -> float:
        """The share of cues under `key`, pulled towards `expected` as by `weight` further occurrences."""
        cues, seen = self.table.get(key, (0, 0))
        return (cues + weight * expected) / (seen + weight)

    def estimate(self, pos: str, lemma: str, frame: str, kind: str, own: float | None) -> float:
        """Probability, 0 to 1, that the word is a cue; `own` is what its lexicon entry gives the frame, None for an unknown word."""
        if own is None and (pos, "lemma", lemma) not in self.table:
            lemma = OTHER
        base = self.rate((pos,), 0.5, 2.0)
        by_lemma = self.rate((pos, "lemma", lemma), base, _LEMMA)
        by_frame = self.rate((pos, "frame", frame), base, _LEMMA)
        expected = odds(by_lemma) + _FRAME_PULL * (odds(by_frame) - odds(base))
        if own is not None:
            seen = self.table.get((pos, lemma, frame), (0, 0))[1]
            share = _OWN / (_OWN + seen)
            expected = share * odds(own) + (1 - share) * expected
        framed = self.rate((pos, lemma, frame), chance(expected), _FRAME)
        by_kind = self.rate((pos, "kind", kind), base, _LEMMA)
        pull = _SUBJECT_PULL if own is None or own < _PLAIN else _SUBJECT_PULL / 4
        subjected = odds(framed) + pull * (odds(by_kind) - odds(base))
        return self.rate((pos, lemma, frame, kind), chance(subjected), _SUBJECT)
