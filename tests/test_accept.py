"""What takes a violation out of the count: directives in the draft, fingerprints, the baseline; and what a change touches."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from hedgescan import scan
from hedgescan.lexicon import LexiconError
from hedgescan.patch import PatchError, changed
from hedgescan.style import check, load
from hedgescan.style.accept import Acceptance, Listed
from hedgescan.style.baseline import Baseline, read, written
from hedgescan.style.suppress import suppressions
from tests.conftest import Run

WEASEL = "Critics say the plan is doomed."
NAMED = "Ada Roe said the plan is doomed."


def sorted_(text: str, accept: Acceptance | None = None) -> tuple[list[str], list[str]]:
    document, house = scan(text), load().only(("weasel", "SUP"), ())
    counted, accepted = (accept or Acceptance()).sort(document, check(document, house), house)
    return [f"{item.line} {item.rule}" for item in counted], [f"{item.line} {item.rule}: {why or by}" for item, why, by in accepted]


@pytest.mark.parametrize(
    ("text", "counted", "accepted"),
    [
        (f"{WEASEL} <!-- hedgescan: ignore[weasel] a quotation -->", [], ["1 weasel: a quotation"]),
        (f"{WEASEL} <!-- hedgescan: ignore -->", [], ["1 weasel: directive"]),
        (f"{WEASEL} <!-- hedgescan: ignore[HED] by family -->", [], ["1 weasel: by family"]),
        (f"{WEASEL}\n<!-- hedgescan: ignore[weasel] the wrong line -->", ["1 weasel", "2 unused-suppression"], []),
        (f"<!-- hedgescan: ignore-next[weasel] agreed -->\n\n{WEASEL}\n\n{WEASEL}", ["5 weasel"], ["3 weasel: agreed"]),
        (f"hedgescan: ignore-next[weasel] agreed\n{WEASEL}", [], ["2 weasel: agreed"]),
        (f"# hedgescan: ignore-file[weasel] satire\n\n{WEASEL}\n\n{WEASEL}", [], ["3 weasel: satire", "5 weasel: satire"]),
        (f"<!-- hedgescan: begin[weasel] old -->\n\n{WEASEL}\n\n<!-- hedgescan: end -->\n\n{WEASEL}", ["7 weasel"], ["3 weasel: old"]),
        (f"<!-- hedgescan: begin[weasel] old -->\n\n{WEASEL}", [], ["3 weasel: old"]),
        (f"{NAMED} <!-- hedgescan: ignore[weasel] nothing here -->", ["1 unused-suppression"], []),
        (f"{WEASEL} <!-- hedgescan: ignore[wesel] misspelt -->", ["1 weasel", "1 unused-suppression"], []),
        (f"{WEASEL} <!-- hedgescan: ignroe[weasel] misspelt -->", ["1 weasel", "1 unused-suppression"], []),
        (f"<!-- hedgescan: ignore-next[weasel] agreed -->\r\n\r\n{WEASEL}\r\n\r\n{WEASEL}", ["5 weasel"], ["3 weasel: agreed"]),
        (f"hedgescan: ignore-next[weasel] agreed\r{WEASEL}\r\r{WEASEL}", ["4 weasel"], ["2 weasel: agreed"]),
        (f"{NAMED} <!-- hedgescan: ignore[bare-sources] not looked at -->", [], []),
        ("He said hedgescan: ignore is a directive.", [], []),
        (f"{WEASEL} <!-- hedgescan: ignore [weasel] a space between -->", [], ["1 weasel: a space between"]),
        (f"{WEASEL} <!-- hedgescan: ignore [bare-sources] of another rule -->", ["1 weasel"], []),
        (f"{WEASEL} <!-- hedgescan: ignore[weasel not closed -->", ["1 weasel", "1 unused-suppression"], []),
        (f"{WEASEL} <!-- hedgescan: ignore[] of no rule -->", ["1 weasel", "1 unused-suppression"], []),
        (f"{WEASEL}\n\n<!-- hedgescan: end -->", ["1 weasel", "3 unused-suppression"], []),
        (f"hedgescan: ignroe-file[weasel] satire\n\n{WEASEL}", ["1 unused-suppression", "3 weasel"], []),
        ("hedgescan: a tool that reads drafts", [], []),
    ],
)
def test_directives(text: str, counted: list[str], accepted: list[str]) -> None:
    assert sorted_(text) == (counted, accepted)


def test_directives_are_no_prose_and_move_nothing() -> None:
    text = f"Well. <!-- hedgescan: ignore[weasel] may might could --> {WEASEL}\nhedgescan: ignore-file[overclaim] it may\n"
    document = scan(text)
    assert [text[item.start : item.end] for item in document.sentences][-1] == WEASEL
    assert all("may" not in hedge.text for item in document.sentences for hedge in item.hedges)
    assert len(suppressions(text, [])) == 2


def test_a_reason_can_be_required() -> None:
    bare = f"{WEASEL} <!-- hedgescan: ignore[weasel] -->"
    assert sorted_(bare, Acceptance(reasoned=True))[0] == ["1 suppression-without-reason"]
    assert sorted_(bare)[0] == []
    assert sorted_(f"{WEASEL} <!-- hedgescan: ignore[weasel] why -->", Acceptance(reasoned=True))[0] == []


def test_a_fingerprint_accepts_and_one_that_does_not_is_known() -> None:
    (violation,) = check(scan(WEASEL), load().only(("weasel",), ()))
    mine, gone, elsewhere = (
        Listed(violation.fingerprint, "charter"),
        Listed("feed", "gone"),
        Listed(violation.fingerprint, "not here", os.path.realpath("other.txt")),
    )
    accept = Acceptance((elsewhere, mine, gone))
    assert sorted_(WEASEL, accept) == ([], ["1 weasel: charter"])
    assert list(accept.idle(["-"])) == [gone]
    assert list(accept.idle(["-", "other.txt"])) == [elsewhere, gone]


def test_the_baseline_knows_moved_text_and_each_entry_once(tmp_path: Path) -> None:
    house = load().only(("weasel",), ())
    file = tmp_path / "baseline.json"
    draft = str(tmp_path / "a.txt")
    known = [(draft, item) for item in check(scan(WEASEL), house)]
    file.write_text(written(known, None, {(draft, "weasel")}, str(file)), encoding="utf-8")
    assert sorted_(f"New first line.\n\n{WEASEL}", Acceptance(baseline=read(str(file)))) == ([], ["3 weasel: baseline"])
    twice = sorted_(f"{WEASEL}\n\n{WEASEL}", Acceptance(baseline=read(str(file))))
    assert len(twice[0]) == 1 and len(twice[1]) == 1
    clean = read(str(file))
    assert clean.gone([draft]) == 1 and clean.gone(["b.txt"]) == 0


def test_the_baseline_keeps_what_was_not_judged_and_lets_go_of_drafts_that_are_gone(tmp_path: Path) -> None:
    row = {"fingerprint": "aa", "rule": "weasel", "path": "other.txt", "text": "x"}
    draft, file = tmp_path / "other.txt", str(tmp_path / "baseline.json")
    old = Baseline([row], tmp_path)

    def paths(*judged: tuple[str, str]) -> list[str]:
        return [row["path"] for row in json.loads(written([], old, judged, file))["violations"]]

    assert paths() == []
    draft.write_text(WEASEL)
    assert paths((str(tmp_path / "a.txt"), "weasel")) == paths((str(draft), "overclaim")) == ["other.txt"]
    assert paths((str(draft), "weasel")) == []


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 2, "violations": []}', '{"version": 1, "violations": [{"rule": "x"}]}', "\xff"])
def test_a_baseline_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(LexiconError, match="update-baseline"):
        read(str(file))


DIFF = """diff --git a/a.txt b/a.txt
--- a/a.txt
+++ b/a.txt
@@ -1,2 +1,3 @@
 same
-old
+++ new
+newer
@@ -9 +10,0 @@
-gone
--- a/b.txt
+++ /dev/null
@@ -1 +0,0 @@
-x
--- "a/c \\303\\251.txt"
+++ "b/c \\303\\251.txt"
@@ -0,0 +1 @@
+x
\\ No newline at end of file
"""


def test_a_unified_diff_gives_the_new_lines() -> None:
    assert changed(DIFF) == {"a.txt": [(2, 3)], "c é.txt": [(1, 1)]}
    assert changed("") == {}
    bare = "--- b/a.txt\n+++ b/a.txt\n@@ -1 +1,2 @@\n-x\n+a\x0cb\u2028c\n+d\n"
    assert changed(bare) == {"b/a.txt": [(1, 2)]}
    with pytest.raises(PatchError, match="git diff"):
        changed("no diff at all\n")


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *words], cwd=folder, check=True, capture_output=True)


def test_only_what_has_changed_since_a_revision(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{WEASEL}\n\n{NAMED}\n")
    (tmp_path / "b.txt").write_text(f"{WEASEL}\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    assert run("check", "--diff-from", "HEAD", ".").returncode == 0
    (tmp_path / "a.txt").write_text(f"{WEASEL}\n\nExperts warn of a slump.\n")
    done = run("check", "--select", "weasel", "--diff-from", "HEAD", ".")
    assert done.returncode == 1 and done.stdout.decode().count("weasel") == 1 and b"a.txt:3:" in done.stdout
    diff = subprocess.run(["git", "diff"], cwd=tmp_path, capture_output=True, check=True).stdout
    assert run("check", "--select", "weasel", "--diff-file", "-", "a.txt", stdin=diff).stdout == done.stdout.replace(b"./", b"")
    bad = run("check", "--diff-from", "nowhere", ".")
    assert bad.returncode == 2 and b"nowhere" in bad.stderr and b"Traceback" not in bad.stderr


def test_a_change_is_looked_for_in_this_folder_and_in_a_repository_only(run: Run, tmp_path: Path) -> None:
    outside = run("check", "--diff-from", "HEAD")
    assert outside.returncode == 2 and b"in no git repository" in outside.stderr
    (tmp_path / "a.txt").write_text(f"{WEASEL}\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    # A directive that is new accepts what is old; one that accepts nothing is told where the change brings it in.
    (tmp_path / "a.txt").write_text(f"<!-- hedgescan: ignore-next[weasel] agreed -->\n{WEASEL}\n\n{NAMED} <!-- hedgescan: ignore[weasel] no -->\n")
    done = run("check", "--diff-from", "HEAD")
    assert done.returncode == 1 and [line.split()[:2] for line in done.stdout.decode().splitlines()] == [["a.txt:4:34:", "SUP001"]]
    diff = subprocess.run(["git", "diff"], cwd=tmp_path, capture_output=True, check=True).stdout
    assert run("check", "--diff-file", "-", stdin=diff).stdout == done.stdout


def test_a_change_reaches_new_files_and_no_namesakes_from_any_folder(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "docs/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{WEASEL}\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "config", "diff.noprefix", "true")
    (tmp_path / "a.txt").write_text(f"{WEASEL}\n\n{NAMED}\n\nExperts warn of a slump.\n")
    (tmp_path / "docs" / "new é.txt").write_text(f"{WEASEL}\n")
    done = run("check", "--select", "weasel", "--diff-from", "HEAD", "..", cwd="docs")
    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stdout.decode().splitlines()] == ["../a.txt:5:1", "../docs/new é.txt:1:1"]
    diff = subprocess.run(["git", "diff"], cwd=tmp_path, capture_output=True, check=True).stdout
    again = run("check", "--select", "weasel", "--diff-file", "-", "..", cwd="docs", stdin=diff)
    assert again.stdout.splitlines() == done.stdout.splitlines()[:1]
    missing = run("check", "--diff-from", "HEAD", "gone.txt", cwd="docs")
    assert missing.returncode == 2 and b"gone.txt" in missing.stderr


def test_the_baseline_on_the_command_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{WEASEL}\n")
    first = run("check", "--baseline", "base.json", "--update-baseline", "a.txt")
    assert first.returncode == 0 and (tmp_path / "base.json").is_file()
    assert run("check", "--baseline", "base.json", "a.txt").returncode == 0
    (tmp_path / "a.txt").write_text(f"New.\n\n{WEASEL}\n\nExperts warn of a slump.\n")
    new = run("check", "--baseline", "base.json", "a.txt")
    assert new.returncode == 1 and new.stdout.decode().count("HED002") == 1
    (tmp_path / "a.txt").write_text(f"{NAMED}\n")
    gone = run("check", "--baseline", "base.json", "a.txt")
    assert gone.returncode == 0 and b"1 in the baseline is mended" in gone.stderr
    run("check", "--baseline", "base.json", "--update-baseline", "a.txt")
    assert json.loads((tmp_path / "base.json").read_text())["violations"] == []
    (tmp_path / "a.txt").write_text(f"{WEASEL}\n")
    (tmp_path / "b").mkdir()
    run("check", "--baseline", "../base.json", "--update-baseline", "../a.txt", cwd="b")
    rows = json.loads((tmp_path / "base.json").read_text())["violations"]
    assert {(row["path"], row["rule"]) for row in rows} >= {("a.txt", "weasel")} and all(row["path"] == "a.txt" for row in rows)
    run("check", "--baseline", "base.json", "--update-baseline", "--select", "bare-sources", "./a.txt")
    assert json.loads((tmp_path / "base.json").read_text())["violations"] == rows
    assert run("check", "--baseline", "base.json", str(tmp_path / "a.txt")).returncode == 0
    assert run("check", "--baseline", "base.json", "--update-baseline", "--diff-file", "-", "a.txt").returncode == 2
    assert run("check", "--baseline", "none.json", "a.txt").returncode == 2
    assert run("check", "--update-baseline", "a.txt").returncode == 2
