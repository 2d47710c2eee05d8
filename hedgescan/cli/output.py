"""Where results go: standard output, or a file that is written whole and then put in place."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click

from hedgescan.cli.process import SCRATCH, hush, stop
from hedgescan.formats.terminal import named

_DEVICES = ("/dev/", "/proc/")  # never to be replaced by a file


class Unwritten(Exception):
    """Output that cannot be written; `cause` says why."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(cause.strerror)
        self.cause = cause


def write(chunks: Iterable[str], path: str | None) -> None:
    """Send text to standard output, or to `path`: first beside it, then renamed, so that a failure leaves the old file whole.

    What a link points to is replaced, not the link; a device or a named pipe is written to.  A reader who closes the pipe ends the
    writing, quietly; any other failure ends the run.
    """
    if path is None or path == "-":
        _print(chunks)
        return
    reachable(path)
    try:
        if _stream(path):
            with _writing():
                out = Path(path).open("ab")  # noqa: SIM115  (standard output, by its name, may be a file that others have written to)
            _fill(out, chunks)
        else:
            _replace(chunks, Path(os.path.realpath(path)))
    except Unwritten as error:
        raise click.ClickException(f"{path}: cannot be written: {error.cause.strerror}") from error


def reachable(*paths: str) -> None:
    """Refuse what cannot be written, before time is spent on what should go into it."""
    for path in paths:
        folder = Path(os.path.realpath(path)).parent
        if os.path.isdir(path):  # noqa: PTH112  (never an error)
            raise click.ClickException(f"{path}: cannot be written: it is a folder; name a file")
        if not _stream(path) and not folder.is_dir():
            raise click.ClickException(f"{path}: cannot be written: there is no folder {Path(path).parent}; make it, or name one that exists")
        if not _stream(path) and not os.access(folder, os.W_OK):
            raise click.ClickException(f"{path}: cannot be written: the folder {Path(path).parent} is not yours to write in; name another")


def _stream(path: str) -> bool:
    """Whether it is a device or a named pipe, which is written to and not replaced."""
    return path.startswith(_DEVICES) or (os.path.exists(path) and not os.path.isfile(path))  # noqa: PTH110, PTH113


def tell(*lines: str) -> None:
    """Lines for people, on standard error; a name in one can neither break it nor move the cursor."""
    for line in lines:
        click.echo(named(line), err=True)


def colored(choice: str, path: str | None) -> bool:
    """Whether to print in colour: never into a file, else as told, else by NO_COLOR and FORCE_COLOR, else at a terminal only."""
    if path not in (None, "-"):
        return False
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("FORCE_COLOR", "0") not in ("", "0") or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _print(chunks: Iterable[str]) -> None:
    try:
        _pour(chunks, sys.stdout.buffer)
    except Unwritten as error:
        hush("stdout")
        if isinstance(error.cause, BrokenPipeError):
            stop()
            return
        raise click.ClickException(f"standard output: cannot be written: {error.cause.strerror}") from error


def _fill(out: BinaryIO, chunks: Iterable[str]) -> None:
    """Write all to a file and close it, which may fail as well."""
    try:
        _pour(chunks, out)
    except BaseException:
        with contextlib.suppress(OSError):
            out.close()
        raise
    with _writing():
        out.close()


def _pour(chunks: Iterable[str], out: BinaryIO) -> None:
    """Write all; raises Unwritten, while an error in the making of a chunk stays what it is."""
    for chunk in chunks:
        with _writing():
            out.write(chunk.encode("utf-8", "replace"))
    with _writing():
        out.flush()


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unwritten(error) from error


def _replace(chunks: Iterable[str], target: Path) -> None:
    import tempfile  # only a file needs it

    with _writing():
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.")
    SCRATCH.add(scratch)
    try:
        _fill(os.fdopen(handle, "wb"), chunks)
        with _writing():
            Path(scratch).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask())
            Path(scratch).replace(target)
    finally:
        Path(scratch).unlink(missing_ok=True)
        SCRATCH.discard(scratch)


def _mask() -> int:
    """The process's file-creation mask."""
    now = os.umask(0)
    os.umask(now)
    return now
