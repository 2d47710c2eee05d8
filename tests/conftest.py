"""What several tests share: the seed article, the installed command, and the rule that in CI nothing is skipped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from hedgescan import Document, scan

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a command that is compiled each time takes a tenth longer to start
os.environ["HEDGESCAN_NO_CACHE"] = "1"  # what is tested is done, not remembered; test_cache.py says otherwise for itself
SEED = Path(__file__).parent.parent / "seeds" / "iran-israel-reassurances.txt"
COMMAND = str(Path(sys.executable).with_name("hedgescan"))  # the installed command
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def seed() -> Document:
    """The seed article, read."""
    document: Document = scan(SEED.read_text(encoding="utf-8"), str(SEED))
    return document


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the installed command in an empty folder, or in one below it; standard input is empty unless given."""

    def call(*words: str | bytes, stdin: bytes = b"", cwd: str | Path = ".", **more: str) -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "PYTHONIOENCODING": "", **more}
        return subprocess.run([COMMAND, *words], input=stdin, capture_output=True, cwd=tmp_path / cwd, env=env, check=False)

    return call


@pytest.fixture
def shell(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a line of bash in the test's folder, with the installed command on the path; a pipe fails with its first failure."""

    def call(line: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "PATH": f"{Path(COMMAND).parent}:{os.environ['PATH']}", **more}
        return subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, cwd=tmp_path, env=env, check=False)

    return call


def strict(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Where HEDGESCAN_NO_SKIPS is set, as CI does, what is skipped has failed: nobody would see that it was not tested."""
    if os.environ.get("HEDGESCAN_NO_SKIPS") and report.skipped and not hasattr(report, "wasxfail"):
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"skipped, where nothing may be: {why}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    strict(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    strict(report)
    return report
