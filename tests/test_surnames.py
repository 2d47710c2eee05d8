"""Surnames and letters that look like plural nouns are names; plural nouns that look like names are not."""

from __future__ import annotations

import pytest

from hedgescan.engine import scan

NAMED = {
    "Senators grilled the banker John Stumpf on Tuesday. Stumpf said that the bank had erred.": "Stumpf",
    "Rep. Gregory W. Meeks, who leads the caucus, spoke. “He can do it,” Meeks said.": "Meeks",
    "“It was wrong,” Hodges said. Kim Hodges, a nurse, left.": "Hodges",
    "The golfers Trump, Lund and Woods met. “I won,” Woods said.": "Woods",
    "These clerks, Stumpf explained on Monday, were well paid. John Stumpf runs the bank.": "Stumpf",
    "AROS argues that families want schools.": "AROS",
    "Hodges argues that it was wrong.": "Hodges",
    "Stumpf said that the bank had erred.": "Stumpf",
    "South Korean President Park Geun-hye said the north had lied.": "South Korean President Park Geun-hye",
    "Secretary of State John F. Kerry said that they were far from perfect.": "Secretary of State John F. Kerry",
}
CROWDS = {
    "Protesters said the march would go on. The Protesters Union met.": "Protesters",
    "Residents said they heard a bang.": "Residents",
    "Ramblers said the path was shut. The Ramblers Club met, and ramblers cheered.": "Ramblers",
    "Birchers Said To Quit\n\nBirchers say that they will quit.": "Birchers",
    "ISPs say that speeds vary.": "ISPs",
    "Many Latinos had expected that he would win.": "Many Latinos",
    "New Yorkers say that rents are too high.": "New Yorkers",
    "Muslim Americans fear that the law will pass.": "Muslim Americans",
}


@pytest.mark.parametrize(("text", "source"), NAMED.items(), ids=str)
def test_a_name_that_the_tagger_took_for_a_noun_is_a_name(text: str, source: str) -> None:
    assert "WEASEL" not in _rungs(text, source) and _rungs(text, source) <= {"NAMED", "NAMED_ROLE", "NAMED_ORG"}


@pytest.mark.parametrize(("text", "source"), CROWDS.items(), ids=str)
def test_a_crowd_at_the_head_of_a_sentence_stays_one(text: str, source: str) -> None:
    assert _rungs(text, source) == {"WEASEL"}


def test_a_hyphened_given_name_is_whole() -> None:
    found = scan("President Kim Il-sung spoke on Monday. Kim said no.\n\nSouth Korean President Park Geun-hye said the north had lied.")
    assert [one.name for one in found.sources] == ["Kim Il-sung", "Park Geun-hye"]


def _rungs(text: str, source: str) -> set[str]:
    found = scan(text)
    rungs = {one.id: one.rung for one in found.sources}
    said = [one for sentence in found.sentences for one in sentence.attributions if one.source and one.source.text == source]
    assert said
    return {rungs[one.source_id] for one in said if one.source_id}
