"""What the fuzzing has found, each with the smallest input that did it, and every target over some of what it starts from."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from fuzz.targets import TARGETS
from hedgescan.rules.sources.phrases import count
from tests.conftest import Run

DIGITS = b"9" * 5000  # more than Python turns into a number
# Target and input of each crash.
FOUND = {
    "a NUL in Markdown": ("markdown", b"a\x00 b\nIt may."),
    "lines of odd white space before a paragraph": ("markdown", b"\x0c\t\n\x1c\nIt may.\n**\n"),
    "a tab that becomes several spaces in Markdown": ("markdown", b"- [--\n\t7#a"),
    "a line end that a codec quotes in its error": ("decoding", b"/\n"),
    "a number of thousands of digits in a record": ("records", b'\0{"body": ' + DIGITS + b"}"),
    "a lexicon of brackets": ("lexicon", b"a=" + b"[" * 5000),
    "a lexicon with a number of thousands of digits": ("lexicon", b"a=" + DIGITS),
    "a strength beyond all floats": ("lexicon", b'[hedges.modal."may"]\nstrength=' + b"9" * 400),
    "an option beyond all floats": ("style", b"[rules.overclaim]\ngap=" + b"9" * 400),
    "a style whose parent has a NUL in its name": ("style", b'extends="a\\u0000.toml"'),
    "a configuration whose style has a NUL in its name": ("configuration", b'\0style="\\u0000.toml"'),
    "a baseline of brackets": ("baseline", b"[" * 200_000),
    "a hunk at a line of thousands of digits": ("patch", b"+++ a\n@@ -1 +" + DIGITS + b" @@\n"),
    "a NUL in the name of a patch's file": ("patch", b"+++ a\x00b\n@@ -1 +1 @@\n"),
}


@pytest.mark.parametrize(("target", "data"), FOUND.values(), ids=list(FOUND))
def test_what_crashed_once_is_read_or_refused(target: str, data: bytes) -> None:
    TARGETS[target].run(data)


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_takes_what_it_starts_from(name: str) -> None:
    target = TARGETS[name]
    inputs = [seed[: target.longest] for seed in islice(target.seeds(), 0, None, 1 + len(list(target.seeds())) // 8)]
    for data in inputs:
        target.run(data)
    assert len(inputs) > 0


def test_a_figure_that_is_no_decimal_number_counts_nobody() -> None:
    assert (count(["²"]), count(["٣"]), count(["9" * 5000]), count(["12"])) == (None, 3, None, 12)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lexicon", "own.toml", "a.txt"], b"own.toml: has brackets within brackets"),
        (["check", "--diff-file", "a.patch", "a.txt"], b"no file has a NUL in its name"),
        (["check", "--fail-under", "verifiability=nan", "a.txt"], b"--fail-under verifiability=nan: write a score and a number"),
    ],
    ids=["lexicon", "patch", "limit"],
)
def test_a_user_is_told_what_is_wrong(run: Run, tmp_path: Path, words: list[str], told: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(b"a=" + b"[" * 5000)
    (tmp_path / "a.patch").write_bytes(b"+++ a\x00b\n@@ -1 +1 @@\n")
    (tmp_path / "a.txt").write_text("It may rain.\n")
    done = run(*words)
    assert done.returncode == 2 and told in done.stderr and b"Traceback" not in done.stderr and not done.stdout, done.stderr
