"""Who is meant: every source phrase of a document, in the order of the text, tied to an entity (language.md 2.2, item 9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range, source
from hedgescan.rules.sources.definite import ahead, definite, exemplified
from hedgescan.rules.sources.entities import Entity, Place
from hedgescan.rules.sources.mention import Mention, describe
from hedgescan.rules.sources.names import Name
from hedgescan.rules.sources.partition import SHARES, things
from hedgescan.rules.sources.pronouns import pronoun, relative
from hedgescan.rules.sources.register import Register
from hedgescan.rules.sources.words import Words

_WRITER = ("i", "we", "my", "me", "us", "our")
_ANAPHORS = ("pronoun", "definite", "indefinite")
_NEAR = 500  # characters over which "one" or "another" looks back for its group


class Resolver:
    """Takes source spans in the order of the text and gives the entity of each."""

    def __init__(self, parses: Iterable[Parse], words: Words) -> None:
        self.words = words
        self.register = Register(parses, words)

    @property
    def entities(self) -> list[Entity]:
        """The document's sources in order of mention."""
        return self.register.entities

    def resolve(
        self, parse: Parse, span: Range, head: int, verb: int | None = None, content: Sequence[Range] = ()
    ) -> tuple[Entity, Place | None]:
        """The entity of a source span, and its antecedent (parse, span) where the span does not identify it by itself.

        `verb` is the cue the source belongs to, `content` what it says there.
        """
        said = describe(parse, span, head, self.words)
        meant = relative(said, self.register) or said
        entity = self.register.held(meant.at) if meant.kind != "pronoun" else None
        entity = entity or (self._share(meant) if meant.elliptic else self._known(meant, self._named_in(parse, head, content)))
        antecedent = (parse, meant.span) if meant is not said else self._antecedent(meant, entity)
        if entity is None:
            entity = self._open(meant, verb)
        if meant is not said:
            self.register.mention(entity, (parse, meant.span))
        if meant.elliptic and antecedent is None and entity.mentions and not entity.attributions:
            antecedent = entity.mentions.pop()  # the group it is taken from
        self.register.mention(entity, (parse, span))
        if meant.kind == "bare":
            entity.roles.add(meant.lemma)  # once called "the sources", they are again the next time
        entity.enrich(meant)
        return entity, antecedent

    def known(self, parse: Parse, span: Range, head: int) -> Entity | None:
        """The entity of a phrase that has one already; nothing is opened for it."""
        said = describe(parse, span, head, self.words)
        meant = relative(said, self.register) or said
        return None if meant.elliptic else self._known(meant)

    @staticmethod
    def _antecedent(mention: Mention, entity: Entity | None) -> Place | None:
        """The first mention of a source met before, for a phrase that is no name itself."""
        if entity is None or mention.form not in _ANAPHORS or not entity.mentions:
            return None
        first = entity.mentions[0]
        return first if first != (mention.parse, mention.span) else None

    def _named_in(self, parse: Parse, head: int, content: Sequence[Range]) -> list[Name]:
        """The names in the content of a source that does not stand in it itself; of words half quoted, no name before it outside the marks:
        that may be its own ("Roe said it was worth a look because “few know of it,” she said")."""
        ranges = [(first, last) for first, last in content if not first <= head <= last]
        if not ranges:
            return []
        quoted = any(parse.quoted[first] or parse.quoted[last] for first, last in ranges)
        return [
            name
            for first, last in ranges
            for place, name in self.register.names.after(parse.starts[first] - 1, parse.ends[last])
            if place.parse is parse and (not quoted or place.span[0] > head or parse.quoted[place.span[0]])
        ]

    def _known(self, mention: Mention, barred: Sequence[Name] = ()) -> Entity | None:
        if mention.kind == "pronoun":
            return pronoun(mention, self.register, barred)
        if mention.name:
            return self._named(mention)
        if mention.form == "definite" or (mention.form == "bare" and not mention.plural and mention.kind != "crowd"):
            found = definite(mention, self.register)
            if found is not None or mention.form == "definite":
                return found
        if mention.form in ("bare", "possessive") and (mention.plural or mention.form == "possessive"):
            return self._repeated(mention)
        return ahead(mention, self.register)

    def _named(self, mention: Mention) -> Entity | None:
        if mention.plural and self.words.name(mention.name.split()) == "":
            return None
        name = self.register.names.find(mention.name, mention.at)
        if name is not None and (name.body or mention.kind == "person" or name.key == mention.name.lower().removeprefix("the ")):
            return self.register.holder(name)
        return self.register.last(lambda e: not e.anonymous and e.lemma == mention.name.lower())

    def _repeated(self, mention: Mention) -> Entity | None:
        """The same bare or possessed phrase again ("officials said … officials said")."""
        if mention.kind == "bare" and mention.form == "possessive" and mention.owner is not None:
            outlet = self.words.head(mention.parse.lemmas[mention.owner]) == "outlet"
            return self.register.last(lambda e: e.anonymous and e.plural) if outlet else None
        return self.register.phrase(mention.phrase)

    def _share(self, mention: Mention) -> Entity | None:
        """One, another or the others of a group: unnamed as the group is, and somebody new."""
        spoke = self.register.last(lambda e: e.kind in ("group", "collective") or (e.anonymous and e.kind == "person"))
        met = self.register.folk.before(mention.at, True)
        shared = self.register.last(lambda e: e.lemma in SHARES and e.anonymous)
        if things(mention.parse, mention.head) and not (shared and mention.at - shared.at < _NEAR):
            return None
        if met and mention.at - met.at < _NEAR and (spoke is None or met.at > spoke.at):
            group, rung, anonymous = (met.parse, source(met.parse, met.token, None)), "ANON_GENERIC", True
        elif spoke and mention.at - spoke.at < 2 * _NEAR:
            anonymous = spoke.anonymous or not mention.plural
            group, rung = spoke.mentions[0], "ANON_GENERIC" if spoke.rung not in ("ANON_BARE", "ANON_ROLE") else spoke.rung
        else:
            return None
        if mention.plural and not anonymous:
            return None
        kind = "group" if mention.plural else "person"
        entity = self.register.hold(mention.at, Entity("", mention.phrase, kind, rung, True, mention.lemma, mention.plural))
        entity.mentions.append(group)
        return entity

    def _open(self, mention: Mention, verb: int | None) -> Entity:
        """A new entity; the writer's own "I" and "we" are one."""
        entity = self.register.new(mention, verb)
        if mention.kind == "pronoun" and mention.lemma in _WRITER:
            entity.lemma = "writer"
        if entity.anonymous and exemplified(mention, self.register):
            entity.rung, entity.anonymous = "NAMED", False
        return entity
