"""A long draft in parts: plain text, from a file or standard input, decoded bit by bit, so that it is never held whole; markup read at once."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from hedgescan.readers import files, formats
from hedgescan.readers.decode import AUTO, BOMS, MAGIC, Unreadable, marked
from hedgescan.readers.guess import UTF8
from hedgescan.readers.offsets import Text
from hedgescan.readers.sections import split, stream

LONG = 1 << 20  # bytes from which a text is read in parts
PIECE = 1 << 16


def likely(path: str, name: str | None = None, format_: str | None = None) -> bool:
    """Whether a path should be asked for its parts: a long file of one draft, or plain text on standard input, of which nobody knows."""
    found = formats.of(name or path, format_)
    return (found == "text" and path == files.STDIN) or (found not in formats.RECORDS.values() and _long(path))


def texts(path: str, encoding: str | None = None, name: str | None = None, format_: str | None = None) -> Iterator[Text] | None:
    """The parts of a file or of standard input (`-`), or None where it is not long or has a fault: read it whole then.

    Raises Unreadable for markup that cannot be read and standard input that the disk has no room for, and later, from the parts, for a file that changes meanwhile.
    All bytes are looked at first, so that nothing is printed of a text that turns out not to be one.
    """
    if formats.of(name or path, format_) != "text":
        return split(files.read(path, encoding, name, format_))
    encoding = None if encoding == AUTO else encoding  # UTF-8 needs no guess
    try:
        file = _spooled(sys.stdin.buffer, name or path, encoding) if path == files.STDIN else Path(path).open("rb")  # noqa: SIM115
        if file is None:
            return None
        before = _state(file)
        if not _sound(file, encoding):
            if path == files.STDIN:  # it cannot be read a second time
                file.seek(0)
                files.HELD[files.STDIN] = file.read()
            return None
    except OSError:
        return None
    return stream(_steady(file, encoding, name or path, before), name or path)


def _steady(file: IO[bytes], encoding: str | None, path: str, before: tuple[int, int]) -> Iterator[str]:
    """The pieces; raises Unreadable where the file is no longer what it was when it was looked at."""
    try:
        yield from _pieces(file, encoding)
        if _state(file) != before:
            raise OSError
    except (OSError, UnicodeError) as error:
        raise Unreadable(path, "it changed while it was read, and was read in part only; read it again") from error


def _state(file: IO[bytes]) -> tuple[int, int]:
    """What tells whether a file has been written to: its size and when that was, in nanoseconds."""
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def _long(path: str) -> bool:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size > LONG


def _spooled(source: IO[bytes], path: str, encoding: str | None) -> IO[bytes] | None:
    """Standard input as a file on disk, where it is long; else, or where it is no text, it is put back for the next who reads it.

    Raises Unreadable where there is no room for it on the disk.
    """
    data = source.read(LONG + 1)
    if len(data) <= LONG or (b"\0" in data and not encoding and not marked(data)):  # what is no text need not be read to its end
        files.HELD[files.STDIN] = data
        return None
    import tempfile  # only long input on standard input needs it

    try:
        file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        while data:
            file.write(data)
            data = source.read(LONG)
        file.flush()
    except OSError as error:
        place = tempfile.gettempdir()
        raise Unreadable(path, f"no room for it in {place}: {error.strerror}; make some, or name another folder in TMPDIR") from error
    return file


def _sound(file: IO[bytes], encoding: str | None) -> bool:
    """Whether all of it is text."""
    head = file.read(8)
    if any(head.startswith(magic) for magic in MAGIC):
        return False
    try:
        return all("\0" not in piece for piece in _pieces(file, encoding))
    except UnicodeError:
        return False


def _pieces(file: IO[bytes], encoding: str | None) -> Iterator[str]:
    """The text piece by piece, without a byte-order mark."""
    file.seek(0)
    head = file.read(4)
    name = encoding or next((name for mark, name in BOMS if head.startswith(mark)), UTF8)
    file.seek(0)
    decoder: Any = codecs.getincrementaldecoder("utf-8-sig" if codecs.lookup(name).name == UTF8 else name)()
    while data := file.read(PIECE):
        yield decoder.decode(data)
    yield decoder.decode(b"", True)
