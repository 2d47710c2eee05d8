"""Violations of a house style for people, and as JSON for programs of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

import click

from hedgescan.formats.report import Report
from hedgescan.formats.rows import dumps
from hedgescan.formats.table import shown
from hedgescan.model import SCHEMA
from hedgescan.style.violation import Violation
from hedgescan.version import VERSION

_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}


def as_text(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """`path:line:col: CODE rule: message`, with severity and confidence; in colour where asked."""
    for report in reports:
        for item in report.violations:
            rule = f"{item.code} {item.rule}"
            rule = click.style(rule, fg=_COLORS[item.severity]) if color else rule
            place = f"{shown(report.path)}:{item.line}:{item.column}:"
            yield f"{place} {rule}: {shown(item.message)} [{item.severity}, {item.confidence:.2f}]\n"


def as_json(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """One object: schema, version, and each document's path, scores and violations."""
    yield f'{{"schema": {SCHEMA}, "version": "{VERSION}", "documents": ['
    mark = "\n"
    for report in reports:
        row = {"path": report.path, "scores": asdict(report.scores), "violations": [item.to_dict() for item in report.violations]}
        yield mark + dumps(row)
        mark = ",\n"
    yield "\n]}\n"


def as_jsonl(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """One violation a line, with the path of its document."""
    for report in reports:
        for item in report.violations:
            yield dumps({"path": report.path, **item.to_dict()}) + "\n"


def as_markdown(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """A comment for a pull request: what is to be mended, then the remarks, folded."""
    kept = [report for report in reports if report.violations]
    mend = [(report, item) for report in kept for item in report.violations if item.fails]
    remarks = [(report, item) for report in kept for item in report.violations if not item.fails]
    yield f"### hedgescan: {len(mend)} to mend, {len(remarks)} remarks\n"
    if mend:
        yield "\n" + "".join(_row(report, item) for report, item in mend)
    if remarks:
        yield f"\n<details><summary>{len(remarks)} remarks</summary>\n\n"
        yield "".join(_row(report, item) for report, item in remarks)
        yield "\n</details>\n"


def _row(report: Report, item: Violation) -> str:
    words = shown(item.text)
    short = words if len(words) <= 80 else words[:79] + "…"
    return f"- `{_code(report.path)}:{item.line}` **{item.rule}** {_plain(item.message)}  \n  > {_plain(short)}\n"


def _plain(text: str) -> str:
    """Text in which no character is Markdown."""
    return "".join("\\" + char if char in "\\`*_{}[]<>()#+-!|~@" else char for char in shown(text))


def _code(text: str) -> str:
    """Text between backticks."""
    return shown(text).replace("`", "'")
