""" "A man believed to be armed was held": a participle that the parser took for a past tense is put back under its noun.

A verb of opinion or report takes no infinitive of a state without an object in the active ("*police believed to be armed"), so that the
infinitive tells the passive (Huddleston & Pullum 2002, ch. 14, on catenative verbs).
"""

from __future__ import annotations

from collections.abc import Sequence

# What follows in the infinitive: anything, or only a state, for verbs that have an active of another sense ("nobody thought to ask").
_ANY = frozenset("believed alleged rumoured rumored suspected presumed understood deemed assumed known estimated".split())
_STATE = frozenset("thought said reported feared found judged considered".split())
_STATES = ("be", "have", "belong", "contain", "include", "involve")
_PERSONS = frozenset("i he she they we it you who that which".split())
_AUXILIARIES = ("aux", "aux:pass", "nsubj:pass", "cop")
_MAIN = ("ccomp", "conj", "parataxis", "advcl")


def settle(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give each such participle its tag and place, in linear time; nothing else of the tree is changed."""
    for verb in [at for at in range(len(lower)) if participle(at, lower, tags)]:
        kids = [kid for kid, head in enumerate(heads) if head == verb and kid != verb]
        if any(deps[kid] in _AUXILIARIES for kid in kids):
            continue
        subject = next((kid for kid in reversed(kids) if deps[kid] == "nsubj" and kid < verb), None)
        noun = _beside(verb, lower, tags) if subject is None else subject
        if noun is not None and lower[noun] not in _PERSONS:
            _hang(verb, noun, kids, tags, deps, heads)


def _beside(verb: int, lower: Sequence[str], tags: Sequence[str]) -> int | None:
    """The noun right before the participle, over an adverb or a comma."""
    at = verb - 1
    while at > 0 and (tags[at] == "RB" or lower[at] == ","):
        at -= 1
    return at if tags[at].startswith("NN") else None


def participle(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is the token such a participle by its words alone: "believed to", then a verb?"""
    word = lower[at]
    if not (word in _ANY or word in _STATE) or at == 0 or at + 2 >= len(lower):
        return False
    state = word in _ANY or lower[at + 2] in _STATES
    return state and lower[at + 1] == "to" and tags[at] in ("VBD", "VBN") and tags[at + 2].startswith("VB")


def _hang(verb: int, noun: int, kids: Sequence[int], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """The participle under its noun; the noun under the clause's true verb, or where the participle was."""
    tags[verb] = "VBN"
    if deps[noun] != "nsubj" or heads[noun] != verb:
        _free(verb, noun, kids, deps, heads)
        return
    main = next((kid for kid in kids if kid > verb and deps[kid] in _MAIN and _finite(kid, tags, deps, heads)), None)
    if main is None and heads[verb] == verb:
        deps[noun] = "nsubj:pass"  # a heading, or the true verb was not seen as one
        return
    if main is None:
        heads[noun], deps[noun] = heads[verb], "obj" if heads[verb] < noun else "nsubj"
    else:
        heads[main], deps[main] = (main if heads[verb] == verb else heads[verb]), deps[verb]
        suffers = any(heads[kid] == main and deps[kid] == "aux:pass" for kid in range(noun, main))
        heads[noun], deps[noun] = main, "nsubj:pass" if suffers else "nsubj"
        for kid in kids:
            if kid not in (noun, main) and (kid < noun or kid > main):
                heads[kid] = main
    heads[verb], deps[verb] = noun, "acl"


def _free(verb: int, noun: int, kids: Sequence[int], deps: list[str], heads: list[int]) -> None:
    """The participle under a noun that has its own place; a clause before it that hung on it takes its place ("he is one of those believed")."""
    before = next((kid for kid in kids if kid < noun and deps[kid] in _MAIN), None)
    if before is not None:
        heads[before], deps[before] = (before if heads[verb] == verb else heads[verb]), deps[verb]
    elif heads[verb] == verb or _above(verb, noun, heads):
        return
    heads[verb], deps[verb] = noun, "acl"


def _above(verb: int, noun: int, heads: Sequence[int]) -> bool:
    """Does the noun hang on the participle, however far down?"""
    while heads[noun] not in (noun, verb):
        noun = heads[noun]
    return heads[noun] == verb


def _finite(token: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Does the clause have a finite verb and no subject of its own?"""
    kids = [kid for kid, head in enumerate(heads) if head == token and kid != token]
    if any(deps[kid] in ("nsubj", "nsubj:pass", "mark") for kid in kids):
        return False
    return tags[token] in ("VBD", "VBZ", "VBP") or any(tags[kid] in ("VBD", "VBZ", "VBP", "MD") for kid in kids if deps[kid] in _AUXILIARIES)

