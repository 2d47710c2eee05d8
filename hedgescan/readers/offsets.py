"""The text as read, and the way back from every character of it to the source as written."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

LINE_END = re.compile(r"\r\n|\n|\r")


class Offsets:
    """Maps an index of the prose to an index of the source, both in code points, by runs in which the two go in step.

    `prose` and `source` hold the first index of each run; runs are in order, and the first begins at prose index 0.
    """

    __slots__ = ("prose", "source")

    def __init__(self, prose: list[int], source: list[int]) -> None:
        self.prose = prose
        self.source = source

    def __getitem__(self, index: int) -> int:
        run = bisect_right(self.prose, index) - 1
        return self.source[run] + index - self.prose[run]

    def end(self, index: int) -> int:
        """The source end for the prose end `index` (half-open), so that nothing dropped after the last character is taken in."""
        return self[index - 1] + 1 if index > 0 else self[0]

    def __repr__(self) -> str:
        return f"Offsets({self.prose!r}, {self.source!r})"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its prose, the way back to the source, its role (headline, deck, byline, body) and its number from 1."""

    prose: str
    offsets: Offsets
    role: str
    number: int


class Place(NamedTuple):
    """A point of a document: the code points before it, and its line and column, both from 1."""

    offset: int = 0
    line: int = 1
    column: int = 1


TOP = Place()


@dataclass(frozen=True, slots=True)
class Text:
    """A document as read, or a part of a long one: where it is from, the decoded source, and its paragraphs in order.

    The blocks' offsets count from the beginning of `source`, which stands at `place` in the document.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    place: Place = TOP


class Lines:
    """Line and column, both from 1, of an offset into a document; lines end at \\n, \\r\\n and \\r.

    Of a part of a document, `place` says where in it the part stands.
    """

    __slots__ = ("before", "starts")

    def __init__(self, source: str, place: Place = TOP) -> None:
        self.before = place.line - 1
        first = place.offset - place.column + 1
        self.starts = [first, *(place.offset + match.end() for match in LINE_END.finditer(source))]

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of the code point at `offset` of the document."""
        line = bisect_right(self.starts, offset)
        return self.before + line, offset - self.starts[line - 1] + 1
