"""`hedgescan check` as a process: what it prints, and the status it ends with."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

BAD = "Sources said the bank will close two branches.\n"
CLEAN = "Ada Roe, the bank's chairwoman, said it will close two branches.\n"


def test_a_draft_that_falls_short_exits_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    done = run("check", "bad.txt")
    assert done.returncode == 1
    assert b"bad.txt:1:1: SRC001 bare-sources: " in done.stdout and b"1 file checked" in done.stderr


def test_a_clean_draft_exits_0_and_prints_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text(CLEAN)
    done = run("check", "-q", "clean.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_unreadable_file_exits_2_and_the_others_are_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    done = run("check", "missing.txt", "bad.txt")
    assert done.returncode == 2 and b"missing.txt" in done.stderr and b"bad.txt:1:1" in done.stdout


def test_exit_zero_and_remarks_do_not_fail(run: Run) -> None:
    assert run("check", "--exit-zero", stdin=BAD.encode()).returncode == 0
    remark = run("check", "--select", "without-basis", stdin=b"Two officials said the army was told on Friday.")
    assert remark.returncode == 0 and b"without-basis" in remark.stdout
    assert run("check", "--style", "npr", "--select", "without-basis", stdin=b"Two officials said the army was told.").returncode == 1


def test_limits(run: Run) -> None:
    assert run("check", "--select", "LIM", "--fail-under", "verifiability=40", stdin=BAD.encode()).returncode == 1
    assert run("check", "--fail-under", "verifiability=40", stdin=CLEAN.encode()).returncode == 0
    assert run("check", "--select", "LIM", "--max-anonymous", "30%", stdin=BAD.encode()).returncode == 1
    assert run("check", "--select", "LIM", "--max-anonymous", "30%", stdin=CLEAN.encode()).returncode == 0
    for words in (["--fail-under", "verifiabilty=40"], ["--fail-under", "verifiability"], ["--max-anonymous", "lots"], ["--style", "apx"]):
        done = run("check", *words, stdin=CLEAN.encode())
        assert done.returncode == 2 and words[1].split("=")[0].encode() in done.stderr and not done.stdout


def test_statistics_are_told_even_where_nothing_else_is(run: Run) -> None:
    done = run("check", "-q", "--statistics", "--select", "bare-sources", stdin=BAD.encode())
    assert done.stderr.decode().split() == ["1", "SRC001", "bare-sources"]


def test_json_and_jsonl(run: Run) -> None:
    (document,) = json.loads(run("check", "-f", "json", stdin=BAD.encode()).stdout)["documents"]
    rules = [violation["rule"] for violation in document["violations"]]
    assert "bare-sources" in rules and document["scores"]["support"] < 0.2
    lines = run("check", "-f", "jsonl", stdin=BAD.encode()).stdout.decode().splitlines()
    assert [json.loads(line)["rule"] for line in lines] == rules


def test_the_same_run_gives_the_same_bytes(run: Run) -> None:
    assert run("check", stdin=BAD.encode()).stdout == run("check", stdin=BAD.encode()).stdout
