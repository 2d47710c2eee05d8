"""The process itself: its three streams, the signals that end it, and what it must not leave behind."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from types import FrameType

SCRATCH: set[str] = set()  # half-written files, which must not outlive the process
_CURSOR = b"\x1b[?25h"  # shows the cursor, which a progress bar hides
# The matrices of a sentence are small: several threads wait for each other at more cost than they save.
_BLAS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")
_STREAMS = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def prepare() -> None:
    """One thread for each process, which `--jobs` multiplies; no stream missing; and an end without a word on signals.

    Streams that the caller closed are filled, so that no file of ours takes their number.  What fills standard input cannot be read,
    and what fills standard output cannot be written: using it is an error, as it should be.
    """
    for library in _BLAS:
        os.environ.setdefault(library, "1")
    for number, (name, mode, flags) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, flags)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            setattr(sys, name, open(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False))  # noqa: SIM115
    for ending in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        if signal.getsignal(ending) is not signal.SIG_IGN:
            signal.signal(ending, _end)


def hush(stream: str) -> None:
    """Send what is still buffered for a broken stream nowhere, so that Python does not complain of it at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), getattr(sys, stream).fileno())


def stop() -> None:
    """End the workers, if there are any, in the middle of what they do."""
    if "multiprocessing" in sys.modules:
        for child in sys.modules["multiprocessing"].active_children():
            child.kill()


def _end(number: int, _: FrameType | None) -> None:
    """Leave as the signal asks: no half-written file, no worker, no traceback, and a status that tells the shell why."""
    for path in tuple(SCRATCH):
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108
    stop()
    with contextlib.suppress(OSError):
        if os.isatty(2):
            os.write(2, _CURSOR)
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def gone() -> bool:
    """Whether the current folder has been taken away."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        return True
    return False
