"""Plain text becomes paragraphs: blank lines part them, hard wraps are joined, and every character knows where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hedgescan.readers.directives import blanked
from hedgescan.readers.offsets import Block, Offsets, Text
from hedgescan.readers.roles import roles

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# White space other than a single plain space, and what is not printed at all: the only places where prose and source part.
GAP = re.compile(rf"(?: (?=[\s{ZERO_WIDTH}])|[^\S ]|[{ZERO_WIDTH}])[\s{ZERO_WIDTH}]*")
INK = re.compile(rf"[^\s{ZERO_WIDTH}](?:.*[^\s{ZERO_WIDTH}])?", re.DOTALL)
WHITE = re.compile(r"\s")
# Line ends of the layout; a form feed or a paragraph separator ends a paragraph as a blank line does.  Empty lines are taken all at once.
LINE = re.compile(r"(?P<text>[^\n\r\f\u2028\u2029]*)(?:(?P<end>\r\n|[\n\r\f\u2028\u2029])(?P<empty>[\n\r\f\u2028\u2029]++)?|\Z)")
LINE_ENDS = re.compile(r"\r\n|[\n\r\f\u2028\u2029]")
BULLET = re.compile(r"(?:[-*+•‣◦·–—]|\(?\d{1,3}[.)]|[a-z][.)])\s+")
RULE = re.compile(r"([-=~_*#+^.])\1{2,}")  # a line drawn, under a heading or between two parts
STOP = re.compile(r"[.!?…:;][\"'”’)\]]*$")

SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+")
WHITES = re.compile(r"\s+")
LONGEST, SHORTER = 100_000, 10_000  # a longer paragraph is read in pieces; how far back from that a good end is looked for

NARROW, WIDE = 40, 120  # a hard-wrapped text has its longest line between these
RAGGED = 0.6  # a line this full, before one that goes on in lower case, was wrapped by hand


class Line(NamedTuple):
    """A line of the layout: source offsets without its surrounding white space, and its indent."""

    start: int
    end: int
    indent: int
    text: str


def from_string(source: str, path: str = "-") -> Text:
    """Plain text as `Text`: `source` is kept as it is, offsets are code points of it."""
    words = blanked(source)
    spans = [span for block in blocks(words) for span in paragraphs(block)]
    pieces = [(number, start, end) for number, (first, last) in enumerate(spans, 1) for start, end in bounded(words, first.start, last.end)]
    parts = [(number, *prose(words, start, end)) for number, start, end in pieces]
    parted = len(spans) > 1 and len(LINE_ENDS.findall(source, spans[0][1].end, spans[1][0].start)) > 1
    names = roles([part for _, part, _ in parts], parted)
    return Text(path, source, tuple(Block(part, offsets, role, number) for (number, part, offsets), role in zip(parts, names, strict=True)))


def bounded(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph in pieces of at most LONGEST code points, cut after a sentence, else after a word, else anywhere."""
    while end - start > LONGEST:
        limit = start + LONGEST
        at = max((match.end() for match in SENTENCE.finditer(source, limit - SHORTER, limit)), default=0)
        at = at or max((match.end() for match in WHITES.finditer(source, limit - SHORTER, limit)), default=limit)
        last = INK.search(source, start, at)
        if last:
            yield last.span()
        start = at
    last = INK.search(source, start, end)
    if last:
        yield last.span()


def prose(source: str, start: int, end: int) -> tuple[str, Offsets]:
    """The words of `source[start:end]` with one space for each run of white space and nothing for what has no width."""
    pieces: list[str] = []
    at_prose, at_source, size, done = [0], [start], 0, start
    for match in GAP.finditer(source, start, end):
        pieces.append(source[done : match.start()])
        size += match.start() - done
        white = WHITE.search(source, match.start(), match.end())
        if white:
            at_prose.append(size)
            at_source.append(white.start())
            pieces.append(" ")
            size += 1
        at_prose.append(size)
        at_source.append(match.end())
        done = match.end()
    pieces.append(source[done:end])
    return "".join(pieces), Offsets(at_prose, at_source)


def blocks(source: str) -> Iterator[list[Line]]:
    """Runs of lines between blank ones."""
    block: list[Line] = []
    for match in LINE.finditer(source):
        ink = INK.search(source, *match.span("text"))
        if ink:
            block.append(Line(*ink.span(), ink.start() - match.start(), ink[0]))
        if block and (not ink or match["empty"] or match["end"] in ("\f", "\u2029")):
            yield block
            block = []
    if block:
        yield block


def paragraphs(block: list[Line]) -> Iterator[tuple[Line, Line]]:
    """First and last line of each paragraph of a block: lines are joined where the writer's editor had wrapped them."""
    if least := min(line.indent for line in block):
        block = [line._replace(indent=line.indent - least) for line in block]
    width = max((line.indent + len(line.text) for line in block if " " in line.text), default=0)
    wrapped = NARROW <= width <= WIDE and not all(STOP.search(line.text) for line in block)
    first = block[0]
    for line, after in pairwise(block):
        if not (wrapped and joins(line, after, width)):
            yield first, line
            first = after
    yield first, block[-1]


def joins(line: Line, after: Line, width: int) -> bool:
    """Whether `after` goes on with `line`: its first word would not have fitted into the `width`, or it goes on in mid-sentence.

    Under a bullet it may stand further in, where the words of the bulleted line do.
    """
    bullet = BULLET.match(line.text)
    if RULE.fullmatch(line.text) or RULE.fullmatch(after.text) or BULLET.match(after.text):
        return False
    if after.indent > line.indent + (bullet.end() if bullet else 0):
        return False
    if line.indent + len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width:
        return True
    return after.text[0].islower() and line.indent + len(line.text) >= RAGGED * width and not STOP.search(line.text)
