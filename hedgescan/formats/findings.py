"""Violations of a house style for people, and as JSON for programs of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from hedgescan.figures import Scores, figures
from hedgescan.formats.markdown import escaped
from hedgescan.formats.report import Report
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import named, shown
from hedgescan.model import SCHEMA
from hedgescan.style.violation import Violation
from hedgescan.version import VERSION

_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}


def as_text(reports: Sequence[Report], color: bool, prints: bool = False) -> Iterator[str]:
    """`path:line:col: CODE rule: message`, with severity and confidence, and with `prints` the fingerprint; in colour where asked."""
    for report in reports:
        for item in report.violations:
            rule = f"{item.code} {item.rule}"
            rule = click.style(rule, fg=_COLORS[item.severity]) if color else rule
            place = f"{named(report.path)}:{item.line}:{item.column}:"
            more = f", {item.fingerprint}" if prints else ""
            yield f"{place} {rule}: {shown(item.message)} [{item.severity}, {item.confidence:.2f}{more}]\n"


def as_json(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """One object: schema, version, each document's path, scores, violations and what is accepted of them, and what could not be read."""
    yield f'{{"schema": {SCHEMA}, "version": "{VERSION}", "documents": ['
    mark, faults = "\n", []
    for report in reports:
        if report.fault:
            faults.append({"path": report.path, "message": report.fault})
            continue
        yield mark + dumps(_document(report))
        mark = ",\n"
    yield f'\n], "faults": {dumps(faults)}}}\n'


def _document(report: Report) -> dict[str, Any]:
    accepted = [{**item.violation.to_dict(), "accepted_by": item.by, "reason": item.reason} for item in report.accepted]
    violations = [item.to_dict() for item in report.violations]
    scores = figures(report.scores, Scores)
    return {"path": report.path, "language": report.language, "scores": scores, "violations": violations, "accepted": accepted}


def as_jsonl(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """One violation a line, with the path of its document."""
    for report in reports:
        for item in report.violations:
            yield dumps({"path": report.path, **item.to_dict()}) + "\n"


def as_markdown(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """A comment for a pull request: what is to be mended, then the remarks, folded."""
    faults = [report for report in reports if report.fault]
    kept = [report for report in reports if report.violations]
    mend = [(report, item) for report in kept for item in report.violations if item.fails]
    remarks = [(report, item) for report in kept for item in report.violations if not item.fails]
    yield f"### hedgescan: {len(mend)} to mend, {_count(len(remarks))}\n"
    if faults:
        yield "\n" + "".join(f"- `{_code(report.path)}` **could not be read**: {escaped(report.fault)}\n" for report in faults)
    if mend:
        yield "\n" + "".join(_row(report, item) for report, item in mend)
    if remarks:
        yield f"\n<details><summary>{_count(len(remarks))}</summary>\n\n"
        yield "".join(_row(report, item) for report, item in remarks)
        yield "\n</details>\n"


def _count(remarks: int) -> str:
    return f"{remarks} remark{'s' * (remarks != 1)}"


def _row(report: Report, item: Violation) -> str:
    words = shown(item.text)
    short = words if len(words) <= 80 else words[:79] + "…"
    return f"- `{_code(report.path)}:{item.line}` **{item.rule}** {escaped(item.message)}  \n  > {escaped(short)}\n"


def _code(text: str) -> str:
    """Text between backticks."""
    return named(text).replace("`", "'")
