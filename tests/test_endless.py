"""Files that never end, never come or are no files, where a command reads them whole: a lexicon, a style, a diff, a list of files, a draft."""

from __future__ import annotations

import json
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import COMMAND

SAID = "Sources said the bank may close two branches.\n"
MEMORY = 1 << 30  # bytes that a run may take: what never ends would take more
# The words before and after the name of a file that is read whole.
WHOLE = {
    "--lexicon": (["--lexicon"], ["draft.txt"]),
    "--config": (["--config"], ["draft.txt"]),
    "--style": (["check", "--style"], ["draft.txt"]),
    "--baseline": (["check", "--baseline"], ["draft.txt"]),
    "--diff-file": (["check", "--diff-file"], ["draft.txt"]),
    "--files-from": (["--files-from"], []),
    "lexicon check": (["lexicon", "check"], []),
    "diff": (["diff", "draft.txt"], []),
    "--field": (["--input-format", "jsonl", "--field", "a"], []),
    "Markdown": (["--input-format", "markdown"], []),
}
TOLD = {
    "zero.toml": "a device, which may never end; ",
    "folder.toml": "a folder, not a file; name a file in it",
    "holes.toml": "not text: a NUL byte at offset 0, and 5,120 MB of it; leave the file out",
    "pipe.toml": "a named pipe, which nobody may ever write to; name a file",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(SAID)
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "holes.toml").touch()
    os.truncate(tmp_path / "holes.toml", 5 << 30)
    os.mkfifo(tmp_path / "pipe.toml")
    return tmp_path


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@pytest.mark.parametrize("option", WHOLE)
def test_what_never_ends_or_never_comes_is_said_at_once(option: str, folder: Path) -> None:
    before, after = WHOLE[option]
    drafts = option in ("diff", "--field", "Markdown")
    for name, words in TOLD.items():
        if drafts and name in ("folder.toml", "pipe.toml"):
            continue  # a folder is walked, and a draft in a pipe waited for
        done = subprocess.run(
            [COMMAND, *before, name, *after], cwd=folder, capture_output=True, timeout=60, preexec_fn=bounded, check=False, stdin=subprocess.DEVNULL
        )
        told = done.stderr.decode()
        assert (done.returncode, done.stdout) == (2, b""), told
        assert f"{name}: " in told.splitlines()[-1] and words in told.splitlines()[-1] and "Traceback" not in told


def test_a_stream_without_end_in_place_of_a_list_is_refused(folder: Path) -> None:
    for words in (["check", "--diff-file", "-"], ["--files-from", "-"]):
        with open("/dev/zero", "rb") as zero:  # noqa: PTH123
            done = subprocess.run([COMMAND, *words], cwd=folder, stdin=zero, capture_output=True, timeout=60, preexec_fn=bounded, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"Error: standard input: cannot be read: not text: a NUL byte at offset 0, and more than 256 MB of it")


def test_what_comes_through_a_pipe_of_the_shell_is_read_once_and_heeded(
    shell: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a cache, which asks what is in the lexicon before the lexicon is read."""
    (tmp_path / "draft.txt").write_text(SAID)
    (tmp_path / "off.toml").write_text('[hedges.modal."may"]\noff = true\n')
    monkeypatch.delenv("HEDGESCAN_NO_CACHE", raising=False)
    monkeypatch.setenv("HEDGESCAN_CACHE_DIR", str(tmp_path / "cache"))
    assert b"~may" in shell("hedgescan draft.txt").stdout
    listed = f"lexicons = ['{tmp_path}/off.toml']"
    for words in ("--lexicon <(cat off.toml)", f'--config <(echo "{listed}")'):
        done = shell(f"hedgescan {words} draft.txt")
        assert (done.returncode, done.stderr) == (0, b"") and b"~may" not in done.stdout
    done = shell("hedgescan check --diff-file <(true) draft.txt")
    assert done.returncode == 0 and b"0 files checked" in done.stderr


def test_a_draft_that_comes_through_a_pipe_is_read_once_and_not_taken_for_an_empty_one(
    shell: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a cache, which asks whether the bytes are known before they are read, and with workers, which would find the pipe empty."""
    (tmp_path / "draft.txt").write_text(SAID)
    monkeypatch.delenv("HEDGESCAN_NO_CACHE", raising=False)
    monkeypatch.setenv("HEDGESCAN_CACHE_DIR", str(tmp_path / "cache"))
    judged = shell("hedgescan check --select bare-sources <(cat draft.txt)")
    assert judged.returncode == 1 and b"1 found, 1 to mend" in judged.stderr
    many = shell("hedgescan -j 2 -f jsonl <(echo He may go.) <(echo She may stay.) draft.txt")
    assert many.returncode == 0 and [json.loads(line)["text"] for line in many.stdout.splitlines()] == ["He may go.", "She may stay.", SAID.strip()]
    named = shell("mkfifo pipe; echo It may rain. > pipe & timeout 60 hedgescan check --select bare-sources pipe draft.txt")
    assert named.returncode == 1 and b"2 files checked, 1 found" in named.stderr


def test_a_file_of_settings_may_begin_with_a_byte_order_mark(shell: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(SAID)
    (tmp_path / "off.toml").write_text('[hedges.modal."may"]\r\noff = true\r\n', encoding="utf-8-sig")
    done = shell("hedgescan --lexicon off.toml draft.txt")
    assert (done.returncode, done.stderr) == (0, b"") and b"~may" not in done.stdout
