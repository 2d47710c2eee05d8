"""Whom a definite phrase means: "the senator", "the agency", "the sources", "the two", and a person brought in before being named."""

from __future__ import annotations

from collections.abc import Callable

from hedgescan.rules.sources.entities import Entity
from hedgescan.rules.sources.mention import Mention
from hedgescan.rules.sources.names import Name
from hedgescan.rules.sources.rank import known
from hedgescan.rules.sources.register import BODIES, Register
from hedgescan.rules.sources.words import PEOPLE

_ANYBODY = frozenset("man woman person people men women one pair two three trio quartet both all each latter former".split())
_TEAM = frozenset("researcher scientist author team investigator academic scholar".split())
_CHARACTERS = frozenset(
    "nominee candidate contender hopeful front-runner frontrunner incumbent challenger mogul tycoon magnate billionaire millionaire businessman"
    " businesswoman star champion politician newcomer veteran native winner loser author writer novelist singer actor actress".split()
)
_GENERAL = frozenset("company firm group organisation organization body agency business association charity outfit nonprofit party".split())
_NEAR = 700  # characters over which a name that never spoke is meant
_AHEAD = 600  # characters within which somebody is named after being brought in
_NAMERS = ("role", "seat", "office", "occupation", "spokesperson")


def definite(mention: Mention, register: Register) -> Entity | None:
    """The entity a definite phrase stands for, or None where it opens one of its own."""
    kind = mention.kind
    if kind == "outlet":
        return register.last(lambda e: e.kind == "outlet") or _body(mention, register)
    if kind in ("public", "private", "thing"):
        return register.last(lambda e: e.lemma == mention.lemma and e.plural == mention.plural)
    if kind == "institution":
        return _body(mention, register)
    if kind in PEOPLE:
        return _same(mention, register) or (_several(mention, register) if mention.plural else _one(mention, register))
    return register.last(lambda e: e.lemma == mention.lemma and e.plural == mention.plural)


def _same(mention: Mention, register: Register) -> Entity | None:
    """Whoever was called the same before, last: a source, somebody named with that role, somebody met without a name."""
    lemma = mention.lemma
    spoke = register.last(lambda e: (e.lemma == lemma or lemma in e.roles) and e.plural == mention.plural)
    choices = [(spoke.at, spoke)] if spoke else []
    if not mention.plural:
        place = _bearer(lambda name: lemma in name.roles, mention, register)
        if place and not (spoke and spoke.bearer is place[1]):
            choices.append((place[0], register.named(place[1])))
    met = register.folk.last(lemma, mention.at, mention.plural)
    if met and not any(at >= met.at for at, _ in choices):
        choices.append((met.at, register.unnamed(met)))
    return max(choices, key=lambda row: row[0])[1] if choices else None


def _bearer(fits: Callable[[Name], bool], mention: Mention, register: Register) -> tuple[int, Name] | None:
    """(offset, name) of the person named last before the mention that fits."""
    rows = [(place.at, name) for place, name in register.names.people(mention.at) if fits(name)]
    return max(rows, key=lambda row: row[0]) if rows else None


def _one(mention: Mention, register: Register) -> Entity | None:
    """A single person by another word: "the lawmaker" for a senator, "the 56-year-old" for whoever was named last."""
    if mention.kind == "bare":
        return register.last(lambda e: e.anonymous and not e.plural) or register.last(lambda e: e.anonymous)
    if mention.lemma in _ANYBODY:
        return _anybody(mention, register)
    group = register.words.group(mention.lemma)
    found = _bearer(lambda name: any(register.words.group(role) == group for role in name.roles), mention, register) if group else None
    if found is None and _redescribed(mention):
        people = [row for row in register.names.people(mention.at) if mention.at - row[0].at < _NEAR]
        found = (people[0][0].at, people[0][1]) if people else None
    return register.named(found[1]) if found and mention.kind != "spokesperson" else None


def _redescribed(mention: Mention) -> bool:
    """Does the phrase tell something new of a person already on the scene: an age, a place, a past, a standing?"""
    parse = mention.parse
    inside = range(mention.span[0], mention.head + 1)
    aged = any(parse.lower[at] in ("old", "former") or parse.lower[at].endswith("-year-old") for at in inside)
    described = any(parse.deps[at] in ("amod", "compound") for at in inside if at < mention.head)
    trade = mention.kind in ("occupation", "crowd")
    return aged or mention.kind == "seat" or mention.lemma in _CHARACTERS or (trade and described)


def _anybody(mention: Mention, register: Register) -> Entity | None:
    gender = {"man": "m", "woman": "f"}.get(mention.lemma, "")
    return register.last(lambda e: e.kind in ("person", "group") and e.plural == mention.plural and e.gender in ("", gender))


def _several(mention: Mention, register: Register) -> Entity | None:
    """A group by another word: "the two" for a pair named together, "the researchers" for the named authors of a study."""
    if mention.kind == "bare":
        return register.last(lambda e: e.anonymous and e.plural)
    if mention.lemma in _ANYBODY or mention.count:
        found = register.last(lambda e: e.plural or e.joint)
        if found:
            return found
    pair = _together(mention, register)
    if pair is not None:
        return pair
    if mention.lemma in _TEAM:
        near = [name for place, name in register.names.bodies(mention.at) if mention.at - place.at < _NEAR and name.kind == "institution"]
        return register.named(near[0]) if near else None
    return None


def _together(mention: Mention, register: Register) -> Entity | None:
    """Two or more persons named in one breath shortly before ("Ines Vale and Paul Onwe")."""
    if mention.kind not in _NAMERS:
        return None
    for place, _ in sorted(register.names.people(mention.at), key=lambda row: row[0].at, reverse=True)[:4]:
        parse, (first, last) = place.parse, place.span
        if mention.at - place.at > _NEAR or first < 2 or parse.lower[first - 1] != "and" or not parse.tags[first - 2].startswith("NNP"):
            continue
        other = next((n for p, n in register.names.people(place.at) if p.parse is parse and p.span[1] == first - 2), None)
        if other is None:
            continue
        start = next(p.span[0] for p in other.places if p.parse is parse and p.span[1] == first - 2)
        name = " ".join(parse.words[start : last + 1])
        return register.pair(name, (parse, (start, last)))
    return None


def _body(mention: Mention, register: Register) -> Entity | None:
    """The named body a common noun stands for: by its own word, by its trade, or, for "the company" and the like, the last one."""
    spoke = register.last(lambda e: e.kind in BODIES and e.bearer is None and e.lemma == mention.lemma)
    words, group = register.words, register.words.group(mention.lemma)
    for place, name in register.names.bodies(mention.at):
        if mention.at - place.at > 4 * _NEAR or (spoke and spoke.at > place.at):
            break
        parts = name.text.lower().split()
        kind, trade = words.ending(name.text.split())
        if mention.lemma in parts or mention.lemma in name.roles or (trade == group and mention.lemma in _GENERAL | {parts[-1]}):
            return register.named(name)
        if mention.lemma in _GENERAL and name.kind not in ("outlet", "country", "capital", "metonym") and _fits(mention.lemma, trade, kind):
            return register.named(name)
        if mention.kind == "outlet" and name.kind == "outlet":
            return register.named(name)
        if trade and trade == group and mention.lemma not in _GENERAL:
            return register.named(name)
    return spoke


def _fits(lemma: str, trade: str, kind: str) -> bool:
    """May a general word stand for a body of a trade: a company for a firm or an unknown name, a group for anything but a firm?"""
    if lemma in ("company", "firm", "business", "outfit"):
        return trade in ("companies", "")
    if lemma in ("party", "agency"):
        return False
    return trade != "companies"


def ahead(mention: Mention, register: Register) -> Entity | None:
    """Somebody brought in by an article and named shortly after with the same role ("A judge … Judge Ada Marsh")."""
    if mention.form not in ("indefinite", "bare") or mention.plural or mention.share or mention.kind not in _NAMERS:
        return None
    found = _named_after(mention, register, _AHEAD)
    return register.named(found) if found else None


def exemplified(mention: Mention, register: Register) -> bool:
    """Is one of a group named right after, with its role ("Aides were pleased. … said Ada Lund, an aide")?  Not where a number or a ground
    of knowledge marks the group off as sources of their own."""
    if not mention.plural or mention.kind not in _NAMERS or mention.count or known(mention):
        return False
    return mention.form in ("bare", "possessive") and _named_after(mention, register, _AHEAD // 2) is not None


def _named_after(mention: Mention, register: Register, reach: int) -> Name | None:
    """The person first named within a reach after the mention, with its role, or, for a spokeswoman, one who speaks for a body."""
    words, start = register.words, mention.at
    for place, name in register.names.after(start, start + reach):
        spokes = mention.kind == "spokesperson" and any(words.head(role) == "spokesperson" for role in name.roles)
        if place is name.places[0] and not name.body and (spokes or mention.lemma in name.roles):
            return name
    return None
