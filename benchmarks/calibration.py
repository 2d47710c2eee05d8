"""Is a confidence of 0.9 right nine times in ten?  python -m benchmarks.calibration CORPUS.jsonl [--skip N]

Prints two Markdown tables: by confidence, how many of the attributions have a true cue, and how many a true cue and source; and by
strictness, precision and recall of the cues.  The corpus is described in matches.py.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from hedgescan.engine import engine
from hedgescan.rules.attribution.find import Finding

from .matches import Match, find

BINS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def share(part: int, whole: int) -> str:
    """A share to three places, or a dash."""
    return f"{part / whole:.3f}" if whole else "–"


def bins(matches: Sequence[Match]) -> Iterator[str]:
    """Rows: confidence from, to, attributions, share with a true cue, with a true cue and source, among those with a source."""
    found = [(match, match.found) for match in matches if match.found is not None]
    for low, high in [*pairwise(BINS), (0.9, 1.0)]:
        here = [(match, one) for match, one in found if low <= one.strength and (one.strength < high or high == 1.0)]
        yield _row(f"{low}–{high}", here)
    for frame in ("according", "colon", "quoted"):
        yield _row(frame, [(match, one) for match, one in found if one.frame == frame])


def _row(name: str, here: Sequence[tuple[Match, Finding]]) -> str:
    right = sum(match.gold is not None for match, _ in here)
    named = [match for match, one in here if one.source]
    mean = sum(one.strength for _, one in here) / max(1, len(here))
    return f"| {name} | {len(here)} | {mean:.2f} | {share(right, len(here))} | {share(sum(match.source for match in named), len(named))} |"


def steps(matches: Sequence[Match]) -> Iterator[str]:
    """Rows: strictness, precision, recall."""
    gold = sum(match.gold is not None for match in matches)
    for least in STEPS:
        kept = [match for match in matches if match.found is not None and match.found.strength >= least]
        right = sum(match.gold is not None for match in kept)
        yield f"| {least} | {share(right, len(kept))} | {share(right, gold)} |"


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--skip", type=int, default=0, help="articles at the beginning to leave out")
    chosen = options.parse_args()
    matches = list(find(chosen.corpus, engine(), min(STEPS), chosen.skip))
    print("| confidence | attributions | mean | true cue | true cue and source |\n|---|---:|---:|---:|---:|")
    print("\n".join(bins(matches)))
    print("\n| strictness | precision | recall |\n|---|---:|---:|")
    print("\n".join(steps(matches)))


if __name__ == "__main__":
    main()
