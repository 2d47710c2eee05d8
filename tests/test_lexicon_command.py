"""`hedgescan lexicon`: the list of what is in force, and the check of a lexicon of one's own."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from hedgescan import lexicon
from hedgescan.engine import engine
from hedgescan.explain.examples import Entry, behave
from hedgescan.explain.proof import prove
from tests.conftest import Run

README = Path(__file__).parent.parent / "README.md"
GOOD = """[hedges.modal."may"]
strength = 0.5
[hedges.conditional."if"]
off = true
[hedges.hearsay."tongues wag"]
strength = 0.6
why = "gossip with nobody behind it"
yes = ["Tongues wag that the mayor will go."]
no = ["The dog wagged its tail."]
[reporting.neutral."grouse"]
pos = "verb"
class = "say"
yes = ["The coach groused that the pitch was wet."]
no = ["A grouse rose from the heath."]
[people."wardens"]
kind = "role"
words = ["warden"]
why = "an office without a name"
yes = ["A warden said the gate was shut."]
no = ["The warden, Tom Abara, said the gate was shut.", "The warden shut the gate."]
"""


def rows(run: Run, *words: str) -> list[dict[str, str]]:
    done = run("lexicon", "list", "-f", "csv", *words)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


def test_the_list_has_every_entry_in_force(run: Run) -> None:
    loaded = lexicon.load()
    groups = (loaded.people, loaded.institutions, loaded.outlets, loaded.documents, loaded.places)
    listed = rows(run)
    assert len(listed) == len(loaded.hedges) + len(loaded.boosters) + len(loaded.reporting) + sum(map(len, groups))
    may = next(row for row in listed if row["id"] == "may")
    assert (may["kind"], may["category"], may["strength"], may["file"]) == ("hedge", "modal", "0.77", "hedges/modal.toml")
    assert may["patterns"].split("; ")[0] == "may"


def test_the_list_by_category_stance_and_kind(run: Run) -> None:
    assert {row["category"] for row in rows(run, "--category", "modal")} == {"modal"}
    assert {row["kind"] for row in rows(run, "--category", "factive")} >= {"reporting verb"}
    assert {row["kind"] for row in rows(run, "--category", "people")} == {"people"}
    done = run("lexicon", "list", "--category", "modla")
    assert done.returncode == 2 and b"did you mean modal" in done.stderr


def test_the_list_shows_the_users_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD)
    listed = rows(run, "--lexicon", "mine.toml")
    by = {(row["category"], row["id"]): row for row in listed}
    assert by["hearsay", "tongues wag"]["file"] == "mine.toml" and by["modal", "may"]["strength"] == "0.50"
    assert ("conditional", "if") not in by


def test_every_format_of_the_list_has_the_same_entries(run: Run) -> None:
    ids = [row["id"] for row in rows(run, "--category", "modal")]

    def out(name: str) -> str:
        return run("lexicon", "list", "--category", "modal", "-f", name).stdout.decode()

    assert [row["id"] for row in json.loads(out("json"))["entries"]] == ids
    assert [json.loads(row)["id"] for row in out("jsonl").splitlines()] == ids
    assert [row["id"] for row in csv.DictReader(io.StringIO(out("tsv")), delimiter="\t")] == ids
    assert [re.split(r" *(?<!\\)\| *", row)[1] for row in out("markdown").splitlines()[2:]] == ids
    assert [row.split("  ")[0] for row in out("table").splitlines()[2:-2]] == ids


def test_a_good_lexicon_behaves(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD)
    done = run("lexicon", "check", "mine.toml")
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.fullmatch(r"5 entries, \d+ examples: all behave\n", done.stdout.decode())


def test_the_readmes_lexicon_behaves_and_its_style_is_one(run: Run, tmp_path: Path) -> None:
    style, lexicon = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "mine.toml").write_text(lexicon)
    assert run("lexicon", "check", "mine.toml").returncode == 0
    (tmp_path / "desk.toml").write_text(style)
    (tmp_path / "draft.txt").write_text("The gate was shut at noon.\n")
    done = run("check", "--style", "desk.toml", "draft.txt")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[hedges.modal."may"]\nyes = ["You may leave the hall after the bell."]\n', ['["may"]', "yes", "permission"]),
        ('[hedges.modal."may"]\nyes = ["It rains."]\n', ['["may"]', "yes", "none of its phrases", "it rain"]),
        ('[hedges.modal."may"]\nno = ["It may rain."]\n', ['["may"]', "no", "fires by “may”"]),
        ('[hedges.modal."may"]\nyes = ["Prices may well fall."]\n', ['["may"]', 'taken first by [hedges.modal."may well"]']),
        ('[reporting.neutral."say"]\nyes = ["They ate soup."]\n', ['["say"]', "yes", "no verb of that name"]),
        ('[reporting.neutral."add"]\nyes = ["The clerk added two spoons of sugar."]\n', ['["add"]', "needed"]),
        ('[people."persons"]\nno = ["Witnesses said the lorry did not brake."]\n', ['["persons"]', "no", "unnamed source"]),
    ],
)
def test_an_example_that_does_not_behave_is_named_with_its_reason(run: Run, tmp_path: Path, text: str, words: list[str]) -> None:
    (tmp_path / "mine.toml").write_text(text)
    done = run("lexicon", "check", "mine.toml")
    assert done.returncode == 1 and done.stderr == b""
    out = done.stdout.decode()
    assert out.startswith("mine.toml: ") and "1 does not behave" in out
    assert all(word in out for word in words), out


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'[hedges.modal."may"]\nstrenght = 0.5\n', ['["may"]', "strenght", "did you mean strength"]),
        (b'[hedges.modal."may"]\nstrength = 1.5\n', ['["may"]', "strength", "between 0 and 1"]),
        (b'[hedges.modal."mya"]\nstrength = 0.5\n', ['["mya"]', "why", "is missing", "repeat its name"]),
        (b'[hedges.modal."may"]\nunless = ["permision"]\n', ['["may"]', "unless", "did you mean permission"]),
        (b'[hedges.modal."may"]\nforms = ["* may"]\n', ['["may"]', "forms", "must begin with a word"]),
        (b'[hedges.modal."may"]\np = 70\n', ['["may"]', "p10", "in that order"]),
        (b'[hedges.modal."may"]\noff = "yes"\n', ['["may"]', "off", "true or false"]),
        (b'[hedges.modal."mayy"]\noff = true\n', ['["mayy"]', "off", "did you mean may"]),
        (b'[hedges.modall."may"]\nstrength = 0.5\n', ["modall", "did you mean modal"]),
        (b'[hedge.modal."may"]\nstrength = 0.5\n', ["hedge", "did you mean hedges"]),
        (b'[reporting.neutral."say"]\nclass = "sya"\n', ['["say"]', "class", "did you mean say"]),
        (b'[people."persons"]\nwords = "x"\n', ['["persons"]', "words", "a list of strings"]),
        (b'[hedges.modal."may"]\nstrength = 0.5\nstrength = 0.6\n', ["not TOML", "line 3"]),
        (b'\n[hedges.modal."may"\n', ["not TOML", "line 2"]),
        (b'\n[hedges.modal."caf\xe9"]\n', ["not UTF-8", "line 2"]),
    ],
)
def test_what_makes_a_lexicon_useless_is_named_by_check_and_by_scan(run: Run, tmp_path: Path, data: bytes, words: list[str]) -> None:
    (tmp_path / "mine.toml").write_bytes(data)
    for done in (run("lexicon", "check", "mine.toml"), run("--lexicon", "mine.toml", stdin=b"It may rain.\n")):
        assert done.returncode == 2 and done.stdout == b""
        assert all(word in done.stderr.decode() for word in ["mine.toml", *words]), done.stderr


def test_every_error_of_a_file_is_told_at_once(run: Run, tmp_path: Path) -> None:
    text = '[hedges.modal."may"]\nstrenght = 0.5\n[hedges.modal."might"]\npos = "vreb"\n[hedges.modall."x"]\noff = true\n'
    (tmp_path / "mine.toml").write_text(text)
    done = run("lexicon", "check", "mine.toml", "gone.toml")
    assert done.returncode == 2
    assert [word in done.stderr.decode() for word in ("strenght", "vreb", "modall", "gone.toml: cannot be read")] == [True] * 4
    report = json.loads(run("lexicon", "check", "-f", "json", "mine.toml").stdout)
    assert [(row["entry"], row["field"]) for row in report["errors"]][:2] == [("may", "strenght"), ("might", "pos")]


def test_an_entry_in_anothers_way_is_warned_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[hedges.hearsay."maybe"]\nstrength = 0.6\nwhy = "x"\nyes = ["He came maybe 10 May."]\nno = ["Maybe she came."]\n'
        '[hedges.adaptor."in all likelihood"]\nstrength = 0.2\nwhy = "x"\nunless = ["denied", "likelihood of", "in all likelihood not"]\n'
        'yes = ["In all likelihood he left."]\nno = ["In all of them the likelihood was small."]\n'
    )
    done = run("lexicon", "check", "mine.toml")
    out = done.stdout.decode()
    assert done.returncode == 0, out
    assert '["maybe"]: warning' in out and 'fires only where [hedges.likelihood."maybe"] is refused' in out
    assert 'takes the words from [hedges.likelihood."in all likelihood"]' in out


def test_files_are_laid_over_one_another_in_order(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(GOOD)
    (tmp_path / "two.toml").write_text('[hedges.hearsay."tongues wag"]\noff = true\n')
    one, two = str(tmp_path / "one.toml"), str(tmp_path / "two.toml")
    assert not prove([one, two]).errors
    assert "no such entry" in str(prove([two]).errors[0])


def test_our_own_hedges_and_reporting_words_behave() -> None:
    ready = engine()
    loaded = ready.lexicon
    own: list[tuple[str, Entry]] = [("hedges", entry) for entry in (*loaded.hedges, *loaded.boosters)]
    own += [("reporting", entry) for entry in loaded.reporting]
    assert list(behave(own, ready)) == []
