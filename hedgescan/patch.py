"""Which lines a change touched: a unified diff read as line ranges of the new files."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

END = 1 << 60  # after the last line of any file
Ranges = dict[str, list[tuple[int, int]]]
_HUNK = re.compile(r"@@ -\d+(?:,(?P<lost>\d+))? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
_ESCAPE = re.compile(r'\\([0-7]{3}|[abtnvfr"\\])')
_LETTERS = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}


class PatchError(ValueError):
    """A change that cannot be read; its words name the cure."""


def changed(diff: str) -> Ranges:
    """Path → ranges (first, last line, from 1) of what the diff adds or changes; a file that only loses lines has none.

    Context lines do not count.  Raises PatchError for a text that is no unified diff.
    """
    out: Ranges = {}
    path: str | None = None
    prefixed = True
    old = new = line = 0  # lines of the hunk still to come, on either side, and the number of the next new one
    for row in diff.split("\n"):
        if old > 0 or new > 0:
            if row.startswith("+") and path:
                _add(out[path], line)
            old -= not row.startswith(("+", "\\"))
            new -= not row.startswith(("-", "\\"))
            line += not row.startswith(("-", "\\"))
        elif row.startswith("--- "):
            prefixed = _name(row[4:]).startswith(("a/", "c/", "i/", "/dev/null"))
        elif row.startswith("+++ "):
            path = _path(row[4:], prefixed)
            if path:
                out.setdefault(path, [])
        elif path is not None and (found := _HUNK.match(row)):
            try:
                old, new, line = int(found["lost"] or 1), int(found["count"] or 1), int(found["start"])
            except ValueError as error:  # thousands of digits
                raise PatchError(f"no file has so many lines as this hunk says: {row[:40]}...; make the diff anew with `git diff`") from error
    if diff.strip() and path is None and not diff.lstrip().startswith(("diff ", "Index: ")):
        raise PatchError("this is no unified diff; make one with `git diff`")
    return out


def since(revision: str) -> Ranges:
    """What has changed in the work tree since a revision, by real path; files that git does not know yet are new as a whole.

    Raises PatchError where git cannot say.
    """
    if revision.startswith("-"):
        raise PatchError(f"{revision!r} is no revision")
    words = ["diff", "--no-color", "--no-ext-diff", "--no-relative", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", revision, "--"]
    found = changed(_git(["-c", "core.quotePath=off", *words], revision))
    unknown = _git(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"], revision)
    return placed({**found, **{name: [(1, END)] for name in unknown.split("\0") if name}}, (top(),))


def placed(ranges: Ranges, folders: Iterable[Path | None]) -> Ranges:
    """Ranges by real path: each name counts from the first folder that has such a file.  Raises PatchError for what is no name."""
    places = [folder for folder in folders if folder]
    out: Ranges = {}
    for name, lines in ranges.items():
        if "\0" in name:
            raise PatchError(f"no file has a NUL in its name, as {name!r} has; make the diff anew with `git diff`")
        paths = [os.path.realpath(folder / name) for folder in places]
        out[next((path for path in paths if os.path.exists(path)), paths[0])] = lines  # noqa: PTH110
    return out


def top(folder: Path | None = None) -> Path | None:
    """The root of the repository around a folder (the current one), or None."""
    here = folder or Path.cwd()
    return next((place for place in (here, *here.parents) if (place / ".git").exists()), None)


def touches(ranges: Iterable[tuple[int, int]], first: int, last: int) -> bool:
    """Does any range meet lines first to last?"""
    return any(start <= last and first <= end for start, end in ranges)


def _add(ranges: list[tuple[int, int]], line: int) -> None:
    if ranges and ranges[-1][1] == line - 1:
        ranges[-1] = (ranges[-1][0], line)
    else:
        ranges.append((line, line))


def _path(name: str, prefixed: bool) -> str:
    """The path of a `+++` line, without the prefix that git gives; empty for a file that is deleted."""
    name = _name(name)
    if name == "/dev/null":
        return ""
    return name[2:] if prefixed and name.startswith(("b/", "w/", "i/")) else name


def _name(name: str) -> str:
    """A name as a diff's header has it, without quotation marks and time."""
    name = name.partition("\t")[0].rstrip("\r")
    if name.startswith('"') and name.endswith('"'):
        pieces = _ESCAPE.split(name[1:-1])
        raw = (_byte(piece) if place % 2 else os.fsencode(piece) for place, piece in enumerate(pieces))
        name = os.fsdecode(b"".join(raw))
    return name


def _git(words: list[str], revision: str) -> str:
    """What git prints; names in it may hold any byte."""
    try:
        done = _run(words)
        known = not done.returncode or not _run(["rev-parse", "--git-dir"]).returncode
    except FileNotFoundError as error:
        raise PatchError("git is not installed; give the change with --diff-file instead") from error
    if not known:
        raise PatchError("this folder is in no git repository; change to one that is, or give the change with --diff-file")
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = told[0] if told and not told[0].startswith("usage:") else "it is no commit"
        raise PatchError(f"git cannot compare with {revision!r}: {why}; has it been fetched? (a checkout in CI is often shallow)")
    return os.fsdecode(done.stdout)


def _run(words: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *words], capture_output=True, stdin=subprocess.DEVNULL, check=False)


def _byte(escape: str) -> bytes:
    """What a letter or three octal digits after a backslash stand for."""
    return bytes([_LETTERS[escape] if escape in _LETTERS else int(escape, 8) & 255])
