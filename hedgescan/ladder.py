"""The ladder of sources: rungs, modifiers, caps and shields, read from lexicons/ladder.toml and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hedgescan.lexicon.check import check, tables, typed
from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.lexicon.folder import folder
from hedgescan.model import STANCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# Which rungs there are and which of them leave the speaker unidentified is the contract's; what they weigh is the file's.
ANONYMOUS = ("ANON_ROLE", "ANON_GROUP_DESCRIBED", "ANON_GENERIC", "ANON_BARE")
NOBODY = ("WEASEL", "AGENTLESS")
PERSONS = ("NAMED_ROLE", "NAMED")
RUNGS = ("NAMED_ROLE", "DOC_PUBLIC", "NAMED", "NAMED_ORG", "DOC_PRIVATE", "OUTLET", "OWN_VOICE", "METONYM", *ANONYMOUS, *NOBODY)
MODIFIERS = (
    "firsthand",
    "basis",
    "count2",
    "count3",
    "vague_count",
    "reason",
    "boilerplate",
    "proximity",
    "direct_quote",
    "record",
)
NUMBERS = {
    "rungs": RUNGS,
    "caps": ("anonymous", "named"),
    "formula": ("decay", "beta"),
    "shields": ("own_voice", *STANCES),
}


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a modifier does: `gain` 0..1 is the share of the distance to the cap it closes, `hops` lengthens the chain.

    Of one `group` only the largest gain counts; an empty `rungs` means all rungs.
    """

    gain: float
    hops: int = 0
    group: str = ""
    rungs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every weight of language.md 3.2, 3.3 and 4.1; all numbers 0..1."""

    rungs: Mapping[str, float]
    modifiers: Mapping[str, Modifier]
    shields: Mapping[str, float]
    anonymous_cap: float
    named_cap: float
    decay: float
    beta: float

    def weight(self, rung: str) -> float:
        """The rung's base weight; ValueError for a rung that is not on the ladder."""
        return self.rungs[_named(rung, self.rungs, "rung")]

    def cap(self, rung: str) -> float:
        """The most a source on this rung can come to: lower for the anonymous and for nobody in particular."""
        _named(rung, self.rungs, "rung")
        return self.anonymous_cap if rung in ANONYMOUS or rung in NOBODY else self.named_cap

    def modifier(self, name: str) -> Modifier:
        """What a modifier does; ValueError for one that is not on the ladder."""
        return self.modifiers[_named(name, self.modifiers, "modifier")]

    def shield(self, stance: str) -> float:
        """How certain a sentence sounds under a reporting cue of this stance; ValueError for an unknown stance."""
        return self.shields[_named(stance, self.shields, "stance")]


def load(path: Path | None = None) -> Ladder:
    """The shipped ladder, with a desk's own file laid over it; raises LexiconError naming file, key and cure."""
    shipped = folder() / "ladder.toml"
    raw = tables(shipped)
    _complete(raw, str(shipped))
    file = str(path or shipped)
    if path is not None:
        raw = _overlay(raw, _headed(tables(path), file))
    return _sound(_build(_headed(raw, file), file), file)


@lru_cache(maxsize=1)
def default() -> Ladder:
    """The shipped ladder, read once."""
    return load()


def _named(name: str, names: Iterable[str], kind: str) -> str:
    names = tuple(names)
    if name not in names:
        raise ValueError(f"{kind} {name!r} is not on the ladder{nearest(name, names)}")
    return name


def _headed(raw: dict[str, Any], file: str) -> dict[str, Any]:
    """The tables, once it is sure that every heading and every key is one there is."""
    for section, table in raw.items():
        names = {**NUMBERS, "modifiers": MODIFIERS}
        if section not in names:
            raise LexiconError(f"unknown heading{nearest(section, names)}", file, field=section)
        if not isinstance(table, dict):
            raise LexiconError(f"should be a table; write [{section}]", file, field=section)
        for key, value in table.items():
            if key not in names[section]:
                raise LexiconError(f"unknown {section.removesuffix('s')}{nearest(key, names[section])}", file, field=f"{section}.{key}")
            if section == "modifiers" and not isinstance(value, dict):
                raise LexiconError(f"should be a table; write [{section}.{key}]", file, field=f"{section}.{key}")
    return raw


def _complete(raw: Mapping[str, Any], file: str) -> None:
    for section, names in {**NUMBERS, "modifiers": MODIFIERS}.items():
        for name in names:
            if name not in raw.get(section, {}):
                raise LexiconError("is missing; put it back", file, field=f"{section}.{name}")


def _overlay(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """`own` laid over `base`, table by table."""
    out = dict(base)
    for key, value in own.items():
        out[key] = _overlay(base.get(key, {}), value) if isinstance(value, dict) else value
    return out


def _build(raw: Mapping[str, Any], file: str) -> Ladder:
    number = {section: {key: _share(raw[section][key], file, f"{section}.{key}") for key in raw[section]} for section in NUMBERS}
    return Ladder(
        rungs=number["rungs"],
        modifiers={name: _modifier(name, table, file) for name, table in raw["modifiers"].items()},
        shields=number["shields"],
        anonymous_cap=number["caps"]["anonymous"],
        named_cap=number["caps"]["named"],
        decay=number["formula"]["decay"],
        beta=number["formula"]["beta"],
    )


def _modifier(name: str, table: object, file: str) -> Modifier:
    found = check(Modifier, file, name, table, {})
    _share(found.gain, file, f"modifiers.{name}.gain")
    if found.hops < 0:
        raise LexiconError(f"should be 0 or more, not {found.hops}", file, name, "hops")
    for rung in found.rungs:
        if rung not in RUNGS:
            raise LexiconError(f"unknown rung {rung!r}{nearest(rung, RUNGS)}", file, name, "rungs")
    return found


def _share(value: object, file: str, place: str) -> float:
    number: float = typed(value, "float", file, "", place)
    if not 0 <= number <= 1:
        raise LexiconError(f"should lie between 0 and 1, not {number}", file, field=place)
    return number


def _sound(ladder: Ladder, file: str) -> Ladder:
    """The ladder, once it is sure that no cap contradicts another or a rung."""
    if ladder.anonymous_cap > ladder.named_cap:
        raise LexiconError("should not be above caps.named; lower it or raise the other", file, field="caps.anonymous")
    for rung in RUNGS:
        if ladder.weight(rung) > ladder.cap(rung):
            hint = f"should not be above its cap {ladder.cap(rung)}; lower it or raise the cap in [caps]"
            raise LexiconError(hint, file, field=f"rungs.{rung}")
    return ladder
