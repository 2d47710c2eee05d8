"""Guards for verbs of seeming: is something inferred, or does somebody turn up?"""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import after, before, bounds, predicate
from hedgescan.english.syntax.clauses import to_infinitive
from hedgescan.english.syntax.guard import named

OFFING = frozenset("rain snow trouble war curtains defeat victory winter strike goodbye murder suicide arson".split())


def seeming(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "appear" take an infinitive, a that-clause, an adjective or noun complement, "as if" or "like"?"""
    if to_infinitive(parse, first, last, anchor):
        return True
    if after(parse, last) in ("as", "like") and after(parse, last, 2) in ("if", "though", "a", "an", "the"):
        return after(parse, last) == "like" or after(parse, last, 2) in ("if", "though")
    nxt = last + 1
    while nxt <= bounds(parse, last)[1] and parse.tags[nxt].startswith("RB"):
        nxt += 1
    if nxt > bounds(parse, last)[1]:
        return False
    filled = [kid for kid in parse.kids[anchor] if parse.deps[kid] in ("xcomp", "ccomp", "csubj") and kid > last]
    if filled and not any(parse.lower[kid] == "to" for kid in parse.kids[filled[0]] if parse.lower[nxt] != "to"):
        return parse.tags[filled[0]].startswith(("JJ", "NN", "VBN", "VBD", "VBZ", "VBP", "RB", "IN", "VB", "MD"))
    return parse.tags[nxt] in ("JJ", "JJR", "JJS") and parse.heads[nxt] == anchor


def parenthesis(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue a remark set off by commas or at the end ("it seems", "so it appears")?"""
    return parse.deps[anchor] == "parataxis" or (
        after(parse, last) in (",", ".", "") and parse.deps[anchor] in ("root", "ccomp", "parataxis")
    )


def avoided(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue fill a verb of trying, avoiding, making or wanting ("avoid seeming", "make it appear", "tried to appear")?"""
    verb = predicate(parse, anchor)
    head = parse.heads[verb]
    if head == verb or parse.deps[verb] not in ("xcomp", "ccomp", "advcl", "obj"):
        return False
    return parse.lemmas[head] in (
        "avoid",
        "make",
        "try",
        "want",
        "risk",
        "wish",
        "fear",
        "like",
        "hate",
        "let",
        "help",
        "strive",
        "attempt",
    )


def it_or_nothing(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject an empty "it", or is there none ("looks like he won")?"""
    found = parse.child(anchor, "nsubj", "nsubj:pass", "expl", "csubj")
    if found is None:
        return first == bounds(parse, first)[0] or before(parse, first) in ("it", ",", "and", "but", "“", '"')
    return parse.lower[found] == "it"


def clause_or_weather(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a clause follow, or what is in the offing ("it looks like rain"), and no thing that it is like ("like a barn")?"""
    if parse.lower[last] not in ("like", "be"):
        return True
    if any(parse.lower[token] in OFFING for token in range(last + 1, min(last + 3, len(parse)))):
        return True
    kids = [kid for kid in parse.kids[anchor] if kid > last and parse.deps[kid] in ("advcl", "ccomp", "xcomp", "parataxis")]
    return any(parse.child(kid, "nsubj", "nsubj:pass", "expl") is not None for kid in kids)


GUARDS = named(seeming, parenthesis, avoided, it_or_nothing, clause_or_weather)
