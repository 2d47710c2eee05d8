"""The records of an explanation: what a cue, a word or a term is, ready to be printed in any format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """A question that an entry puts to the sentence: `when` wants a yes, `unless` a no."""

    name: str
    field: str
    question: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a yardstick means by the phrase, in per cent, None where it does not use it; `note` where readers part from it."""

    yardstick: str
    title: str
    band: tuple[int, int] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Odds:
    """What readers take a phrase for, in per cent (median, tenth and ninetieth of a hundred), and what the yardsticks mean by it."""

    words: str
    p: int
    p10: int
    p90: int
    yardsticks: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A hedge or booster: `kind` says which, `means` what its category is, `source` where the strength (0..1) comes from.

    `longer` are phrases of other entries that hold its words and more, and take them first.
    """

    kind: str
    name: str
    category: str
    means: str
    why: str
    strength: float
    source: str
    odds: Odds | None
    pos: str
    patterns: tuple[str, ...]
    guards: tuple[Guard, ...]
    longer: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Reporter:
    """A reporting word: its stance and the shield (0..1) that leaves of certainty, its class, and its strength by construction."""

    kind: str
    name: str
    pos: str
    stance: str
    means: str
    shield: float
    group: str
    why: str
    frames: dict[str, float]
    subjects: tuple[str, ...]
    forms: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for a source, by the group it belongs to: the list it stands in, the group's name and kind."""

    kind: str
    name: str
    room: str
    group: str
    sort: str
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the reports (category, stance, locus, rung, modifier, kind, figure): what it means and what it weighs.

    `weights` are numbers by name, as ladder.toml or the lexicons give them; `members` are the entries under it.
    """

    kind: str
    name: str
    means: str
    basis: str
    weights: dict[str, float]
    example: str
    members: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Question:
    """A guard: what it asks, and which entries ask it."""

    kind: str
    name: str
    question: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A yardstick: (words, low, high) of each band in per cent, and where it is published."""

    kind: str
    name: str
    title: str
    source: str
    bands: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What a house style makes of a rule: its severity or "off", the published rule it encodes, and that in our words."""

    style: str
    severity: str
    cites: str
    why: str


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule of the house styles, with its page in the manual.

    `confidence` (0..1) is how often it is right where the reading it rests on is; `options` have their defaults; `styles` are those that
    make something else of it than `severity`, or say whose rule it is.
    """

    kind: str
    name: str
    code: str
    severity: str
    confidence: float
    summary: str
    what: str
    why: str
    breaks: str
    near: str
    options: dict[str, float | bool | tuple[str, ...]]
    styles: tuple[Stand, ...]


Topic = Cue | Reporter | Noun | Term | Question | Scale | Manual
