"""Directives in a draft that accept a violation, with the reason: read off the source, applied, and told when they accept nothing.

    <!-- hedgescan: ignore[weasel] a quotation from the charter -->      the line it stands on
    <!-- hedgescan: ignore-next[weasel, overclaim] agreed with the desk -->   the next paragraph
    <!-- hedgescan: begin[single-anonymous] … -->  …  <!-- hedgescan: end -->
    <!-- hedgescan: ignore-file[SRC] … -->

Without brackets all rules are meant.  In plain text a line of its own will do: `hedgescan: ignore-next[weasel] reason`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hedgescan.lexicon.error import nearest
from hedgescan.model import Span
from hedgescan.readers.directives import ADDRESSED, DIRECTIVE
from hedgescan.readers.offsets import Lines

DEEDS = ("ignore", "ignore-next", "ignore-file", "begin", "end")
_BRACKETS = re.compile(r"[ \t]*\[(?P<rules>[^\]]*)\](?P<reason>.*)", re.DOTALL)
# A line of plain text that is meant for us: its word is none of ours, and brackets follow.
_LINE = re.compile(r"^[ \t]*(?:[#%;]|//)?[ \t]*hedgescan:[ \t]*(?P<deed>[\w-]+)\[[^\r\n]*", re.MULTILINE)


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


def suppressions(source: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Suppression, ...]:
    """The directives of a source, in order; a `begin` without an `end` holds to the end of the text.

    `paragraphs` are the offsets of those that were read, in order: markup need not part them by a blank line.
    """
    return tuple(_read(source, paragraphs)) if "hedgescan:" in source else ()


def faulty(source: str) -> Iterator[tuple[Span, str]]:
    """What is meant as a directive and does nothing, with what is wrong with it, in order."""
    if "hedgescan:" in source:
        yield from sorted([*_misspelt(source), *_broken(source)])


def _misspelt(source: str) -> Iterator[tuple[Span, str]]:
    """Words that are none of ours, in a comment or before brackets."""
    for found in (*ADDRESSED.finditer(source), *_LINE.finditer(source)):
        if not DIRECTIVE.match(source, found.start()):
            deed = found["deed"]
            yield Span(found.start(), found.end(), found[0]), f"there is no directive {deed!r}{nearest(deed, DEEDS)}"


def _broken(source: str) -> Iterator[tuple[Span, str]]:
    """Brackets that are not closed or name nothing, and an `end` of what was never begun."""
    opened = 0
    for found in DIRECTIVE.finditer(source):
        span = Span(found.start(), found.end(), found[0])
        opened += found["deed"] == "begin"
        if found["deed"] == "end":
            if not opened:
                yield span, "nothing has begun that could end here; take it out"
            opened = max(0, opened - 1)
        elif _named(found) is None:
            yield span, "the brackets name no rule, so this accepts nothing; write ignore[weasel], or no brackets for all rules"


def _named(found: re.Match[str]) -> tuple[tuple[str, ...], str] | None:
    """The rules that a directive names, none for all, and its reason; None for brackets that are empty or not closed."""
    words, reason = found["rules"], found["reason"]
    if words is None and reason.lstrip().startswith("["):
        spaced = _BRACKETS.match(reason)
        words, reason = (spaced["rules"], spaced["reason"]) if spaced else ("", "")
    rules = tuple(part.strip() for part in (words or "").split(",") if part.strip())
    return None if words is not None and not rules else (rules, reason.strip(" \t-–—:"))


def _read(source: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Suppression]:
    lines = Lines(source)
    count = len(lines.starts)
    opened: list[Suppression] = []
    for found in DIRECTIVE.finditer(source):
        line = lines.at(found.start("deed"))[0]
        first, last = line, line
        if found["deed"] == "ignore-file":
            first, last = 1, count
        elif found["deed"] == "ignore-next":
            first, last = _next(paragraphs, lines, found.end(), line)
        elif found["deed"] == "begin":
            last = count
        elif found["deed"] == "end":
            if opened:
                opened.pop().last = line
            continue
        named = _named(found)
        item = Suppression(found["deed"], *(named or ((), "")), first, last, found.start(), found.end())
        if found["deed"] == "begin":
            opened.append(item)
        if named:
            yield item


def _next(paragraphs: Sequence[tuple[int, int]], lines: Lines, offset: int, line: int) -> tuple[int, int]:
    """First and last line of the paragraph that follows; where none does, the directive's own."""
    place = bisect_left(paragraphs, (offset, offset))
    if place == len(paragraphs):
        return line, line
    start, end = paragraphs[place]
    return lines.at(start)[0], lines.at(max(start, end - 1))[0]
