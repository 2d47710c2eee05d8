"""The change that a check is limited to: which drafts it touches, and whether it reaches a violation."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hedgescan.patch import Ranges
    from hedgescan.readers.files import Exclude
    from hedgescan.style.violation import Violation


@dataclass(frozen=True, slots=True)
class Change:
    """Lines by the real path of each file touched."""

    lines: Ranges

    def of(self, path: str) -> list[tuple[int, int]]:
        """The lines of a file that the change touches."""
        return self.lines.get(os.path.realpath(path), [])

    def meant(self, paths: tuple[str, ...], exclude: Exclude, name: str | None) -> tuple[str, ...]:
        """The paths, less the files that the change does not touch; what is not there stays, to be told; `name` is standard input's."""
        from hedgescan.readers.files import find

        found = [path if isinstance(path, str) else path.path for path in find(paths, exclude)]
        return tuple(path for path in found if self.of(name or path if path == "-" else path) or not (path == "-" or Path(path).is_file()))

    def reaches(self, path: str, item: Violation) -> bool:
        """Does the change touch the lines of a violation?  What is said of a document as a whole it does not reach."""
        from hedgescan.patch import touches
        from hedgescan.style.accept import FAULTS

        placed = item.sentence > 0 or item.rule in FAULTS
        return placed and touches(self.of(path), item.line, item.end_line)


def change(options: dict[str, Any]) -> Change | None:
    """The change that the run is limited to, or None."""
    from hedgescan.patch import PatchError, changed, placed, since, top

    if options["diff_from"] and options["diff_file"]:
        raise click.UsageError("--diff-from and --diff-file contradict each other; give one of them")
    try:
        if options["diff_from"]:
            return Change(since(options["diff_from"]))
        if options["diff_file"]:
            return Change(placed(changed(_read(options["diff_file"])), (top(), Path.cwd())))
    except PatchError as error:
        raise click.ClickException(str(error)) from error
    return None


def _read(path: str) -> str:
    """A diff from a file or, for `-`, from standard input, with the names in it as they are."""
    from hedgescan.cli.inputs import listed

    return listed(path).decode("utf-8", "surrogateescape").replace("\r\n", "\n")
