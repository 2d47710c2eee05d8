"""What an edit did: pairs of texts with every finding they must give, and the laws that hold for all pairs."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hedgescan import Document, scan
from hedgescan.diff import KINDS, REVERSE, Finding, diff

TABLES: dict[str, dict[str, Any]] = {
    f"{file.stem}: {name}": edit
    for file in sorted(Path(__file__).with_name("edits").glob("*.toml"))
    for name, edit in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
EDITS = [pytest.param(edit, id=name) for name, edit in TABLES.items()]
PARAGRAPHS = (
    "The mayor said the bridge may close next week.",
    "Two officials familiar with the plans suggested that the tunnel will flood.",
    "“We tried hard and it failed,” Ana Ruiz said.",
    "The ferry reportedly carried 12 crates of herring.",
    "The Harbour Gazette reported, citing two officials, that Norvik Bank will cut 200 jobs.",
    "It is unclear whether the theatre will reopen.",
    "A report found that the water is not safe to drink.",
    "Fishermen sell their catch at the quay.",
)
SWAPS = (
    ("may close", "will close"),
    ("suggested", "confirmed"),
    ("reportedly ", ""),
    ("Two officials familiar with the plans", "Officials"),
    ("It is unclear whether the theatre will reopen", "The theatre will reopen"),
    ("A report found that the water", "The water"),
    ("12 crates", "14 crates"),
)
OPPOSITE = {
    **REVERSE,
    **{new: old for old, new in REVERSE.items()},
    "verb-upgraded": "verb-downgraded",
    "source-degraded": "source-improved",
    "number-changed": "number-changed",
    "score-changed": "score-changed",
}


@cache
def read(text: str) -> Document:
    """A text, scanned once."""
    document: Document = scan(text)
    return document


def told(found: Finding) -> str:
    """`name: before -> after`."""
    return f"{found.name}: {found.before or 'nothing'} -> {found.after or 'nothing'}"


def compared(old: str, new: str) -> tuple[Finding, ...]:
    """The findings, without the document's scores."""
    return tuple(found for found in diff(read(old), read(new)).findings if found.name != "score-changed")


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_its_findings_and_no_others(edit: dict[str, Any]) -> None:
    found = compared(edit["old"], edit["new"])
    assert sorted(told(item) for item in found if item.name not in edit.get("allow", ())) == sorted(edit["find"])


@pytest.mark.parametrize("edit", EDITS)
def test_places_point_at_the_words(edit: dict[str, Any]) -> None:
    for found in compared(edit["old"], edit["new"]):
        for place, text in ((found.old, edit["old"]), (found.new, edit["new"])):
            assert place is None or text.splitlines()[place.line - 1][place.column - 1 :].startswith(text[place.start : place.end].split("\n")[0])
        if found.name in ("lost-hedge", "verb-upgraded", "source-degraded") and found.old:
            assert edit["old"][found.old.start : found.old.end] == found.before


def test_every_kind_is_tried() -> None:
    """No kind of finding goes untried, in one direction or the other."""
    tried = {line.split(":")[0] for edit in TABLES.values() for line in edit["find"]}
    tried |= {OPPOSITE[name] for name in tried if name in OPPOSITE}
    assert set(KINDS) - {"score-changed"} <= tried


def test_a_text_does_not_differ_from_itself(seed: Document) -> None:
    assert diff(seed, seed).findings == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(PARAGRAPHS))
def test_the_order_of_paragraphs_is_nobody_s_business(order: list[str]) -> None:
    assert compared("\n\n".join(PARAGRAPHS), "\n\n".join(order)) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARAGRAPHS), unique=True, min_size=1), st.sets(st.sampled_from(SWAPS)))
def test_what_is_lost_one_way_is_gained_the_other(paragraphs: list[str], swaps: set[tuple[str, str]]) -> None:
    old = new = "\n\n".join(paragraphs)
    for before, after in swaps:
        new = new.replace(before, after)
    forth, back = diff(read(old), read(new)).findings, diff(read(new), read(old)).findings
    assert sorted((OPPOSITE[f.name], f.after, f.before) for f in forth) == sorted((f.name, f.before, f.after) for f in back)
    assert bool([f for f in forth if f.name != "score-changed"]) == (old != new)


def test_scores_of_both_sentences_come_with_a_finding() -> None:
    (found,) = compared("The bridge may close.", "The bridge will close.")
    assert found.scores[0] and found.scores[1]
    assert found.scores[0].certainty < found.scores[1].certainty == 1.0


def test_a_document_s_scores_come_last() -> None:
    last = diff(read("The bridge may close."), read("The bridge will close.")).findings[-1]
    assert (last.name, last.old, last.new) == ("score-changed", None, None)
    assert "hedge 0.77" in last.before and "hedge 0.00" in last.after


def test_many_like_sentences_are_told_apart_by_what_differs() -> None:
    lines = [f"The mayor said street {number} may close." for number in range(60)]
    changed = [line.replace(" may ", " will ") if number in (7, 41) else line for number, line in enumerate(lines)]
    found = compared("\n\n".join(lines), "\n\n".join(changed))
    assert [(item.name, item.old and item.old.sentence, item.new and item.new.sentence) for item in found] == [
        ("lost-hedge", 8, 8),
        ("lost-hedge", 42, 42),
    ]


def test_the_manual_lists_every_kind() -> None:
    manual = (Path(__file__).parent.parent / "docs" / "diff.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | {kind.severity} | {kind.meaning} |" for name, kind in KINDS.items()]
    assert "\n".join(["|---|---|---|", *rows, ""]) in manual
