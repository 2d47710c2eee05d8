"""The configuration of a project: found, read and checked; what the command line says goes before it.

    style = "ap"                       # hedgescan.toml or .hedgescan.toml; in pyproject.toml under [tool.hedgescan]
    ignore = ["uncounted-sources"]
    exclude = ["archive/*"]
    fail-under = { verifiability = 30 }
    [rules.overclaim]                  # as in a style
    gap = 0.4
    [[overrides]]                      # other settings for some paths; of several that fit, the later goes before
    paths = ["opinion/*"]
    ignore = ["unattributed-opinion"]
    [[suppress]]                       # one finding, by its fingerprint, in a file that can hold no comment
    fingerprint = "f939fef3eb4143d2"
    reason = "a quotation from the charter"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, TypeVar

from hedgescan.lexicon.check import check, tables, typed
from hedgescan.lexicon.error import LexiconError, nearest

NAMES = ("hedgescan.toml", ".hedgescan.toml", "pyproject.toml")
# Keys and the types of their values, as `typed` names them.
KEYS = {
    "style": "str",
    "select": "tuple[str, ...]",
    "ignore": "tuple[str, ...]",
    "lexicons": "tuple[str, ...]",
    "packs": "tuple[str, ...]",
    "strictness": "float",
    "encoding": "str",
    "exclude": "tuple[str, ...]",
    "fail-under": "dict[str, float]",
    "fail-over": "dict[str, float]",
    "max-anonymous": "str",
    "baseline": "str",
    "require-reason": "bool",
    "format": "tuple[str, ...]",
    "jobs": "int",
}
Part = TypeVar("Part")
_PARTS = ("rules", "overrides", "suppress")
_FILES = ("lexicons", "baseline")  # values that are paths, relative to the configuration's folder


@dataclass(frozen=True, slots=True)
class Override:
    """Other settings for the paths that fit one of the patterns `paths`."""

    paths: tuple[str, ...]
    name: str = ""
    style: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    file: str = ""

    def fits(self, path: str) -> bool:
        """Whether a path (with forward strokes, relative to the configuration's folder) is meant."""
        return any(fnmatch(path, pattern) or fnmatch(path, f"{pattern.rstrip('/')}/*") for pattern in self.paths)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is accepted by its fingerprint."""

    fingerprint: str
    reason: str
    name: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration read: `values` by key, as far as it gives them; an empty `file` means that there is none."""

    file: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    suppress: tuple[Accepted, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that the paths in it are relative to."""
        return Path(self.file).parent if self.file else Path()

    def fitting(self, path: str) -> tuple[Override, ...]:
        """The overrides for a path, in their order."""
        try:
            relative = Path(path).resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            relative = Path(path).as_posix()
        return tuple(item for item in self.overrides if item.fits(relative))


def find(folder: Path) -> Path | None:
    """The nearest configuration from `folder` upward, to the root of its repository; a pyproject.toml counts if it has our table."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if path.is_file() and (name != "pyproject.toml" or _ours(path)):
                return path
        if (place / ".git").exists():
            return None
    return None


def load(path: Path | None) -> Config:
    """Read a configuration; raises LexiconError naming file, key and the nearest right one."""
    if path is None:
        return Config()
    file, raw = str(path), tables(path)
    if path.name == "pyproject.toml":
        raw = raw.get("tool", {}).get("hedgescan", {})
    for key in raw:
        if key not in (*KEYS, *_PARTS):
            raise LexiconError(f"unknown key{nearest(key, (*KEYS, *_PARTS))}", file, field=key)
    values = {key: typed(raw[key], kind, file, "", key) for key, kind in KEYS.items() if key in raw}
    for key in _FILES:
        if key in values:
            values[key] = _beside(values[key], path.parent)
    rules = raw.get("rules", {})
    if not isinstance(rules, dict):
        raise LexiconError("should be a table; write [rules.overclaim]", file, field="rules")
    return Config(file, values, rules, _listed(Override, raw, "overrides", file), _listed(Accepted, raw, "suppress", file))


def _ours(path: Path) -> bool:
    """Has a pyproject.toml a table for us?  One that is not TOML is another tool's business."""
    try:
        return "hedgescan" in tables(path).get("tool", {})
    except LexiconError:
        return False


def _beside(value: Any, folder: Path) -> Any:
    if isinstance(value, tuple):
        return tuple(str(folder / item) for item in value)
    return str(folder / value)


def _listed(kind: type[Part], raw: Mapping[str, Any], key: str, file: str) -> tuple[Part, ...]:
    rows = raw.get(key, [])
    if not isinstance(rows, list):
        raise LexiconError(f"should be a list of tables; write [[{key}]]", file, field=key)
    return tuple(check(kind, file, f"{key} {number}", row, {}) for number, row in enumerate(rows, 1))
