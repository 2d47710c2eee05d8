"""Every target in turn, for its share of the time; what came of each is told, and a crash makes the exit status 1: python -m fuzz --help."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.page import put
from fuzz.targets import TARGETS, Target

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".fuzz"  # what has been found worth keeping, and the inputs of crashes: not under version control
PAGE = ROOT / "benchmarks" / "ROBUSTNESS.md"
HANG = 60  # seconds for one input
MEMORY = 4096  # MB
_STATE = re.compile(r"^#(?P<runs>\d+)\s.*?cov: (?P<blocks>\d+) ft: (?P<features>\d+)", re.MULTILINE)
_DONE = re.compile(r"^stat::number_of_executed_units: *(\d+)", re.MULTILINE)
HEAD = ("| target | seconds | inputs run | blocks covered | features | crashes |", "|---|---:|---:|---:|---:|---:|")


class Outcome(NamedTuple):
    """What came of a target: seconds spent, inputs run, blocks of code and libFuzzer's features reached, and the crash's input if any."""

    name: str
    seconds: float
    runs: int
    blocks: int
    features: int
    crash: Path | None

    def row(self) -> str:
        """A row of the page's table."""
        return f"| {self.name} | {self.seconds:.0f} | {self.runs:,} | {self.blocks:,} | {self.features:,} | {int(self.crash is not None)} |"


def main() -> None:
    """Run, tell, keep."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"targets, all by default: {', '.join(TARGETS)}")
    parser.add_argument("--seconds", type=float, default=600, help="for all of them together (600)")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    names = options.names or list(TARGETS)
    if unknown := [name for name in names if name not in TARGETS]:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    found = []
    for name in names:
        found.append(run(name, TARGETS[name], options.seconds / len(names)))
        print(found[-1].row(), flush=True)
    if options.write:
        put(PAGE, "Fuzzing", told(found, options.seconds))
    sys.exit(int(any(item.crash for item in found)))


def run(name: str, target: Target, seconds: float) -> Outcome:
    """One target for so many seconds, in a process of its own; what it prints is shown when it crashes."""
    corpus, findings = HOME / "corpus" / name, HOME / "findings" / name
    for folder in (corpus, findings):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number:03}").write_bytes(seed[: target.longest])
    words = HOME / f"{name}.words"
    words.write_text("".join(f"{_quoted(word)}\n" for word in target.words), encoding="ascii")
    flags = [f"-max_total_time={max(1, round(seconds))}", f"-max_len={target.longest}", f"-dict={words}", f"-artifact_prefix={findings}/"]
    flags += [f"-timeout={HANG}", f"-report_slow_units={HANG}", f"-rss_limit_mb={MEMORY}", "-print_final_stats=1"]
    begun, before = time.perf_counter(), set(findings.iterdir())
    done = subprocess.run([sys.executable, "-m", "fuzz.one", name, str(corpus), *flags], capture_output=True, cwd=ROOT, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    crash = next(iter(sorted(set(findings.iterdir()) - before)), findings) if done.returncode else None
    if crash:
        told = "\n".join(line for line in said.splitlines() if not line.startswith(("#", "INFO: ")))
        print(told[-6000:], f"{name}: crashed; the input is in {crash}", sep="\n", file=sys.stderr, flush=True)
    states = list(_STATE.finditer(said))
    last = [int(number) for number in states[-1].groups()] if states else [0, 0, 0]
    runs = _DONE.search(said)
    return Outcome(name, time.perf_counter() - begun, int(runs[1]) if runs else last[0], last[1], last[2], crash)


def told(found: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """The section of the page."""
    yield f"`make fuzz FUZZ_SECONDS={seconds:.0f}`: every target in turn, one process, for its share of the time (seconds include starting up)."
    yield ""
    yield from HEAD
    yield from (item.row() for item in found)
    spent, runs = sum(item.seconds for item in found), sum(item.runs for item in found)
    yield f"| together | {spent:.0f} | {runs:,} | | | {sum(item.crash is not None for item in found)} |"


def _quoted(word: str) -> str:
    """A word as libFuzzer's dictionaries have it."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'


if __name__ == "__main__":
    main()
