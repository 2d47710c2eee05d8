"""Whose words a quotation is that has no attribution of its own: the nearest speaker's, or that of the paragraphs before."""

from __future__ import annotations

from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.extent import CLOSING
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.spans import Range

_LONG = 6  # tokens: a shorter quotation within a sentence is a quoted word, not speech
_WHOLE = 0.7  # share of a paragraph that stands in quotation marks when it is all speech
_END = 3  # tokens from the end of a paragraph within which a colon announces the next
_SPOKEN = frozenset("quote before clause that parataxis follow according colon".split())


@dataclass(slots=True)
class Speaker:
    """Who spoke last, and whether the paragraph left the speech open: by a colon, or by a quotation that it did not close."""

    finding: Finding | None = None
    announced: bool = False
    unclosed: bool = False


def carry(parse: Parse, found: list[Finding], before: Speaker) -> Speaker:
    """Give the quotations of a paragraph that nobody says to who said the last; returns the speaker for the next paragraph."""
    if found and all(finding.frame == "signed" or finding.how == "weak" for finding in found):  # an embedded post interrupts nobody
        return before
    outside = [finding for finding in found if not parse.quoted[finding.token]]
    heard = [finding for finding in outside if finding.source is not None and spoken(finding)]
    heard = [finding for finding in heard if parse.tags[finding.token] != "VBG"] or heard  # not the "referring to" beside "he said"
    loose = _loose(parse, outside)
    if before.finding is not None and (before.announced or not outside) and _goes_on(parse, before, outside):
        ranges = loose or parse.quotes or [(0, len(parse) - 1)]
        before.finding.extra.extend((parse, pair) for pair in ranges)
        if not heard:
            return Speaker(before.finding, False, _unclosed(parse))
    elif heard:
        for pair in loose:
            _nearest(heard, pair).content.append(pair)
    last = heard[-1] if heard else None
    return Speaker(last, last is not None and _announces(parse, last), _unclosed(parse))


def spoken(finding: Finding) -> bool:
    """Is it speech or writing, rather than thought or will?"""
    return finding.frame.split(":")[-1] in _SPOKEN or finding.entry.speech


def _loose(parse: Parse, outside: list[Finding]) -> list[Range]:
    """Quotations of a sentence's length that the content of no attribution outside quotation marks covers."""
    held = [pair for finding in outside for pair in finding.content]
    return [(a, b) for a, b in parse.quotes if _speech(parse, a, b) and not any(x <= a + 1 and b - 1 <= y for x, y in held)]


def _speech(parse: Parse, first: int, last: int) -> bool:
    """Is the quotation long enough for speech, or a sentence of its own?"""
    return last - first >= _LONG or parse.sents[parse.sent[first]][0] == first


def _goes_on(parse: Parse, before: Speaker, outside: list[Finding]) -> bool:
    """Is the paragraph the speech that the one before has announced or left open, or all quotation?"""
    if bool(parse.quotes) and parse.quotes[0][0] <= 1:
        return before.announced or before.unclosed or sum(parse.quoted) > _WHOLE * len(parse)
    return before.announced and not outside


def _nearest(heard: list[Finding], pair: Range) -> Finding:
    first, last = pair
    found = min(heard, key=lambda finding: abs(finding.token - (first if finding.token < first else last)))
    parse, sentence = found.parse, found.parse.sent[found.token]
    direct = [other for other in heard if parse.sent[other.token] == sentence and any(parse.quoted[a] for a, _ in other.content)]
    return found if found in direct or not direct else direct[-1]  # "said one, who asked not to be named. “…”"


def _announces(parse: Parse, last: Finding) -> bool:
    """Does the paragraph end in a colon, the speaker's sentence being its last?"""
    return parse.words[-1] == ":" and parse.sent[last.token] == parse.sent[-1]


def _unclosed(parse: Parse) -> bool:
    """Does the paragraph end within a quotation that has no closing mark?"""
    return bool(parse.quotes) and parse.quotes[-1][1] == len(parse) - 1 and parse.words[-1] not in CLOSING - {"“"}
