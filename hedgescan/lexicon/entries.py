"""The kinds of lexicon entry; each dataclass is the schema of its table, field for field."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HedgeEntry:
    """A hedge or booster cue: its patterns, how strong it is, in what syntax it counts, and examples on both sides.

    `name` is the id and the first pattern, `forms` are further ones (see `pattern`).  `strength` runs from 0 (certain) to 1
    (unknown); of a booster it says how strongly it boosts.  `p`, `p10` and `p90` are readers' median and 10-90 range in per cent.
    """

    name: str
    category: str
    strength: float
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    pos: str = ""
    forms: tuple[str, ...] = ()
    p: int | None = None
    p10: int | None = None
    p90: int | None = None
    source: str = ""
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    file: str = ""

    @property
    def patterns(self) -> tuple[str, ...]:
        """Every phrase this entry is found by."""
        return (self.name, *self.forms)


@dataclass(frozen=True, slots=True)
class ReportingEntry:
    """A word that ascribes content to a source: its stance, its class, and the frames in which it differs from that class.

    `never_with` are nouns that give it another sense: objects ("claimed nine lives", "set on purpose"), or what stands before a noun ("bus fare claim").
    """

    name: str
    stance: str
    pos: str
    class_: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    frames: dict[str, float] = field(default_factory=dict)
    forms: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    passive: str = ""
    raising: bool = False
    control: str = ""
    addressee: bool = False
    light: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    why: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """What reporting words of a class have in common.

    `frames` are strengths by construction; `passive` says what the subject of a passive is (content or source); `speech`: the words
    are uttered or written; `raising`: the subject is no source; `kind` is the attribution's kind.
    """

    name: str
    pos: str
    why: str
    frames: dict[str, float]
    passive: str = "content"
    speech: bool = False
    raising: bool = False
    kind: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A group of words for people, institutions, outlets, documents or places that behave alike; `endings` are last words of names."""

    name: str
    kind: str
    words: tuple[str, ...]
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    endings: tuple[str, ...] = ()
    file: str = ""
