"""What a source phrase says of the source: how many, how they know, why they are not named (language.md 3.3)."""

from __future__ import annotations

import re

COUNTS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
}
VAGUE = frozenset("several multiple numerous many some few various dozens scores hundreds thousands".split())
_END = r"(?P<what>[^,;.“”\"()]*)"
FIRSTHAND = re.compile(
    r"\b(?:who (?:\w+ )?(?:attended|saw|reviewed|witnessed|heard|read|took part|participated|was there|were there|was (?:in|at)|were (?:in|at))"
    r"|in the room|who \w+ (?:seen|reviewed|read|heard|attended)|with (?:direct|first-?hand) knowledge|present at|directly involved)\b"
    + _END,
    re.IGNORECASE,
)
BASIS = re.compile(
    r"\b(?:familiar with|briefed (?:on|about)|with knowledge of|knowledgeable about|involved (?:in|with)|privy to|aware of|informed (?:of|about)"
    r"|with access to|acquainted with|in a position to know|close to the (?:matter|investigation|talks|case|negotiations|deal)"
    r"|working on|who work(?:s|ed)? on)\b" + _END,
    re.IGNORECASE,
)
PROXIMITY = re.compile(r"\b(?:close to|friends? of|confidants? of|allies of|ally of|who know(?:s)?)\b" + _END, re.IGNORECASE)
ANONYMITY = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|on background|anonymously"
    r"|(?:ask|request|declin|refus|prefer|want|wish|insist)\w* (?:not )?(?:to be |on not being |on )?(?:further )?(?:not )?(?:to be )?"
    r"(?:named|identified|anonymity|anonymous|quoted by name|remain anonymous)"
    r"|speaking anonymously|(?:was|were|is|are) not authori[sz]ed to)",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?P<why>(?:because|for fear (?:of|that)|fearing|citing|due to|since|as (?:he|she|they) (?:was|were|is|are)|in order to|so as|to discuss"
    r"|to describe|to speak|given the)\b[^;.“”\"]*)",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    r"not (?:been )?authori[sz]ed|sensitiv|to (?:discuss|describe|speak|talk) (?:\w+ ){0,3}(?:publicly|freely|candidly|openly|matter|matters|deliberations)"
    r"|private (?:conversation|discussion|deliberation)|not permitted|matter is|discuss internal|with the media|to the (?:press|media)",
    re.IGNORECASE,
)


def count(words: list[str]) -> int | None:
    """The number a phrase gives its sources ("two officials"), or None."""
    for word in words:
        low = word.lower()
        if low in COUNTS and low != "zero":
            return COUNTS[low]
        if low.isdigit() and int(low) < 1000:
            return int(low)
    return None


def basis(phrase: str) -> tuple[str | None, tuple[str, ...]]:
    """How the source knows, as written, and the modifiers that earns: firsthand, basis or proximity."""
    for pattern, modifier in ((FIRSTHAND, "firsthand"), (BASIS, "basis"), (PROXIMITY, "proximity")):
        found = pattern.search(phrase)
        if found:
            return found.group().strip(), (modifier,)
    return None, ()


def reason(sentence: str) -> tuple[str | None, tuple[str, ...]]:
    """Why the source is not named, as written, with the modifier reason or boilerplate; none where no anonymity is granted."""
    granted = ANONYMITY.search(sentence)
    if not granted:
        return None, ()
    around = sentence[granted.start() :]
    if "authori" in granted.group():
        return granted.group() + around[granted.end() - granted.start() :].split(",")[0].split(".")[0], ("boilerplate",)
    why = REASON.search(around)
    if not why:
        return None, ()
    text = why["why"].strip().rstrip(",")
    return text, ("boilerplate",) if BOILERPLATE.search(text) else ("reason",)
