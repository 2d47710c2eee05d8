"""The ladder: its order, its modifiers one by one, a desk's own file, and errors that name the cure."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan import score
from hedgescan.ladder import ANONYMOUS, MODIFIERS, NOBODY, RUNGS, default, load
from hedgescan.lexicon.error import LexiconError
from hedgescan.model import STANCES, Hop

LADDER = load()
ALONE = [  # modifier, its gain on one anonymous person with a role: .40 + (.70 - .40) * gain
    ("firsthand", 0.505),
    ("basis", 0.475),
    ("count2", 0.445),
    ("count3", 0.475),
    ("vague_count", 0.415),
    ("reason", 0.43),
    ("boilerplate", 0.40),
    ("proximity", 0.415),
    ("direct_quote", 0.40),
    ("record", 0.43),
]
WRONG = [  # a desk's file, and what the message must name: key and cure
    ("[rungs]\nANON_ROL = 0.4", r"rungs\.ANON_ROL: .*ANON_ROLE\?"),
    ("[rung]\nNAMED = 0.4", r"rung: unknown heading; did you mean rungs\?"),
    ("[rungs]\nNAMED = 1.4", r"rungs\.NAMED: should lie between 0 and 1"),
    ("[rungs]\nNAMED = nan", r"rungs\.NAMED: should be a number, not nan"),
    ("[rungs]\nNAMED = true", r"rungs\.NAMED: should be a number"),
    ("[rungs]\nNAMED = 'high'", r"rungs\.NAMED: should be a number"),
    ("[rungs]\nANON_ROLE = 0.75", r"rungs\.ANON_ROLE: .*raise the cap"),
    ("[caps]\nanonymous = 0.99", r"caps\.anonymous: .*lower it"),
    ("rungs = 3", r"rungs: should be a table; write \[rungs\]"),
    ("[modifiers.basic]\ngain = 0.1", r"modifiers\.basic: unknown modifier; did you mean basis\?"),
    ("[modifiers]\nbasis = 0.1", r"modifiers\.basis: should be a table"),
    ("[modifiers.basis]\ngian = 0.1", r'"basis".*gian: unknown field; did you mean gain\?'),
    ("[modifiers.basis]\ngain = 2", r"modifiers\.basis\.gain: should lie between 0 and 1"),
    ("[modifiers.basis]\nhops = -1", r'"basis".*hops: should be 0 or more'),
    ("[modifiers.basis]\nrungs = ['NAMD']", r'"basis".*rungs: .*NAMED\?'),
    ("[shields]\nfactual = 0.9", r"shields\.factual: .*factive"),
    ("[rungs\n", r"is not TOML: .*line 1"),
]


def test_the_rungs_stand_in_order() -> None:
    weights = list(LADDER.rungs.values())
    assert tuple(LADDER.rungs) == RUNGS
    assert weights == sorted(weights, reverse=True)


def test_every_stance_has_a_shield() -> None:
    assert {*LADDER.shields} == {*STANCES, "own_voice"}


@pytest.mark.parametrize(("name", "expected"), ALONE)
def test_each_modifier_alone(name: str, expected: float) -> None:
    assert score.rung("ANON_ROLE", (name,), LADDER) == pytest.approx(expected)


def test_all_modifiers_are_tried() -> None:
    assert {name for name, _ in ALONE} == {*MODIFIERS} == {*LADDER.modifiers}


def test_a_direct_quote_counts_on_the_record_only() -> None:
    for rung in RUNGS:
        raised = score.rung(rung, ("direct_quote",), LADDER) > LADDER.weight(rung)
        assert raised == (rung in ("NAMED_ROLE", "NAMED", "NAMED_ORG"))


def test_of_several_counts_the_largest_holds() -> None:
    both = score.rung("ANON_GENERIC", ("count2", "count3", "vague_count"), LADDER)
    assert both == score.rung("ANON_GENERIC", ("count3",), LADDER)


def test_only_proximity_lengthens_the_chain_and_may_lower_it() -> None:
    for name in MODIFIERS:
        with_it = (Hop("a", "ANON_ROLE", (name,)),)
        assert score.length(with_it, LADDER) == (2 if name == "proximity" else 1)
        lowered = score.strength(with_it, LADDER) < score.strength((Hop("a", "ANON_ROLE"),), LADDER)
        assert lowered == (name == "proximity")


@given(st.permutations(MODIFIERS), st.sampled_from(RUNGS))
def test_the_order_of_modifiers_never_shows(names: list[str], base: str) -> None:
    assert score.rung(base, names, LADDER) == score.rung(base, [*MODIFIERS, *MODIFIERS], LADDER)


@given(st.sets(st.sampled_from(MODIFIERS)))
def test_a_better_rung_is_never_worth_less(modifiers: set[str]) -> None:
    worth = [score.rung(rung, modifiers, LADDER) for rung in RUNGS]
    assert all(better >= worse - 1e-12 for better, worse in pairwise(worth))


@given(st.sampled_from([*ANONYMOUS, *NOBODY]), st.sets(st.sampled_from(MODIFIERS)))
def test_nobody_unnamed_gets_beyond_the_cap(base: str, modifiers: set[str]) -> None:
    assert score.rung(base, modifiers, LADDER) <= LADDER.anonymous_cap < LADDER.weight("NAMED_ORG")


def test_sources_said_through_another_outlet_are_worth_next_to_nothing() -> None:
    assert score.strength((Hop("p", "OUTLET", relay=True), Hop("s", "ANON_BARE")), LADDER) < 0.15


def test_a_minister_quoted_by_an_outlet_is_decayed_but_not_capped_by_it() -> None:
    assert score.strength((Hop("p", "OUTLET", relay=True), Hop("m", "NAMED_ROLE")), LADDER) == pytest.approx(0.95 * 0.85)


def test_a_desk_changes_only_what_it_names(tmp_path: Path) -> None:
    own = tmp_path / "desk.toml"
    own.write_text("[rungs]\nMETONYM = 0.3\n[modifiers.basis]\ngain = 0.5\n", encoding="utf-8")
    ladder = load(own)
    assert ladder.weight("METONYM") == 0.3 and ladder.modifier("basis").gain == 0.5
    assert ladder.weight("OUTLET") == LADDER.weight("OUTLET")
    assert ladder.modifier("count3") == LADDER.modifier("count3")
    assert default().weight("METONYM") == 0.5


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_named_with_its_cure(tmp_path: Path, text: str, message: str) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message) as caught:
        load(own)
    assert "desk.toml" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml: cannot be read"):
        load(tmp_path / "nowhere.toml")


def test_names_that_are_not_on_the_ladder_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"rung 'NAMD' is not on the ladder; did you mean NAMED\?"):
        LADDER.weight("NAMD")
    with pytest.raises(ValueError, match=r"modifier 'basic' is not on the ladder; did you mean basis\?"):
        LADDER.modifier("basic")
    with pytest.raises(ValueError, match="stance 'sure' is not on the ladder"):
        LADDER.shield("sure")


def test_no_number_is_out_of_range() -> None:
    numbers = [*LADDER.rungs.values(), *LADDER.shields.values(), *(m.gain for m in LADDER.modifiers.values()), LADDER.decay, LADDER.beta]
    assert all(math.isfinite(number) and 0 <= number <= 1 for number in numbers)
