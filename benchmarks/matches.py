"""Attributions found in annotated articles, each beside the annotated one that it hits, if any.

The corpus has PolNeAR's shape: an article a line, {"text", "attributions": [{"source", "cue", "content": [[start, end], …]}], "discard"}.
A cue is hit by any overlap, one to one; what is found inside an annotated content is left out, for such nested ones are not annotated.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from hedgescan.engine import Engine
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import document
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.spans import Range

Gold = dict[str, list[list[int]]]
Extent = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Match:
    """One attribution: as found, as annotated, or both, in the text and the parses of its article."""

    text: str
    parses: Sequence[Parse]
    found: Finding | None
    gold: Gold | None

    @property
    def source(self) -> bool:
        """Do both name a source, and the found one's head stands in the annotated one?"""
        if self.found is None or self.gold is None or self.found.head is None or not self.gold["source"]:
            return False
        start = self.found.parse.starts[self.found.head]
        return any(a <= start < b for a, b in self.gold["source"])


def find(corpus: Path, ready: Engine, least: float, skip: int = 0) -> Iterator[Match]:
    """Matches of every article after the first `skip`."""
    with corpus.open(encoding="utf-8") as lines:
        for line in islice(lines, skip, None):
            article = json.loads(line)
            parses = list(read.parse(from_string(article["text"])))
            for parse in parses:
                nouns.mark(parse, ready.vocabulary)
            found = [one for row in document.attributions(parses, ready.entries, least) for one in row]
            yield from pair(article, parses, found)


def pair(article: dict[str, Any], parses: Sequence[Parse], found: Sequence[Finding]) -> Iterator[Match]:
    """Annotated and found attributions of one article, largest overlap first, then those without a partner."""
    discard = [(a, b) for a, b in article.get("discard", [])]
    golds = [gold for gold in article["attributions"] if gold["cue"] and not overlap(spans(gold, "cue"), discard)]
    content = [span for gold in golds for span in spans(gold, "content")]
    cues = [span for gold in golds for span in spans(gold, "cue")]
    kept = [one for one in found if not overlap([where(one)], discard) and not _nested(where(one), content, cues)]
    pairs = sorted(
        (-shared, g, f)
        for g, gold in enumerate(golds)
        for f, one in enumerate(kept)
        if (shared := overlap(spans(gold, "cue"), [where(one)]))
    )
    partner: dict[int, int] = {}
    for _, g, f in pairs:
        if g not in partner and f not in partner.values():
            partner[g] = f
    for g, gold in enumerate(golds):
        yield Match(article["text"], parses, kept[partner[g]] if g in partner else None, gold)
    for f in sorted(set(range(len(kept))) - set(partner.values())):
        yield Match(article["text"], parses, kept[f], None)


def where(found: Finding) -> tuple[int, int]:
    """The characters of a cue."""
    return chars(found.parse, found.cue)


def chars(parse: Parse, tokens: Range) -> tuple[int, int]:
    """Tokens, both ends included, as characters."""
    return parse.starts[tokens[0]], parse.ends[tokens[1]]


def spans(gold: Gold, part: str) -> Extent:
    """The stretches of one part of an annotated attribution."""
    return [(a, b) for a, b in gold[part]]


def overlap(one: Extent, other: Extent) -> int:
    """Characters that both have."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _nested(cue: tuple[int, int], content: Extent, cues: Extent) -> bool:
    return overlap([cue], content) >= cue[1] - cue[0] and not overlap([cue], cues)
