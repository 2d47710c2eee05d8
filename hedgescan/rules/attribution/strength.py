"""How likely a word in its construction is a cue: a sum of log-odds, each of which can be shown.

Three things are added up: what the word's lexicon entry gives its frame (which weighs more for a word seldom counted), how often the
word was a cue where somebody counted (lexicons/reporting/counts.tsv), and the signs about it (signs.py), each with the weight learnt for
it (lexicons/reporting/weights.tsv).
A logistic regression (Cox 1958) over few plain signs, so that the sum is a probability that one may rely on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

_PULL = 4.0  # weight of the average word against the word's own count, in occurrences
_TRUST = 10.0  # occurrences after which half of the further trust in an uncounted word's entry is gone

OTHER = "*"  # all words without an entry, counted together
ALWAYS, WORD = "always", "how often the word is a cue"
ENTRY, ALONE = "what the entry gives the frame", "what the entry of a word seldom counted gives the frame"
NUMBERS = (ENTRY, ALONE, WORD, ALWAYS)


def odds(probability: float) -> float:
    """Log-odds, kept finite."""
    bounded = min(0.999, max(0.001, probability))
    return log(bounded / (1 - bounded))


def chance(logodds: float) -> float:
    """The inverse of `odds`."""
    return 1 / (1 + exp(-logodds))


@dataclass(slots=True)
class Counts:
    """Occurrences (cues, seen) by part of speech and lemma, and by part of speech alone (lemma "")."""

    table: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, rows: Iterable[tuple[str, str, int, int]]) -> Counts:
        """Rows of (pos, lemma, cues, seen), with their sums."""
        counts = cls()
        for pos, lemma, cues, seen in rows:
            for key in ((pos, lemma), (pos, "")):
                hits, total = counts.table.get(key, (0, 0))
                counts.table[key] = (hits + cues, total + seen)
        return counts

    def base(self, pos: str) -> float:
        """The share of cues among all words of a part of speech."""
        cues, seen = self.table.get((pos, ""), (0, 0))
        return (cues + 1) / (seen + 2)

    def numbers(self, pos: str, lemma: str, own: float | None) -> tuple[float, ...]:
        """The NUMBERS of a word whose entry gives `own` to its frame; a word with neither entry nor count is any other."""
        if own is None and (pos, lemma) not in self.table:
            lemma = OTHER
        cues, seen = self.table.get((pos, lemma), (0, 0))
        entry = odds(self.base(pos) if own is None else own)
        trust = 0.0 if own is None else _TRUST / (_TRUST + seen)
        return entry, trust * entry, odds((cues + _PULL * self.base(pos)) / (seen + _PULL)), 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by part of speech and sign; the NUMBERS among them."""

    table: Mapping[str, Mapping[str, float]]

    def parts(self, pos: str, numbers: Sequence[float], signs: Iterable[str]) -> Iterator[tuple[str, float]]:
        """Every contribution to the sum, with what it rests on; a part of speech without weights rests on its count alone."""
        weights = self.table.get(pos)
        if weights is None:
            yield WORD, numbers[NUMBERS.index(WORD)]
            return
        for name, number in zip(NUMBERS, numbers, strict=True):
            yield name, weights[name] * number
        for sign in dict.fromkeys(signs):  # each once, in an order that is the same in every process: so is the sum
            if sign in weights:
                yield sign, weights[sign]

    def total(self, pos: str, numbers: Sequence[float], signs: Iterable[str]) -> float:
        """The sum of `parts`, of which there are many and few are shown."""
        weights = self.table.get(pos)
        if weights is None:
            return numbers[NUMBERS.index(WORD)]
        found = sum([weights[name] * number for name, number in zip(NUMBERS, numbers, strict=True)])
        for sign in dict.fromkeys(signs):
            if sign in weights:
                found += weights[sign]
        return found
