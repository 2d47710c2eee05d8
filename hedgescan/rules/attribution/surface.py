"""Attributions read off the surface, whatever the parse says: "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import aside
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.extent import bounds, reach
from hedgescan.rules.attribution.spans import Range

if TYPE_CHECKING:
    from hedgescan.rules.attribution.find import Finding

_NOMINAL = ("DT", "JJ", "CD", "PR", "NN")
_TRAILING = frozenset((",", ".", "“", "”", '"', ";", ":"))
_SURE = 0.99


def find(parse: Parse, entries: Entries) -> Iterator[Finding]:
    """ "According to X" wherever it stands."""
    from hedgescan.rules.attribution.find import Finding

    for token in range(len(parse) - 2):
        if parse.lower[token] == "according" and parse.lower[token + 1] == "to":
            head = _governed(parse, token)
            source = _phrase(parse, token, head)
            content = _rest(parse, token, source)
            yield Finding(parse, token, (token, token + 1), source, head, content, _SURE, "according", "according", entries.according)


def _governed(parse: Parse, token: int) -> int:
    """Head of the phrase after "according to"."""
    head = parse.heads[token]
    if head > token + 1 and parse.deps[token] in ("case", "mark"):
        return head
    for kid in parse.kids[token]:
        if kid > token + 1 and parse.deps[kid] in ("obl", "nmod", "obj", "xcomp"):
            return kid
    head = token + 2
    while head + 1 < len(parse) and parse.tags[head][:2] in _NOMINAL and parse.tags[head + 1][:2] in ("NN", "JJ", "CD"):
        head += 1
    return head


def _phrase(parse: Parse, token: int, head: int) -> Range:
    last = parse.right[head]
    for kid in parse.kids[head]:
        if kid > head and parse.deps[kid] in ("acl:relcl", "parataxis", "ccomp"):
            last = min(last, parse.left[kid] - 1)
    while last > head and parse.words[last] in _TRAILING:
        last -= 1
    last = max(last, head)
    end = parse.sents[parse.sent[last]][1]
    while last < end and parse.tags[last] == parse.tags[last + 1] == "NNP":  # a name that the parse has cut
        last += 1
    return token + 2, last


def _rest(parse: Parse, token: int, source: Range) -> list[Range]:
    """What the phrase is about: the sentence it ends or interrupts, or, where it opens the sentence, the clause after it.

    Of co-ordinated clauses before it annotators mostly take all (in PolNeAR two times out of three), and so do we.
    """
    start, end = bounds(parse, token)
    behind = source[1] + 1
    if any(parse.words[at][0].isalnum() and parse.tags[at] != "CC" for at in range(start, token)):
        found = aside.around(parse, token, (token, token + 1), source)
        return found or ([(start, token - 1)] if token - start > 3 else [])
    while behind < end and parse.words[behind] == ",":
        behind += 1
    return [(behind, reach(parse, token, behind))] if behind < end else []
