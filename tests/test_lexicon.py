"""A lexicon that is wrong is refused by file, entry and field, with the cure; a user's own is laid over ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from hedgescan import lexicon
from hedgescan.lexicon import LexiconError
from hedgescan.model import CATEGORIES

GOOD = 'strength = 0.6\nwhy = "gossip"\nyes = ["Tongues wag that he left."]\nno = ["The dog wagged its tail."]\n'


def overlay(tmp_path: Path, text: str) -> lexicon.Lexicon:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    loaded = lexicon.load([path])
    _ = loaded.rules
    return loaded


def test_the_shipped_lexicon_is_whole() -> None:
    loaded = lexicon.load()
    assert len(loaded.hedges) >= 290 and len(loaded.reporting) >= 1200 and len(loaded.boosters) >= 15
    assert {entry.category for entry in loaded.hedges} == set(CATEGORIES)
    assert all(entry.yes and entry.no and entry.why for entry in (*loaded.hedges, *loaded.boosters))


def test_an_entry_is_added_changed_and_switched_off(tmp_path: Path) -> None:
    text = f'[hedges.hearsay."tongue wag"]\n{GOOD}[hedges.modal."may"]\nstrength = 0.5\n[hedges.conditional."if"]\noff = true\n'
    loaded = overlay(tmp_path, text)
    by = {(entry.category, entry.name): entry for entry in loaded.hedges}
    assert by["hearsay", "tongue wag"].strength == 0.6
    assert by["modal", "may"].strength == 0.5 and by["modal", "may"].yes
    assert ("conditional", "if") not in by


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[hedges.modal."may"]\nstrenght = 0.5\n', ["mine.toml", '["may"]', "strenght", "did you mean strength"]),
        ('[hedges.modal."maybe so"]\nstrength = 0.5\nwhy = "x"\nno = ["So be it."]\n', ["mine.toml", "maybe so", "yes", "missing"]),
        ('[hedges.modal."may"]\nstrength = 1.5\n', ["may", "strength", "between 0 and 1"]),
        ('[hedges.modal."may"]\nstrength = "much"\n', ["may", "strength", "a number"]),
        ('[hedges.modal."may"]\nunless = ["proper-nam"]\n', ["may", "proper-nam", "did you mean proper-name"]),
        ('[hedges.modall."may"]\nstrength = 0.5\n', ["mine.toml", "modall", "did you mean modal"]),
        ('[hedges.modal."mayhap"]\noff = true\n', ["mayhap", "off"]),
        ('[hedges.modal."may"]\nstrength = 0.5\nstrength = 0.6\n', ["mine.toml", "not TOML"]),
        ("hedges = 3\n", ["mine.toml", "hedges"]),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(LexiconError) as raised:
        overlay(tmp_path, text)
    for word in words:
        assert word in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="none"):
        lexicon.load([tmp_path / "none.toml"])
