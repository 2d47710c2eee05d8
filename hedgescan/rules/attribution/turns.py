"""Speech by layout: a speaker's name before a colon, as in transcripts, interviews and headlines, and a signature after a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.extent import CLOSING, dash
from hedgescan.rules.attribution.spans import Range

if TYPE_CHECKING:
    from hedgescan.rules.attribution.find import Finding

_COLON, _SIGNED = 0.5, 0.8  # strengths
_TURNS, _DENSE, _LONGEST = 3, 0.3, 6  # labels that make a transcript, as a share of its paragraphs; paragraphs that one turn may hold
_ROLE = 4  # words after the name in a label: "Ann Roe, mayor of Portville"
_LINE = 4  # tokens after the label of a headline, whose verbs the tagger takes for names
_LABEL, _NAMED = 12, 5  # tokens of a label before its colon, of a signature after its dash
_NAMES = ("NNP", "NNPS", "GW")  # GW: the tagger's name for a part of a foreign or broken word, which rare names often are
_LINKS = frozenset("of and the for de van von der da al bin le la".split())
QA = re.compile(r"[QA]\d?|Question|Answer|Reporter|Interviewer|Host|Moderator|Narrator|Caller", re.IGNORECASE)
_HANDLE = re.compile(r"@\w+")
_SENTENCE = ("VB", "MD", "PRP", "UH", "RB", "W", "EX")  # tags without which a label is followed by data rather than speech
# Words before a colon that head a section, a list or a piece of data, not speech.
_HEADINGS = frozenset(
    """note notes update updated updates correction clarification editor editors read more related watch video listen live photo photos image
    picture gallery source sources credit tags topics topic contact date time times where when what who why how cost price prices tickets
    phone tel fax email e-mail mail website web address breaking exclusive analysis opinion review reviews summary warning disclaimer
    advertisement step steps chapter part figure fig table score scores result results final fact facts line verdict claim rating ruling
    ingredients method serves directions location venue hours admission subject re to from cc ps p.s. nb n.b. fyi tip tips background
    context timeline highlights takeaway takeaways conclusion example examples total odds forecast weather high low today tomorrow
    yesterday tonight next previous also see here that this these those answer poll margin sample methodology headline deck busted byline
    dateline abstract language load-date section graphic length twitter facebook instagram follow subscribe share copyright filed posted
    published last first second third item items agenda option options reason reasons hours points point recipe key bottom fun quick big""".split()
)
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december"
)


def find(parse: Parse, entries: Entries, found: Sequence[Finding]) -> Iterator[Finding]:
    """A speaker's label at the head of a paragraph, a name and a colon before a quotation, a signature at the end."""
    label = _label(parse)
    if label is not None and not any(finding.cue[0] <= label for finding in found):
        source = (_past_marks(parse, 0), label - 1)
        sure = _speaks(parse, label) or QA.fullmatch(parse.words[source[0]]) is not None
        yield _colon(parse, entries, label, source, (label + 1, len(parse) - 1), "colon" if sure else "weak")
    else:
        for at, source, quote in _introduced(parse):
            if not any(quote == pair or pair[0] <= quote[0] <= pair[1] for finding in found for pair in finding.content):
                yield _colon(parse, entries, at, source, quote, "introduced")
    signed = _signature(parse)
    if signed is not None and not any(signed[0] <= finding.token for finding in found):
        dash, first, last = signed
        yield _made(parse, entries, dash, (first, last), [(0, dash - 1)] if dash else [], _SIGNED, "signed", "signed")


def settle(parses: Sequence[Parse], findings: Sequence[list[Finding]]) -> None:
    """Give a signature that stands alone the quotation above it, and drop the one that signs nothing ("- Jane Roe" under a column).

    A label that data rather than speech follows is kept where the same name speaks elsewhere in the document.
    """
    speakers = {_name(finding) for found in findings for finding in found if finding.frame == "colon" and finding.how != "weak"}
    for number, found in enumerate(findings):
        for finding in [finding for finding in found if finding.frame == "signed" and not finding.content]:
            above = parses[number - 1] if number else None
            if above is not None and above.quotes and above.quotes[0][0] <= 1 and not findings[number - 1]:
                finding.extra.extend((above, pair) for pair in above.quotes)
            else:
                found.remove(finding)
        found[:] = [finding for finding in found if finding.how != "weak" or _name(finding) in speakers]


def continued(parses: Sequence[Parse], findings: Sequence[Sequence[Finding]]) -> dict[int, Finding]:
    """Paragraph → the turn that goes on in it: one without a label of its own, between two turns of a transcript."""
    labels = {n: f for n, found in enumerate(findings) for f in found if f.frame == "colon" and f.how != "introduced"}
    names = [_name(finding) for finding in labels.values()]
    out: dict[int, Finding] = {}
    numbers = sorted(labels)
    if len(names) < _TURNS or len(set(names)) == len(names) or len(names) < _DENSE * (numbers[-1] - numbers[0]):
        return out
    for here, after in pairwise(numbers):
        if after - here <= _LONGEST:
            for number in range(here + 1, after):
                if parses[number].words[0] not in ("(", "[") and ":" not in parses[number].words[:_LABEL]:
                    out[number] = labels[here]
    return out


def _name(finding: Finding) -> str:
    first, last = finding.source or finding.cue
    return " ".join(finding.parse.lower[first : last + 1])


def _colon(parse: Parse, entries: Entries, at: int, source: Range, content: Range, how: str = "colon") -> Finding:
    return _made(parse, entries, at, _unmarked(parse, source), [(_past_marks(parse, content[0]), content[1])], _COLON, "colon", how)


def _made(parse: Parse, entries: Entries, at: int, source: Range, content: list[Range], strength: float, frame: str, how: str) -> Finding:
    from hedgescan.rules.attribution.find import Finding

    return Finding(parse, at, (at, at), source, _head(parse, source), content, strength, frame, how, entries.colon)


def _label(parse: Parse) -> int | None:
    """The colon after the label that opens a paragraph, where the label names somebody; or None."""
    start = _past_marks(parse, 0)
    at = next((k for k in range(start + 1, min(start + _LABEL, len(parse) - 1)) if parse.words[k].strip("*_)]") == ":"), None)
    if at is None or parse.quoted[at]:
        return None
    words = [k for k in range(start, at) if parse.words[k][0].isalnum() or parse.words[k][0] == "@"]
    return at if words and _names(parse, words, at) else None


def _names(parse: Parse, words: list[int], at: int) -> bool:
    """Do the words of a label name a speaker?"""
    first = words[0]
    if len(words) == 1 and (QA.fullmatch(parse.words[first]) or _HANDLE.fullmatch(parse.words[first])):
        return True
    if any(parse.lower[k] in _HEADINGS or _CALENDAR.fullmatch(parse.lower[k]) or parse.words[k][0].isdigit() for k in words):
        return False
    if all(parse.words[k].isupper() for k in words):
        return len(parse.words[first]) > 1
    stop = next((k for k in range(first, at) if parse.words[k] in (",", "(")), at)
    core = [k for k in words if k < stop]
    if not core or not all(parse.words[k][0].isupper() or parse.lower[k] in _LINKS for k in core) or not parse.words[core[-1]][0].isupper():
        return False
    if len(words) - len(core) > _ROLE or any(parse.tags[k].startswith(("VB", "MD")) for k in words[len(core) :]):
        return False
    if parse.tags[first] == "DT" or parse.lower[first] in _LINKS:
        return False
    if any(parse.tags[k] in _NAMES for k in core):
        return True
    return parse.role == "headline" and parse.kinds[core[-1]] in ("H", "D")


def _speaks(parse: Parse, at: int) -> bool:
    """Does speech follow the label, and not a figure, an address or a name ("Jane Roe: 1,204")?"""
    headline = parse.role == "headline" and len(parse) - at > _LINE
    return bool(parse.quotes) or headline or any(parse.tags[k].startswith(_SENTENCE) for k in range(at + 1, len(parse)))


def _introduced(parse: Parse) -> Iterator[tuple[int, Range, Range]]:
    """(colon, source, quotation) where a name without a verb leads to a quotation: "The mayor in May: “…”"."""
    for number, quote in enumerate(parse.quotes):
        at = quote[0] - 1
        if at < 1 or parse.words[at] != ":":
            continue
        first = parse.sents[parse.sent[at]][0]
        if number:
            first = max(first, parse.quotes[number - 1][1] + 1)
        first = next((k + 1 for k in range(at - 1, first, -1) if dash(parse, k)), first)
        verbless = not any(parse.tags[k].startswith(("VB", "MD")) for k in range(first, at))
        heads = [k for k in range(first, at) if parse.kinds[k] in ("H", "P", "D") and not nouns.is_time(parse, k)]
        if verbless and heads and parse.lower[heads[0]] not in _HEADINGS:
            yield at, _phrase(parse, heads[0], first, at), quote
        elif parse.tags[at - 1] in _NAMES and parse.kinds[at - 1] == "P" and not nouns.is_time(parse, at - 1):
            head = at - 1
            while head > first and parse.tags[head - 1] in _NAMES:
                head -= 1
            yield at, (head, at - 1), quote


def _phrase(parse: Parse, head: int, first: int, stop: int) -> Range:
    """The noun phrase that begins about `head`: its determiner and modifiers, and the names and conjunctions after it."""
    last = head
    while last + 1 < stop and (parse.tags[last + 1] in (*_NAMES, "NN", "NNS", "CC", "HYPH", "POS") or parse.words[last + 1] == "&"):
        last += 1
    while last > head and parse.tags[last] == "CC":
        last -= 1
    while head > first and parse.tags[head - 1] in ("DT", "JJ", "NN", "PRP$", "POS", *_NAMES):
        head -= 1
    return head, last


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


def _past_marks(parse: Parse, at: int) -> int:
    """The first token from `at` on that is no emphasis mark or bracket ("**Jane Roe:**")."""
    while at < len(parse) - 1 and set(parse.words[at]) <= set("*_[]#>"):
        at += 1
    return at


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
