"""Guards that ask whether a number, a measure or a price stands with the cue."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import bounds
from hedgescan.english.syntax.guard import named

NUMBERS = frozenset(
    "half quarter third dozen hundred thousand million billion trillion twice double triple percent once hour week month year decade"
    " one two three four five six seven eight nine ten dozens hundreds thousands".split()
)
UNITS = ("%", "percent", "per", "percentage", "sixth", "fifth", "quarter", "tenth", "twelfth", "hundredth")
CLOCK = frozenset("o'clock am pm a.m. p.m. noon midnight at in on . , ; :".split())


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
    """Does a percentage or a share stand near ("70 per cent likely", "the probability of a six is one sixth")?"""
    begin, end = bounds(parse, first)
    near = parse.lower[max(begin, first - 5) : min(end, last + 7) + 1]
    return any(word in UNITS and (word != "per" or "cent" in near) for word in near)


def span_follows(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Do two numbers and what they count follow ("between 20 and 30 goats"), and neither hours nor a share ("between six heirs")?"""
    end = bounds(parse, last)[1]
    found = [token for token in range(last + 1, min(end, last + 6) + 1) if parse.tags[token] == "CD"]
    if len(found) < 2 or not {"and", "to", "-", "–"} & set(parse.lower[found[0] : found[1]]):
        return False
    return found[1] < end and parse.lower[found[1] + 1] not in CLOCK


GUARDS = named(number_follows, percentage_near, span_follows)
