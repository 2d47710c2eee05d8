"""Whose act a verb is: its own subject, or the one it shares, inherits, is controlled by, or has for an agent."""

from __future__ import annotations

from typing import NamedTuple

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import nearby

SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
_PROMISES = frozenset("promise vow pledge threaten use take offer agree".split())  # the infinitive's subject stays the verb's own
_INSCRIBED = frozenset("say read show suggest indicate claim state warn urge call demand allege".split())  # "a sign saying"
_FINITE = ("VBD", "VBZ", "VBP")
_WHENS = ("when", "if", "whenever", "as", "once", "until")
_EMPTY = frozenset("it there that which what".split())
_BOUND = ("ccomp", "xcomp", "advcl", "acl", "conj", "acl:relcl", "obj", "obl", "nmod")
_DEPTH = 5


class Subject(NamedTuple):
    """The token that heads the subject, and how it was come by: own, relative, noun, agent, passive, shared, object, left, none …"""

    token: int | None
    how: str


NONE = Subject(None, "none")
REDUCED = Subject(None, "reduced")  # a participle without an agent: "asked about it", "a man called Roe"


def passive(parse: Parse, verb: int) -> bool:
    """Is the verb in the passive, by its auxiliary, subject or agent?"""
    return parse.child(verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") is not None


def _undergone(parse: Parse, verb: int) -> bool:
    """Is the verb in the passive by its form alone ("was shown", "got asked"), whatever label its subject has?"""
    return parse.tags[verb] in ("VBN", "VBD") and any(
        parse.deps[kid] == "aux:pass" or (parse.deps[kid] == "aux" and parse.lemmas[kid] in ("be", "get")) for kid in parse.kids[verb]
    )


def case(parse: Parse, token: int) -> str:
    """The preposition that marks a phrase, lower case, or an empty string."""
    marker = parse.child(token, "case")
    return parse.lower[marker] if marker is not None else ""


def agent(parse: Parse, verb: int) -> int | None:
    """Head of the by-phrase of a passive, also of one right after it that the parse has hung elsewhere ("As reported by Roe, …")."""
    if verb + 1 < len(parse) and parse.lower[verb + 1] == "by" and parse.deps[verb + 1] == "case" and parse.tags[verb] in ("VBN", "VBD"):
        head = parse.heads[verb + 1]
        return head if head > verb and not nouns.is_time(parse, head) else None
    for kid in parse.kids[verb]:
        if parse.deps[kid] == "obl:agent" or (parse.deps[kid] == "obl" and case(parse, kid) == "by" and not nouns.is_time(parse, kid)):
            return kid
    return None


def subject(parse: Parse, verb: int, depth: int = 0) -> Subject:
    """The subject of `verb` (or of an adjective), overt or understood."""
    if depth > _DEPTH:
        return NONE
    own = _own(parse, verb)
    if own is not None and not (own.how == "own" and _undergone(parse, verb)):
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


def _own(parse: Parse, verb: int) -> Subject | None:
    overt = [kid for kid in parse.children(verb, *SUBJECTS) if not (nouns.is_time(parse, kid) and kid > 0) and parse.tags[kid] != "RB"]
    if not overt:
        return None
    overt = [kid for kid in overt if parse.deps[kid] != "csubj"] or overt
    chosen = min(overt, key=lambda kid: (parse.quoted[kid] != parse.quoted[verb], abs(kid - verb)))
    chosen = _unlinked(parse, chosen, verb)
    relative = parse.tags[chosen] in ("WDT", "WP") or (parse.lower[chosen] == "that" and parse.deps[verb] == "acl:relcl")
    return Subject(chosen, "relative" if relative else "own")


def _unlinked(parse: Parse, noun: int, verb: int) -> int:
    """The second of two names with no "and" between them: "Like Roe, Poe said" and "…in the hands of Roe, Poe said" are no pair."""
    others = [kid for kid in parse.children(noun, "conj") if noun < kid < verb]
    linked = any(parse.deps[kid] == "cc" for at in (noun, *others) for kid in parse.kids[at])
    if len(others) == 1 and not linked and parse.tags[noun] == parse.tags[others[0]] == "NNP" and "," in parse.words[noun : others[0]]:
        return others[0]
    return noun


def _asked_when(parse: Parse, verb: int) -> bool:
    """ "when asked", "if pressed": a bare participle after a conjunction."""
    return parse.tags[verb] in ("VBN", "VBD") and parse.deps[verb] == "advcl" and verb > 0 and parse.lower[verb - 1] in _WHENS


def _understood(parse: Parse, verb: int, depth: int) -> Subject:
    """The subject of a verb that has none of its own, from what it hangs on."""
    dep, tag = parse.deps[verb], parse.tags[verb]
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
    if tag in _FINITE and noun < verb - 1 and (parse.tags[verb - 1] in ("NNP", "PRP")):
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
        if alone and noun < verb and parse.child(noun, "cop", "nsubj") is None:
            return Subject(noun, "mistagged")  # a noun phrase for a root with a "participle" is a clause whose verb was mistagged
        return REDUCED
    if tag == "VB" and parse.tags[noun].startswith("NN"):
        if parse.deps[noun] == "obj":
            return subject(parse, parse.heads[noun], depth + 1)
        return _climbed(parse, verb)
    return None


def _inherited(parse: Parse, verb: int, depth: int) -> Subject:
    """The subject shared with the governing verb, or its object where that controls the infinitive ("urged X to say")."""
    head = parse.heads[verb]
    if parse.deps[verb] == "xcomp" and parse.tags[verb] == "VB" and parse.lemmas[head] not in _PROMISES:
        objects = [kid for kid in parse.children(head, "obj", "iobj") if head < kid < verb]
        if objects and nouns.kind(parse, objects[0]) in "HP":
            return Subject(objects[0], "object")
    if depth == 0:
        head = _partner(parse, verb, head)
    found = subject(parse, head, depth + 1)
    if found.how == "agent" and parse.deps[verb] == "conj":  # "were angered by the deal and predicted": the patient goes on
        patient = parse.child(head, "nsubj:pass", "nsubj")
        found = Subject(patient, "shared") if patient is not None else found
    if found.token is not None and found.how not in ("agent", "object"):
        return Subject(_antecedent(parse, verb, found.token), "passive" if _suffered(parse, verb) else "shared")
    return _climbed(parse, verb) if parse.tags[verb] in ("VBG", "VB") else NONE


def _suffered(parse: Parse, verb: int) -> bool:
    """Is a verb without a subject of its own a passive, or the bare participle of one ("Asked about it, she …")?"""
    bare = parse.deps[verb] == "advcl" and parse.tags[verb] == "VBN" and parse.child(verb, "aux") is None
    return passive(parse, verb) or _undergone(parse, verb) or bare


def _antecedent(parse: Parse, verb: int, found: int) -> int:
    """Who a relative pronoun stands for, where the comma before the verb has closed its clause ("Roe, who ran last year, said")."""
    clause = parse.heads[found]
    closed = parse.words[verb - 1] == "," and parse.tags[verb] in _FINITE and parse.child(verb, "cc") is None
    if closed and parse.lower[found] in ("who", "which", "that") and parse.deps[clause] == "acl:relcl":
        return parse.heads[clause]
    return found


def _partner(parse: Parse, verb: int, head: int) -> int:
    """The verb that `verb` shares its subject with: the conjunct of its own form, or the outermost report before ", adding"."""
    if parse.deps[verb] == "conj" and parse.tags[verb] in _FINITE and parse.tags[head] in ("VB", "VBG", "VBN"):
        if not any(parse.deps[kid] == "aux" and parse.tags[kid] in _FINITE for kid in parse.kids[head]):
            while parse.heads[head] != head and parse.tags[head] != parse.tags[verb]:
                head = parse.heads[head]
    elif parse.deps[verb] == "conj" and parse.tags[verb] in _FINITE and parse.deps[head] == "ccomp":
        above = parse.heads[head]  # "warns that he lied and says": the tense tells whose verb it is
        if _past(parse, head) is not None and _past(parse, head) != _past(parse, verb) == _past(parse, above) and above < head:
            head = above
    elif parse.deps[verb] == "advcl" and parse.tags[verb] == "VBG" and verb > 0 and parse.words[verb - 1] == ",":
        above = head
        while parse.heads[above] != above and parse.deps[above] in _BOUND:
            embedded = parse.deps[head] == "ccomp"
            above = parse.heads[above]
            if not is_verb(parse, above) or not (embedded or not is_verb(parse, head)):
                break
            head = above
    return head


def _past(parse: Parse, verb: int) -> bool | None:
    """Is a finite verb in the past tense?  None for any other form."""
    tag = next((parse.tags[kid] for kid in parse.kids[verb] if parse.deps[kid] in ("aux", "aux:pass", "cop")), parse.tags[verb])
    return tag == "VBD" if tag in _FINITE else None


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


def is_verb(parse: Parse, token: int) -> bool:
    """Is the token tagged as a verb or a modal?"""
    return parse.tags[token].startswith("VB") or parse.tags[token] == "MD"
