"""Headlines In Title Case: a "May" that is the modal, told from the month and the name before the parser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z][\w'’.-]*")
_LEAST = 3  # words that a title has at least: "Mayor May Quit"
_LONG = 4  # letters from which a word of a title has a capital, whatever it is
_MONTH = frozenset(  # before the month or the name
    "in on of by since until till from before after for during through between and or to this last next every each early mid late mid-late"
    " the a an its their his her our your my theresa mrs ms mr miss dame lady sir elaine brian pm minister".split()
)
_NEXT = frozenset(  # after a month or a name, where no verb stands
    "day fair in on at by for from with under over into of and or to told set seen back out off up down who whose named back is was has had"
    " will would can could should says vows quits day's ball queen bank elections election local polls deadline".split()
)
_ADVERB = frozenset("not yet well still soon also never now finally be have".split())


def lowered(prose: str, bounds: Iterable[tuple[int, int]]) -> str:
    """`prose` with the modal "May" of its titles in small letters; no offset moves.  `bounds` are (start, end) of the sentences.

    The tagger takes a capital for a name; in a title every word has one.  A verb in its base form has to follow, and neither a
    preposition, an owner nor a first name may stand before: "Rates May Rise in May", "Theresa May Faces Revolt".
    """
    for start, end in bounds:
        if "May" not in prose[start:end]:
            continue
        words = list(_WORD.finditer(prose, start, end))
        if not titled([word.group() for word in words]):
            continue
        for place, word in enumerate(words):
            if word.group() == "May" and modal([other.group().lower() for other in words], place):
                prose = f"{prose[: word.start()]}may{prose[word.end() :]}"
    return prose


def titled(words: list[str]) -> bool:
    """Have all the longer words a capital, and not all words nothing but capitals?"""
    long = [word for word in words if len(word) >= _LONG]
    return len(words) >= _LEAST and all(word[0].isupper() for word in long) and any(not word.isupper() for word in long)


def modal(words: list[str], place: int) -> bool:
    """Is the "may" at `place` followed by what can be a verb's base form, and preceded by what can be its subject?"""
    if place == 0 or place + 1 == len(words) or words[place - 1].removesuffix("'s") in _MONTH:
        return False
    after = words[place + 1]
    if after in _ADVERB:
        return True
    if after in _NEXT or (place + 2 < len(words) and after == "hit" and words[place + 2] == "by"):
        return False
    return not (after.endswith(("ed", "ing", "'s", "’s")) and after not in ("need", "feed", "bring", "proceed", "succeed", "exceed")) and (
        not after.endswith("s") or after.endswith(("ss", "us"))
    )
