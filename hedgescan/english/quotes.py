"""Who is speaking where: the quoted stretches of a paragraph, found from its quotation marks alone."""

from __future__ import annotations

import re

# A mark is an opening or a closing one by its shape, or, where straight, by what stands beside it.
_MARK = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,?!…%)])[’'](?!\w)")
_PAIR = {"“": "”", "„": "”“", "«": "»", "»": "«", "``": "''", '"': '"', "‘": "’", "'": "'"}
_ELISION = re.compile(r"['‘’](?:\d|em\b|til\b|tis\b|twas\b|cause\b|cos\b|n\b|round\b)", re.IGNORECASE)


def find(prose: str) -> list[tuple[int, int]]:
    """Quoted stretches of `prose` as (start, end) offsets, marks included, outermost only.

    A mark that is opened and never closed quotes to the end of the paragraph, as in speech that runs over several paragraphs; a
    second opening mark of the same shape restarts it.  A single mark that is never closed is an apostrophe.
    """
    out: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(prose):
        sign, at = mark.group(), mark.start()
        if opened and sign in _PAIR[opened[1]]:
            if opened[1] not in "‘'" or _closes_single(prose, opened[0], at):
                out.append((opened[0], mark.end()))
                opened = None
        elif sign in _PAIR and not _ELISION.match(prose, at) and (opened is None or sign == opened[1] or opened[1] in "‘'"):
            if sign == "'" and at and prose[at - 1].isalnum():
                continue
            opened = (at, sign)
    if opened and opened[1] not in "‘'":
        out.append((opened[0], len(prose)))
    return out


def _closes_single(prose: str, start: int, end: int) -> bool:
    """Is the apostrophe at `end` a closing mark?  Not the plural genitive of a word within the quote ("the workers' plea")."""
    if prose[end - 1] in ".,?!…":
        return True
    return not (prose[end - 1] == "s" and prose.find(prose[end], end + 1) > 0 and prose[end + 1 : end + 2] == " ")
