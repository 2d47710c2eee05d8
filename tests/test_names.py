"""Odd names and odd bytes: every format stays what it should be, and every place is the right one."""

from __future__ import annotations

import io
import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote_to_bytes

import jsonschema
import xmlschema

from tests.conftest import Run

SCHEMAS = Path(__file__).with_name("schemas")
BAD = b"Sources said the bank will close two branches.\n"
NAMES = [b"-dash.txt", b"::error::x.txt", b"a b.txt", b"ctrl\x1b[31m.txt", b"latin\xe9.txt", b"line\nbreak.txt", b"quote\"<&>'.txt"]
STREAMS = ("text", "json", "jsonl", "github", "sarif", "rdjsonl", "junit", "checkstyle", "gitlab", "markdown")


def test_every_format_bears_every_name(run: Run, tmp_path: Path) -> None:
    drafts = tmp_path / "in put"
    drafts.mkdir()
    for name in NAMES:
        Path(os.fsdecode(bytes(drafts) + b"/" + name)).write_bytes(BAD)
    wanted = [word for name in STREAMS[1:] for word in ("-f", f"{name}:../out.{name}")]
    paths = ("in put", "gone\n.txt", "in put/gone.txt")
    done = run("check", "--select", "bare-sources", "-f", "text", *wanted, *paths)
    assert done.returncode == 2 and b"\x1b" not in done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == len(NAMES) and b"gone?.txt: no such file" in done.stderr
    out = {name: (tmp_path.parent / f"out.{name}").read_bytes().decode() for name in STREAMS[1:]}
    assert not any("\x1b" in text for text in out.values())
    whole = json.loads(out["json"])
    assert len(whole["documents"]) == len(NAMES) == len(out["jsonl"].splitlines())
    assert [fault["path"] for fault in whole["faults"]] == ["gone\n.txt", "in put/gone.txt"]
    log = json.loads(out["sarif"])
    jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text())).validate(log)
    uris = [item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in log["runs"][0]["results"]]
    assert [unquote_to_bytes(uri) for uri in uris] == [b"in put/" + name for name in sorted(NAMES)]
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is False
    validator = jsonschema.Draft4Validator(json.loads((SCHEMAS / "rdf-diagnostic.json").read_text()))
    for line in out["rdjsonl"].splitlines():
        validator.validate(json.loads(line))
    xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd")).validate(io.StringIO(re.sub(r"^<\?xml.*?\?>", "", out["junit"])))
    suites = ET.fromstring(out["junit"])
    assert [suite.attrib["errors"] for suite in suites].count("1") == 2
    assert len(ET.fromstring(out["checkstyle"]).findall("file/error")) == len(NAMES) + 2
    issues = json.loads(out["gitlab"])
    assert len({row["fingerprint"] for row in issues}) == len(issues) == len(NAMES) + 2
    commands = [line for line in out["github"].splitlines() if line.startswith("::")]
    assert len(commands) == len(NAMES) + 2 and all(re.match(r"::error file=[^:,]*,", line) for line in commands)
    assert out["markdown"].count("could not be read") == 2


def test_lists_of_names_from_a_pipe(run: Run, tmp_path: Path) -> None:
    for name in NAMES:
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(BAD)
    done = run("check", "--select", "bare-sources", "--files-from", "-", "-0", stdin=b"\0".join(NAMES) + b"\0")
    assert done.returncode == 1 and len(done.stdout.splitlines()) == len(NAMES)
    lines = run("check", "--select", "bare-sources", "--files-from", "-", "--show-files", "-j", "2", stdin=b"a b.txt\n-dash.txt\nmissing.txt\n")
    assert lines.returncode == 2 and b"missing.txt" in lines.stderr and lines.stderr.count(b"hedgescan: read ") == 2
    assert [line.split(b":")[0] for line in lines.stdout.splitlines()] == [b"a b.txt", b"-dash.txt"]
    assert run("check", "--files-from", "-", "-", stdin=b"").returncode == 2


def test_standard_input_among_paths_and_as_a_named_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hedgescan.toml").write_text('[[overrides]]\npaths = ["docs"]\nignore = ["bare-sources"]\n')
    (tmp_path / "a.txt").write_bytes(BAD)
    done = run("check", "--select", "bare-sources", "a.txt", "-", stdin=BAD)
    assert [line.split(b":")[0] for line in done.stdout.splitlines()] == [b"a.txt", b"-"]
    spared = run("check", "--select", "bare-sources", "--stdin-filename", "docs/x.md", "--statistics", stdin=BAD)
    assert spared.returncode == 0 and not spared.stdout
    named = run("check", "--select", "bare-sources", "--stdin-filename", "other/x.md", "--statistics", stdin=BAD)
    assert named.returncode == 1 and named.stdout.startswith(b"other/x.md:1:1:") and b"1  SRC001  bare-sources" in named.stderr


def test_columns_are_right_whatever_the_bytes(run: Run, tmp_path: Path) -> None:
    text = "Rain fell.\r\n\r\nThe café “shut” 🏦. Sources said the bank will close.\r\n"
    files = {
        "crlf.txt": text.encode(),
        "bom.txt": b"\xef\xbb\xbf" + text.encode(),
        "cr.txt": text.replace("\r\n", "\r").encode(),
        "utf16.txt": text.encode("utf-16"),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("check", "--select", "bare-sources", "-f", "jsonl", "-f", "rdjsonl:rd", *files, "empty.txt")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    line = text.split("\r\n")[2]
    assert [(row["path"], row["line"], row["column"]) for row in rows] == [(name, 3, line.index("Sources") + 1) for name in files]
    places = [json.loads(row)["location"]["range"]["start"] for row in (tmp_path / "rd").read_text().splitlines()]
    assert {place["column"] for place in places} == {len(line[: line.index("Sources")].encode()) + 1}


def test_folders_links_and_what_is_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs" / "old").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for name in ("docs/a.md", "docs/old/b.md", "c.txt"):
        (tmp_path / name).write_bytes(BAD)
    (tmp_path / "docs" / "link.md").symlink_to("a.md")
    (tmp_path / "docs" / "broken.md").symlink_to("nowhere")
    (tmp_path / "hedgescan.toml").write_text('exclude = ["docs/old/*"]\n')
    done = run("check", "--select", "bare-sources", "docs", "empty")
    assert [line.split(b":")[0] for line in done.stdout.splitlines()] == [b"docs/a.md"]
    assert done.returncode == 2 and b"docs/broken.md" in done.stderr and b"empty: nothing to read" in done.stderr
    assert run("check", "docs/old/b.md").returncode == 1
    assert run("check", "--force-exclude", "docs/old/b.md").returncode == 0
