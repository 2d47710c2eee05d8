"""Independence on the real engine (language.md 4.2): a second outlet never lowers support, repetition adds nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgescan import scan

OUTLETS = ("The Washington Post", "Reuters", "The New York Times", "Bloomberg", "The Guardian")
CLAIMS = ("the bank would close", "the treaty was dead", "the minister had resigned", "the dam was safe")
SOURCES = ("officials", "two people familiar with the talks", "a senior diplomat", "the finance minister, Ada Roe")


def support(text: str) -> float:
    """How well the first sentence is supported."""
    scores = scan(text).sentences[0].scores
    assert scores
    return scores.support


@settings(max_examples=30, deadline=None)
@given(st.permutations(OUTLETS), st.sampled_from(CLAIMS))
def test_a_second_outlet_never_lowers_support(outlets: list[str], claim: str) -> None:
    first, second = outlets[:2]
    alone = support(f"{first} reported that {claim}.")
    both = support(f"{first} reported that {claim}, and {second} reported that {claim}.")
    assert both >= alone > 0


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(OUTLETS), st.sampled_from(SOURCES), st.sampled_from(CLAIMS))
def test_a_relay_never_raises_support(outlet: str, source: str, claim: str) -> None:
    named = source[0].upper() + source[1:]
    direct = support(f"{named} said that {claim}.")
    relayed = support(f"{outlet} reported, citing {source}, that {claim}.")
    assert relayed <= direct


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SOURCES[:3]), st.sampled_from(CLAIMS)), min_size=1, max_size=4, unique=True))
def test_repetition_changes_no_mean_and_no_count(rows: list[tuple[str, str]]) -> None:
    text = " ".join(f"{source[0].upper()}{source[1:]} told Reuters that {claim}." for source, claim in rows)
    once, twice = scan(text), scan(f"{text}\n\n{text}")
    assert once.scores and twice.scores
    assert once.scores.hedge == twice.scores.hedge and once.scores.certainty == twice.scores.certainty
    assert once.summary.independent_sources["guaranteed"] == twice.summary.independent_sources["guaranteed"]
    assert once.summary.outlet_dependency == twice.summary.outlet_dependency
