"""The pipeline loads once, keeps to the sentences it is given, and parses plain reporting right."""

from __future__ import annotations

import subprocess
import sys

from hedgescan.english import pipeline, read
from hedgescan.english.parse import Parse
from hedgescan.readers.text import from_string


def one(text: str) -> Parse:
    (parsed,) = read.parse(from_string(text))
    return parsed


def test_it_is_loaded_once_and_its_module_needs_no_spacy() -> None:
    assert pipeline.load() is pipeline.load()
    code = "import sys, hedgescan, hedgescan.english.pipeline; sys.exit('spacy' in sys.modules or 'textblob' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_subject_of_a_reporting_verb_is_found_behind_its_modifiers() -> None:
    parsed = one("Two officials familiar with the talks said the plan had failed.")
    said = parsed.words.index("said")
    assert [parsed.words[kid] for kid in parsed.children(said, "nsubj")] == ["officials"]
    assert parsed.lemmas[said] == "say"


def test_the_agent_of_a_passive_is_told() -> None:
    parsed = one("The findings were announced by the ministry on Sunday.")
    announced = parsed.words.index("announced")
    assert [parsed.words[kid] for kid in parsed.children(announced, "obl:agent")] == ["ministry"]


def test_sentences_are_those_of_the_splitter_even_where_the_parser_would_join_them() -> None:
    parsed = one("Mr. Roe left. he came back")
    assert parsed.sents == [(0, len(parsed) - 1)]
    parsed = one("Mr. Roe left the U.S. on Monday. He came back.")
    assert len(parsed.sents) == 2


def test_subtrees_and_offsets_hold_together() -> None:
    text = "“It rained,”  Ms.\u00a0Roe said — twice."
    parsed = one(text)
    assert [text[a:b] for a, b in zip(parsed.starts, parsed.ends, strict=True)] == parsed.words
    for token in range(len(parsed)):
        assert parsed.left[token] <= token <= parsed.right[token]
    assert [parsed.words[at] for at in range(len(parsed)) if parsed.quoted[at]] == ["“", "It", "rained", ",", "”"]
