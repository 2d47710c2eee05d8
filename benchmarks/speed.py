"""How fast it is, beside other tools, in pairs in one run: python -m benchmarks.speed [--quick] [--text FILE]; writes SPEED.md and its plot.

Every figure is of whole processes, start-up included.  `--quick` is for work on the code: fewer rounds, short texts, nothing written.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from pathlib import Path

from benchmarks import news, peers, plot
from benchmarks.process import Cost, machine, rounds

HOME = Path(__file__).parent
COMMAND = str(Path(sys.executable).with_name("hedgescan"))
BARE = {"HEDGESCAN_NO_CACHE": "1", "PYTHONDONTWRITEBYTECODE": ""}
FRESH = 'echo "It was $$." | cat "$1" - > "$2"; exec "$0" "$2"'  # a page that differs at each run
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
PAGE = 5_000  # bytes of a one-page draft
DRAFTS = 500


def main() -> None:
    """Measure, print, and write SPEED.md and SPEED.svg."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, short texts, nothing written")
    parser.add_argument("--text", help="news text of your own instead of the generated one")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="bytes of the longest text of the plot")
    options = parser.parse_args()
    os.environ.pop("OPENBLAS_NUM_THREADS", None)  # each command as in a user's shell, whatever make has set
    with tempfile.TemporaryDirectory() as folder:
        lines = list(Bench(Path(folder), options.quick, options.text, options.largest).report())
    if not options.quick:
        (HOME / "SPEED.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


class Bench:
    """One run of all measurements, in a folder of its own."""

    def __init__(self, folder: Path, quick: bool, text: str | None, largest: int) -> None:
        self.folder, self.quick = folder, quick
        self.own = Path(text).read_text(encoding="utf-8") if text else ""
        self.largest = min(largest, 100_000) if quick else largest
        self.times = 3 if quick else 7
        self.begun = self.parse = 0.0  # CPU seconds of the shortest text, and of the parse for each character

    def report(self) -> Iterator[str]:
        """The lines of SPEED.md, printed as they come."""
        for part in (self.head, self.start, self.cache, self.sizes, self.cores, self.stages, self.beside, self.accuracy):
            for line in part():
                print(line, flush=True)
                yield line

    def head(self) -> Iterator[str]:
        """What is measured, and on what."""
        yield "# How fast it is\n"
        text = "news text given with `--text`" if self.own else "news-like text from `benchmarks/news.py`, which anybody can make again"
        yield f"Measured by `make bench` on {machine()}: medians of whole processes, start-up included, interleaved in one run; {text}."
        yield "MB are millions of bytes; CPU seconds are of all processes of a command together.\n"

    def draft(self, size: int, name: str = "") -> str:
        """A text of that size in a file, and its path."""
        path = self.folder / (name or f"{size}.txt")
        if not path.exists():
            body = (self.own * (1 + size // max(1, len(self.own))))[:size] if self.own else news.text(size, seed=size)
            path.write_text(body, encoding="utf-8")
        return str(path)

    def start(self) -> Iterator[str]:
        """Start-up, as ratios."""
        page, python = self.draft(PAGE), sys.executable
        found = rounds(
            {
                "`python -c pass`": [python, "-c", "pass"],
                "`hedgescan --version`": [COMMAND, "--version"],
                "`hedgescan --help`": [COMMAND, "--help"],
                "`python -c 'import spacy'`": [python, "-c", "import spacy"],
                "a one-page draft never read before": ["sh", "-c", FRESH, COMMAND, page, str(self.folder / "fresh.txt")],
                "the same with `--no-cache`": [COMMAND, "--no-cache", page],
            },
            self.times, self.caching(),
        )  # fmt: skip
        yield "## Start-up\n"
        yield from table(found, ("`python -c pass`", "`python -c 'import spacy'`"))

    def caching(self) -> dict[str, str]:
        """The environment of a user whose cache folder is there."""
        return {"HEDGESCAN_NO_CACHE": "", "HEDGESCAN_CACHE_DIR": str(self.folder / "cache"), "PYTHONDONTWRITEBYTECODE": ""}

    def cache(self) -> Iterator[str]:
        """What was read before, and a repository of drafts of which one has changed."""
        env = self.caching()
        page, many = self.draft(PAGE), self.folder / "drafts"
        many.mkdir()
        count = 50 if self.quick else DRAFTS
        for number in range(count):
            (many / f"{number:03}.txt").write_text(news.text(2_000, seed=number), encoding="utf-8")
        commands = {"`python -c pass`": [sys.executable, "-c", "pass"]}
        commands |= {f"`scan -f {name}`, read before": [COMMAND, "-f", name, page] for name in ("table", "json", "csv")}
        commands |= {f"`{name}`, read before": [COMMAND, name, page] for name in ("check", "sources")}
        commands |= {"`diff`, read before": [COMMAND, "diff", page, page]}
        commands |= {f"`check` on {count} drafts, none changed": [COMMAND, "check", "-q", str(many)]}
        rounds(commands, 1, env)
        found = rounds(commands, self.times, env)
        changed = []
        for turn in range(3):
            (many / "007.txt").write_text(news.text(2_000, seed=10_000 + turn), encoding="utf-8")
            changed.append(rounds({"one": [COMMAND, "check", "-q", str(many)]}, 1, env)["one"])
        found[f"`check` on {count} drafts, one changed"] = sorted(changed)[1]
        yield "\n## Cache\n"
        yield from table(found, ("`python -c pass`",))

    def sizes(self) -> Iterator[str]:
        """Time and memory by size, and the plot."""
        points = []
        yield "\n## By size\n"
        yield from ("| text | CPU s | MB per CPU-second | clock s | memory MB |", "|---|---|---|---|---|")
        for size in (size for size in SIZES if size <= self.largest):
            times = 1 if size > 1_000_000 else 3
            cost = rounds({"it": [COMMAND, "-f", "jsonl", self.draft(size)]}, times, BARE)["it"]
            points.append((size, cost.cpu))
            self.begun = self.begun or cost.cpu
            yield f"| {size:,} | {cost.cpu:.2f} | {size / 1e6 / cost.cpu:.3f} | {cost.wall:.2f} | {cost.memory:.0f} |"
        if not self.quick:
            (HOME / "SPEED.svg").write_text(plot.svg(points), encoding="utf-8")
            yield "\n![CPU seconds by size of the text, both logarithmic](SPEED.svg)"

    def cores(self) -> Iterator[str]:
        """One process and two."""
        count = 20 if self.quick else 200
        yield f"\n## Cores\n\n{count} files; start-up, which two processes share, is part of it.\n"
        yield from ("| bytes a file | | clock s | CPU s | throughput |", "|---|---|---|---|---|")
        for size in (PAGE, 4 * PAGE):
            many = self.folder / f"cores{size}"
            many.mkdir()
            for number in range(count):
                (many / f"{number:03}.txt").write_text(news.text(size, seed=20_000 + number), encoding="utf-8")
            found = rounds({f"-j {jobs}": [COMMAND, "-f", "jsonl", "-j", str(jobs), str(many)] for jobs in (1, 2)}, 3, BARE)
            for name, cost in found.items():
                yield f"| {size:,} | {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {found['-j 1'].wall / cost.wall:.2f} |"

    def stages(self) -> Iterator[str]:
        """Where the time goes, by a process of its own."""
        yield "\n## Where the time goes\n"
        size = 20_000 if self.quick else 400_000
        command = [sys.executable, "-m", "benchmarks.stages", "--text", self.draft(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
        lines = done.stdout.splitlines()
        self.parse = float(next(line for line in lines if line.startswith("| parse")).split("|")[2]) / size
        yield from lines
        if not self.own:
            yield (
                "The generated text holds a cue in nearly every sentence. Of 400,000 characters of news (`--text`, from PolNeAR's training part)"
                " 13% of the sentences would be spared, with 2% of the tokens."
            )

    def accuracy(self) -> Iterator[str]:
        """The first table of ACCURACY.md: speed alone says nothing."""
        yield "\n## Accuracy of this version\n\nFrom [ACCURACY.md](ACCURACY.md), which says how it was measured.\n"
        lines = (HOME / "ACCURACY.md").read_text(encoding="utf-8").splitlines()
        yield from takewhile(lambda line: line.startswith("|"), dropwhile(lambda line: not line.startswith("|"), lines))

    def beside(self) -> Iterator[str]:
        """Other tools on the same text."""
        size = 20_000 if self.quick else 1_000_000
        file = Path(self.draft(size))
        home = self.folder / "peers"
        home.mkdir()
        commands = {"hedgescan": [COMMAND, "-f", "jsonl", str(file)], **peers.commands(home, file)}
        found = rounds(commands, 1 if self.quick else 3, BARE)
        yield f"\n## Beside others\n\n{size:,} bytes; the others look for other things, so this says what a second buys, not who is better\n"
        yield from table(found, ("hedgescan",), size)
        least = self.begun + self.parse * size
        others = ", ".join(f"{cost.cpu / least:.2f} times for {name}" for name, cost in found.items() if name.startswith(("proselint", "textlint")))
        yield (
            f"\nThe limit: to start and to parse this text takes {least:.2f} CPU s by itself. With rules that cost nothing the last column would say"
            f" {others or 'nothing'}; to be ahead of them wants a smaller network too."
        )
        shutil.rmtree(home, ignore_errors=True)


def table(found: dict[str, Cost], yardsticks: Sequence[str], size: int = 0) -> Iterator[str]:
    """A row a command; ratios are of CPU time."""
    heads = ["CPU s", "clock s", "memory MB", *(["MB per CPU-second"] if size else []), *(f"times {name}" for name in yardsticks)]
    yield f"| | {' | '.join(heads)} |"
    yield "|---" * (len(heads) + 1) + "|"
    for name, cost in found.items():
        cells = [f"{cost.cpu:.3f}", f"{cost.wall:.3f}", f"{cost.memory:.0f}"]
        cells += [f"{size / 1e6 / cost.cpu:.3f}"] if size else []
        cells += [f"{cost.cpu / found[other].cpu:.2f}" for other in yardsticks]
        yield f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    os.chdir(HOME.parent)
    main()
