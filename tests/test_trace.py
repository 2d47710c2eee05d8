"""The trace tells of every candidate what the engine did with it, and every refusal has its reason."""

from __future__ import annotations

import pytest

from hedgescan import lexicon
from hedgescan.engine import LEAST, engine
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.english.syntax import GUARDS
from hedgescan.lexicon.rule import question
from hedgescan.readers.text import from_string
from hedgescan.rules import hedges, nouns
from hedgescan.rules.attribution import find
from hedgescan.rules.attribution import trace as reporting
from hedgescan.rules.trace import claimants, trace

LEXICON = lexicon.load()
SENTENCES = sorted({sentence for entry in (*LEXICON.hedges, *LEXICON.boosters) for sentence in (*entry.yes, *entry.no)})


@pytest.fixture(scope="module")
def parses() -> list[Parse]:
    """All examples of the hedges, parsed in one go."""
    found = list(read.parse(from_string("\n\n".join(SENTENCES))))
    for parse in found:
        nouns.mark(parse, engine().vocabulary)
    return found


def test_the_trace_has_exactly_the_cues_of_the_scan(parses: list[Parse]) -> None:
    for parse in parses:
        told = {item.merged or item.match for item in trace(parse, LEXICON.rules) if item.fate == hedges.FIRED}
        assert told == set(hedges.cues(parse, LEXICON.rules))


def test_a_cue_fires_by_good_answers_and_is_refused_by_a_bad_one(parses: list[Parse]) -> None:
    fates = set()
    for parse in parses:
        for item in trace(parse, LEXICON.rules):
            fates.add(item.fate)
            assert item.patterns
            if item.fate == hedges.TAKEN:
                assert item.by is not None and item.answers == ()
            else:
                assert (item.fate == hedges.FIRED) == all(answer.passed for answer in item.answers)
    assert fates == {hedges.FIRED, hedges.REFUSED, hedges.TAKEN}


def test_the_trace_has_exactly_the_attributions_of_the_scan(parses: list[Parse]) -> None:
    fates = set()
    for parse in parses:
        told = reporting.trace(parse, engine().entries, LEAST)
        fates |= {item.fate for item in told}
        found = {finding.token for finding in find.find(parse, engine().entries, LEAST)}
        assert {item.token for item in told if item.fate == reporting.FIRED} == found
        assert all(item.strength < item.threshold for item in told if item.fate == reporting.WEAK)
    assert {reporting.FIRED, reporting.WEAK, reporting.PART} <= fates


def test_every_guard_asks_a_question() -> None:
    assert not [name for name in GUARDS if not question(name).endswith("?")]
    assert question("if i|we * may") == "Is it part of “if i/we … may”?"


def test_claimants_come_in_the_order_of_the_scan(parses: list[Parse]) -> None:
    first = claimants(["more", "likely", "than", "not"], LEXICON.rules)[0]
    assert first.name == "more likely than not" and claimants(["xyzzy"], LEXICON.rules) == []
