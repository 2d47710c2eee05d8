"""Many files on several cores: each worker loads the pipeline once, results come in the order asked for."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from hedgescan.readers.decode import Unreadable
from hedgescan.readers.files import STDIN, read
from hedgescan.readers.text import from_string

if TYPE_CHECKING:
    from hedgescan.model import Document

AHEAD = 4  # tasks a worker may be ahead of the reader, so that memory stays bounded


class Task(NamedTuple):
    """A file to read: its path, encoding, the name it is shown under and its format, as `readers.files.read` takes them.

    With `words`, they are what is read, and `path` is only where they are from.
    """

    path: str
    encoding: str | None = None
    name: str | None = None
    format: str | None = None
    words: str | None = None


def scan(tasks: Sequence[Task], options: Mapping[str, Any], jobs: int = 1) -> Iterator[Document | Unreadable]:
    """The document of each task, or why it cannot be read, in order; `options` are those of `engine.scan_text`.

    A file whose worker is killed is read once more by itself, and named as unreadable if that kills its worker too.
    """
    work = partial(_read, options=dict(options))
    if jobs <= 1 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    done = 0
    while done < len(tasks):
        for outcome in _together(work, tasks[done:], min(jobs, len(tasks) - done)):
            if outcome is None:
                yield _alone(work, tasks[done])
                done += 1
                break
            yield outcome
            done += 1


def _read(task: Task, options: dict[str, Any]) -> Document | Unreadable:
    from hedgescan.engine import scan_text

    try:
        text = read(*task[:4]) if task.words is None else from_string(task.words, task.path)
    except Unreadable as error:
        return error
    return scan_text(text, **options)


def _together(work: Any, tasks: Sequence[Task], jobs: int) -> Iterator[Document | Unreadable | None]:
    """Outcomes in order, until all are done; None, and no more, where a worker has died."""
    pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_obey)
    waiting: deque[Future[Document | Unreadable]] = deque()
    coming = iter(tasks)
    try:
        for task in coming:
            waiting.append(_here(work, task) if task.path == STDIN else pool.submit(work, task))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        yield None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _here(work: Any, task: Task) -> Future[Document | Unreadable]:
    """Standard input is read in this process, which has it."""
    done: Future[Document | Unreadable] = Future()
    done.set_result(work(task))
    return done


def _alone(work: Any, task: Task) -> Document | Unreadable:
    with ProcessPoolExecutor(1, mp_context=_context(), initializer=_obey) as pool:
        try:
            outcome: Document | Unreadable = pool.submit(work, task).result()
        except BrokenProcessPool:
            return Unreadable(task.name or task.path, "its worker was killed, twice; is there memory enough? Try it by itself with -j 1")
    return outcome


def _obey() -> None:
    """In a worker: the parent alone answers an interrupt from the terminal, and ends its workers; any other signal ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _context() -> multiprocessing.context.BaseContext:
    """Forking is quickest, as nothing heavy is loaded yet; where there is none, a fresh start."""
    known = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in known else known[0])
