"""Participles that look like a past tense: under their noun, with nobody named for who believes it; near misses keep their subject."""

from __future__ import annotations

import pytest

from hedgescan.engine import scan
from hedgescan.english import read
from hedgescan.readers.text import from_string

REDUCED = {
    "A man believed to be in his forties was arrested.": "believed",
    "Police arrested a man said to be the leader.": "said",
    "A vessel believed to belong to Iran was seized.": "believed",
    "He is one of three men believed to have robbed the bank.": "believed",
    "The painting, thought to be by a pupil, sold for a million.": "thought",
    "A cache of letters reported to contain secrets was found.": "reported",
    "A group alleged to have ties to the mafia ran the port.": "alleged",
    "The blaze, suspected to have been started by children, spread.": "suspected",
    "Two sailors believed to be migrants drowned.": "believed",
}
ACTIVE = {
    "She believed to the end that he was alive.": "She",
    "He thought to call her, but it was late.": "He",
    "Officials said to expect delays.": "Officials",
    "The captain believed the crew to be safe.": "The captain",
}
SPEAKERS = {
    "The minister had on Monday said the bridge was safe.": "The minister",
    "His close friends and allies have in the past said he was ill.": "His close friends and allies",
    "The mayor has repeatedly over the years denied the claim.": "The mayor",
    "A man believed to be the killer said he was sorry.": "A man believed to be the killer",
    "A source said to be close to the king told reporters that talks failed.": "A source said to be close to the king",
    "The suspects, believed to be in Spain, deny it.": "The suspects, believed to be in Spain",
}


@pytest.mark.parametrize(("text", "cue"), REDUCED.items(), ids=str)
def test_nobody_is_named_for_what_is_believed_of_a_noun(text: str, cue: str) -> None:
    found = [one for one in scan(text).sentences[0].attributions if one.cue.text == cue]
    assert [one.source for one in found] == [None]


@pytest.mark.parametrize(("text", "source"), ACTIVE.items(), ids=str)
def test_who_believes_in_the_active_stays_the_source(text: str, source: str) -> None:
    found = scan(text).sentences[0].attributions
    assert [one.source.text for one in found if one.source] == [source]


@pytest.mark.parametrize(("text", "source"), SPEAKERS.items(), ids=str)
def test_of_two_verbs_the_finite_one_has_the_noun_for_its_subject(text: str, source: str) -> None:
    found = scan(text).sentences[0].attributions
    assert [one.source.text for one in found if one.source] == [source]


def test_the_participle_hangs_on_its_noun_and_the_noun_on_the_clauses_verb() -> None:
    (parse,) = read.parse(from_string("A man believed to be armed was held on Monday."))
    noun, participle, verb = (parse.lower.index(word) for word in ("man", "believed", "held"))
    assert (parse.heads[participle], parse.deps[participle], parse.tags[participle]) == (noun, "acl", "VBN")
    assert (parse.heads[noun], parse.deps[noun]) == (verb, "nsubj:pass") and parse.heads[verb] == verb
