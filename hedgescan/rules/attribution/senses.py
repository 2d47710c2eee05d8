"""Words of saying that say nothing where they stand: commands, turns of phrase, and other senses of the word."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.entries import Entry

_OBJECTS = ("obj", "obl", "ccomp", "xcomp", "nsubj:pass", "advmod")  # what a verb acts on, also as the parse may mistake it
_EITHER = ("nsubj:pass", "nmod")  # before the word as well as behind it
_IDLE = frozenset("needless strange sad suffice odd funny sorry".split())


def other(parse: Parse, candidate: Candidate, entry: Entry) -> bool:
    """Is the candidate no cue here, whatever its strength?"""
    if candidate.lemma == "call" and (_naming(parse, candidate) or _summoned(parse, candidate)):
        return True
    return _commanded(parse, candidate) or _idle(parse, candidate.token) or _elsewhere(parse, candidate, entry)


def _commanded(parse: Parse, candidate: Candidate) -> bool:
    """Is the verb a command ("add the eggs")?  Nobody has said anything yet."""
    token = candidate.token
    head = parse.heads[token]
    if parse.deps[token] == "conj" and parse.tags[head] == "VB" and head == parse.sents[parse.sent[head]][0]:  # "Add the onions, and note the colour"
        return parse.tags[token] == "VB" and parse.child(head, "nsubj", "aux", "aux:pass", "mark", "cop", "expl") is None
    if parse.tags[token] != "VB" or parse.deps[token] not in ("ROOT", "parataxis") or candidate.subject.how not in ("none", "left"):
        return False
    return parse.child(token, "nsubj", "aux", "aux:pass", "mark", "cop", "expl") is None


def _idle(parse: Parse, token: int) -> bool:
    """ "Needless to say", "strange to say": the writer's turn of phrase, in which nobody speaks."""
    return parse.lower[token] in ("say", "tell") and parse.lower[token - 1] == "to" and parse.lower[token - 2] in _IDLE and token > 1


def _naming(parse: Parse, candidate: Candidate) -> bool:
    """Does it only give a name ("were called Ada and Joe", "a user calling himself Tern")?"""
    names = [kid for kid in parse.children(candidate.token, "xcomp", "obj") if kid > candidate.token][-1:]
    own = candidate.frame.startswith("pass:") or any(parse.lower[at].endswith(("self", "selves")) for at in parse.kids[candidate.token])
    return own and any(parse.tags[at] in ("NNP", "NNPS") and not parse.quoted[at] for at in names)


def _summoned(parse: Parse, candidate: Candidate) -> bool:
    """Is somebody only rung up or sent for ("called his mother from the station")?"""
    found = parse.child(candidate.token, "obj")
    return candidate.frame == "object" and found is not None and parse.kinds[found] == "H"


def _elsewhere(parse: Parse, candidate: Candidate, entry: Entry) -> bool:
    """Has the word another sense beside one of the nouns its entry names ("claimed nine lives", "a fare claim")?"""
    if not entry.never_with:
        return False
    before = candidate.pos == "N"
    near = ("compound", "amod", "nmod") if before else _OBJECTS
    kids = [kid for kid in parse.children(candidate.token, *near) if (kid < candidate.token) == before or parse.deps[kid] in _EITHER]
    kids += [kid for kid in parse.children(candidate.token, "obl:unmarked") if parse.left[kid] == candidate.token + 1]  # "said noon"
    within = [inner for kid in kids for inner in parse.children(kid, "obj", "nsubj", "compound", "nmod:unmarked")]  # "eleven lives", cut apart by the parse
    return any(parse.lemmas[kid] in entry.never_with or parse.lower[kid] in entry.never_with for kid in (*kids, *within))
