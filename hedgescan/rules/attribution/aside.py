"""Attribution set off within or after what it attributes: "P, X said, Q"."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.extent import MARKS, STOPS, bounds, dash, edge, quote_at
from hedgescan.rules.attribution.labels import HEADINGS
from hedgescan.rules.attribution.spans import Range

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE = ("who", "which", "that")
_WHILE = frozenset("when as after before while during".split())  # tells of the occasion, once a quotation has been closed
_LEADS = frozenset("as so how".split())
_WIDE = 10  # words of a source that its span may have left out
_FAR = 30  # tokens between a source and its cue, or behind them, that still belong to the attribution
# What follows a comma after the attribution and still belongs to it or is the writer's.
_TAIL = frozenset("asked pressed who whose which whom a an as after before when though although while in at on with but".split())
_SUBORDINATE = frozenset("as when while after before although though asked speaking in on at during with despite for by under following".split())


def group(parse: Parse, cue: Range, source: Range | None) -> Range | None:
    """Cue and source with what belongs to them, where punctuation sets them off on both sides; else None."""
    first, last = cue
    if source is not None and parse.lower[source[0]] in _RELATIVE:
        return None
    if source is not None and parse.sent[source[0]] == parse.sent[first] and _beside(parse, cue, source):
        first, last = min(first, source[0]), max(last, source[1])
    start, end = bounds(parse, cue[0])
    first = _widened(parse, first, start)
    led = first > start and parse.lower[first - 1] in _LEADS
    if led:
        first -= 2 if first - 2 > start and parse.tags[first - 2] == "CC" else 1
    if first <= start and not led and not _after_quote(parse, first):
        return None
    if first > start and not edge(parse, first - 1):
        return None
    behind = _closed(parse, last, end, _after_quote(parse, first))
    return None if behind is None else (first, behind)


def _widened(parse: Parse, first: int, start: int) -> int:
    """The mark before the source, where nothing but its own further words stands between ("P, the news site Gull reports")."""
    for at in range(first - 1, max(start, first - _WIDE) - 1, -1):
        if edge(parse, at):
            return first if parse.tags[at + 1] in ("IN", "CC", "TO") else at + 1
        named = parse.words[at - 1][0].isupper() and parse.words[at + 1][0].isupper()  # a particle of a name: "Diario do Vale"
        if (parse.tags[at].startswith(("VB", "MD", "W", "RB")) and not named) or parse.lower[at] in _LEADS:
            return first
    return first


def _beside(parse: Parse, cue: Range, source: Range) -> bool:
    low, high = (source[1] + 1, cue[0]) if source[1] < cue[0] else (cue[1] + 1, source[0])
    if parse.words[low] not in (",", "(") and any(parse.tags[at] in _FINITE for at in range(low, high) if parse.heads[at] != cue[0]):
        return False  # the parse has taken the subject of another clause
    return high - low < _FAR and not any(parse.quoted[at] != parse.quoted[cue[0]] for at in range(low, high))


def _after_quote(parse: Parse, first: int) -> bool:
    return first > 0 and parse.quoted[first - 1] and not parse.quoted[first]


def _closed(parse: Parse, last: int, end: int, quoted: bool) -> int | None:
    """The last token of the attribution, or None where a clause goes on behind it without a mark."""
    at = last + 1
    while at <= end and at - last < _FAR:
        quote = quote_at(parse, at) if not parse.quoted[last] else None
        if quote is not None and parse.tags[at - 1] == "IN" and quoted:  # "said on “The Morning Hour”"
            at = quote[1] + 1
            continue
        if quote is not None:
            return at - 1 if edge(parse, at - 1) else None
        if edge(parse, at):
            return at - 1
        if parse.lower[at] in _WHILE and quoted:
            return next((mark - 1 for mark in range(at, end + 1) if edge(parse, mark)), end)
        if parse.tags[at] in _FINITE or (parse.lower[at] in ("that", "whether", "if", "why") and parse.tags[at] in ("IN", "WRB")):
            return None
        at += 1
    return end if at > end else None


def around(parse: Parse, token: int, cue: Range, source: Range | None) -> list[Range]:
    """The sentence before and after a set-off attribution; empty where it is not set off."""
    found = group(parse, cue, source)
    if found is None:
        return []
    first, last = found
    after = _after(parse, token, last)
    before = _before(parse, token, first)
    if after and dash(parse, last + 1) and not (first and dash(parse, first - 1)) and not _opens(parse, after[0]):
        after = None  # one dash alone leads back to the writer
    goes_on = bool(after) and after is not None and parse.tags[min(after[0] + 1, len(parse) - 1)] in _FINITE  # "The drug, they write, “is safe”"
    if before and after and _opens(parse, after[0]) and not goes_on and _merely_introduces(parse, before):
        before = None
    return [stretch for stretch in (before, after) if stretch]


def _before(parse: Parse, token: int, first: int) -> Range | None:
    start = bounds(parse, token)[0]
    own = quote_at(parse, token)
    if own is not None:
        start = max(start, own[0])
    if start + 2 < first and parse.words[start + 1] == ":" and parse.lower[start] in HEADINGS:
        start += 2  # "Exclusive: P, sources say"
    start = max([start, *(at + 1 for at in range(start, first) if parse.words[at] == ";" and not parse.quoted[at])])
    if first <= start:
        quote = quote_at(parse, first - 1) if first else None
        return quote if quote != own else None
    quote = quote_at(parse, start)
    if quote is not None and quote != own and quote[1] < first:
        start = min(start, quote[0])
    last = quote_at(parse, first - 1)
    if last is not None and last != own and start < last[0] and parse.words[last[0] - 1] == ":":
        start = last[0]  # what leads up to a whole quotation is the writer's
    return (start, first - 1) if any(parse.words[at][0].isalnum() for at in range(start, first)) else None


def _after(parse: Parse, token: int, last: int) -> Range | None:
    end = bounds(parse, token)[1]
    end = next((at - 1 for at in range(last + 1, end + 1) if parse.words[at] == ";" and not parse.quoted[at]), end)
    at = last + 1
    if at >= end or parse.words[at] in STOPS:
        return None
    while at < end and (parse.words[at] in MARKS or dash(parse, at)):
        at += 1
    if parse.quoted[token] != parse.quoted[at] and parse.quoted[token]:
        return None
    if not _opens(parse, at) and _trails(parse, at):
        opening = [pair for pair in parse.quotes if at < pair[0] <= end and parse.words[pair[0] - 1] in (",", ":")]
        if not opening:
            return None
        at = opening[0][0]
    quote = quote_at(parse, end)
    return at, max(end, quote[1]) if quote is not None and quote[0] >= at else end


def _trails(parse: Parse, at: int) -> bool:
    """Does what follows the attribution still belong to it, or to the writer ("she said, pointing at the wall")?"""
    while parse.lower[at] in ("also", "then", "later", "again") and at + 1 < len(parse):
        at += 1
    return parse.lower[at] in _TAIL or (parse.tags[at] == "VBG" and parse.lower[at] != "including")


def _opens(parse: Parse, at: int) -> bool:
    return any(pair[0] == at for pair in parse.quotes)


def _merely_introduces(parse: Parse, before: Range) -> bool:
    """Is what stands before a whole quotation only its setting ("In a statement, she said, ...")?"""
    first, last = before
    if parse.quoted[first] or parse.quoted[max(first, last - 1)]:
        return False
    finite = any(parse.tags[at] in _FINITE for at in range(first, last + 1))
    return not finite or parse.lower[first] in _SUBORDINATE
