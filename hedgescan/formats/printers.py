"""The formats of a check by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hedgescan.formats.findings import as_json, as_jsonl, as_markdown, as_text
from hedgescan.formats.report import Report
from hedgescan.formats.sarif import as_sarif
from hedgescan.formats.services import as_github, as_gitlab, as_rdjsonl
from hedgescan.formats.xml import as_checkstyle, as_junit

Printer = Callable[[Sequence[Report], bool], Iterator[str]]
PRINTERS: dict[str, Printer] = {
    "text": as_text,
    "json": as_json,
    "jsonl": as_jsonl,
    "github": as_github,
    "sarif": as_sarif,
    "rdjsonl": as_rdjsonl,
    "junit": as_junit,
    "checkstyle": as_checkstyle,
    "gitlab": as_gitlab,
    "markdown": as_markdown,
}
