"""Guards that ask whether a number, a measure or a price stands with the cue."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import bounds
from hedgescan.english.syntax.guard import named

NUMBERS = frozenset(
    "half quarter third dozen hundred thousand million billion trillion twice double triple percent once hour week month year decade"
    " one two three four five six seven eight nine ten dozens hundreds thousands".split()
)
UNITS = ("%", "percent", "per", "percentage")


def number_follows(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a number follow, at once or after a currency sign, "a" or an adverb ("about 40", "nearly a third", "some $3m")?"""
    end = bounds(parse, last)[1]
    for token in range(last + 1, min(end, last + 2) + 1):
        if parse.tags[token] == "CD" or parse.lower[token] in NUMBERS or parse.words[token][:1].isdigit():
            return True
        if parse.tags[token] not in ("$", "DT", "#", "RB", "SYM"):
            return False
    return False


def percentage_near(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a percentage stand within five words ("70 per cent likely", "a 40% chance")?"""
    begin, end = bounds(parse, first)
    near = parse.lower[max(begin, first - 5) : min(end, last + 5) + 1]
    return any(word in UNITS and (word != "per" or "cent" in near) for word in near)


GUARDS = named(number_follows, percentage_near)
