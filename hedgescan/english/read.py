"""Text to parses: tokens, tags, arcs and lemmas of every paragraph, with offsets into the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from hedgescan.english import lemma, quotes, reduced, sentences, titles
from hedgescan.english.parse import Parse

if TYPE_CHECKING:
    from hedgescan.english.annotate import Annotated, Annotator, Tokens
    from hedgescan.readers.offsets import Block, Text

BATCH = 48_000  # tokens annotated at once, about a part of a long text: fewer are slower, more no faster, and each takes memory
PIECE = 20_000  # characters of a paragraph parsed at once, so that one endless line stays bounded
_SURROGATE = re.compile("[\ud800-\udfff]")  # a lone one is no character that the tokenizer could take
_INFLECTED = ("VB", "NN", "JJ", "RB")


def parse(text: Text) -> Iterator[Parse]:
    """Every paragraph of `text`, parsed, in order; one longer than PIECE characters comes in several pieces, cut between sentences.

    Sentences are split by rule first (`sentences.split`) and the parser keeps to them.  None is passed over for want of a cue: in news
    87 of 100 sentences, with 98 of 100 tokens, hold a word with which a cue may begin (benchmarks/stages.py).
    """
    from hedgescan.english import annotate

    annotator = annotate.load()
    batch: list[tuple[Block, int, Tokens]] = []
    size = 0
    for block, start, end, bounds in _pieces(text.blocks):
        prose = titles.lowered(_SURROGATE.sub("\ufffd", block.prose[start:end]), bounds)
        tokens = annotator.tokens(prose, [first for first, _ in bounds])
        if len(tokens.begins):
            batch.append((block, start, tokens))
            size += len(tokens.begins)
        if size >= BATCH:
            yield from _annotate(annotator, batch)
            batch, size = [], 0
    if batch:
        yield from _annotate(annotator, batch)


def _annotate(annotator: Annotator, batch: list[tuple[Block, int, Tokens]]) -> Iterator[Parse]:
    found = annotator.annotate([tokens for _, _, tokens in batch])
    for (block, start, tokens), annotated in zip(batch, found, strict=True):
        yield _convert(tokens, annotated, block, start)


def _pieces(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, int, list[tuple[int, int]]]]:
    """(block, start, end, sentence bounds relative to start) with whole sentences in each piece."""
    for block in blocks:
        bounds: list[tuple[int, int]] = []
        for first, last in sentences.split(block.prose):
            if bounds and (last - bounds[0][0] > PIECE or first == bounds[-1][1]):  # a run without a blank is cut for the tokenizer too
                yield _piece(block, bounds)
                bounds = []
            bounds.append((first, last))
        if bounds:
            yield _piece(block, bounds)


def _piece(block: Block, bounds: list[tuple[int, int]]) -> tuple[Block, int, int, list[tuple[int, int]]]:
    start = bounds[0][0]
    return block, start, bounds[-1][1], [(a - start, b - start) for a, b in bounds]


def _convert(tokens: Tokens, annotated: Annotated, block: Block, start: int) -> Parse:
    """An annotated paragraph as plain lists."""
    prose, tags = block.prose, annotated.tags
    begins, ends, firsts = [start + a for a in tokens.begins], [start + b for b in tokens.ends], tokens.firsts
    words = [prose[a:b] for a, b in zip(begins, ends, strict=True)]
    lower = [word.lower().replace("’", "'") for word in words]
    reduced.settle(lower, tags, annotated.deps, annotated.heads)
    wide = block.offsets.ends
    parsed = Parse(
        words=words,
        lower=lower,
        lemmas=[lemma.lemma(w, t) if t[:2] in _INFLECTED or t == "MD" else low for w, t, low in zip(words, tags, lower, strict=True)],
        tags=tags,
        deps=annotated.deps,
        heads=annotated.heads,
        starts=block.offsets.many(begins),
        # A character that is written as an entity or a tag ends where that does.
        ends=[wide.get(b - 1) or end + 1 for b, end in zip(ends, block.offsets.many([b - 1 for b in ends]), strict=True)],
        sents=list(zip(firsts, [i - 1 for i in firsts[1:]] + [len(words) - 1], strict=True)),
        number=block.number,
        role=block.role,
    )
    parsed.told = [(prose[begins[a] : ends[b]], block.bare(begins[a], ends[b])) for a, b in parsed.sents]
    stretches = _stretches(prose, block.quoted)
    _quote(parsed, begins, stretches[bisect_right(stretches, start, key=itemgetter(1)) : bisect_left(stretches, ends[-1], key=itemgetter(0))])
    return parsed


@lru_cache(maxsize=1)
def _stretches(prose: str, told: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """What is quoted in a paragraph, apart and in order; the pieces of a long one ask for it one after the other."""
    return quotes.joined(quotes.find(prose), told)


def _quote(parsed: Parse, begins: list[int], stretches: list[tuple[int, int]]) -> None:
    """Mark the quoted tokens."""
    parsed.quoted = [False] * len(parsed)
    for start, end in stretches:
        first, last = bisect_left(begins, start), bisect_left(begins, end) - 1
        if first <= last:
            parsed.quotes.append((first, last))
            parsed.quoted[first : last + 1] = [True] * (last - first + 1)
