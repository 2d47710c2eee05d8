"""The arrows point downward (docs in setup.cfg: the layers), and no file has grown into two."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_imports_run_one_way() -> None:
    pytest.importorskip("importlinter", reason="import-linter is not installed; make test installs it")
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_rooms_stay_small() -> None:
    large = {str(path): size for path in (ROOT / "hedgescan").rglob("*.py") if (size := len(path.read_text().splitlines())) > 250}
    assert not large
