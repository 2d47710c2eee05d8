"""What exactly is attributed: the tokens of the content, discontinuous where the attribution stands inside it.

Content holds the conjunction of its clause ("that", "whether", the "to" of an infinitive) and the marks of its quotations, as in PolNeAR
(Newell, Margolin & Ruths 2018); a preposition that the cue governs ("warned of") stays outside, and so do source, cue, addressee and what
tells where and when it was said.
"""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import aside, complement, spans
from hedgescan.rules.attribution.entries import Entry
from hedgescan.rules.attribution.extent import DASHES, bounds, reach
from hedgescan.rules.attribution.spans import Range

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CLAUSAL = frozenset("quote before clause that wh parataxis follow none bare small".split())
_LICENSED = 0.5  # strength of its that-frame from which a verb may have a clause that the parse has hung elsewhere
_TOLD = 4  # tokens from which a phrase before ", the agency reported" is a statement whose verb the tagger has missed
_NEAR = 16  # tokens from a cue to the quotation after it
_OWN = ("advcl", "obl", "obl:tmod", "nmod:tmod", "iobj", "advmod", "punct")  # dependents that tell to whom, when and how it was said
_PAUSES = (",", ".", "?", "!", "…", *DASHES)
_ECHO = ("saying", "stating", "claiming", "arguing")
_OPENERS = frozenset("if while when although though because unless once until".split())


def verb(parse: Parse, token: int, frame: str, head: int | None, source: Range | None, entry: Entry) -> list[Range]:
    """Content of a verb by its frame: what it is set off from, the quotation, the clause, the infinitive, the object, the phrase."""
    cue, plain = spans.cue(parse, token), frame.split(":")[-1]
    clausal = plain.removesuffix("+q") in _CLAUSAL or plain.startswith("pp_")
    hanging = parse.tags[token] == "VBG" and parse.child(token, "aux") is None  # ", referring to P" has its content behind it
    if clausal and not hanging and not frame.startswith("pass") and _licensed(entry, plain) and not _object(parse, token, head, entry):
        found = aside.around(parse, token, cue, source)
        if found and (_stated(parse, found) or (entry.speech and plain == "none" and found[0][1] - found[0][0] > _TOLD)):
            return found
    clause = parse.child(token, "ccomp")
    if plain == "quote":
        found = _quotation(parse, token, cue, entry)
        if found:
            return found
    if clause is not None and clause > token:
        return _clause(parse, token, _opening(parse, token, clause, entry))
    if plain.startswith("pp_") and entry.speech:  # "posted on Instagram that P"
        start = _behind(parse, token, cue[1], entry)
        if start is not None and parse.lower[start] == "that":
            return _clause(parse, token, start)
    found = complement.find(parse, token, frame, head, source, entry)
    if found and not (clausal and _licensed(entry, plain) and plain not in ("small", "wh") and not plain.startswith("pp_")):
        return found
    start = _behind(parse, token, max(cue[1], source[1] if source else 0), entry)
    if start is not None and _licensed(entry, plain):
        return _clause(parse, token, start)
    if not found and parse.tags[token].startswith("NN") and frame != "parataxis" and token < bounds(parse, token)[1]:
        return _clause(parse, token, token + 1)  # a verb taken for a noun governs nothing by the parse
    answer = parse.lower[cue[1] + 1 : cue[1] + 2]
    return found or ([(cue[1] + 1, cue[1] + 1)] if answer in (["yes"], ["no"], ["so"]) else [])


def _licensed(entry: Entry, plain: str) -> bool:
    """May the verb have a clause at all?"""
    return plain in ("quote", "that", "clause", "before") or entry.frames.get("that", 0.0) >= _LICENSED


def _object(parse: Parse, token: int, head: int | None, entry: Entry) -> bool:
    """Has the verb an object other than its addressee and, inverted, its source?"""
    return any(kid > token and kid != head for kid in parse.children(token, "obj", "xcomp")) and entry.family not in ("tell", "ask")


def _stated(parse: Parse, found: list[Range]) -> bool:
    """Does the content hold a verb or a quotation?"""
    return any(parse.tags[at] == "MD" or parse.tags[at].startswith("VB") or parse.quoted[at] for a, b in found for at in range(a, b + 1))


def _quotation(parse: Parse, token: int, cue: Range, entry: Entry) -> list[Range]:
    """The quotation after the cue with the clause it stands in, else the one before."""
    after = [pair for pair in parse.quotes if cue[1] < pair[0] <= cue[1] + _NEAR and parse.sent[pair[0]] == parse.sent[token]][:1]
    if after:
        clause = parse.child(token, "ccomp")
        if clause is not None and token < parse.left[clause] < after[0][0] and not _embeds(parse, clause, after[0]):
            return _clause(parse, token, _opening(parse, token, clause, entry))
        return after
    before = [pair for pair in parse.quotes if pair[1] < token][-1:] if parse.tags[token] != "VBG" else []
    return [pair for pair in before if token - pair[1] <= _NEAR and _closed(parse, pair[1]) and _behind(parse, token, cue[1], None) is None]


def _closed(parse: Parse, mark: int) -> bool:
    """Does a quotation end in a stop, a comma or a dash, as speech does and a quoted word does not?"""
    return parse.words[mark - 1] in _PAUSES or parse.words[min(mark + 1, len(parse) - 1)] in (",", *DASHES)


def _embeds(parse: Parse, clause: int, quote: Range) -> bool:
    """Is the head of the clause within the quotation, so that what precedes it is the attribution's?"""
    return quote[0] <= clause <= quote[1] and parse.words[quote[0] + 1][:1].isupper()


def _opening(parse: Parse, token: int, clause: int, entry: Entry) -> int:
    """The first token of a clause behind its cue, conjunction included."""
    start = max(parse.left[clause], token + 1)
    if entry.family in complement.ADDRESSED:
        start = max(start, _past(parse, token, clause))
    at = _skipped(parse, token, spans.cue(parse, token)[1], start, entry)
    return at if at < start else start


def _past(parse: Parse, token: int, clause: int) -> int:
    """Where a clause begins whose first "subject" is spoken to ("told Sky News | no offer had been made"); 0 where there is but one."""
    both = [kid for kid in parse.children(clause, "nsubj", "nsubj:pass") if token < kid < clause]
    return parse.left[both[1]] if len(both) > 1 and parse.left[both[0]] == token + 1 else 0


def _skipped(parse: Parse, token: int, last: int, stop: int, entry: Entry | None) -> int:
    """The first token after `last` that is no adverb, time, place, addressee or mark of the attribution's own; at most `stop`."""
    at = last + 1
    while at < stop:
        kid = next((kid for kid in parse.kids[token] if parse.left[kid] == at), None)
        spoken_to = kid is not None and parse.deps[kid] == "obj" and entry is not None and entry.family in ("tell", "ask")
        timed = kid is not None and parse.deps[kid] == "obl:unmarked" and nouns.is_time(parse, kid)  # "told them last week that"
        if kid is not None and (parse.deps[kid] in _OWN or spoken_to or timed) and parse.right[kid] < stop:
            at = parse.right[kid] + 1
        elif parse.words[at] in (",", ":", "(", ")") or parse.tags[at].startswith("RB") or nouns.is_time(parse, at):
            at += 1
        else:
            break
    return at


def _clause(parse: Parse, token: int, start: int) -> list[Range]:
    return [(start, reach(parse, token, start))]


def _behind(parse: Parse, token: int, last: int, entry: Entry | None) -> int | None:
    """Where the clause begins that follows the cue on the surface, whatever the parse says; None where no finite verb follows."""
    end = bounds(parse, token)[1]
    stop = next((at for at in range(last + 1, end + 1) if parse.words[at] in (",", ";", ":") and parse.quoted[at] == parse.quoted[token]), end + 1)
    for at in range(last + 1, stop):
        if parse.lower[at] in ("that", "whether") and parse.tags[at] in ("IN", "DT", "WDT"):
            return at
    if not any(parse.tags[at] in _FINITE for at in range(last + 1, min(stop + 1, end + 1))):
        return None
    at = _skipped(parse, token, last, stop, entry)
    fits = at < stop and (parse.tags[at][:2] in ("NN", "PR", "DT", "EX", "JJ", "CD", "VB") or parse.lower[at] in _OPENERS)
    return at if fits else None


def without(parse: Parse, ranges: list[Range], cue: Range, source: Range | None) -> list[Range]:
    """Content less the cue and the source that stand in it, and less the "saying" after a noun that is part of the cue."""
    if source is not None and parse.lower[source[0] - 1] == "by" and cue[1] < source[0]:  # "told by a friend that"
        source = (source[0] - 1, source[1])
    for hole in (cue, source):
        if hole is not None:
            ranges = [part for first, last in ranges for part in _cut(first, last, hole)]
    return [(first + (first < last and parse.lower[first] in _ECHO and first == cue[1] + 1), last) for first, last in ranges]


def _cut(first: int, last: int, hole: Range) -> list[Range]:
    if last < hole[0] or hole[1] < first:
        return [(first, last)]
    return [part for part in ((first, hole[0] - 1), (hole[1] + 1, last)) if part[0] <= part[1]]
