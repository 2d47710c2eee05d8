"""The whole comparison: align, ask every question, put the answers in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from hedgescan.diff import exact
from hedgescan.diff.align import align
from hedgescan.diff.claims import by_sentence, claims, pair
from hedgescan.diff.hedges import hedges
from hedgescan.diff.places import finding, place
from hedgescan.diff.records import KINDS, Changes, Finding
from hedgescan.diff.sourcing import sourcing
from hedgescan.figures import Scores

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.model import Document

MOVED = {"hedge": 0.05, "support": 0.05, "certainty": 0.05, "gap": 0.05, "verifiability": 5.0}


def compare(old: Document, new: Document) -> Changes:
    """What changed in certainty and sourcing from one text to the other, in the order of the new text."""
    alignment = align(old, new)
    olds, news = claims(alignment.this), claims(alignment.other)
    pairs = pair(alignment, olds, news)
    turned = alignment.turned()
    found = [
        *hedges(alignment, by_sentence(olds), by_sentence(news)),
        *sourcing(alignment, olds, news, pairs),
        *exact.denials(alignment, pairs),
        *exact.altered(alignment),
        *exact.numbers(alignment),
        *exact.negations(alignment, back=False),
        *exact.negations(turned, back=True),
        *_removed(alignment, back=False),
        *_removed(turned, back=True),
    ]
    found.sort(key=lambda item: _order(item, alignment))
    if found:
        found += _scores(old, new)
    return Changes(old, new, tuple(dict.fromkeys(found)))


def _order(found: Finding, alignment: Alignment) -> tuple[float, int, int, str]:
    """By the sentence of the new text; one that is only in the old text comes where it would stand."""
    if found.new:
        return found.new.sentence, 1, found.new.start, found.name
    number = found.old.sentence - 1 if found.old else -1
    before = (alignment.same.get(n, max(alignment.partners.get(n, (-1,)))) for n in range(number - 1, -1, -1))
    return next((n + 1 for n in before if n >= 0), 0), 2, found.old.start if found.old else 0, found.name


def _removed(alignment: Alignment, back: bool) -> Iterator[Finding]:
    """Sentences of this side that have no partner."""
    for number, sentence in enumerate(alignment.this.document.sentences):
        if number not in alignment.same and number not in alignment.partners:
            here = place(alignment.this, sentence.start, sentence.end, number)
            yield finding("sentence-removed", alignment, here, None, (here.text, ""), 1.0, back)


def _scores(old: Document, new: Document) -> Iterator[Finding]:
    """The figures of the whole text that moved, as one finding."""
    before, after = [], []
    if old.scores is None or new.scores is None:
        return
    for item, one, two in zip(fields(Scores), astuple(old.scores), astuple(new.scores), strict=True):
        if abs(two - one) >= MOVED[item.name]:
            digits = 0 if item.name == "verifiability" else 2
            before.append(f"{item.name} {one:.{digits}f}")
            after.append(f"{item.name} {two:.{digits}f}")
    if before:
        texts = (", ".join(before), ", ".join(after))
        yield Finding("score-changed", None, None, *texts, KINDS["score-changed"].severity, 1.0, (old.scores, new.scores))
