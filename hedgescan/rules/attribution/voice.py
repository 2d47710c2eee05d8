"""In what voice and form a verb stands, by its tag, auxiliaries and dependents."""

from __future__ import annotations

from hedgescan.english.parse import Parse

FINITE = ("VBD", "VBZ", "VBP")


def is_verb(parse: Parse, token: int) -> bool:
    """Is the token tagged as a verb or a modal?"""
    return parse.tags[token].startswith("VB") or parse.tags[token] == "MD"


def past(parse: Parse, verb: int) -> bool | None:
    """Is a finite verb in the past tense?  None for any other form."""
    tag = next((parse.tags[kid] for kid in parse.kids[verb] if parse.deps[kid] in ("aux", "aux:pass", "cop")), parse.tags[verb])
    return tag == "VBD" if tag in FINITE else None


def passive(parse: Parse, verb: int) -> bool:
    """Is the verb in the passive, by its auxiliary, subject or agent?"""
    return parse.child(verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") is not None


def undergone(parse: Parse, verb: int) -> bool:
    """Is the verb in the passive by its form alone ("was shown", "got asked"), whatever label its subject has?"""
    return parse.tags[verb] in ("VBN", "VBD") and any(
        parse.deps[kid] == "aux:pass" or (parse.deps[kid] == "aux" and parse.lemmas[kid] in ("be", "get")) for kid in parse.kids[verb]
    )


def suffered(parse: Parse, verb: int) -> bool:
    """Is a verb without a subject of its own a passive, or the bare participle of one ("Asked about it, she …")?"""
    bare = parse.deps[verb] == "advcl" and parse.tags[verb] == "VBN" and parse.child(verb, "aux") is None
    return passive(parse, verb) or undergone(parse, verb) or bare
