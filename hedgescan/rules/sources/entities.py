"""Sources as they build up over a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources import phrases
from hedgescan.rules.sources.mention import Mention
from hedgescan.rules.sources.names import Name

_PEOPLE = ("person", "man", "woman", "user", "individual", "resident", "witness")  # what anybody is, is no role
Place = tuple[Parse, Range]


@dataclass(slots=True)
class Entity:
    """A source under construction; `mentions` are its phrases in order, `bearer` the name it goes by, `joint` says it was named with others."""

    id: str
    name: str
    kind: str
    rung: str
    anonymous: bool
    lemma: str
    plural: bool
    count: int | None = None
    basis: str | None = None
    reason: str | None = None
    modifiers: tuple[str, ...] = ()
    via: str | None = None
    roles: set[str] = field(default_factory=set)
    mentions: list[Place] = field(default_factory=list)
    attributions: int = 0
    gender: str = ""
    bearer: Name | None = None
    joint: bool = False

    @property
    def at(self) -> int:
        """Offset of the last mention; -1 where there is none."""
        return self.mentions[-1][0].starts[self.mentions[-1][1][1]] if self.mentions else -1

    def enrich(self, mention: Mention) -> None:
        """Take from a mention what it tells: roles of the named; count, basis and modifiers of the unnamed."""
        self.joint = self.joint or any(mention.parse.deps[kid] == "conj" for kid in mention.parse.kids[mention.head])
        if not self.anonymous:
            self._name(mention)
            return
        basis, modifiers = phrases.basis(mention.whole)
        self.basis = self.basis or basis
        self.count = self.count or mention.count or (None if mention.plural or self.plural else 1)
        numbers = {2: ("count2",)}.get(self.count or 0, ("count3",) if (self.count or 0) >= 3 else ())
        vague = ("vague_count",) if mention.vague and not numbers else ()
        self.gain(*modifiers, *numbers, *vague)

    def _name(self, mention: Mention) -> None:
        if self.kind != "person":
            return
        if self.bearer:
            self.roles |= self.bearer.roles
            self.gender = self.gender or self.bearer.gender
            self.name = max(self.name, self.bearer.text, key=len)
        beside = mention.name and mention.lemma not in _PEOPLE and mention.parse.lower[mention.head] not in mention.name.lower()
        if self.rung == "NAMED" and (self.roles or beside):
            self.rung = "NAMED_ROLE"

    def gain(self, *modifiers: str) -> None:
        """Add modifiers, each once."""
        self.modifiers = tuple(dict.fromkeys((*self.modifiers, *modifiers)))
