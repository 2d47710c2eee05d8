"""The baseline: violations that were there when a desk began, known by their words, so that only new ones fail."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from hedgescan.lexicon.error import LexiconError
from hedgescan.readers.decode import Unreadable
from hedgescan.readers.disk import LIST, settings
from hedgescan.style.violation import Violation

VERSION = 1
_FIELDS = {"fingerprint", "rule", "path", "text"}


@dataclass(slots=True)
class Baseline:
    """Known violations by fingerprint.  Text that moves, within a file or to another, stays known; `left` counts those not met yet.

    `folder` is where the file stands; the paths in it count from there.
    """

    rows: list[dict[str, str]] = field(default_factory=list)
    folder: Path = Path()
    left: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.left = Counter(bare(row["fingerprint"]) for row in self.rows)

    def known(self, violation: Violation) -> bool:
        """Is the violation an old one?  Each entry accepts one."""
        key = bare(violation.fingerprint)
        if self.left[key] <= 0:
            return False
        self.left[key] -= 1
        return True

    def gone(self, checked: Iterable[str]) -> int:
        """How many entries of the checked files were not met."""
        names = {beside(path, self.folder) for path in checked}
        here = Counter(bare(row["fingerprint"]) for row in self.rows if row["path"] in names)
        return sum(min(number, self.left[key]) for key, number in here.items())


def bare(fingerprint: str) -> str:
    """A fingerprint without the number that tells it from others in one file."""
    return fingerprint.partition("-")[0]


def read(path: str) -> Baseline:
    """A baseline file; raises LexiconError naming file, place and cure."""
    try:
        content = json.loads(settings(path, LIST).decode("utf-8-sig"))
    except Unreadable as error:
        raise LexiconError(f"cannot be read: {error.message}; write it first with --update-baseline", path) from error
    except RecursionError as error:
        raise LexiconError("has brackets within brackets beyond measure; write it anew with --update-baseline", path) from error
    except (ValueError, UnicodeDecodeError) as error:
        raise LexiconError(f"is no JSON: {error}; write it anew with --update-baseline", path) from error
    if not isinstance(content, dict) or content.get("version") != VERSION or not isinstance(content.get("violations"), list):
        raise LexiconError(f"is no baseline of version {VERSION}; write it anew with --update-baseline", path)
    for number, row in enumerate(content["violations"]):
        if not isinstance(row, dict) or not row.keys() >= _FIELDS or not all(isinstance(value, str) for value in row.values()):
            raise LexiconError("should have fingerprint, rule, path and text; write it anew with --update-baseline", path, f"violation {number}")
    return Baseline(content["violations"], Path(path).parent)


def written(found: Iterable[tuple[str, Violation]], old: Baseline | None, judged: Collection[tuple[str, str]], file: str) -> str:
    """The text of the baseline `file` for the violations found now, by path.

    Entries for what was not `judged` (path and rule) stay, unless their draft is gone; paths count from the file's folder.
    """
    folder = Path(file).parent
    now = {(beside(path, folder), rule) for path, rule in judged}
    rows = [
        {"fingerprint": item.fingerprint, "rule": item.rule, "path": beside(path, folder), "text": " ".join(item.text.split())[:120]}
        for path, item in found
    ]
    rows += [row for row in (old.rows if old else ()) if (row["path"], row["rule"]) not in now and os.path.exists(folder / row["path"])]  # noqa: PTH110  (never an error)
    rows.sort(key=lambda row: (row["path"], row["fingerprint"]))
    body = ",\n".join("  " + json.dumps(row, ensure_ascii=True) for row in rows)
    return f'{{"version": {VERSION}, "violations": [\n{body}\n]}}\n' if rows else f'{{"version": {VERSION}, "violations": []}}\n'


def beside(path: str, folder: Path) -> str:
    """A draft's path from the baseline's folder, so that it is the same from wherever the check is run."""
    return path if path == "-" else PurePath(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).as_posix()
