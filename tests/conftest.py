"""What several tests share: the seed article, and the installed command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hedgescan import Document, scan

SEED = Path(__file__).parent.parent / "seeds" / "iran-israel-reassurances.txt"
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def seed() -> Document:
    """The seed article, read."""
    document: Document = scan(SEED.read_text(encoding="utf-8"), str(SEED))
    return document


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command line as a process in an empty folder; standard input is empty unless given."""

    def call(*words: str, stdin: bytes = b"", cwd: Path = tmp_path, **more: str) -> subprocess.CompletedProcess[bytes]:
        import os

        env = {**os.environ, "PYTHONIOENCODING": "", **more}
        command = [sys.executable, "-m", "hedgescan", *words]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=env, check=False)

    return call
