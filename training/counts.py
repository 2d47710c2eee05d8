"""Count how often each word in its construction is a cue in annotated news: lexicons/reporting/counts.tsv.

    python -m training.counts CORPUS.jsonl [--out FILE]

The corpus is in PolNeAR's shape, an article a line: {"text", "attributions": [{"source", "cue", "content": [[start, end], …]}], "discard"}.
Only counts leave this program.  Words inside an attribution's content are left out: attributions nested there are not annotated.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import candidates
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.subjects import is_verb

Key = tuple[str, str, str, str]
HEADER = "# pos\tlemma\tframe\tsubject\tcues\tseen — counted by training/counts.py; facts about words, no text\n"


def layers(article: dict[str, Any]) -> tuple[dict[int, int], set[int]]:
    """Character → number of the attribution whose cue holds it; characters that must not be counted."""
    owner: dict[int, int] = {}
    hidden: set[int] = {at for start, end in article.get("discard", []) for at in range(start, end)}
    for number, attribution in enumerate(article["attributions"]):
        owner.update((at, number) for start, end in attribution["cue"] for at in range(start, end))
    for attribution in article["attributions"]:
        hidden.update(at for start, end in attribution["content"] for at in range(start, end) if at not in owner)
    return owner, hidden


def is_cue(parse: Parse, token: int, pos: str, owner: dict[int, int]) -> bool:
    """Is the word the head of an annotated cue, not merely a further verb of one?"""
    number = owner.get(parse.starts[token])
    if number is None:
        return False
    head = parse.heads[token]
    within = head != token and owner.get(parse.starts[head]) == number
    if pos == "V" and within and is_verb(parse, head) and parse.deps[token] in ("xcomp", "conj", "ccomp", "advcl"):
        return parse.lemmas[head] in ("be", "go")
    return True


def count(articles: Iterable[tuple[dict[str, Any], list[Parse]]], entries: Entries) -> Counter[tuple[Key, bool]]:
    """(pos, lemma, frame, kind of subject), cue or not → occurrences."""
    table: Counter[tuple[Key, bool]] = Counter()
    for article, parses in articles:
        owner, hidden = layers(article)
        for parse in parses:
            for found in candidates.find(parse, entries.nouns, entries.adjectives, entries.phrasal):
                if parse.starts[found.token] not in hidden:
                    key = (found.pos, found.lemma, found.frame, found.kind)
                    table[key, is_cue(parse, found.token, found.pos, owner)] += 1
    return table


def rows(table: Counter[tuple[Key, bool]], known: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str, str, str, int, int]]:
    """Lines of the table; words without a lexicon entry are summed under the lemma "*", so that the margins stay true."""
    merged: Counter[tuple[Key, bool]] = Counter()
    for (key, hit), number in table.items():
        pos, lemma, frame, kind = key
        merged[(pos, lemma if (pos, lemma) in known else "*", frame, kind), hit] += number
    for key in sorted({key for key, _ in merged}):
        yield *key, merged[key, True], merged[key, True] + merged[key, False]


def main() -> None:
    """Read the corpus, parse it with the shipped pipeline, write the table."""
    from hedgescan.engine import engine
    from hedgescan.english import read
    from hedgescan.readers.text import from_string
    from hedgescan.rules import nouns

    options = argparse.ArgumentParser(prog="python -m training.counts", description=__doc__)
    options.add_argument("corpus", type=Path, help="articles with attributions, JSON Lines")
    options.add_argument("--out", type=Path, default=Path("lexicons/reporting/counts.tsv"))
    chosen = options.parse_args()
    ready = engine()

    def parsed() -> Iterator[tuple[dict[str, Any], list[Parse]]]:
        for line in chosen.corpus.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            parses = list(read.parse(from_string(article["text"])))
            for parse in parses:
                nouns.mark(parse, ready.vocabulary)
            yield article, parses

    table = count(parsed(), ready.entries)
    lines = ["\t".join(map(str, row)) for row in rows(table, frozenset(ready.entries.table))]
    chosen.out.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} rows written to {chosen.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
