"""Where results go: standard output, or a file that is written whole and then put in place."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click


def write(chunks: Iterable[str], path: str | None) -> None:
    """Send text to standard output, or to `path`: first beside it, then renamed, so that a failure leaves the old file whole."""
    if path is None or path == "-":
        out = sys.stdout.buffer
        for chunk in chunks:
            out.write(chunk.encode("utf-8", "replace"))
        out.flush()
        return
    target = Path(path)
    try:
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}; name a folder that exists and is yours") from error
    try:
        with os.fdopen(handle, "wb") as out:
            for chunk in chunks:
                out.write(chunk.encode("utf-8", "replace"))
        Path(scratch).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask())
        Path(scratch).replace(target)
    except OSError as error:
        raise click.ClickException(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        Path(scratch).unlink(missing_ok=True)


def mask() -> int:
    """The process's file-creation mask."""
    now = os.umask(0)
    os.umask(now)
    return now


def colored(choice: str, path: str | None) -> bool:
    """Whether to print in colour: as told, else by NO_COLOR and FORCE_COLOR, else at a terminal only."""
    if choice != "auto":
        return choice == "always"
    if path not in (None, "-") or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
