"""Who is meant: pronouns, relatives, short names, roles and definite phrases tied to a source met before (language.md 2.2, item 9)."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import Range, source
from hedgescan.rules.sources import phrases
from hedgescan.rules.sources.entities import Entity, rank
from hedgescan.rules.sources.mention import Mention, describe
from hedgescan.rules.sources.names import Name, Names
from hedgescan.rules.sources.words import Words

_GENERIC = frozenset("man woman person people men women one pair two three trio".split())
_BODIES = ("organisation", "outlet", "metonym")
_SHE, _HE = ("she", "her"), ("he", "him", "his")


class Resolver:
    """Takes source spans in the order of the text and gives the entity of each; keeps the register of a document's sources."""

    def __init__(self, words: Words, names: Names) -> None:
        self.words = words
        self.names = names
        self.entities: list[Entity] = []
        self.recent: list[Entity] = []  # the latest last

    def resolve(self, parse: Parse, span: Range, head: int) -> tuple[Entity, tuple[Parse, Range] | None]:
        """The entity of a source span, and its antecedent (parse, span) where the span does not identify it by itself."""
        mention = describe(parse, span, head, self.words)
        antecedent: tuple[Parse, Range] | None = None
        relative = self._relative(mention)
        if relative is not None:
            antecedent = (parse, relative.span)
            mention = relative
        entity = self._known(mention)
        if entity is None:
            entity = self._open(mention)
        elif antecedent is None and (mention.form in ("pronoun", "definite") and entity.mentions):
            antecedent = entity.mentions[0]
        entity.mentions.append((parse, span))
        if mention.kind == "bare":
            entity.roles.add(mention.lemma)  # once called "the sources", they are again the next time
        self._enrich(entity, mention)
        self.recent.append(entity)
        return entity, antecedent

    def _relative(self, mention: Mention) -> Mention | None:
        """The noun that a relative pronoun stands for."""
        parse, head = mention.parse, mention.head
        if mention.kind != "pronoun" or mention.lemma not in ("who", "which", "that", "whom", "whose"):
            return None
        verb = parse.heads[head]
        for _ in range(4):
            if parse.deps[verb] == "acl:relcl":
                noun = self._antecedent(parse, parse.heads[verb], head)
                return describe(parse, source(parse, noun, verb), noun, self.words)
            verb = parse.heads[verb]
        return None

    @staticmethod
    def _antecedent(parse: Parse, noun: int, pronoun: int) -> int:
        """The noun itself, or, where the parse has hung a "who" on a date or a thing, the nearest person to its left."""
        if parse.lower[pronoun] not in ("who", "whom", "whose") or not (nouns.is_time(parse, noun) or parse.kinds[noun] in ("D", "N")):
            return noun
        first = parse.sents[parse.sent[pronoun]][0]
        return next(
            (
                at
                for at in range(pronoun - 1, first - 1, -1)
                if parse.kinds[at] in ("H", "P") and parse.tags[at][:2] == "NN" and not nouns.is_time(parse, at)
            ),
            noun,
        )

    def _known(self, mention: Mention) -> Entity | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.name:
            return self._named(mention)
        if mention.form == "definite" or (mention.form == "bare" and not mention.plural):
            return self._definite(mention)
        if (mention.form == "bare" and mention.plural) or mention.form == "possessive":
            return self._repeated(mention)
        return None

    def _pronoun(self, mention: Mention) -> Entity | None:
        low = mention.lemma
        if low in ("it", "its"):
            return self._last(lambda e: e.kind in _BODIES and not e.plural) or self._last(lambda e: e.kind == "document")
        if low in ("they", "them", "their"):
            return self._last(lambda e: e.plural or e.kind in ("group", "collective")) or self._last(lambda e: e.kind in _BODIES)
        if low not in _SHE + _HE:
            return None
        gender = "f" if low in _SHE else "m"
        found = self._last(lambda e: e.kind == "person" and not e.plural and e.gender in ("", gender) and e.name != "writer")
        near = self.names.before(mention.parse, mention.head, gender)
        if near and (found is None or (near.later_than(found.mentions[-1]) and found.lemma != near.key)):
            if near.subject or found is None or found.anonymous:
                found = self._of_name(near)
        if found is not None and not found.gender:
            found.gender = gender
        return found

    def _last(self, fits: object) -> Entity | None:
        return next((e for e in reversed(self.recent) if fits(e)), None)  # type: ignore[operator]

    def _of_name(self, name: Name) -> Entity:
        """The entity of a person who has been named but not yet spoken."""
        known = next((e for e in self.entities if e.kind == "person" and e.lemma == name.key), None)
        if known is not None:
            return known
        entity = Entity(f"s{len(self.entities) + 1}", name.text, "person", "NAMED", False, name.key, False, gender=name.gender)
        entity.roles = set(name.roles)
        entity.rung = "NAMED_ROLE" if name.roles else "NAMED"
        entity.mentions.append((name.parse, name.span))
        self.entities.append(entity)
        return entity

    def _named(self, mention: Mention) -> Entity | None:
        key = self.names.key(mention.name)
        for entity in reversed(self.entities):
            if entity.anonymous or entity.kind in ("group", "collective"):
                continue
            if entity.lemma == key or (entity.kind != "person" and self.names.alias(mention.name, entity.name)):
                return entity
        return None

    def _definite(self, mention: Mention) -> Entity | None:
        """ "The newspaper", "the sources", "the senator", "the group"."""
        kind, lemma = mention.kind, mention.lemma
        if kind == "outlet":
            return self._last(lambda e: e.kind == "outlet")
        if mention.owner is not None:
            return None
        same = self._last(lambda e: (e.lemma == lemma or lemma in e.roles) and e.plural == mention.plural)
        if same is not None:
            return same
        if kind == "bare":
            return self._last(lambda e: e.anonymous and e.plural == mention.plural) or self._last(lambda e: e.anonymous)
        if kind == "institution":
            return self._last(lambda e: e.kind == "organisation" and lemma in e.name.lower().split())
        if lemma in _GENERIC:
            return self._last(lambda e: e.kind in ("person", "group") and e.plural == mention.plural)
        if not mention.plural and kind in ("role", "office", "occupation", "spokesperson", "collective", "relation"):
            name = self.names.with_role(lemma, mention.parse, mention.head)
            return self._of_name(name) if name else None
        return None

    def _repeated(self, mention: Mention) -> Entity | None:
        """The same bare or possessed phrase again ("officials said … officials said")."""
        if mention.kind == "bare" and mention.form == "possessive" and mention.owner is not None:
            outlet = self.words.head(mention.parse.lemmas[mention.owner]) == "outlet"
            return self._last(lambda e: e.anonymous and e.plural) if outlet else None
        return next((e for e in self.entities if e.name.lower() == mention.phrase.lower()), None)

    def _open(self, mention: Mention) -> Entity:
        """A new entity, with what its phrase tells."""
        kind, rung, anonymous = rank(mention)
        if mention.kind == "pronoun" and mention.lemma in ("i", "we", "my", "me", "us", "our"):
            known = next((e for e in self.entities if e.lemma == "writer"), None)
            if known:
                return known
            mention.lemma, mention.phrase = "writer", mention.phrase
        lemma = self.names.key(mention.name) if mention.name else mention.lemma
        entity = Entity(f"s{len(self.entities) + 1}", mention.name or mention.phrase, kind, rung, anonymous, lemma, mention.plural)
        self.entities.append(entity)
        return entity

    def _enrich(self, entity: Entity, mention: Mention) -> None:
        """Roles of a named person; count, basis and modifiers of an unnamed one."""
        if entity.kind == "person" and not entity.anonymous:
            name = self.names.find(entity.lemma)
            if name:
                entity.roles |= name.roles
                entity.gender = entity.gender or name.gender
                entity.name = max(entity.name, name.text, key=len)
            if entity.rung == "NAMED" and (
                entity.roles or (mention.name and mention.parse.lower[mention.head] not in mention.name.lower())
            ):
                entity.rung = "NAMED_ROLE"
        if not entity.anonymous:
            return
        basis, modifiers = phrases.basis(mention.phrase)
        entity.basis = entity.basis or basis
        entity.count = entity.count or mention.count or (None if mention.plural or entity.plural else 1)
        numbers = {2: ("count2",)}.get(entity.count or 0, ("count3",) if (entity.count or 0) >= 3 else ())
        vague = ("vague_count",) if mention.vague and not numbers else ()
        entity.modifiers = tuple(dict.fromkeys((*entity.modifiers, *modifiers, *numbers, *vague)))
