"""`hedgescan explain`: what a word is, why it fired or did not, and what to say of a word that is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hedgescan.engine import engine, examine
from hedgescan.explain.find import contents, find, nearest
from hedgescan.explain.judge import judge
from hedgescan.explain.topics import Cue, Manual, Noun, Question, Reporter, Scale, Term
from hedgescan.formats.wording import frame, subject
from hedgescan.ladder import MODIFIERS, RUNGS
from hedgescan.lexicon.glossary import TERMS, glossary
from hedgescan.model import CATEGORIES, KINDS, LOCI, STANCES
from hedgescan.readers.text import from_string
from tests.conftest import Run

GOLDEN = Path(__file__).parent / "golden"
OWN = str(GOLDEN / "explain.toml")
GOSSIP = "Tongues wag that the mayor will go. Tongues wag in the zoo."
PILOT = "The pilot could have been reached by radio."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("explain-cue.txt", ["tongues", "wag"]),
        ("explain-cue.json", ["tongues wag", "-f", "json"]),
        ("explain-cue.md", ["tongues wag", "-f", "markdown"]),
        ("explain-odds.txt", ["exceptionally unlikely"]),
        ("explain-rung.txt", ["ANON_ROLE"]),
        ("explain-scale.txt", ["phia"]),
        ("explain-rule.txt", ["SRC001"]),
        ("explain-in.txt", ["tongues wag", "--in", GOSSIP]),
        ("explain-in.json", ["tongues wag", "--in", GOSSIP, "-f", "json"]),
        ("explain-in.md", ["tongues wag", "--in", GOSSIP, "-f", "markdown"]),
    ],
)
def test_golden(run: Run, name: str, words: list[str]) -> None:
    done = run("explain", "--lexicon", "explain.toml", *words, cwd=GOLDEN)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == (GOLDEN / name).read_text(encoding="utf-8")


def test_a_word_may_be_several_things() -> None:
    kinds = {type(topic) for topic in find("claim", engine())}
    assert kinds == {Term, Cue, Reporter}
    assert [type(topic) for topic in find("permission", engine())] == [Question]
    assert any(isinstance(topic, Noun) and topic.room == "people" for topic in find("officials", engine()))
    assert [type(topic) for topic in find("PHIA", engine())] == [Scale]


def test_a_rule_is_found_by_name_by_code_and_by_family() -> None:
    ready = engine()
    (page,) = find("src006", ready)
    assert isinstance(page, Manual) and page == find("without-reason", ready)[0]
    assert {row.style: row.severity for row in page.styles} == {"default": "info", "ap": "error", "npr": "warning", "nyt": "warning"}
    assert [topic.code for topic in find("WOR", ready) if isinstance(topic, Manual)] == ["WOR001", "WOR002", "WOR003", "WOR004"]
    assert "bare-sources" in nearest("bare-source", ready) and "SRC001" in nearest("SCR001", ready)


def test_an_inflected_word_and_a_further_form_are_found() -> None:
    assert "believe" in {topic.name for topic in find("believed", engine()) if isinstance(topic, Cue)}
    assert "might well" in {topic.name for topic in find("Might very well", engine()) if isinstance(topic, Cue)}


def test_every_term_there_is_has_its_page_and_no_other() -> None:
    there = {
        "categories": {*CATEGORIES, "booster"}, "stances": set(STANCES), "loci": set(LOCI), "rungs": set(RUNGS),
        "modifiers": set(MODIFIERS), "kinds": set(KINDS), "figures": {"hedge", "support", "certainty", "gap", "verifiability"},
    }  # fmt: skip
    assert {shelf: set(glossary().terms[shelf]) for shelf in TERMS} == there


def test_every_name_in_the_contents_can_be_explained() -> None:
    ready = engine()
    assert not [name for row in contents(ready).values() for name in row if not find(name, ready)]


def examples(shelf: str) -> list[tuple[str, str]]:
    return [(term.name, term.example) for term in glossary().terms[shelf].values()]


@pytest.mark.parametrize(("name", "example"), examples("categories"))
def test_the_example_of_a_category_is_one(name: str, example: str) -> None:
    [sentence] = examine(from_string(example), engine()).sentences
    assert name in {hedge.category for hedge in (*sentence.hedges, *sentence.boosters)}


@pytest.mark.parametrize(("name", "example"), examples("loci"))
def test_the_example_of_a_locus_is_one(name: str, example: str) -> None:
    [sentence] = examine(from_string(example), engine()).sentences
    assert name in {hedge.locus for hedge in sentence.hedges}


@pytest.mark.parametrize(("name", "example"), [*examples("stances"), *examples("kinds"), *examples("rungs")])
def test_the_example_of_a_stance_kind_or_rung_is_one(name: str, example: str) -> None:
    document = examine(from_string(example), engine())
    [sentence] = document.sentences
    found = {word for item in sentence.attributions for word in (item.stance, item.kind, item.rung)}
    assert name in (found or {"OWN_VOICE"})


def test_every_construction_of_the_lexicon_has_words() -> None:
    lexicon = engine().lexicon
    known = glossary().phrases["frames"]
    names = {name for word in lexicon.reporting for name in word.frames} | {name for row in lexicon.classes.values() for name in row.frames}
    plain = {name.removeprefix("pass:").removeprefix("ag:").removesuffix("+q") for entry in lexicon.reporting if entry.pos == "verb" for name in entry.frames}
    verbal = {name for name in plain if not name.startswith("pp_")}
    assert verbal <= set(known)
    assert all(frame(name) for name in names)
    assert frame("pass:ag:that+q") == "passive with its agent, a clause with “that”, part of it quoted"
    assert frame("of/poss") == "a phrase with “of”, whose it is stands before it"
    assert {subject(kind) for kind in "HPIDN0"} == set(glossary().phrases["subjects"].values())


def test_the_yardsticks_are_asked_for_the_very_words(run: Run) -> None:
    [certain] = [topic for topic in find("virtually certain", engine()) if isinstance(topic, Cue)]
    assert certain.name == "almost certain" and certain.odds is not None
    assert {row.yardstick: row.band for row in certain.odds.yardsticks} == {"icd203": None, "phia": None, "ipcc": (99, 100), "kent": None}
    panel = run("explain", "realistic possibility").stdout.decode()
    assert "60% (25–80)" in panel and "phia     40–50  UK PHIA means 40–50 by it; readers take it for 60 (25–80)" in panel


def test_a_fixed_frame_is_told() -> None:
    [word] = judge("according", "According to Jane Roe, it may rain.", engine()).reporting
    assert (word.fate, word.frame, word.subject, word.words.text) == ("fired", "according", "P", "According to")


def test_an_unknown_word_gets_the_nearest_and_status_2(run: Run) -> None:
    done = run("explain", "mihgt")
    assert done.returncode == 2 and done.stdout == b"" and b"might" in done.stderr
    assert run("explain", "xyzzyx").returncode == 2
    assert run("explain", "xyzzyx", "--in", "It rains.").returncode == 2
    assert nearest("the sky may fall", engine())[0] == "may"


def test_without_a_word_all_names_are_listed(run: Run) -> None:
    done = run("explain", "-f", "json")
    names = json.loads(done.stdout)["names"]
    assert done.returncode == 0 and set(names["category"]) == {*CATEGORIES, "booster"} and "ANON_BARE" in names["rung"]


def test_a_longer_phrase_takes_the_words(run: Run) -> None:
    done = run("explain", "could have been reached", "--in", PILOT, "-f", "json")
    told = json.loads(done.stdout)
    fates = {item["cue"]["entry"]: item["fate"] for item in told["hedges"]}
    assert fates == {"could have": "fired", "could": "taken"}
    taken = next(item for item in told["hedges"] if item["fate"] == "taken")
    assert taken["by"]["words"] == {"start": 10, "end": 20, "text": "could have"}
    [word] = told["reporting"]
    assert word["lemma"] == "reach" and word["fate"] == "weak" and word["strength"] < word["threshold"]


def test_the_guard_that_refuses_is_named() -> None:
    [tried] = judge("could", "She could not attend.", engine()).hedges
    assert tried.fate == "refused" and [answer.name for answer in tried.answers if not answer.passed] == ["negated-verb"]
    [tried] = judge("may", "You may leave the hall after the bell.", engine()).hedges
    assert [answer.name for answer in tried.answers if not answer.passed] == ["permission"]


def test_neighbours_that_merge_are_told(run: Run) -> None:
    judgement = judge("", "It perhaps may rain.", engine())
    merged = {item.cue.entry: item.merged.words.text for item in judgement.hedges if item.merged}
    assert merged == {"perhaps": "perhaps may", "may": "perhaps may"}
    assert b"merged with its neighbour" in run("explain", "may", "--in", "It perhaps may rain.").stdout


def test_locus_and_holder_are_told() -> None:
    [tried] = judge("may", "Jane Roe said it may rain.", engine()).hedges
    assert (tried.locus, tried.holder) == ("claim", "Jane Roe")
    [word] = judge("said", "Jane Roe said it may rain.", engine()).reporting
    assert word.fate == "fired" and word.source is not None and word.source.text == "Jane Roe" and word.frame == "clause"


def test_a_cue_is_found_in_another_form_and_one_that_is_absent_is_no_error(run: Run) -> None:
    assert [tried.cue.words.text for tried in judge("believe", "Jane Roe believes that it rained.", engine()).hedges] == ["believes"]
    done = run("explain", "may", "--in", "It rains.")
    assert done.returncode == 0 and b"fired as nothing" in done.stdout


def test_strictness_moves_the_threshold() -> None:
    text = "The pilot could have been reached by radio."
    assert judge("reached", text, engine(), 0.05).reporting[0].fate == "fired"


def test_a_lexicon_that_cannot_be_used_ends_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[hedges.modal."may"]\nstrenght = 0.5\n')
    done = run("explain", "may", "--lexicon", "mine.toml")
    assert done.returncode == 2 and b"strenght" in done.stderr
    assert run("explain", "may", "--pack", "no-such-pack").returncode == 2


def test_explaining_a_word_loads_no_spacy() -> None:
    code = (
        "import sys, hedgescan.cli\n"
        "sys.argv = ['hedgescan', 'explain', 'may']\n"
        "try: hedgescan.cli.main()\n"
        "except SystemExit as done: assert not done.code\n"
        "sys.exit(bool({'spacy', 'textblob'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_name_that_the_scan_settles_is_one_in_its_explanation_too(run: Run) -> None:
    told = run("explain", "said", "--in", "Stumpf said that the bank had erred.").stdout.decode()
    assert "subject      a proper name" in told
