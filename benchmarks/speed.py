"""Throughput of a scan, one core: python -m benchmarks.speed [FILE]; prints MB of text and words per CPU-second."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import hedgescan

SEED = Path(__file__).parent.parent / "seeds" / "iran-israel-reassurances.txt"
RUNS, SIZE = 5, 200_000


def main() -> None:
    """Scan the text, repeated to SIZE characters, RUNS times and print the median."""
    text = Path(sys.argv[1] if len(sys.argv) > 1 else SEED).read_text(encoding="utf-8").strip() + "\n\n"
    text *= max(1, SIZE // len(text))
    hedgescan.scan(text[:2000])
    speeds = []
    for _ in range(RUNS):
        start = time.process_time()
        hedgescan.scan(text)
        speeds.append(len(text.encode()) / 1e6 / (time.process_time() - start))
    speed = statistics.median(speeds)
    words = len(text.split()) / (len(text.encode()) / 1e6)
    print(f"{speed:.3f} MB per CPU-second, {speed * words:,.0f} words per CPU-second (median of {RUNS}, {len(text):,} characters)")


if __name__ == "__main__":
    main()
