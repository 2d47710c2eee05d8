"""The worked example of 14 sentences, row by row, and evidence from which every number can be done again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan import score
from hedgescan.evidence import Row, explain
from hedgescan.ladder import MODIFIERS, RUNGS, load
from hedgescan.model import CATEGORIES, LOCI, STANCES, Attribution, Hedge, Hop, Sentence, Span

LADDER = load()
Cues = tuple[tuple[str, float, str], ...]
Figures = tuple[float, float, float, float, float]


def through(source: str, rung: str, *modifiers: str, relay: str | None = "neutral", stance: str | None = "neutral") -> score.Chain:
    return (Hop("post", "OUTLET", (), relay, True, relay is None), Hop(source, rung, modifiers, stance))


def own(stance: str = "neutral") -> score.Chain:
    return (Hop("post", "OUTLET", (), stance),)


GROUP, REGIONAL = ("group", "ANON_GROUP_DESCRIBED"), ("regional", "ANON_ROLE")
TWO = ("two", "ANON_GENERIC", "basis", "count2")
WORKED: list[tuple[int, score.Chain, Cues, Figures]] = [  # tokens, chain, cues, (hedge, support, certainty, gap, verifiability)
    (41, through(*GROUP), (), (0, 0.281, 0.65, 0.369, 28.1)),
    (31, through(*GROUP), (("conditional", 0.35, "nested"),), (0.35, 0.281, 0.65, 0.369, 28.1)),
    (23, through(*GROUP, relay=None), (), (0, 0.281, 0.65, 0.369, 28.1)),
    (26, own(), (), (0, 0.6, 0.65, 0.05, 60.0)),
    (42, through(*GROUP, relay=None, stance="tentative"), (("doxastic", 0.25, "attribution_cue"),), (0.25, 0.281, 0.488, 0.207, 25.9)),
    (36, own("factive"), (("doxastic", 0.45, "nested"), ("likelihood", 0.79, "nested")), (0.885, 0.6, 0.95, 0.35, 60.0)),
    (24, through(*TWO, relay=None), (), (0, 0.351, 0.65, 0.299, 35.1)),
    (
        39,
        through(*TWO, relay=None, stance="cognition"),
        (("doxastic", 0.5, "attribution_cue"), ("conditional", 0.35, "nested"), ("likelihood", 0.79, "nested")),
        (0.932, 0.351, 0.325, -0.026, 29.8),
    ),
    (31, through(*REGIONAL), (), (0, 0.34, 0.65, 0.31, 34.0)),
    (33, own(), (("unknown", 0.95, "claim"), ("approximator", 0.15, "claim")), (0.958, 0.6, 0.028, -0.572, 42.8)),
    (32, through("regional2", "ANON_ROLE"), (), (0, 0.34, 0.65, 0.31, 34.0)),
    (43, own(), (), (0, 0.6, 0.65, 0.05, 60.0)),
    (43, through("academic", "ANON_ROLE", "proximity"), (), (0, 0.3, 0.65, 0.35, 30.0)),
    (24, own("factive"), (("unknown", 0.95, "claim"),), (0.95, 0.6, 0.048, -0.552, 42.9)),
]


def build(number: int, tokens: int, chains: tuple[score.Chain, ...], cues: Cues) -> Sentence:
    hedges = tuple(Hedge(0, 1, f"cue{place}", "cue", *cue) for place, cue in enumerate(cues))
    scores = score.sentence(hedges, chains, LADDER)
    return Sentence(number, 1, 0, 1, 1, 1, f"Sentence {number}.", tokens, hedges=hedges, chains=chains, scores=scores)


SENTENCES = [build(number, tokens, (chain,), cues) for number, (tokens, chain, cues, _) in enumerate(WORKED, 1)]


def again(row: Row) -> float:
    """The row's arithmetic, done with nothing but min and max."""
    return float(eval(row.arithmetic, {"__builtins__": {}}, {"min": min, "max": max}))


@pytest.mark.parametrize("place", range(14), ids=lambda place: f"s{place + 1:02}")
def test_the_worked_example(place: int) -> None:
    scores, expected = SENTENCES[place].scores, WORKED[place][3]
    assert scores
    found = (scores.hedge, scores.support, scores.certainty, scores.gap)
    assert found == pytest.approx(expected[:4], abs=0.00101)
    assert scores.verifiability == pytest.approx(expected[4], abs=0.051)


def test_the_worked_document() -> None:
    scores = score.document(SENTENCES)
    assert (scores.hedge, scores.support, scores.certainty, scores.gap) == pytest.approx((0.308, 0.411, 0.557, 0.146), abs=0.00101)
    assert scores.verifiability == pytest.approx(38.325, abs=0.051)
    claimed = sum(item.tokens * score.hedge_claim(item.hedges) for item in SENTENCES) / score.total(SENTENCES).tokens
    assert claimed == pytest.approx(0.18, abs=0.001)


def test_the_worked_example_overclaims_where_the_design_says() -> None:
    assert [item.index for item in SENTENCES if item.scores and round(item.scores.gap, 2) >= 0.33] == [1, 2, 3, 6, 13]


def test_documents_add_up_token_by_token() -> None:
    first, rest = SENTENCES[:5], SENTENCES[5:]
    both = score.total(first) + score.total(rest)
    assert both.tokens == score.total(SENTENCES).tokens
    assert both.sums == pytest.approx(score.total(SENTENCES).sums)


def test_a_document_twice_over_scores_the_same() -> None:
    assert score.document([*SENTENCES, *SENTENCES]) == score.document(SENTENCES)


def test_no_sentences_score_nothing() -> None:
    assert score.document([]).support == 0


cue = st.tuples(st.sampled_from(CATEGORIES), st.floats(0, 1), st.sampled_from(LOCI))
hop = st.builds(
    Hop,
    st.sampled_from(["a", "b", "c", None]),
    st.sampled_from(RUNGS),
    st.lists(st.sampled_from(MODIFIERS), max_size=3).map(tuple),
    st.sampled_from([*STANCES, None]),
    st.booleans(),
)
chain = st.lists(hop, min_size=1, max_size=3).map(tuple)


@given(st.lists(cue, max_size=5).map(tuple), st.lists(chain, max_size=3).map(tuple))
def test_every_number_can_be_done_again(cues: Cues, chains: tuple[score.Chain, ...]) -> None:
    sentence = build(1, 10, chains, cues)
    rows = explain(sentence, LADDER)
    for row in rows:
        assert again(row) == pytest.approx(row.value, abs=2e-3 if row.what == "verifiability" else 2e-5)
    shown = {row.what: row.value for row in rows}
    for name in ("hedge", "support", "certainty", "gap", "verifiability"):
        assert shown[name] == pytest.approx(getattr(sentence.scores, name), abs=1e-6)


def test_the_evidence_shows_the_words() -> None:
    said = Attribution("a1", "indirect", "neutral", Span(10, 14, "said"), Span(0, 9, "A captain"), (), source_id="captain")
    way = ((Hop("captain", "ANON_ROLE", ("basis",), "neutral"),),)
    row = next(row for row in explain(Sentence(1, 1, 0, 1, 1, 1, "x", 9, attributions=(said,), chains=way), LADDER) if "hop 1" in row.what)
    assert row.words == "A captain … said" and row.what.endswith("ANON_ROLE + basis")
    assert row.arithmetic == "0.7 - (0.7 - 0.4) * (1 - 0.25)"
