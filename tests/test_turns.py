"""Who speaks by layout: transcripts, labels, signatures, and quotations that run on over paragraphs."""

from __future__ import annotations

import pytest

from hedgescan import Attribution, Document, scan

FILLER = "The river rose for three days, and the town of Portville moved its cattle to the hill."


def said(document: Document) -> list[tuple[str, list[str]]]:
    """(source, content) of the attributions that stand in no other."""
    return [(source(a), [span.text for span in a.content]) for s in document.sentences for a in s.attributions if a.parent is None]


def source(found: Attribution) -> str:
    return found.source.text if found.source else ""


LABELS = [
    ("Q: When did the flood begin?", "Q", "When did the flood begin?"),
    ("A: At dawn.", "A", "At dawn"),
    ("ANN ROE: The dam was old.", "ANN ROE", "The dam was old"),
    ("REPORTER: Who closed the dam?", "REPORTER", "Who closed the dam?"),
    ("Ann Roe: The dam was old.", "Ann Roe", "The dam was old"),
    ("**Ann Roe:** The dam was old.", "Ann Roe", "The dam was old"),
    ("[Ann Roe]: The dam was old.", "Ann Roe", "The dam was old"),
    ("@annroe: The dam was old.", "@annroe", "The dam was old"),
    ("The mayor in May: “We will never close the bridge.”", "The mayor", "“We will never close the bridge.”"),
    ("The dam was old. — Ann Roe (@annroe) May 3, 2024", "Ann Roe (@annroe)", "The dam was old"),
    ("“I never saw the river so high.” — Ann Roe", "Ann Roe", "“I never saw the river so high.”"),
]


@pytest.mark.parametrize(("text", "who", "what"), LABELS, ids=[text for text, _, _ in LABELS])
def test_labels(text: str, who: str, what: str) -> None:
    assert said(scan(text)) == [(who, [what])]


NO_SPEAKERS = [
    "Note: The bridge is closed on Mondays.",
    "Update: The mayor has left the hall.",
    "Editor's Note: The mayor has left the hall.",
    "The race starts at 10:30 and ends at noon.",
    "Ingredients: two eggs and a spoon of flour that you have sifted.",
    "Read more: Why the bridge is closed",
    "The kit holds three things: a rope, a lamp and a knife.",
    "Monday: The hall is open and the pool is shut.",
    "May 3: The hall is open and the pool is shut.",
    "Ann Roe: 1,204",
    "Tickets: They cost nine crowns.",
    "Opening Hours: The hall is open from nine.",
    "— The river rose again on Monday.",
    "- Ann Roe",
    "An anti-flood wall stood at the weir.",
]


@pytest.mark.parametrize("text", NO_SPEAKERS)
def test_colons_and_dashes_that_name_no_speaker(text: str) -> None:
    assert said(scan(text)) == []


HEADLINES = [
    ("Mayor: Bridge is safe", ("Mayor", ["Bridge is safe"])),
    ("Bridge is safe, mayor says", ("mayor", ["Bridge is safe"])),
    ("Ann Roe: ‘We will never close the bridge’", ("Ann Roe", ["‘We will never close the bridge’"])),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_headlines(headline: str, expected: tuple[str, list[str]]) -> None:
    assert said(scan(f"{headline}\n\n{FILLER}")) == [expected]


def test_a_turn_goes_on_to_the_next_label() -> None:
    text = "ANN ROE: Why was the dam shut?\n\nJOHN POE: It was old.\n\nThe wall had gone.\n\n(LAUGHTER)\n\nANN ROE: Who says so?\n\nJOHN POE: The county.\n\n"
    found = said(scan(text + FILLER))
    assert found == [
        ("ANN ROE", ["Why was the dam shut?"]),
        ("JOHN POE", ["It was old", "The wall had gone"]),
        ("ANN ROE", ["Who says so?"]),
        ("JOHN POE", ["The county"]),
    ]


def test_a_lone_label_does_not_swallow_the_story() -> None:
    found = said(scan(f"Ann Roe: The dam was old.\n\n{FILLER}\n\nThe pumps were sold.\n\nJohn Poe: The county paid for it."))
    assert found == [("Ann Roe", ["The dam was old"]), ("John Poe", ["The county paid for it"])]


def test_a_signature_below_takes_the_quotation_above() -> None:
    assert said(scan("“The wall held all night and nobody slept.”\n\n— Ann Roe, baker")) == [
        ("Ann Roe", ["“The wall held all night and nobody slept.”"])
    ]


RUNS_ON = [
    # opened in each paragraph, closed in the last
    (
        "“The dam was old,” Roe said. “We had no money.\n\n“We asked for help. It never came.”",
        ["“The dam was old,”", "“We had no money", "“We asked for help. It never came.”"],
    ),
    # announced by a colon
    ("Roe looked at the wall and said:\n\n“We have no money for it.”", ["“We have no money for it.”"]),
    ("The letter said:\n\nThe pumps are old.", ["The pumps are old"]),
    # a paragraph that is all quotation
    ("“The dam was old,” Roe said.\n\n“I think we all knew it.”", ["“The dam was old,”", "“I think we all knew it.”"]),
    # a sentence of quotation in the speaker's own paragraph
    ("Roe said the dam was old. “We had no money to mend it, and no time.”", ["the dam was old", "“We had no money to mend it, and no time.”"]),
]


@pytest.mark.parametrize(("text", "content"), RUNS_ON)
def test_quotations_run_on(text: str, content: list[str]) -> None:
    assert [what for _, what in said(scan(f"{text}\n\n{FILLER}"))] == [content]


def test_the_writers_own_paragraph_ends_the_speech() -> None:
    found = said(scan(f"“The dam was old,” Roe said.\n\n{FILLER}\n\n“Nobody ever came to mend the wall here.”"))
    assert [what for _, what in found] == [["“The dam was old,”"]]


def test_sentences_of_speech_that_runs_on_count_as_the_speakers() -> None:
    document = scan("“The dam was old,” Ann Roe said. “We had no money.\n\n“It may break in May. Perhaps I am wrong.”")
    roe = next(a.source_id for s in document.sentences for a in s.attributions)
    assert [sentence.chain for sentence in document.sentences] == [(roe,)] * 4
    hedges = [hedge for sentence in document.sentences for hedge in sentence.hedges]
    assert hedges and all((hedge.locus, hedge.holder) == ("quoted", roe) for hedge in hedges)


def test_what_is_thought_within_speech_that_runs_on_is_nested() -> None:
    document = scan("“The dam was old,” Ann Roe said.\n\n“I think it will break in May.”")
    outer, inner = (a for sentence in document.sentences for a in sentence.attributions)
    assert (outer.cue.text, inner.cue.text, inner.parent) == ("said", "think", outer.id)
    assert not inner.provenance
