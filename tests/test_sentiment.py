"""The tone of a sentence: what TextBlob says of it, less the words that mean nothing of the kind in news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textblob import TextBlob
from textblob.en import sentiment as lexicon

from hedgescan.rules.sentiment import sentiment, stops

PLAIN = ["the", "deal", "was", "not", "very", "good", "terrible", "a", "never", "reached", "honest", "failure", "no", "happy", ",", "."]
FACES = [":", ";", "=", "-", ")", "(", "!", "D", "p", "c", "8", "x", "o", "O", ".", "'", "<", "3", "_", "/", "“", "’s", "n't", "U.S.", "♥", "18"]
ARTEFACTS = ["late", "first", "more", "foreign", "new", "military", "aware", "familiar", "secret"]


def textblob(text: str) -> tuple[float, float]:
    found = TextBlob(text).sentiment
    return found.polarity, found.subjectivity


def ours(text: str, raw: bool = False) -> tuple[float, float]:
    found = sentiment(text, raw=raw)
    return found.polarity, found.subjectivity


@given(st.lists(st.sampled_from([*PLAIN, *ARTEFACTS]), max_size=14))
def test_it_is_textblobs_own_without_the_stop_words(words: list[str]) -> None:
    kept = " ".join(word for word in words if word not in stops())
    assert ours(" ".join(words)) == pytest.approx(textblob(kept), abs=1e-4)
    assert ours(" ".join(words), raw=True) == pytest.approx(textblob(" ".join(words)), abs=1e-4)


@given(st.lists(st.tuples(st.sampled_from([*PLAIN, *FACES, "late"]), st.sampled_from(["", " ", "  ", "\n"])), max_size=10))
def test_what_textblob_joins_across_blanks_is_joined_here(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + blank for word, blank in pieces)
    assert ours(text, raw=True) == pytest.approx(textblob(text), abs=1e-4)


def test_an_emoticon_and_a_mark_of_irony_count_however_they_are_written() -> None:
    for text in ("A deal :-)", "A deal :- )", "A deal : - )", "A deal (!) for us", "A deal ( ! ) for us", "See: (a) the deal"):
        assert ours(text, raw=True) == pytest.approx(textblob(text), abs=1e-4) != (0, 0)


@pytest.mark.parametrize("word", ARTEFACTS)
def test_an_artefact_has_no_tone(word: str) -> None:
    for form in (word, word.capitalize(), word.upper()):
        assert ours(f"They met {form}.") == (0, 0)
    assert ours(f"They met {word}.", raw=True) != (0, 0)


def test_judgements_keep_their_tone() -> None:
    assert sentiment("It was a good deal.").polarity > 0 > sentiment("It was a terrible deal.").polarity
    assert sentiment("It was not a good deal.").polarity < 0


def test_a_compound_is_another_word() -> None:
    for word in ("first-class", "military-grade", "late-night"):
        assert ours(f"A {word} failure.") == pytest.approx(textblob(f"A {word} failure."), abs=1e-4)


def test_nothing_has_no_tone() -> None:
    assert ours("") == ours("   ") == ours("12, 34.") == (0, 0)


def test_every_tone_is_in_its_bounds() -> None:
    lexicon.load()
    for word in sorted(dict.keys(lexicon)):
        polarity, subjectivity = ours(f"very {word}")
        assert -1 <= polarity <= 1 and 0 <= subjectivity <= 1
