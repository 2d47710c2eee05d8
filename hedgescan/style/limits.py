"""Limits on what a whole document comes to: its scores and its share of unnamed sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from hedgescan.style.draft import Draft, whole
from hedgescan.style.rule import Hit, Options, number, rule


@rule("LIM001", "error", sure=1.0, hedge=0.0, support=0.0, certainty=0.0, gap=-1.0, verifiability=0.0)
def score_under(draft: Draft, options: Options) -> Iterator[Hit]:
    """A document score lies under the least a desk will take.

    What: one of hedge, support, certainty, gap (0 to 1; gap from -1) and verifiability (0 to 100), the token-weighted mean over the
    sentences, is lower than the option of that name.  `--fail-under verifiability=40` sets it for a run.
    Why: a desk that has measured its own copy can say where it wants to be; a floor keeps it there.
    Breaks it: with verifiability = 40, “Sources said the bank will close.”
    Does not: with verifiability = 40, “The finance minister, Ada Roe, said the bank will close.”
    """
    yield from _beyond(draft, options, under=True)


@rule("LIM002", "error", sure=1.0, hedge=1.0, support=1.0, certainty=1.0, gap=1.0, verifiability=100.0)
def score_over(draft: Draft, options: Options) -> Iterator[Hit]:
    """A document score lies over the most a desk will take.

    What: as score-under, for scores that should be low.  `--fail-over gap=0.2` sets it for a run.
    Why: a rising gap between the certainty expressed and the support shown is what corrections are made of.
    Breaks it: with gap = 0.2, “Sources confirmed that the bank will close.”
    Does not: with gap = 0.2, “Sources suggested that the bank may close.”
    """
    yield from _beyond(draft, options, under=False)


@rule("LIM003", "error", sure=1.0, most=1.0)
def share_anonymous(draft: Draft, options: Options) -> Iterator[Hit]:
    """Too large a share of the attributed sentences hangs on unnamed sources.

    What: sentences whose claim ends at an unnamed source, as a share of the sentences with a source at all, is over `most` (0 to 1).
    `--max-anonymous 30%` sets it for a run.
    Why: every handbook wants unnamed sources to be the exception; the share says whether they are.
    Breaks it: with most = 0.3, “Officials said the road will close. Ada Roe said the school will stay.”
    Does not: with most = 0.3, “Ada Roe said the road will close. Jon Poe said the school will stay.”
    """
    summary, place = draft.document.summary, draft.spot
    share = summary.anonymous / summary.attributed if summary.attributed else 0.0
    if share > number(options, "most") and place is not None:
        told = f"{summary.anonymous} of {summary.attributed} attributed sentences ({share:.0%}) hang on unnamed sources"
        yield Hit(whole(place), f"{told}; at most {number(options, 'most'):.0%} may", 1.0, 0)


def _beyond(draft: Draft, options: Options, under: bool) -> Iterator[Hit]:
    place = draft.spot
    scores = draft.document.scores
    for name, score in asdict(scores).items() if scores else ():
        limit = number(options, name)
        if place is not None and (round(score, 2) < limit if under else round(score, 2) > limit):
            told = f"{name} is {score:.2f}; it should be at {'least' if under else 'most'} {limit:g}"
            yield Hit(whole(place), told, 1.0, 0)
