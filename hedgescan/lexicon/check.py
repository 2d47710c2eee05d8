"""From a TOML table to a checked entry: the dataclass is the schema, and nothing misspelt or missing gets through."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.readers.decode import Unreadable
from hedgescan.readers.disk import settings

Entry = TypeVar("Entry")


def tables(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; raises LexiconError when it cannot be read or is not TOML (with the line)."""
    import tomllib  # not where nothing has to be read

    try:
        text = settings(str(path)).decode("utf-8-sig")
    except Unreadable as error:
        raise LexiconError(f"cannot be read: {error.message}", file=str(path)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LexiconError(f"is not UTF-8 at line {line}; save it in that encoding", file=str(path)) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"is not TOML: {error}", file=str(path)) from error
    except RecursionError as error:
        raise LexiconError("has brackets within brackets beyond measure; a value is a list at most", file=str(path)) from error
    except ValueError as error:
        raise LexiconError("has a number of thousands of digits; no figure is that large", file=str(path)) from error


@cache
def schema(kind: type) -> dict[str, tuple[str, str, bool]]:
    """Key in the file -> (field of the dataclass, its type as written, is it required)."""
    found = {}
    for item in fields(kind):
        required = item.default is MISSING and item.default_factory is MISSING
        found[item.name.rstrip("_")] = (item.name, str(item.type), required)
    return found


def check(kind: type[Entry], file: str, name: str, table: object, known: Mapping[str, Any], ours: bool = True) -> Entry:
    """Build an entry of `kind` from a table; `known` are fields the file itself gives (name, category, stance, file).

    `ours` says whether there are entries of ours that it might have changed instead.
    """
    if not isinstance(table, dict):
        raise LexiconError("is not a table; an entry begins with its name in brackets", file, name)
    rows = schema(kind)  # type: ignore[arg-type]
    values = {"name": name, "file": file, **known}
    for key, value in table.items():
        if key not in rows or key in ("name", "file") or key in known:
            allowed = [row for row in rows if row not in ("name", "file") and row not in known]
            raise LexiconError(f"unknown field{nearest(key, allowed)}", file, name, key)
        item, type_, _ = rows[key]
        values[item] = value if type_ == "str" and type(value) is str else typed(value, type_, file, name, key)
    for key, (item, type_, required) in rows.items():
        if required and item not in values:
            cure = " (to change one of ours, repeat its name)" if ours else ""
            raise LexiconError(f"is missing; a new entry needs {wanted(type_)} there{cure}", file, name, key)
        if required and type_.startswith("tuple") and not values[item]:
            raise LexiconError("is empty; give at least one", file, name, key)
    return kind(**{item: values[item] for item, _, _ in rows.values() if item in values})


def typed(value: Any, type_: str, file: str, name: str, key: str) -> Any:
    """The value as the field's type, or a LexiconError that says what was wanted."""
    if type_ == "str" and isinstance(value, str):
        return value
    if type_ == "float" and isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= sys.float_info.max:
        return float(value)  # neither nan nor inf, which no figure is held to
    if type_.startswith("int") and isinstance(value, int) and not isinstance(value, bool):
        return value
    if type_ == "bool" and isinstance(value, bool):
        return value
    if type_.startswith("tuple") and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if type_.startswith("dict") and isinstance(value, dict):
        return {item: typed(number, "float", file, name, f"{key}.{item}") for item, number in value.items()}
    raise LexiconError(f"should be {wanted(type_)}, not {value!r}", file, name, key)


def wanted(type_: str) -> str:
    """What a field of that type should hold, in words."""
    return WANTED[type_.split("[")[0].split(" ")[0]]


WANTED = {
    "str": "a string",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "tuple": "a list of strings",
    "dict": "a table of numbers",
}
