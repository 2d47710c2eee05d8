"""Guards that ask whether a cue is denied, and what that makes of it."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import NEGATIONS, bounds, negated, predicate
from hedgescan.english.syntax.guard import named

DENIERS = ("not", "n't", "never", "no", "hardly", "without", "nor", "neither", "cannot")


def denied(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue under a negation: one that hangs on it or on the verb over it, or a "no" before it?"""
    if negated(parse, anchor) or negated(parse, predicate(parse, anchor)):
        return True
    begin = bounds(parse, first)[0]
    return any(parse.lower[token] in DENIERS for token in range(max(begin, first - 2), first))


def denied_nearby(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a negation stand within four words before the cue, with no comma between?"""
    begin = bounds(parse, first)[0]
    for token in range(first - 1, max(begin, first - 4) - 1, -1):
        if parse.lower[token] in (",", ";", ":", "—", "–"):
            return False
        if parse.lower[token] in NEGATIONS:
            return True
    return False


def too(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Do "too", "so", "how" or "as" before the cue make it a matter of degree?"""
    begin = bounds(parse, first)[0]
    return first > begin and parse.lower[first - 1] in ("too", "so", "how", "as")


GUARDS = named(denied, denied_nearby, too)
