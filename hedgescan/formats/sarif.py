"""Violations as SARIF 2.1.0 (OASIS, 2020), for code scanning and editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from hedgescan.formats.report import Report
from hedgescan.formats.rows import dumps
from hedgescan.style.rule import RULES, Rule
from hedgescan.style.violation import Violation
from hedgescan.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_INDEX = {name: place for place, name in enumerate(RULES)}


def as_sarif(reports: Iterable[Report], color: bool) -> Iterator[str]:
    """One log with one run; what a suppression or the baseline accepts is in it, marked as suppressed."""
    driver = {"name": "hedgescan", "version": VERSION, "semanticVersion": VERSION, "rules": [_rule(rule) for rule in RULES.values()]}
    head = f'{{"$schema": {dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{"tool": {{"driver": {dumps(driver)}}},'
    yield f'{head} "columnKind": "unicodeCodePoints", "results": ['
    mark = "\n"
    for report in reports:
        for item, why in (*((item, None) for item in report.violations), *report.accepted):
            yield mark + dumps(_result(report.path, item, why))
            mark = ",\n"
    yield "\n]}]}\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.manual.split("\n\n")[-1]},
        "help": {"text": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"code": rule.code},
    }


def _result(path: str, item: Violation, why: str | None) -> dict[str, Any]:
    region = {
        "startLine": item.line, "startColumn": item.column, "endLine": item.end_line, "endColumn": item.end_column,
        "charOffset": item.start, "charLength": item.end - item.start, "snippet": {"text": item.text},
    }  # fmt: skip
    location = {"artifactLocation": {"uri": quote(path.removeprefix("./"), safe="/")}, "region": region}
    result: dict[str, Any] = {
        "ruleId": item.rule,
        "ruleIndex": _INDEX[item.rule],
        "level": _LEVELS[item.severity],
        "rank": round(100 * item.confidence, 1),
        "message": {"text": item.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"words/v1": item.fingerprint},
    }
    if why is not None:
        kind = "external" if why == "baseline" else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": why}]
    return result
