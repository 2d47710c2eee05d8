"""The whole lexicon: what comes with hedgescan, then packs, then the user's own files, each adding, changing or switching off.

A pack or a user's file may hold any kind of entry under one heading a kind:

    [hedges.modal."may"]              # [hedges.<category>."<phrase>"]; boosters are the category `booster`
    strength = 0.70                   # an entry that exists already: the given fields replace its own
    [hedges.weasel."word has it"]     # a new entry must be complete, with its `yes` and `no`
    [hedges.conditional."if"]
    off = true                        # switched off; a later file that gives fields of it switches it on again
    [hedges.approximator]
    off = true                        # the whole category, but for what this file says of it
    [reporting.distancing."grouse"]   # [reporting.<stance>."<word>"]; likewise [people."<group>"], [outlets."<group>"] ...
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from hedgescan.lexicon.check import check, tables
from hedgescan.lexicon.entries import ClassEntry, HedgeEntry, ReportingEntry, SourceEntry
from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.lexicon.folder import folder, pack
from hedgescan.lexicon.kept import Key, Tables, kept
from hedgescan.lexicon.rule import Rules, rules
from hedgescan.model import CATEGORIES, STANCES

GROUPS = ("people", "institutions", "outlets", "documents", "places")
OWN_STANCE = ("attitude", "nouns", "adjectives")
HEDGES = (*CATEGORIES, "booster")


@dataclass(frozen=True)
class Lexicon:
    """Checked entries in force, in the order of their files; `rules` are hedges and boosters ready to run."""

    hedges: tuple[HedgeEntry, ...]
    boosters: tuple[HedgeEntry, ...]
    reporting: tuple[ReportingEntry, ...]
    classes: dict[str, ClassEntry]
    people: tuple[SourceEntry, ...]
    institutions: tuple[SourceEntry, ...]
    outlets: tuple[SourceEntry, ...]
    documents: tuple[SourceEntry, ...]
    places: tuple[SourceEntry, ...]

    @cached_property
    def rules(self) -> Rules:
        """Hedges and boosters in one tree, compiled once; raises LexiconError for a wrong guard or pattern."""
        return rules((*self.hedges, *self.boosters))


def load(paths: Iterable[str | Path] = (), packs: Iterable[str] = ()) -> Lexicon:
    """The lexicon in force with the named packs and then the user's files, in that order; raises LexiconError."""
    raw = kept(folder(), shipped)
    for path in [*(pack(name) for name in packs), *(Path(path) for path in paths)]:
        overlay(raw, path)
    return build(raw)


def shipped(home: Path) -> Tables:
    """The tables of the lexicons' own files, with the file each comes from."""
    raw: Tables = {}
    for room in ("hedges", "reporting"):
        for path in sorted((home / room).glob("*.toml")):
            shelf(room, path.stem, str(path))
            raw |= {(room, path.stem, name): (str(path), table) for name, table in tables(path).items()}
    for group in GROUPS:
        path = home / f"{group}.toml"
        if path.is_file():
            raw |= {(group, "", name): (str(path), table) for name, table in tables(path).items()}
    return raw


def shelf(room: str, name: str, file: str) -> None:
    """Refuse a category or stance that there is not."""
    known = HEDGES if room == "hedges" else (*STANCES, *OWN_STANCE, "classes")
    if name not in known:
        raise LexiconError(f"{name!r} is no {'category' if room == 'hedges' else 'stance'}{nearest(name, known)}", file)


def overlay(raw: Tables, path: Path) -> None:
    """Lay a pack or a user's file over the tables: add, change field by field, switch off."""
    file = str(path)
    for room, content in tables(path).items():
        if room not in ("hedges", "reporting", *GROUPS):
            raise LexiconError(f"unknown heading{nearest(room, ('hedges', 'reporting', *GROUPS))}", file, field=room)
        if not isinstance(content, dict):
            raise LexiconError('is not a heading; write [hedges.modal."may"]', file, field=room)
        for name, table in content.items():
            if room in GROUPS:
                change(raw, (room, "", name), file, table)
                continue
            shelf(room, name, file)
            if not isinstance(table, dict):
                raise LexiconError(f'is not a heading; write [{room}.{name}."may"]', file, field=f"{room}.{name}")
            for entry, inner in table.items():
                if entry == "off" and inner is True:
                    clear(raw, room, name)
                else:
                    change(raw, (room, name, entry), file, inner)


def clear(raw: Tables, room: str, place: str) -> None:
    """Switch off a whole category or stance."""
    for key, (file, table) in raw.items():
        if key[:2] == (room, place):
            raw[key] = (file, {**table, "off": True})


def change(raw: Tables, key: Key, file: str, table: Any) -> None:
    """One entry of an overlay."""
    if not isinstance(table, dict):
        raise LexiconError("is not a table; an entry begins with its name in brackets", file, key[2])
    off = table.get("off", False)
    if not isinstance(off, bool):
        raise LexiconError("should be true or false", file, key[2], "off")
    if off and key not in raw:
        names = [name for room, place, name in raw if (room, place) == key[:2]]
        raise LexiconError(f"there is no such entry to switch off{nearest(key[2], names)}", file, key[2], "off")
    _, old = raw.get(key, (file, {}))
    raw[key] = (file, {**old, **table, "off": off})


def build(raw: Tables) -> Lexicon:
    """Check every table and sort the entries into their places."""
    hedges: list[HedgeEntry] = []
    reporting: list[ReportingEntry] = []
    classes: dict[str, ClassEntry] = {}
    groups: dict[str, list[SourceEntry]] = {group: [] for group in GROUPS}
    for (room, place, name), (file, fields) in raw.items():
        if isinstance(fields, dict) and fields.get("off") is True:
            continue
        table = {field: value for field, value in fields.items() if field != "off"} if isinstance(fields, dict) else fields
        if room == "hedges":
            hedges.append(sound(check(HedgeEntry, file, name, table, {"category": place})))
        elif room in groups:
            groups[room].append(check(SourceEntry, file, name, table, {}))
        elif place == "classes":
            classes[name] = check(ClassEntry, file, name, table, {})
        else:
            reporting.append(check(ReportingEntry, file, name, table, {} if place in OWN_STANCE else {"stance": place}))
    for entry in reporting:
        if entry.stance not in STANCES:
            raise LexiconError(f"{entry.stance!r} is no stance{nearest(entry.stance, STANCES)}", entry.file, entry.name, "stance")
        family = entry.class_ if entry.pos == "verb" else f"{entry.pos} {entry.class_}"
        if classes and family not in classes:
            raise LexiconError(f"{family!r} is no class{nearest(family, classes)}", entry.file, entry.name, "class")
    return Lexicon(
        tuple(entry for entry in hedges if entry.category != "booster"),
        tuple(entry for entry in hedges if entry.category == "booster"),
        tuple(reporting),
        classes,
        **{group: tuple(entries) for group, entries in groups.items()},
    )


def sound(entry: HedgeEntry) -> HedgeEntry:
    """A hedge entry whose numbers make sense, or a LexiconError."""
    if not 0 <= entry.strength <= 1:
        raise LexiconError("should lie between 0 and 1", entry.file, entry.name, "strength")
    numbers = [number for number in (entry.p10, entry.p, entry.p90) if number is not None]
    if numbers and (len(numbers) < 3 or sorted(numbers) != numbers or not 0 <= numbers[0] <= numbers[2] <= 100):
        raise LexiconError("p10, p and p90 are given together, in that order, between 0 and 100", entry.file, entry.name, "p")
    return entry
