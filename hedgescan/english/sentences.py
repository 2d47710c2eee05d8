"""Where sentences end: a rule over punctuation, abbreviations and closing quotes, run before the parse, which then keeps to it.

On news a rule of this kind beats the parser's own boundaries (Kiss & Strunk 2006 name the same evidence: abbreviation, initial, case of
the next word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Abbreviations that never end a sentence: something always follows.
_BEFORE_NAME = frozenset(
    "mr mrs ms messrs dr prof sen sens rep reps gov govs gen col lt sgt capt cmdr adm maj cpl pvt st rev hon pres supt det insp fr sr"
    " vs no nos vol pp fig figs art sec dept gen atty lt.gov lt.col e.g i.e cf approx est ft mt".split()
)
# Abbreviations that may end one: they do where the next word opens a sentence.
_MAY_END = frozenset(
    "inc corp co ltd bros plc jr etc al a.m p.m u.s u.k u.n u.s.a d.c e.u u.a.e l.a n.y n.j n.c s.c n.h n.d s.d w.va r.i n.m b.c a.d"
    " ph.d m.d b.a m.a j.d jan feb mar apr jun jul aug sept sep oct nov dec calif fla ariz mass pa va md wis mich minn colo ill ind"
    " tenn tex wash ore okla ga ala ark del kan ky la miss mo mont neb nev conn wyo vt me r-ky d-calif ave blvd rd hrs mins lb oz".split()
)
_OPENERS = frozenset(
    "the a an it he she they we i you this that these those there but and in on at as if when while after before since for from with"
    " by his her their its our my however meanwhile then now so yet still also many some most all no not one two three what who how why"
    " where according last next earlier later".split()
)
_SPEECH = re.compile(
    r"\s(?:(?:[\w.’'\-]+,?\s){1,7}?)(?:said|says|asked|asks|told|wrote|shouted|cried|added|exclaimed|demanded|wondered|joked|replied)\b"
)
# Possessive, and only from the first mark on, so that a run of a million marks is looked at once.
_STOP = re.compile(r"(?<![.?!…])[.?!…]++[\"”’»')\]]*+(?=\s|$)")
_WORD_BEFORE = re.compile(r"([^\s\"“”‘(\[—–]+)$")
_NEXT = re.compile(r"\s*(?P<lead>[\"“‘'«(\[¿¡—–-]*\s?)(?P<word>[\w@#$€£&+][\w’'.\-]*)?")

LONGEST = 4000  # characters; the longest sentences of novels and laws are shorter, and what is longer is read in pieces
_RUN = re.compile(r"\S{500}(?=\S)")  # the tokenizer looks at all of a run without a blank for each mark it strips
_BREAK = re.compile(r"[;:,—–]\s|\s")
# "LONDON (AP) — ", "PARIS, May 3 (Reuters) - ": where a report was filed is no part of what its first sentence says.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?(?:,\s[A-Z][a-z]+\.?\s\d{1,2})?"
    r"(?:\s?\([A-Z][\w/ .-]{1,24}\)\s?(?:—|–|--|-)|\s(?:—|–|--))\s+(?=[\"“‘A-Z])"
)
_ALONE = 40  # characters before a stop among which a list's number stands alone


def split(prose: str) -> list[tuple[int, int]]:
    """Sentences of one paragraph as (start, end) offsets into `prose`, in order, blanks trimmed, nothing else left out."""
    out: list[tuple[int, int]] = []
    start = 0
    dateline = _DATELINE.match(prose)
    if dateline:
        start = dateline.end()
        out.append((0, start))
    for stop in _STOP.finditer(prose, start):
        if stop.end() < len(prose) and not _ends(prose, start, stop):
            continue
        out.append((start, stop.end()))
        start = stop.end()
    out.append((start, len(prose)))
    pieces = (piece for whole in out for part in _bounded(prose, *whole) for piece in _parted(prose, *part))
    return [trimmed for begin, end in pieces if (trimmed := _trim(prose, begin, end))]


def _bounded(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or pieces of one that is no sentence any more: cut after a mark, else a word, else anywhere."""
    while end - start > LONGEST:
        breaks = [*_BREAK.finditer(prose, start + LONGEST // 2, start + LONGEST)]
        marks = [found for found in breaks if len(found[0]) > 1]
        at = (marks or breaks)[-1].end() if breaks else start + LONGEST
        yield start, at
        start = at
    yield start, end


def _parted(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece, cut where a run without a blank is too long for the tokenizer."""
    for run in _RUN.finditer(prose, start, end):
        yield start, run.end()
        start = run.end()
    yield start, end


def _trim(prose: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and prose[start].isspace():
        start += 1
    while end > start and prose[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _ends(prose: str, start: int, stop: re.Match[str]) -> bool:
    """Does a sentence end at this stop?  Asks the word before it, the marks and the word after it."""
    following = _NEXT.match(prose, stop.end())
    word = following["word"] if following else None
    if not word:
        return True
    marks = stop.group()
    if word[0].islower() and not (following and following["lead"].strip() and marks[0] == "."):
        return False
    if marks[0] in "?!…" or len(marks.rstrip("\"”’»')]")) > 1:
        return not (len(marks) > 1 and marks[-1] in "\"”’»'" and _SPEECH.match(prose, stop.end(), stop.end() + 80))
    before = _WORD_BEFORE.search(prose, max(start, stop.start() - 40), stop.start())
    alone = stop.start() - start < _ALONE and before is not None and prose[start : stop.start()].strip() == before[1]
    return not before or _closes(before[1], word, alone)


def _closes(before: str, word: str, alone: bool) -> bool:
    """May a full stop after `before`, which may be all there is, end the sentence when `word` comes next?"""
    lower = before.lower().lstrip("'’-")
    if lower in _BEFORE_NAME:
        return False
    if alone and (before.isdigit() or len(before) == 1):
        return False  # "1. First point": a list number
    if lower in _MAY_END or re.fullmatch(r"(?:[a-z]\.)+[a-z]", lower):
        return word.lower() in _OPENERS
    if len(before) == 1 and before.isalpha() and before.isupper():
        return (word.lower() in _OPENERS and before != "I") or before == "I"
    return True
