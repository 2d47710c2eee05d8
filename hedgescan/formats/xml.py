"""Violations as XML: JUnit's report of tests and Checkstyle's of errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from hedgescan.formats.report import Report
from hedgescan.formats.terminal import BEYOND
from hedgescan.style.violation import Violation

# What XML 1.0 cannot hold, not even as an entity.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
# The schema wants a time and a host; the same drafts shall give the same bytes everywhere.
_WHEN = 'timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"'


def as_junit(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """A suite a file, a case a violation; those that make the check fail are failures, and a clean file is one case that passes."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for number, report in enumerate(reports):
        failing = sum(item.fails for item in report.violations)
        counts = f'tests="{max(1, len(report.violations))}" failures="{failing}" errors="{int(bool(report.fault))}"'
        yield f'  <testsuite name={quoted(report.path)} package="hedgescan" id="{number}" {_WHEN} {counts}>\n    <properties/>\n'
        yield "".join(_case(report.path, item) for item in report.violations) or _whole(report)
        yield "    <system-out/>\n    <system-err/>\n  </testsuite>\n"
    yield "</testsuites>\n"


def _case(path: str, item: Violation) -> str:
    case = f"    <testcase name={quoted(f'{item.line}:{item.column} {item.rule}')} classname={quoted(path)} time=\"0\""
    if not item.fails:
        return case + "/>\n"
    words = _escaped(f"{path}:{item.line}:{item.column}: {item.text}", {})
    return f"{case}>\n      <failure message={quoted(item.message)} type={quoted(item.rule)}>{words}</failure>\n    </testcase>\n"


def _whole(report: Report) -> str:
    """The one case of a clean file, which passes, or of one that could not be read, which is an error."""
    if not report.fault:
        return f'    <testcase name="clean" classname={quoted(report.path)} time="0"/>\n'
    error = f'<error message={quoted(report.fault)} type="not-read"/>'
    return f'    <testcase name="not read" classname={quoted(report.path)} time="0">{error}</testcase>\n'


def as_checkstyle(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """Checkstyle's report, a file element a file, also for the clean ones."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'
    for report in reports:
        yield f"  <file name={quoted(report.path)}>\n"
        if report.fault:
            yield f'    <error line="1" severity="error" message={quoted(report.fault)} source="hedgescan.not-read"/>\n'
        for item in report.violations:
            place = f'line="{item.line}" column="{item.column}" severity="{item.severity}"'
            yield f"    <error {place} message={quoted(item.message)} source={quoted(f'hedgescan.{item.rule}')}/>\n"
        yield "  </file>\n"
    yield "</checkstyle>\n"


def quoted(text: str) -> str:
    """An attribute's value, with its quotation marks."""
    return '"' + _escaped(text, _MARKS) + '"'


def _escaped(text: str, marks: dict[str, str]) -> str:
    """Text with the marks of XML as entities, and what a terminal would obey as references."""
    return BEYOND.sub(lambda found: f"&#{ord(found[0])};", escape(_FORBIDDEN.sub("\ufffd", text), marks))
