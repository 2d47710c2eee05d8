"""What goes wrong around the command: files that are none, vanish, change or may not be read, disks that are full, streams that close."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import COMMAND, Run

SAID = "Sources said the bank will close two branches.\n"
_DROP, _OVERRIDE, _SEARCH = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def told(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error, after what holds for every fault."""
    words = done.stderr.decode()
    assert "Traceback" not in words and "\x1b" not in words
    return words.splitlines()


def bound() -> None:
    """Of the process that is about to be the command: root may read and write no more than anybody else may."""
    if os.geteuid() == 0:
        library = ctypes.CDLL(None, use_errno=True)
        assert not library.prctl(_DROP, _OVERRIDE) and not library.prctl(_DROP, _SEARCH), os.strerror(ctypes.get_errno())


def paths(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [document["path"] for document in json.loads(done.stdout)["documents"]]


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder with one draft, and everything else that may be called .txt."""
    (tmp_path / "draft.txt").write_text(SAID)
    (tmp_path / "around").symlink_to(".")
    (tmp_path / "ring1.txt").symlink_to("ring2.txt")
    (tmp_path / "ring2.txt").symlink_to("ring1.txt")
    (tmp_path / "dangling.txt").symlink_to("gone")
    (tmp_path / "twice.txt").symlink_to("draft.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inner.txt").write_text("Rain fell.\n")
    (tmp_path / "null.txt").symlink_to("/dev/zero")
    here = Path.cwd()
    os.chdir(tmp_path)  # the name of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket.txt")
    finally:
        os.chdir(here)
    return tmp_path


def test_a_walk_reads_each_file_once_and_passes_over_what_is_none(odd: Path, run: Run) -> None:
    done = run("-f", "json", ".")
    assert done.returncode == 2 and paths(done) == ["draft.txt", "folder.txt/inner.txt"]
    assert told(done) == [
        "hedgescan: dangling.txt: a link to a file that is not there; remove it, or link it to one that is",
        "hedgescan: ring1.txt: a link that leads back to itself; remove it, or link it to a file",
        "hedgescan: ring2.txt: a link that leads back to itself; remove it, or link it to a file",
    ]


def test_what_is_named_is_read_or_said_to_be_unreadable(odd: Path, run: Run) -> None:
    names = ["folder.txt", "around", "ring1.txt", "null.txt", "socket.txt", "draft.txt/x", "n" * 300, "", "/dev/null"]
    done = run("-f", "json", *names)
    assert done.returncode == 2 and paths(done) == ["folder.txt/inner.txt", "around/draft.txt", "/dev/null"]
    around, *_, zero, other, file, long, empty = told(done)
    assert around.startswith("hedgescan: around/dangling.txt: a link to a file that is not there")
    assert zero.startswith("hedgescan: null.txt: a device, which may never end; pipe what you want of it:")
    assert other.startswith("hedgescan: socket.txt: a socket")
    assert file.startswith("hedgescan: draft.txt/x: no such file or folder: what stands before its last / is a file")
    assert long.startswith("hedgescan: nnn") and long.endswith(": no such file or folder: the name is longer than any can be")
    assert empty.startswith("hedgescan: '': a name without a letter")


def test_a_named_pipe_is_read_as_a_stream(odd: Path) -> None:
    process = subprocess.Popen([COMMAND, "-f", "json", "pipe.txt"], cwd=odd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    (odd / "pipe.txt").write_text(SAID)  # waits for the reader
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"") and json.loads(out)["documents"][0]["sentences"][0]["text"] == SAID.strip()


def test_a_file_that_vanishes_before_its_turn_is_named_and_the_others_are_read(odd: Path) -> None:
    (odd / "brief.txt").write_text(SAID)
    process = subprocess.Popen(
        [COMMAND, "-f", "json", "pipe.txt", "brief.txt", "draft.txt"], cwd=odd, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with (odd / "pipe.txt").open("w") as pipe:  # it has found its files by now
        (odd / "brief.txt").unlink()
        pipe.write(SAID)
    out, errors = process.communicate(timeout=60)
    done = subprocess.CompletedProcess((), process.returncode, out, errors)
    assert done.returncode == 2 and paths(done) == ["pipe.txt", "draft.txt"]
    assert told(done) == ["hedgescan: brief.txt: no such file or folder"]


@pytest.mark.parametrize("change", ["cut short", "written to"])
def test_a_file_that_changes_while_it_is_read_is_named_and_what_was_read_is_closed(change: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    gap = "\n" * 3_000_000
    draft.write_text(gap.join((SAID * 90, SAID, SAID, SAID)))
    (tmp_path / "other.txt").write_text("Rain fell.\n")
    process = subprocess.Popen(
        [COMMAND, "-f", "json", "draft.txt", "other.txt"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stdout.read(2000)  # the first part does not fit into the pipe
    if change == "cut short":
        os.truncate(draft, 7_000_000)
    else:
        with draft.open("a") as more:
            more.write(SAID)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 2 and out.rstrip().endswith(b"]}")
    assert errors == b"hedgescan: draft.txt: it changed while it was read, and was read in part only; read it again\n"
    assert out.count(b'"path": ') == 1 and b'"other.txt"' in out and b'"summary"' in out  # the draft's path went before


def test_without_permission_a_file_or_folder_is_named(tmp_path: Path) -> None:
    for name in ("mine.txt", "draft.txt"):
        (tmp_path / name).write_text(SAID)
    (tmp_path / "closed").mkdir()
    (tmp_path / "mine.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    done = subprocess.run([COMMAND, "-f", "json", "."], cwd=tmp_path, capture_output=True, preexec_fn=bound, check=False)
    (tmp_path / "closed").chmod(0o700)
    assert done.returncode == 2 and paths(done) == ["draft.txt"]
    assert told(done) == ["hedgescan: closed: no permission to read it", "hedgescan: mine.txt: no permission to read it"]


@pytest.mark.parametrize("words", [["scan", "-f", "json", "-o"], ["check", "--select", "bare-sources", "-f", "text", "-f"]], ids=["scan", "check"])
def test_a_full_disk_leaves_the_old_report_whole(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text((SAID + "\n") * 8)
    (tmp_path / "report.json").write_text("old\n")
    report = "report.json" if words[0] == "scan" else "json:report.json"

    def full() -> None:  # a disk that has room for four blocks
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

    done = subprocess.run([COMMAND, *words, report, "draft.txt"], cwd=tmp_path, capture_output=True, preexec_fn=full, check=False)
    assert done.returncode == 2 and told(done)[-1] == "Error: report.json: cannot be written: File too large"
    assert len(done.stdout.splitlines()) == (0 if words[0] == "scan" else 8)
    assert (tmp_path / "report.json").read_text() == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "report.json"]


def test_long_standard_input_for_which_there_is_no_room_is_not_read_in_part(tmp_path: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    text = SAID.encode() + b"\n" * 3_000_000 + SAID.encode()
    done = subprocess.run([COMMAND, "-f", "jsonl"], input=text, capture_output=True, preexec_fn=full, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "hedgescan: -: no room for it in " in told(done)[0] and "File too large; make some, or name another folder in TMPDIR" in told(done)[0]


def test_a_stream_without_end_that_is_no_text_is_refused_at_once(run: Run) -> None:
    with open("/dev/zero", "rb") as zero:  # noqa: PTH123
        done = subprocess.run([COMMAND, "-f", "jsonl"], stdin=zero, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, b"") and "not text: a NUL byte at offset 0" in told(done)[0]


def test_a_file_that_memory_cannot_hold_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as huge:
        huge.truncate(1 << 30)  # of holes: it takes no room on the disk
    (tmp_path / "draft.txt").write_text(SAID)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (3 << 28, 3 << 28))

    done = subprocess.run([COMMAND, "-f", "json", "huge.html", "draft.txt"], cwd=tmp_path, capture_output=True, preexec_fn=small, check=False)
    assert done.returncode == 2 and paths(done) == ["draft.txt"]
    assert told(done)[0].startswith("hedgescan: huge.html: there is not memory enough to hold it; split it")


def test_a_report_is_added_to_what_standard_output_holds_already(tmp_path: Path, run: Run) -> None:
    (tmp_path / "draft.txt").write_text(SAID)
    with (tmp_path / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        done = subprocess.run([COMMAND, "-f", "csv", "-o", "/dev/stdout", "draft.txt"], cwd=tmp_path, stdout=log, check=False)
    lines = (tmp_path / "log").read_text().splitlines()
    assert done.returncode == 0 and len(lines) == 3 and lines[0] == "before"


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[list[dict[str, str]]]:
    """Environments in which nothing can be kept at home."""
    sealed = tmp_path / "sealed"
    sealed.mkdir(0o500)
    yield [{"HOME": str(sealed)}, {"HOME": "", "HEDGESCAN_CACHE_DIR": "/proc/1/cache"}]
    sealed.chmod(0o700)


def test_a_home_that_cannot_be_written_changes_nothing(homes: list[dict[str, str]], tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(SAID)
    outputs = []
    for home in [{}, *homes]:
        kept = {name: value for name, value in os.environ.items() if name not in ("HEDGESCAN_NO_CACHE", "XDG_CACHE_HOME", "HEDGESCAN_CACHE_DIR")}
        env = kept | (home if home else {"HEDGESCAN_NO_CACHE": "1"})
        if home.get("HOME") == "":
            del env["HOME"]
        done = subprocess.run([COMMAND, "-f", "csv", "draft.txt"], cwd=tmp_path, capture_output=True, env=env, preexec_fn=bound, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        outputs.append(done.stdout)
    assert len(set(outputs)) == 1 and sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "sealed"]
    assert not list((tmp_path / "sealed").iterdir())


@pytest.mark.parametrize(
    ("words", "name"),
    [(["--config"], "deep.toml"), (["--lexicon"], "deep.toml"), (["check", "--style"], "./deep.toml"), (["check", "--baseline"], "deep.json")],
    ids=["configuration", "lexicon", "style", "baseline"],
)  # fmt: skip
def test_brackets_without_end_in_a_file_of_settings_are_said(words: list[str], name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(SAID)
    (tmp_path / "deep.toml").write_text("a = " + "[" * 100_000)
    (tmp_path / "deep.json").write_text("[" * 100_000)
    done = run(*words, name, "draft.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert told(done)[0].startswith(f"Error: {name.removeprefix('./')}: has brackets within brackets beyond measure; ")


def test_a_pyproject_that_is_not_ours_may_be_as_deep_as_it_likes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(SAID)
    (tmp_path / "pyproject.toml").write_text("a = " + "[" * 100_000)
    assert run("-f", "csv", "draft.txt").returncode == 0


