"""Speech by layout: a speaker's name before a colon, as in transcripts, interviews and headlines, and a signature after a dash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import labels
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.extent import CLOSING, dash
from hedgescan.rules.attribution.spans import Range

if TYPE_CHECKING:
    from hedgescan.rules.attribution.find import Finding

_COLON, _SIGNED = 0.5, 0.8  # strengths
_TURNS, _DENSE, _LONGEST = 3, 0.3, 6  # labels that make a transcript, as a share of its paragraphs; paragraphs that one turn may hold
_KEYS = 2  # labels known for keys that make a form, with the same share
_CREDIT = 7  # tokens after the dash of a headline
_NAMED = 5  # tokens of a signature after its dash


def find(parse: Parse, entries: Entries, found: Sequence[Finding]) -> Iterator[Finding]:
    """A speaker's label at the head of a paragraph, a name and a colon before a quotation, a signature at the end."""
    label = labels.opening(parse)
    if label is not None and not any(finding.cue[0] <= label for finding in found):
        source = (labels.past(parse, 0), label - 1)
        sure = labels.speaks(parse, label) or labels.QA.fullmatch(parse.words[source[0]]) is not None
        yield _colon(parse, entries, label, source, (label + 1, len(parse) - 1), "colon" if sure else "weak")
    else:
        for at, source, quote in labels.introduced(parse):
            if not any(quote == pair or pair[0] <= quote[0] <= pair[1] for finding in found for pair in finding.content):
                yield _colon(parse, entries, at, source, quote, "introduced")
    signed = _signature(parse) or _credited(parse)
    if signed is not None and not any(signed[0] <= finding.token for finding in found):
        mark, first, last = signed
        yield _made(parse, entries, mark, (first, last), [(0, mark - 1)] if mark else [], _SIGNED, "signed", "signed")


def settle(parses: Sequence[Parse], findings: Sequence[list[Finding]]) -> None:
    """Give a signature that stands alone the quotation above it, and drop the one that signs nothing ("- Jane Roe" under a column).

    A label that data rather than speech follows is kept where the same name speaks elsewhere in the document.
    """
    speakers = {_name(finding) for found in findings for finding in found if finding.frame == "colon" and finding.how != "weak"}
    form = any(_key(finding) for found in findings for finding in found) and _form(parses)
    for number, found in enumerate(findings):
        for finding in [finding for finding in found if finding.frame == "signed" and not finding.content]:
            above = parses[number - 1] if number and parses[number].number <= parses[number - 1].number + 1 else None
            if above is not None and above.quotes and above.quotes[0][0] <= 1 and not findings[number - 1]:
                finding.extra.extend((above, pair) for pair in above.quotes)
            else:
                found.remove(finding)
        if form:
            found[:] = [finding for finding in found if not _key(finding)]
        found[:] = [finding for finding in found if finding.how != "weak" or _name(finding) in speakers or _answers(findings, number)]


def _key(finding: Finding) -> bool:
    """Is the label one word, not in capitals, before something that is no quotation, so that it may be the key to a value?"""
    first, last = finding.source or finding.cue
    word = finding.parse.words[first]
    return finding.frame == "colon" and finding.how != "introduced" and first == last and word.isalpha() and not word.isupper() and not finding.parse.quotes


def _form(parses: Sequence[Parse]) -> bool:
    """Is the document a list of keys and values ("Format: …", "Venue: …") rather than a talk?"""
    keys = sum(
        parse.words[at] == ":" and parse.lower[at - 1] in labels.HEADINGS and parse.words[at - 1][0].isupper()
        for parse in parses
        if ":" in parse.words
        for at in range(1, len(parse))
    )
    return keys >= _KEYS and keys >= _DENSE * len(parses)


def _answers(findings: Sequence[Sequence[Finding]], number: int) -> bool:
    """Is the label the next after another's turn, both in capitals ("KESTREL: How long? / MARR: Six hours")?"""
    turns = [finding for near in (number - 1, number) if near >= 0 for finding in findings[near] if finding.frame == "colon"]
    return len(turns) > 1 and all(finding.parse.words[finding.cue[0] - 1].isupper() for finding in turns) and turns[0].how == "colon"


def continued(parses: Sequence[Parse], findings: Sequence[Sequence[Finding]]) -> dict[int, Finding]:
    """Paragraph → the turn that goes on in it: one without a label of its own, between two turns of a transcript."""
    heads = {n: f for n, found in enumerate(findings) for f in found if f.frame == "colon" and f.how != "introduced"}
    names = [_name(finding) for finding in heads.values()]
    out: dict[int, Finding] = {}
    numbers = sorted(heads)
    if len(names) < _TURNS or len(set(names)) == len(names) or len(names) < _DENSE * (numbers[-1] - numbers[0]):
        return out
    for here, after in pairwise(numbers):
        if after - here <= _LONGEST:
            for number in range(here + 1, after):
                if parses[number].words[0] not in ("(", "[") and ":" not in parses[number].words[:labels.LABEL]:
                    out[number] = heads[here]
    return out


def _name(finding: Finding) -> str:
    first, last = finding.source or finding.cue
    return " ".join(finding.parse.lower[first : last + 1])


def _colon(parse: Parse, entries: Entries, at: int, source: Range, content: Range, how: str = "colon") -> Finding:
    return _made(parse, entries, at, _unmarked(parse, source), [(labels.past(parse, content[0]), content[1])], _COLON, "colon", how)


def _made(parse: Parse, entries: Entries, at: int, source: Range, content: list[Range], strength: float, frame: str, how: str) -> Finding:
    from hedgescan.rules.attribution.find import Finding

    return Finding(parse, at, (at, at), source, _head(parse, source), content, strength, frame, how, entries.colon)


def _credited(parse: Parse) -> tuple[int, int, int] | None:
    """(dash, first, last) of who says it at the end of a headline: "Rovers to sign Arthur – report", "‘Enough’ – nurses on the ward"."""
    mark = next((k for k in range(len(parse) - 2, max(1, len(parse) - 2 - _CREDIT), -1) if dash(parse, k)), None)
    if mark is None or not labels.line(parse) or any(parse.tags[k].startswith(("VB", "MD")) for k in range(mark + 1, len(parse))):
        return None
    head = next((k for k in range(mark + 1, len(parse)) if parse.tags[k].startswith("NN") or parse.kinds[k] in ("H", "D")), None)
    while head is not None and head + 1 < len(parse) and parse.tags[head + 1].startswith("NN"):
        head += 1
    known = head is not None and (parse.kinds[head] in ("H", "D") or (parse.kinds[head] == "P" and bool(parse.quotes)))
    return (mark, mark + 1, len(parse) - 1) if known else None


def _signature(parse: Parse) -> tuple[int, int, int] | None:
    """(dash, first, last) of a name after a dash at the end of a paragraph: "… — Jane Roe (@jroe) May 3"; or None."""
    mark = next((k for k in range(len(parse) - 2, max(-1, len(parse) - 16), -1) if dash(parse, k)), None)
    if mark is None:
        return None
    ended = mark == 0 or parse.words[mark - 1] in CLOSING or parse.words[mark - 1][-1] in ".!?…"
    last = mark
    while last + 1 < len(parse) and last - mark < _NAMED and (parse.words[last + 1][0].isupper() or parse.tags[last + 1] == "CC") and not nouns.is_time(parse, last + 1):
        last += 1
    handle = next((k for k in range(last + 1, min(last + 5, len(parse))) if parse.words[k].startswith("@")), None)
    if handle is not None:
        closing = handle + 1 < len(parse) and parse.words[handle + 1] == ")"
        return (mark, mark + 1, handle + closing) if handle - mark <= _NAMED + 2 else None
    alone = last == len(parse) - 1 or (parse.words[last + 1] in (",", ".", "(") and len(parse) - last <= 8)
    signs = bool(parse.quotes) and mark > 0 and parse.quotes[-1][1] == mark - 1
    return (mark, mark + 1, last) if last > mark and ended and alone and (signs or mark == 0) else None


def _unmarked(parse: Parse, source: Range) -> Range:
    first, last = source
    while last > first and set(parse.words[last]) <= set("*_[]"):
        last -= 1
    return first, last


def _head(parse: Parse, source: Range) -> int:
    """The last noun before a comma, bracket or preposition."""
    head = source[0]
    for at in range(source[0], source[1] + 1):
        if at > source[0] and (parse.words[at] in (",", "(") or parse.tags[at] == "IN"):
            break
        if parse.tags[at].startswith(("NN", "JJ")):
            head = at
    return head
