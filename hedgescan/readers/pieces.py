"""A paragraph in the making: stretches of a source as they stand, and characters that stand for others of it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hedgescan.readers.offsets import Block, Offsets
from hedgescan.readers.text import INK, bounded, prose

# What stands for code or a formula within a sentence: a noun to the tagger, which takes Unicode's own sign for such (U+FFFC) for a name.
OBJECT = "\u25a1"
# A writer's own opening mark: the words outside the marks are not the quoted one's.
_MARKED = re.compile(r"[“„«\"‘']|``")
_SIGNED = re.compile(r"(?:^|(?<=[.!?…\"”’»)]) )(?:[—–―]|--?)\s?(?=[A-Z@])[^.!?…—–―]{2,80}$")


class Made(NamedTuple):
    """A paragraph without its number: words, way back, role, and what the format says is quoted, and in what language it says it is.

    `linked` says that it is a link and hardly anything else.
    """

    words: str
    offsets: Offsets
    role: str
    quoted: tuple[tuple[int, int], ...] = ()
    language: str = ""
    linked: bool = False

    def through(self, base: Offsets) -> Made:
        """The same, where our source is itself the prose of another."""
        return self._replace(offsets=self.offsets.through(base, len(self.words)))


class Pieces:
    """Words of `source` put together piece by piece."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._words: list[str] = []
        self._size = 0
        self._prose, self._places = array("q"), array("q")
        self._ends: dict[int, int] = {}

    def copy(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands."""
        if end > start:
            self._add(self.source[start:end], start)

    def put(self, words: str, start: int, end: int) -> None:
        """Add characters that stand for `source[start:end]`."""
        for sign in words:
            self._ends[self._size] = end
            self._add(sign, start)

    def made(self) -> Iterator[tuple[str, Offsets]]:
        """Words and way back of the paragraph, white space made plain; nothing where there is no word, several where it is endless."""
        raw = "".join(self._words)
        way = Offsets(self._prose, self._places, self._ends)
        for start, end in bounded(raw, 0, len(raw)):
            words, offsets = prose(raw, start, end)
            yield words, offsets.through(way, len(words))

    def inked(self) -> bool:
        """Whether there is a word yet."""
        return any(INK.search(words) for words in self._words)

    def _add(self, words: str, start: int) -> None:
        self._prose.append(self._size)
        self._places.append(start)
        self._words.append(words)
        self._size += len(words)


def numbered(paragraphs: Iterable[Made]) -> tuple[Block, ...]:
    """The paragraphs in the order of the source, with their numbers."""
    ordered = sorted(paragraphs, key=lambda item: item.offsets[0])
    return tuple(
        Block(item.words, item.offsets, item.role, number, item.quoted, marked=True, language=item.language)
        for number, item in enumerate(ordered, start=1)
    )


def quotation(words: str) -> tuple[tuple[int, int], ...]:
    """What is quoted in a paragraph of a block quotation: all of it but a signature.

    One that begins with a quotation mark of its own is left to its marks: what stands outside them is the writer's ("…, said Jane Roe").
    """
    if _MARKED.match(words):
        return ()
    signed = _SIGNED.search(words)
    end = signed.start() if signed else len(words)
    return ((0, end),) if end else ()
