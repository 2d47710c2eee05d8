"""The sources met so far in a document, and those that could be: how each is opened, found again and looked back for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range, source
from hedgescan.rules.sources import evidence
from hedgescan.rules.sources.entities import Entity, Place
from hedgescan.rules.sources.folk import Folk, Somebody
from hedgescan.rules.sources.mention import Mention, describe
from hedgescan.rules.sources.names import Name, Names
from hedgescan.rules.sources.rank import rank
from hedgescan.rules.sources.words import Words

BODIES = ("organisation", "outlet", "metonym")
_BEFORE = ("det", "compound", "amod", "nmod:desc", "flat", "nmod:poss")
_TITLES = 4  # words before a name that may belong to it
_BACK = 60  # mentions of sources looked back over
_LATEST = 16  # mentions of one source among which the same one would stand


class Register:
    """A document's sources in order of mention, with its names and its unnamed people."""

    def __init__(self, parses: Iterable[Parse], words: Words) -> None:
        parses = list(parses)
        self.words = words
        self.names = Names(parses, words)
        self.folk = Folk(parses, words)
        self.entities: list[Entity] = []
        self.recent: list[Entity] = []  # the latest last
        self._by: dict[str, Entity] = {}
        self._held: dict[int, Entity] = {}  # offset of the head of unnamed people → entity
        self._phrases: dict[str, Entity] = {}  # a phrase in lower case → the entity it opened

    def last(self, fits: Callable[[Entity], bool]) -> Entity | None:
        """The source mentioned last that fits."""
        return next((entity for entity in reversed(self.recent[-_BACK:]) if fits(entity)), None)

    def mention(self, entity: Entity, place: tuple[Parse, Range]) -> None:
        """Note a mention, once; as the text is read in order, one that was noted before is among the last."""
        if place not in entity.mentions[-_LATEST:]:
            entity.mentions.append(place)
        self.recent.append(entity)

    def holder(self, name: Name) -> Entity | None:
        """The entity that goes by a name, if it has been a source."""
        return self._by.get(name.key)

    def phrase(self, phrase: str) -> Entity | None:
        """The entity first called by just these words."""
        return self._phrases.get(phrase.lower())

    def held(self, at: int) -> Entity | None:
        """The entity opened by the phrase whose head stands at an offset."""
        return self._held.get(at)

    def hold(self, at: int, entity: Entity) -> Entity:
        """Enter an entity opened by the phrase whose head stands at an offset."""
        self._held[at] = entity
        return self.add(entity)

    def new(self, mention: Mention, verb: int | None = None) -> Entity:
        """A new entity, with what its phrase tells."""
        kind, rung, anonymous = rank(mention, verb)
        name = self.names.find(mention.name, mention.at) if mention.name else None
        if name is not None and name.body and kind == "person":
            kind, rung = "organisation", "NAMED_ORG"
        lemma = name.key if name else mention.name.lower() or mention.lemma
        entity = self.add(Entity("", name.text if name else mention.name or mention.phrase, kind, rung, anonymous, lemma, mention.plural))
        entity.bearer = name
        entity.gender = evidence.gender(set(), {mention.lemma}) if kind == "person" and not name else ""
        if name:
            self._by.setdefault(name.key, entity)
        self._phrases.setdefault(mention.phrase.lower(), entity)
        self._held[mention.at] = entity
        return entity

    def add(self, entity: Entity) -> Entity:
        """Enter an entity under the next number."""
        entity.id = f"s{len(self.entities) + 1}"
        self.entities.append(entity)
        return entity

    def named(self, name: Name) -> Entity:
        """The entity of a name, opened where the name has not yet been a source; its first mention is the name's."""
        known = self._by.get(name.key)
        if known is not None:
            return known
        kind, rung = ("person", "NAMED_ROLE" if name.roles else "NAMED")
        if name.body:
            kind, rung = {"outlet": ("outlet", "OUTLET"), "metonym": ("metonym", "METONYM"), "country": ("metonym", "METONYM"),
                          "capital": ("metonym", "METONYM")}.get(name.kind, ("organisation", "NAMED_ORG"))  # fmt: skip
        entity = self.add(Entity("", name.text, kind, rung, False, name.key, False, gender=name.gender, roles=set(name.roles), bearer=name))
        self._by[name.key] = entity
        entity.mentions.append(_titled(name))
        return entity

    def pair(self, name: str, place: Place) -> Entity:
        """The entity of persons named together, met before or opened."""
        known = self._phrases.get(name.lower())
        if known is None:
            known = self._phrases[name.lower()] = self.add(Entity("", name, "group", "NAMED", False, name.lower(), True))
            known.mentions.append(place)
        return known

    def unnamed(self, somebody: Somebody) -> Entity:
        """The entity of unnamed people met in the text, opened where they have not yet been a source."""
        if somebody.at not in self._held:
            span = source(somebody.parse, somebody.token, None)
            mention = describe(somebody.parse, span, somebody.token, self.words)
            entity = self._held[somebody.at] = self.new(mention)
            entity.mentions.append((somebody.parse, span))
            entity.enrich(mention)
        return self._held[somebody.at]


def _titled(name: Name) -> Place:
    """The first mention of a name with its article and titles."""
    parse, (first, last) = name.places[0].parse, name.places[0].span
    start = first
    while start > 0 and first - start < _TITLES and parse.heads[start - 1] in range(first, last + 1) and parse.deps[start - 1] in _BEFORE:
        start -= 1
    return parse, (start, last)
