"""What exactly is attributed, construction by construction: the content's stretches, word for word."""

from __future__ import annotations

import pytest

from hedgescan import scan

# text, cue, content
CASES = [
    # clauses
    ("The baker said that the flour was wet.", "said", ["that the flour was wet"]),
    ("The baker said the flour was wet.", "said", ["the flour was wet"]),
    ("The flour was wet, the baker said.", "said", ["The flour was wet"]),
    ("The flour was wet, said the baker.", "said", ["The flour was wet"]),
    ("The flour, the baker said, was wet.", "said", ["The flour", "was wet"]),
    ("Now, she said, the pumps rarely fail.", "said", ["Now", "the pumps rarely fail"]),
    ("If the dam breaks, the engineer warned, the valley will flood.", "warned", ["If the dam breaks", "the valley will flood"]),
    ("The judge asked whether the clerk had read the letter.", "asked", ["whether the clerk had read the letter"]),
    ("The mayor explained why the bridge was closed.", "explained", ["why the bridge was closed"]),
    ("The union told its members that the talks had failed.", "told", ["that the talks had failed"]),
    ("The coach told reporters the match was off.", "told", ["the match was off"]),
    # what belongs to the report, not to the content
    ("The baker said on Monday that the flour was wet.", "said", ["that the flour was wet"]),
    ("The baker said in an interview that the flour was wet.", "said", ["that the flour was wet"]),
    ("The flour was wet, the baker said on Monday.", "said", ["The flour was wet"]),
    ("The flour was wet, the baker told reporters in Portville.", "told", ["The flour was wet"]),
    ("The flour was wet, the baker said, adding that the oven was cold.", "said", ["The flour was wet"]),
    ("The flour was wet, said Ann Roe, who runs the mill.", "said", ["The flour was wet"]),
    ("In a statement, the bank said that it had lost money.", "said", ["that it had lost money"]),
    ("As the inspector noted, the valve was shut.", "noted", ["the valve was shut"]),
    # clauses side by side
    ("The baker said that the flour was wet and that the oven was cold.", "said", ["that the flour was wet and that the oven was cold"]),
    ("The baker said that the flour was wet, but the miller blamed the oven.", "said", ["that the flour was wet"]),
    ("The dam was old; the engineer said it would break.", "said", ["it would break"]),
    ("The baker said the flour was wet, and the miller left.", "said", ["the flour was wet"]),
    ("The Gazette reported, citing guards, that the gate was open.", "citing", ["that the gate was open"]),
    ("The dam — the engineer said — will break.", "said", ["The dam", "will break"]),
    ("The dam is safe, insists the mayor – and the engineers agree.", "insists", ["The dam is safe"]),
    ("The ship is believed to have sunk, officials said.", "is believed", ["The ship", "to have sunk"]),
    ("While Roe said the dam was safe, Poe warned that it would break.", "said", ["the dam was safe"]),
    ("The minister (who says the dam is safe) was ill.", "says", ["the dam is safe"]),
    ("The mayor says yes.", "says", ["yes"]),
    ("The dam is safe, the local newspaper Diario do Vale reported.", "reported", ["The dam is safe"]),
    # quotations
    ("“The flour is wet,” the baker said.", "said", ["“The flour is wet,”"]),
    ("“The flour is wet,” said the baker, “and the oven is cold.”", "said", ["“The flour is wet,”", "“and the oven is cold.”"]),
    ("“The flour is wet,” the baker said. “The oven is cold too, as you can see.”", "said",
     ["“The flour is wet,”", "“The oven is cold too, as you can see.”"]),
    ("''The flour is wet,'' the baker said.", "said", ["''The flour is wet,''"]),
    ("The baker said, “The flour is wet.”", "said", ["“The flour is wet.”"]),
    ("The baker said: “The flour is wet.”", "said", ["“The flour is wet.”"]),
    ("On Monday, the baker said, “The flour is wet.”", "said", ["“The flour is wet.”"]),
    ("The baker said the flour was “wet as a river.”", "said", ["the flour was “wet as a river.”"]),
    ("The flour was “wet as a river,” the baker said.", "said", ["The flour was “wet as a river,”"]),
    ("“The flour is wet,” the baker said when asked about the bread.", "said", ["“The flour is wet,”"]),
    ("“Is it wet?” asked the baker.", "asked", ["“Is it wet?”"]),
    ("The flour is wet — or so the baker claimed.", "claimed", ["The flour is wet"]),
    # objects, infinitives, phrases
    ("The mayor praised the firemen for their courage.", "praised", ["the firemen for their courage"]),
    ("The mayor denied the charge.", "denied", ["the charge"]),
    ("The union wants to raise wages.", "wants", ["to raise wages"]),
    ("The bishop promised to mend the roof.", "promised", ["to mend the roof"]),
    ("The union urged the owner to raise wages.", "urged", ["the owner to raise wages"]),
    ("The critic described the play as a mess.", "described", ["the play as a mess"]),
    ("The chemist warned of a leak in the tank.", "warned", ["a leak in the tank"]),
    ("The farmers complained about the price of seed.", "complained", ["the price of seed"]),
    ("The union called for a strike.", "called", ["a strike"]),
    ("The baker said, referring to the mill, that it was shut.", "referring", ["the mill"]),
    ("The fee that the mayor praised was dropped.", "praised", ["The fee"]),
    # nouns and adjectives
    ("The mayor's idea is that the dam should be sold.", "idea", ["that the dam should be sold"]),
    ("The mayor's plan to sell the dam drew a crowd.", "plan", ["to sell the dam"]),
    ("The mayor issued a statement saying the dam was safe.", "statement", ["the dam was safe"]),
    ("The minister's claim that the dam was safe angered the valley.", "claim", ["that the dam was safe"]),
    ("The coach is confident that her side will win.", "is confident", ["that her side will win"]),
    ("The farmers are wary of the new law.", "are wary", ["the new law"]),
    # without a source of their own
    ("The bridge is expected to open in May.", "is expected", ["The bridge", "to open in May"]),
    ("The bank reportedly lost two million crowns.", "reportedly", ["The bank", "lost two million crowns"]),
    # set phrases
    ("The budget, as the mayor put it, is a house of cards.", "put it", ["The budget", "is a house of cards"]),
    ("In the mayor's words, the river always wins.", "words", ["the river always wins"]),
    ("In the view of the court, the law is clear.", "view", ["the law is clear"]),
    ("Poe, according to his lawyer, was asleep; the police have a film of him.", "according to", ["Poe", "was asleep"]),
    # according to
    ("According to the clerk, the file was lost.", "According to", ["the file was lost"]),
    ("The file was lost, according to the clerk.", "according to", ["The file was lost"]),
    ("The file, according to the clerk, was lost.", "according to", ["The file", "was lost"]),
    ("The clerk left at noon, and the file was lost, according to the judge.", "according to",
     ["The clerk left at noon, and the file was lost"]),
    ("According to the clerk, the file was lost, but the judge has a copy.", "According to", ["the file was lost"]),
    ("PORTVILLE (Gazette) - The file was lost, according to the clerk.", "according to", ["The file was lost"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content"), CASES, ids=[text for text, _, _ in CASES])
def test_content(text: str, cue: str, content: list[str]) -> None:
    found = [a for sentence in scan(text).sentences for a in sentence.attributions if cue in a.cue.text]
    assert [[span.text for span in a.content] for a in found[:1]] == [content]


@pytest.mark.parametrize("text", [text for text, _, _ in CASES])
def test_content_holds_neither_its_cue_nor_its_source(text: str) -> None:
    for sentence in scan(text).sentences:
        for found in sentence.attributions:
            for span in found.content:
                for other in (found.cue, found.source):
                    assert other is None or other.end <= span.start or span.end <= other.start, (found.cue.text, span.text)


NO_PHRASES = ["In view of the flood, the bridge was shut.", "The crew put it on the wall as the mayor left.", "She wrote it in his words."]


@pytest.mark.parametrize("text", NO_PHRASES)
def test_set_phrases_in_another_sense(text: str) -> None:
    entries = {a.entry for sentence in scan(text).sentences for a in sentence.attributions}
    assert not entries & {"in the words of", "in the view of", "put it"}


def test_content_that_nothing_sets_off_is_not_taken_for_an_aside() -> None:
    (sentence,) = scan("On Monday, the mayor praised the firemen.").sentences
    assert [span.text for a in sentence.attributions for span in a.content] == ["the firemen"]
