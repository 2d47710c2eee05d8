"""A long text in parts that are read one after the other, so that what is held in memory does not grow with the text.

A part is longer than any article.  It ends where a blank line does, and what was said in it is forgotten in the next but for the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hedgescan.readers.offsets import LINE_END, TOP, Block, Place, Text
from hedgescan.readers.text import from_string

SECTION = 1 << 18  # code points from which a part ends at the next blank line; twice as many, and it ends at any paragraph


def split(text: Text) -> Iterator[Text]:
    """The parts of a text that is held whole, all with the whole source; most texts are one part."""
    blocks, begun = text.blocks, text.blocks[0].offsets[0] if text.blocks else 0
    while (number := cut(text.source, blocks, begun)) is not None:
        yield replace(text, blocks=blocks[:number])
        blocks = blocks[number:]
        begun = blocks[0].offsets[0]
    yield replace(text, blocks=blocks)


def stream(pieces: Iterable[str], path: str) -> Iterator[Text]:
    """Plain text that comes piece by piece, in the same parts, each with its own source and its place in the whole."""
    coming = iter(pieces)
    place, numbers, source, ended = TOP, 0, "", False
    while not ended or source:
        more, ended = _gather(coming, 2 * SECTION - len(source) % (2 * SECTION))
        source += more
        text = _renumbered(from_string(source, path), place, numbers)
        first = text.blocks[0].offsets[0] if text.blocks else len(source)
        number = cut(source, text.blocks, first)
        empty = None if number is not None or ended else gap(source, text.blocks, first)
        if number is None and not ended and text.blocks and empty is None:
            continue  # no place to cut yet
        blocks = text.blocks[:number]
        end = text.blocks[number].offsets[0] if number is not None else empty or len(source)
        if blocks or (ended and place == TOP):
            yield replace(text, source=source[:end], blocks=blocks)
        numbers = blocks[-1].number if blocks else numbers
        if empty and not LINE_END.search(source, _after(blocks), end):
            numbers -= 1  # the paragraph may go on
        place, source = moved(place, source[:end]), source[end:]


def cut(source: str, blocks: Sequence[Block], begun: int) -> int | None:
    """The number in `blocks` of the first that a new part begins with; None where all are one part that begins at offset `begun`."""
    for number, block in enumerate(blocks):
        start = block.offsets[0]
        if number and start - begun >= SECTION:
            before = blocks[number - 1]
            gap = source[before.offsets.end(len(before.prose)) : start]
            if start - begun >= 2 * SECTION or len(LINE_END.findall(gap)) > 1:
                return number
    return None


def gap(source: str, blocks: Sequence[Block], begun: int) -> int | None:
    """Where a part ends that nothing has followed for longer than it may be itself, as whatever comes next begins a new one; else None.

    Without this, white space without end would be read over and over, and held.
    """
    if not blocks or len(source) - begun < 4 * SECTION or len(source) - _after(blocks) < SECTION:
        return None
    line = max(source.rfind("\n"), source.rfind("\r")) + 1
    if "hedgescan:" in source[max(line, len(source) - SECTION) :]:  # a directive goes on to the end of its line
        return line if line > _after(blocks) else None
    return len(source) - source.endswith("\r")  # which may be half of a line end


def _after(blocks: Sequence[Block]) -> int:
    """Where the last block ends in the source."""
    return blocks[-1].offsets.end(len(blocks[-1].prose))


def moved(place: Place, passed: str) -> Place:
    """The place after a stretch of text."""
    last = max(passed.rfind("\n"), passed.rfind("\r")) + 1
    column = len(passed) - last + 1 if last else place.column + len(passed)
    return Place(place.offset + len(passed), place.line + len(LINE_END.findall(passed)), column)


def _gather(coming: Iterator[str], size: int) -> tuple[str, bool]:
    """Pieces of at least `size` code points together, and whether they were the last."""
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        piece = next(coming, None)
        if piece is None:
            return "".join(parts), True
        parts.append(piece)
    return "".join(parts), False


def _renumbered(text: Text, place: Place, numbers: int) -> Text:
    """A part with its place and its paragraphs' numbers in the whole; only the first part has a headline."""
    if place == TOP:
        return text
    blocks = tuple(replace(block, number=numbers + block.number, role="body") for block in text.blocks)
    return replace(text, blocks=blocks, place=place)
