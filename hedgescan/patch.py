"""Which lines a change touched: a unified diff read as line ranges of the new files."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable

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
    old = new = line = 0  # lines of the hunk still to come, on either side, and the number of the next new one
    for row in diff.splitlines():
        if old > 0 or new > 0:
            if row.startswith("+") and path:
                _add(out[path], line)
            old -= not row.startswith(("+", "\\"))
            new -= not row.startswith(("-", "\\"))
            line += not row.startswith(("-", "\\"))
        elif row.startswith("+++ "):
            path = _path(row[4:])
            if path:
                out.setdefault(path, [])
        elif path is not None and (found := _HUNK.match(row)):
            old, new, line = int(found["lost"] or 1), int(found["count"] or 1), int(found["start"])
    if diff.strip() and path is None and not diff.lstrip().startswith(("diff ", "Index: ")):
        raise PatchError("this is no unified diff; make one with `git diff`")
    return out


def since(revision: str, folder: str = ".") -> Ranges:
    """What has changed in the work tree since a revision, paths relative to `folder`; raises PatchError where git cannot say."""
    command = ["git", "-c", "core.quotePath=off", "diff", "--no-color", "--no-ext-diff", "--unified=0", "--relative", revision, "--"]
    if revision.startswith("-"):
        raise PatchError(f"{revision!r} is no revision")
    try:
        done = subprocess.run(command, capture_output=True, cwd=folder, check=False)
    except FileNotFoundError as error:
        raise PatchError("git is not installed; give the change with --diff-file instead") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PatchError(f"git cannot compare with {revision!r}: {words[0] if words else 'no reason given'}")
    return changed(done.stdout.decode("utf-8", "replace"))


def touches(ranges: Iterable[tuple[int, int]], first: int, last: int) -> bool:
    """Does any range meet lines first to last?"""
    return any(start <= last and first <= end for start, end in ranges)


def _add(ranges: list[tuple[int, int]], line: int) -> None:
    if ranges and ranges[-1][1] == line - 1:
        ranges[-1] = (ranges[-1][0], line)
    else:
        ranges.append((line, line))


def _path(name: str) -> str:
    """The path of a `+++` line; empty for a file that is deleted."""
    name = name.partition("\t")[0].strip()
    if name.startswith('"') and name.endswith('"'):
        pieces = _ESCAPE.split(name[1:-1])
        raw = (_byte(piece) if place % 2 else piece.encode("utf-8", "replace") for place, piece in enumerate(pieces))
        name = b"".join(raw).decode("utf-8", "replace")
    if name == "/dev/null":
        return ""
    return name[2:] if name.startswith(("b/", "w/", "i/")) else name


def _byte(escape: str) -> bytes:
    """What a letter or three octal digits after a backslash stand for."""
    return bytes([_LETTERS[escape] if escape in _LETTERS else int(escape, 8) & 255])
