"""Guards that ask whether anything is asserted at all: direct questions and commands assert nothing."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import SUBJECTS, bounds
from hedgescan.english.syntax.guard import named

AUXILIARIES = frozenset(
    "do does did is are was were has have had will would can could may might shall should must am isn't aren't wasn't weren't".split()
)
QUESTIONS = frozenset("who whom whose what which when where why how".split())
ENQUIRING = frozenset("ask enquire inquire query".split())
OPENERS = frozenset("and but so or then well oh yes no now , - – — … :".split())
MARKS = ('"', "“", "”", "‘", "''", "``", "(", "[")
STOPS = ("?", "!", ".", ";", "”", "''")
REACH = 40  # words after a cue among which its sentence's end is looked for


def asked(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue stand in a direct question ("Could it rain?", "What might happen?"), and so in no assertion?"""
    begin, end = bounds(parse, first)
    close = next((token for token in range(last + 1, min(end, last + REACH) + 1) if parse.words[token] in STOPS), end)
    if parse.words[close] != "?":
        return False
    opening = utterance(parse, begin, first)
    word = parse.lower[opening]
    if word in QUESTIONS:
        return True
    return word in AUXILIARIES and not (opening < end and parse.tags[opening + 1] in ("IN", "TO", "."))


def utterance(parse: Parse, begin: int, first: int) -> int:
    """First word of the sentence or quotation that holds the cue, openers such as "and" left out."""
    for token in range(first - 1, begin - 1, -1):
        if parse.words[token] in MARKS or parse.words[token] in STOPS:
            begin = token + 1
            break
    while begin < first and parse.lower[begin] in OPENERS:
        begin += 1
    return begin


def enquired(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue stand in a question that somebody is said to ask ("asked whether the roof could fall")?"""
    at = anchor
    for _ in range(4):
        head = parse.heads[at]
        if head == at:
            return False
        if parse.lemmas[head] in ENQUIRING and parse.deps[at] in ("ccomp", "advcl", "xcomp", "obj"):
            begin = parse.left[at]
            return head < first and parse.lower[begin] in ("if", "whether", *QUESTIONS)
        at = head
    return False


def commanded(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the verb a command ("believe me", "suppose that n is even", "expect delays")?"""
    if parse.tags[anchor] not in ("VB", "VBP") or parse.deps[anchor] not in ("ROOT", "root", "conj", "parataxis", "ccomp"):
        return False
    if any(parse.deps[kid] in (*SUBJECTS, "aux", "aux:pass", "mark") and kid < anchor for kid in parse.kids[anchor]):
        return any(parse.lower[kid] in ("do", "let") for kid in parse.kids[anchor]) and parse.child(anchor, *SUBJECTS) is None
    return parse.deps[anchor] != "conj" or commanded(parse, first, last, parse.heads[anchor])


GUARDS = named(asked, enquired, commanded)
