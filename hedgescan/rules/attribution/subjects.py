"""Whose act a verb is: its own subject, or the one it shares, inherits, is controlled by, or has for an agent."""

from __future__ import annotations

from typing import NamedTuple

from hedgescan.english.parse import Parse
from hedgescan.english.reduced import participle
from hedgescan.rules import nouns
from hedgescan.rules.attribution import nearby, sharing
from hedgescan.rules.attribution.voice import FINITE, passive, suffered, undergone

SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
_PROMISES = frozenset("promise vow pledge threaten use take offer agree".split())  # the infinitive's subject stays the verb's own
_INSCRIBED = frozenset("say read show suggest indicate claim state warn urge call demand allege".split())  # "a sign saying"
_WHENS = ("when", "if", "whenever", "as", "once", "until")
_EMPTY = frozenset("it there that which what".split())
_DEPTH = 5


class Subject(NamedTuple):
    """The token that heads the subject, and how it was come by: own, relative, noun, agent, passive, shared, object, left, none …"""

    token: int | None
    how: str


NONE = Subject(None, "none")
REDUCED = Subject(None, "reduced")  # a participle without an agent: "asked about it", "a man called Roe"


def case(parse: Parse, token: int) -> str:
    """The preposition that marks a phrase, lower case, or an empty string."""
    marker = parse.child(token, "case")
    return parse.lower[marker] if marker is not None else ""


def agent(parse: Parse, verb: int) -> int | None:
    """Head of the by-phrase of a passive, also of one right after it that the parse has hung elsewhere ("As reported by Roe, …")."""
    if verb + 1 < len(parse) and parse.lower[verb + 1] == "by" and parse.deps[verb + 1] == "case" and parse.tags[verb] in ("VBN", "VBD"):
        head = parse.heads[verb + 1]
        timely = nouns.is_time(parse, head) and parse.child(head, "flat") is None  # "by Sunday", not "by the Evening Gazette"
        return head if head > verb and not timely else None
    for kid in parse.kids[verb]:
        named = parse.child(kid, "flat") is not None  # "the Evening Gazette"
        if parse.deps[kid] == "obl:agent" or (parse.deps[kid] == "obl" and case(parse, kid) == "by" and (named or not nouns.is_time(parse, kid))):
            return kid
    return None


def subject(parse: Parse, verb: int, depth: int = 0) -> Subject:
    """The subject of `verb` (or of an adjective), overt or understood."""
    if depth > _DEPTH:
        return NONE
    own = _own(parse, verb)
    if own is not None and _said_to(parse, verb):
        return Subject(own.token, "passive")
    if own is not None and not (own.how == "own" and undergone(parse, verb)):
        return own
    if own is not None or passive(parse, verb):
        by = agent(parse, verb)
        if by is not None:
            return Subject(by, "agent")
        patient = own.token if own is not None else parse.child(verb, "nsubj:pass")
        if patient is not None:
            return Subject(patient, "passive")
    if _asked_when(parse, verb):
        by = agent(parse, verb)
        return Subject(by, "agent") if by is not None else REDUCED
    if parse.heads[verb] == verb:
        return NONE
    return _understood(parse, verb, depth)


def _said_to(parse: Parse, verb: int) -> bool:
    """A participle taken for a past tense ("Bangkok, said to have brokered it, …"): after a comma, before "to have" or "to be"."""
    return parse.words[verb - 1] == "," and parse.lower[verb + 1 : verb + 2] == ["to"] and parse.lower[verb + 2 : verb + 3] in (["have"], ["be"])


def _own(parse: Parse, verb: int) -> Subject | None:
    overt = [kid for kid in parse.children(verb, *SUBJECTS) if not (nouns.is_time(parse, kid) and kid > 0) and parse.tags[kid] != "RB"]
    if not overt:
        return None
    overt = [kid for kid in overt if parse.deps[kid] != "csubj"] or overt
    chosen = min(overt, key=lambda kid: (parse.quoted[kid] != parse.quoted[verb], kid > verb and parse.kinds[kid] == "N", abs(kid - verb)))
    chosen = _modified(parse, overt[0], chosen)
    chosen = sharing.unlinked(parse, chosen, verb)
    relative = parse.tags[chosen] in ("WDT", "WP") or (parse.lower[chosen] == "that" and parse.deps[verb] == "acl:relcl")
    return Subject(chosen, "relative" if relative else "own")


def _modified(parse: Parse, first: int, second: int) -> int:
    """Of two subjects the first, where the second is but the end of what modifies it ("a man who gave his name as Yusuf said")."""
    inside = first < second and parse.child(first, "acl", "acl:relcl") is not None and parse.quoted[first] == parse.quoted[second]
    return first if inside and not any(parse.words[at] in (",", "and", "but") for at in range(first, second)) else second


def _asked_when(parse: Parse, verb: int) -> bool:
    """ "when asked", "if pressed": a bare participle after a conjunction."""
    return parse.tags[verb] in ("VBN", "VBD") and parse.deps[verb] == "advcl" and verb > 0 and parse.lower[verb - 1] in _WHENS


def _understood(parse: Parse, verb: int, depth: int) -> Subject:
    """The subject of a verb that has none of its own, from what it hangs on."""
    dep, tag = parse.deps[verb], parse.tags[verb]
    beside = nearby.subordinate(parse, verb) if tag in FINITE else None
    if beside is not None:
        return Subject(beside, "left")
    if dep in ("acl", "acl:relcl"):
        found = _of_noun(parse, verb, depth)
        if found is not None:
            return found
    if dep in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep"):
        if (dep == "ccomp" and tag not in ("VBG", "VB")) or (dep == "parataxis" and tag != "VBG"):
            return NONE
        return _inherited(parse, verb, depth)
    if tag in ("VBG", "VB") and dep not in ("amod", "compound"):
        return _climbed(parse, verb)
    return NONE


def _of_noun(parse: Parse, verb: int, depth: int) -> Subject | None:
    """The subject of a verb that modifies a noun."""
    noun, tag, dep = parse.heads[verb], parse.tags[verb], parse.deps[verb]
    if tag in FINITE and noun < verb - 1 and (parse.tags[verb - 1] in ("NNP", "PRP")):
        beside = nearby.left(parse, verb)  # "a claim that the judge Jane Roe called absurd", the subject hung elsewhere
        if beside is not None and beside > noun:
            return Subject(beside, "left")
    if tag == "VBG" or dep == "acl:relcl":
        beside = tag == "VBG" and noun == verb - 1 and parse.lemmas[verb] in _INSCRIBED and parse.lemmas[noun] != "time"
        speaks = nouns.speaks(parse, noun) or nouns.kind(parse, noun) == "D" or beside
        loose = tag == "VBG" and verb > 0 and parse.words[verb - 1] == "," and nouns.kind(parse, noun) != "D"
        if not speaks or nouns.is_time(parse, noun):
            return _climbed(parse, verb)
        if loose:
            climbed = _climbed(parse, verb)
            if climbed.token is not None:
                return climbed
        return Subject(noun, "noun")
    if tag in ("VBN", "VBD"):
        by = agent(parse, verb)
        if by is not None:
            return Subject(by, "agent")
        alone = parse.heads[noun] == noun or parse.deps[noun] in ("ccomp", "conj", "parataxis")
        if alone and noun < verb and parse.child(noun, "cop", "nsubj") is None and not participle(verb, parse.lower, parse.tags):
            return Subject(noun, "mistagged")  # a noun phrase for a root with a "participle" is a clause whose verb was mistagged
        if tag == "VBD" and parse.words[verb - 1] == "," and parse.deps[noun] not in SUBJECTS and not _finite_before(parse, verb):
            return Subject(noun, "mistagged")  # "Speaking in court, the lawyer, Roe, called it …"
        return REDUCED
    if tag == "VB" and parse.tags[noun].startswith("NN"):
        if parse.deps[noun] == "obj":
            return subject(parse, parse.heads[noun], depth + 1)
        return _climbed(parse, verb)
    return None


def _finite_before(parse: Parse, verb: int) -> bool:
    return any(parse.tags[at] in (*FINITE, "MD") for at in range(parse.sents[parse.sent[verb]][0], verb))


def _joined(parse: Parse, verb: int) -> Subject:
    """The subject of the finite verb before an "and" that the parse has hung elsewhere ("Asked why, Roe laughed and said")."""
    for at in range(verb - 2, parse.sents[parse.sent[verb]][0], -1):
        if parse.tags[at] in FINITE and parse.quoted[at] == parse.quoted[verb]:
            own = _own(parse, at)
            return Subject(own.token, "shared") if own is not None and own.how == "own" else NONE
    return NONE


def _inherited(parse: Parse, verb: int, depth: int) -> Subject:
    """The subject shared with the governing verb, or its object where that controls the infinitive ("urged X to say")."""
    head = parse.heads[verb]
    if parse.deps[verb] == "xcomp" and parse.tags[verb] == "VB" and parse.lemmas[head] not in _PROMISES:
        objects = [kid for kid in parse.children(head, "obj", "iobj") if head < kid < verb]
        if objects and nouns.kind(parse, objects[0]) in "HP":
            return Subject(objects[0], "object")
    if depth == 0:
        head = sharing.partner(parse, verb, head)
    found = subject(parse, head, depth + 1)
    if found.how == "agent" and parse.deps[verb] == "conj":  # "were angered by the deal and predicted": the patient goes on
        patient = parse.child(head, "nsubj:pass", "nsubj")
        found = Subject(patient, "shared") if patient is not None else found
    if found.token is not None and found.how not in ("agent", "object"):
        return Subject(sharing.antecedent(parse, verb, found.token), "passive" if suffered(parse, verb) else "shared")
    if parse.tags[verb] in FINITE and parse.deps[verb] == "conj" and parse.tags[verb - 1] == "CC":
        return _joined(parse, verb)
    return _climbed(parse, verb) if parse.tags[verb] in ("VBG", "VB") else NONE


def _climbed(parse: Parse, verb: int) -> Subject:
    """The nearest subject up the tree on the same side of a quotation mark."""
    token = verb
    for _ in range(12):
        if parse.heads[token] == token:
            break
        token = parse.heads[token]
        for kid in parse.children(token, "nsubj", "nsubj:pass"):
            if parse.lower[kid] not in _EMPTY and kid != verb and not (parse.quoted[kid] and not parse.quoted[verb]):
                return Subject(kid, "shared")
    return NONE
