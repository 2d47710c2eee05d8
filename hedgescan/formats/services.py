"""Violations as code hosts and review bots read them: GitHub's annotations, GitLab's code quality, reviewdog's diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

from hedgescan.formats.place import hosted
from hedgescan.formats.report import Report
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import named, plain, shown
from hedgescan.style.violation import SEVERITIES, Violation

CAP = 10  # annotations of one kind that GitHub shows of one step; the rest it drops without a word
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_GITLAB = {"error": "major", "warning": "minor", "info": "info"}
_REVIEWDOG = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def as_github(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """Workflow commands, the worst first; what GitHub would drop stands in the log as plain lines, and is said."""
    rows = [(hosted(report.path), item) for report in reports for item in report.violations]
    rows.sort(key=lambda row: (not row[1].fails, -SEVERITIES.index(row[1].severity), -row[1].confidence))
    used: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    for report in reports:
        if report.fault:
            used["error"] += 1
            yield plain(f"::error file={_property(hosted(report.path))},title=not read::{_data(report.fault)}\n")
    for path, item in rows:
        kind = _GITHUB[item.severity]
        used[kind] += 1
        dropped[kind] += used[kind] > CAP
        yield _line(path, item) if used[kind] > CAP else _command(kind, path, item)
    for kind, number in dropped.items():
        if number:
            yield f"{number} more of kind {kind} stand above as plain lines: GitHub shows {CAP} annotations of a kind\n"


def _line(path: str, item: Violation) -> str:
    """A line of the log in which the runner finds no command, neither `::` at its beginning nor `##[` anywhere."""
    words = f"- {named(path)}:{item.line}:{item.column}: {item.code} {item.rule}: {shown(item.message)}\n"
    return words.replace("##[", "## [")


def _command(kind: str, path: str, item: Violation) -> str:
    fields = {"file": path, "line": item.line, "endLine": item.end_line, "title": f"{item.code} {item.rule}"}
    if item.line == item.end_line:  # columns count within one line only
        fields |= {"col": item.column, "endColumn": item.end_column}
    inside = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return plain(f"::{kind} {inside}::{_data(item.message)}\n")


def _data(text: str) -> str:
    """Text on one line of the log, in which line breaks are written as GitHub wants and nothing else moves a terminal."""
    return named(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_rdjsonl(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """One reviewdog diagnostic a line; its columns count bytes of UTF-8."""
    for report in reports:
        if report.fault:
            yield dumps(_diagnostic(report.path, report.fault, "ERROR", "not-read")) + "\n"
        for item in report.violations:
            start, end = {"line": item.line, "column": item.byte}, {"line": item.end_line, "column": item.end_byte}
            row = _diagnostic(report.path, item.message, _REVIEWDOG[item.severity], item.rule)
            row["location"]["range"] = {"start": start, "end": end}
            yield dumps(row) + "\n"


def _diagnostic(path: str, message: str, severity: str, code: str) -> dict[str, Any]:
    source = {"name": "hedgescan"}
    path = path.removeprefix("./")
    return {"message": message, "location": {"path": path}, "severity": severity, "source": source, "code": {"value": code}}


def as_gitlab(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """A code quality report: one array; its fingerprints are told apart by file."""
    rows = []
    for report in reports:
        path = hosted(report.path)
        if report.fault:
            rows.append(_issue(path, report.fault, "not-read", "not-read", "blocker", (1, 1)))
        rows += [
            _issue(path, item.message, item.rule, item.fingerprint, _GITLAB[item.severity], (item.line, item.end_line))
            for item in report.violations
        ]
    yield "[\n" + ",\n".join(map(dumps, rows)) + "\n]\n"


def _issue(path: str, message: str, rule: str, fingerprint: str, severity: str, lines: tuple[int, int]) -> dict[str, Any]:
    where = {"path": path, "lines": {"begin": lines[0], "end": lines[1]}}
    known = blake2b(f"{path}\0{fingerprint}".encode("utf-8", "replace"), digest_size=16).hexdigest()
    return {"description": message, "check_name": rule, "fingerprint": known, "severity": severity, "location": where}
