"""Every hedge and booster fires where its `yes` says and not where its `no` says; and each is put in the right mouth."""

from __future__ import annotations

import pytest

from hedgescan import lexicon, scan
from hedgescan.english import read
from hedgescan.lexicon import HedgeEntry
from hedgescan.readers.text import from_string
from hedgescan.rules import hedges

LEXICON = lexicon.load()
ENTRIES = (*LEXICON.hedges, *LEXICON.boosters)


@pytest.fixture(scope="module")
def fired() -> dict[str, set[tuple[str, str]]]:
    """Sentence → (category, entry) of the cues found in it, all sentences parsed in one go."""
    sentences = sorted({sentence for entry in ENTRIES for sentence in (*entry.yes, *entry.no)})
    text = from_string("\n\n".join(sentences))
    out: dict[str, set[tuple[str, str]]] = {sentence: set() for sentence in sentences}
    for parse in read.parse(text):
        for match in hedges.cues(parse, LEXICON.rules):
            out[text.blocks[parse.number - 1].prose].add((match.entry.category, match.entry.name))
    return out


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.category}-{entry.name}")
def test_yes_fires_and_no_does_not(entry: HedgeEntry, fired: dict[str, set[tuple[str, str]]]) -> None:
    key = (entry.category, entry.name)
    missed = [sentence for sentence in entry.yes if key not in fired[sentence]]
    false = [sentence for sentence in entry.no if key in fired[sentence]]
    assert not missed and not false, f"missed: {missed}; false: {false}"


def found(text: str) -> list[tuple[str, str, str]]:
    return [(hedge.text, hedge.category, hedge.locus) for sentence in scan(text).sentences for hedge in sentence.hedges]


def test_who_hedges() -> None:
    assert found("The talks may fail.") == [("may", "modal", "writer")]
    assert found("The mayor said the talks may fail.") == [("may", "modal", "claim")]
    assert found("“The talks may fail,” the mayor said.") == [("may", "modal", "quoted")]
    assert [row[2] for row in found("The mayor believes the talks failed.")] == ["attribution_cue"]
    assert ("may", "modal", "nested") in found("The mayor said the envoy warned that the talks may fail.")


def test_the_month_changes_nothing() -> None:
    assert found("In May the talks failed.") == []
    assert found("The talks of May failed, Theresa May said.") == []


def test_the_longest_phrase_takes_its_words() -> None:
    assert [row[1] for row in found("The coach did not rule out the possibility of a transfer.")] == ["likelihood"]


def test_a_hedge_within_quotation_marks_is_never_the_writers() -> None:
    plain = found("It may rain.")
    quoted = found("“It may rain,” she said.")
    assert plain[0][2] == "writer" and all(locus == "quoted" for _, _, locus in quoted)
