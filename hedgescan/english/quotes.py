"""Who is speaking where: the quoted stretches of a paragraph, found from its quotation marks, and from its format where that tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A single mark counts only where it stands at a word's edge; elsewhere it is an apostrophe.
_MARK = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,?!…%)])[’'](?!\w)")
_DOUBLE = frozenset(("“", "”", "„", '"', "``", "''"))  # writers mix them: what one opens, any other may close
_OPENS = frozenset(("“", "„", "«", "``", "‘"))
_CLOSES = frozenset(("”", "»", "’"))
_ELISION = re.compile(r"['‘’](?:\d|em\b|til\b|tis\b|twas\b|cause\b|cos\b|n\b|round\b)", re.IGNORECASE)
_LEAD = " \t\u00a0([{—–-/"  # what may stand before an opening mark
_TRAIL = " \t\u00a0.,;:?!…)]}—–-/"  # what may stand after a closing one


def find(prose: str) -> list[tuple[int, int]]:
    """Quoted stretches of `prose` as (start, end) offsets, marks included, outermost only.

    A mark that is opened and never closed quotes to the end of the paragraph, as in speech that runs over several paragraphs; a
    second opening mark of the same shape restarts it, one of another shape opens a quotation within it.  A single mark that is never
    closed is an apostrophe.
    """
    out: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    inner = False
    for mark in _MARK.finditer(prose):
        sign, at = mark.group(), mark.start()
        if opened and _family(sign) == _family(opened[1]) and not _leads(prose, mark, opened=True):
            if inner:
                inner = False
            elif sign not in "’'" or _closes_single(prose, opened[0], at):
                out.append((opened[0], mark.end()))
                opened = None
        elif _leads(prose, mark, opened=False) and (opened is None or _family(opened[1]) == _family(sign) or opened[1] in "‘'"):
            inner = opened is not None and opened[1] != sign and _family(opened[1]) == _family(sign) == '"'
            opened = opened if inner else (at, sign)
    if opened and opened[1] not in "‘'":
        out.append((opened[0], len(prose)))
    return out


def joined(marked: list[tuple[int, int]], told: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in quotation marks and those that the format says are quoted, in order; where they overlap they are one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted([*marked, *told]) if told else marked:
        if told and out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _family(sign: str) -> str:
    return '"' if sign in _DOUBLE else "«" if sign in "«»" else "'"


def _leads(prose: str, mark: re.Match[str], *, opened: bool) -> bool:
    """Does the mark open a quotation?  By what stands beside it, then by its shape; one that could be either closes what is open."""
    sign = mark.group()
    if sign in "'‘" and _ELISION.match(prose, mark.start()):
        return False
    free_left = mark.start() == 0 or prose[mark.start() - 1] in _LEAD
    free_right = mark.end() == len(prose) or prose[mark.end()] in _TRAIL
    if free_left != free_right:
        return free_left and sign not in "»’"
    if sign in _OPENS or sign in _CLOSES:
        return sign in _OPENS
    return not opened and (sign != "'" or not prose[max(0, mark.start() - 1)].isalnum())


def _closes_single(prose: str, start: int, end: int) -> bool:
    """Is the apostrophe at `end` a closing mark?  Not the plural genitive of a word within the quote ("the workers' plea")."""
    if prose[end - 1] in ".,?!…":
        return True
    return not (prose[end - 1] == "s" and prose.find(prose[end], end + 1) > 0 and prose[end + 1 : end + 2] == " ")
