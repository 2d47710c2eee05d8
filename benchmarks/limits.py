"""Drafts made to do harm, each read by a process of its own: python -m benchmarks.limits [CASE]...; writes a section of ROBUSTNESS.md.

With cases named (the beginning of a name will do), they are measured and printed, and nothing is written.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.hostile import CASES, Case
from benchmarks.page import put
from benchmarks.process import machine, run

PAGE = Path(__file__).with_name("ROBUSTNESS.md")
COMMAND = str(Path(sys.executable).with_name("hedgescan"))
BARE = {"HEDGESCAN_NO_CACHE": "1", "OPENBLAS_NUM_THREADS": "1"}
RECORDS = ("jsonl", "csv")


def main() -> None:
    """Measure, print, and write the section "Limits"."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.limits", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    given = parser.parse_args().cases
    names = [name for name in CASES if not given or name.startswith(tuple(given))]
    lines = list(report(names))
    if not given:
        put(PAGE, "Limits", lines)


def report(names: Sequence[str]) -> Iterator[str]:
    """The lines of the section, printed as they come."""
    for line in _lines(names):
        print(line, flush=True)
        yield line


def _lines(names: Sequence[str]) -> Iterator[str]:
    yield f"By `python -m benchmarks.limits` on {machine()}: `hedgescan -f jsonl` on one file made to do harm (`benchmarks/hostile.py`),"
    yield "start-up included, about half a second. Memory is the most that the process held. Exit status 2 is a refusal, on one line that"
    yield "names file and cure; nothing ends in a traceback. Size is in what the case is about: characters, words, levels, tags, bytes unpacked.\n"
    yield "| case | size | bytes of the file | CPU s | memory MB | exit |"
    yield "|---|--:|--:|--:|--:|--:|"
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            yield _row(name, CASES[name], Path(folder))


def _row(name: str, case: Case, folder: Path) -> str:
    path = folder / f"draft.{case.end}"
    # Made in another process, since a child counts what its parent held as its own memory.
    maker = multiprocessing.get_context("spawn").Process(target=_write, args=(name, str(path)))
    maker.start()
    maker.join()
    cost = run([COMMAND, "-f", "jsonl", *(["--field", "a"] if case.end in RECORDS else []), str(path)], BARE)
    size = path.stat().st_size
    path.unlink()
    return f"| {name} | {case.size:,} | {size:,} | {cost.cpu:.1f} | {cost.memory:.0f} | {cost.code} |"


def _write(name: str, path: str) -> None:
    Path(path).write_bytes(CASES[name].made(CASES[name].size))


if __name__ == "__main__":
    main()
