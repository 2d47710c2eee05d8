"""`hedgescan diff` as its users meet it: files, pipes, revisions, exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

OLD = "Two officials suggested the bridge may close.\n\nIt opened in 1931.\n"
NEW = "Officials confirmed the bridge will close.\n\nIt opened in 1931. The mayor is angry.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with an old and a new draft."""
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose one revision holds the old draft, with the new one in the working tree."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words], cwd=tmp_path, env=environment, check=True)

    git("init", "-q")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.txt").write_text(OLD)
    git("add", ".")
    git("commit", "-q", "-m", "First draft")
    (tmp_path / "drafts" / "draft.txt").write_text(NEW)
    return tmp_path


def test_text_reads_like_a_review(run: Run, drafts: Path) -> None:
    done = run("diff", "old.txt", "new.txt")
    assert done.returncode == 0 and done.stderr == b""
    assert done.stdout.decode().splitlines()[:5] == [
        'new.txt:1:1: source-degraded: "Two officials" -> "Officials"',
        'new.txt:1:11: verb-upgraded: "suggested" -> "confirmed"',
        'new.txt:1:32: lost-hedge: "may" -> "will"',
        "    - Two officials suggested the bridge may close.",
        "    + Officials confirmed the bridge will close.",
    ]
    assert "new.txt:3:20: sentence-added: no counterpart in the old text" in done.stdout.decode()


def test_nothing_changed_prints_nothing(run: Run, drafts: Path) -> None:
    done = run("diff", "old.txt", "old.txt", "--fail-on", "all")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_json(run: Run, drafts: Path) -> None:
    report = json.loads(run("diff", "old.txt", "new.txt", "-f", "json").stdout)
    assert report["schema"] == 1 and report["old"]["path"] == "old.txt" and report["new"]["path"] == "new.txt"
    lost = next(item for item in report["findings"] if item["name"] == "lost-hedge")
    assert (lost["severity"], lost["before"], lost["after"]) == ("error", "may", "will")
    for side, text, words in (("old", OLD, "may"), ("new", NEW, "will")):
        place = lost[side]
        assert text[place["start"] : place["end"]] == words and place["line"] == 1 and place["column"] == place["start"] + 1
    assert lost["scores"]["old"]["certainty"] < lost["scores"]["new"]["certainty"]
    assert report["counts"]["lost-hedge"] == 1


def test_markdown_and_github(run: Run, drafts: Path) -> None:
    markdown = run("diff", "old.txt", "new.txt", "-f", "markdown").stdout.decode()
    assert "- **lost-hedge** (error) new.txt:1:32: may → will" in markdown
    assert "```diff\n- Two officials suggested the bridge may close.\n" in markdown
    assert "No change" in run("diff", "old.txt", "old.txt", "-f", "markdown").stdout.decode()
    github = run("diff", "old.txt", "new.txt", "-f", "github").stdout.decode()
    assert github.startswith('::error file=new.txt,line=1,col=1,title=source-degraded::"Two officials" -> "Officials"')


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--fail-on", "lost-hedge"), 1),
        (("--fail-on", "gained-hedge,lost-hedge"), 1),
        (("--fail-on", "gained-hedge", "--fail-on", "verb-upgraded"), 1),
        (("--fail-on", "all"), 1),
        (("--fail-on", "gained-hedge, quote-altered"), 0),
        ((), 0),
    ],
)
def test_exit_status(run: Run, drafts: Path, words: tuple[str, ...], status: int) -> None:
    assert run("diff", "old.txt", "new.txt", *words).returncode == status


def test_an_unknown_finding_is_a_usage_error_that_names_the_nearest(run: Run, drafts: Path) -> None:
    done = run("diff", "old.txt", "new.txt", "--fail-on", "lost-hege")
    assert done.returncode == 2 and b"lost-hege" in done.stderr and b"lost-hedge" in done.stderr and done.stdout == b""


def test_quiet_leaves_out_what_is_for_information(run: Run, drafts: Path) -> None:
    text = run("diff", "old.txt", "new.txt", "--quiet").stdout.decode()
    assert "lost-hedge" in text and "sentence-added" not in text and "score-changed" not in text
    asked = run("diff", "old.txt", "new.txt", "--quiet", "--fail-on", "sentence-added")
    assert asked.returncode == 1 and b"sentence-added" in asked.stdout


def test_standard_input_may_be_one_side(run: Run, drafts: Path) -> None:
    old = run("diff", "-", "new.txt", "-f", "json", "--stdin-filename", "wire.txt", stdin=OLD.encode())
    assert json.loads(old.stdout)["old"]["path"] == "wire.txt" and b"lost-hedge" in old.stdout
    assert b"-:1:32: lost-hedge" in run("diff", "old.txt", "-", stdin=NEW.encode()).stdout
    both = run("diff", "-", "-", stdin=OLD.encode())
    assert both.returncode == 2 and b"only one" in both.stderr


def test_a_revision_may_be_one_side(run: Run, repository: Path) -> None:
    for old in ("git:HEAD:drafts/draft.txt", "git:HEAD:./drafts/draft.txt", "git::drafts/draft.txt"):
        done = run("diff", old, "drafts/draft.txt", "--fail-on", "lost-hedge")
        assert done.returncode == 1 and b"drafts/draft.txt:1:32: lost-hedge" in done.stdout, done.stderr
    assert run("diff", "git:HEAD:drafts/draft.txt", "git:HEAD^{tree}:drafts/draft.txt").stdout == b""


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("git:nowhere:drafts/draft.txt", b"no such revision: nowhere"),
        ("git:HEAD:absent.txt", b"no such file in revision HEAD: absent.txt"),
        ("git:HEAD:drafts", b"a folder in revision HEAD"),
        ("git:HEAD", b"git:REV:path"),
        ("git:--help:drafts/draft.txt", b"not a revision"),
    ],
)
def test_what_a_revision_lacks_is_said(run: Run, repository: Path, old: str, words: bytes) -> None:
    done = run("diff", old, "drafts/draft.txt")
    assert done.returncode == 2 and words in done.stderr and old.encode() in done.stderr and done.stdout == b""


def test_a_path_that_is_meant_from_the_current_folder_is_pointed_out(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hedgescan.readers import Unreadable
    from hedgescan.readers.files import read

    monkeypatch.chdir(repository / "drafts")
    assert read("git:HEAD:./draft.txt").source == OLD
    with pytest.raises(Unreadable, match=r"write git:HEAD:\./draft\.txt"):
        read("git:HEAD:draft.txt")


def test_without_git_and_outside_a_repository(run: Run, drafts: Path) -> None:
    outside = run("diff", "git:HEAD:old.txt", "new.txt", GIT_CEILING_DIRECTORIES=str(drafts.parent))
    assert outside.returncode == 2 and b"in no git repository" in outside.stderr
    missing = run("diff", "git:HEAD:old.txt", "new.txt", PATH=str(drafts))
    assert missing.returncode == 2 and b"needs the git command" in missing.stderr


def test_every_input_that_cannot_be_read_is_named(run: Run, drafts: Path) -> None:
    done = run("diff", "absent.txt", "gone.txt")
    assert done.returncode == 2 and b"absent.txt" in done.stderr and b"gone.txt" in done.stderr and done.stdout == b""
    (drafts / "latin.txt").write_bytes("The caf\xe9 may close.".encode("latin-1"))
    assert run("diff", "latin.txt", "new.txt").returncode == 2
    assert run("diff", "latin.txt", "new.txt", "--encoding", "latin-1").returncode == 0


def test_output_lexicon_strictness_and_colour(run: Run, drafts: Path) -> None:
    assert run("diff", "old.txt", "new.txt", "-o", "review.txt").stdout == b""
    assert "lost-hedge" in (drafts / "review.txt").read_text()
    over = run("diff", "old.txt", "new.txt", "-o", "new.txt")
    assert over.returncode == 2 and b"both read and written" in over.stderr and "lost-hedge" not in (drafts / "new.txt").read_text()
    (drafts / "mine.toml").write_text('[hedges.modal."may"]\noff = true\n')
    assert b"lost-hedge" not in run("diff", "old.txt", "new.txt", "--lexicon", "mine.toml").stdout
    assert b"verb-upgraded" not in run("diff", "old.txt", "new.txt", "--strictness", "1").stdout
    assert b"\x1b" not in run("diff", "old.txt", "new.txt").stdout
    assert b"\x1b[31mlost-hedge" in run("diff", "old.txt", "new.txt", "--color", "always").stdout
