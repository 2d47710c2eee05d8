"""What we compute from the pipeline's weights is what spaCy computes from them, token by token."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgescan.english import pipeline, read, sentences, stored, titles
from hedgescan.english.annotate import load
from hedgescan.english.crossing import reattach
from hedgescan.readers.text import from_string

SEEDS = sorted(Path("seeds").rglob("*.txt")) + sorted(Path("tests").rglob("*.txt"))
ODD = [
    "Yes",
    "“",
    "a  b \t c\u00a0d\u2028e",
    "Rain. Rain! Rain? Rain… Rain.",
    "What he said, they deny; what they, he: nobody, it seems, is right - or (so \"sources\" say) wrong.",
    "It was them that the man who she knew he liked told us of, not you, and what for we cannot say.",
    "🙂 :-) can't U.S.-led www.example.org/a?b=c 3.5% $4bn 5pm don’t",
    "said " * 300,
    "The mayor, " + "who said that the man " * 40 + "left.",
    "no stop and no start\n\nand another\n\n" * 30,
]
WORDS = "The mayor officials said that who told may not have been familiar with talks , “ ” ( ) -- it 's of and to U.S. . ? ! 7 \t".split(" ")


def spacys(text: str) -> list[tuple[list[str], list[str], list[int]]]:
    """Tags, labels and heads of each paragraph by spaCy's own components."""
    nlp, docs = pipeline.load(), []
    for block in from_string(text).blocks:
        bounds = list(sentences.split(block.prose))
        doc = nlp.make_doc(titles.lowered(block.prose, bounds))
        starts = {start for start, _ in bounds}
        for token in doc:
            token.is_sent_start = token.i == 0 or any(doc[token.i - 1].idx < start <= token.idx for start in starts)
        docs.append(doc)
    return [([t.tag_ for t in doc], [t.dep_ for t in doc], [t.head.i for t in doc]) for doc in nlp.pipe(docs)]


def ours(text: str) -> list[tuple[list[str], list[str], list[int]]]:
    return [(parse.tags, parse.deps, parse.heads) for parse in read.parse(from_string(text))]


@pytest.mark.parametrize("path", SEEDS, ids=str)
def test_articles_are_parsed_as_spacy_parses_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ours(text) == spacys(text)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_are_parsed_as_spacy_parses_them(text: str) -> None:
    assert ours(text) == spacys(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=80))
def test_any_order_of_words_is_parsed_as_spacy_parses_it(words: list[str]) -> None:
    assert ours(" ".join(words)) == spacys(" ".join(words))


def test_a_long_text_is_parsed_like_its_paragraphs() -> None:
    one = SEEDS[0].read_text(encoding="utf-8").strip()
    assert ours("\n\n".join([one] * 60)) == ours(one) * 60


def test_word_types_beyond_the_table_are_computed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    one = SEEDS[0].read_text(encoding="utf-8")
    before = ours(one)
    monkeypatch.setattr("hedgescan.english.vectors.TYPES", 10)
    assert ours(one) == before == ours(one)
    assert len(load().vectors.known) < 2000


def test_a_tokenizer_that_knows_too_many_words_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    one = SEEDS[0].read_text(encoding="utf-8")
    before = ours(one)
    monkeypatch.setattr("hedgescan.english.annotate.WORDS", len(load().tokenizer.vocab) + 20)
    fresh = " ".join(f"word{number}" for number in range(100))
    assert ours(f"{fresh}\n\n{one}")[1:] == before
    assert "word7" not in load().tokenizer.vocab.strings


def test_weights_and_names_are_read_as_spacy_reads_them() -> None:
    nlp: Any = pipeline.load()
    assert stored.moves(pipeline.WEIGHTS / "parser") == nlp.get_pipe("parser").move_names
    assert stored.labels(pipeline.WEIGHTS / "tagger") == nlp.get_pipe("tagger").labels
    for name in pipeline.PARTS:
        nodes = list(nlp.get_pipe(name).model.walk())
        read = stored.component(pipeline.WEIGHTS / name).nodes
        assert [node.name for node in read] == [node.name for node in nodes]
        for ours, theirs in zip(read, nodes, strict=True):
            assert all((values == theirs.get_param(key)).all() for key, values in ours.parameters.items())


def test_a_crossing_arc_finds_the_head_that_its_label_names() -> None:
    # "A hearing was held on it": "on it" belongs to the hearing, and crosses the verb.
    heads, deps = [1, 3, 3, 3, 5, 3], ["det", "nsubj:pass", "aux:pass", "ROOT", "case", "nmod||nsubj:pass"]
    reattach(heads, deps, [False] * 6)
    assert (heads, deps[5]) == ([1, 3, 3, 3, 5, 1], "nmod")


def test_a_crossing_arc_whose_head_is_missing_stays() -> None:
    heads, deps = [1, 1, 1], ["nsubj", "ROOT", "obl||obj"]
    reattach(heads, deps, [False] * 3)
    assert (heads, deps[2]) == ([1, 1, 1], "obl")


def test_special_cases_that_are_taught_when_they_are_met_cut_as_all_of_them_do() -> None:
    whole, annotator = pipeline.load().tokenizer, load()
    strings = sorted(pipeline.tokenizer()[1])
    for begin in range(0, len(strings), 200):
        annotator._begin()  # a text that is short, so that it knows no case but those it meets
        for string in strings[begin : begin + 200]:
            text = f"They said ({string} {string.upper()}, “{string}”)."
            expected = [(token.idx, token.idx + len(token), token.norm) for token in whole(text)]
            found = annotator.tokens(text, [0])
            assert list(zip(found.begins, found.ends, found.attributes[:, 0].tolist(), strict=True)) == expected
        assert begin + 200 > len(strings) or annotator.cases
