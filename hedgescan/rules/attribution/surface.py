"""Attributions read off the surface, whatever the parse says: "according to", "in the words of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.entries import Entries
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
    return token + 2, max(last, head)


def _rest(parse: Parse, token: int, source: Range) -> list[Range]:
    """The sentence before the phrase, or, where it opens the sentence, the sentence after it."""
    first, last = parse.sents[parse.sent[token]]
    if token - first > 3:
        return [(first, token - 1)]
    return [(source[1] + 1, last)] if source[1] < last else []
