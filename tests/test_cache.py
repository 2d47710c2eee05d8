"""What is kept and recalled: the same bytes as without it, never half of anything, and never in anybody's way."""

from __future__ import annotations

import itertools
import json
import os
import stat
import subprocess
import sys
import threading
import time
import typing
from collections.abc import Callable
from pathlib import Path

import pytest

from hedgescan import model, plain, scan
from hedgescan.cache import AGE, Cache
from hedgescan.model import Document
from tests.conftest import COMMAND, SEED, Run

DRAFT = "The mayor said the bridge may close. Officials familiar with the talks believe it will reopen.\n"
OTHER = "Critics say the plan is doomed.\n\nhedgescan: ignore-next[weasel] agreed\n\nExperts agree that it is.\n"
Kept = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the cache."""
    return tmp_path / "kept"


@pytest.fixture
def kept(run: Run, folder: Path) -> Kept:
    """Run the command with a cache of its own; after the first call nothing but the cache may be used, unless `fresh`."""

    def call(*words: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
        return run(*words, stdin=stdin, **{"HEDGESCAN_NO_CACHE": "", "HEDGESCAN_CACHE_DIR": str(folder)} | more)

    return call


def files(folder: Path) -> list[Path]:
    """The entries, without the folder's own notes."""
    return [path for path in folder.rglob("*") if path.is_file() and path.parent != folder]


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    """Drafts of several kinds: plain, hard-wrapped, Windows line ends, an ignored finding, another encoding's letters, nothing."""
    texts = {
        "a.txt": DRAFT.encode(),
        "b.md": OTHER.encode(),
        "c.txt": SEED.read_bytes(),
        "d.txt": "“We may”, she said, “perhaps\r\ngo to Łódź.”\r\n\r\nIt’s unclear \U0001f600 why.".encode(),
        "e.txt": b"\xef\xbb\xbf" + DRAFT.encode(),
        "f.txt": b"",
    }
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
    return sorted(texts)


COMMANDS = [
    *(["scan", "-f", name] for name in ("table", "json", "jsonl", "csv", "tsv", "markdown")),
    ["scan", "--explain", "--sort", "gap", "--top", "3"],
    ["scan", "-f", "json", "--sentiment-raw", "--yardstick", "icd203", "--strictness", "0.8"],
    ["scan", "-f", "json", "--pack", "science", "--lexicon", "mine.toml"],
    *(["check", "-f", name] for name in ("text", "json", "sarif", "github", "junit")),
    ["check", "--style", "reuters", "--statistics"],
    *(["sources", "-f", name] for name in ("table", "json", "markdown", "dot", "mermaid")),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_same_bytes_with_and_without_cache(words: list[str], kept: Kept, drafts: list[str], tmp_path: Path, folder: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[hedges.hearsay."tongues wag"]\nstrength = 0.6\nwhy = "gossip"\nyes = ["Tongues wag."]\nno = ["It wags."]\n'
    )
    command, *options = words
    runs = [kept(command, *extra, *options, *drafts) for extra in (["--no-cache"], [], [], ["-j", "2"])]
    verdicts = len(drafts) - 1 if command == "check" else 0  # none of the draft with a directive
    assert len(files(folder)) == len(drafts) + verdicts + 2  # and the lexicons' tables, and the note that they are sound
    assert runs[0].returncode in (0, 1) and runs[0].stdout
    for done in runs[1:]:
        assert (done.returncode, done.stdout, done.stderr) == (runs[0].returncode, runs[0].stdout, runs[0].stderr)


def violations(report: bytes) -> list[dict[str, typing.Any]]:
    """What the first document of a report in JSON falls short in."""
    found: list[dict[str, typing.Any]] = json.loads(report)["documents"][0]["violations"]
    return found


def test_a_verdict_is_of_one_text_and_one_style(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER.replace("hedgescan: ignore-next[weasel] agreed\n\n", ""))
    (tmp_path / "b.txt").write_text(DRAFT)
    calls: list[list[str]] = [[], ["--style", "reuters"], ["--ignore", "weasel"], ["--fail-under", "verifiability=90"], ["--show-files"], ["-f", "json"]]
    for words in calls:
        plain = kept("check", "--no-cache", *words, "a.txt", "b.txt")
        for _ in range(2):
            done = kept("check", *words, "a.txt", "b.txt")
            assert (done.returncode, done.stdout, done.stderr) == (plain.returncode, plain.stdout, plain.stderr), words
    assert kept("check", "a.txt").returncode == 1 and kept("check", "--update-baseline", "--baseline", "base.json", "a.txt").returncode == 0
    assert kept("check", "--baseline", "base.json", "a.txt").returncode == 0 and kept("check", "a.txt").returncode == 1
    before = violations(kept("check", "-f", "json", "a.txt").stdout)
    (tmp_path / "hedgescan.toml").write_text(f'[[suppress]]\nfingerprint = "{before[0]["fingerprint"]}"\nreason = "agreed"\n')
    assert violations(kept("check", "-f", "json", "a.txt").stdout) == before[1:]
    (tmp_path / "a.txt").write_text("It rained.\n")
    assert kept("check", "a.txt").returncode == 0


def test_a_diff_and_standard_input_too(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    (tmp_path / "b.txt").write_text(DRAFT.replace("may", "will"))
    for words in (["diff", "a.txt", "b.txt"], ["diff", "-", "b.txt", "-f", "json"], ["scan", "-"], ["scan", "-f", "json"]):
        runs = [kept(words[0], *extra, *words[1:], stdin=DRAFT.encode()) for extra in (["--no-cache"], [], [])]
        assert runs[0].returncode == 0 and runs[0].stdout
        assert len({(done.stdout, done.stderr, done.returncode) for done in runs}) == 1, words


@pytest.mark.parametrize("words", [["scan"], ["scan", "-f", "json"], ["check"], ["sources"], ["diff", "b.txt"]], ids=" ".join)
def test_what_was_read_before_is_told_without_spacy_or_the_lexicon(words: list[str], kept: Kept, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    (tmp_path / "b.txt").write_text(OTHER)
    first = kept(*words, "a.txt")
    heavy = {"spacy", "textblob", "nltk", "numpy", "hedgescan.engine", "hedgescan.english.read", "hedgescan.lexicon.layers"}
    code = (
        "import sys, hedgescan.cli\n"
        f"sys.argv = ['hedgescan', *{words!r}, 'a.txt']\n"
        "try: hedgescan.cli.main()\n"
        "except SystemExit as done: code = done.code\n"
        f"both = {heavy!r} & set(sys.modules)\n"
        "assert not both, both\n"
        "sys.exit(code)"
    )
    env = {**os.environ, "HEDGESCAN_NO_CACHE": "", "HEDGESCAN_CACHE_DIR": str(folder)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, env=env, check=False)
    assert (done.returncode, done.stdout) == (first.returncode, first.stdout), done.stderr


def test_whatever_changes_is_read_anew(kept: Kept, tmp_path: Path, folder: Path) -> None:
    draft, lexicon = tmp_path / "a.txt", tmp_path / "mine.toml"
    entry = '[hedges.modal."may"]\nstrength = {}\n'
    draft.write_text(DRAFT)
    lexicon.write_text(entry.format(0.3))
    words = ["-f", "csv", "--lexicon", "mine.toml", "a.txt"]
    weak = kept(*words).stdout
    lexicon.write_text(entry.format(0.9))
    strong = kept(*words).stdout
    assert weak != strong and strong == kept(*words, "--no-cache").stdout
    draft.write_text(DRAFT.replace("may", "will"))
    assert kept(*words).stdout == kept(*words, "--no-cache").stdout != strong
    before = len(files(folder))
    assert kept(*words, "--strictness", "0.9").stdout and len(files(folder)) == before + 1
    lexicon.write_text("nonsense")
    assert kept(*words).returncode == 2


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda whole: whole[:50],
    lambda whole: whole[:-1],
    lambda whole: whole.replace(b"may", b"can"),
    lambda whole: b"\0" * len(whole),
    lambda _: b"x" * 32 + b"{}",
]


def test_a_damaged_entry_is_no_entry(kept: Kept, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    first = kept("-f", "json", "a.txt")
    entries = {path: path.read_bytes() for path in files(folder)}
    for damage in DAMAGES:
        for entry, whole in entries.items():
            entry.write_bytes(damage(whole))
        done = kept("-f", "json", "a.txt")
        assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, b"")
        assert {path: path.read_bytes() for path in files(folder)} == entries


def test_what_never_ends_or_never_comes_in_place_of_an_entry_is_no_entry(kept: Kept, tmp_path: Path, folder: Path) -> None:
    """As a folder may hold that CI has unpacked."""
    (tmp_path / "a.txt").write_text(DRAFT)
    first = kept("-f", "json", "a.txt")
    entries = files(folder)
    puts: list[Callable[[Path], None]] = [os.mkfifo, lambda path: path.symlink_to("gone"), lambda path: path.symlink_to("/dev/zero")]
    for put in puts:
        for entry in entries:
            entry.unlink()
            put(entry)
        assert kept("cache", "show").returncode == 0
        done = kept("-f", "json", "a.txt")
        assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, b"")
        assert all(entry.is_file() and not entry.is_symlink() for entry in entries)
        for entry in entries:
            entry.unlink()
            put(entry)
        assert f"{len(entries)} results cleared".encode() in kept("cache", "clear").stdout
        assert kept("-f", "json", "a.txt").stdout == first.stdout


def test_a_folder_that_others_may_write_in_or_that_cannot_be_written_is_left_alone(kept: Kept, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    first = kept("--no-cache", "a.txt")
    folder.mkdir()
    folder.chmod(0o777)
    assert kept("a.txt").stdout == first.stdout and not files(folder)
    assert b"not used" in kept("cache", "show").stdout
    for place in ("/dev/null/kept", "/proc/kept", str(tmp_path / "a.txt")):
        done = kept("a.txt", HEDGESCAN_CACHE_DIR=place)
        assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, b"")
    assert (tmp_path / "a.txt").read_text() == DRAFT
    done = kept("a.txt", HEDGESCAN_CACHE_DIR="", XDG_CACHE_HOME="not/absolute", HOME="/nonexistent")
    assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, b"") and not (tmp_path / "not").exists()


def test_what_is_made_is_for_this_user_alone(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    kept("a.txt", HEDGESCAN_CACHE_DIR="", XDG_CACHE_HOME=str(tmp_path / "xdg"))
    made = tmp_path / "xdg" / "hedgescan"
    assert files(made) and stat.S_IMODE(made.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files(made))
    assert (made / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert not any(b"Officials familiar with the talks believe" in path.read_bytes() for path in files(made))  # the text itself is not kept


def test_the_command_and_the_configuration(kept: Kept, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    kept("a.txt")
    assert kept("cache", "dir").stdout.decode() == f"{folder}\n"
    assert b"\n3 results, " in kept("cache", "show").stdout
    assert kept("cache", "clear").stdout == b"3 results cleared\n" and not files(folder)
    kept("--no-cache", "a.txt")
    kept("a.txt", HEDGESCAN_NO_CACHE="1")
    (tmp_path / "hedgescan.toml").write_text("cache = false\n")
    kept("a.txt")
    assert not files(folder)
    assert kept("cache", "dir", HEDGESCAN_NO_CACHE="1").returncode == 2


def test_many_at_once_keep_the_same(tmp_path: Path, folder: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(DRAFT * (1 + number % 3))
    env = {**os.environ, "HEDGESCAN_NO_CACHE": "", "HEDGESCAN_CACHE_DIR": str(folder)}
    commands = [[COMMAND, "-f", "json", *(f"{number}.txt" for number in range(6))]] * 3
    running = [subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
    results = [process.communicate(timeout=120) for process in running]
    assert len(set(results)) == 1 and results[0][0] and not results[0][1]
    assert len(files(folder)) == 3 + 2  # three texts, the lexicons' tables, and the note that they are sound


def test_a_value_is_read_whole_or_not_at_all(folder: Path) -> None:
    cache, stop = Cache(str(folder)), threading.Event()
    values = [["a" * 50_000], ["b" * 90_000]]
    seen = []

    def read() -> None:
        while not stop.is_set():
            seen.append(cache.get("k" * 32))

    reader = threading.Thread(target=read)
    reader.start()
    for value in itertools.islice(itertools.cycle(values), 200):
        cache.put("k" * 32, value)
    stop.set()
    reader.join()
    assert cache.usable and all(value is None or value in values for value in seen) and any(seen)


def test_it_is_bounded_in_size_and_age(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hedgescan.cache.SIZE", 80_000)
    cache = Cache(str(folder))
    now = time.time()
    for number in range(100):
        cache.put(f"{number:032}", "x" * 1000)
        os.utime(cache._path(f"{number:032}"), (now - 1000 + number,) * 2)
    assert sum(path.stat().st_size for path in files(folder)) <= 100_000
    assert cache.get(f"{99:032}") and cache.get(f"{0:032}") is None
    os.utime(cache._path(f"{98:032}"), (now - AGE - 100,) * 2)
    os.utime(folder / "trimmed", (now - 2 * 86_400,) * 2)
    Cache(str(folder)).put("f" * 32, "x")
    assert cache.get(f"{98:032}") is None and cache.get(f"{99:032}")


def test_every_field_of_every_record_comes_back(seed: Document) -> None:
    for kind, made in plain.MADE.items():
        hints = typing.get_type_hints(kind, vars(model))
        compound = {name for name, hint in hints.items() if any(part in str(hint) for part in ("tuple", "hedgescan.model", "hedgescan.figures"))}
        assert compound == set(made), kind
    texts = [SEED.read_text(encoding="utf-8"), OTHER, "A\r\nlone \ud800 half may be.", "", "Je ne sais pas ce que nous allons faire."]
    for document in (seed, *(scan(text, "x") for text in texts)):
        assert plain.unpacked(plain.packed(document), document.path, document.source) == document
