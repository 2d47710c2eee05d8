"""Finds the files that are meant and reads them; those that cannot be read stand in their place, with why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from hedgescan.readers import disk, formats, git
from hedgescan.readers.decode import AUTO, Unreadable, guessed
from hedgescan.readers.offsets import Text

STDIN = "-"
HELD: dict[str, bytes] = {}  # what has been read of standard input to see whether it is long


@dataclass(frozen=True, slots=True)
class Exclude:
    """What is left out when folders are walked, and, if `named`, of the files named too.

    `globs` are patterns of a name, of a path below the folder walked, or of a path below `root`, the configuration's folder.
    """

    globs: Sequence[str] = ()
    root: str = ""
    named: bool = False

    def fits(self, path: str, folder: str) -> bool:
        """Whether a path is left out of a walk through a folder."""
        if not self.globs:
            return False
        names = {PurePath(path).name, _below(path, folder), _below(path, self.root) if self.root else ""}
        return any(fnmatchcase(name, glob.rstrip("/")) for name in names for glob in self.globs)


NOTHING = Exclude()


def read(path: str, encoding: str | None = None, name: str | None = None, format_: str | None = None) -> Text:
    """The text of a file, or of standard input for `-`, under `name` if given; raises Unreadable.

    It is read in `format_`, one of `formats.FORMATS`; without it in the one that the name ends in.  For the encoding `auto` what is not
    UTF-8 is read in the likeliest, and the text has a notice that says so.
    """
    return text(load(path), name or path, encoding, format_)


def text(data: bytes, shown: str, encoding: str | None = None, format_: str | None = None) -> Text:
    """The text of a file's bytes under the name it is shown by; raises Unreadable."""
    format_ = formats.of(shown, format_)
    try:
        return formats.made(data, shown, format_, None if encoding == AUTO else encoding)
    except Unreadable:
        guess = guessed(data) if encoding == AUTO else None
        if guess is None:
            raise
    made = formats.made(data, shown, format_, guess)
    notice = f"not UTF-8: read as {guess}, which is a guess; name another with --encoding, or save it as UTF-8"
    return replace(made, notices=(*made.notices, notice))


def load(path: str) -> bytes:
    """The bytes of a file, of standard input for `-`, or of a file in a revision for `git:REV:path`."""
    if path.startswith(git.PREFIX):
        return git.load(path)
    if path == STDIN:
        return HELD.pop(STDIN) if STDIN in HELD else disk.stream(sys.stdin.buffer, path)
    return disk.draft(path)


def find(paths: Sequence[str], exclude: Exclude = NOTHING, skip: Collection[str] = ()) -> Iterator[str | Unreadable]:
    """Every file meant by `paths`, in their order, folders walked in sorted order, each file once; what is wrong stands in its place.

    `skip` are files never read: those written to.
    """
    seen = {os.path.realpath(path) for path in skip}
    for path in paths:
        if exclude.named and path != STDIN and exclude.fits(path, "."):
            continue
        for found in walk(path, exclude) if path != STDIN and os.path.isdir(path) else [path]:  # noqa: PTH112  (never an error)
            key = found if found == STDIN or isinstance(found, Unreadable) else os.path.realpath(found)
            if key not in seen:
                yield found
            if isinstance(key, str):
                seen.add(key)


def walk(folder: str, exclude: Exclude) -> Iterator[str | Unreadable]:
    """The readable files under a folder; dot files, links to folders and what is excluded are left out."""
    empty, waiting = True, [folder]
    while waiting:
        here = waiting.pop()
        if here != folder and not Path(here).is_dir():
            empty = False
            yield here
            continue
        try:
            names = sorted(os.listdir(here), reverse=True)
        except OSError as error:
            empty = False
            yield Unreadable(here, disk.reason(error))
            continue
        waiting += [path for path in (_path(here, name) for name in names) if wanted(path, folder, exclude)]
    if empty:
        kinds = ", ".join(formats.WALKED[:-1]) + " or " + formats.WALKED[-1]
        yield Unreadable(folder, f"nothing to read: no {kinds} file in this folder (a file of another kind is read when you name it)")


def _path(folder: str, name: str) -> str:
    """A file's path, which is never one of those that mean something else: `git:REV:path`."""
    path = str(Path(folder, name))
    return f"./{path}" if path.startswith(git.PREFIX) else path


def wanted(path: str, folder: str, exclude: Exclude) -> bool:
    """Whether a walk goes into this folder or reads this file."""
    name = PurePath(path).name
    if name.startswith(".") or exclude.fits(path, folder):
        return False
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            mode = os.stat(path).st_mode
            return stat.S_ISREG(mode) and PurePath(name).suffix.lower() in formats.WALKED
    except OSError:
        return PurePath(name).suffix.lower() in formats.WALKED
    return stat.S_ISDIR(mode) or (stat.S_ISREG(mode) and PurePath(name).suffix.lower() in formats.WALKED)


def _below(path: str, folder: str) -> str:
    """The path from a folder on, with forward strokes; empty for one that is not in it."""
    found = PurePath(os.path.relpath(path, folder)).as_posix()
    return "" if found.startswith("..") else found
