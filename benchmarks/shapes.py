"""Does time grow in step with size, whatever the shape of the input?  python -m benchmarks.shapes [-n CHARACTERS] [SHAPE]...

Every shape is scanned at one, two and four times the size, each in a process of its own, and printed with CPU seconds, the peak of memory,
and the exponent of growth over the last doubling: 1.0 is linear, 2.0 quadratic.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import multiprocessing.connection
import resource
import time
from collections.abc import Callable
from itertools import cycle, islice

LIMIT = 120  # seconds after which a size is given up
NAMES = ("Alice Moore", "Bob Stone", "Carla Diaz", "David Okoro", "Erin Walsh", "Farid Nazari", "Greta Lind", "Hugo Marsh")


def _upto(size: int, *pieces: str) -> str:
    """The pieces over and over, up to a size."""
    length = sum(map(len, pieces))
    return "".join(pieces * (size // length + 1))[:size]


def _numbered(size: int, piece: str) -> str:
    """A piece with a number in it over and over, up to a size."""
    return "".join(piece.format(number) for number in range(size // (len(piece) - 2) + 1))[:size]


def _surnames(size: int, piece: str) -> str:
    """A piece with a new surname each time; the letters of the surname count."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = (f"{a.upper()}{b}{c}{d}er" for a in letters for b in "aeiou" for c in letters for d in "aeiou")
    return "".join(piece.format(word) for word in islice(cycle(words), size // (len(piece) + 4) + 1))[:size]


SHAPES: dict[str, Callable[[int], str]] = {
    "prose": lambda n: _upto(n, "The mayor said the bridge may close. Officials told the paper that it was unclear why.\n\n"),
    "long line": lambda n: _upto(n, "The mayor said the bridge may close. Officials told the paper that it was unclear why. "),
    "one word": lambda n: "a" * n,
    "long sentence": lambda n: _upto(n, "the mayor said that the bridge may close and "),
    "same token": lambda n: _upto(n, "said "),
    "commas": lambda n: _upto(n, "said, "),
    "may": lambda n: _upto(n, "may "),
    "that": lambda n: _upto(n, "he said that "),
    "quotes": lambda n: _upto(n, '"It may close," he said. '),
    "quote marks": lambda n: '"' * n,
    "open quotes": lambda n: _upto(n, "“ "),
    "apostrophes": lambda n: _upto(n, "the workers' plea "),
    "single quotes": lambda n: _upto(n, "‘yes "),
    "unclosed": lambda n: _upto(n, "“It may close, he said.\n\n"),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "bracketed": lambda n: _upto(n, "(he said "),
    "dots": lambda n: "." * n,
    "dots apart": lambda n: _upto(n, ". "),
    "dashes": lambda n: "-" * n,
    "initials": lambda n: _upto(n, "A. "),
    "abbreviations": lambda n: _upto(n, "Mr. "),
    "names": lambda n: _upto(n, *(f"{name} said it may close. " for name in NAMES)),
    "sources": lambda n: _surnames(n, "Anna {} said that the bridge may close.\n\n"),
    "surnames": lambda n: _surnames(n, "{} "),
    "listed names": lambda n: _surnames(n, "Anna {}, "),
    "pronouns": lambda n: _upto(n, "He said she told them that it may close. "),
    "unnamed": lambda n: _numbered(n, "Two officials said bridge {} may close. They added that it was old.\n\n"),
    "definite": lambda n: _numbered(n, "The source said bridge {} may close.\n\n"),
    "short paragraphs": lambda n: _upto(n, "Yes.\n\n"),
    "lines": lambda n: _upto(n, "a\n"),
    "blank lines": lambda n: "\n" * n,
    "spaces": lambda n: " " * n + "x",
    "spaced": lambda n: ("x" + " " * 999) * (n // 1000),
    "zero width": lambda n: "\u200b" * n,
    "wrapped": lambda n: _upto(n, "the mayor said that the old bridge over the river would be closed\n"),
    "bylines": lambda n: "By " + _upto(n, "Anna Moore, "),
    "directives": lambda n: _upto(n, "<!-- hedgescan: ignore-next -->\nSources said so.\n\n"),
    "half directives": lambda n: _upto(n, "<!-- hedgescan: "),
    "combining": lambda n: "e" + "\u0301" * n,
    "emoji": lambda n: "😀" * n,
    "numbers": lambda n: _upto(n, "1,000.50 "),
    "addresses": lambda n: _upto(n, "https://example.com/a?b=c&d "),
    "one address": lambda n: "https://example.com/" + "a/" * (n // 2),
    "letters apart": lambda n: _upto(n, "a b c "),
    "capitals": lambda n: _upto(n, "THE MAYOR SAID IT MAY CLOSE "),
    "questions": lambda n: _upto(n, "Who said that? "),
    "marks": lambda n: "?!" * (n // 2),
    "semicolons": lambda n: _upto(n, "he said it may close; "),
    "according": lambda n: _upto(n, "according to the officials, "),
    "relays": lambda n: _upto(n, "Reuters reported that the Times said that "),
}


def measure(shape: str, size: int, pipe: multiprocessing.connection.Connection) -> None:
    """Scan one shape in this process and send CPU seconds and megabytes."""
    import hedgescan

    hedgescan.scan("He said so.")
    text = SHAPES[shape](size)
    start = time.process_time()
    hedgescan.scan(text)
    pipe.send((time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def timed(shape: str, size: int) -> tuple[float, float] | None:
    """CPU seconds and megabytes of a scan, or None where it takes too long or dies."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=measure, args=(shape, size, there))
    process.start()
    there.close()
    try:
        return here.recv() if here.poll(LIMIT) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


def main() -> None:
    """Print a row a shape."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", "--size", type=int, default=50_000, help="characters of the smallest")
    options.add_argument("shapes", nargs="*", metavar="SHAPE", help=", ".join(SHAPES))
    given = options.parse_args()
    sizes = [given.size * factor for factor in (1, 2, 4)]
    print(f"{'shape':<18}", *(f"{size:>16,}" for size in sizes), "  exponent")
    for shape in given.shapes or SHAPES:
        rows = [timed(shape, size) for size in sizes]
        cells = [f"{row[0]:7.2f} s {row[1]:4.0f} MB" if row else "given up".rjust(16) for row in rows]
        grown = f"{math.log2(max(rows[2][0], 1e-3) / max(rows[1][0], 1e-3)):.2f}" if rows[1] and rows[2] else "-"
        print(f"{shape:<18}", *cells, f"  {grown}", flush=True)


if __name__ == "__main__":
    main()
