"""The tables of the lexicons' own files, kept in a cache: reading them as TOML takes a tenth of a second at every start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hedgescan.cache import Cache

Key = tuple[str, str, str]  # room, shelf, name: ("hedges", "modal", "may")
Tables = dict[Key, tuple[str, Any]]  # each entry's file and table
_CACHES: list[Cache] = []


def keep(cache: Cache | None) -> None:
    """Keep tables in this cache from now on; with None, which is how it begins, nowhere."""
    _CACHES[:] = [cache] if cache else []


def kept(home: Path, read: Callable[[Path], Tables]) -> Tables:
    """What `read` says of a folder, or said of the same files before; its key holds their sizes and times of change."""
    if not _CACHES:
        return read(home)
    from hedgescan.cache import digest

    key = digest("tables", str(home))
    try:
        return {(room, shelf, name): (file, table) for file, room, shelf, tables in _CACHES[0].get(key) for name, table in tables.items()}
    except (TypeError, ValueError, AttributeError):
        found = read(home)
    files: dict[tuple[str, str, str], dict[str, Any]] = {}
    for (room, shelf, name), (file, table) in found.items():
        files.setdefault((file, room, shelf), {})[name] = table
    _CACHES[0].put(key, [[*place, tables] for place, tables in files.items()])
    return found
