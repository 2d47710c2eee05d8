"""Reads a file as it stands in a revision of a git repository, with the git command."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from hedgescan.readers.decode import Unreadable

if TYPE_CHECKING:
    import subprocess

PREFIX = "git:"
# The revision ends at the first colon outside braces: HEAD@{2024-01-01 10:00}:draft.txt.
NAME = re.compile(r"git:(?P<revision>(?:[^:{]|\{[^}]*\})*):(?P<path>.+)", re.DOTALL)


def load(name: str) -> bytes:
    """The bytes of `git:REV:path`; raises Unreadable.

    As in git, the path counts from the top of the repository, one that begins with ./ or ../ from the current folder, and without a
    revision (`git::path`) it is the staged file.
    """
    match = NAME.fullmatch(name)
    if match is None:
        raise Unreadable(name, "not a file in a revision; write git:REV:path, as in git:HEAD:draft.txt")
    revision, path = match["revision"], match["path"]
    if revision.startswith("-"):
        raise Unreadable(name, f"not a revision: {revision}")
    if _git(name, "rev-parse", "--git-dir").returncode:
        raise Unreadable(name, "this folder is in no git repository; change to one that is")
    if revision and _git(name, "rev-parse", "--quiet", "--verify", f"{revision}^{{tree}}").returncode:
        raise Unreadable(name, f"no such revision: {revision}; git log --oneline lists them")
    done = _git(name, "cat-file", "blob", f"{revision}:{path}")
    if done.returncode:
        raise Unreadable(name, _missing(name, revision, path))
    return done.stdout


def _missing(name: str, revision: str, path: str) -> str:
    """What to say of a path that is no file there."""
    where = f"in revision {revision}" if revision else "among the staged files"
    kind = _git(name, "cat-file", "-t", f"{revision}:{path}").stdout.strip()
    if kind:
        return f"a folder {where}, not a file; name a file in it"
    if not path.startswith(".") and _git(name, "cat-file", "-e", f"{revision}:./{path}").returncode == 0:
        return f"no such file {where}; paths count from the top of the repository: write {PREFIX}{revision}:./{path}"
    return f"no such file {where}: {path}"


def _git(name: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run git without a shell and without asking anybody anything."""
    import subprocess  # only a file in a revision needs it

    env = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(["git", *words], capture_output=True, stdin=subprocess.DEVNULL, env=env, check=False)
    except OSError as error:
        raise Unreadable(name, "needs the git command, which is not there; install git, or name a file") from error
    except ValueError as error:
        raise Unreadable(name, f"not a name that git can take: {error}") from error
