"""Learn from annotated news how likely a word is a cue: lexicons/reporting/counts.tsv and weights.tsv.

    python -m training.counts CORPUS.jsonl [--out FOLDER] [--first N]

The corpus is described in annotated.py.  Only counts and weights leave this program: facts about words and constructions, no text.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from hedgescan.rules.attribution.strength import OTHER
from training.annotated import Seen, articles, examples, seen

COUNTS = "# pos\tlemma\tcues\tseen — counted by training/counts.py; facts about words, no text\n"
WEIGHTS = "# pos\tsign\tlog-odds — learnt by training/weights.py; facts about constructions, no text\n"


def rows(found: Iterable[Seen], known: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str, int, int]]:
    """(pos, lemma, cues, seen); words without a lexicon entry are summed under OTHER, so that the sums stay true."""
    total: Counter[tuple[str, str]] = Counter()
    cues: Counter[tuple[str, str]] = Counter()
    for one in found:
        key = (one.pos, one.lemma if (one.pos, one.lemma) in known or one.pos == "R" else OTHER)
        total[key] += 1
        cues[key] += one.cue
    for key in sorted(total):
        yield *key, cues[key], total[key]


def main() -> None:
    """Read the corpus, parse it with the shipped pipeline, write the tables."""
    from hedgescan.engine import engine
    from training import weights

    options = argparse.ArgumentParser(prog="python -m training.counts", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("corpus", type=Path, help="articles with attributions, JSON Lines")
    options.add_argument("--out", type=Path, default=Path("lexicons/reporting"))
    options.add_argument("--first", type=int, help="learn from the first N articles only, to measure on the others")
    chosen = options.parse_args()
    ready = engine()
    known = frozenset(ready.entries.table)
    found = list(seen(islice(articles(chosen.corpus, ready.vocabulary), chosen.first), ready.entries))
    counted = ["\t".join(map(str, row)) for row in rows(found, known)]
    own = list(examples(ready.entries, ready.vocabulary))
    weighed = [f"{pos}\t{sign}\t{weight:.3f}" for pos, sign, weight in weights.learn(found, own, known)]
    (chosen.out / "counts.tsv").write_text(COUNTS + "\n".join(counted) + "\n", encoding="utf-8")
    (chosen.out / "weights.tsv").write_text(WEIGHTS + "\n".join(weighed) + "\n", encoding="utf-8")
    print(f"{len(counted)} counts and {len(weighed)} weights from {len(found)} candidates written to {chosen.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
