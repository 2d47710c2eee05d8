"""What must not change when a text is put another way (hypotheses over invented names, roles and propositions, on the real engine)."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgescan import Attribution, Document, Sentence, scan
from tests.passage import said

PEOPLE = [
    "Mayor Joan Tilbury",
    "Grace Moyo",
    "Dr Idris Bello",
    "Sheriff Dale Hooper",
    "Anita Rao",
]
UNNAMED = [
    "a senior customs official",
    "two people familiar with the matter",
    "three diplomats",
    "a source close to the club",
    "aides to the president",
]
BODIES = ["the water board", "the Coastal Relief Network", "the Meridian Herald", "the indictment", "Tehran", "critics"]
CLAIMS = [
    "the bridge would close in June",
    "the harbour was safe",
    "the two firms had divided the money",
    "nine prisoners had left the island",
    "the clinic has no water",
    "the tunnel will cost $40 million",
]
HEDGED = [
    "the talks may fail",
    "the dam could burst",
    "the harbour is probably safe",
    "the vote might be delayed",
    "the fire possibly began in a barn",
    "about 40 houses were lost",
]
WITH_MAY = ["the talks may fail", "the court may close the mine", "prices may rise again", "the ferry may not sail"]
EVENTS = ["the closure of the mine", "the new timetable", "the arrest of two guards", "a fare rise", "the sale of the port"]
PLAIN = [
    "The river runs past the mill.",
    "Two trains were late.",
    "The market opens at nine.",
    "A road leads to the coast.",
    "Rain fell on the hills all night.",
]
DOCUMENTS = [
    ["Two officials said the pipeline had burst.", "The officials added that repairs would take a month.", "Nobody lives there."],
    [
        "The Meridian Herald reported that a truce had held.",
        "According to the newspaper, the roads were open.",
        "“It is quiet,” an aide said.",
    ],
    ["“We lost the boat,” said Rekha Devi.", "She hopes that the bank will wait.", "The bank declined to comment."],
    ["It is believed that the rebels hold two bridges.", "The army denied the claim.", "The records show that both are shut."],
]

SOURCES = PEOPLE + UNNAMED + BODIES
many = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def upper(words: str) -> str:
    return words[0].upper() + words[1:]


def bare(source: str) -> str:
    return source.rstrip(",")


class Told(NamedTuple):
    """Who is said to say it, and how well supported: what the order of the words has no part in."""

    source: str
    anonymous: bool
    rung: str
    support: float


def told(text: str) -> Told:
    """The one attribution of a text of one sentence that is not inside another."""
    (sentence,) = scan(text).sentences
    (one,) = [attribution for attribution in sentence.attributions if attribution.parent is None]
    assert sentence.scores
    return Told((one.source.text if one.source else "").rstrip(",").lower(), one.anonymous, one.rung, round(sentence.scores.support, 6))


def content(text: str) -> str:
    (sentence,) = scan(text).sentences
    (one,) = [attribution for attribution in sentence.attributions if attribution.parent is None]
    return said([span.text for span in sorted(one.content)]).lower()


def orders(source: str, claim: str) -> list[str]:
    """One report in the four orders of its parts."""
    return [
        f"{upper(source)} said that {claim}.",
        f"{upper(source)} said {claim}.",
        f"{upper(claim)}, {source} said.",
        f"{upper(claim)}, said {bare(source)}.",
        f"According to {source.rstrip(',')}, {claim}.",
        f"{upper(claim)}, according to {bare(source)}.",
    ]


@many
@given(st.sampled_from(SOURCES), st.sampled_from(CLAIMS))
def test_the_order_of_source_cue_and_content_changes_nothing_of_the_source(source: str, claim: str) -> None:
    first, *others = orders(source, claim)
    for other in others:
        assert told(other) == told(first), (other, first)


@many
@given(st.sampled_from(SOURCES), st.sampled_from(CLAIMS))
def test_the_order_changes_nothing_of_the_content(source: str, claim: str) -> None:
    for text in orders(source, claim):
        assert content(text) == said([claim]).lower(), text


@many
@given(st.sampled_from(PEOPLE + UNNAMED + BODIES[:2]), st.sampled_from(EVENTS), st.sampled_from(["announced", "confirmed", "denied"]))
def test_a_passive_with_its_agent_is_its_active(source: str, event: str, verb: str) -> None:
    active, passive = f"{upper(source)} {verb} {event}.", f"{upper(event)} was {verb} by {bare(source)}."
    assert told(passive) == told(active), (passive, active)


def tellings(sentence: Sentence) -> list[tuple[str, str, bool, str]]:
    return [(one.cue.text, one.source.text if one.source else "", one.anonymous, one.rung) for one in sentence.attributions]


def hedges(sentence: Sentence) -> list[tuple[str, str, str]]:
    return [(hedge.text, hedge.category, hedge.locus) for hedge in sentence.hedges]


@many
@given(st.sampled_from(SOURCES), st.sampled_from(CLAIMS + HEDGED), st.sampled_from(["in the month of May", "in May", "on 3 May"]))
def test_the_month_of_may_changes_nothing(source: str, claim: str, when: str) -> None:
    (plain,) = scan(f"{upper(source)} said that {claim}.").sentences
    (dated,) = scan(f"{upper(source)} said that {claim} {when}.").sentences
    assert (tellings(dated), hedges(dated)) == (tellings(plain), hedges(plain))
    assert plain.scores and dated.scores
    assert (dated.scores.support, dated.scores.hedge) == (plain.scores.support, plain.scores.hedge)


def writers(document: Document) -> list[tuple[str, str, float]]:
    """What the writer hedges in his own voice."""
    found = [hedge for sentence in document.sentences for hedge in sentence.hedges]
    return [(hedge.text, hedge.category, hedge.strength) for hedge in found if hedge.locus == "writer"]


@many
@given(st.sampled_from(PEOPLE + UNNAMED), st.sampled_from(HEDGED), st.sampled_from(["“”", '""', "‘’"]))
def test_quotation_marks_move_hedges_from_claim_to_quoted(source: str, claim: str, marks: str) -> None:
    (plain,) = scan(f"{upper(source)} said: {upper(claim)}.").sentences
    (quoted,) = scan(f"{upper(source)} said: {marks[0]}{upper(claim)}.{marks[1]}").sentences
    (reported,) = scan(f"{upper(source)} said that {claim}.").sentences
    assert {locus for _, _, locus in hedges(reported)} == {"claim"} and {locus for _, _, locus in hedges(quoted)} == {"quoted"}
    words = [[(text.lower(), category) for text, category, _ in hedges(sentence)] for sentence in (plain, quoted, reported)]
    assert words[0] == words[1] == words[2]


@many
@given(st.sampled_from(PEOPLE + UNNAMED), st.sampled_from(WITH_MAY), st.sampled_from(["", " It may rain.", " Perhaps the road is shut."]))
def test_what_is_quoted_never_changes_the_writers_hedge(source: str, claim: str, after: str) -> None:
    may = scan(f"“{upper(claim)},” {source} said.{after}")
    will = scan(f"“{upper(claim.replace(' may ', ' will '))},” {source} said.{after}")
    assert writers(may) == writers(will)
    assert bool(writers(may)) == bool(after)


def findings(sentence: Sentence, document: Document) -> list[tuple[object, ...]]:
    """A sentence's attributions without the numbers that depend on its place."""
    names = {source.id: source.name for source in document.sources}
    return [
        (
            one.cue.text,
            one.source and one.source.text,
            names.get(one.source_id or ""),
            one.anonymous,
            one.rung,
            [span.text for span in one.content],
        )
        for one in sentence.attributions
    ]


def by_text(document: Document) -> dict[str, list[tuple[object, ...]]]:
    return {sentence.text: findings(sentence, document) for sentence in document.sentences}


@many
@given(st.sampled_from(DOCUMENTS), st.sampled_from(PLAIN), st.integers(0, 3), st.sampled_from([" ", "\n\n"]))
def test_a_sentence_that_attributes_nothing_changes_no_other(sentences: list[str], plain: str, place: int, gap: str) -> None:
    before = by_text(scan(gap.join(sentences)))
    after = by_text(scan(gap.join([*sentences[:place], plain, *sentences[place:]])))
    assert after.pop(plain) == []
    assert after == before


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def flat(words: str) -> str:
    """With straight marks and single spaces."""
    return " ".join(words.translate(STRAIGHT).split())


def same(attributions: Sequence[Attribution]) -> list[tuple[object, ...]]:
    """Attributions as words, however they are typed."""
    return [
        (
            flat(one.cue.text),
            one.source and flat(one.source.text),
            one.anonymous,
            one.rung,
            one.kind,
            [flat(span.text) for span in one.content],
        )
        for one in attributions
    ]


@many
@given(st.sampled_from(PEOPLE + UNNAMED), st.sampled_from(CLAIMS + HEDGED), st.sampled_from(["“{}”", "‘{}’"]))
def test_straight_and_curly_marks_are_read_alike(source: str, claim: str, marks: str) -> None:
    curly = f"{marks.format(upper(claim) + ',')} {source} said. The board’s lawyer denied it."
    first, second = (
        [(flat(s.text), same(s.attributions), hedges(s), s.scores) for s in scan(text).sentences]
        for text in (curly, curly.translate(STRAIGHT))
    )
    assert first == second


@many
@given(st.permutations(DOCUMENTS), st.integers(60, 80), st.sampled_from(["", " ", "\n", "\t "]))
def test_hard_wraps_and_outer_space_change_nothing(documents: list[list[str]], width: int, around: str) -> None:
    words = " ".join(sentence for sentences in documents for sentence in sentences)
    wrapped = around + textwrap.fill(words, width) + around
    assert [same(s.attributions) for s in scan(wrapped).sentences] == [same(s.attributions) for s in scan(words).sentences]
