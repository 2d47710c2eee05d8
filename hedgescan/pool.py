"""Many files on several cores: what is kept is recalled, the rest goes to workers; results come in the order asked for."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from hedgescan.plain import packed, unpacked
from hedgescan.readers.decode import Unreadable
from hedgescan.readers.disk import passing
from hedgescan.readers.files import STDIN, load, text
from hedgescan.recall import Recall

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

    from hedgescan.cache import Cache
    from hedgescan.model import Document
    from hedgescan.readers.offsets import Text

    Known = Callable[["Task"], Document | None]
    Sent = tuple[list[Any], str, str] | Unreadable  # a document as it goes between processes: packed, its source and its key

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG: the worker ends with its parent
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

    @property
    def shown(self) -> str:
        """The name in what is printed."""
        return self.path if self.words is not None else self.name or self.path

    @property
    def how(self) -> tuple[str, str | None, str | None]:
        """What its bytes are read by: the name it is shown under, encoding and format."""
        return self.shown, self.encoding, self.format


class Work:
    """What is done with each task; `options` are those of `engine.scan_text`."""

    def __init__(self, options: Mapping[str, Any], cache: Cache | None) -> None:
        self.options = dict(options)
        self.recall = Recall(options, cache)

    def known(self, task: Task) -> Document | Unreadable | None:
        """The document if it is kept, or why the file cannot be read."""
        if self.recall.kept is None or task.path == STDIN or task.words is not None:
            return None
        try:
            return self.recall.get(load(task.path), *task.how)
        except Unreadable as error:
            return error

    def here(self, task: Task) -> Document | Unreadable:
        """The document, recalled or made and kept; a record's words are read each time."""
        if task.words is not None:
            from hedgescan.readers.text import from_string

            return self._scanned(from_string(task.words, task.path))
        try:
            data = load(task.path)
            known = self.recall.get(data, *task.how)
            return known or self._made(data, task)
        except Unreadable as error:
            return error
        except MemoryError:
            return Unreadable(task.shown, "there is not memory enough to read it; split it, or scan it by itself with -j 1")

    def sent(self, task: Task) -> Sent:
        """The same as it goes between processes."""
        found = self.here(task)
        return found if isinstance(found, Unreadable) else (packed(found), found.source, found.key)

    def _made(self, data: bytes, task: Task) -> Document:
        made = self._scanned(text(data, *task.how))
        return self.recall.put(made, data, *task.how)

    def _scanned(self, read: Text) -> Document:
        from hedgescan.engine import scan_text

        return scan_text(read, **self.options)


def scan(
    tasks: Sequence[Task], options: Mapping[str, Any], jobs: int = 1, cache: Cache | None = None, known: Known | None = None
) -> Iterator[Document | Unreadable]:
    """The document of each task, or why it cannot be read, in order; `options` are those of `engine.scan_text`.

    `known` is asked first: what it has for a task is that task's document.
    A file whose worker is killed is read once more by itself, and named as unreadable if that kills its worker too.
    """
    work = Work(options, cache)
    if jobs <= 1 or len(tasks) < 2:
        yield from ((known and known(task)) or work.here(task) for task in tasks)
        return
    done = 0
    while done < len(tasks):
        for outcome in _together(work, tasks[done:], min(jobs, len(tasks) - done), known):
            if outcome is None:
                yield _alone(work, tasks[done])
                done += 1
                break
            yield outcome
            done += 1


def _together(work: Work, tasks: Sequence[Task], jobs: int, first: Known | None) -> Iterator[Document | Unreadable | None]:
    """Outcomes in order, until all are done; None, and no more, where a worker has died.  Workers start with the first unknown file."""
    pool = None
    waiting: deque[tuple[Task, Any]] = deque()
    try:
        for task in tasks:
            known = (first and first(task)) or (work.here(task) if _passing(task) else work.known(task))
            if known is None:
                pool = pool or _pool(work, jobs)
                with _undisturbed():
                    waiting.append((task, pool.submit(work.sent, task)))
            else:
                waiting.append((task, known))
            while waiting and (len(waiting) >= AHEAD * jobs or _at_hand(waiting[0][1])):
                yield _received(*waiting.popleft())
        while waiting:
            yield _received(*waiting.popleft())
        _ended(pool)
    except _broken():
        _ended(pool)
        yield None
    finally:
        if pool:
            pool.shutdown(wait=False, cancel_futures=True)


def _passing(task: Task) -> bool:
    """Can it be read only once, so that no worker would find it again?"""
    return task.words is None and (task.path == STDIN or passing(task.path))


def _ended(pool: Any) -> None:
    """Wait for a pool that has nothing left to do: its thread, left to itself, may meet the end of the process and complain."""
    if pool:
        pool.shutdown(wait=True, cancel_futures=True)


def _at_hand(outcome: Any) -> bool:
    return not hasattr(outcome, "done") or outcome.done()


def _received(task: Task, outcome: Document | Unreadable | Future[Sent]) -> Document | Unreadable:
    """The outcome of a task, once it is there."""
    if not hasattr(outcome, "result"):
        return outcome
    found = outcome.result()
    return found if isinstance(found, Unreadable) else unpacked(found[0], task.shown, *found[1:])


def _alone(work: Work, task: Task) -> Document | Unreadable:
    with _pool(work, 1) as pool:
        try:
            with _undisturbed():
                sent = pool.submit(work.sent, task)
            return _received(task, sent)
        except _broken():
            return Unreadable(task.shown, "its worker was killed, twice; is there memory enough? Try it by itself with -j 1")


def _pool(work: Work, jobs: int) -> Any:
    """Workers; where forking is safe with numpy at work, they are born with everything loaded, which is paid for once."""
    from concurrent.futures import ProcessPoolExecutor

    if sys.platform == "linux":
        _load(work.options)
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_obey)


def _load(options: Mapping[str, Any]) -> None:
    import gc

    from hedgescan.engine import engine
    from hedgescan.english import annotate

    _ = engine(tuple(options.get("lexicons", ())), tuple(options.get("packs", ()))).lexicon.rules
    annotate.load()
    gc.freeze()  # what all share is not written to, and so not copied


def _broken() -> type[Exception]:
    from concurrent.futures.process import BrokenProcessPool

    return BrokenProcessPool


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that end a process wait meanwhile, here and in a worker that is forked, until it obeys.

    Python drops one that reaches a new process before its first steps are done: the worker would live on, and be waited for without end.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _obey() -> None:
    """In a worker: the parent alone answers an interrupt from the terminal, and ends its workers; any other signal ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":  # a worker that is being forked when a signal comes is not yet known to be ended
        import ctypes

        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def _context() -> BaseContext:
    """Forking is quickest, as nothing that minds it is loaded yet; where there is none, a fresh start."""
    import multiprocessing

    known = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in known else known[0])
