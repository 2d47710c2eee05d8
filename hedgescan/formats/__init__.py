"""What is printed: one function a format, from documents to stretches of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hedgescan.formats.rows import as_csv, as_json, as_jsonl, as_tsv
from hedgescan.formats.table import as_markdown, as_table
from hedgescan.formats.view import KEEPS, SORTS, View
from hedgescan.model import Document

Format = Callable[[Iterable[Document], View], Iterator[str]]
FORMATS: dict[str, Format] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "tsv": as_tsv,
    "markdown": as_markdown,
}

ROWS = ("jsonl", "csv", "tsv")  # formats of sentences alone: nothing is said of the document

__all__ = ["FORMATS", "KEEPS", "ROWS", "SORTS", "Format", "View"]
