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
    path = "charter.md"                # if only there
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, TypeVar

from hedgescan.lexicon.check import check, tables, typed
from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.model import AUTO, ENGLISH

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
    "language": "str",
    "exclude": "tuple[str, ...]",
    "fail-under": "dict[str, float]",
    "fail-over": "dict[str, float]",
    "max-anonymous": "str",
    "baseline": "str",
    "require-reason": "bool",
    "format": "tuple[str, ...]",
    "jobs": "int",
    "cache": "bool",
}
# Values that must be more than of the right type: a test, and what is wanted.
_WANTED: dict[str, tuple[Callable[[Any], bool], str]] = {
    "strictness": (lambda value: 0 <= value <= 1, "a number from 0 to 1"),
    "jobs": (lambda value: value >= 0, "0 (one for each core) or more"),
    "format": (bool, "a list of one or more formats"),
    "language": (lambda value: value in (AUTO, ENGLISH), "auto, or en to read all as English"),
    "encoding": (lambda value: _known(value), "an encoding that there is, such as utf-8 or windows-1252, or auto"),
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
    """A finding that is accepted by its fingerprint, in any file or in the one at `path`."""

    fingerprint: str
    reason: str
    path: str = ""
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
        if not self.overrides:
            return ()
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
        if not isinstance(raw, dict):
            raise LexiconError("should be a table; write [tool.hedgescan]", file, field="tool.hedgescan")
    for key in raw:
        if key not in (*KEYS, *_PARTS):
            raise LexiconError(f"unknown key{nearest(key, (*KEYS, *_PARTS))}", file, field=key)
    if isinstance(raw.get("max-anonymous"), int | float):  # 0.3 will do for "0.3"
        raw = {**raw, "max-anonymous": str(raw["max-anonymous"])}
    values = {key: typed(raw[key], kind, file, "", key) for key, kind in KEYS.items() if key in raw}
    for key, wanted in _WANTED.items():
        if key in values and not wanted[0](values[key]):
            raise LexiconError(f"should be {wanted[1]}, not {values[key]!r}", file, field=key)
    for key in _FILES:
        if key in values:
            values[key] = _beside(values[key], path.parent)
    rules = raw.get("rules", {})
    if not isinstance(rules, dict):
        raise LexiconError("should be a table; write [rules.overclaim]", file, field="rules")
    overrides = tuple(replace(item, style=_style(item.style, path.parent)) for item in _listed(Override, raw, "overrides", file))
    if "style" in values:
        values["style"] = _style(values["style"], path.parent)
    if "format" in values:
        values["format"] = tuple(_target(word, path.parent) for word in values["format"])
    return Config(file, values, rules, overrides, _listed(Accepted, raw, "suppress", file))


def _ours(path: Path) -> bool:
    """Has a pyproject.toml a table for us?  One that is not TOML is another tool's business."""
    try:
        tool = tables(path).get("tool", {})
        return isinstance(tool, dict) and "hedgescan" in tool
    except LexiconError:
        return False


def _known(encoding: str) -> bool:
    from hedgescan.readers.decode import known

    return known(encoding)


def _beside(value: Any, folder: Path) -> Any:
    if isinstance(value, tuple):
        return tuple(str(folder / item) for item in value)
    return str(folder / value)


def _style(name: str, folder: Path) -> str:
    """A style's name as it is, a desk's own file from the configuration's folder."""
    return str(folder / name) if name.endswith(".toml") else name


def _target(word: str, folder: Path) -> str:
    """A format, and its file from the configuration's folder."""
    name, mark, file = word.partition(":")
    return f"{name}:{folder / file}" if mark and file != "-" else word


def _listed(kind: type[Part], raw: Mapping[str, Any], key: str, file: str) -> tuple[Part, ...]:
    rows = raw.get(key, [])
    if not isinstance(rows, list):
        raise LexiconError(f"should be a list of tables; write [[{key}]]", file, field=key)
    return tuple(check(kind, file, f"{key} {number}", row, {}, ours=False) for number, row in enumerate(rows, 1))
