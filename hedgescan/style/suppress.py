"""Directives in a draft that accept a violation, with the reason: read off the source, applied, and told when they accept nothing.

    <!-- hedgescan: ignore[weasel] a quotation from the charter -->      the line it stands on
    <!-- hedgescan: ignore-next[weasel, overclaim] agreed with the desk -->   the next paragraph
    <!-- hedgescan: begin[single-anonymous] … -->  …  <!-- hedgescan: end -->
    <!-- hedgescan: ignore-file[SRC] … -->

Without brackets all rules are meant.  In plain text a line of its own will do: `hedgescan: ignore-next[weasel] reason`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hedgescan.model import Span
from hedgescan.readers.directives import ADDRESSED, DIRECTIVE
from hedgescan.readers.offsets import Lines

DEEDS = ("ignore", "ignore-next", "ignore-file", "begin", "end")
_GAP = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?=[\r\n])")


@dataclass(slots=True)
class Suppression:
    """One directive: the `rules` it accepts (names or codes, none for all), in lines `first` to `last` (from 1, both included), and why.

    `start` and `end` are code points of the directive in the source; `used` says whether it has accepted anything.
    """

    deed: str
    rules: tuple[str, ...]
    reason: str
    first: int
    last: int
    start: int
    end: int
    used: bool = field(default=False)

    def covers(self, name: str, code: str, line: int, end_line: int) -> bool:
        """Does it accept this rule in these lines?"""
        meant = not self.rules or any(rule == name or code.startswith(rule.upper()) for rule in self.rules)
        return meant and line <= self.last and end_line >= self.first


def suppressions(source: str) -> tuple[Suppression, ...]:
    """The directives of a source, in order; a `begin` without an `end` holds to the end of the text."""
    return tuple(_read(source)) if "hedgescan:" in source else ()


def misspelt(source: str) -> Iterator[tuple[Span, str]]:
    """Comments that are meant as a directive and are none, with what they ask for."""
    if "hedgescan:" in source:
        for found in ADDRESSED.finditer(source):
            if not DIRECTIVE.match(source, found.start()):
                yield Span(found.start(), found.end(), found[0]), found["deed"]


def _read(source: str) -> Iterator[Suppression]:
    lines = Lines(source)
    count = len(lines.starts)
    opened: list[Suppression] = []
    for found in DIRECTIVE.finditer(source):
        line = lines.at(found.start("deed"))[0]
        rules = tuple(part.strip() for part in (found["rules"] or "").split(",") if part.strip())
        first, last = line, line
        if found["deed"] == "ignore-file":
            first, last = 1, count
        elif found["deed"] == "ignore-next":
            first, last = _next(source, lines, found.end())
        elif found["deed"] == "begin":
            last = count
        elif found["deed"] == "end":
            if opened:
                opened.pop().last = line
            continue
        item = Suppression(found["deed"], rules, found["reason"].strip(" \t-–—:"), first, last, found.start(), found.end())
        if found["deed"] == "begin":
            opened.append(item)
        yield item


def _next(source: str, lines: Lines, offset: int) -> tuple[int, int]:
    """First and last line of the paragraph that follows."""
    text = source[offset:]
    start = offset + len(text) - len(text.lstrip())
    gap = _GAP.search(source, start)
    stop = gap.start() if gap else len(source.rstrip())
    return lines.at(start)[0], lines.at(max(start, stop))[0]
