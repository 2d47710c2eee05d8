"""Whom a pronoun means: the nearest that agrees, a subject before an object, a speaker before a bystander."""

from __future__ import annotations

from collections.abc import Sequence

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import source
from hedgescan.rules.sources import proper
from hedgescan.rules.sources.entities import Entity
from hedgescan.rules.sources.mention import Mention, describe
from hedgescan.rules.sources.names import Name
from hedgescan.rules.sources.register import BODIES, Register

FEMALE, MALE = ("she", "her", "hers"), ("he", "him", "his")
_RELATIVES = ("who", "which", "that", "whom", "whose")
_SUBJECT = 60  # characters by which a subject counts as nearer
_ASKERS = frozenset("questioner reporter journalist interviewer caller heckler moderator host".split())  # the answer is another's
_NEAR = 500  # characters over which a name that never spoke is meant


def pronoun(mention: Mention, register: Register, barred: Sequence[Name] = ()) -> Entity | None:
    """The entity of "he", "she", "they" or "it", or None; never one of those `barred`, whom the words that it speaks name.

    A pronoun means nobody whom its own clause names further down ("he said Roe had left": Chomsky 1981, principle C).
    """
    low = mention.lemma
    if low in FEMALE + MALE:
        return _person(mention, "f" if low in FEMALE else "m", register, barred)
    if low in ("they", "them", "their"):
        return _people(mention, register)
    if low in ("it", "its"):
        return _body(mention, register)
    return register.last(lambda entity: entity.lemma == "writer") if low in ("i", "we", "my", "me", "us", "our") else None


def _person(mention: Mention, gender: str, register: Register, barred: Sequence[Name]) -> Entity | None:
    spoke = register.last(lambda e: _speaker(e, gender) and _within(e, mention) and e.bearer not in barred)
    choices = [(spoke.at + _SUBJECT, spoke)] if spoke else []
    for place, name in [row for row in register.names.people(mention.at, gender) if row[1] not in barred][:1]:
        if spoke is None or spoke.bearer is not name:
            choices.append((place.at + (_SUBJECT if place.subject else 0), register.named(name)))
    met = register.folk.before(mention.at, False, gender)
    if met and choices and (met.lemma in _ASKERS or met.parse.quoted[met.token] != mention.parse.quoted[mention.head]):
        met = None
    if met and met.parse is mention.parse and met.subject and met.new and met.parse.sent[met.token] == mention.parse.sent[mention.head]:
        choices.append((met.at + _SUBJECT, register.unnamed(met)))
    elif met and met.new and not choices:
        choices.append((met.at, register.unnamed(met)))
    if not choices:
        return None
    found = max(choices, key=lambda row: row[0])[1]
    found.gender = found.gender or gender
    return found


def _speaker(entity: Entity, gender: str) -> bool:
    """May "he" or "she" be a source met before: one person, not the writer, nor one who only put a question?"""
    single = entity.kind == "person" and not entity.plural and entity.rung != "METONYM"
    return single and entity.gender in ("", gender) and entity.lemma not in ("writer", "you", "your", *_ASKERS)


def _within(entity: Entity, mention: Mention) -> bool:
    """An unnamed source told of inside quotation marks is not meant outside them, nor one outside by those quoted."""
    if not entity.anonymous or not entity.mentions:
        return True
    parse, (_, last) = entity.mentions[-1]
    return parse.quoted[last] == mention.parse.quoted[mention.head]


def _people(mention: Mention, register: Register) -> Entity | None:
    spoke = register.last(lambda e: (e.plural or e.joint or e.kind in ("group", "collective")) and _within(e, mention))
    met = register.folk.before(mention.at, True)
    if met and (spoke is None or met.at > spoke.at) and mention.at - met.at < _NEAR and met.subject:
        return register.unnamed(met)
    return spoke or register.last(lambda e: e.kind in BODIES)


def _body(mention: Mention, register: Register) -> Entity | None:
    spoke = register.last(lambda e: e.kind in BODIES and not e.plural)
    for place, name in register.names.bodies(mention.at)[:1]:
        if place.subject and mention.at - place.at < _NEAR and (spoke is None or place.at > spoke.at):
            return register.named(name)
    return spoke or register.last(lambda e: e.kind == "document")


def relative(mention: Mention, register: Register) -> Mention | None:
    """The noun phrase that a relative pronoun stands for."""
    parse, head = mention.parse, mention.head
    if mention.kind != "pronoun" or mention.lemma not in _RELATIVES:
        return None
    verb = parse.heads[head]
    for _ in range(4):
        if parse.deps[verb] == "acl:relcl":
            noun = _bearer(parse, _antecedent(parse, parse.heads[verb], head), head, register)
            if parse.deps[noun] == "appos" and proper.proper(parse, parse.heads[noun]):
                noun = parse.heads[noun]  # "Ada Lund, a lawyer who …"
            return describe(parse, source(parse, noun, verb), noun, register.words)
        verb = parse.heads[verb]
    near = _left(parse, head) if mention.lemma in ("who", "whom", "whose") else None
    return describe(parse, source(parse, near, head), near, register.words) if near is not None else None


def _antecedent(parse: Parse, noun: int, token: int) -> int:
    """The noun itself, or, where the parse has hung a "who" on a date or a thing, the nearest person to its left."""
    if parse.lower[token] not in ("who", "whom", "whose") or not (nouns.is_time(parse, noun) or parse.kinds[noun] in ("D", "N")):
        return noun
    near = _left(parse, token)
    return noun if near is None else near


def _bearer(parse: Parse, noun: int, token: int, register: Register) -> int:
    """The person before a body that a "who" was hung on ("a spokesman for the company, who")."""
    words, above = register.words, parse.heads[noun]
    if parse.lower[token] == "which" or parse.deps[noun] != "nmod" or not words.person(parse.lemmas[above]):
        return noun
    body = words.head(parse.lemmas[noun]) == "institution" or (parse.tags[noun] == "NNP" and words.name([parse.words[noun]]))
    name = register.names.find(parse.words[noun], parse.starts[noun]) if parse.tags[noun] == "NNP" else None
    return above if body or (name is not None and name.body) else noun


def _left(parse: Parse, token: int) -> int | None:
    """The head of the nearest person's phrase to the left in the sentence."""
    first = parse.sents[parse.sent[token]][0]
    for at in range(token - 1, first - 1, -1):
        if parse.kinds[at] in ("H", "P") and parse.tags[at][:2] == "NN" and not nouns.is_time(parse, at):
            while parse.deps[at] in ("flat", "compound") and parse.tags[parse.heads[at]].startswith("NN"):
                at = parse.heads[at]
            return at
    return None
