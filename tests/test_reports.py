"""Every format of a check is what its readers take: validated by the published schemas, escaped, and the same each time."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema

from hedgescan import scan
from hedgescan.formats.printers import PRINTERS
from hedgescan.formats.report import Report
from hedgescan.style import RULES, check
from hedgescan.style.accept import Accepted

SCHEMAS = Path(__file__).with_name("schemas")
# Quotation marks, angle brackets, percent signs, a bell, a lone surrogate, an astral letter, wide text before the finding.
HOSTILE = (
    "Sources said the bank will close & “open” <b>two</b> branches, 50% of them: yes, 🏦 all.\n\n"
    "Héloïse wept 🏦; insiders said the | `bank` [will] *close* ::error::\x07 \ud800 it.\n\nCritics say %0A the end.\n"
)


def report(text: str = HOSTILE, path: str = "dra,ft: “1”.txt") -> Report:
    document = scan(text, path)
    return Report(path, document.scores, check(document))


def printed(name: str, *reports: Report) -> str:
    return "".join(PRINTERS[name](reports or (report(),), False))


def load(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PRINTERS)
def test_every_format_is_utf8_and_without_terminal_escapes(name: str) -> None:
    out = printed(name)
    assert out.encode("utf-8") and "\x1b" not in out and "\x07" not in out
    assert printed(name) == out
    assert printed(name, Report("empty.txt", scan("").scores, ())).encode("utf-8") is not None


def test_sarif_validates_and_its_regions_are_code_points() -> None:
    log = json.loads(printed("sarif"))
    jsonschema.Draft4Validator(load("sarif-2.1.0.json")).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)
    lines = HOSTILE.split("\n")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        words = region["snippet"]["text"].replace("\ufffd", "\ud800")
        assert HOSTILE[region["charOffset"] : region["charOffset"] + region["charLength"]] == words
        if region["startLine"] == region["endLine"]:
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_sarif_keeps_what_is_accepted_as_suppressed() -> None:
    first, *rest = report().violations
    log = json.loads(printed("sarif", Report("a.txt", report().scores, tuple(rest), (Accepted(first, "agreed", "directive"),))))
    jsonschema.Draft4Validator(load("sarif-2.1.0.json")).validate(log)
    suppressed = [item for item in log["runs"][0]["results"] if "suppressions" in item]
    assert len(suppressed) == 1 and suppressed[0]["suppressions"][0]["justification"] == "agreed"


def test_rdjsonl_validates_and_counts_bytes() -> None:
    validator = jsonschema.Draft4Validator(load("rdf-diagnostic.json"))
    lines = [line.encode("utf-8", "replace") for line in HOSTILE.split("\n")]
    rows = [json.loads(row) for row in printed("rdjsonl").splitlines()]
    assert rows
    for row, item in zip(rows, report().violations, strict=True):
        validator.validate(row)
        start, end = row["location"]["range"]["start"], row["location"]["range"]["end"]
        if start["line"] == end["line"]:
            assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == item.text.encode("utf-8", "replace")


def test_junit_validates_and_counts_failures() -> None:
    out = printed("junit", report(), Report("clean.txt", scan("").scores, ()))
    xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd")).validate(io.StringIO(re.sub(r"^<\?xml.*?\?>", "", out)))
    first, second = ET.fromstring(out)
    assert int(first.attrib["failures"]) == len(first.findall("testcase/failure")) == sum(item.fails for item in report().violations)
    assert second.attrib["tests"] == "1" and second.attrib["failures"] == "0"


def test_checkstyle_is_one_element_a_violation() -> None:
    root = ET.fromstring(printed("checkstyle"))
    (file,) = root
    assert root.tag == "checkstyle" and file.attrib["name"] == report().path
    for element, item in zip(file, report().violations, strict=True):
        assert element.attrib["severity"] in ("error", "warning", "info")
        assert (int(element.attrib["line"]), int(element.attrib["column"])) == (item.line, item.column)
        assert element.attrib["source"] == f"hedgescan.{item.rule}" and element.attrib["message"]


def test_gitlab_has_unique_fingerprints_and_known_severities() -> None:
    rows = json.loads(printed("gitlab", report(), report(path="other.txt")))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 2 * len(report().violations)
    for row in rows:
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"]["lines"]["begin"] <= row["location"]["lines"]["end"]


def test_github_escapes_and_puts_the_worst_first() -> None:
    commands = [line for line in printed("github").splitlines() if line.startswith("::")]
    kinds = [re.match(r"::(\w+) ", line)[1] for line in commands]  # type: ignore[index]
    for line in commands:
        assert re.fullmatch(r"::(?:error|warning|notice) file=dra%2Cft%3A “1”\.txt,line=\d+,endLine=\d+,title=[^:]*?::[^\r\n]*", line), line
    assert "error" in kinds and kinds.index("error") == 0


def test_github_says_what_the_platform_would_drop() -> None:
    many = report("\n\n".join(f"Critics say plan number {number} is doomed." for number in range(15)))
    out = printed("github", many)
    assert len([line for line in out.splitlines() if line.startswith("::warning")]) == 10
    assert "5 more of kind warning" in out
    assert sum("weasel" in line for line in out.splitlines()) == 15


def test_markdown_shows_nothing_as_markup() -> None:
    out = printed("markdown")
    assert "<b>" not in out and "\\<b\\>" in out and "to mend" in out


def test_fingerprints_are_of_words_and_not_of_places() -> None:
    text = "Critics say the plan is doomed.\n\nSources said the bank will close."
    moved = "A line before.\n\nSources said the bank will close.\n\nCritics  say the plan\u00a0is doomed."
    prints = {item.rule: item.fingerprint for item in check(scan(text))}
    assert {item.rule: item.fingerprint for item in check(scan(moved)) if item.rule in prints} == prints
    twice = [item.fingerprint for item in check(scan("Critics say so.\n\nCritics say so.")) if item.rule == "weasel"]
    assert len(set(twice)) == 2
