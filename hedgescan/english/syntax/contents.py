"""Guards that ask whether a noun or verb tells what is thought or said: a that-clause of its own, and no relative clause."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.clauses import question_word
from hedgescan.english.syntax.guard import named
from hedgescan.english.syntax.reporting import has_clause, subject

STATES = frozenset(
    "innocence ignorance wealth knowledge discrimination harassment bias fraud abuse success descent kinship authorship superiority"
    " expertise membership support progress savings immunity privilege self-defence self-defense mistreatment negligence conspiracy"
    " power ability".split()
)
SIGNALS = frozenset(
    "click light sign arrow needle beep lamp dial gauge bell symbol label mark star flag icon tone pointer cursor hand dot line"
    " number colour color asterisk bar flash buzzer".split()
)


def that_clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a clause with "that" as its conjunction (not as a relative pronoun) tell what the noun or adjective is about?"""
    after = last + 1
    if after < len(parse) and parse.lower[after] == "that" and parse.tags[after] == "IN":
        return True
    for kid in parse.children(anchor, "acl", "ccomp", "advcl", "acl:relcl"):
        mark = parse.child(kid, "mark")
        if mark is not None and parse.lower[mark] == "that" and mark > anchor:
            return True
    return False


def that_follows(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a that-clause that is no relative follow the cue, or its noun where "that" is in the cue ("the belief that it rains")?"""
    at = last if parse.lower[last] == "that" else last + 1
    if at >= len(parse) or parse.lower[at] != "that" or parse.tags[at] == "DT":
        return False
    verb = parse.heads[at]
    gap = parse.deps[at] in ("nsubj", "obj", "nsubj:pass") or parse.child(verb, "nsubj", "nsubj:pass", "expl", "csubj") is None
    return verb > at and not gap


def said_content(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the noun tell what is said: a that-clause, or an "of" or "to have" within the cue ("his claim of innocence")?"""
    return parse.lower[last] in ("of", "have", "be") or that_clause(parse, first, max(first, anchor), anchor)


def finite_clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a clause with a tensed verb of its own hang on the cue ("he feels it is wrong"), not a state ("he felt betrayed")?"""
    for kid in parse.children(anchor, "ccomp", "csubj", "acl", "parataxis"):
        if kid < anchor or question_word(parse, kid):
            continue
        subjects = parse.child(kid, "nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj")
        verbs = [kid, *parse.children(kid, "aux", "aux:pass", "cop")]
        if subjects is not None and any(parse.tags[verb] in ("VBD", "VBZ", "VBP", "MD") for verb in verbs):
            return True
    return False


def claim_content(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the verb put forward a clause or a state ("claims innocence"), rather than take a prize, a life or a refund?"""
    if has_clause(parse, first, last, anchor):
        return True
    return any(parse.lemmas[kid] in STATES for kid in parse.children(anchor, "obj"))


def signalled(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject a signal (a light, a click, an arrow) that means what it shows by convention?"""
    found = subject(parse, anchor)
    return found is not None and parse.lemmas[found] in SIGNALS


GUARDS = named(claim_content, signalled, that_clause, that_follows, said_content, finite_clause)
