"""What a source phrase says of the source: how many, how they know, why they are not named (language.md 3.3)."""

from __future__ import annotations

import re

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range

COUNTS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
}
VAGUE = frozenset("several multiple numerous many some few various dozens scores hundreds thousands".split())
_RELATIVES = frozenset(("who", "whom", "whose"))
_GRANTING = frozenset("speaking asking requesting insisting declining citing refusing".split())
_KNOWING = frozenset("briefed familiar involved close present privy aware informed acquainted".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_END = r"(?P<what>[^,;.“”\"()]*)"
FIRSTHAND = re.compile(
    r"\b(?:who (?:\w+ )?(?:attended|saw|reviewed|witnessed|heard|read|took part|participated|was there|were there|was (?:in|at)|were (?:in|at)"
    r"|listened|helped|negotiated|drafted|wrote|signed|led|approved|handled|oversaw|treated|received|carried out)"
    r"|in the (?:room|meeting)|who \w+ (?:seen|reviewed|read|heard|attended)|with (?:direct|first-?hand) knowledge|present (?:at|for|during)"
    r"|directly involved|on the (?:call|panel|flight))\b" + _END,
    re.IGNORECASE,
)
BASIS = re.compile(
    r"\b(?:familiar with|briefed (?:on|about|by)|with (?:\w+ )?knowledge (?:of|about)|knowledgeable about|involved (?:in|with)|privy to|aware of"
    r"|informed (?:of|about)|with access to|acquainted with|in a position to know|close to the (?:matter|investigation|talks|case|negotiations|deal)"
    r"|(?:who )?work(?:s|ed|ing)? on|who (?:\w+ )?(?:work(?:s|ed)?|served?) (?:there|at|in|for|under|with)|who (?:\w+ )?(?:know|knows|knew) (?:about|of))\b" + _END,
    re.IGNORECASE,
)
PROXIMITY = re.compile(r"\b(?:close to|friends? of|confidants? of|allies of|ally of|who know(?:s)?)\b" + _END, re.IGNORECASE)
CONTACT = re.compile(
    r"\b(?:(?:I|we) (?:\w+ )?(?:spoke|talked|interviewed)|who (?:\w+ )?(?:spoke|talked) (?:to|with|on)|interviewed|contacted by|reached by|who (?:\w+ )?"
    r"(?:asked|declined|requested|refused))",
    re.IGNORECASE,
)
ANONYMITY = re.compile(
    r"\b(?:(?:on|under) (?:the )?condition (?:of anonymity|that (?:\w+ ){1,3}not be (?:named|identified|quoted))|on background|anonymously"
    r"|(?:ask|request|declin|refus|prefer|want|wish|insist|agree|demand|grant)\w* (?:for )?(?:only )?(?:if )?(?:not )?(?:to be |on (?:not being )?)?"
    r"(?:further )?(?:not )?(?:to be |being )?(?:named|identified|anonymity|anonymous|quoted by name|remain anonymous|give (?:his|her|their) names?)"
    r"|(?:would|could|can|did|does|do) not (?:want to |wish to )?be (?:named|identified)"
    r"|(?:was|were|is|are|been) not (?:been )?authori[sz]ed to|not (?:been )?authori[sz]ed to|without authori[sz]ation)",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?P<why>(?:because|for fear (?:of|that)|out of fear|over fears|fearing|citing|due to|owing to|as (?:he|she|they|it|the) (?:\w+ )?(?:was|were|is|are)"
    r"|in order to|so as|given the|lest|to (?:discuss|describe|speak|talk|share|avoid|protect|reveal|preserve|comment|detail|disclose|recount|preview"
    r"|outline|explain|offer|provide))\b[^;.,“”\"]*)",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    r"not (?:been )?authori[sz]ed|sensitiv|to (?:discuss|describe|speak|talk|comment) (?:\w+ ){0,3}"
    r"(?:publicly|freely|candidly|openly|matter|matters|deliberations)|private (?:conversation|discussion|deliberation|talk|meeting)|not permitted"
    r"|(?:matter|search|process|talks?|plans?|details?|discussions?|negotiations?) (?:is|are|was|were|remain) (?:\w+ )?(?:private|confidential|secret|ongoing)"
    r"|matter is|discuss internal|with the media|to the (?:press|media)|internal (?:matters|discussions|deliberations|directives)",
    re.IGNORECASE,
)


def count(words: list[str]) -> int | None:
    """The number a phrase gives its sources ("two officials"), or None."""
    for word in words:
        low = word.lower()
        if low in COUNTS and low != "zero":
            return COUNTS[low]
        if low.isdecimal() and len(low) < 4 and int(low):
            return int(low)
    return None


def basis(phrase: str) -> tuple[str | None, tuple[str, ...]]:
    """How the source knows, as written, and the modifiers that earns: firsthand, basis or proximity."""
    for pattern, modifier in ((FIRSTHAND, "firsthand"), (BASIS, "basis"), (PROXIMITY, "proximity")):
        found = pattern.search(phrase)
        if found:
            return found.group().strip(), (modifier,)
    return None, ()


def granted(sentence: str) -> re.Match[str] | None:
    """Where a sentence says that somebody is not to be named."""
    return ANONYMITY.search(sentence)


def reason(sentence: str) -> tuple[str | None, tuple[str, ...]]:
    """Why the source is not named, as written, with the modifier reason or boilerplate; none where no anonymity is granted."""
    grant = granted(sentence)
    if not grant:
        return None, ()
    why = REASON.search(sentence, grant.end() if "authori" not in grant.group() else grant.start())
    before = sentence[: grant.start()]
    if "authori" in grant.group():
        cause = re.search(r"\b(?:because|as|since) (?:\w+ ){1,3}$", before)
        text = (cause.group() if cause else "") + re.split(r"[,;.“”\"]", sentence[grant.start() :])[0]
        return text.strip(), ("boilerplate",)
    if not why:
        return None, ()
    text = why["why"].strip()
    return text, ("boilerplate",) if BOILERPLATE.search(text) else ("reason",)


def reach(parse: Parse, span: Range) -> int:
    """The last token of the clause that follows a source after a comma ("one of the aides, who asked not to be named"), or of the span."""
    at, last = span[1] + 1, parse.sents[parse.sent[span[1]]][1]
    if at <= last and parse.words[at] == ",":
        at += 1 + (parse.lower[min(at + 1, last)] in ("both", "all", "each"))
    if at > last or parse.lower[at] not in _RELATIVES | _GRANTING | _KNOWING:
        return span[1]
    for end in range(at + 1, last):
        if parse.words[end] in (",", "“", "”", '"') and (parse.tags[end + 1] in _FINITE or parse.words[end] != ","):
            return end - 1
    return last
