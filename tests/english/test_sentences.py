"""Where sentences end, and where quotations do."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan.english import quotes, sentences

SPLIT = [
    ("It rained. The match went on.", ["It rained.", "The match went on."]),
    ("Dr. Roe met Mr. Poe at 5 p.m. in Washington, D.C. on Monday.", 1),
    ("He works for Acme Inc. The firm closed.", 2),
    ("“Is it true?” Mrs. Roe asked.", 1),
    ("“Stop!” he said. “Now.”", 2),
    ("J. K. Poe wrote it.", 1),
    ("Shares rose 3.5 percent. Bonds fell.", 2),
    ("She left … and came back.", 1),
    ("No. 5 won. No. 6 lost.", 2),
    ("1. Wash the rice.", 1),
    ("LONDON (AP) — Ada Roe agreed. She left.", ["LONDON (AP) —", "Ada Roe agreed.", "She left."]),
    ("PARIS, May 3 (Reuters) - “It rained,” she said.", ["PARIS, May 3 (Reuters) -", "“It rained,” she said."]),
    ("PORT ROE, N.Y. — The gate closed.", ["PORT ROE, N.Y. —", "The gate closed."]),
    ("NATO — said to be ready — waited.", 1),
    ("MAYOR ROE: We waited.", 1),
    ("Ada Roe (Labour) — The member for Ashby — waited.", 1),
    ("The U.S. Senate voted. It failed.", 2),
]
QUOTED = [
    ("“It rained,” she said.", ["“It rained,”"]),
    ('"It rained," she said, "and rained."', ['"It rained,"', '"and rained."']),
    ("He said ‘it rained’ twice.", ["‘it rained’"]),
    ("The dogs' bowls and the cats' beds.", []),
    ("“It rained for days.", ["“It rained for days."]),
    ("Rock ’n’ roll in the ’90s.", []),
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ("''We won,'' she said. ''They lost.''", ["''We won,''", "''They lost.''"]),
    ("She wrote ``yes'' and ``no'' on it.", ["``yes''", "``no''"]),
    ("“We won,\" she said. \"They lost.”", ["“We won,\"", "\"They lost.”"]),
    ("A “calm“ town, a “mad“ mayor.", ["“calm“", "“mad“"]),
    ("He is 6'2\" tall and \"happy\" so far.", ["\"happy\""]),
    ("“We won. “They lost.", ["“They lost."]),
    ("„Gut“, said the baker.", ["„Gut“"]),
    ("'No,' she said, 'the workers' plea is old.'", ["'No,'", "'the workers' plea is old.'"]),
]


@pytest.mark.parametrize(("prose", "expected"), SPLIT)
def test_sentences(prose: str, expected: int | list[str]) -> None:
    found = [prose[a:b] for a, b in sentences.split(prose)]
    assert (found if isinstance(expected, list) else len(found)) == expected


@pytest.mark.parametrize(("prose", "expected"), QUOTED)
def test_quotations(prose: str, expected: list[str]) -> None:
    assert [prose[a:b] for a, b in quotes.find(prose)] == expected


@given(st.text(alphabet=st.sampled_from("aB. ?!\"“”'’,1 "), max_size=80))
def test_sentences_are_ordered_and_lose_no_ink(prose: str) -> None:
    bounds = sentences.split(prose)
    assert all(a < b for a, b in bounds) and all(x[1] <= y[0] for x, y in itertools.pairwise(bounds))
    kept = "".join(prose[a:b] for a, b in bounds)
    assert kept.replace(" ", "") == prose.replace(" ", "")


@given(st.text(alphabet=st.sampled_from("ab \"“”'’‘.,"), max_size=60))
def test_quotations_are_ordered_and_disjoint(prose: str) -> None:
    pairs = quotes.find(prose)
    assert all(a < b for a, b in pairs) and all(x[1] <= y[0] for x, y in itertools.pairwise(pairs))


@pytest.mark.parametrize(
    "prose",
    ["said " * 20_000, "x" * 100_000, "." * 100_000 + "x", ".'" + "'" * 100_000 + "x", "?!" * 50_000 + "x", "Mr. " * 25_000, "(" * 100_000, ". " * 50_000],
)
def test_the_endless_is_read_in_pieces_that_hold_all_of_it(prose: str) -> None:
    spans = sentences.split(prose)
    assert max(end - start for start, end in spans) <= sentences.LONGEST
    assert max(map(len, re.findall(r"\S+", "\n".join(prose[start:end] for start, end in spans)))) <= 501
    assert "".join(prose[start:end] for start, end in spans).replace(" ", "") == prose.replace(" ", "")
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_a_long_sentence_is_cut_after_a_mark() -> None:
    prose = ("the mayor said that " * 30 + "it may close; ") * 10
    assert [prose[:end].rstrip()[-1] for _, end in sentences.split(prose)[:-1]] == [";"] * (len(sentences.split(prose)) - 1)
