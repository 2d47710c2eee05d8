"""What makes a word a cue and whose it is: the sum of log-odds, verbs mistagged, subjects lost, the strictness."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from hedgescan.engine import LEAST, engine
from hedgescan.english import read
from hedgescan.lexicon import LexiconError
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import build, candidates, find, signs
from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.strength import Counts, chance, odds
from hedgescan.rules.attribution.subjects import NONE

READY = engine()
COPY = """The harbour board denied that dredging had killed the crabs, and its chairwoman called the survey "a guess".

Growers fear a third dry year. Two officials close to the talks hinted at a delay, citing the frost."""


def pairs(text: str, least: float = LEAST) -> list[tuple[str, str | None]]:
    """(cue, source) of a text, in order."""
    out = []
    for parse in read.parse(from_string(text)):
        nouns.mark(parse, READY.vocabulary)
        for found in find.find(parse, READY.entries, least):
            source = " ".join(parse.words[found.source[0] : found.source[1] + 1]) if found.source else None
            out.append((" ".join(parse.words[found.cue[0] : found.cue[1] + 1]), source))
    return out


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Minister slams rail strike.", "slams", "Minister"),
        ("The defendant, prosecutors allege, forged the will.", "allege", "prosecutors"),
        ('"It was late," Ware added.', "added", "Ware"),
        ("As reported by the Daily Horn, the shop burned down.", "reported", "the Daily Horn"),
        ("Like Roe, Poe rejected the offer.", "rejected", "Poe"),
        ("Shares fell amid fears that rates would rise.", "fears", None),
        ("Asked about the fire, Roe said the kiln was old.", "Asked", None),
        ("The keepers were angered by the cut and warned of a walkout.", "warned", "The keepers"),
        ("The unions won endorsements from two bishops.", "endorsements", "two bishops"),
    ],
)
def test_whose_cue_it_is(text: str, cue: str, source: str | None) -> None:
    assert (cue, source) in pairs(text)


@pytest.mark.parametrize("text", ["The tax claims office was closed.", "The praise was brief.", "A stress test of the bridge is due."])
def test_a_noun_stays_a_noun(text: str) -> None:
    for parse in read.parse(from_string(text)):
        nouns.mark(parse, READY.vocabulary)
        found = candidates.find(parse, READY.entries.nouns, READY.entries.adjectives)
        assert not [one for one in found if one.pos == "V" and parse.tags[one.token].startswith("NN")]


def test_the_parts_add_up_to_the_strength() -> None:
    (parse,) = read.parse(from_string("The mayor warned that the dam was weak."))
    nouns.mark(parse, READY.vocabulary)
    (cue,) = [one for one in candidates.find(parse, READY.entries.nouns, READY.entries.adjectives) if one.lemma == "warn"]
    marks = list(signs.find(parse, cue, READY.entries.entry("V", "warn").family, READY.entries.nouns))
    parts = dict(READY.entries.parts(cue, marks))
    assert READY.entries.strength(cue, marks) == pytest.approx(chance(sum(parts.values())))
    assert set(parts) - set(READY.entries.weights.table["V"]) == set() and len(parts) > 8


def test_an_entry_of_ones_own_counts_before_anybody_counted() -> None:
    strengths = []
    for given in (0.05, 0.5, 0.95):
        entry = replace(READY.entries.entry("V", "say"), name="yodel", frames={"that": given})
        entries = replace(READY.entries, table={("V", "yodel"): entry})
        strengths.append(entries.strength(Candidate(0, "V", "yodel", "that", NONE, "0"), ["class say"]))
    assert strengths == sorted(strengths) and strengths[-1] > 2 * strengths[0]


def test_a_count_moves_the_word_and_few_occurrences_move_it_little() -> None:
    counts = Counts.read([("V", "many", 90, 100), ("V", "once", 1, 1), ("V", "never", 0, 100)])
    word = [counts.numbers("V", lemma, 0.5)[2] for lemma in ("never", "once", "many")]
    assert word == sorted(word) and word[1] < odds(0.7) < word[2]


def test_stricter_finds_the_same_but_fewer() -> None:
    levels = [pairs(COPY, least) for least in (0.2, 0.4, 0.6, 0.8, 0.95)]
    for loose, strict in pairwise(levels):
        assert {cue for cue, _ in strict} <= {cue for cue, _ in loose}
    assert len(levels[0]) > len(levels[-1])


def test_a_broken_table_is_refused_by_line(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("# comment\nV\tform VBD\t0.1\nV\tform VBZ\theavy\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 3"):
        build.weights(path)
