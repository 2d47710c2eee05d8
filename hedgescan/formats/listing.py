"""The entries in force as a table, JSON, JSON Lines, CSV, TSV or Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from tabulate import tabulate

from hedgescan.explain.listing import Item
from hedgescan.formats.markdown import escaped
from hedgescan.formats.rows import dumps, line, safe
from hedgescan.formats.table import cut
from hedgescan.formats.terminal import shown
from hedgescan.model import SCHEMA
from hedgescan.version import VERSION

HEADERS = ("id", "kind", "category", "strength", "patterns", "file")
ROOM = 60  # columns of the patterns in the table


def as_table(items: Sequence[Item]) -> Iterator[str]:
    """A row an entry, patterns cut short, and how many there are."""
    rows = [[*found[:4], cut(found[4], ROOM), found[5]] for found in ([shown(cell) for cell in cells(item)] for item in items)]
    yield tabulate(rows, HEADERS, "simple", disable_numparse=True) + f"\n\n{len(items)} entries\n"


def as_markdown(items: Sequence[Item]) -> Iterator[str]:
    """The same in Markdown, with all patterns."""
    rows = [[escaped(cell) for cell in cells(item)] for item in items]
    yield tabulate(rows, HEADERS, "github", disable_numparse=True) + "\n"


def as_json(items: Sequence[Item]) -> Iterator[str]:
    """One object with all entries, one a line."""
    rows = ",\n".join(dumps(asdict(item)) for item in items)
    yield f'{{"schema": {SCHEMA}, "version": "{VERSION}", "entries": [\n{rows}\n]}}\n'


def as_jsonl(items: Sequence[Item]) -> Iterator[str]:
    """An entry a line."""
    yield from (dumps(asdict(item)) + "\n" for item in items)


def as_csv(items: Sequence[Item]) -> Iterator[str]:
    """Comma-separated, with a header."""
    return separated(items, ",")


def as_tsv(items: Sequence[Item]) -> Iterator[str]:
    """Tab-separated, with a header."""
    return separated(items, "\t")


def separated(items: Sequence[Item], delimiter: str) -> Iterator[str]:
    """A line an entry."""
    yield line(HEADERS, delimiter)
    yield from (line([safe(cell) for cell in cells(item)], delimiter) for item in items)


def cells(item: Item) -> tuple[str, str, str, str, str, str]:
    """An entry's cells in the order of HEADERS."""
    strength = "" if item.strength is None else f"{item.strength:.2f}"
    return item.id, item.kind, item.category, strength, "; ".join(item.patterns), item.file


Listing = Callable[[Sequence[Item]], Iterator[str]]
LISTINGS: dict[str, Listing] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "tsv": as_tsv,
    "markdown": as_markdown,
}
