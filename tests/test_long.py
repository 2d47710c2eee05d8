"""Long texts: read in parts, the same whether held whole or streamed, and printed as one."""

from __future__ import annotations

import io
import json
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan import engine
from hedgescan.formats import FORMATS, View
from hedgescan.readers import Unreadable, from_string, long, sections
from hedgescan.readers.offsets import Lines, Text
from hedgescan.whole import joined
from tests.conftest import Run

SAID = (
    "Ada Roe, the harbour master, said the gate may close.",
    "She added that repairs could take a year.",
    "Two officials familiar with the plans said the cost was not known.",
    "According to the Harbour Gazette, the council is divided.",
    "It remains unclear who will pay.",
    "“We never promised that,” Ben Ash told reporters.",
    "Rain fell all night.",
)


def drawn(paragraphs: int, seed: int = 7) -> str:
    pick = random.Random(seed)
    ends = ("\n\n", "\n\n", "\n \n\n", "\r\n\r\n")
    return "".join(" ".join(pick.choices(SAID, k=pick.randint(1, 4))) + pick.choice(ends) for _ in range(paragraphs))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "SECTION", 1500)
    monkeypatch.setattr(long, "LONG", 100)


def streamed(source: str, size: int) -> list[Text]:
    return list(sections.stream((source[at : at + size] for at in range(0, len(source), size)), "-"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
def test_parts_are_the_same_however_the_text_comes(size: int) -> None:
    source = drawn(60)
    whole, parts = list(sections.split(from_string(source))), streamed(source, size)
    assert len(parts) > 3
    assert [[block.prose for block in part.blocks] for part in parts] == [[block.prose for block in part.blocks] for part in whole]
    assert [block.number for part in parts for block in part.blocks] == [block.number for part in whole for block in part.blocks]
    assert "".join(part.source for part in parts) == source
    lines = Lines(source)
    for part in parts:
        assert Lines(part.source, part.place).at(part.place.offset) == lines.at(part.place.offset) == part.place[1:]


@given(st.text(alphabet=" \n\r\t.abc\u2029\f“", max_size=400), st.integers(1, 40), st.integers(1, 50))
def test_no_word_is_lost_between_parts(source: str, size: int, section: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sections, "SECTION", section)
        parts = streamed(source, size)
    assert "".join(part.source for part in parts).split() == source.split()
    for part in parts:
        assert source[part.place.offset :].startswith(part.source)
        for block in part.blocks:
            at = block.offsets[0]
            assert part.source[at : at + 1] == block.prose[:1]


@pytest.mark.usefixtures("small")
def test_a_document_in_parts_is_the_document() -> None:
    source, ready = drawn(60), engine.engine()
    whole = engine.examine(from_string(source), ready)
    parts = list(engine.parts(iter(streamed(source, 1000)), ready))
    assert [part.part for part in parts] == list(range(1, len(parts) + 1)) and not parts[-1].sentences
    assert joined(iter(parts), source) == whole
    assert [item.index for item in whole.sentences] == list(range(1, len(whole.sentences) + 1))
    assert all(source[item.start : item.end] == item.text for item in whole.sentences)
    assert len({a.id for item in whole.sentences for a in item.attributions}) == sum(len(item.attributions) for item in whole.sentences)
    ids = [item.id for item in whole.sources]
    assert len(set(ids)) == len(ids)
    [ada] = [item for item in whole.sources if item.name == "Ada Roe"]  # known again in every part
    assert all(source[span.start : span.end] == span.text for span in ada.mentions)
    assert ada.mentions[-1].start > parts[0].sentences[-1].end


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_what_is_printed_of_parts_is_what_is_printed_of_the_whole(name: str) -> None:
    source, ready = drawn(60), engine.engine()
    whole = engine.examine(from_string(source), ready)
    parts = list(engine.parts(iter(streamed(source, 1000)), ready))
    one, many = ("".join(FORMATS[name](iter(documents), View())) for documents in ([whole, whole], [*parts, *parts]))
    if name in ("table", "markdown"):  # where columns are as wide as what they hold
        one, many = (" ".join(text.replace("-", "").split()) for text in (one, many))
    assert many == one


@pytest.mark.usefixtures("small")
def test_a_long_line_is_read_in_pieces() -> None:
    source = " ".join(SAID) * 600 + "x" * 250_000
    blocks = from_string(source).blocks
    assert len(blocks) > 3 and {block.number for block in blocks} == {1}
    assert all(len(block.prose) <= 100_000 for block in blocks)
    assert "".join(block.prose for block in blocks).replace(" ", "") == source.replace(" ", "")


@pytest.mark.usefixtures("small")
def test_faults_are_found_before_anything_is_printed(tmp_path: Path) -> None:
    good, bad, zero = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "zero.txt"
    good.write_text(drawn(30), encoding="utf-16")
    bad.write_bytes(drawn(30).encode() + b"\xff")
    zero.write_bytes(drawn(30).encode() + b"\0")
    parts = long.texts(str(good))
    assert parts is not None and "".join(part.source for part in parts) == drawn(30)
    assert long.texts(str(bad)) is None and long.texts(str(zero)) is None  # read whole, they name the byte
    assert not long.likely(str(tmp_path / "missing.txt"))


def test_standard_input_is_put_back_where_it_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Rain fell.")))
    assert long.texts("-") is None
    from hedgescan.readers import files

    assert files.load("-") == b"Rain fell."


def test_the_command_streams_a_long_draft(run: Run, tmp_path: Path) -> None:
    text = ("\n" * 300_000).join(drawn(40, seed) for seed in range(5))
    assert len(text) > long.LONG
    (tmp_path / "long.txt").write_text(text, encoding="utf-8", newline="")
    named, piped = run("scan", "-f", "jsonl", "long.txt"), run("scan", "-f", "jsonl", stdin=text.encode())
    assert named.returncode == piped.returncode == 0
    rows = [json.loads(row) for row in named.stdout.splitlines()]
    assert [row["index"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert piped.stdout == named.stdout.replace(b'"path": "long.txt"', b'"path": "-"')



@pytest.mark.parametrize(("tail", "words"), [(b"\xff", b"not UTF-8: byte 0xff at offset"), (b"\0", b"a NUL byte at offset")])
def test_a_long_text_with_a_fault_on_standard_input_is_no_empty_draft(run: Run, tail: bytes, words: bytes) -> None:
    done = run("scan", "-f", "jsonl", stdin=b"Rain fell.\n" + b"\n" * long.LONG + tail)
    assert (done.returncode, done.stdout) == (2, b"") and words in done.stderr, done.stderr


def test_a_file_that_changes_while_it_is_read_is_named(tmp_path: Path, small: None) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(drawn(2000), encoding="utf-8")
    parts = long.texts(str(draft))
    assert parts is not None and next(parts).blocks
    draft.write_bytes(b"\xff" * 400_000)
    with pytest.raises(Unreadable, match="changed while it was read"):
        list(parts)
