"""Every rule of a style breaks on its manual's example and not on the near miss; styles and limits do what they say, or are refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hedgescan import Document, lexicon, scan
from hedgescan.lexicon import LexiconError
from hedgescan.style import RULES, House, Rule, check, houses, load
from hedgescan.style.accept import Acceptance

EXAMPLE = re.compile(r"(?:with (?P<option>\w+) = (?P<value>[\d.]+), )?“(?P<text>.*)”[^”]*", re.DOTALL)
PARTS = re.compile(r"^What: .*^Why: .*^Breaks it: (?P<breaks>.*)^Does not: (?P<spares>.*)", re.DOTALL | re.MULTILINE)


def names(document: Document, house: House | None = None) -> list[str]:
    house = house or load()
    counted, accepted = Acceptance(reasoned=True).sort(document, check(document, house), house)
    return [violation.rule for violation in (*counted, *(item.violation for item in accepted))]


def example(rule: Rule, part: str) -> tuple[str, House]:
    """The text of an example, and the default style with the option that the example sets."""
    found = EXAMPLE.fullmatch(" ".join(PARTS.search(rule.manual)[part].split()))  # type: ignore[index]
    assert found is not None, f"{rule.name}: no example in “ ”"
    text = found["text"].replace(" ¶ ", "\n\n").replace("…", "")
    house = load().change(rule.name, **({found["option"]: float(found["value"])} if found["option"] else {}))
    return text, house


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_rule_breaks_on_its_example_and_spares_the_near_miss(rule: Rule) -> None:
    text, house = example(rule, "breaks")
    assert rule.name in names(scan(text), house), text
    text, house = example(rule, "spares")
    assert rule.name not in names(scan(text), house), text


def test_the_seed_is_read_as_its_editor_did(seed: Document) -> None:
    found = {(violation.rule, violation.sentence) for violation in check(seed)}
    assert {number for rule, number in found if rule == "overclaim"} == {1, 2, 3, 6, 13}
    assert {("relay-dropped", 7), ("relay-dropped", 8), ("relay-dropped", 3), ("relay-dropped", 5)} <= found
    assert {("anonymous-lede", 1), ("second-hand", 13), ("quoted-without-marks", 13), ("mind-reading", 8), ("anonymous-praise", 9)} <= found
    assert not {("overclaim", 10), ("overclaim", 14), ("factive-on-unnamed", 14)} & found
    assert "relay-dropped" in seed.sentences[6].flags and not seed.sentences[13].flags


def test_places_are_those_of_the_words(seed: Document) -> None:
    text = Path("seeds/iran-israel-reassurances.txt").read_text(encoding="utf-8")
    lines = text.split("\n")
    for violation in check(seed):
        assert text[violation.start : violation.end] == violation.text
        assert lines[violation.line - 1][violation.column - 1 :].startswith(violation.text.split("\n")[0][:20])


@pytest.mark.parametrize("name", houses())
def test_every_style_cites_what_it_encodes(name: str) -> None:
    house = load(name)
    changed = [item for item in house.settings.values() if item != load("default").settings[item.name]]
    assert name == "default" or (house.cites and changed and all(item.cites and item.why for item in changed))


def test_a_desk_writes_its_own_in_ten_lines(tmp_path: Path) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(
        'title = "Our desk"\nextends = "reuters"\nfail-on = "error"\n[rules.weasel]\non = false\n'
        '[rules.overclaim]\nseverity = "error"\ngap = 0.2\n',
        encoding="utf-8",
    )
    house = load(str(own))
    assert house.title == "Our desk" and house.fail_on == "error"
    assert not house.settings["weasel"].on and house.settings["overclaim"].options["gap"] == 0.2
    assert house.settings["plural-for-one"].cites.startswith("Reuters")
    assert "weasel" not in names(scan("Critics say the plan is doomed."), house)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[rules.overclam]\ngap = 0.2\n", ["desk.toml", "overclam", "did you mean overclaim"]),
        ("[rules.overclaim]\ngab = 0.2\n", ["desk.toml", "overclaim", "gab", "did you mean gap"]),
        ('[rules.overclaim]\ngap = "wide"\n', ["overclaim", "gap", "a number"]),
        ('[rules.overclaim]\nseverity = "fatal"\n', ["severity", "info, warning, error"]),
        ('fail-om = "error"\n', ["desk.toml", "fail-om", "did you mean fail-on"]),
        ("least = 2\n", ["desk.toml", "least", "between 0 and 1"]),
        ('extends = "reuter"\n', ["reuter", "did you mean reuters"]),
        ("[rules\n", ["desk.toml", "not TOML"]),
    ],
)
def test_what_is_wrong_with_a_style_is_named(tmp_path: Path, text: str, words: list[str]) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        load(str(own))
    for word in words:
        assert word in str(raised.value)


def test_a_style_that_extends_itself_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "ring.toml"
    own.write_text(f'extends = "{own}"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="extends itself"):
        load(str(own))


def test_rules_are_chosen_by_name_code_and_family() -> None:
    text = "Critics say the plan is doomed. Sources said the bank will close."
    assert set(names(scan(text), load().only(("weasel",), ()))) == {"weasel"}
    assert set(names(scan(text), load().only(("HED",), ()))) == {"weasel"}
    assert "bare-sources" not in names(scan(text), load().only((), ("src001",)))
    with pytest.raises(LexiconError, match="did you mean weasel"):
        load().only(("weasle",), ())


def test_the_lexicon_of_styles_is_shipped() -> None:
    assert set(houses()) == {"default", "ap", "reuters", "npr", "guardian", "nyt"}
    assert all((lexicon.folder() / "styles" / f"{name}.toml").is_file() for name in houses())


def test_what_two_sentences_share_does_not_hang_on_the_order_of_a_set() -> None:
    """Strings hash anew in each process; the same draft must be judged alike all the same, also at the edge of a threshold."""
    program = (
        "from hedgescan.model import Sentence; from hedgescan.style.match import shares; import string\n"
        "made = [' '.join(a + b + str(n) for a in string.ascii_lowercase for b in string.ascii_lowercase[:n]) for n in (3, 5, 7, 11)]\n"
        "rows = [Sentence(1, 1, 0, 1, 1, 1, ' '.join(made[k::2] + made[:k])) for k in range(4)]\n"
        "print([shares(one, rows) for one in rows])"
    )
    told = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2", "3", "4", "5", "6")
    }
    assert len(told) == 1
