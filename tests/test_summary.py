"""The summary: counts, and three numbers of independent sources that never promise too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan.figures import Summary
from hedgescan.ladder import RUNGS
from hedgescan.model import Hedge, Hop, Sentence, Source
from hedgescan.score import Chain
from hedgescan.summary import summarise


def outlet(name: str, relay: bool = False) -> Hop:
    return Hop(name, "OUTLET", relay=relay)


def sentence(number: int, *chains: Chain, tokens: int = 10, hedges: tuple[Hedge, ...] = ()) -> Sentence:
    return Sentence(number, 1, 0, 1, 1, 1, f"Sentence {number}.", tokens, hedges=hedges, chains=chains)


def read(*ways: Chain, sources: tuple[Source, ...] = ()) -> Summary:
    return summarise([sentence(number, way) for number, way in enumerate(ways)], sources)


def independent(*ways: Chain) -> tuple[float, float, float]:
    found = read(*ways).independent_sources
    return found["guaranteed"], found["maximum"], found["effective"]


ANN, BOB = Hop("ann", "NAMED_ROLE"), Hop("bob", "NAMED")
AIDE, AIDES = Hop("aide", "ANON_ROLE"), Hop("aides", "ANON_GENERIC")
CRITICS, BELIEVED = Hop("critics", "WEASEL"), Hop(None, "AGENTLESS")


def test_all_through_one_outlet_is_one_source_however_many_it_cites() -> None:
    anonymous = [Hop(name, "ANON_ROLE") for name in ("a", "b", "c", "d", "e")]
    ways = [(outlet("post", True), hop) for hop in anonymous] + [(outlet("post"),)]
    assert independent(*ways) == (1, 5, 1.0)
    assert read(*ways).outlet_dependency == 1.0


def test_two_on_the_record_are_two() -> None:
    assert independent((ANN,), (BOB,)) == (2, 2, 2.0)


def test_the_unnamed_are_never_guaranteed() -> None:
    assert independent((AIDE,), (AIDES,)) == (0, 2, 2.0)


def test_two_outlets_with_one_minister_have_one_source() -> None:
    assert independent((outlet("post", True), ANN), (outlet("times", True), ANN))[:2] == (1, 1)


def test_an_outlet_that_cites_somebody_is_not_one_more() -> None:
    assert independent((outlet("post", True), ANN), (outlet("post"),), (ANN,))[:2] == (1, 1)


def test_an_outlet_that_passes_on_nobody_is_the_source_itself() -> None:
    assert independent((outlet("post", True), BELIEVED), (outlet("times", True), CRITICS))[:2] == (2, 2)


def test_crowds_and_nobodies_are_no_source() -> None:
    assert independent((CRITICS,), (BELIEVED,))[:2] == (0, 0)


def test_nothing_attributed() -> None:
    found = read((), ())
    assert found.attributed == 0 and found.outlet_dependency == 0
    assert found.independent_sources == {"guaranteed": 0, "maximum": 0, "effective": 0}


def test_shares_go_by_tokens() -> None:
    found = summarise([sentence(1, (outlet("post"),), tokens=30), sentence(2, (ANN,), tokens=10), sentence(3, tokens=99)], ())
    assert found.outlet_dependency == 0.75
    assert found.independent_sources["effective"] == pytest.approx(1 / (0.75**2 + 0.25**2), abs=1e-6)


def test_a_sentence_with_two_ways_is_shared_out_and_a_repeated_way_counts_once() -> None:
    found = summarise([sentence(1, (outlet("post", True), AIDE), (ANN,), (ANN,))], ())
    assert found.outlet_dependency == 0.5


def test_a_repeated_sentence_takes_no_larger_share() -> None:
    once = [sentence(1, (outlet("post"),)), sentence(2, (ANN,))]
    found = summarise([*once, once[0], once[0]], ())
    assert found.sentences == 4 and found.outlet_dependency == 0.5


def test_named_humans_are_origins_not_actors_or_institutions() -> None:
    def person(id_: str, kind: str = "person", rung: str = "NAMED", anonymous: bool = False) -> Source:
        return Source(id_, id_, kind, rung, anonymous)

    sources = (
        person("ann"),
        person("actor"),
        person("post", "outlet", "OUTLET"),
        person("aide", rung="ANON_ROLE", anonymous=True),
        person("spokeswoman", rung="NAMED_ORG"),
    )
    found = read((outlet("post", True), ANN), (AIDE,), (Hop("spokeswoman", "NAMED_ORG"),), sources=sources)
    assert found.named_human_sources == 1


def test_sentences_and_hedges_are_counted() -> None:
    may = Hedge(0, 3, "may", "may", "modal", 0.78)
    said = Hedge(0, 3, "hinted", "hint", "doxastic", 0.45, "attribution_cue")
    found = summarise([sentence(1, (AIDE,), hedges=(may, said)), sentence(2, (CRITICS,), hedges=(may,)), sentence(3)], ())
    assert (found.sentences, found.attributed, found.anonymous, found.hedged) == (3, 2, 1, 2)
    assert list(found.hedges_by_category.items()) == [("modal", 2), ("doxastic", 1)]
    assert list(found.hedges_by_locus.items()) == [("writer", 2), ("attribution_cue", 1)]


names = st.sampled_from(["a", "b", "c", "d", None])
relays = st.builds(Hop, names, st.just("OUTLET"), relay=st.just(True))
origins = st.builds(Hop, names, st.sampled_from([rung for rung in RUNGS if rung != "OWN_VOICE"]))
ways = st.tuples(st.lists(relays, max_size=2), origins).map(lambda way: (*way[0], way[1]))


@given(st.lists(ways, max_size=6))
def test_the_numbers_keep_their_order_whatever_the_chains(chains: list[Chain]) -> None:
    found = read(*chains)
    numbers = found.independent_sources
    assert 0 <= numbers["guaranteed"] <= numbers["maximum"]
    assert 0 <= found.outlet_dependency <= 1
    assert not chains or 1 - 1e-6 <= numbers["effective"] <= len({chain[0].source_id for chain in chains}) + 1e-6


@given(st.lists(ways, max_size=6))
def test_a_document_twice_over_has_the_same_sources(chains: list[Chain]) -> None:
    sentences = [sentence(number, way) for number, way in enumerate(chains)]
    once, twice = summarise(sentences, ()), summarise([*sentences, *sentences], ())
    assert once.independent_sources == twice.independent_sources and once.outlet_dependency == twice.outlet_dependency


@given(st.permutations([(ANN,), (outlet("post", True), AIDE), (outlet("post"),), (CRITICS,), (outlet("times", True), BOB)]))
def test_the_order_of_sentences_never_shows(chains: list[Chain]) -> None:
    assert independent(*chains) == independent(*sorted(chains, key=repr))
