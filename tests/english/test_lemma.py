"""Lemmas of verbs: the hard forms by hand, every form of every cue verb by rule."""

from __future__ import annotations

import pytest

from hedgescan import lexicon
from hedgescan.english.lemma import lemma
from training.lemmas import generated

HARD = [
    ("said", "VBD", "say"), ("says", "VBZ", "say"), ("told", "VBD", "tell"), ("wrote", "VBD", "write"), ("written", "VBN", "write"),
    ("thought", "VBD", "think"), ("meant", "VBD", "mean"), ("felt", "VBD", "feel"), ("held", "VBD", "hold"), ("heard", "VBD", "hear"),
    ("found", "VBD", "find"), ("found", "VB", "found"), ("founded", "VBD", "found"), ("admitted", "VBD", "admit"),
    ("quipped", "VBD", "quip"), ("travelled", "VBD", "travel"), ("traveled", "VBD", "travel"), ("lying", "VBG", "lie"),
    ("citing", "VBG", "cite"), ("urged", "VBD", "urge"), ("alleges", "VBZ", "allege"), ("argued", "VBD", "argue"),
    ("arguing", "VBG", "argue"), ("agreed", "VBD", "agree"), ("denied", "VBD", "deny"), ("denies", "VBZ", "deny"),
    ("panicked", "VBD", "panic"), ("focused", "VBD", "focus"), ("understood", "VBN", "understand"), ("swore", "VBD", "swear"),
    ("Noted", "VBN", "note"), ("hinted", "VBD", "hint"), ("believed", "VBD", "believe"), ("feared", "VBD", "fear"),
]  # fmt: skip
# Spellings that two verbs share; either lemma is right.
SHARED = {("lambasted", "VBD"), ("lambasting", "VBG"), ("singed", "VBD"), ("extolled", "VBD"), ("extolling", "VBG")}
VERBS = sorted({entry.name.split()[0] for entry in lexicon.load().reporting if entry.pos == "verb"})


@pytest.mark.parametrize(("form", "tag", "expected"), HARD)
def test_hard_forms(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


def test_every_form_of_every_cue_verb_comes_back() -> None:
    wrong = [
        (form, tag, lemma(form, tag), verb)
        for (form, tag), verb in generated(VERBS)
        if (form, tag) not in SHARED and lemma(form, tag) != verb
    ]
    assert len(VERBS) > 700
    assert not wrong


@pytest.mark.parametrize("verb", VERBS)
def test_the_base_form_stays(verb: str) -> None:
    assert lemma(verb, "VB") == verb
