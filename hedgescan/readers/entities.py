"""Character references of HTML, decoded as browsers do, each with its place."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hedgescan.readers.pieces import Pieces

_REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|(?P<name>[A-Za-z][A-Za-z0-9]{0,31}+;?))")
_DIGITS = 9  # of a number: more name no character


def copy(pieces: Pieces, start: int, end: int) -> None:
    """Add `pieces.source[start:end]`, its references decoded; a malformed one stays as it is written."""
    for found in _REFERENCE.finditer(pieces.source, start, end):
        words, length = _decoded(found)
        if length:
            pieces.copy(start, found.start())
            pieces.put(words, found.start(), found.start() + length)
            start = found.start() + length
    pieces.copy(start, end)


def _decoded(found: re.Match[str]) -> tuple[str, int]:
    """What a reference stands for, and how much of it is the reference: a name may go on as a word ("&notit;" is "¬it;")."""
    name = found["name"]
    if name is None:
        if len(found[0]) > _DIGITS + 4:
            return "\ufffd", len(found[0])
        return unescape(found[0]), len(found[0])
    for size in range(len(name), 1, -1):
        if name[:size] in html5:
            return html5[name[:size]], size + 1
    return "", 0
