"""What is printed: one function a format, from documents to stretches of text; a format is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from hedgescan.formats.view import KEEPS, SORTS, View
from hedgescan.model import Document

Format = Callable[[Iterable[Document], View], Iterator[str]]
# The module of each format, which has it as the function `as_NAME`.
_HOMES = {"table": "table", "json": "rows", "jsonl": "rows", "csv": "rows", "tsv": "rows", "markdown": "table"}


class _Formats(Mapping[str, Format]):
    """Formats by name."""

    def __getitem__(self, name: str) -> Format:
        found: Format = getattr(import_module(f"hedgescan.formats.{_HOMES[name]}"), f"as_{name}")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


FORMATS: Mapping[str, Format] = _Formats()

ROWS = ("jsonl", "csv", "tsv")  # formats of sentences alone: nothing is said of the document

__all__ = ["FORMATS", "KEEPS", "ROWS", "SORTS", "Format", "View"]
