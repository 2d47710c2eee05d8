"""The seed article, as a careful reader reads it."""

from __future__ import annotations

from hedgescan import Document
from tests.conftest import SEED

CHAINS = [2, 2, 2, 1, 2, 1, 2, 2, 2, 1, 2, 1, 2, 1]  # hops from the article to the origin, sentence by sentence


def test_fourteen_sentences_with_true_offsets(seed: Document) -> None:
    text = SEED.read_text(encoding="utf-8")
    assert len(seed.sentences) == 14 and [s.paragraph for s in seed.sentences].count(7) == 2
    for sentence in seed.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for hedge in sentence.hedges:
            assert text[hedge.start : hedge.end] == hedge.text
        for attribution in sentence.attributions:
            for span in (attribution.cue, attribution.source, attribution.referent, *attribution.content):
                assert span is None or text[span.start : span.end] == span.text


def test_every_claim_comes_through_the_one_newspaper(seed: Document) -> None:
    (outlet,) = [source for source in seed.sources if source.kind == "outlet"]
    assert outlet.name == "Washington Post"
    for sentence in seed.sentences:
        assert sentence.chains and all(chain[0].source_id == outlet.id for chain in sentence.chains), sentence.text
    assert [len(sentence.chain) for sentence in seed.sentences] == CHAINS
    assert seed.summary.independent_sources["guaranteed"] == 1
    assert seed.summary.outlet_dependency == 1.0
    assert seed.summary.named_human_sources == 0


def test_who_is_unnamed_and_how_well_described(seed: Document) -> None:
    by = {attribution.source.text: attribution for s in seed.sentences for attribution in s.attributions if attribution.source}
    assert by["diplomats and regional officials"].rung == "ANON_GROUP_DESCRIBED"
    assert by["The sources"].anonymous and by["the newspaper’s sources"].anonymous
    assert not by["The newspaper"].anonymous and by["The newspaper"].rung == "OUTLET"
    assert by["a Russian academic close to senior Russian diplomats"].rung == "ANON_ROLE"
    two = next(source for source in seed.sources if source.name.startswith("Two officials"))
    assert (two.count, two.basis) == (2, "familiar with the content of the messages")


def test_anaphors_are_tied_to_whom_they_mean(seed: Document) -> None:
    outlet = next(source for source in seed.sources if source.kind == "outlet")
    for number, word in ((4, "The newspaper"), (11, "It"), (12, "the newspaper")):
        (found,) = [a for a in seed.sentences[number - 1].attributions if a.source and a.source.text == word]
        assert found.source_id == outlet.id
    first = next(a for a in seed.sentences[0].attributions if a.cue.text == "citing")
    for number in (2, 3, 5):
        assert any(a.source_id == first.source_id for a in seed.sentences[number - 1].attributions)


def test_hedges_are_found_and_placed(seed: Document) -> None:
    found = {(s.index, h.category, h.locus) for s in seed.sentences for h in s.hedges}
    assert {
        (5, "doxastic", "attribution_cue"),
        (10, "unknown", "claim"),
        (14, "unknown", "claim"),
        (8, "doxastic", "attribution_cue"),
    } <= found
    assert {(2, "conditional", "nested"), (6, "doxastic", "nested"), (6, "likelihood", "nested")} <= found
    assert not [h for s in seed.sentences for h in s.hedges if h.locus in ("writer", "quoted")]
