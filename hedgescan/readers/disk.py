"""The bytes of a file or a stream that is held whole, or in plain words why it cannot be: nothing without end gets into memory."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from hedgescan.readers.decode import Unreadable, marked

MB = 1 << 20
DRAFT = 1024 * MB  # bytes of a draft that is held whole: with its words and places in memory it is several times that
LIST = 256 * MB  # of what a program has written: a diff, a list of files, a baseline
SETTINGS = 16 * MB  # of what people write: a lexicon, a style, a configuration
_PIECE = MB
_SPLIT = "split it, or save its text as plain text, which is read in parts"
_MEANT = "is it the file you mean?"
_PIPED: dict[str, bytes] = {}


def draft(path: str) -> bytes:
    """The bytes of a draft; a named pipe is waited for, as other commands do.  Raises Unreadable."""
    endless = f"a device, which may never end; pipe what you want of it: head -c 1M {path} | hedgescan"
    return _opened(path, DRAFT, endless, _SPLIT)


def settings(path: str, most: int = SETTINGS) -> bytes:
    """The bytes of a file that says how to read others; one that may never come or never end is refused.  Raises Unreadable."""
    pipe = path not in _PIPED and stat.S_ISFIFO(_mode(path))
    if pipe and os.path.exists(os.path.realpath(path)):  # noqa: PTH110  (a shell's <(…) leads to no file)
        raise Unreadable(path, "a named pipe, which nobody may ever write to; name a file")
    return _opened(path, most, "a device, which may never end; name a file", _MEANT)


def passing(path: str) -> bool:
    """Whether what a name leads to can be read only once, as a pipe can."""
    mode = _mode(path)
    return mode != 0 and not stat.S_ISREG(mode)


def listed(path: str) -> bytes:
    """The bytes of what a program has written for us, a diff or a list of files; for `-` of standard input.  Raises Unreadable."""
    return stream(sys.stdin.buffer, "standard input", LIST, _MEANT) if path == "-" else settings(path, LIST)


def stream(source: IO[bytes], path: str, most: int = DRAFT, cure: str = _SPLIT) -> bytes:
    """All that is left of a stream; raises Unreadable, in the name `path`, for more than `most` bytes."""
    with _told(path, cure):
        pieces: list[bytes] = []
        size = 0
        while size <= most and (piece := source.read(_PIECE)):
            pieces.append(piece)
            size += len(piece)
        if size > most:
            raise Unreadable(path, _large(pieces[0], f"more than {most // MB:,} MB", most, cure))
        return b"".join(pieces)


def _mode(path: str) -> int:
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0  # opening it says what is wrong


def _opened(path: str, most: int, endless: str, cure: str) -> bytes:
    """The bytes of a file.  Those of a pipe, as of a shell's <(…), are there only once, and kept for those who ask again."""
    if path in _PIPED:
        return _PIPED[path]
    if not path:
        raise Unreadable("''", "a name without a letter; is a variable empty that should hold one?")
    with _told(path, cure), open(path, "rb") as file:  # noqa: PTH123  (a Path for each of a thousand drafts is time)
        found = os.fstat(file.fileno())
        if _endless(file, found):
            raise Unreadable(path, endless)
        if not stat.S_ISREG(found.st_mode) or not found.st_size:  # those of /proc have no size
            data = stream(file, path, most, cure)
            if stat.S_ISFIFO(found.st_mode):
                _PIPED[path] = data
            return data
        if found.st_size > most:
            raise Unreadable(path, _large(file.read(_PIECE), f"{found.st_size // MB:,} MB", most, cure))
        return file.read()


@contextmanager
def _told(path: str, cure: str) -> Iterator[None]:
    """Say what goes wrong in plain words, as Unreadable."""
    try:
        yield
    except MemoryError as error:
        raise Unreadable(path, f"there is not memory enough to hold it; {cure}") from error
    except OSError as error:
        raise Unreadable(path, reason(error)) from error
    except ValueError as error:
        raise Unreadable(path, f"not a file name: {error}") from error


def _large(head: bytes, size: str, most: int, cure: str) -> str:
    """What to say of a file that is too large to hold, and begins so."""
    if b"\0" in head and not marked(head):
        return f"not text: a NUL byte at offset {head.index(0)}, and {size} of it; leave the file out"
    return f"too large to hold: {size}, where {most // MB:,} are the most; {cure}"


def _endless(file: IO[bytes], found: os.stat_result) -> bool:
    """Is it a disk or a source of bytes such as /dev/zero?  A terminal and /dev/null end."""
    mode = found.st_mode
    return stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and not file.isatty() and found.st_rdev != os.stat(os.devnull).st_rdev)


# What the operating system says of a name that leads nowhere, in words that name the cure.
_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "no such file or folder: what stands before its last / is a file",
    errno.ENAMETOOLONG: "no such file or folder: the name is longer than any can be",
    errno.ELOOP: "a link that leads back to itself; remove it, or link it to a file",
    errno.ENXIO: "a socket, or a device that is not there; name a file",
    errno.EBADF: "it is closed; name a file, or open it",
    errno.EISDIR: "a folder, not a file; name a file in it",
}


def reason(error: OSError) -> str:
    """An operating system's error in words that name the cure."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError) and error.filename and os.path.islink(error.filename):  # noqa: PTH114
        return "a link to a file that is not there; remove it, or link it to one that is"
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
