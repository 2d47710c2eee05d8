"""Paragraphs that are not English or hold no word, told sentence by sentence: where each stands and in what language, and nothing found in it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from hedgescan.english.sentences import split
from hedgescan.language import languages
from hedgescan.model import AUTO, ENGLISH, Sentence

if TYPE_CHECKING:
    from hedgescan.readers.offsets import Block, Lines, Text

_STOP = re.compile(r"[。！？｡।॥؟۔]+[」』”’）)»]*\s*")  # of other scripts; those of English letters are `split`'s
_WORD = re.compile(r"[^\W_]+")


class Others:
    """The paragraphs of a text that are not English or hold no word, each with its language, in order."""

    def __init__(self, text: Text, language: str) -> None:
        """`language` says what the text is, AUTO that each paragraph is to be looked at; ValueError for one that cannot be read."""
        if language not in (AUTO, ENGLISH):
            raise ValueError(f"language should be {AUTO!r} or {ENGLISH!r}, not {language!r}")
        tags = languages(text.blocks, text.language, language == ENGLISH)
        self._coming = deque((block, tag) for block, tag in zip(text.blocks, tags, strict=True) if tag != ENGLISH)
        english = tuple(block for block, tag in zip(text.blocks, tags, strict=True) if tag == ENGLISH)
        self.english = replace(text, blocks=english) if self._coming else text

    def before(self, place: float, text: Text, lines: Lines, numbered: int) -> Iterator[Sentence]:
        """The sentences of those before an offset of the source that have not been told yet, numbered on from `numbered`."""
        while self._coming and self._coming[0][0].offsets[0] < place:
            block, tag = self._coming.popleft()
            for sentence in sentences(block, tag, text.source, lines, text.place.offset, numbered):
                numbered = sentence.index
                yield sentence


def sentences(block: Block, language: str, source: str, lines: Lines, offset: int, before: int) -> Iterator[Sentence]:
    """The sentences of a paragraph, numbered on from `before`; `source`, which its offsets point into, stands at `offset`."""
    bounds = [part for whole in split(block.prose) for part in _parts(block.prose, *whole)]
    for number, (first, last) in enumerate(bounds, before + 1):
        start, end = block.offsets[first], block.offsets.end(last)
        line, column = lines.at(offset + start)
        prose = block.prose[first:last]
        yield Sentence(
            number, block.number, offset + start, offset + end, line, column, source[start:end], len(_WORD.findall(prose)), block.role,
            sentiment=None, scores=None, prose=prose, unmarked=block.bare(first, last), language=language,
        )  # fmt: skip


def _parts(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut where a stop of another script ends one."""
    for stop in _STOP.finditer(prose, start, end):
        yield start, start + len(prose[start : stop.end()].rstrip())
        start = stop.end()
    if start < end:
        yield start, end
