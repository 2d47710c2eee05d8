"""The text as read, and the way back from every character of it to the source as written."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Text:
    """A document as read: where it is from, the decoded source, and its paragraphs in order."""

    path: str
    source: str
    blocks: tuple[Block, ...]


class Lines:
    """Line and column, both from 1, of an offset into a source; lines end at \\n, \\r\\n and \\r."""

    __slots__ = ("starts",)

    def __init__(self, source: str) -> None:
        self.starts = [0, *(match.end() for match in LINE_END.finditer(source))]

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of the code point at `offset`."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
