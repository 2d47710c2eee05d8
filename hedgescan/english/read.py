"""Text to parses: tokens, tags, arcs and lemmas of every paragraph, with offsets into the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from hedgescan.english import lemma, pipeline, quotes, sentences
from hedgescan.english.parse import Parse

if TYPE_CHECKING:
    from hedgescan.readers.offsets import Block, Text

BATCH = 128  # paragraphs parsed at once: more is no faster and holds more memory
PIECE = 20_000  # characters of a paragraph parsed at once, so that one endless line stays bounded
_SURROGATE = re.compile("[\ud800-\udfff]")  # a lone one is no character that the tokenizer could take
_INFLECTED = ("VB", "NN", "JJ", "RB")


def parse(text: Text) -> Iterator[Parse]:
    """Every paragraph of `text`, parsed, in order; one longer than PIECE characters comes in several pieces, cut between sentences.

    Sentences are split by rule first (`sentences.split`) and the parser keeps to them.
    """
    nlp = pipeline.load()
    pieces = list(_pieces(text.blocks))
    docs = nlp.pipe((_prepare(nlp, block.prose[start:end], bounds) for block, start, end, bounds in pieces), batch_size=BATCH)
    for (block, start, _, _), doc in zip(pieces, docs, strict=True):
        if len(doc):
            yield _convert(doc, block, start)


def _pieces(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, int, list[tuple[int, int]]]]:
    """(block, start, end, sentence bounds relative to start) with whole sentences in each piece."""
    for block in blocks:
        bounds: list[tuple[int, int]] = []
        for first, last in sentences.split(block.prose):
            if bounds and last - bounds[0][0] > PIECE:
                yield _piece(block, bounds)
                bounds = []
            bounds.append((first, last))
        if bounds:
            yield _piece(block, bounds)


def _piece(block: Block, bounds: list[tuple[int, int]]) -> tuple[Block, int, int, list[tuple[int, int]]]:
    start = bounds[0][0]
    return block, start, bounds[-1][1], [(a - start, b - start) for a, b in bounds]


def _prepare(nlp: Any, prose: str, bounds: list[tuple[int, int]]) -> Any:
    """A Doc with our sentence starts set, for the parser to keep to."""
    import numpy

    doc = nlp.make_doc(_SURROGATE.sub("\ufffd", prose))
    starts = numpy.full(len(doc), -1, dtype="int64")
    if len(doc):
        begins = doc.to_array(["IDX"]).astype("int64").ravel()
        starts[numpy.searchsorted(begins, [a for a, _ in bounds], side="left").clip(0, len(doc) - 1)] = 1
        starts[0] = 1
        doc.from_array(["SENT_START"], starts.reshape(-1, 1).astype("uint64"))
    return doc


def _convert(doc: Any, block: Block, start: int) -> Parse:
    """A parsed Doc as plain lists, in one pass over its arrays."""
    rows = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD", "SENT_START"]).astype("int64")
    strings, prose, offsets = doc.vocab.strings, block.prose, block.offsets
    begins = (rows[:, 0] + start).tolist()
    ends = [a + n for a, n in zip(begins, rows[:, 1].tolist(), strict=True)]
    words = [prose[a:b] for a, b in zip(begins, ends, strict=True)]
    tags = [strings[key] for key in rows[:, 2].astype("uint64").tolist()]
    deps = [strings[key] for key in rows[:, 3].astype("uint64").tolist()]
    firsts = [i for i, flag in enumerate(rows[:, 5].tolist()) if flag == 1] or [0]
    lower = [word.lower().replace("’", "'") for word in words]
    parsed = Parse(
        words=words,
        lower=lower,
        lemmas=[lemma.lemma(w, t) if t[:2] in _INFLECTED or t == "MD" else low for w, t, low in zip(words, tags, lower, strict=True)],
        tags=tags,
        deps=deps,
        heads=[i + step for i, step in enumerate(rows[:, 4].tolist())],
        starts=[offsets[a] for a in begins],
        ends=[offsets.end(b) for b in ends],
        sents=list(zip(firsts, [i - 1 for i in firsts[1:]] + [len(words) - 1], strict=True)),
        number=block.number,
        role=block.role,
    )
    _quote(parsed, begins, [(a, b) for a, b in quotes.find(prose) if b > start and a < ends[-1]])
    return parsed


def _quote(parsed: Parse, begins: list[int], stretches: list[tuple[int, int]]) -> None:
    """Mark the quoted tokens."""
    from bisect import bisect_left

    parsed.quoted = [False] * len(parsed)
    for start, end in stretches:
        first, last = bisect_left(begins, start), bisect_left(begins, end) - 1
        if first <= last:
            parsed.quotes.append((first, last))
            parsed.quoted[first : last + 1] = [True] * (last - first + 1)
