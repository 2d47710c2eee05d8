"""The lexicon's words in their innocent senses: fifty-four paragraphs that hedge nothing, and the few alarms they still raise."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from hedgescan import scan

FOLDER = Path(__file__).parent / "innocent"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
Alarm = tuple[str, str, str, str]  # file, cue, category, sentence


@pytest.fixture(scope="module")
def found() -> tuple[Counter[Alarm], int]:
    """Every hedge found in the corpus, and the corpus's length in words."""
    alarms: Counter[Alarm] = Counter()
    words = 0
    for name, text in TEXTS.items():
        for sentence in scan(text).sentences:
            words += sentence.tokens
            alarms.update((name, hedge.text, hedge.category, " ".join(sentence.text.split())) for hedge in sentence.hedges)
    return alarms, words


def test_there_are_enough_paragraphs_of_the_right_size() -> None:
    sizes = [len(paragraph.split()) for text in TEXTS.values() for paragraph in text.strip().split("\n\n")]
    assert len(sizes) >= 50
    assert all(80 <= size <= 122 for size in sizes)


def test_every_alarm_is_known(found: tuple[Counter[Alarm], int]) -> None:
    listed = tomllib.loads((FOLDER / "alarms.toml").read_text(encoding="utf-8"))["alarm"]
    known = Counter((row["file"], row["cue"], row["category"], row["sentence"]) for row in listed)
    assert found[0] == known


def test_false_alarms_are_rare(found: tuple[Counter[Alarm], int]) -> None:
    alarms, words = found
    assert words > 5000
    assert alarms.total() * 1000 / words <= 1


def test_the_words_are_all_there() -> None:
    """The corpus tries the senses it is meant to try: a corpus without the words would prove nothing."""
    text = " ".join(TEXTS.values()).lower()
    tried = (
        "may|might|could|can|about|some|over|under|between|claim|appear|point to|suspect|potential|chance|report|estimate|"
        "believed in|feared|if|evidence|question|sign|proof|probability|guess|expect|held|seen|sort of|must|should|would"
    )
    missing = [word for word in tried.split("|") if word not in text]
    assert not missing
