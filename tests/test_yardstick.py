"""Words of probability measured by published yardsticks."""

from __future__ import annotations

import json

import pytest

from hedgescan import lexicon, scan
from hedgescan.model import PUBLIC, YARDSTICKS
from hedgescan.yardstick import note, yardsticks
from tests.conftest import Run

TEXT = "An attack is a realistic possibility. Rain is highly likely, and a draw is unlikely. It may snow."


@pytest.mark.parametrize(
    ("name", "words", "band"),
    [
        # Kucharski 2026 ships the bands of ICD 203 (as used by the NIC), PHIA and the IPCC; Kent 1964 gives 93 ± 6, 75 ± 12, 50 ± 10 …
        ("icd203", "almost certainly", (95, 99)),
        ("icd203", "Very  likely", (80, 95)),
        ("icd203", "unlikely", (20, 45)),
        ("icd203", "remote", (1, 5)),
        ("phia", "realistic possibility", (40, 50)),
        ("phia", "probably", (55, 75)),
        ("phia", "highly unlikely", (10, 20)),
        ("ipcc", "likely", (66, 100)),
        ("ipcc", "virtually certain", (99, 100)),
        ("ipcc", "about as likely as not", (33, 66)),
        ("kent", "almost certain", (87, 99)),
        ("kent", "probably not", (20, 40)),
        ("kent", "probable", (63, 87)),
        ("phia", "not likely", None),
        ("ipcc", "realistic possibility", None),
        ("kent", "may", None),
    ],
)
def test_bands(name: str, words: str, band: tuple[int, int] | None) -> None:
    found = yardsticks()[name].band(words)
    assert (found and (found.low, found.high)) == band


def test_a_phrase_stands_in_one_band_of_a_yardstick() -> None:
    for ruler in yardsticks().values():
        phrases = [wording for band in ruler.bands for phrase in (*band.phrases, *band.near) for wording in wordings(phrase)]
        assert len(phrases) == len(set(phrases))


def wordings(phrase: str) -> list[str]:
    out = [""]
    for item in phrase.split():
        out = [f"{head} {word}".strip() for head in out for word in item.rstrip("?").split("|")]
    return out


def test_a_note_stands_where_half_the_readers_fall_outside_the_band() -> None:
    assert note("realistic possibility", (25, 60, 80), "phia") == "UK PHIA means 40–50 by it; readers take it for 60 (25–80)"
    assert note("likely", (60, 75, 85), "phia") is None
    assert note("realistic possibility", (25, 60, 80), "kent") is None
    assert note("realistic possibility", (25, 60, 80), PUBLIC) is None


@pytest.mark.parametrize("name", YARDSTICKS)
def test_every_hedge_has_the_band_of_the_yardstick(name: str) -> None:
    hedges = [hedge for sentence in scan(TEXT, yardstick=name).sentences for hedge in sentence.hedges]
    assert [hedge.text for hedge in hedges] == ["realistic possibility", "highly likely", "unlikely", "may"]
    for hedge in hedges:
        band = yardsticks()[name].band(hedge.text) if name != PUBLIC else None
        expected = (hedge.p10, hedge.p90) if name == PUBLIC else (band.low, band.high) if band else None
        assert hedge.band == expected


def test_scores_do_not_depend_on_the_yardstick() -> None:
    assert scan(TEXT, yardstick="phia").scores == scan(TEXT).scores


def test_json_carries_band_and_note(run: Run) -> None:
    done = run("-f", "json", "--yardstick", "phia", stdin=TEXT.encode())
    hedges = [hedge for sentence in json.loads(done.stdout)["documents"][0]["sentences"] for hedge in sentence["hedges"]]
    assert [(hedge["band"], bool(hedge["note"])) for hedge in hedges] == [([40, 50], True), ([80, 90], False), ([25, 35], True), (None, False)]
    assert {"p", "p10", "p90"} <= hedges[0].keys()
    assert run("--yardstick", "furlong", stdin=b"x").returncode == 2


def test_the_wide_table_and_markdown_show_what_readers_take_it_for(run: Run) -> None:
    narrow = run(stdin=TEXT.encode()).stdout.decode()
    wide = run("--wide", "--yardstick", "phia", stdin=TEXT.encode()).stdout.decode()
    assert "p≈" not in narrow
    assert "~realistic possibility (p≈60, 25–80; band 40–50)" in wide and "~may (p≈40, 20–60)" in wide
    assert "~may (p≈40, 20–60)" in run("-f", "markdown", stdin=TEXT.encode()).stdout.decode()


def test_the_lexicon_gives_the_medians_of_the_surveys() -> None:
    by = {entry.name: entry for entry in lexicon.load().hedges}
    assert {name: (by[name].p10, by[name].p, by[name].p90) for name in ("likely", "unlikely", "realistic possibility")} == {
        "likely": (60, 75, 85), "unlikely": (5, 20, 30), "realistic possibility": (25, 60, 80),
    }  # fmt: skip
