"""Packs: every entry fires where it should and not where it should not; nothing changes without one; two go together; errors help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import hedgescan
from hedgescan import lexicon
from hedgescan.engine import engine
from hedgescan.english import read
from hedgescan.lexicon import HedgeEntry, LexiconError
from hedgescan.lexicon.folder import folder
from hedgescan.readers.text import from_string
from hedgescan.rules import hedges, nouns
from tests.conftest import Run

PACKS = tuple(sorted(path.stem for path in (folder() / "packs").glob("*.toml")))
VAGUE = "Some authors date the wall to the ninth century."
FINDING = "We asked whether the drug slows the growth."


def own(name: str) -> list[HedgeEntry]:
    """The entries that a pack adds or changes."""
    return [entry for entry in (*LOADED[name].hedges, *LOADED[name].boosters) if Path(entry.file).parent.name == "packs"]


LOADED = {name: lexicon.load(packs=[name]) for name in PACKS}
ENTRIES = [(name, entry) for name in PACKS for entry in own(name)]
Fired = dict[str, dict[str, set[tuple[str, str]]]]


@pytest.fixture(scope="module")
def fired() -> Fired:
    """Pack → sentence → (category, entry) of the cues found in it with that pack; all sentences are parsed once."""
    sentences = sorted({sentence for _, entry in ENTRIES for sentence in (*entry.yes, *entry.no)})
    text = from_string("\n\n".join(sentences))
    out: Fired = {name: {sentence: set() for sentence in sentences} for name in PACKS}
    for parse in read.parse(text):
        nouns.mark(parse, engine().vocabulary)
        for name in PACKS:
            for match in hedges.cues(parse, LOADED[name].rules):
                out[name][text.blocks[parse.number - 1].prose].add((match.entry.category, match.entry.name))
    return out


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=lambda item: item if isinstance(item, str) else f"{item.category}-{item.name}")
def test_yes_fires_and_no_does_not(name: str, entry: HedgeEntry, fired: Fired) -> None:
    key = (entry.category, entry.name)
    missed = [sentence for sentence in entry.yes if key not in fired[name][sentence]]
    false = [sentence for sentence in entry.no if key in fired[name][sentence]]
    assert not missed and not false, f"missed: {missed}; false: {false}"


def words(text: str, **more: list[str]) -> list[tuple[str, str]]:
    return [(hedge.category, hedge.cue) for sentence in hedgescan.scan(text, **more).sentences for hedge in sentence.hedges]  # type: ignore[arg-type]


def test_a_pack_is_in_force_only_when_asked_for() -> None:
    before = lexicon.load()
    assert words(VAGUE) == [] and words(FINDING) == []
    assert words(VAGUE, packs=["encyclopedic"]) == [("weasel", "some")]
    assert words(FINDING, packs=["science"]) == [("unknown", "whether")]
    assert words(FINDING, packs=["encyclopedic"]) != words(FINDING, packs=["science"])
    assert lexicon.load() == before and words(VAGUE) == []


def test_a_pack_switches_off_what_its_genre_does_not_count() -> None:
    assert [category for category, _ in words("About 40 cells died.")] == ["approximator"]
    for name in PACKS:
        assert words("About 40 cells died.", packs=[name]) == []
    assert [category for category, _ in words("The leaves may be hairy.")] == ["modal"]
    assert words("The leaves may be hairy.", packs=["encyclopedic"]) == []


def test_two_packs_go_together_in_either_order() -> None:
    for packs in (list(PACKS), list(reversed(PACKS))):
        assert words(VAGUE, packs=packs) == [("weasel", "some")]
        assert ("unknown", "whether") in words("We asked whether the drug slows growth.", packs=packs)
        assert words("About 40 cells died.", packs=packs) == []


def test_many_texts_are_read_with_the_pack() -> None:
    first, second = hedgescan.scan_many([VAGUE, FINDING], packs=["encyclopedic"])
    assert [hedge.cue for hedge in first.sentences[0].hedges] == ["some"]
    assert second.sentences[0].hedges != hedgescan.scan(FINDING, packs=["science"]).sentences[0].hedges


def test_a_lexicon_of_ones_own_is_laid_over_the_pack(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[hedges.weasel."some"]\noff = true\n[hedges.adaptor."mostly"]\nstrength = 0.9\n')
    loaded = lexicon.load([path], ["encyclopedic"])
    by = {(entry.category, entry.name): entry for entry in loaded.hedges}
    assert ("weasel", "some") not in by and ("weasel", "many") in by
    assert by["adaptor", "mostly"].strength == 0.9  # switched off by the pack, on again by the file


def test_a_whole_category_is_switched_off_but_for_what_the_file_adds(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[hedges.weasel]\noff = true\n[hedges.weasel."some say"]\nstrength = 0.6\n')
    assert [(entry.name, entry.strength) for entry in lexicon.load([path]).hedges if entry.category == "weasel"] == [("some say", 0.6)]


def test_an_unknown_pack_is_named_with_the_nearest() -> None:
    with pytest.raises(LexiconError, match="there is no pack 'sciense'; did you mean science"):
        hedgescan.scan(VAGUE, packs=["sciense"])
    with pytest.raises(LexiconError, match="known are: encyclopedic, reviews, science"):
        lexicon.load(packs=["../hedges/modal"])


def test_the_command_line_takes_packs(run: Run) -> None:
    def cues(*options: str) -> list[str]:
        done = run("-f", "json", *options, stdin=f"{VAGUE} {FINDING}\n".encode())
        assert done.returncode == 0, done.stderr
        report = json.loads(done.stdout)
        return [hedge["cue"] for sentence in report["documents"][0]["sentences"] for hedge in sentence["hedges"]]

    assert cues() == []
    assert cues("--pack", "science") == ["whether"]
    assert cues("--pack", "science", "--pack", "encyclopedic")[:1] == ["some"]


def test_the_help_names_every_pack(run: Run) -> None:
    assert {"encyclopedic", "reviews", "science"} <= set(PACKS)
    text = " ".join(run("scan", "--help").stdout.decode().split())
    assert all(name in text.partition("--pack")[2].partition("--encoding")[0] for name in PACKS)


def test_the_command_line_refuses_a_pack_that_is_none(run: Run) -> None:
    done = run("--pack", "encyclopedia", stdin=VAGUE.encode())
    assert done.returncode == 2 and done.stdout == b""
    assert b"encyclopedia" in done.stderr and b"did you mean encyclopedic?" in done.stderr
