"""Content of nouns, adjectives and adverbs: "the claim that P", "is sure that P", "reportedly P"."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import complement
from hedgescan.rules.attribution.extent import before_main, bounds, reach
from hedgescan.rules.attribution.spans import Range

_GOVERNED = frozenset("of about for against on to over at with toward towards".split())
_FROM, _PHRASE = ("among", "amongst", "from", "by"), 8  # whose view it is, and how many tokens that may take
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def noun(parse: Parse, token: int, source: int | None) -> list[Range]:
    """Content of a noun: what it is said to be ("the idea is that ..."), its clause, infinitive or phrase; never the sentence's own verb."""
    found = _of_noun(parse, token, source)
    return [(first, before_main(parse, token, first, last) if first == token + 1 or parse.lower[first] == "that" else last) for first, last in found]


def _of_noun(parse: Parse, token: int, source: int | None) -> list[Range]:
    behind = parse.right[token] + 1
    if parse.deps[token] in ("nsubj", "nsubj:outer") and parse.lower[behind : behind + 1] in (["is"], ["was"]):
        if parse.lower[behind + 1 : behind + 2] in (["that"], ["to"]):
            return [(behind + 1, reach(parse, token, behind + 1))]
    for dep in ("ccomp", "acl", "nmod", "acl:relcl"):
        for kid in parse.children(token, dep):
            if kid > token and kid != source:
                return _opened(parse, token, kid)
    if parse.deps[token] == "obj":
        for kid in parse.children(parse.heads[token], "ccomp"):
            if kid > token:
                return _opened(parse, token, kid)
    return _next(parse, token)


def adjective(parse: Parse, token: int) -> list[Range]:
    """Content of an adjective: its clause, infinitive or phrase."""
    for dep in ("ccomp", "xcomp", "advcl", "obl", "obl:agent", "csubj"):
        for kid in parse.children(token, dep):
            if kid > token or dep == "csubj":
                return _opened(parse, token, kid)
    return _next(parse, token)


def _next(parse: Parse, token: int) -> list[Range]:
    """What stands right after a noun or adjective, where the parse has hung it elsewhere: a clause, an infinitive, a phrase."""
    last = bounds(parse, token)[1]
    if token + 2 > last:
        return []
    if parse.lower[token + 1] in _FROM:  # "a belief among farmers that P"
        stop = next((at for at in range(token + 2, min(last, token + _PHRASE) + 1) if parse.tags[at] in (*_FINITE, ",")), last)
        that = next((at for at in range(token + 2, min(stop, token + _PHRASE)) if parse.lower[at] == "that"), None)
        return [] if that is None else [(that, reach(parse, token, that))]
    if parse.lower[token + 1] in ("that", "whether") or (parse.tags[token + 1] == "TO" and parse.tags[token + 2] == "VB"):
        return [(token + 1, reach(parse, token, token + 1))]
    return [(token + 2, reach(parse, token, token + 2))] if parse.tags[token + 1] in ("IN", "TO") and parse.lower[token + 1] in _GOVERNED else []


def _opened(parse: Parse, token: int, kid: int) -> list[Range]:
    """A dependent without the preposition that the cue governs, as far as its clause reaches; of "a letter saying that P", P."""
    said = parse.child(kid, "ccomp") if parse.deps[kid] == "acl" and parse.tags[kid] == "VBG" else None
    kid = kid if said is None else said
    first = complement.inside(parse, kid)
    if first < token:
        return [(first, parse.right[kid])]
    last = reach(parse, token, first) if parse.tags[kid].startswith("VB") else parse.right[kid]
    if parse.heads[token] > kid and parse.deps[token].startswith("nsubj"):  # "the plan to sell it failed"
        last = min(last, parse.heads[token] - 1)
    return [(first, max(first, last))]


def adverb(parse: Parse, token: int) -> list[Range]:
    """The clause around an adverb of hearsay ("the bank reportedly failed"), from its subject to where it ends."""
    verb = parse.heads[token]
    subject = next((kid for kid in parse.children(verb, "nsubj", "nsubj:pass", "expl") if kid < token), None)
    first = parse.left[subject] if subject is not None else token + 1
    last = reach(parse, token, token + 1) if token < bounds(parse, token)[1] else token
    return [stretch for stretch in ((first, token - 1), (token + 1, last)) if stretch[0] <= stretch[1]]
