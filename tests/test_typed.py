"""Sentences as people type them: what is found, where, in whose voice, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgescan import scan

FOLDER = Path(__file__).parent / "hedges"


def cases() -> Iterator[tuple[str, list[str]]]:
    """Sentence and what is expected of it, from files where the expected lines are set in under their sentence."""
    for path in sorted(FOLDER.glob("*.txt")):
        expected: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("    "):
                expected.append(line.strip())
            elif line and not line.startswith("#"):
                expected = []
                yield line, expected


CASES = list(cases())


def found(text: str) -> list[str]:
    """Category, words and, where the hedge is not the writer's own, locus and holder, in order of place."""
    document = scan(text)
    names = {source.id: source.name for source in document.sources}
    out = []
    for sentence in document.sentences:
        for hedge in sorted((*sentence.hedges, *sentence.boosters), key=lambda hedge: hedge.start):
            holder = f", {names[hedge.holder]}" if hedge.holder else ""
            own = hedge.locus == "writer" or hedge.category == "booster"
            out.append(f"{hedge.category}: {hedge.text}" + ("" if own else f" ({hedge.locus}{holder})"))
    return out


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_many_hedge_and_many_do_not() -> None:
    """A list of one kind only would prove half."""
    hedged = sum(bool(expected) for _, expected in CASES)
    assert hedged > 300 and len(CASES) - hedged > 150
