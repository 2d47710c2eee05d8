"""JSON Lines and CSV: each record a draft of its own, the words of one of its fields."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from hedgescan.readers.decode import Unreadable, decode

_LINE = re.compile(r"[^\r\n]+")
_ENDS = re.compile(r"\r\n|\n|\r")
_DELIMITERS = ",;\t"


class Record(NamedTuple):
    """The words of a field, and the path they are shown under: FILE#LINE, where the record begins."""

    path: str
    words: str


def read(data: bytes, path: str, format_: str, field: str, encoding: str | None = None) -> Iterator[Record | Unreadable]:
    """Every record of a file in `format_` (jsonl or csv), or what is wrong with it in its place; raises Unreadable for the whole file.

    `field` is a column, or a key of the JSON object, or keys with dots between for one within another.
    """
    source = decode(data, path, encoding)
    yield from _objects(source, path, field) if format_ == "jsonl" else _rows(source, path, field)


def _objects(source: str, path: str, field: str) -> Iterator[Record | Unreadable]:
    line, done = 1, 0
    for found in _LINE.finditer(source):
        line += len(_ENDS.findall(source, done, found.start()))
        done = found.start()
        here = f"{path}#{line}"
        if found[0].isspace():
            continue
        try:
            yield Record(here, _words(json.loads(found[0]), field))
        except json.JSONDecodeError as error:
            yield Unreadable(here, f"not JSON: {error.msg} at column {error.colno}; each line must be one whole object")
        except RecursionError:
            yield Unreadable(here, "not JSON that can be read: too many brackets within each other")
        except ValueError:
            yield Unreadable(here, "not JSON that can be read: a number in it has thousands of digits")
        except LookupError as error:
            yield Unreadable(here, str(error.args[0]))


def _words(value: Any, field: str) -> str:
    """The text of a field; empty for null.  Raises LookupError with what is wrong."""
    keys = [field] if isinstance(value, dict) and field in value else field.split(".")
    for place, key in enumerate(keys):
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
            continue
        if not isinstance(value, dict) or key not in value:
            where = f" in {'.'.join(keys[:place])!r}" if place else ""
            raise LookupError(f"no field {key!r}{where}{_nearest(key, value if isinstance(value, dict) else {})}")
        value = value[key]
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LookupError(f"the field {field!r} holds no text but {json.dumps(value)[:40]}; name one that does")
    return value


def _rows(source: str, path: str, field: str) -> Iterator[Record | Unreadable]:
    csv.field_size_limit(sys.maxsize)
    head = source.partition("\n")[0]
    rows = csv.reader(io.StringIO(source, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    try:
        names = next(rows, [])
        if field not in names:
            raise Unreadable(path, f"no column {field!r}{_nearest(field, dict.fromkeys(names))}")
        column, begins = names.index(field), rows.line_num + 1
        for row in rows:
            if row:
                here = f"{path}#{begins}"
                short = Unreadable(here, f"{len(row)} of {len(names)} columns, none of them {field!r}; mend the row")
                yield Record(here, row[column]) if column < len(row) else short
            begins = rows.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"{path}#{rows.line_num}", f"not CSV: {error}") from error


def _nearest(key: str, names: dict[str, Any]) -> str:
    """A hint at the field that is likely meant."""
    close = get_close_matches(key, names, 1, 0.6)
    known = ", ".join(list(names)[:8])
    return f"; did you mean {close[0]!r}?" if close else f"; there are {known}" if known else "; it has no fields"
