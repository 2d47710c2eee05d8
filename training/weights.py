"""Learn what each sign about a candidate weighs: lexicons/reporting/weights.tsv.

A logistic regression by coordinate descent (Friedman, Hastie & Tibshirani 2010), with an L1 penalty that leaves the table short.  How
often a word is a cue is counted on the other articles (FOLDS), lest the regression trust a count that holds its own answer.  The `yes` and
`no` of the lexicon's entries are learnt from as well: they speak of what newspapers seldom print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy
from numpy.typing import NDArray

from hedgescan.rules.attribution.strength import NUMBERS, Counts
from training import counts
from training.annotated import Seen

FOLDS = 8
TIMES = 4  # how often an example of the lexicon is counted: it stands for the kinds of text that the news lacks
LEAST = 30  # occurrences below which a sign is not weighed
LASSO, RIDGE = 6.0, 1.0
SWEEPS, ENOUGH = 40, 0.003
Floats = NDArray[numpy.float64]


def learn(news: Sequence[Seen], examples: Sequence[Seen], known: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str, float]]:
    """(pos, sign, log-odds) for verbs, nouns and adjectives; adverbs have only their counts."""
    tables = [Counts.read(counts.rows([one for one in news if one.article % FOLDS != fold], known)) for fold in range(FOLDS)]
    whole = Counts.read(counts.rows(news, known))
    for pos in "VNJ":
        here = [one for one in news if one.pos == pos]
        numbers = [tables[one.article % FOLDS].numbers(pos, one.lemma, one.own) for one in here]
        for one in examples:
            if one.pos == pos:
                here += [one] * TIMES
                numbers += [whole.numbers(pos, one.lemma, one.own)] * TIMES
        steady, weights = fit(here, numpy.array(numbers))
        yield from ((pos, name, weight) for name, weight in zip(NUMBERS, steady, strict=True))
        yield from ((pos, sign, weight) for sign, weight in sorted(weights.items()))


def fit(seen: Sequence[Seen], numbers: Floats) -> tuple[list[float], dict[str, float]]:
    """Weights of the numbers, and of the signs, those of zero left out."""
    frequent = [sign for sign, number in sorted(Counter(sign for one in seen for sign in one.signs).items()) if number >= LEAST]
    places = _places(seen, frequent)
    truth = numpy.array([float(one.cue) for one in seen])
    steady, weights = numpy.zeros(numbers.shape[1]), dict.fromkeys(frequent, 0.0)
    total = numbers @ steady
    for _ in range(SWEEPS):
        moved = 0.0
        for sign, at in places.items():
            step = _step(truth[at], total[at], weights[sign])
            weights[sign] += step
            total[at] += step
            moved = max(moved, abs(step))
        change = _newton(truth, total, numbers)
        steady, total = steady + change, total + numbers @ change
        if moved < ENOUGH:
            break
    return [float(value) for value in steady], {sign: weight for sign, weight in weights.items() if weight}


def _places(seen: Sequence[Seen], signs: Sequence[str]) -> dict[str, NDArray[numpy.int64]]:
    """The numbers of the candidates that have each sign."""
    places: dict[str, list[int]] = {sign: [] for sign in signs}
    for number, one in enumerate(seen):
        for sign in one.signs:
            if sign in places:
                places[sign].append(number)
    return {sign: numpy.array(at) for sign, at in places.items()}


def _step(truth: Floats, total: Floats, weight: float) -> float:
    """The change of one weight: a Newton step, shrunk towards zero."""
    guess = 1 / (1 + numpy.exp(-total))
    slope = float((truth - guess).sum()) - RIDGE * weight
    curve = float((guess * (1 - guess)).sum()) + RIDGE
    goal = weight + slope / curve
    shrunk = max(0.0, abs(goal) - LASSO / curve) * (1 if goal > 0 else -1)
    return max(-1.0, min(1.0, shrunk - weight))


def _newton(truth: Floats, total: Floats, numbers: Floats) -> Floats:
    """The change of the weights of the numbers, without a penalty."""
    guess = 1 / (1 + numpy.exp(-total))
    bend = numbers.T @ (numbers * (guess * (1 - guess))[:, None])
    return numpy.asarray(numpy.linalg.solve(bend + 1e-3 * numpy.eye(bend.shape[0]), numbers.T @ (truth - guess)), dtype=numpy.float64)
