"""JSON Lines and CSV: each record a draft, and what is wrong with one is told while the others are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

LINES = '{"id": 1, "doc": {"body": "The mayor said it may rain."}}\n\n{"id": 2, "doc": {"body": "It could snow."}}\n'


def paths(stdout: bytes) -> list[str]:
    return [document["path"] for document in json.loads(stdout)["documents"]]


def test_each_line_is_a_document_with_offsets_into_its_field(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    outcomes = [
        run("-f", "json", "--field", "doc.body", "a.jsonl"), run("-f", "json", "--field", "doc.body", "-j", "2", "a.jsonl"),
    ]  # fmt: skip
    for done in outcomes:
        assert done.returncode == 0 and paths(done.stdout) == ["a.jsonl#1", "a.jsonl#3"]
        (sentence,) = json.loads(done.stdout)["documents"][1]["sentences"]
        assert (sentence["text"], sentence["start"], sentence["hedges"][0]["start"]) == ("It could snow.", 0, 3)
    piped = run("-f", "json", "--field", "doc.body", "--input-format", "jsonl", stdin=LINES.encode())
    assert paths(piped.stdout) == ["-#1", "-#3"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_each_row_is_a_document_that_begins_on_its_line(run: Run, tmp_path: Path, delimiter: str) -> None:
    rows = f'id{delimiter}body\r\n1{delimiter}"It may rain.\n\nIt may ""snow""."\r\n2{delimiter}\r\n3{delimiter}It rained.\r\n'
    (tmp_path / "a.csv").write_bytes(rows.encode())
    done = run("-f", "json", "--field", "body", "a.csv")
    assert done.returncode == 0 and paths(done.stdout) == ["a.csv#2", "a.csv#5", "a.csv#6"]
    assert [len(document["sentences"]) for document in json.loads(done.stdout)["documents"]] == [2, 0, 1]


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        ('{"body": "It rained."}\n{"body": \n', "body", b"a.jsonl#2: not JSON"),
        ('{"body": "It rained."}\n{"bdy": "It rained."}\n', "body", b"a.jsonl#2: no field 'body'; did you mean 'bdy'?"),
        ('{"body": "It rained."}\n{"body": 4}\n', "body", b"a.jsonl#2: the field 'body' holds no text but 4"),
        ('{"a": {"body": "It rained."}}\n{"a": [1]}\n', "a.body", b"a.jsonl#2: no field 'body' in 'a'"),
        ('{"body": "It rained."}\n' + "[" * 200_000, "body", b"a.jsonl#2: not JSON"),
    ],
    ids=["cut short", "misspelt", "a number", "nested", "brackets"],
)  # fmt: skip
def test_a_faulty_record_is_named_and_the_others_are_read(run: Run, tmp_path: Path, text: str, field: str, told: bytes) -> None:
    (tmp_path / "a.jsonl").write_text(text)
    done = run("-f", "json", "--field", field, "a.jsonl")
    assert done.returncode == 2 and told in done.stderr and b"Traceback" not in done.stderr
    assert paths(done.stdout) == ["a.jsonl#1"]


def test_records_are_never_read_without_a_field_nor_a_field_of_what_has_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,It rained.\n")
    (tmp_path / "a.txt").write_text("It rained.\n")
    for words, told in ((("a.csv",), b"--field"), (("--field", "bdy", "a.csv"), b"did you mean 'body'?"), (("--field", "body", "a.txt"), b"--input-format")):
        done = run(*words)
        assert done.returncode == 2 and told in done.stderr, done.stderr
    done = run("diff", "a.csv", "a.txt")
    assert done.returncode == 2 and b"a.csv" in done.stderr
    done = run("check", "--field", "body", "--diff-from", "HEAD", "a.csv")
    assert done.returncode == 2 and b"lines of drafts" in done.stderr
