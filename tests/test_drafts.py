"""Short drafts, each with exactly the violations that it must raise."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hedgescan import scan
from hedgescan.style import check, houses, load

DRAFTS: dict[str, dict[str, Any]] = {
    name: {"file": path.stem, **draft}
    for path in sorted(Path(__file__).with_name("drafts").glob("*.toml"))
    for name, draft in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


def found(text: str, style: str) -> Counter[str]:
    return Counter(f"{item.line} {item.rule}" for item in check(scan(text), load(style)))


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_raises_exactly_its_violations(name: str) -> None:
    draft = DRAFTS[name]
    assert found(draft["text"].strip(), draft.get("style", "default")) == Counter(draft["violations"])


@pytest.mark.parametrize("style", houses())
@pytest.mark.parametrize("name", [name for name, draft in DRAFTS.items() if draft["file"] == "clean"])
def test_clean_copy_is_clean_under_every_style(name: str, style: str) -> None:
    assert not found(DRAFTS[name]["text"].strip(), style)


def test_there_are_enough_of_them() -> None:
    assert len(DRAFTS) >= 30
    assert len({item.split()[1] for draft in DRAFTS.values() for item in draft["violations"]}) >= 22
