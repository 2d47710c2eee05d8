"""Bytes in the encodings that editors write: read where they say so themselves, else refused with the place and the likely name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgescan import tongues
from hedgescan.readers.decode import Unreadable, decode, detect
from hedgescan.readers.guess import CENTRAL
from tests.conftest import Run

EDITED = "“It’s the café,” the mayor said — “and it may close.”\n"
PLAIN = "The café may close, the mayor said.  It owes £40.\n"
RUSSIAN = "Мэр сказал во вторник, что старый мост через реку закроют на три недели.\n" * 3
JAPANESE = "市長は火曜日、川に架かる古い橋が三週間閉鎖されると述べた。渡し船は無料だという。\n" * 3
CHINESE = "市长星期二说，河上的旧桥将关闭三周。渡轮是免费的。\n" * 3


def test_utf8_and_what_bears_a_mark_is_read_without_a_word(run: Run, tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        (tmp_path / f"{encoding}.txt").write_bytes(EDITED.encode(encoding))
    done = run("-f", "jsonl", ".")
    assert done.returncode == 0 and done.stderr == b""
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 4 and all((row["start"], row["text"]) == (0, EDITED.strip()) for row in rows)


# Text, the encoding it is written in, and the one that is to be named.
WRITTEN = [
    (EDITED, "windows-1252", "windows-1252"),
    (EDITED, "mac-roman", "mac-roman"),
    (PLAIN, "latin-1", "windows-1252"),
    (PLAIN, "cp437", "cp437"),
    (EDITED, "utf-16-le", "utf-16-le"),
    (EDITED, "utf-16-be", "utf-16-be"),
    (JAPANESE, "utf-16-le", "utf-16-le"),
    (RUSSIAN, "utf-16-be", "utf-16-be"),
    (EDITED, "utf-32-le", "utf-32-le"),
    (EDITED, "utf-32-be", "utf-32-be"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "windows-1251", "cp1251"),
    (CHINESE, "gb18030", "gb18030"),
    (JAPANESE, "euc-jp", "euc-jp"),
    # What a Western writer might have typed, too: õ for ő, ø for ř, è for č.
    ("A polgármester azt mondta, hogy az erőszak okait még nem ismerik.\n", "windows-1250", "cp1250"),
    ("Starosta řekl, že most bude uzavřen, ale není to jisté.\n", "windows-1250", "cp1250"),
    ("Gradonačelnik je rekao da će most biti zatvoren, ali to još nije sigurno.\n", "windows-1250", "cp1250"),
    ("Burmistrz powiedział we wtorek, że prace mogą się przedłużyć, ale nie jest to pewne. Według źródeł są tylko dwa mosty.\n", "iso8859-2", "iso8859-2"),
    # near ones: names in English, and Western languages
    ("The mayor, Søren Nygård of Østerbro, said “ale, nebo nie” was Jiří’s motto, not à la carte.\n".replace("ř", "r"), "windows-1252", "windows-1252"),
    ("O prefeito não disse nem quando nem onde serão as ações.\n", "windows-1252", "windows-1252"),
    ("Ordføreren sa at brua blir stengt, men én ferje går på søndag.\n", "windows-1252", "windows-1252"),
    ("Linnapea ütles, et sild suletakse, kuid töö võib jätkuda õhtul.\n", "windows-1252", "windows-1252"),
]


def test_another_encoding_is_named_and_auto_takes_it_with_a_notice(run: Run, tmp_path: Path) -> None:
    for number, (text, written, _) in enumerate(WRITTEN):
        (tmp_path / f"{number:02}.txt").write_bytes(text.encode(written))
    refused = run(".")
    told = refused.stderr.decode().splitlines()
    assert refused.returncode == 2 and not refused.stdout.strip() and len(told) == len(WRITTEN)
    for number, (line, (_, _, named)) in enumerate(zip(told, WRITTEN, strict=True)):
        assert f"{number:02}.txt: not " in line and " at offset " in line and f"try --encoding {named}," in line
    guessed = run("-f", "json", "--encoding", "auto", ".")
    told = guessed.stderr.decode().splitlines()
    assert guessed.returncode == 0
    for number, (document, (text, _, named)) in enumerate(zip(json.loads(guessed.stdout)["documents"], WRITTEN, strict=True)):
        assert any(f"{number:02}.txt: not UTF-8: read as {named}, which is a guess" in line for line in told)
        assert document["sentences"][0]["text"] in text and len(document["notices"]) >= 1
    assert b"a guess" in run("--encoding", "auto", ".").stderr  # also of what was read before
    assert b"a guess" not in run("-q", "--encoding", "auto", ".").stderr


def test_the_words_that_tell_of_central_europe_are_words_of_its_languages_and_of_no_western_one() -> None:
    known = tongues.load()
    for word in CENTRAL:
        assert set(known.words[word.decode()]) <= {"cs", "hu", "pl", "ro", "sh", "sk", "sl"}, word


def test_shift_jis_is_read_when_it_is_named_and_refused_when_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(JAPANESE.encode("shift_jis"))
    refused = run("odd.txt")
    assert refused.returncode == 2 and b"byte 0x8e at offset 0 (line 1)" in refused.stderr
    named = run("-f", "json", "--encoding", "shift_jis", "odd.txt")
    assert named.returncode == 0 and JAPANESE[:5] in named.stdout.decode()


DAMAGED = [
    ("Le café est fermé.\nEt ".encode() + b"\xff" + " après ?\n".encode(), ["byte 0xff at offset 24 (line 2)", "mend that place"]),
    ("The mayor likes the café".encode()[:-1], ["byte 0xc3 at offset 23 (line 1)", "cut short"]),
    (b"He said \xff so.\n", ["byte 0xff at offset 8 (line 1)", "no usual encoding of text fits"]),
    (b"He said so.\nAnd\0so on.\n", ["NUL byte at offset 15 (line 2)"]),
    (b"\0" * 1000, ["NUL byte at offset 0 (line 1)"]),
    (b"%PDF-1.7\n", ["a PDF"]),
]


@pytest.mark.parametrize("more", [[], ["--encoding", "auto"]])
def test_what_is_damaged_or_no_text_is_refused_also_by_auto(run: Run, tmp_path: Path, more: list[str]) -> None:
    for number, (data, _) in enumerate(DAMAGED):
        (tmp_path / f"{number}.txt").write_bytes(data)
    done = run(*more, ".")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2 and len(lines) == len(DAMAGED)
    for line, (_, words) in zip(lines, DAMAGED, strict=True):
        assert all(word in line for word in words), line


def test_auto_says_nothing_of_what_needs_no_guess_and_reads_standard_input(run: Run) -> None:
    for data in (EDITED.encode("utf-16"), b"plain\n"):
        done = run("--encoding", "auto", stdin=data)
        assert done.returncode == 0 and done.stderr == b""
    done = run("check", "--encoding", "auto", "--exit-zero", stdin=PLAIN.encode("latin-1"))
    assert b"read as windows-1252" in done.stderr


def test_utf7_is_the_ascii_that_it_is(run: Run) -> None:
    done = run("-f", "jsonl", stdin="The café closed.".encode("utf-7"))
    assert done.returncode == 0 and "caf+AOk" in json.loads(done.stdout)["text"]


def test_the_configuration_may_name_it_and_a_wrong_name_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(PLAIN.encode("latin-1"))
    for name, code, words in (
        ("latin-1", 0, b""),
        ("auto", 0, b"read as windows-1252"),
        ("ascii", 2, b"not ascii: byte 0xe9"),
        ("utf-99", 2, b"hedgescan.toml: encoding"),
        ("hex", 2, b"hedgescan.toml: encoding"),
    ):
        (tmp_path / "hedgescan.toml").write_text(f'encoding = "{name}"\n')
        done = run("odd.txt")
        assert done.returncode == code and words in done.stderr, done.stderr
    wrong = run("--isolated", "--encoding", "utf-99", "odd.txt")
    assert wrong.returncode == 2 and b"there is no encoding 'utf-99'" in wrong.stderr
    named = run("--isolated", "--encoding", "ascii", stdin=PLAIN.encode())
    assert named.returncode == 2 and b"it looks like UTF-8: leave out --encoding" in named.stderr


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "utf-16", "utf-32", "utf-7", "idna", "punycode", "shift_jis", "cp037", "unicode_escape"]))
def test_any_bytes_are_a_string_or_named_as_unreadable(data: bytes, encoding: str | None) -> None:
    try:
        assert "\0" not in decode(data, "x.txt", encoding)
    except Unreadable as error:
        assert error.path == "x.txt" and error.message
    name = detect(data)
    assert name is None or name == "utf-8" or isinstance(data.decode(name), str)
