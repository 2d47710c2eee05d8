"""A wheel, installed away from the checkout, finds its lexicons and its pipeline; the source archive holds them."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, made from a copy of what git tracks."""
    pytest.importorskip("build", reason="the package `build` is not installed; make test installs it")
    out = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return out


def test_the_wheel_runs_from_outside_the_checkout(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    env = {**os.environ, "PYTHONPATH": str(target)}
    code = (
        "import hedgescan; print(hedgescan.__file__)\n"
        "print(hedgescan.scan('Sources said it may rain.').sentences[0].hedges[0].cue)\n"
        "print(hedgescan.scan('Some walls are old.', packs=['encyclopedic', 'science']).sentences[0].hedges[0].cue)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0, done.stderr
    where, *cues = done.stdout.split()
    assert where.startswith(str(target)) and cues == ["may", "some"]


def test_the_source_archive_holds_lexicons_and_weights(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.split("/", 1)[1] for name in packed.getnames() if "/" in name}
    assert {"lexicons/ladder.toml", "lexicons/hedges/modal.toml", "lexicons/reporting/counts.tsv", "lexicons/packs/science.toml"} <= names
    assert {"hedgescan/english/weights/parser/model", "hedgescan/english/weights/LICENSE", "LICENSE", "docs/hedgescan.1"} <= names
