"""The command line as its users meet it: a process with arguments, pipes and an exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SEED, Run

DRAFT = "The mayor said the bridge may close. Officials familiar with the talks believe it will reopen.\n"


def test_a_mistyped_command_is_no_missing_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Sources said so.\n")
    for word, told in (("chek", "did you mean check?"), ("soruces", "did you mean sources?"), ("help", "hedgescan --help")):
        done = run(word, "bad.txt")
        assert done.returncode == 2 and told in done.stderr.decode() and done.stdout == b""
    (tmp_path / "chek").write_text("Sources said so.\n")
    assert run("chek").returncode == 0
    for word in ("config.txt", "drafts"):
        assert b"no such file" in run(word).stderr


def test_flags_are_those_of_the_style_and_the_rules_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sources said the bank will close.\n\nCritics say the plan is doomed.\n")

    def flags(*words: str) -> list[list[str]]:
        return [json.loads(line)["flags"] for line in run("scan", "-f", "jsonl", *words, "a.txt").stdout.splitlines()]

    assert flags()[0][0] == "overclaim" and "weasel" in flags()[1]
    assert flags("--select", "bare-sources") == [["bare-sources"], []]
    assert "weasel" not in flags("--ignore", "HED")[1]
    assert len(run("scan", "--only", "flagged", "--select", "weasel", "-f", "jsonl", "a.txt").stdout.splitlines()) == 1
    (tmp_path / "hedgescan.toml").write_text('select = ["weasel"]\n')
    assert flags() == [[], ["weasel"]]
    wrong = run("scan", "--style", "apx", "a.txt")
    assert wrong.returncode == 2 and b"did you mean ap?" in wrong.stderr and wrong.stdout == b""


def test_help_tells_every_exit_status(run: Run) -> None:
    for words in ([], ["check"], ["diff"]):
        told = " ".join(run(*words, "--help").stdout.decode().split())
        assert all(f" {status} " in told.partition("Exit status:")[2] for status in "012"), words


def test_help_and_version_import_neither_spacy_nor_textblob() -> None:
    for option in ("--help", "--version"):
        code = (
            "import sys, hedgescan.cli\n"
            f"sys.argv = ['hedgescan', '{option}']\n"
            "try: hedgescan.cli.main()\n"
            "except SystemExit as done: assert not done.code\n"
            "sys.exit(bool({'spacy', 'textblob', 'numpy'} & set(sys.modules)))"
        )
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("columns", ["80", "100", "200", "60", "93", "0", "wide"])
def test_the_help_that_is_kept_is_what_click_prints(run: Run, columns: str) -> None:
    code = "from hedgescan.cli.commands import commands; commands(prog_name='hedgescan', args=['--help'])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, env={**os.environ, "COLUMNS": columns}, check=True)
    for option in ("--help", "-h"):
        done = run(option, COLUMNS=columns)
        assert done.returncode == 0 and done.stdout == printed.stdout, "make man writes it anew"


def test_help_and_version_load_no_command_and_a_command_no_other(run: Run) -> None:
    for words, without in (
        (["--version"], {"click", "typing", "re", "hedgescan.cli.scan"}),
        (["--help"], {"click", "typing", "re", "hedgescan.cli.scan"}),
        (["scan", "--help"], {"tabulate", "hedgescan.cli.check", "hedgescan.cli.diff", "hedgescan.engine", "hedgescan.lexicon.layers"}),
    ):
        code = (
            "import sys; before = set(sys.modules); import hedgescan.cli\n"
            f"sys.argv = ['hedgescan', *{words!r}]\n"
            "try: hedgescan.cli.main()\n"
            "except SystemExit as done: assert not done.code\n"
            f"both = {without!r} & (set(sys.modules) - before)\n"
            "assert not both, both"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "COLUMNS": "80"}, check=False)
        assert done.returncode == 0, done.stderr


def test_the_first_word_may_be_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    short, long = run("draft.txt"), run("scan", "draft.txt")
    assert short.returncode == long.returncode == 0
    assert short.stdout == long.stdout and b"The mayor" in short.stdout


def test_json_from_a_pipe_is_the_contracts_object(run: Run) -> None:
    done = run("-f", "json", stdin=DRAFT.encode())
    report = json.loads(done.stdout)
    assert report["schema"] == 1 and [document["path"] for document in report["documents"]] == ["-"]
    first, second = report["documents"][0]["sentences"]
    assert DRAFT[first["start"] : first["end"]] == first["text"]
    assert [hedge["cue"] for hedge in first["hedges"]] == ["may"]
    assert second["attributions"][0]["anonymous"] is True
    for attribution in first["attributions"]:
        for part in [attribution["cue"], attribution["source"], *attribution["content"]]:
            assert DRAFT[part["start"] : part["end"]] == part["text"]


def test_jsonl_csv_tsv_and_markdown(run: Run) -> None:
    lines = run("-f", "jsonl", stdin=DRAFT.encode()).stdout.decode().splitlines()
    assert [json.loads(line)["index"] for line in lines] == [1, 2]
    for format_, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.DictReader(io.StringIO(run("-f", format_, stdin=DRAFT.encode()).stdout.decode()), delimiter=delimiter))
        assert [row["index"] for row in rows] == ["1", "2"] and rows[0]["hedges"] == "may"
    markdown = run("-f", "markdown", stdin=DRAFT.encode()).stdout.decode()
    assert markdown.startswith("## -\n") and "| The mayor" in markdown


def test_a_formula_in_the_text_does_not_run_in_a_spreadsheet(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("-f", "csv", stdin=b"=1+1 is what the mayor said.\n").stdout.decode())))
    assert rows[0]["text"].startswith("'=")
    rows = list(csv.DictReader(io.StringIO(run("-f", "csv", "--no-csv-safe", stdin=b"=1+1 is what the mayor said.\n").stdout.decode())))
    assert rows[0]["text"] == "=1+1 is what the mayor said."


def test_selection_and_order(run: Run) -> None:
    text = (DRAFT + "It rained.\n").encode()

    def pick(*words: str) -> list[int]:
        return [json.loads(line)["index"] for line in run("-f", "jsonl", *words, stdin=text).stdout.splitlines()]

    assert pick("--only", "anonymous") == [2]
    assert pick("--only", "hedged") == [1, 2]
    assert pick("--sort", "verifiability", "--top", "1") == [2]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("gone.txt", None, [b"gone.txt", b"no such file"]),
        ("latin.txt", b"The caf\xe9 closed, the mayor said.\n", [b"latin.txt", b"0xe9", b"--encoding"]),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", [b"picture.txt"]),
    ],
)
def test_an_input_that_cannot_be_read_is_named_and_the_others_are_scanned(
    run: Run, tmp_path: Path, name: str, data: bytes | None, words: list[bytes]
) -> None:
    (tmp_path / "good.txt").write_text(DRAFT)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("-f", "json", name, "good.txt")
    assert done.returncode == 2
    assert all(word in done.stderr for word in words) and b"Traceback" not in done.stderr
    assert [document["path"] for document in json.loads(done.stdout)["documents"]] == ["good.txt"]


def test_a_latin_file_is_read_when_its_encoding_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"The caf\xe9 closed, the mayor said.\n")
    done = run("-f", "json", "--encoding", "latin-1", "latin.txt")
    assert done.returncode == 0 and "café" in done.stdout.decode()


def test_an_empty_file_is_an_empty_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("-f", "json", "empty.txt")
    assert done.returncode == 0
    assert json.loads(done.stdout)["documents"][0]["sentences"] == []
    assert run("empty.txt").returncode == 0


def test_a_folder_with_nothing_to_read_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = run("folder")
    assert done.returncode == 2 and b"folder" in done.stderr and b"nothing to read" in done.stderr


def test_folders_are_walked_in_order_and_the_same_run_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.txt", "skip.log"):
        (tmp_path / name).write_text(DRAFT)
    first, second = run("-f", "json", "."), run("-f", "json", ".")
    assert first.stdout == second.stdout
    assert [Path(document["path"]).name for document in json.loads(first.stdout)["documents"]] == ["a.md", "b.txt", "c.txt"]
    fewer = run("-f", "json", "--exclude", "b*", ".")
    assert [Path(document["path"]).name for document in json.loads(fewer.stdout)["documents"]] == ["a.md", "c.txt"]


def test_output_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    done = run("-f", "json", "-o", "report.json", stdin=DRAFT.encode())
    assert done.returncode == 0 and done.stdout == b""
    assert json.loads((tmp_path / "report.json").read_text())["schema"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    bad = run("-o", "no/such/report.json", stdin=DRAFT.encode())
    assert bad.returncode == 2 and b"no/such/report.json" in bad.stderr


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(DRAFT * 400)
    shell = f"{sys.executable} -m hedgescan -f jsonl {tmp_path}/long.txt | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", shell], capture_output=True, check=False)
    assert done.stderr == b"" and len(done.stdout.splitlines()) == 1


def test_an_interrupt_is_quiet_and_says_so_in_its_status(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(DRAFT * 4000)
    process = subprocess.Popen(
        [sys.executable, "-m", "hedgescan", str(tmp_path / "long.txt")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(2.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT) and b"Traceback" not in errors


def test_no_colour_in_a_pipe_unless_asked_for(run: Run) -> None:
    assert b"\x1b" not in run(stdin=DRAFT.encode()).stdout
    assert b"\x1b[" in run("--color", "always", stdin=DRAFT.encode()).stdout
    assert b"\x1b[" in run(stdin=DRAFT.encode(), FORCE_COLOR="1").stdout
    assert b"\x1b" not in run(stdin=DRAFT.encode(), FORCE_COLOR="1", NO_COLOR="1").stdout


def test_terminal_escapes_in_the_text_do_not_reach_the_terminal(run: Run) -> None:
    assert b"\x1b" not in run(stdin=b"The mayor said \x1b[31mno\x1b[0m to it.\n").stdout


def test_a_wrong_option_is_a_usage_error(run: Run) -> None:
    done = run("--format", "nonsense", "x.txt")
    assert done.returncode == 2 and b"nonsense" in done.stderr and done.stdout == b""


def test_a_broken_lexicon_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[hedges.modal."may"]\nstrenght = 0.5\n')
    done = run("--lexicon", "mine.toml", stdin=DRAFT.encode())
    assert done.returncode == 2 and b"mine.toml" in done.stderr and b"strenght" in done.stderr and b"strength" in done.stderr


def test_a_lexicon_of_ones_own_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[hedges.modal."may"]\noff = true\n')
    done = run("-f", "json", "--lexicon", "mine.toml", stdin=DRAFT.encode())
    assert json.loads(done.stdout)["documents"][0]["sentences"][0]["hedges"] == []


def test_standard_input_can_be_named(run: Run) -> None:
    done = run("-f", "json", "--stdin-filename", "draft.txt", stdin=DRAFT.encode())
    assert json.loads(done.stdout)["documents"][0]["path"] == "draft.txt"


def test_the_demo_prints_a_table_and_a_ledger(run: Run) -> None:
    text = run(str(SEED)).stdout.decode()
    assert text.count("\n") > 30 and "The Washington Post" in text and "100% through one outlet" in text
    assert "claims" not in run("--no-ledger", str(SEED)).stdout.decode()
    assert "Ukraine file" in run("--wide", str(SEED)).stdout.decode()


def test_without_input_at_a_terminal_the_help_is_shown() -> None:
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    leader, follower = pty.openpty()
    done = subprocess.run([sys.executable, "-m", "hedgescan"], stdin=follower, capture_output=True, check=False, timeout=60)
    os.close(leader)
    os.close(follower)
    assert done.returncode == 2 and b"Usage" in done.stdout
