"""Where results go: standard output, or a file that is written whole and then put in place."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import click

from hedgescan.cli.process import SCRATCH, hush, stop

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DEVICES = ("/dev/", "/proc/")  # never to be replaced by a file


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
            with Path(path).open("wb") as out:
                _pour(chunks, out)
        else:
            _replace(chunks, Path(os.path.realpath(path)))
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}") from error


def reachable(*paths: str) -> None:
    """Refuse what cannot be written, before time is spent on what should go into it."""
    for path in paths:
        folder = Path(os.path.realpath(path)).parent
        if Path(path).is_dir():
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
        click.echo(_CONTROL.sub("?", line), err=True)


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
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        hush("stdout")
        stop()
    except OSError as error:
        hush("stdout")
        raise click.ClickException(f"standard output: cannot be written: {error.strerror}") from error


def _pour(chunks: Iterable[str], out: BinaryIO) -> None:
    for chunk in chunks:
        out.write(chunk.encode("utf-8", "replace"))


def _replace(chunks: Iterable[str], target: Path) -> None:
    import tempfile  # only a file needs it

    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    SCRATCH.add(scratch)
    try:
        with os.fdopen(handle, "wb") as out:
            _pour(chunks, out)
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
