"""Nothing that a draft, a file's name or a lexicon holds reaches a terminal, a spreadsheet, a page or a CI runner as more than text."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from hedgescan import scan
from hedgescan.diff import diff
from hedgescan.engine import engine
from hedgescan.explain.judge import judge
from hedgescan.formats import FORMATS, View
from hedgescan.formats.changes import WRITERS
from hedgescan.formats.judged import JUDGED
from hedgescan.formats.ledgers import LEDGERS
from hedgescan.formats.printers import PRINTERS
from hedgescan.formats.report import Report
from hedgescan.ledger import ledger
from hedgescan.model import Document
from hedgescan.style import check
from hedgescan.style.house import load
from tests.conftest import Run

# Colours, a title, a screen cleared by C1 alone, a link, what is read backwards, signs of their own lines, and half a character.
OBEYED = "\x1b[31m|\x1b]0;title\x07|\x9b2J|\x1b]8;;http://x\x1b\\|\x7f|\u202egnp.\u202c|\u2066x\u2069|\u2028::error::|\ud800"
MARKUP = "<script>alert(1)</script> ![x](http://x/p.png) [y](javascript:z) `code` **bold** | &amp; ]]> \" ' ##[error]"
NASTY = (
    f"=cmd|'/C calc'!A0 may be closed, sources {OBEYED} said. @SUM(1+1) Officials {MARKUP} told the paper.\n\n"
    f"-2+3 critics say {OBEYED}{MARKUP} it could fail.\n"
)
NAME = "::error::a\nb,%0A:" + f"{OBEYED}{MARKUP}.txt".replace("/", "_").replace("\ud800", "\udcff")  # as Python has a byte that is no UTF-8
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


def outputs() -> Iterator[tuple[str, str]]:
    """The nasty draft, with the nasty name, in every format of every command, and the name of the format."""
    document = scan(NASTY, NAME)
    assert any(sentence.hedges for sentence in document.sentences) and document.sources
    for name, format_ in FORMATS.items():
        yield f"scan {name}", "".join(format_([document], View(width=0, explain=True)))
    found = tuple(check(document, load("default")))
    assert found
    reports = [Report(NAME, document.scores, found), Report.unread(NAME, f"cannot be read: {OBEYED}{MARKUP}")]
    for name, printer in PRINTERS.items():
        yield f"check {name}", "".join(printer(reports, False))
    for name, drawn in LEDGERS.items():
        yield f"sources {name}", "".join(drawn([(document, ledger(document))], True))
    changes = diff(document, scan(NASTY.replace("may be", "is"), NAME))
    assert changes.findings
    for name, writer in WRITERS.items():
        yield f"diff {name}", "".join(writer(changes, False))
    for name, told in JUDGED.items():
        yield f"explain {name}", "".join(told(judge("may", NASTY, engine()), 100))


OUTPUTS = dict(outputs())


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_format_passes_on_what_a_terminal_obeys(name: str) -> None:
    found = FORBIDDEN.search(OUTPUTS[name])
    assert found is None, OUTPUTS[name][max(0, found.start() - 60) : found.end() + 10]
    OUTPUTS[name].encode()


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name.endswith("markdown")])
def test_markdown_holds_no_tag_link_or_picture_of_the_drafts(name: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(OUTPUTS[name])
    kinds: list[tuple[str, str]] = []
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        kinds.append((token.type, token.content))
        waiting += token.children or []
    tags = {content for kind, content in kinds if kind.startswith("html")}
    assert all(re.fullmatch(r"\s*(?:</?(?:details|summary)>[^<>]*)+\s*", tag) for tag in tags), tags
    assert not {kind for kind, _ in kinds} & {"link_open", "image"} and "javascript:z" in OUTPUTS[name]
    rows = [kind for kind, _ in kinds if kind in ("td_open", "tr_open", "th_open")]
    heads, cells, lines = (rows.count(kind) for kind in ("th_open", "td_open", "tr_open"))
    assert name not in ("scan markdown", "sources markdown") or (lines and cells + heads >= lines)


def test_markdown_shows_the_words_as_they_stand() -> None:
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(OUTPUTS["scan markdown"])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://x/p.png) [y](javascript:z) `code` **bold** | &amp;amp; ]]&gt;" in shown


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name.split()[1] in ("json", "sarif", "gitlab")])
def test_json_gives_back_every_sign_but_half_a_character(name: str) -> None:
    strings: list[str] = []
    waiting: list[Any] = [json.loads(OUTPUTS[name])]
    while waiting:
        value = waiting.pop()
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        strings += [value] if isinstance(value, str) else []
    kept = "".join(unquote(string) if string.endswith(".txt") else string for string in strings)
    assert set(OBEYED.replace("\ud800", "\ufffd")) - {"\u2028"} <= set(kept), name  # which parts paragraphs


@pytest.mark.parametrize("name", ["check junit", "check checkstyle"])
def test_xml_is_well_formed_and_holds_the_name_whole(name: str) -> None:
    root = ET.fromstring(OUTPUTS[name])
    names = {value for node in root.iter() for key, value in node.attrib.items() if key in ("name", "classname")}
    wanted = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", NAME)
    assert wanted in names


@pytest.mark.parametrize(("name", "delimiter"), [("scan csv", ","), ("scan tsv", "\t")])
def test_no_cell_is_a_formula_and_every_row_has_its_columns(name: str, delimiter: str) -> None:
    head, *rows = csv.reader(io.StringIO(OUTPUTS[name]), delimiter=delimiter)
    assert rows and all(len(row) == len(head) for row in rows)
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell), cell
    assert any(row[head.index("text")].startswith("'=cmd") for row in rows)


@pytest.mark.parametrize("name", ["check github", "diff github"])
def test_a_runner_finds_our_commands_only(name: str) -> None:
    lines = OUTPUTS[name].splitlines()
    assert lines
    for line in lines:
        command = re.match(r"::(?P<kind>error|warning|notice) (?P<fields>(?:\w+=[^,:]*,?)*)::", line)
        assert command or (line.startswith("- ") and "##[" not in line), line
        if command:
            fields = dict(field.split("=", 1) for field in command["fields"].split(","))
            assert set(fields) <= {"file", "line", "endLine", "col", "endColumn", "title"}


@pytest.mark.parametrize("name", ["check text", "scan table", "sources table", "diff text"])
def test_a_file_that_is_called_like_a_command_is_none(name: str) -> None:
    assert not any(line.lstrip().startswith(("::", "##[")) for line in OUTPUTS[name].splitlines())


@pytest.mark.parametrize(("name", "opens"), [("sources dot", '"'), ("sources mermaid", '"')])
def test_labels_of_graphs_end_where_they_end(name: str, opens: str) -> None:
    for line in OUTPUTS[name].splitlines():
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        assert '"' not in bare and "<" not in bare.replace("-->", ""), line


def test_names_of_files_are_told_on_one_line_in_every_output(tmp_path: Path, run: Run) -> None:
    """As a process: newline, escapes, a leading dash, bytes that are no UTF-8, a very long name, emoji, and one that looks like a revision."""
    names = [b"a\nb.txt", b"\x1b[31mred\x9b.txt", b"-f.txt", b"no\xffutf8.txt", b"l" * 251 + b".txt", "😀.txt".encode(), b"git:HEAD:x.txt", b"::error::.txt"]
    for name in names:
        with open(os.fsencode(tmp_path) + b"/" + name, "w") as file:  # noqa: PTH123
            file.write("Sources said the bank will close.\n")
    formats = [word for name in ("json", "sarif", "junit") for word in ("-f", f"{name}:{name}.out")]
    done = run("check", "-q", "--select", "bare-sources", "-f", "text", *formats, ".")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1 and len(lines) == len(names) and done.stderr == b""
    assert not FORBIDDEN.search(done.stdout.decode()) and all(":1:1: SRC001" in line for line in lines)
    documents = json.loads((tmp_path / "json.out").read_text())["documents"]
    assert {os.fsencode(item["path"]) for item in documents if "\ufffd" not in item["path"]} == {
        name if not name.startswith(b"git:") else b"./" + name for name in names if b"\xff" not in name and b"\x9b" not in name
    }
    found = json.loads((tmp_path / "sarif.out").read_text())["runs"][0]["results"]
    uris = [item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in found]
    assert "no%FFutf8.txt" in uris and "%F0%9F%98%80.txt" in uris and all(re.fullmatch(r"[\w.%/~-]+", uri) for uri in uris)
    assert len(list(ET.parse(tmp_path / "junit.out").getroot())) == len(names)
    lost = run("-f", "csv", *(name.replace(b".txt", b".gone") for name in names if not name.startswith((b"-", b"git:"))))
    assert lost.returncode == 2 and lost.stderr.count(b"\n") == len(names) - 2 and not FORBIDDEN.search(lost.stderr.decode())


SPOILT = '[hedges.hearsay."tongues \\u001b[31m\\u009b\\u202e wag"]\nstrength = 0.6\nwhy = "\\u001b]0;x\\u0007 <b>gossip</b>"\n'
SPOILT += 'yes = ["Tongues \\u001b[31m\\u009b\\u202e wag that he will go."]\nno = ["The tongues of dogs wag."]\n'


@pytest.mark.parametrize(
    "words",
    [
        ["explain", "--lexicon", "spoilt.toml", "tongues \x1b[31m wag"],
        ["lexicon", "list", "--lexicon", "spoilt.toml"],
        ["lexicon", "list", "--lexicon", "spoilt.toml", "-f", "markdown"],
        ["lexicon", "check", "spoilt.toml"],
        ["config", "show", "--config", "spoilt-config.toml"],
        ["--config", "wrong.toml", "x.txt"],
        ["--format", "\x1b[31m\x9b", "x.txt"],
        ["--\x1b[31m\x9bnonsense", "x.txt"],
        ["-o", "no\x1b[31m\x9b/x", "x.txt"],
        ["--lexicon", "gone\x1b[31m\x9b.toml", "x.txt"],
        ["diff", "\x1b[31m\x9b1", "\x1b[31m\x9b2"],
        ["explain", "\x1b[31m\x9bword"],
    ],
    ids=lambda words: " ".join(words[:2]).encode("ascii", "ignore").decode().replace("\x1b", ""),
)
def test_what_a_lexicon_a_configuration_or_an_option_holds_is_told_as_text(words: list[str], run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Rain fell.\n")
    (tmp_path / "spoilt.toml").write_text(SPOILT)
    (tmp_path / "spoilt-config.toml").write_text('exclude = ["\\u001b[31m\\u009b\\u202e"]\n')
    (tmp_path / "wrong.toml").write_text('"a\\u001b]0;x\\u0007\\u009bred" = 1\n')
    done = run(*words)
    told = done.stdout.decode() + done.stderr.decode()
    assert told.strip() and "Traceback" not in told
    assert not FORBIDDEN.search(told), FORBIDDEN.findall(told)


def test_the_draft_reaches_no_shell_and_no_eval(tmp_path: Path, run: Run) -> None:
    """Names and words that a shell, a template or eval would run, in every place where the command takes them."""
    bait = "$(touch hit) `touch hit` ; touch hit | {{7*7}} ${7*7} %s {0.__class__} __import__('os').system('touch hit')"
    name = bait.replace("/", "_")
    (tmp_path / f"{name}.txt").write_text(f"Sources said {bait} may close.\n")
    for words in (["check", "-f", "github"], ["sources", "-f", "dot"], ["diff", "git:HEAD:" + name]):
        done = run(*words, f"{name}.txt")
        assert b"Traceback" not in done.stderr and b"49" not in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.txt"]


def test_the_nasty_draft_is_one(seed: Document) -> None:
    """The check of the checks: what they look for is in the draft, and they find it."""
    assert FORBIDDEN.search(NASTY) and FORBIDDEN.search(NAME) and not FORBIDDEN.search("".join(FORMATS["table"]([seed], View())))
