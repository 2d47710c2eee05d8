"""Violations as SARIF 2.1.0 (OASIS, 2020), for code scanning and editors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from hedgescan.formats.place import hosted
from hedgescan.formats.report import Report
from hedgescan.formats.rows import dumps
from hedgescan.style.accept import Accepted
from hedgescan.style.rule import RULES, Rule
from hedgescan.style.violation import Violation
from hedgescan.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FAMILIES = {"CER": "certainty", "HED": "hedging", "LIM": "limits", "REL": "relays", "SRC": "sourcing", "SUP": "suppressions", "WOR": "wording"}
# What GitHub sorts alerts by.
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_INDEX = {name: place for place, name in enumerate(RULES)}


def as_sarif(reports: Sequence[Report], color: bool) -> Iterator[str]:
    """One log with one run; what a suppression or the baseline accepts is in it, marked as suppressed, and what could not be read."""
    driver = {"name": "hedgescan", "version": VERSION, "semanticVersion": VERSION, "rules": [_rule(rule) for rule in RULES.values()]}
    head = f'{{"$schema": {dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{"tool": {{"driver": {dumps(driver)}}},'
    yield f'{head} "columnKind": "unicodeCodePoints", "invocations": [{dumps(_invocation(reports))}], "results": ['
    mark = "\n"
    for report in reports:
        uri = address(report.path)
        for item, taken in (*((item, None) for item in report.violations), *((taken.violation, taken) for taken in report.accepted)):
            yield mark + dumps(_result(uri, item, taken))
            mark = ",\n"
    yield "\n]}]}\n"


def address(path: str) -> str:
    """A path as a URI: from the top of the repository, or absolute."""
    path = hosted(path)
    return ("file://" if path.startswith("/") else "") + quote(os.fsencode(path), safe="/")


def _invocation(reports: Sequence[Report]) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "message": {"text": report.fault},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(report.path)}}}],
        }
        for report in reports
        if report.fault
    ]
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.manual.split("\n\n")[-1]},
        "help": {"text": rule.manual, "markdown": rule.manual.replace("<", "&lt;").replace("\n", "  \n")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "code": rule.code,
            "tags": [FAMILIES[rule.code[:3]]],
            "precision": "very-high" if rule.sure > 0.9 else "high" if rule.sure >= 0.8 else "medium",
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _result(uri: str, item: Violation, taken: Accepted | None) -> dict[str, Any]:
    region = {
        "startLine": item.line, "startColumn": item.column, "endLine": item.end_line, "endColumn": item.end_column,
        "charOffset": item.start, "charLength": item.end - item.start, "snippet": {"text": item.text},
    }  # fmt: skip
    location = {"artifactLocation": {"uri": uri}, "region": region}
    result: dict[str, Any] = {
        "ruleId": item.rule,
        "ruleIndex": _INDEX[item.rule],
        "level": _LEVELS[item.severity],
        "rank": round(100 * item.confidence, 1),
        "message": {"text": item.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"words/v1": item.fingerprint},
    }
    if taken is not None:
        kind = "inSource" if taken.by == "directive" else "external"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": taken.reason or f"accepted by {taken.by}"}]
    return result
