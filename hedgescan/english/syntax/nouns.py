"""Guards that ask what a subject or a modified noun stands for: somebody, or something that can only show."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import after, bounds, noun_head, predicate, subject
from hedgescan.english.syntax.guard import named
from hedgescan.english.syntax.reporting import PERSON_ENDINGS, THINGS

PERSONAL = frozenset("i we you he she they who whom everyone everybody someone somebody anyone nobody one".split())
PEOPLE = frozenset(
    "official spokesman spokeswoman spokesperson minister president senator governor mayor judge lawyer attorney prosecutor witness"
    " officer police detective investigator expert analyst economist scientist researcher author writer critic reporter journalist"
    " editor doctor nurse teacher professor student coach player captain manager boss chief leader member delegate diplomat envoy"
    " ambassador candidate voter resident neighbour neighbor activist campaigner adviser advisor aide colleague friend mother father"
    " parent wife husband son daughter brother sister man woman boy girl person people family crowd team committee board panel council"
    " court jury government ministry company firm bank union party administration senate parliament congress agency department source"
    " insider executive director chairman chairwoman owner trader investor farmer worker engineer pilot driver soldier general colonel"
    " king queen prince pope bishop priest guest host visitor customer patient victim survivor suspect defendant player fan supporter"
    " opponent rival republican democrat conservative liberal lawmaker legislator historian lawyer consultant commentator columnist".split()
)
ENDINGS = (*PERSON_ENDINGS, "person")


def person(parse: Parse, token: int) -> bool:
    """May the noun or pronoun at `token` be somebody who thinks and speaks?"""
    if parse.lower[token] in PERSONAL:
        return True
    if parse.tags[token] in ("NNP", "NNPS"):
        return True
    if parse.kinds and parse.kinds[token] == "H":
        return parse.lower[token] not in ("all", "both", "most", "none")
    lemma = parse.lemmas[token]
    return noun_head(parse, token) and (lemma in PEOPLE or (lemma.endswith(ENDINGS) and lemma not in THINGS))


def inanimate_subject(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject a thing (data, a letter, a delay), or a fact ("which suggests"), and not somebody?"""
    verb = predicate(parse, anchor)
    found = subject(parse, verb)
    if found is None:
        return parse.tags[verb] == "VBG" and parse.deps[verb] in ("advcl", "acl", "conj")
    if parse.lower[found] in ("that", "which", "who") and parse.deps[verb] == "acl:relcl":
        return parse.lower[found] != "who" and not person(parse, parse.heads[verb])
    return not person(parse, found)


def personal_subject(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject somebody: a name, a pronoun for a person, a role?"""
    found = subject(parse, predicate(parse, anchor))
    return found is not None and person(parse, found)


def first_person(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject I or we?"""
    found = subject(parse, predicate(parse, anchor))
    return found is not None and parse.lower[found] in ("i", "we")


def attributive(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the adjective stand before the noun it modifies ("a likely winner")?"""
    return parse.deps[anchor] in ("amod", "compound", "nmod") and parse.heads[anchor] > anchor


def before_person(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the adjective stand before a noun for people ("likely voters", "potential buyers")?"""
    return attributive(parse, first, last, anchor) and person(parse, parse.heads[anchor])


def noun_follows(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue followed by a noun, with nothing but adjectives and numbers between?"""
    end = bounds(parse, last)[1]
    at = last + 1
    while at <= end and parse.tags[at] in ("JJ", "JJR", "JJS", "CD", "VBN"):
        at += 1
    return at <= end and noun_head(parse, at)


def followed_by_of(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the next word "of"?"""
    return after(parse, last) == "of"


def proper_name(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue a name, or part of one ("May", "Theresa May", "the Maybe Foundation")?"""
    return any(parse.tags[token] in ("NNP", "NNPS") for token in range(first, last + 1))


def capital(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue capitalised within a sentence that is not all in capitals: a name or a title?"""
    begin, end = bounds(parse, first)
    words = parse.words[begin : end + 1]
    cased = sum(word[:1].isupper() for word in words if word[:1].isalpha())
    small = sum(word[:1].islower() for word in words)
    return (
        first > begin
        and parse.words[first][:1].isupper()
        and parse.words[first - 1] not in ('"', "“", "‘", "''", "``", ":")
        and small > cased
    )


GUARDS = named(
    inanimate_subject, personal_subject, first_person, attributive, before_person, noun_follows, followed_by_of, proper_name, capital
)
