"""The scores: the properties of a fair measure, and the seed's worked figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan import score
from hedgescan.ladder import ANONYMOUS, MODIFIERS, RUNGS, load
from hedgescan.model import CATEGORIES, LOCI, STANCES, Hedge, Hop

LADDER = load()
strengths = st.floats(0, 1)
cues = st.builds(
    lambda category, strength, locus: Hedge(0, 1, "x", "x", category, strength, locus),
    st.sampled_from(CATEGORIES), strengths, st.sampled_from(LOCI),
)  # fmt: skip
hops = st.builds(
    Hop,
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from([rung for rung in RUNGS if rung != "OWN_VOICE"]),
    st.lists(st.sampled_from(MODIFIERS), max_size=3, unique=True).map(tuple),
    st.sampled_from([*STANCES, None]),
)
chain = st.lists(hops, min_size=1, max_size=3).map(tuple)
ways = st.lists(chain, max_size=4).map(tuple)
some_cues = st.lists(cues, max_size=5)


@given(some_cues, ways)
def test_every_figure_stays_in_its_bounds(found: list[Hedge], chains: tuple[score.Chain, ...]) -> None:
    scores = score.sentence(found, chains, LADDER)
    assert 0 <= scores.hedge <= 1 and 0 <= scores.support <= 1 and 0 <= scores.certainty <= 1
    assert -1 <= scores.gap <= 1 and 0 <= scores.verifiability <= 100


@given(some_cues, cues)
def test_a_further_cue_never_lowers_the_hedge(found: list[Hedge], more: Hedge) -> None:
    assert score.hedge([*found, more]) >= score.hedge(found) - 1e-12


@given(some_cues, ways)
def test_repetition_and_order_change_nothing(found: list[Hedge], chains: tuple[score.Chain, ...]) -> None:
    plain = score.sentence(found, chains, LADDER)
    assert score.sentence([*found, *reversed(found)], (*reversed(chains), *chains), LADDER) == plain


@given(st.sampled_from(RUNGS), st.sets(st.sampled_from(MODIFIERS)), st.sampled_from(MODIFIERS))
def test_a_modifier_never_lowers_a_rung(base: str, modifiers: set[str], more: str) -> None:
    assert score.rung(base, modifiers | {more}, LADDER) >= score.rung(base, modifiers, LADDER) - 1e-12


@given(chain, hops)
def test_a_further_hop_never_raises_a_chain(hung: score.Chain, more: Hop) -> None:
    assert score.strength((more, *hung), LADDER) <= score.strength(hung, LADDER) + 1e-12


@given(
    st.lists(st.lists(st.builds(Hop, st.sampled_from("abcdef"), st.sampled_from(ANONYMOUS)), min_size=1, max_size=2).map(tuple), max_size=9)
)
def test_the_anonymous_never_pass_their_ceiling(chains: list[score.Chain]) -> None:
    if chains:
        assert score.support(chains, LADDER) <= 0.70 + 1e-12


@given(st.sampled_from(["NAMED_ROLE", "NAMED", "NAMED_ORG"]), st.lists(st.sampled_from(MODIFIERS), unique=True))
def test_on_the_record_beats_every_anonymous_source(rung: str, modifiers: list[str]) -> None:
    best = max(score.rung(base, modifiers, LADDER) for base in ANONYMOUS)
    assert score.rung(rung, (), LADDER) >= 0.80 > 0.70 >= best


@given(ways, chain)
def test_a_new_root_never_lowers_support_and_an_old_one_adds_only_if_stronger(chains: tuple[score.Chain, ...], more: score.Chain) -> None:
    fresh = (Hop("new", more[0].rung, more[0].modifiers), *more[1:])
    if chains:
        assert score.support((*chains, fresh), LADDER) >= score.support(chains, LADDER) - 1e-12
        weakest = min(chains, key=lambda way: score.strength(way, LADDER))
        assert score.support((*chains, weakest), LADDER) == score.support(chains, LADDER)


def test_nothing_found_is_the_houses_own_voice() -> None:
    assert score.hedge([]) == 0
    assert score.sentence([], (), LADDER).support == pytest.approx(0.60)
    assert score.sentence([], (), LADDER).certainty == 1.0


def test_modal_concord_counts_once() -> None:
    may = Hedge(0, 3, "may", "may", "modal", 0.77)
    might = Hedge(4, 9, "might", "might", "modal", 0.79)
    assert score.hedge([may, might]) == pytest.approx(0.79)


POST = Hop("post", "OUTLET", relay=True, stance="neutral")
WORKED = [  # language: sentence, chain, cues (category, strength, locus), support, certainty, verifiability
    ("s01", (POST, Hop("d", "ANON_GROUP_DESCRIBED", stance="neutral")), [], 0.28, 0.65, 28.1),
    ("s04", (Hop("post", "OUTLET", stance="neutral"),), [], 0.60, 0.65, 60.0),
    ("s05", (POST, Hop("d", "ANON_GROUP_DESCRIBED", stance="tentative")), [("doxastic", 0.25, "attribution_cue")], 0.28, 0.49, 25.9),
    ("s07", (POST, Hop("o", "ANON_GENERIC", ("basis", "count2"), "neutral")), [], 0.35, 0.65, 35.1),
    ("s10", (Hop("post", "OUTLET", stance="neutral"),), [("unknown", 0.95, "claim"), ("approximator", 0.15, "claim")], 0.60, 0.03, 42.8),
    ("s13", (POST, Hop("a", "ANON_ROLE", ("proximity",), "neutral")), [], 0.30, 0.65, 30.0),
    ("s14", (Hop("post", "OUTLET", stance="factive"),), [("unknown", 0.95, "claim")], 0.60, 0.05, 42.9),
]  # fmt: skip


@pytest.mark.parametrize(("name", "hung", "marks", "support", "certainty", "verifiability"), WORKED, ids=lambda value: str(value)[:3])
def test_worked_figures(
    name: str, hung: score.Chain, marks: list[tuple[str, float, str]], support: float, certainty: float, verifiability: float
) -> None:
    scores = score.sentence([Hedge(0, 1, "x", "x", *mark) for mark in marks], (hung,), LADDER)
    assert scores.support == pytest.approx(support, abs=0.006)
    assert scores.certainty == pytest.approx(certainty, abs=0.006)
    assert scores.verifiability == pytest.approx(verifiability, abs=0.15)


def test_an_unknown_rung_or_modifier_is_refused() -> None:
    with pytest.raises(ValueError, match="NOBODY_AT_ALL"):
        score.rung("NOBODY_AT_ALL", (), LADDER)
    with pytest.raises(ValueError, match="hearsay"):
        score.rung("NAMED", ("hearsay",), LADDER)
