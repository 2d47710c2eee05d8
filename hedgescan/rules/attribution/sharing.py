"""Whom two verbs or two names share: the verb that a conjunct or participle goes with, who a closed relative meant, a pair that is none."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.voice import FINITE, is_verb, past

_BOUND = ("ccomp", "xcomp", "advcl", "acl", "conj", "acl:relcl", "obj", "obl", "nmod")


def partner(parse: Parse, verb: int, head: int) -> int:
    """The verb that `verb` shares its subject with: the conjunct of its own form, or the outermost report before ", adding"."""
    if parse.deps[verb] == "conj" and parse.tags[verb] in FINITE and parse.tags[head] in ("VB", "VBG", "VBN"):
        if not any(parse.deps[kid] == "aux" and parse.tags[kid] in FINITE for kid in parse.kids[head]):
            while parse.heads[head] != head and parse.tags[head] != parse.tags[verb]:
                head = parse.heads[head]
    elif parse.deps[verb] == "conj" and parse.tags[verb] in FINITE and parse.deps[head] == "ccomp":
        above = parse.heads[head]  # "warns that he lied and says": the tense tells whose verb it is
        if past(parse, head) is not None and past(parse, head) != past(parse, verb) == past(parse, above) and above < head:
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


def antecedent(parse: Parse, verb: int, found: int) -> int:
    """Who a relative pronoun stands for, where the comma before the verb has closed its clause ("Roe, who ran last year, said")."""
    clause = parse.heads[found]
    closed = parse.words[verb - 1] == "," and parse.tags[verb] in FINITE and parse.child(verb, "cc") is None
    if closed and parse.lower[found] in ("who", "which", "that") and parse.deps[clause] == "acl:relcl":
        return parse.heads[clause]
    return found


def unlinked(parse: Parse, noun: int, verb: int) -> int:
    """The second of two names with no "and" between them: "Like Roe, Poe said" and "…in the hands of Roe, Poe said" are no pair."""
    others = [kid for kid in parse.children(noun, "conj") if noun < kid < verb]
    linked = any(parse.deps[kid] == "cc" for at in (noun, *others) for kid in parse.kids[at])
    if len(others) == 1 and not linked and parse.tags[noun] == parse.tags[others[0]] == "NNP" and "," in parse.words[noun : others[0]]:
        return others[0]
    return noun
