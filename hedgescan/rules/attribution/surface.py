"""Attributions read off the surface, whatever the parse says: "according to", "per"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import aside
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.extent import MARKS, bounds, reach
from hedgescan.rules.attribution.spans import Range

if TYPE_CHECKING:
    from hedgescan.rules.attribution.find import Finding

_NOMINAL = ("DT", "JJ", "CD", "PR", "NN")
_TRAILING = frozenset((",", ".", "“", "”", '"', ";", ":"))
_RELATIVES = ("who", "whose", "whom", "which")
_SURE, _LIKELY = 0.99, 0.8
# What a thing is done by rather than said by: bare ("according to plan"), or with an article where nothing sets the phrase off.
_MANNERS = frozenset(
    """plan schedule rank taste size age height weight colour color type merit custom tradition need ability preference season
    circumstance procedure protocol habit rule instruction direction recipe timetable wish principle order design script form""".split()
)


def find(parse: Parse, entries: Entries) -> Iterator[Finding]:
    """ "According to X" and "Per X" wherever they stand."""
    from hedgescan.rules.attribution.find import Finding

    for token in range(len(parse) - 2):
        if parse.lower[token] == "according" and parse.lower[token + 1] == "to":
            head, entry, last, sure = _governed(parse, token), entries.according, token + 1, _SURE
            if _manner(parse, token, head):
                continue
        elif parse.lower[token] == "per" and (named := _per(parse, token)) is not None:
            head, entry, last, sure = named, entries.per, token, _LIKELY
        else:
            continue
        source = _phrase(parse, last, head)
        head = min(head, source[1])
        content = _rest(parse, token, source)
        yield Finding(parse, token, (token, last), source, head, content, sure, "according", "according", entry)


def _manner(parse: Parse, token: int, head: int) -> bool:
    """Does the phrase tell how a thing was done ("went according to plan"), and not who says it?"""
    if parse.lemmas[head] not in _MANNERS or parse.tags[head].startswith("NNP"):
        return False
    free = token > bounds(parse, token)[0] and parse.words[token - 1] not in MARKS
    return free or head == token + 2


def _per(parse: Parse, token: int) -> int | None:
    """Head of the source in "Per the ministry, P" and "P, per the ministry", where it is somebody or a document; or None."""
    opens = token == bounds(parse, token)[0]
    if not (opens or parse.words[token - 1] == ","):
        return None
    head = _governed(parse, token)
    known = parse.kinds[head] in ("H", "P", "D") or parse.words[token + 1].startswith("@")
    return head if known and not nouns.is_time(parse, head) else None


def _governed(parse: Parse, token: int) -> int:
    """Head of the phrase after "according to" or "per"."""
    first = token + 1 + (parse.lower[token + 1] == "to")
    head = parse.heads[token]
    if head >= first and parse.deps[token] in ("case", "mark"):
        return head
    for kid in parse.kids[token]:
        if kid >= first and parse.deps[kid] in ("obl", "nmod", "obj", "xcomp"):
            return kid
    head = first
    while head + 1 < len(parse) and parse.tags[head][:2] in _NOMINAL and parse.tags[head + 1][:2] in ("NN", "JJ", "CD"):
        head += 1
    return head


def _phrase(parse: Parse, cue: int, head: int) -> Range:
    """The source from behind the cue's last token to where its noun phrase ends."""
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
    return cue + 1, _before_clause(parse, cue + 1, last)


def _before_clause(parse: Parse, first: int, last: int) -> int:
    """The end of a name behind which the clause begins without a comma ("According to minister Ada Roe taxes will fall")."""
    end = parse.sents[parse.sent[last]][1]
    for at in range(first, last):
        if parse.tags[at] in ("NNP", "GW") and parse.tags[at + 1] in ("NN", "NNS", "DT", "PRP", "EX") and parse.kinds[at + 1] != "H":
            verb = next((k for k in range(at + 2, end + 1) if parse.tags[k] in ("VBD", "VBZ", "VBP", "MD") or parse.words[k] == ","), at)
            return at if parse.tags[verb] in ("VBD", "VBZ", "VBP", "MD") and verb > last - 1 else last
    return last


def _rest(parse: Parse, token: int, source: Range) -> list[Range]:
    """What the phrase is about: the sentence it ends or interrupts, or, where it opens the sentence, the clause after it.

    Of co-ordinated clauses before it annotators mostly take all (in PolNeAR two times out of three), and so do we.
    """
    start, end = bounds(parse, token)
    behind = source[1] + 1
    if any(parse.words[at][0].isalnum() and parse.tags[at] != "CC" for at in range(start, token)):
        found = aside.around(parse, token, (token, source[0] - 1), source)
        return found or ([(start, token - 1)] if token - start > 3 else [])
    while behind < end and parse.words[behind] == ",":
        behind += 1
        if parse.lower[behind] in _RELATIVES:  # "According to Mehta, whose lab built it, the error …"
            behind = next((at for at in range(behind + 1, end) if parse.words[at] == "," and parse.quoted[at] == parse.quoted[token]), behind)
    return [(behind, reach(parse, token, behind))] if behind < end else []
