"""Labels that name a speaker: before the colon at the head of a paragraph, or before a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import spans
from hedgescan.rules.attribution.extent import CLOSING, STOPS, dash
from hedgescan.rules.attribution.spans import Range

LABEL = 12  # tokens of a label before its colon
_ROLE = 4  # words after the name in a label: "Ann Roe, mayor of Portville"
_LINE = 4  # tokens after the label of a headline, whose verbs the tagger takes for names
NAMES = ("NNP", "NNPS", "GW")  # GW: the tagger's name for a part of a foreign or broken word, which rare names often are
_LINKS = frozenset("of and the for de van von der da al bin le la".split())
QA = re.compile(r"[QA]\d?|Question|Answer|Reporter|Interviewer|Host|Moderator|Narrator|Caller", re.IGNORECASE)
_HANDLE = re.compile(r"@\w+")
_SENTENCE = ("VB", "MD", "PRP", "UH", "RB", "W", "EX")  # tags without which a label is followed by data rather than speech
# Words before a colon that head a section, a list or a piece of data, not speech.
HEADINGS = frozenset(
    """note notes update updated updates correction clarification editor editors read more related watch video listen live photo photos image
    picture gallery source sources credit tags topics topic contact date time times where when what who why how cost price prices tickets
    phone tel fax email e-mail mail website web address breaking exclusive analysis opinion review reviews summary warning disclaimer
    advertisement step steps chapter part figure fig table score scores result results final fact facts line verdict claim rating ruling
    ingredients method serves directions location venue hours admission subject re to from cc ps p.s. nb n.b. fyi tip tips background
    context timeline highlights takeaway takeaways conclusion example examples total odds forecast weather high low today tomorrow
    yesterday tonight next previous also see here that this these those answer poll margin sample methodology headline deck busted byline
    dateline abstract language load-date section graphic length twitter facebook instagram follow subscribe share copyright filed format file files license licence
    version author authors maintainer package description homepage status type title deposit rent apologies posted
    published last first second third item items agenda option options reason reasons hours points point recipe key bottom fun quick big""".split()
)
_COPULAS = frozenset("be seem sound look remain appear grow become go reply".split())
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december"
)


def opening(parse: Parse) -> int | None:
    """The colon after the label that opens a paragraph, where the label names somebody; or None."""
    start = past(parse, 0)
    at = next((k for k in range(start + 1, min(start + LABEL, len(parse) - 1)) if parse.words[k].strip("*_)]") == ":"), None)
    if at is None or parse.quoted[at]:
        return None
    words = [k for k in range(start, at) if parse.words[k][0].isalnum() or parse.words[k][0] == "@"]
    return at if words and _names(parse, words, at) else None


def _names(parse: Parse, words: list[int], at: int) -> bool:
    """Do the words of a label name a speaker?"""
    first = words[0]
    if len(words) == 1 and (QA.fullmatch(parse.words[first]) or _HANDLE.fullmatch(parse.words[first])):
        return True
    if any(parse.lower[k] in HEADINGS or _CALENDAR.fullmatch(parse.lower[k]) or parse.words[k][0].isdigit() for k in words):
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
    if any(parse.tags[k] in NAMES for k in core):
        return True
    return line(parse) and (parse.kinds[core[-1]] in ("H", "D") or any(pair[0] == at + 1 for pair in parse.quotes))


def line(parse: Parse) -> bool:
    """Is the paragraph a headline: by its role, or as one line without a full stop?"""
    last = len(parse) - 1
    while last > 0 and parse.words[last] in CLOSING:
        last -= 1
    return parse.role == "headline" or (len(parse.sents) == 1 and parse.words[last] not in STOPS and parse.words[last] not in (":", ","))


def speaks(parse: Parse, at: int) -> bool:
    """Does speech follow the label, and not a figure, an address or a name ("Jane Roe: 1,204")?"""
    headline = line(parse) and len(parse) - at > _LINE
    return bool(parse.quotes) or headline or any(parse.tags[k].startswith(_SENTENCE) for k in range(at + 1, len(parse)))


def introduced(parse: Parse) -> Iterator[tuple[int, Range, Range]]:
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
        if verbless and heads and parse.lower[heads[0]] not in HEADINGS:
            yield at, _phrase(parse, heads[0], first, at), quote
        elif (subject := _introduces(parse, first, at)) is not None and parse.words[min(quote[0] + 1, len(parse) - 1)][:1].isupper():
            yield at, spans.source(parse, subject, None), quote
        elif parse.tags[at - 1] in NAMES and parse.kinds[at - 1] == "P" and not nouns.is_time(parse, at - 1):
            head = at - 1
            while head > first and parse.tags[head - 1] in NAMES:
                head -= 1
            yield at, (head, at - 1), quote


def _introduces(parse: Parse, first: int, at: int) -> int | None:
    """Somebody of whom a clause only says how they are or reply, before the colon of a quotation ("The minister was blunt: “…”")."""
    verb = next((k for k in range(first, at) if parse.tags[k] in ("VBD", "VBZ", "VBP")), None)
    if verb is None or parse.lemmas[verb] not in _COPULAS:
        return None
    subjects = [k for k in range(first, verb) if parse.deps[k] in ("nsubj", "nsubj:pass") and parse.kinds[k] in ("H", "P")]
    return subjects[-1] if subjects else None


def _phrase(parse: Parse, head: int, first: int, stop: int) -> Range:
    """The noun phrase that begins about `head`: its determiner and modifiers, and the names and conjunctions after it."""
    last = head
    while last + 1 < stop and (parse.tags[last + 1] in (*NAMES, "NN", "NNS", "CC", "HYPH", "POS") or parse.words[last + 1] == "&"):
        last += 1
    while last > head and parse.tags[last] == "CC":
        last -= 1
    while head > first and parse.tags[head - 1] in ("DT", "JJ", "NN", "PRP$", "POS", *NAMES):
        head -= 1
    return head, last


def past(parse: Parse, at: int) -> int:
    """The first token from `at` on that is no emphasis mark or bracket ("**Jane Roe:**")."""
    while at < len(parse) - 1 and set(parse.words[at]) <= set("*_[]#>"):
        at += 1
    return at
