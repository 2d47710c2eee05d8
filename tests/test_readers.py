"""Plain text into paragraphs: joined where an editor wrapped, split where a writer did, and never an offset lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan.engine import scan_text
from hedgescan.readers import Block, Lines, Offsets, Text, Unreadable, from_string, html
from hedgescan.readers.decode import decode
from hedgescan.readers.text import LONGEST

WRAPPED = (
    "The mayor said on Tuesday that the old bridge over the river would\n"
    "be closed for three weeks, and that a ferry would take people over\n"
    "in the meantime.\n\nThe ferry is free.\n"
)


def prose(source: str) -> list[str]:
    return [block.prose for block in from_string(source).blocks]


def test_hard_wraps_are_joined_and_blank_lines_part() -> None:
    first, second = prose(WRAPPED)
    assert first.startswith("The mayor") and "would be closed" in first and second == "The ferry is free."


def test_a_bullet_that_was_wrapped_is_one_paragraph_and_every_bullet_its_own() -> None:
    source = (
        "* The mayor said on Tuesday that the bridge\n  over the river would be closed, and that a\n  ferry would run.\n"
        "* Nobody was hurt.\n 12. The old bridge was closed before it\n     was a hundred years old.\n"
    )
    assert prose(source) == [
        "* The mayor said on Tuesday that the bridge over the river would be closed, and that a ferry would run.",
        "* Nobody was hurt.",
        "12. The old bridge was closed before it was a hundred years old.",
    ]
    assert prose("Said:\n    The mayor said that the bridge over the river is closed.\n    Nobody crossed it.")[1:] == [
        "The mayor said that the bridge over the river is closed.", "Nobody crossed it.",
    ]  # fmt: skip


def test_a_line_drawn_belongs_to_no_paragraph() -> None:
    head, body = "The Old Bridge Over the River, Its Making and Use", "The mayor said on Tuesday that the bridge\nover the river would be closed."
    assert prose(f"{head}\n{'=' * 49}\n{body}") == [head, "=" * 49, body.replace("\n", " ")]


def test_one_paragraph_a_line_stays_so() -> None:
    long = "The mayor said that the old bridge over the river would be closed for at least three weeks from Tuesday, and that a ferry would run."
    assert prose(f"{long}\n{long}\nShort one.\n") == [long, long, "Short one."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_parts(end: str) -> None:
    assert prose(f"One came.{end}{end}Two left.") == ["One came.", "Two left."]


def test_what_has_no_width_is_dropped_and_odd_spaces_are_plain() -> None:
    source = "\ufeffThe\u00a0may\u00ador\t said\u200b it."
    (block,) = from_string(source).blocks
    assert block.prose == "The mayor said it."
    start = block.prose.index("mayor")
    assert source[block.offsets[start] : block.offsets.end(start + 5)] == "may\u00ador"


def test_a_headline_and_a_byline_are_told_from_the_body() -> None:
    text = "Bridge to close for weeks\n\nBy Jane Roe\n\nThe mayor said on Tuesday that the bridge would close for repairs in May.\n"
    assert [block.role for block in from_string(text).blocks] == ["headline", "byline", "body"]


def test_lines_and_columns_count_from_one() -> None:
    lines = Lines("ab\r\ncd\ref\ngh")
    assert [lines.at(offset) for offset in (0, 1, 4, 7, 10)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]


@given(st.text(alphabet=st.sampled_from("aB. \n\r\t\u00a0\u00ad\u200b“”é\f"), max_size=120))
def test_offsets_give_back_every_printed_character(source: str) -> None:
    seen: list[int] = []
    for block in from_string(source).blocks:
        assert block.prose == block.prose.strip() and "  " not in block.prose
        for at, character in enumerate(block.prose):
            if character != " ":
                assert source[block.offsets[at]] == character
                seen.append(block.offsets[at])
    printed = [at for at, character in enumerate(source) if not character.isspace() and character not in "\u00ad\u200b"]
    assert seen == printed


def test_utf8_with_and_without_a_mark_and_utf16_are_read() -> None:
    text = "The café closed."
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        assert decode(data, "x.txt") == text


def test_a_wrong_byte_is_named_with_its_place_and_a_cure() -> None:
    with pytest.raises(Unreadable) as found:
        decode(b"One line.\nThe caf\xe9 closed.", "x.txt")
    message = str(found.value)
    assert "x.txt" in message and "0xe9" in message and "17" in message and "--encoding" in message


def test_what_is_not_text_is_refused() -> None:
    for data in (b"%PDF-1.7\n", b"PK\x03\x04abc", b"abc\x00def\x00"):
        with pytest.raises(Unreadable):
            decode(data, "x.bin")


def test_offsets_lead_through_a_text_in_between() -> None:
    # source "ab&amp;cd" → between "ab&cd" → prose "b&c d", the blank standing for nothing.
    between = Offsets([0, 2, 3], [0, 2, 7], {2: 7})
    way = Offsets([0, 3, 4], [1, 4, 4], {3: 4}).through(between)
    assert [(way[at], way.end(at + 1)) for at in range(5)] == [(1, 2), (2, 7), (7, 8), (8, 8), (8, 9)]


def test_markup_leaves_blanks_and_every_word_at_its_place() -> None:
    source = "He <b>may</b> go &amp; stay."
    block = Block("He may go & stay.", Offsets([0, 3, 6, 10, 11], [0, 6, 13, 17, 22], {10: 22}), "body", 1, marked=True)
    assert block.bare(0, len(block.prose)) == "He    may     go &     stay."
    assert len(block.bare(0, len(block.prose))) == len(source)


def test_what_the_format_says_is_quoted_is_quoted_without_marks() -> None:
    words = "It may rain, he said."
    plain, told = (
        scan_text(Text("-", words, (Block(words, Offsets([0], [0]), "body", 1, quoted),))).sentences[0].hedges[0].locus
        for quoted in ((), ((0, len(words)),))
    )
    assert (plain, told) == ("claim", "quoted")


def test_of_an_endless_paragraph_each_piece_keeps_its_own_places_only() -> None:
    """They were those of all that came after, too: a million entities took two gigabytes."""
    source = "<p>" + "a&amp;" * LONGEST
    blocks = html.from_string(source).blocks
    assert len(blocks) == 2 and sum(len(block.offsets.prose) for block in blocks) <= 2 * LONGEST + 4
    assert sum(len(block.offsets.ends) for block in blocks) == LONGEST
    for block in blocks:
        assert source[block.offsets[1] : block.offsets.end(4)] == "&amp;a&amp;" and block.prose[1:4] == "&a&"
