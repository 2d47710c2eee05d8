"""Arcs that cross others: the parser marks them by a double label, and here they find their heads (Nivre & Nilsson 2005)."""

from __future__ import annotations

from collections.abc import Sequence

MARK = "||"


def reattach(heads: list[int], deps: list[str], blanks: Sequence[int]) -> None:
    """Move each token with a label "x||y" under the first descendant of its head that is a y, searched breadth first; it becomes an x.

    Where there is none the head stays.  `blanks` marks tokens of white space, which are no heads.
    """
    for token, dep in enumerate(deps):
        if MARK in dep:
            deps[token], wanted = dep.split(MARK)
            heads[token] = _find(token, wanted, heads, deps, blanks)


def _find(token: int, wanted: str, heads: list[int], deps: list[str], blanks: Sequence[int]) -> int:
    row = [heads[token]]
    while row:
        row = [kid for over in row for kid, head in enumerate(heads) if head == over and kid not in (over, token) and not blanks[kid]]
        for kid in row:
            if deps[kid] == wanted:
                return kid
    return heads[token]
