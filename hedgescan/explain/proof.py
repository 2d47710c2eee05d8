"""Whether a lexicon of the user's own is sound and does what its examples say, in the real engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hedgescan.engine import Engine, engine
from hedgescan.explain.examples import Misfit, behave
from hedgescan.explain.shadows import Shadow, shadows
from hedgescan.lexicon import LexiconError, folder
from hedgescan.lexicon.check import tables
from hedgescan.lexicon.folder import pack
from hedgescan.lexicon.kept import Key, Tables
from hedgescan.lexicon.layers import GROUPS, build, change, load, overlay, shelf, shipped


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of the check: `errors` make a file unusable, `misfits` are examples that do not behave, `warnings` entries in the way."""

    entries: int
    examples: int
    errors: tuple[LexiconError, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    warnings: tuple[Shadow, ...] = ()


def prove(paths: Sequence[str], packs: Sequence[str] = ()) -> Proof:
    """Check files in the order in which a scan would lay them over ours; raises LexiconError for an unknown pack."""
    faults = errors(paths, packs)
    if faults:
        return Proof(0, 0, errors=tuple(faults))
    ready = engine(tuple(paths), tuple(packs))
    own = list(owned(ready, paths))
    examples = sum(len(entry.yes) + len(entry.no) for _, entry in own)
    count = sum(1 for path in paths for _ in entries(path))
    ours = {(entry.category, *entry.patterns) for entry in load((), packs).hedges}
    new = [entry for room, entry in own if room == "hedges" and (entry.category, *entry.patterns) not in ours]
    return Proof(count, examples, (), tuple(behave(own, ready)), tuple(shadows(new, ready.lexicon)))


def owned(ready: Engine, paths: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """(kind of entry, entry) of all in force that the files add or change."""
    lexicon, files = ready.lexicon, {str(Path(path)) for path in paths}
    rooms = {"hedges": (*lexicon.hedges, *lexicon.boosters), "reporting": lexicon.reporting, **{g: getattr(lexicon, g) for g in GROUPS}}
    for room, rows in rooms.items():
        yield from ((room, entry) for entry in rows if entry.file in files)


def errors(paths: Sequence[str], packs: Sequence[str]) -> list[LexiconError]:
    """Every error of every file; a file with errors is left out of what the next is laid over."""
    raw = shipped(folder())
    for name in packs:
        overlay(raw, pack(name))
    found: list[LexiconError] = []
    for path in paths:
        faults = file_errors(raw, Path(path))
        found += faults
        if not faults:
            overlay(raw, Path(path))
    return found


def file_errors(raw: Tables, path: Path) -> list[LexiconError]:
    """The errors of one file: the one that loading stops at, and those of every entry looked at by itself."""
    trial = dict(raw)
    try:
        overlay(trial, path)
        _ = build(trial).rules
    except LexiconError as error:
        try:
            single = [fault for key, table in entries(path) for fault in entry_errors(raw, key, table, path)]
        except LexiconError:
            return [error]
        return single if str(error) in map(str, single) else [error, *single]
    return []


def entry_errors(raw: Tables, key: Key, table: Any, path: Path) -> Iterator[LexiconError]:
    """The error of one entry, if it has one."""
    trial = dict(raw)
    try:
        if key[0] in ("hedges", "reporting"):
            shelf(key[0], key[1], str(path))
        change(trial, key, str(path), table)
        needed = {row: value for row, value in trial.items() if row == key or row[:2] == ("reporting", "classes")}
        _ = build(needed).rules
    except LexiconError as error:
        yield error


def entries(path: str | Path) -> Iterator[tuple[Key, Any]]:
    """(key, table) of every entry a file speaks of, under headings that there are; raises LexiconError."""
    for room, content in tables(Path(path)).items():
        for name, table in content.items() if isinstance(content, dict) else ():
            if room in GROUPS:
                yield (room, "", name), table
            elif room in ("hedges", "reporting"):
                rows = table.items() if isinstance(table, dict) else ()
                yield from (((room, name, entry), inner) for entry, inner in rows if entry != "off")
