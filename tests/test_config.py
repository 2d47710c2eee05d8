"""The configuration as the command finds it: which file, what goes before what, and what is refused."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from hedgescan.config import load
from hedgescan.lexicon import LexiconError
from tests.conftest import Run

BAD = "Sources said the bank will close two branches.\n"


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def test_show_says_what_is_in_force_and_from_where(run: Run, tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "hedgescan.toml": """
                style = "desk.toml"
                ignore = ["weasel"]
                baseline = "known.json"
                fail-under = { verifiability = 30 }
                [rules.overclaim]
                gap = 0.4
                [[overrides]]
                paths = ["opinion/*"]
                style = "ap"
                ignore = ["overclaim"]
            """,
            "desk.toml": 'extends = "house/all.toml"\n',
            "house/all.toml": 'extends = "reuters"\n[rules.bare-sources]\nseverity = "info"\n',
            "drafts/x.txt": BAD,
        },
    )
    file = str(tmp_path / "hedgescan.toml")
    # From a folder below: the configuration above is found, and its paths count from where it stands.
    shown = run("config", "show", "--select", "SRC,CER", "--jobs", "2", "../opinion/y.md", "-f", "json", cwd="drafts")
    (row,) = json.loads(shown.stdout)["shown"]
    settings = row["settings"]
    assert settings["style"] == {"value": "ap", "from": f"{file}, overrides 1"}
    assert settings["select"] == {"value": ["SRC,CER"], "from": "command line"}
    assert settings["ignore"]["value"] == ["weasel", "overclaim"]
    assert settings["baseline"] == {"value": str(tmp_path / "known.json"), "from": file}
    assert settings["encoding"] == {"value": None, "from": "default"}
    assert row["rules"]["overclaim"]["severity"] == row["rules"]["weasel"]["severity"] == "off"
    assert row["rules"]["overclaim"]["options"]["gap"] == 0.4 and row["rules"]["overclaim"]["from"] == file
    text = run("config", "show", cwd="drafts").stdout.decode()
    assert tomllib.loads(text)["rules"]["bare-sources"] == "info" and tomllib.loads(text)["fail-under"] == {"verifiability": 30.0}
    lines = {line.split(" = ")[0]: line for line in text.splitlines()}
    assert lines["style"].endswith(f"# from {file}") and lines["jobs"].endswith("# default")
    bare = run("config", "show", "--isolated", cwd="drafts").stdout.decode()
    assert bare.startswith("# configuration: none") and file not in bare


def test_the_nearest_file_counts_and_the_command_line_before_it(run: Run, tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "hedgescan.toml": 'select = ["weasel"]\n',
            "a/pyproject.toml": '[tool.other]\n[tool.hedgescan]\nselect = ["uncounted-sources"]\n',
            "a/b/.hedgescan.toml": "",
            "a/c/pyproject.toml": "[tool.other]\n",
            "a/c/bad.txt": BAD,
        },
    )

    def codes(*words: str, cwd: str) -> list[str]:
        return [line.split()[1] for line in run("check", *words, cwd=cwd, stdin=BAD.encode()).stdout.decode().splitlines()]

    assert codes(cwd="a/c") == ["SRC002"]
    assert len(codes(cwd="a/b")) > 2
    assert codes("--select", "bare-sources", cwd="a/c") == ["SRC001"]
    assert codes("--config", "../../hedgescan.toml", "bad.txt", cwd="a/c") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('stile = "ap"', ["stile", "did you mean style?"]),
        ("jobs = -1", ["jobs", "0 (one for each core) or more"]),
        ("strictness = 7", ["strictness", "from 0 to 1"]),
        ('encoding = "utf-9"', ["encoding", "utf-8"]),
        ("format = []", ["format", "one or more"]),
        ("select = 3", ["select", "a list of strings"]),
        ('[[overrides]]\npath = ["x"]', ["overrides 1", "path", "did you mean paths?"]),
        ('[[suppress]]\nfingerprint = "x"', ["suppress 1", "reason", "is missing"]),
        ("[overrides]", ["overrides", "[[overrides]]"]),
        ("style = \njobs = 1", ["is not TOML", "line 1"]),
    ],
)
def test_what_cannot_be_meant_is_refused_by_file_and_key(tmp_path: Path, text: str, words: list[str]) -> None:
    file = tmp_path / "hedgescan.toml"
    file.write_text(text)
    with pytest.raises(LexiconError) as error:
        load(file)
    assert all(word in str(error.value) for word in [str(file), *words])


def test_wrong_configurations_and_names_exit_2_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"bad.txt": BAD, "x.toml": 'stile = "ap"\n', "y.toml": '[rules.overclam]\non = false\n', "z.toml": 'format = ["txt"]\n'})
    lay(tmp_path, {"o.toml": '[[overrides]]\npaths = ["a"]\nselect = ["SCR"]\n', "s.toml": 'style = "apx"\n'})
    lay(tmp_path, {"f.toml": "fail-under = { support_ = 1 }\n", "m.toml": "max-anonymous = 1.2\n"})
    for words, told in (
        (["--config", "x.toml"], "x.toml: stile: unknown key; did you mean style?"),
        (["--config", "y.toml"], "overclaim"),
        (["--config", "z.toml"], "z.toml: format txt: there is no format 'txt'; did you mean text?"),
        (["--config", "none.toml"], "none.toml: cannot be read"),
        (["--config", "x.toml", "--isolated"], "contradict"),
        (["--config", "o.toml"], "o.toml: overrides 1: select: there is no rule 'SCR'; did you mean SRC?"),
        (["--config", "s.toml"], "s.toml: style: there is no style 'apx'"),
        (["--config", "f.toml"], "f.toml: fail-under: there is no score 'support_'; did you mean support?"),
        (["--config", "m.toml"], "m.toml: max-anonymous 1.2: write a share"),
        (["--select", "wesel"], "--select: there is no rule 'wesel'; did you mean weasel?"),
        (["--ignore", "scr001"], "--ignore: there is no rule 'scr001'; did you mean SRC001?"),
        (["--format", "sarf"], "did you mean sarif?"),
        (["--encoding", "utf-9"], "utf-8"),
    ):
        done = run("check", *words, "bad.txt")
        assert done.returncode == 2 and told in done.stderr.decode() and not done.stdout, (words, done.stderr)


def test_fingerprints_that_are_shown_can_be_accepted(run: Run, tmp_path: Path) -> None:
    lay(tmp_path, {"bad.txt": BAD, "sub/bad.txt": BAD})
    shown = run("check", "--select", "bare-sources", "--show-fingerprints", "bad.txt").stdout.decode()
    fingerprint = shown.rstrip("]\n").rpartition(", ")[2]
    entry = f'[[suppress]]\nfingerprint = "{fingerprint}"\nreason = "agreed"\n'
    lay(tmp_path, {"hedgescan.toml": f'select = ["bare-sources"]\n{entry}path = "sub/bad.txt"\n[[suppress]]\nfingerprint = "feed"\nreason = "old"\n'})
    done = run("check", "-f", "json", ".")
    here, below = json.loads(done.stdout)["documents"]
    assert done.returncode == 1 and len(here["violations"]) == 1 and not here["accepted"]
    (taken,) = below["accepted"]
    assert (taken["accepted_by"], taken["reason"], below["violations"]) == ("fingerprint", "agreed", [])
    assert b"feed accepts nothing" in done.stderr and done.stderr.count(b"accepts nothing") == 1
    assert b"accepts nothing" not in run("check", "--select", "weasel", ".").stderr
