"""Real files of mixed kinds, the documentation found on a machine, each read by a process of its own and all by one: python -m benchmarks.files.

Writes the section "Real files" of ROBUSTNESS.md.  Which files they are depends on the machine, not on chance.  Few machines have Word
files: unpack the source package of python-docx (`pip download --no-deps --no-binary :all: python-docx`) and Debian's r-cran-officer,
and name their folder after the others.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.page import put
from benchmarks.process import Cost, machine, run

PAGE = Path(__file__).with_name("ROBUSTNESS.md")
COMMAND = str(Path(sys.executable).with_name("hedgescan"))
BARE = {"HEDGESCAN_NO_CACHE": "1"}
ROOTS = ("/usr/share/doc", "/usr/share", "/usr/lib")
SMALLEST, LARGEST = 200, 300_000  # bytes; the very large are measured under "Limits"
ENDS = {".txt": "text", ".rst": "reST", ".md": "Markdown", ".html": "HTML", ".htm": "HTML", ".docx": "Word", ".csv": "CSV", ".jsonl": "JSON Lines"}
NAMES = ("readme", "copyright", "changelog", "news", "todo", "authors", "license", "faq")  # files without an end that are prose of sorts
_TRACE = "Traceback (most recent call last)"


class File(NamedTuple):
    """A file found: its kind, its size in bytes, and the field to be read where it holds records."""

    path: Path
    kind: str
    size: int
    field: str = ""

    def command(self, output: str) -> list[str]:
        """What reads it into `output`."""
        return [COMMAND, "scan", "-f", "json", "-o", output, *(["--field", self.field] if self.field else []), str(self.path)]


class Outcome(NamedTuple):
    """What came of a file: the cost, what was said on standard error, and how many sentences; `faults` are broken promises."""

    file: File
    cost: Cost
    said: str
    sentences: int
    faults: tuple[str, ...]


def main() -> None:
    """Find, read, tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.files", description=__doc__)
    parser.add_argument("roots", nargs="*", default=ROOTS, help=f"folders to look in ({' '.join(ROOTS)})")
    parser.add_argument("--count", type=int, default=500, help="how many files, in equal numbers of each kind as far as there are any (500)")
    parser.add_argument("--keep", type=Path, help="keep each file's output in this folder, to be read")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.name}")
    options = parser.parse_args()
    files = mixed(found(options.roots), options.count)
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [singly(file, options.keep, number, folder) for number, file in enumerate(files, 1)]
        lines = [*told(outcomes), *together(outcomes, folder)]
    print(*lines, sep="\n")
    for outcome in outcomes:
        if outcome.faults or outcome.cost.code not in (0, 2):
            print(outcome.file.path, outcome.cost.code, *outcome.faults, outcome.said[-500:], sep="\n  ", file=sys.stderr)
    if options.write:
        put(PAGE, "Real files", lines)


def found(roots: Iterable[str]) -> Iterator[File]:
    """Files of the kinds there are, none twice, also not under another name."""
    seen: set[str] = set()
    for root in roots:
        for here, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                path = Path(here, name)
                kind = kind_of(path)
                if kind and path.is_file() and not path.is_symlink() and SMALLEST <= path.stat().st_size <= LARGEST:
                    mark = hashlib.blake2b(path.read_bytes()).hexdigest()
                    field = field_of(path) if kind in ("CSV", "JSON Lines") else ""
                    if mark not in seen and (field or kind not in ("CSV", "JSON Lines")):
                        seen.add(mark)
                        yield File(path, kind, path.stat().st_size, field)


def kind_of(path: Path) -> str:
    """The kind of a file, by its name; empty for one that is not wanted."""
    end = path.suffix.lower()
    return ENDS.get(end, "" if end else "no ending" if path.name.lower().startswith(NAMES) else "")


def field_of(path: Path) -> str:
    """The field of a file of records that holds the most text: of its first row or object."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            row = json.loads(file.readline()) if path.suffix.lower() == ".jsonl" else next(csv.DictReader(file), {})
    except (ValueError, csv.Error):
        return ""
    texts = {key: value for key, value in row.items() if key and isinstance(value, str)} if isinstance(row, dict) else {}
    return max(texts, key=lambda key: len(texts[key])) if texts else ""


def mixed(files: Iterable[File], count: int) -> list[File]:
    """So many files, drawn in turn from every kind; the same ones for the same files."""
    kinds: dict[str, list[File]] = {}
    for file in files:
        kinds.setdefault(file.kind, []).append(file)
    for rows in kinds.values():
        random.Random(1).shuffle(rows)
    out: list[File] = []
    while len(out) < count and any(kinds.values()):
        out += [rows.pop() for _, rows in sorted(kinds.items()) if rows]
    return sorted(out[:count], key=lambda file: (file.kind, file.path))


def singly(file: File, keep: Path | None, number: int, folder: str) -> Outcome:
    """A file read by a process of its own."""
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    output, errors = keep / f"{number:03}.json" if keep else Path(folder, "one.json"), Path(folder, "errors")
    output.unlink(missing_ok=True)
    with errors.open("wb") as stream:
        cost = run(file.command(str(output)), BARE, errors=stream)
    said = errors.read_text(encoding="utf-8")
    sentences, faults = judged(output) if output.exists() else (0, ())
    return Outcome(file, cost, said, sentences, (*faults, *([_TRACE] if _TRACE in said else [])))


def judged(output: Path) -> tuple[int, tuple[str, ...]]:
    """How many sentences were printed, and what is wrong with them."""
    documents = json.loads(output.read_text(encoding="utf-8"))["documents"]
    faults = []
    for document in documents:
        done = 0
        for row in document["sentences"]:
            if not done <= row["start"] < row["end"] or len(row["text"]) != row["end"] - row["start"]:
                faults.append(f"sentence {row['index']} is out of order, or not of the length that its offsets say")
            done = row["end"]
    return sum(len(document["sentences"]) for document in documents), tuple(faults)


def told(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The table, a row a kind, and why files were refused."""
    yield f"`python -m benchmarks.files --write` on {machine()}: documentation that packages install, and for Word their test files"
    yield f"({SMALLEST} bytes to {LARGEST // 1000} kB each, no file twice), as `hedgescan -f json FILE`, each in a process of its own; of"
    yield "CSV, the field with the longest text."
    yield ""
    yield "| kind | files | bytes | sentences | exit 0 | exit 2 | tracebacks | CPU s, median | CPU s, most | peak MB, most |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.file.kind, []).append(outcome)
    for kind, rows in [*kinds.items(), ("together", list(outcomes))]:
        cpu = sorted(row.cost.cpu for row in rows)
        codes = Counter(row.cost.code for row in rows)
        yield (
            f"| {kind} | {len(rows)} | {sum(row.file.size for row in rows):,} | {sum(row.sentences for row in rows):,} | {codes[0]} | {codes[2]} "
            f"| {sum(bool(row.faults) or row.cost.code not in (0, 2) for row in rows)} | {cpu[len(cpu) // 2]:.2f} | {cpu[-1]:.2f} "
            f"| {max(row.cost.memory for row in rows):.0f} |"
        )
    yield ""
    yield "Refused, with what was said (names and places left out):"
    yield ""
    reasons = Counter(plainly(row) for row in outcomes if row.cost.code)
    notices = sum(not row.cost.code and bool(row.said) for row in outcomes)
    yield from (f"- {count} × {reason}" for reason, count in reasons.most_common())
    yield ""
    yield f"{notices} were read with a notice (not English, or not all of it)."


def plainly(outcome: Outcome) -> str:
    """Why a file was refused, without what is its own."""
    lines = [line for line in outcome.said.splitlines() if str(outcome.file.path) in line] or outcome.said.splitlines() or ["nothing was said"]
    reason = re.sub(rf"^hedgescan: {re.escape(str(outcome.file.path))}(?:#\d+)?: ", "", lines[-1])
    return re.sub(r"byte 0x[0-9a-f]{2} at offset \d+ \(line \d+\)|at offset \d+ \(line \d+\)", "at …", reason)


def together(outcomes: Sequence[Outcome], folder: str) -> Iterator[str]:
    """All files but those with fields, read by one command."""
    rows = [row for row in outcomes if not row.file.field]
    names, output, errors = Path(folder, "names"), Path(folder, "all.json"), Path(folder, "errors")
    names.write_text("".join(f"{row.file.path}\n" for row in rows), encoding="utf-8")
    with errors.open("wb") as stream:
        cost = run([COMMAND, "scan", "-f", "json", "-o", str(output), "--files-from", str(names)], BARE, errors=stream)
    documents = json.loads(output.read_text(encoding="utf-8"))["documents"]
    apart = {str(row.file.path): row.sentences for row in rows if not row.cost.code}
    same = apart == {item["path"]: len(item["sentences"]) for item in documents}
    yield ""
    yield (
        f"All {len(rows)} but those with fields in one command (`--files-from`): exit {cost.code}, {len(documents)} read, "
        f"{'with the same sentences as apart' if same else 'NOT with the same sentences as apart'}, {cost.cpu:.0f} CPU seconds, "
        f"{cost.memory:.0f} MB at most."
    )


if __name__ == "__main__":
    main()
