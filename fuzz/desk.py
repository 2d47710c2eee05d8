"""Targets that read what a desk writes: its lexicon, its style, its configuration, and the patch that a check is limited to."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from fuzz.drafts import chosen, spelled
from fuzz.invariants import hold, sound
from hedgescan.cli.commands import commands
from hedgescan.engine import Engine, examine
from hedgescan.explain.proof import file_errors
from hedgescan.ladder import load as ladder
from hedgescan.lexicon import LexiconError, folder, layers
from hedgescan.lexicon.kept import Tables
from hedgescan.model import Document
from hedgescan.patch import PatchError, changed, placed
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import build
from hedgescan.rules.sources.words import Words
from hedgescan.style.baseline import read
from hedgescan.style.baseline import written as rewritten
from hedgescan.style.check import check
from hedgescan.style.house import load

TOLD = "The mayor said the plan may fail. Critics say it could work, perhaps.\n\n“We doubt it,” said two officials familiar with it."
KEPT = 3  # entries of ours on each shelf that a fuzzed lexicon is laid over: enough to change and to switch off
NAMES = ("hedgescan.toml", "pyproject.toml")


@cache
def desk() -> Path:
    """A folder for the files of this process; it goes when the process ends."""
    held.append(tempfile.TemporaryDirectory(prefix="fuzz-"))
    return Path(held[0].name)


held: list[tempfile.TemporaryDirectory[str]] = []


def written(name: str, data: bytes) -> Path:
    """A file on the desk."""
    path = desk() / name
    path.write_bytes(data)
    return path


@cache
def ours() -> Tables:
    """A few of our own entries from every shelf."""
    count: dict[tuple[str, str], int] = {}
    out: Tables = {}
    for key, row in layers.shipped(folder()).items():
        count[key[:2]] = count.get(key[:2], 0) + 1
        if count[key[:2]] <= KEPT or key[1] == "classes":
            out[key] = row
    return out


def lexicon(data: bytes) -> None:
    """A lexicon laid over ours: refused by name, or good for a scan; what `lexicon check` finds no fault with can be used."""
    path = written("own.toml", data)
    faults = file_errors(dict(ours()), path)
    raw = dict(ours())
    try:
        layers.overlay(raw, path)
        loaded = layers.build(raw)
        _ = loaded.rules
        groups = (*loaded.people, *loaded.institutions, *loaded.outlets, *loaded.documents, *loaded.places)
        vocabulary = nouns.Vocabulary(nouns.lemmas(["officials"]), nouns.lemmas(["report"]))
        ready = Engine(loaded, build.entries(loaded), Words.build(groups), vocabulary, ladder())
    except LexiconError as error:
        hold(str(path) in str(error), error)
        hold(faults, "refused, though the check finds no fault with it", error)
        return
    hold(not faults, faults)
    sound(examine(from_string(TOLD), ready))


@cache
def told() -> Document:
    """A draft in which several rules find something."""
    from hedgescan import scan

    found: Document = scan(TOLD)
    return found


def style(data: bytes) -> None:
    """A desk's style: refused by name, or good for a check."""
    path = written("own-style.toml", data)
    try:
        house = load.__wrapped__(str(path))
    except LexiconError as error:
        hold(str(error), error)
        return
    for item in check(told(), house):
        hold(told().source[item.start : item.end] == item.text and 0 <= item.confidence <= 1, item)


def baseline(data: bytes) -> None:
    """A baseline: refused by name, or good for a check and for writing anew."""
    path = str(written("known.json", data))
    try:
        known = read(path)
    except LexiconError as error:
        hold(path in str(error), error)
        return
    found = [("a.txt", item) for item in check(told()) if not known.known(item)]
    hold(0 <= known.gone(["a.txt"]) <= len(known.rows), known.rows)
    json.loads(rewritten(found, known, {("a.txt", "weasel")}, path))


def configuration(data: bytes) -> None:
    """A configuration, as `hedgescan config show` takes it: shown, or refused in a word."""
    choice, rest = chosen(data, len(NAMES))
    path = written(NAMES[choice], rest)
    done = CliRunner().invoke(commands, ["config", "show", "-f", "json", "--config", str(path), "opinion/a.md"], catch_exceptions=True)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    if done.exit_code:  # click's own, which hedgescan.cli turns into 2
        hold(done.stderr.startswith(("Error: ", "Usage: ")), done.stderr)
    else:
        json.loads(done.stdout)


def patch(data: bytes) -> None:
    """A unified diff: ranges in order, or refused in a word."""
    try:
        ranges = placed(changed(spelled(data)), (desk(),))
    except PatchError as error:
        hold(str(error), error)
        return
    for rows in ranges.values():
        hold(all(first <= last for first, last in rows), rows)
