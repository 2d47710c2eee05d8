"""The plot of time against size as SVG, both axes logarithmic, with the straight line of time that grows as the text does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

WIDE, HIGH, EDGE = 560, 380, 60
Point = tuple[float, float]


def svg(points: Sequence[Point]) -> str:
    """A picture of (bytes, CPU seconds)."""
    return "\n".join(_drawn(points)) + "\n"


def _drawn(points: Sequence[Point]) -> Iterator[str]:
    left, right = floor(log10(points[0][0])), ceil(log10(points[-1][0]))
    low, high = floor(log10(min(y for _, y in points))), ceil(log10(max(y for _, y in points)))

    def at(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - left) / (right - left) * (WIDE - 2 * EDGE)
        up = (log10(y) - low) / (high - low) * (HIGH - 2 * EDGE)
        return EDGE + across, HIGH - EDGE - up

    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="12">'
    yield "<title>CPU seconds by size of the text</title>"
    yield f'<rect width="{WIDE}" height="{HIGH}" fill="white"/>'
    for power in range(left, right + 1):
        x, y = at(10.0**power, 10.0**low)
        yield f'<path d="M{x:.1f} {EDGE}V{y:.1f}" stroke="#ddd"/><text x="{x:.1f}" y="{y + 18:.1f}" text-anchor="middle">{10**power:,}</text>'
    for power in range(low, high + 1):
        x, y = at(10.0**left, 10.0**power)
        yield f'<path d="M{x:.1f} {y:.1f}H{WIDE - EDGE}" stroke="#ddd"/><text x="{x - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
    size, cost = points[-1]
    least = max(10.0**left, size * 10.0**low / cost)
    ends = (at(least, cost * least / size), at(size, cost))
    yield f'<path d="M{ends[0][0]:.1f} {ends[0][1]:.1f}L{ends[1][0]:.1f} {ends[1][1]:.1f}" stroke="#999" stroke-dasharray="4"/>'
    places = [at(*point) for point in points]
    yield f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in places)}" fill="none" stroke="#0057b8" stroke-width="2"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#0057b8"/>' for x, y in places)
    yield f'<text x="{WIDE / 2}" y="{HIGH - 10}" text-anchor="middle">bytes of text</text>'
    yield f'<text x="{EDGE}" y="{EDGE - 20}">CPU seconds of the whole process; dashed: time in proportion to size</text></svg>'
