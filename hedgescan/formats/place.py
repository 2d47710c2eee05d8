"""Paths in reports, as code hosts look them up."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path, PurePath

from hedgescan.patch import top


def hosted(path: str) -> str:
    """A path from the top of the repository, with forward strokes and no `./`; as it is for what is no file of a repository.

    Code hosts know files by this path only, whatever folder the check was run in.
    """
    if path == "-" or path.startswith("git:"):
        return path
    here = os.getcwd()  # noqa: PTH109
    whole = os.path.normpath(os.path.join(here, path))  # noqa: PTH118
    root = _root(here)
    if PurePath(whole).is_relative_to(root):
        return PurePath(os.path.relpath(whole, root)).as_posix()
    return PurePath(whole if os.path.isabs(path) else os.path.normpath(path)).as_posix()  # noqa: PTH117


@lru_cache(maxsize=4)
def _root(here: str) -> str:
    return str(top(Path(here)) or here)
