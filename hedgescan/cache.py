"""Results kept in the user's cache folder, so that a text is read once and not again until it, its options or hedgescan change.

An entry's name is the digest of all that its content depends on.  The content is JSON, which holds data and cannot run, behind its own
digest, so that a damaged entry is no entry.  Nothing here is an error: where the folder cannot be used, nothing is kept.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from hedgescan.version import VERSION

LARGEST = 2_000_000  # bytes of a text whose result is kept; a longer one takes its time anyway
SIZE = 256_000_000  # bytes that all entries may take; then the ones longest unused go, down to three quarters
AGE = 30 * 86_400  # seconds after which an entry that nobody used goes
DAY = 86_400
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Results that hedgescan keeps; hedgescan cache clear takes them away.\n"
_DIGEST = 16  # bytes
# A folder that CI has unpacked may hold links to what never ends, and pipes that nobody writes to.
_SAFELY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Cache:
    """The entries of a folder that belongs to this user alone."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.written = 0
        self.usable = _ours(folder)

    def get(self, key: str) -> Any:
        """What is kept under a key, or None."""
        path = self._path(key)
        try:
            with open(os.open(path, _SAFELY), "rb") as file:  # noqa: PTH123  (a Path for each of a thousand drafts is time)
                found = os.fstat(file.fileno())
                data = file.read() if stat.S_ISREG(found.st_mode) and found.st_size < SIZE else b""
            if time.time() - found.st_mtime > DAY:
                os.utime(path)
        except OSError:
            return None
        digest, content = data[: 2 * _DIGEST], data[2 * _DIGEST :]
        return json.loads(content) if digest == _hex(content) else None

    def put(self, key: str, value: Any) -> None:
        """Keep a value: written beside its place and moved there, so that nobody ever reads half of it."""
        if not self.usable:
            return
        content = json.dumps(value, separators=(",", ":")).encode()
        path = self._path(key)
        scratch = f"{path}.{os.getpid()}"
        try:
            self._founded(os.path.dirname(path))  # noqa: PTH120
            handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with open(handle, "wb") as file:  # noqa: PTH123
                file.write(_hex(content) + content)
            os.replace(scratch, path)  # noqa: PTH105
        except OSError:
            self.usable = False  # a full disk or a folder that is read only: the run goes on without
            _forget(scratch)
            return
        self.written += len(content)
        self._trim(self.written == len(content))

    def entries(self) -> Iterator[os.DirEntry[str]]:
        """The files of all entries, half-written ones included, and whatever else stands in their places."""
        for shelf in _listed(self.folder):
            if len(shelf.name) == 2 and shelf.is_dir(follow_symlinks=False):
                yield from (item for item in _listed(shelf.path) if not item.is_dir(follow_symlinks=False))

    def clear(self) -> int:
        """Take all entries away; how many there were."""
        return sum(_forget(item.path) for item in self.entries())

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key[2:])  # noqa: PTH118

    def _founded(self, shelf: str) -> None:
        if not os.path.isdir(shelf):  # noqa: PTH112
            os.makedirs(os.path.dirname(self.folder), exist_ok=True)  # noqa: PTH103, PTH120
            for folder in (self.folder, shelf):
                Path(folder).mkdir(0o700, exist_ok=True)
            tag = Path(self.folder, "CACHEDIR.TAG")  # tells backup programs to leave the folder out
            if not tag.exists():
                tag.write_text(TAG)

    def _trim(self, first: bool) -> None:
        """Keep to AGE and SIZE: looked at once a day, and whenever this process has written an eighth of SIZE."""
        mark = Path(self.folder, "trimmed")
        if first and mark.exists() and time.time() - mark.stat().st_mtime < DAY:
            return
        if not first and self.written < SIZE // 8:
            return
        self.written = 1
        mark.touch()
        told = ((item.stat(follow_symlinks=False), item.path) for item in _steady(self.entries()))
        found = sorted(((state.st_mtime, state.st_size, path) for state, path in told), reverse=True)
        total = sum(size for _, size, _ in found)
        bound, kept = (SIZE if total <= SIZE else SIZE * 3 // 4), 0
        for used, size, path in found:
            kept += size
            if kept > bound or time.time() - used > AGE:
                _forget(path)


def place() -> str:
    """The folder: HEDGESCAN_CACHE_DIR, else hedgescan in the system's folder for caches; empty where none is known or wanted.

    On Linux that is the XDG base directory specification's XDG_CACHE_HOME, which counts only as an absolute path.
    """
    if os.environ.get("HEDGESCAN_NO_CACHE"):
        return ""
    own = os.environ.get("HEDGESCAN_CACHE_DIR")
    if own:
        return os.path.abspath(own)  # noqa: PTH100
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return os.path.join(local, "hedgescan", "Cache") if local else ""  # noqa: PTH118
    home = os.path.expanduser("~")  # noqa: PTH111
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    usual = os.path.join(home, "Library/Caches" if sys.platform == "darwin" else ".cache")  # noqa: PTH118
    base = xdg if os.path.isabs(xdg) else usual if os.path.isabs(home) else ""  # noqa: PTH117
    return os.path.join(base, "hedgescan") if base else ""  # noqa: PTH118


@lru_cache(maxsize=2)
def opened(folder: str) -> Cache | None:
    """The cache in a folder, or None where there is none that could be trusted or written to."""
    found = Cache(folder) if folder else None
    return found if found and found.usable else None


def digest(*parts: str | bytes) -> str:
    """A key over parts that are told apart, and over this hedgescan: its version, code and data, and the packages it rests on."""
    whole = blake2b(stamp().encode(), digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def stamp() -> str:
    """This hedgescan in a line: each file of the package by size and time of change, and the same of the folders of what it imports."""
    from importlib.util import find_spec

    package = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
    beside = os.path.join(os.path.dirname(package), "lexicons")  # noqa: PTH118, PTH120
    lines = [VERSION, sys.version, *_states(package), *_states(beside)]
    for name in ("spacy", "textblob"):  # the folder they stand in changes with every package that is installed there
        spec = find_spec(name)
        folder = os.path.dirname(os.path.dirname(spec.origin)) if spec and spec.origin else ""  # noqa: PTH120
        lines.append(f"{folder} {os.stat(folder).st_mtime_ns if folder else 0}")
    return blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


def _states(folder: str) -> Iterator[str]:
    for item in sorted(_listed(folder), key=lambda item: item.name):
        if item.is_dir():
            yield from _states(item.path) if item.name != "__pycache__" else ()
        else:
            state = item.stat()
            yield f"{item.path} {state.st_size} {state.st_mtime_ns}"


def _ours(folder: str) -> bool:
    """Whether the folder, or the place where it would be made, is this user's, and nobody else may write in it."""
    at = folder
    while not os.path.lexists(at) and os.path.dirname(at) != at:  # noqa: PTH120
        at = os.path.dirname(at)  # noqa: PTH120
    try:
        state = os.stat(at)
    except OSError:
        return False
    if not stat.S_ISDIR(state.st_mode) or not hasattr(os, "geteuid"):
        return stat.S_ISDIR(state.st_mode)
    if at != folder:
        return os.access(at, os.W_OK)
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


def _hex(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).hexdigest().encode()


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return []


def _steady(items: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    """Those that another process has not taken away meanwhile."""
    for item in items:
        try:
            item.stat(follow_symlinks=False)
        except OSError:
            continue
        yield item


def _forget(path: str) -> bool:
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError:
        return False
    return True
