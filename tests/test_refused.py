"""What a hostile or hurried hand gives the commands: each is refused with status 2, one clear message and no traceback."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.hostile import package, word
from tests.conftest import Run

SAID = "Sources said the bank may close two branches.\n"
EMPTY = "a name without a letter; is a variable empty that should hold one?"


@pytest.fixture(autouse=True)
def draft(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(SAID)


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    """The message of a run that was refused."""
    assert (done.returncode, done.stdout) == (2, b"") and b"Traceback" not in done.stderr, done.stderr
    return done.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize(
    "words",
    [
        ["--config"], ["--lexicon"], ["--files-from"], ["-o"], ["--stdin-filename"], ["check", "--baseline"], ["check", "--diff-from"],
        ["check", "--diff-file"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_empty_name_is_refused_where_it_would_mean_something_else(words: list[str], run: Run) -> None:
    """As `--diff-from "$BASE"` in CI, where nobody has set BASE: it would check everything."""
    assert told(run(*words, "", "draft.txt")).endswith(EMPTY)


def test_a_format_without_the_file_it_goes_to_is_refused(run: Run) -> None:
    assert "sarif:: a file without a name; is a variable empty" in told(run("check", "--format", "sarif:", "draft.txt"))


def test_a_strictness_that_is_no_number_is_refused(run: Run) -> None:
    assert "nan is not in the range" in told(run("--strictness", "nan", "draft.txt"))


def test_a_word_without_end_is_not_repeated_to_its_end(run: Run) -> None:
    assert len(told(run("explain", "x" * 100_000))) < 200


PHRASES = {
    "a " * 5000 + "a": "has more than 40 words; the first few will do",  # the walk along it went a thousand calls deep
    "a" + "-a" * 5000: "has more than 40 words; the first few will do",
    "x " + " ".join(f"a{n}?" for n in range(30)) + " y": "may be said in more than 10,000 ways; make several entries of it",  # 2 ** 30 branches
    "x" + " *" * 30 + " y": "may be said in more than 10,000 ways; make several entries of it",
}


@pytest.mark.parametrize("phrase", PHRASES, ids=["words", "hyphens", "alternatives", "gaps"])
def test_a_phrase_that_is_none_is_refused_by_scan_and_lexicon_check(phrase: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(f'[hedges.modal."{phrase}"]\nstrength = 0.5\nwhy = "x"\nyes = ["{phrase}"]\nno = ["y"]\n')
    for words in (["--lexicon", "mine.toml", "draft.txt"], ["lexicon", "check", "mine.toml"]):
        assert PHRASES[phrase] in told(run(*words))


def test_a_category_that_is_no_heading_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[hedges]\nmodal = 3\n")
    assert 'mine.toml: hedges.modal: is not a heading; write [hedges.modal."may"]' in told(run("--lexicon", "mine.toml", "draft.txt"))


def test_styles_that_extend_one_another_without_end_are_refused(run: Run, tmp_path: Path) -> None:
    for number in range(1200):  # more than Python goes deep
        (tmp_path / f"s{number}.toml").write_text(f'extends = "s{number + 1}.toml"\n')
    (tmp_path / "s1200.toml").write_text('title = "last"\n')
    assert "more than 20 times over" in told(run("check", "--style", "s0.toml", "draft.txt"))
    assert run("check", "--exit-zero", "--style", "s1185.toml", "draft.txt").returncode == 0


def test_a_current_folder_that_is_gone_is_named(shell: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    done = shell("mkdir gone && cd gone && rmdir ../gone && hedgescan ../draft.txt")
    assert told(done) == "Error: the folder that this runs in is gone; change to one that is there"


def test_standard_input_that_is_closed_is_named(shell: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    done = shell("hedgescan -f jsonl <&-")
    assert told(done) == "hedgescan: -: it is closed; name a file, or open it"


def test_a_document_of_another_form_is_named_for_what_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.docx").write_bytes(package(word("").replace(b"<w:body></w:body>", b"")))
    assert "bare.docx: not a Word document that can be read (there is no body in it)" in told(run("-f", "jsonl", "bare.docx"))
    with zipfile.ZipFile(tmp_path / "strict.docx", "w") as made, zipfile.ZipFile(io.BytesIO(package(word("<w:p/>")))) as usual:
        for part in usual.namelist():  # all names are others in it
            made.writestr(part, usual.read(part).replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"))
    assert "strict.docx: it is a Strict Open XML Document; save it as an ordinary" in told(run("-f", "jsonl", "strict.docx"))


def test_a_last_letter_that_is_no_utf8_tells_of_an_encoding_and_not_of_a_cut(run: Run, tmp_path: Path) -> None:
    (tmp_path / "last.txt").write_bytes("The mayor likes the café".encode("latin-1"))
    assert "it looks like windows-1252: try --encoding windows-1252" in told(run("-f", "jsonl", "last.txt"))
    (tmp_path / "last.txt").write_bytes("The mayor said “".encode()[:-1])
    assert "cut short" in told(run("-f", "jsonl", "last.txt"))


@pytest.mark.parametrize("name", ["unicode_escape", "utf-7", "UTF7", "raw_unicode_escape", "punycode", "utf-32-le"])
def test_a_page_is_not_read_in_an_encoding_that_no_browser_takes(name: str, run: Run, tmp_path: Path) -> None:
    """In which its offsets would be of another text than the one that stands there."""
    (tmp_path / "page.html").write_bytes(f'<meta charset="{name}"><p>The café \\x41 may close.'.encode("latin-1"))
    assert "page.html: not UTF-8: byte 0xe9" in told(run("-f", "jsonl", "page.html"))


def test_reports_that_would_go_over_one_another_or_over_the_baseline_are_refused(run: Run, tmp_path: Path) -> None:
    assert "two formats would go to ./x; give each" in told(run("check", "-f", "json:x", "-f", "sarif:./x", "draft.txt"))
    assert "two formats would go to standard output" in told(run("check", "-f", "json", "-f", "sarif:-", "draft.txt"))
    words = ["check", "--baseline", "b.json", "-f", "json:b.json", "draft.txt"]
    assert "a format would go to the baseline b.json" in told(run(*words, "--update-baseline"))
    assert not (tmp_path / "b.json").exists() and not (tmp_path / "x").exists()


def test_a_baseline_that_names_what_no_file_can_be_called_is_written_anew(run: Run, tmp_path: Path) -> None:
    rows = [{"fingerprint": "x", "rule": "weasel", "path": path, "text": ""} for path in ("n" * 5000, "a\0b", "\ud800")]
    (tmp_path / "b.json").write_text(json.dumps({"version": 1, "violations": rows}))
    done = run("check", "-q", "--baseline", "b.json", "--update-baseline", "draft.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {row["path"] for row in json.loads((tmp_path / "b.json").read_text())["violations"]} == {"draft.txt"}


def test_a_file_in_a_revision_is_no_revision(shell: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    done = shell("git init -q . && git add . && git -c user.name=x -c user.email=x@y.z commit -qm x && hedgescan check --diff-from HEAD:draft.txt")
    assert "git cannot compare with 'HEAD:draft.txt': it is no commit; " in told(done)
