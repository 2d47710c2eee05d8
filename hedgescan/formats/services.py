"""Violations as code hosts and review bots read them: GitHub's annotations, GitLab's code quality, reviewdog's diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from hedgescan.formats.report import Report
from hedgescan.formats.rows import dumps, plain
from hedgescan.formats.table import shown
from hedgescan.style.violation import SEVERITIES, Violation

CAP = 10  # annotations of one kind that GitHub shows of one step; the rest it drops without a word
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_GITLAB = {"error": "major", "warning": "minor", "info": "info"}
_REVIEWDOG = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def as_github(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """Workflow commands, the worst first; what GitHub would drop stands in the log as plain lines, and is said."""
    rows = [(report.path, item) for report in reports for item in report.violations]
    rows.sort(key=lambda row: (not row[1].fails, -SEVERITIES.index(row[1].severity), -row[1].confidence))
    shown_: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    for path, item in rows:
        kind = _GITHUB[item.severity]
        if shown_[kind] < CAP:
            shown_[kind] += 1
            yield _command(kind, path, item)
        else:
            dropped[kind] += 1
            yield f"{shown(path)}:{item.line}:{item.column}: {item.code} {item.rule}: {shown(item.message)}\n"
    for kind, number in dropped.items():
        yield f"{number} more of kind {kind} stand above as plain lines: GitHub shows {CAP} annotations of a kind\n"


def _command(kind: str, path: str, item: Violation) -> str:
    fields = {"file": path, "line": item.line, "endLine": item.end_line, "title": f"{item.code} {item.rule}"}
    if item.line == item.end_line:  # columns count within one line only
        fields |= {"col": item.column, "endColumn": item.end_column}
    inside = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return plain(f"::{kind} {inside}::{_data(item.message)}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_rdjsonl(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """One reviewdog diagnostic a line; its columns count bytes of UTF-8."""
    for report in reports:
        for item in report.violations:
            start, end = {"line": item.line, "column": item.byte}, {"line": item.end_line, "column": item.end_byte}
            row: dict[str, Any] = {
                "message": item.message,
                "location": {"path": report.path, "range": {"start": start, "end": end}},
                "severity": _REVIEWDOG[item.severity],
                "source": {"name": "hedgescan"},
                "code": {"value": item.rule},
            }
            yield dumps(row) + "\n"


def as_gitlab(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """A code quality report: one array; its fingerprints are told apart by file."""
    yield "["
    mark = "\n"
    for report in reports:
        for item in report.violations:
            row = {
                "description": item.message,
                "check_name": item.rule,
                "fingerprint": f"{report.path}:{item.fingerprint}",
                "severity": _GITLAB[item.severity],
                "location": {"path": report.path, "lines": {"begin": item.line, "end": item.end_line}},
            }
            yield mark + dumps(row)
            mark = ",\n"
    yield "\n]\n"
