"""The text as read, and the way back from every character of it to the source as written."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

ROLES = ("headline", "deck", "byline", "subhead", "caption", "body")
LINE_END = re.compile(r"\r\n|\n|\r")


class Offsets:
    """Maps an index of the prose to an index of the source, both in code points, by runs in which the two go in step.

    `prose` and `source` hold the first index of each run; runs are in order, and the first begins at prose index 0.  `ends` holds the
    source end of the characters that stand for more than one of the source, as those do that are written as an entity.
    """

    __slots__ = ("_wide", "ends", "prose", "source")

    def __init__(self, prose: Iterable[int], source: Iterable[int], ends: dict[int, int] | None = None) -> None:
        self.prose = array("q", prose)
        self.source = array("q", source)
        self.ends = ends or {}
        self._wide: list[int] | None = None

    def __getitem__(self, index: int) -> int:
        run = bisect_right(self.prose, index) - 1
        return self.source[run] + index - self.prose[run]

    @property
    def wide(self) -> list[int]:
        """The prose indices of the characters that stand for more than one of the source, in order."""
        if self._wide is None:
            self._wide = sorted(self.ends)
        return self._wide

    def many(self, indices: list[int]) -> list[int]:
        """The source indices for prose indices, one after the other."""
        if len(self.prose) > 1:
            return [self[index] for index in indices]
        step = self.source[0] - self.prose[0]
        return [index + step for index in indices]

    def end(self, index: int) -> int:
        """The source end for the prose end `index` (half-open), so that nothing dropped after the last character is taken in."""
        return (self.ends.get(index - 1) or self[index - 1] + 1) if index > 0 else self[0]

    def through(self, base: Offsets, size: int = sys.maxsize) -> Offsets:
        """The way on to what `base` leads to, where our source is itself the prose of another; `size` is how long our prose is.

        Without it all that `base` has after our last run is taken along.
        """
        prose, source = array("q"), array("q")
        ends: dict[int, int] = {}
        wide = base.wide
        for at, start, after in zip(self.prose, self.source, [*self.prose[1:], size], strict=True):
            stop = start + after - at
            inner = range(bisect_right(base.prose, start), bisect_left(base.prose, stop)) if after > at else range(0)
            prose.append(at)
            source.append(base[start])
            if inner:
                prose.extend(at + base.prose[run] - start for run in inner)
                source.extend(base.source[inner.start : inner.stop])
            ends |= {at + index - start: base.ends[index] for index in wide[bisect_left(wide, start) : bisect_left(wide, stop)]}
        return Offsets(prose, source, ends | {at: base.end(end) for at, end in self.ends.items()})

    def __repr__(self) -> str:
        return f"Offsets({self.prose.tolist()!r}, {self.source.tolist()!r}, {self.ends!r})"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its prose, the way back to the source, its role (one of ROLES) and its number from 1.

    `quoted` are the stretches of the prose that the format itself says are somebody else's words, as half-open offsets, in order;
    those in quotation marks need not be among them.  `marked` says that the source holds markup between the words, `language`
    in what language the format says that it is, as the first part of a BCP 47 tag.
    """

    prose: str
    offsets: Offsets
    role: str
    number: int
    quoted: tuple[tuple[int, int], ...] = ()
    marked: bool = False
    language: str = ""

    def bare(self, start: int, end: int) -> str:
        """The source of `prose[start:end]` with blanks for its markup, every word at its place; empty where there is no markup."""
        if not self.marked or end <= start:
            return ""
        first, out, done = self.offsets[start], [], 0
        runs = range(bisect_right(self.offsets.prose, start), bisect_left(self.offsets.prose, end))
        cuts = [start, *(self.offsets.prose[run] for run in runs), end]
        for a, b in pairwise(cuts):
            place = self.offsets[a] - first
            out += [" " * (place - done), self.prose[a:b]]
            done = max(done, place) + b - a
        whole = "".join(out)
        return whole.ljust(self.offsets.end(end) - first)


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
    `verbatim` are the stretches of the source, in order, in which nothing is addressed to us: code.
    `notices` say what people should know of the reading, `language` in what language the document says that it is.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    place: Place = TOP
    verbatim: tuple[tuple[int, int], ...] = ()
    notices: tuple[str, ...] = ()
    language: str = ""


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
