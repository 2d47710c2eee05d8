"""Finds the files that are meant, reads their bytes, and says in plain words what is wrong with those it cannot read."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import IO

from hedgescan.readers import formats, git
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
    if not path:
        raise Unreadable("''", "a name without a letter; is a variable empty that should hold one?")
    try:
        if path == STDIN:
            return HELD.pop(STDIN) if STDIN in HELD else sys.stdin.buffer.read()
        with Path(path).open("rb") as file:
            if _endless(file):
                raise Unreadable(path, f"a device, which may never end; pipe what you want of it: head -c 1M {path} | hedgescan")
            return file.read()
    except MemoryError as error:
        raise Unreadable(path, "there is not memory enough to hold it; split it, or save its text as plain text, which is read in parts") from error
    except OSError as error:
        raise Unreadable(path, reason(error)) from error
    except ValueError as error:
        raise Unreadable(path, f"not a file name: {error}") from error


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
            yield Unreadable(here, reason(error))
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


def _endless(file: IO[bytes]) -> bool:
    """Is it a disk or a source of bytes such as /dev/zero?  A terminal and /dev/null end."""
    found = os.fstat(file.fileno())
    return stat.S_ISBLK(found.st_mode) or (stat.S_ISCHR(found.st_mode) and not file.isatty() and found.st_rdev != os.stat(os.devnull).st_rdev)


# What the operating system says of a name that leads nowhere, in words that name the cure.
_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "no such file or folder: what stands before its last / is a file",
    errno.ENAMETOOLONG: "no such file or folder: the name is longer than any can be",
    errno.ELOOP: "a link that leads back to itself; remove it, or link it to a file",
    errno.ENXIO: "a socket, or a device that is not there; name a file",
    errno.EISDIR: "a folder, not a file; name a file in it",
}


def reason(error: OSError) -> str:
    """An operating system's error in words that name the cure."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError) and error.filename and os.path.islink(error.filename):  # noqa: PTH114
        return "a link to a file that is not there; remove it, or link it to one that is"
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
