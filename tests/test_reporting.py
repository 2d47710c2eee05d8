"""Every reporting entry's `yes` is an attribution by that word, and its `no` is none."""

from __future__ import annotations

import pytest

from hedgescan import lexicon
from hedgescan.engine import LEAST, engine
from hedgescan.english import read
from hedgescan.lexicon import ReportingEntry
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import find

POS = {"verb": "V", "noun": "N", "adjective": "J"}
ENTRIES = lexicon.load().reporting


@pytest.fixture(scope="module")
def fired() -> dict[str, set[tuple[str, str]]]:
    """Sentence → (part of speech, entry) of the cues found in it, and of the nouns those cues cover; all sentences parsed in one go."""
    ready = engine()
    sentences = sorted({sentence for entry in ENTRIES for sentence in (*entry.yes, *entry.no)})
    text = from_string("\n\n".join(sentences))
    out: dict[str, set[tuple[str, str]]] = {sentence: set() for sentence in sentences}
    for parse in read.parse(text):
        nouns.mark(parse, ready.vocabulary)
        for found in find.find(parse, ready.entries, LEAST):
            covered = [at for at in range(found.token + 1, found.cue[1] + 1) if parse.tags[at].startswith("NN")]
            if found.entry.pos == "J" and parse.tags[found.token].startswith("VB"):  # "convinced" is also a form of the verb
                out[text.blocks[parse.number - 1].prose].add(("V", parse.lemmas[found.token]))
            prose = text.blocks[parse.number - 1].prose
            out[prose] |= {(found.entry.pos, found.entry.name), *(("N", parse.lemmas[at]) for at in covered)}
    return out


def wanted(entry: ReportingEntry) -> tuple[str, str]:
    return POS[entry.pos], entry.name


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.pos}-{entry.name}")
def test_yes_fires_and_no_does_not(entry: ReportingEntry, fired: dict[str, set[tuple[str, str]]]) -> None:
    missed = [sentence for sentence in entry.yes if wanted(entry) not in fired[sentence]]
    false = [sentence for sentence in entry.no if wanted(entry) in fired[sentence]]
    assert not missed and not false, f"missed: {missed}; false: {false}"
