"""Drafts made to do harm, read by the command: endless lines, brackets without end, markup within markup, archives that burst.

The sizes that the limits are about are here where they are cheap; all of them, with their time and memory, and 50 MB of news, are
measured by `python -m benchmarks.limits` and stand in benchmarks/ROBUSTNESS.md.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.hostile import CASES, LAUGHS, SAID, package, word
from tests.conftest import COMMAND

SECONDS, MEGABYTES = 60, 1500  # of CPU, and of memory (a page is some 250): far beyond what any needs, and far below what a bomb would take
# Runs a command and says its peak of memory in kilobytes on the last line of standard error.  What is forked counts the memory of what
# forks it, so that is a process with little of its own.
PEAK = (
    "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)"
)


def scanned(folder: Path, *words: str) -> tuple[int, list[dict[str, object]], str]:
    """Exit status, sentences and messages of a scan that may not take more than SECONDS and MEGABYTES."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))

    done = subprocess.run([COMMAND, "-f", "jsonl", *words], cwd=folder, capture_output=True, preexec_fn=bounded, check=False)
    told = done.stderr.decode()
    assert "Traceback" not in told and "memory" not in told, told
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], told


def whole(rows: Sequence[dict[str, object]], path: Path) -> None:
    """The sentences are in order and apart, and give back their text."""
    source, done = path.read_text(encoding="utf-8"), 0
    for row in rows:
        start, end = row["start"], row["end"]
        assert isinstance(start, int) and isinstance(end, int) and done <= start < end
        assert source[start:end] == row["text"]
        done = end


def test_fifty_megabytes_are_read_to_the_end(tmp_path: Path) -> None:
    """Of white space, in memory that does not grow with them."""
    draft = tmp_path / "draft.txt"
    draft.write_text(SAID + "\n" * 25_000_000 + " " * 25_000_000 + "\n\n" + SAID)
    done = subprocess.run([sys.executable, "-c", PEAK, COMMAND, "-f", "jsonl", str(draft)], capture_output=True, check=False)
    rows, (*told, peak) = [json.loads(line) for line in done.stdout.splitlines()], done.stderr.splitlines()
    assert (done.returncode, told, len(rows)) == (0, [], 4)
    assert rows[2]["start"] == len(SAID) + 50_000_002 and rows[2]["line"] == 25_000_003 and rows[2]["paragraph"] == 2
    assert int(peak) < 300 << 10, "kilobytes: not much more than a page takes, and far from the file's 50,000 and its copies"


def test_a_line_of_a_million_characters_is_read_to_the_end(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    line = f"{SAID} " + " ".join("7" * 49_999 for _ in range(19)) + f" {'.' * 49_000} {SAID}"
    draft.write_text(line)
    assert len(line) > 999_000 and "\n" not in line
    code, rows, told = scanned(tmp_path, "draft.txt")
    assert (code, told) == (0, "") and str(rows[0]["text"]).startswith("The mayor") and str(rows[-1]["text"]).endswith("unclear why.")
    assert sum(len(str(row["text"]).replace(" ", "")) for row in rows) == len(line.replace(" ", ""))
    whole(rows, draft)


def test_words_and_marks_without_end(tmp_path: Path) -> None:
    sizes = {"a sentence of 20,000 words": 20_000, "open brackets": 8_000, "nested brackets": 4_000, "quotation marks": 8_000}
    sizes |= {"nested quotations": 4_000, "quotations without end": 100}
    for name, size in sizes.items():
        (tmp_path / f"{name}.txt").write_bytes(CASES[name].made(size))
    code, rows, told = scanned(tmp_path, "--language", "en", ".")
    assert (code, told) == (0, "") and len({row["path"] for row in rows}) == len(sizes)
    for path in tmp_path.iterdir():
        own = [row for row in rows if row["path"] == path.name]
        whole(own, path)
        ink = sum(len("".join(str(row["text"]).split())) for row in own)
        assert ink == len("".join(path.read_text(encoding="utf-8").split()))


def test_markup_within_markup_and_tags_without_end(tmp_path: Path) -> None:
    """All at once: each file begins with a sentence, which is found however the rest is made."""
    sizes = {"Markdown: references": 1_000, "Markdown: footnotes": 100, "Markdown: notes in notes": 500, "Markdown: table": 300, "Markdown: code": 500}
    sizes |= {"Markdown: emphasis": 500, "Markdown: entities": 1_000, "Markdown: struck": 300, "Markdown: lists by indent": 200, "Markdown: tags": 500}
    sizes |= {"HTML: block quotations": 50, "HTML: entities": 1_000, "HTML: unknown entities": 1_000, "HTML: headings": 50, "HTML: definitions": 100}
    names = [name for name, case in CASES.items() if case.end in ("md", "html")]
    for number, name in enumerate(names):
        case = CASES[name]
        body = case.made(sizes.get(name, 1_000 if case.end == "md" else 20_000))
        first = SAID.encode() + b"\n\n" if case.end == "md" else b"<p>" + SAID.encode() + b"</p>"
        (tmp_path / f"{number:02}.{case.end}").write_bytes(first + body)
    code, rows, told = scanned(tmp_path, "--language", "en", ".")
    assert (code, told) == (0, "")
    firsts = {str(row["path"]): row["text"] for row in rows if row["index"] == 1}
    assert len(firsts) == len(names) and set(firsts.values()) == {"The mayor said the bridge may close."}


def test_archives_that_burst_are_refused_and_the_others_are_read(tmp_path: Path) -> None:
    """A bomb, one by another name, one that lies about its size, too many entries, tables within tables, entities that laugh."""
    great = {"Word: bomb": 257 << 20, "Word: bomb by another name": 13 << 20, "Word: bomb that lies": 3 << 20, "Word: entries": 10_000}
    told_of = {
        "Word: bomb": "too large to be a draft: 257 MB unpacked, where 256 are the most",
        "Word: bomb by another name": "too large to be a draft: more than 64 MB or 2,000,000 tags of XML in it",
        "Word: bomb that lies": "damaged, or not a Word document (word/document.xml is larger than the directory says)",
        "Word: entries": "too large to be a draft: 10,003 files in it, where 10,000 are the most",
        "Word: tables in tables": "not a Word document that can be read",
        "Word: entities": "word/document.xml in it declares a document type, as no Word document does",
        "Word: entities in UTF-16": "word/document.xml in it declares a document type, as no Word document does",
    }
    for name in told_of:
        (tmp_path / f"{name.removeprefix('Word: ')}.docx").write_bytes(CASES[name].made(great.get(name, CASES[name].size)))
    (tmp_path / "a draft.docx").write_bytes(package(word(f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>")))
    code, rows, told = scanned(tmp_path, ".")
    assert code == 2 and {row["path"] for row in rows} == {"a draft.docx"}
    lines = dict(line.removeprefix("hedgescan: ").split(".docx: ", 1) for line in told.splitlines())
    assert len(lines) == len(told_of)
    for name, words in told_of.items():
        assert lines[name.removeprefix("Word: ")].startswith(words) and "; save it" in lines[name.removeprefix("Word: ")], name


def test_no_entity_is_read_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the password")
    laughs = LAUGHS.replace("file:///etc/passwd", secret.as_uri())
    (tmp_path / "draft.docx").write_bytes(package(word("<w:p><w:r><w:t>He said &out; so.</w:t></w:r></w:p>", laughs)))
    page = f'<?xml version="1.0"?>{laughs}<html><p>He said &out; so.</p></html>'
    (tmp_path / "page.xhtml").write_text(page)
    code, rows, told = scanned(tmp_path, "draft.docx", "page.xhtml")
    assert code == 2 and told.startswith("hedgescan: draft.docx: word/document.xml in it declares a document type")
    assert rows and not any("password" in str(row) for row in rows)


def test_records_with_brackets_without_end_and_a_field_without_end(tmp_path: Path) -> None:
    (tmp_path / "draft.jsonl").write_bytes(CASES["JSON: brackets"].made(100_000) + b'{"a": "He said so."}\n')
    code, rows, told = scanned(tmp_path, "--field", "a", "draft.jsonl")
    assert code == 2 and told.startswith("hedgescan: draft.jsonl#1: not JSON that can be read: too many brackets within each other")
    assert [row["path"] for row in rows] == ["draft.jsonl#2"]
    (tmp_path / "draft.csv").write_bytes(CASES["CSV: an open quotation mark"].made(100))
    code, rows, told = scanned(tmp_path, "--field", "a", "draft.csv")
    assert (code, told) == (0, "") and {row["path"] for row in rows} == {"draft.csv#2"}
