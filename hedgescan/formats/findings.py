"""Violations of a house style in print: a line each for people and terminals, JSON and JSON Lines for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import click

from hedgescan.formats.rows import dumps
from hedgescan.model import SCHEMA, Document
from hedgescan.style.violation import Violation
from hedgescan.version import VERSION

_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}


class Report(NamedTuple):
    """A document with its violations."""

    document: Document
    violations: tuple[Violation, ...]


Printer = Callable[[Iterable[Report], bool], Iterator[str]]


def as_text(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """`path:line:col: CODE rule: message`, with severity and confidence; in colour where asked."""
    for document, violations in reports:
        for item in violations:
            place = f"{document.path}:{item.line}:{item.column}:"
            head = f"{item.code} {item.rule}" if not color else click.style(f"{item.code} {item.rule}", fg=_COLORS[item.severity])
            yield f"{place} {head}: {item.message} [{item.severity}, {item.confidence:.2f}]\n"


def as_json(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """One object: schema, version, and each document's path, scores and violations."""
    yield f'{{"schema": {SCHEMA}, "version": "{VERSION}", "documents": ['
    for number, (document, violations) in enumerate(reports):
        scores = {name: getattr(document.scores, name) for name in document.scores.__slots__}
        row = {"path": document.path, "scores": scores, "violations": [item.to_dict() for item in violations]}
        yield ("," if number else "") + "\n" + dumps(row)
    yield "\n]}\n"


def as_jsonl(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """One violation a line, with the path of its document."""
    for document, violations in reports:
        for item in violations:
            yield dumps({"path": document.path, **item.to_dict()}) + "\n"


PRINTERS: dict[str, Printer] = {"text": as_text, "json": as_json, "jsonl": as_jsonl}
