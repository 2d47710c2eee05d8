"""Proper names as they stand in a text: which tokens belong to one, small words and hyphens included."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources.words import Words

# Small words inside the names of persons, in the languages that have them.
PARTICLES = frozenset(
    "de da do dos das del della di du la le van der den ter ten von vom zu zur af av al el ul ud bin bint binti ibn ben abu y e i".split()
)
_HYPHENS = ("-", "‑", "–")
_TIES = ("of", "for", "&", "and")
RANKS = frozenset("former ex then outgoing incoming interim late".split())


def proper(parse: Parse, token: int) -> bool:
    """Is the token a proper noun, and written like one?  A noun or an adjective with a capital beside one is too;
    at the head of a sentence, where all have one, only a noun that the parse makes a part of it."""
    if not parse.words[token][:1].isupper() and (parse.words[token] == parse.lower[token] or not parse.words[token].isalpha()):
        return parse.tags[token] == "NNP" and _hyphened(parse, token)
    if parse.tags[token] in ("NNP", "NNPS", "GW"):
        return True
    after = min(token + 1, len(parse) - 1)
    if parse.deps[after] == "flat" and parse.heads[after] == token and parse.tags[after] == "NNP" and parse.tags[token] == "NN":
        return True
    if parse.tags[token] not in ("NN", "NNS", "FW", "JJ"):
        return False
    if token == parse.sents[parse.sent[token]][0] and (parse.tags[token] != "NN" or parse.deps[token] not in ("compound", "flat")):
        return False
    if parse.tags[token] == "JJ" or token == parse.sents[parse.sent[token]][0]:
        return token + 1 < len(parse) and parse.tags[token + 1].startswith("NNP") and parse.words[token + 1][:1].isupper()
    return parse.tags[token - 1] == "NNP" or (token + 1 < len(parse) and parse.tags[token + 1] == "NNP")


def _hyphened(parse: Parse, token: int) -> bool:
    """Is it the small second part of a given name ("Geun-hye")?"""
    whole = token > 1 and parse.ends[token - 1] == parse.starts[token] and parse.ends[token - 2] == parse.starts[token - 1]
    return whole and parse.words[token - 1] in _HYPHENS and parse.words[token - 2][:1].isupper() and parse.tags[token - 2] == "NNP"


def runs(parse: Parse, words: Words) -> Iterator[Range]:
    """The proper names of a parse, left to right."""
    end = -1
    for at, (word, lower) in enumerate(zip(parse.words, parse.lower, strict=True)):
        if at > end and (word != lower or word[0].isupper()) and proper(parse, at) and lower not in RANKS and not nouns.is_time(parse, at):
            end = _end(parse, at, words)
            yield at, end


def around(parse: Parse, token: int, bounds: Range, words: Words) -> Range:
    """The proper name a token stands in, within bounds."""
    first = token
    while first > bounds[0]:
        step = _before(parse, first)
        if step is None or step < bounds[0]:
            break
        first = step
    last = max(token, min(_end(parse, first, words), bounds[1]))
    while first < token and parse.lower[first] in RANKS:
        first += 1
    return first, last


def _before(parse: Parse, first: int) -> int | None:
    """The token from which a name still reaches to `first`, or None: the proper noun before it, over particles and hyphens."""
    at = first - 1
    while at >= 0 and (parse.words[at] in _HYPHENS or parse.words[at] in PARTICLES) and first - at < 4:
        at -= 1
    if at < 0 or not proper(parse, at) or (at < first - 1 and not _joined(parse, at, first)):
        return None
    return at


def _end(parse: Parse, first: int, words: Words) -> int:
    last = first
    while last + 1 < len(parse):
        at = last + 1
        while at < len(parse) and at - last < 4 and (parse.words[at] in _HYPHENS or parse.words[at] in PARTICLES):
            at += 1
        if at < len(parse) and proper(parse, at) and not nouns.is_time(parse, at) and (at == last + 1 or _joined(parse, last, at)):
            last = at
            continue
        tied = _tied(parse, first, last, words)
        if tied is None:
            return last
        last = tied
    return last


def _joined(parse: Parse, left: int, right: int) -> bool:
    """Do only particles, or hyphens without a space, stand between two proper nouns?"""
    between = range(left + 1, right)
    return all(
        parse.words[at] in PARTICLES or (parse.ends[at - 1] == parse.starts[at] and parse.ends[at] == parse.starts[at + 1]) for at in between
    )


def _tied(parse: Parse, first: int, last: int, words: Words) -> int | None:
    """The end of the proper noun after "of" or "for" in the name of a body ("University of Harrow", "Bank of the North")."""
    at = last + 1
    if at >= len(parse) or parse.lower[at] not in _TIES:
        return None
    if parse.lower[at] == "and":
        return at + 1 if _department(parse, first, last, words) and at + 1 < len(parse) and proper(parse, at + 1) else None
    if parse.words[at] != "&" and words.head(parse.lower[last]) not in ("institution", "outlet") and parse.lower[last] not in words.endings:
        return None
    at += 1
    if at < len(parse) and parse.lower[at] == "the":
        at += 1
    return at if at < len(parse) and proper(parse, at) else None


def _department(parse: Parse, first: int, last: int, words: Words) -> bool:
    """Is it the name of a department, whose charge may be two things ("Ministry of Health and Welfare")?"""
    parts = parse.lower[first : last + 1]
    return "of" in parts and parts[0] in words.endings and words.endings[parts[0]][1] == "government"


def text(parse: Parse, first: int, last: int) -> str:
    """Tokens as they are written, with single spaces where the text has any."""
    out = parse.words[first]
    for at in range(first + 1, last + 1):
        out += (" " if parse.starts[at] > parse.ends[at - 1] else "") + parse.words[at]
    return out
