"""The command in pipes, on full disks and at terminals: nothing lost in silence, nothing said that was not asked for."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import COMMAND, Run

Shell = Callable[..., "subprocess.CompletedProcess[bytes]"]
BAD = "Sources said the bank will close two branches.\n"
WEASEL = "Critics say plan number {} is doomed.\n"


def test_300_findings_exit_1_also_into_a_pipe_that_closes(tmp_path: Path, shell: Shell) -> None:
    (tmp_path / "long.txt").write_text("\n".join(WEASEL.format(number) for number in range(300)))
    whole = shell("hedgescan check --select weasel long.txt")
    assert whole.returncode == 1 and len(whole.stdout.splitlines()) == 300 and b"300 to mend" in whole.stderr
    cut = shell("hedgescan check -q -f jsonl long.txt | head -1")
    assert cut.returncode == 1 and cut.stderr == b"" and cut.stdout.count(b"\n") == 1


def test_two_thousand_small_files_are_the_same_bytes_with_one_worker_and_two(tmp_path: Path, run: Run) -> None:
    for number in range(2000):
        (tmp_path / f"{number:04}.txt").write_text("")
    for number in range(0, 2000, 100):
        (tmp_path / f"{number:04}.txt").write_text(WEASEL.format(number))
    one, two, again = (run("check", "--select", "weasel", "-j", jobs, ".") for jobs in ("1", "2", "2"))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout == again.stdout
    assert [line[:4] for line in one.stdout.splitlines()] == [b"%04d" % number for number in range(0, 2000, 100)]
    assert b"2000 files checked" in one.stderr and one.stderr == two.stderr


def test_what_cannot_be_written_is_said_and_a_closed_stream_is_no_accident(tmp_path: Path, shell: Shell) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    for line, words in (
        ("hedgescan check bad.txt > /dev/full", b"standard output: cannot be written: No space left"),
        ("hedgescan check bad.txt >&-", b"standard output: cannot be written"),
        ("hedgescan check -f json:/dev/full bad.txt", b"/dev/full: cannot be written: No space left"),
        ("hedgescan --help > /dev/full", b"standard output: No space left"),
        ("hedgescan check - <&-", b"-: it is closed; name a file, or open it"),
    ):
        done = shell(line)
        assert done.returncode == 2 and words in done.stderr and b"Traceback" not in done.stderr, line
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)
    quiet = shell("hedgescan check bad.txt 2>&-")
    assert quiet.returncode == 1 and quiet.stdout.startswith(b"bad.txt:1:1:")


def test_what_cannot_be_written_is_said_first_or_costs_nobody_the_other_reports(tmp_path: Path, shell: Shell) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    for line in ("-f text -f sarif:no/out.sarif", "--baseline no/base.json --update-baseline"):
        early = shell(f"hedgescan check {line} bad.txt")
        assert early.returncode == 2 and b"there is no folder no; make it" in early.stderr and early.stdout == b""
    late = shell("hedgescan check -f text -f json:/dev/full -f jsonl:out.jsonl bad.txt")
    assert late.returncode == 2 and b"/dev/full" in late.stderr and late.stdout.startswith(b"bad.txt:1:1:")
    assert json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])["path"] == "bad.txt"
    shell("hedgescan check --color always -f text:out.txt bad.txt")
    assert "\x1b" not in (tmp_path / "out.txt").read_text()


def test_a_list_of_names_is_read_as_it_is_ended(tmp_path: Path, shell: Shell) -> None:
    (tmp_path / "bad one.txt").write_text(BAD)
    assert shell("printf 'bad one.txt\\0' | hedgescan check -q --files-from - -0").returncode == 1
    assert shell("echo 'bad one.txt' | hedgescan check -q --files-from -").returncode == 1
    for line in ("printf 'bad one.txt\\0' | hedgescan check --files-from -", "hedgescan check -0 'bad one.txt'"):
        wrong = shell(line)
        assert wrong.returncode == 2 and b"-0" in wrong.stderr and b"Traceback" not in wrong.stderr and wrong.stdout == b""


def test_reports_are_written_whole_or_not_at_all_and_never_over_a_draft(tmp_path: Path, run: Run, shell: Shell) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    done = run("check", "-q", "-f", "text", "-f", "json:link.json", "-f", "sarif:out.sarif", "bad.txt", FORCE_COLOR="1")
    assert done.returncode == 1 and b"\x1b[" in done.stdout
    assert (tmp_path / "link.json").is_symlink() and json.loads((tmp_path / "real.json").read_text())["schema"] == 1
    assert "\x1b" not in (tmp_path / "real.json").read_text() + (tmp_path / "out.sarif").read_text()
    for words in (
        ["-o", "bad.txt", "bad.txt"],
        ["-f", "json:a", "-f", "sarif:a", "bad.txt"],
        ["-f", "json:a", "-o", "b", "bad.txt"],
        ["-f", "json", "-f", "text", "bad.txt"],
        ["-o", ".", "bad.txt"],
    ):
        wrong = run("check", *words)
        assert wrong.returncode == 2 and wrong.stderr and not wrong.stdout, words
    assert (tmp_path / "bad.txt").read_text() == BAD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt", "link.json", "out.sarif", "real.json"]
    assert shell("hedgescan check -q -o >(cat) bad.txt; wait").stdout.count(b"bad.txt:1:1:") > 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_and_its_workers_without_a_word_or_a_half_written_file(tmp_path: Path, number: int) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(BAD * 3000)
    process = subprocess.Popen(
        [COMMAND, "scan", "-j", "2", "-f", "jsonl", "-o", "report.jsonl", "."],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not any(path.name.startswith(".report") for path in tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    if number == signal.SIGINT:  # a terminal sends it to all
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (-number, b"", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    with pytest.raises(ProcessLookupError):  # a killed worker may be a moment in going
        for _ in range(100):
            os.killpg(process.pid, 0)
            time.sleep(0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a worker with a parent that is killed outright")
def test_workers_end_with_a_parent_that_is_killed_outright(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(BAD * 3000)
    process = subprocess.Popen(
        [COMMAND, "scan", "-j", "2", "-f", "jsonl", "-o", "report.jsonl", "."],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while len(children.read_text().split()) < 2 and process.poll() is None:
        time.sleep(0.02)
    time.sleep(0.2)  # until they have begun
    process.kill()
    assert process.communicate(timeout=60) == (b"", b"")  # a worker left over would hold the streams open


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the workers of a process are listed in /proc")
def test_a_killed_worker_is_noticed_and_costs_no_file(tmp_path: Path, run: Run) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(BAD * 400 + WEASEL.format(name))
    whole = run("-f", "jsonl", ".")
    command = [COMMAND, "-f", "jsonl", "-j", "2", "."]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    found: list[str] = []
    while not found and process.poll() is None:
        time.sleep(0.02)
        found = children.read_text().split() if children.exists() else []
    assert found
    os.kill(int(found[-1]), signal.SIGKILL)
    out, errors = process.communicate(timeout=120)
    assert (process.returncode, out, errors) == (0, whole.stdout, b"")


ENDED = """
from multiprocessing import active_children
from sys import argv
from hedgescan.pool import Task, scan
print(len(list(scan([Task(name) for name in argv[1:]], {}, jobs=2))), active_children())
"""


def test_workers_have_ended_when_the_last_document_is_there(tmp_path: Path) -> None:
    names = [f"{name}.txt" for name in "abcd"]
    for name in names:
        (tmp_path / name).write_text(BAD)
    done = subprocess.run([sys.executable, "-c", ENDED, *names], cwd=tmp_path, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"4 []\n", b"")  # their thread, met by the end of the process, could say "Bad file descriptor"


STRUCK = """
import os, signal
from hedgescan.pool import Task, scan

def end(number, frame):
    raise SystemExit(number)

signal.signal(signal.SIGTERM, end)  # as the command does; Python drops what is raised while a new process takes its first steps
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGTERM))
for found in scan([Task(name, words="Rain fell.") for name in ("a.txt", "b.txt")], {}, jobs=2):
    print(found)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers may not be forked")
def test_a_signal_that_reaches_a_worker_in_its_first_steps_is_not_lost() -> None:
    done = subprocess.run([sys.executable, "-c", STRUCK], capture_output=True, text=True, timeout=60, check=False)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, len(lines)) == (0, "", 2) and all("its worker was killed, twice" in line for line in lines)


def terminal(*words: str, columns: int, folder: Path, **more: str) -> str:
    """What the command shows at a terminal so many columns wide."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")}
    env |= {"TERM": "xterm", **more}
    process = subprocess.Popen([COMMAND, *words], stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=env)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        shown += piece
    process.wait(timeout=60)
    os.close(leader)
    return shown.decode().replace("\r\n", "\n")


def test_colour_and_width_at_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Sources said the bank will close two branches before the winter, " + "and again, " * 30 + "they say.\n")
    wide, narrow = (terminal("--no-ledger", "bad.txt", columns=columns, folder=tmp_path) for columns in (200, 130))
    lengths = [max(len(line) for line in re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()) for shown in (wide, narrow)]
    assert "\x1b[" in wide and lengths[1] <= 130 < lengths[0] <= 200
    assert "\x1b[" in terminal("check", "bad.txt", columns=80, folder=tmp_path)
    assert "\x1b" not in terminal("check", "bad.txt", columns=80, folder=tmp_path, NO_COLOR="1")
    assert "\x1b" not in terminal("check", "--color", "never", "bad.txt", columns=80, folder=tmp_path)
