"""The languages and scripts that are known: names, small words and letters, from lexicons/languages.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from hedgescan.lexicon.check import check, tables
from hedgescan.lexicon.error import LexiconError
from hedgescan.lexicon.folder import folder
from hedgescan.model import ENGLISH, WORDLESS

if TYPE_CHECKING:
    from re import Pattern

UNKNOWN = "und"  # BCP 47 for a language that is not told


@dataclass(frozen=True, slots=True)
class Words:
    """A language's name, its small words, and the script they are in, if not Latin; `shared` are those of English that others have too."""

    title: str
    words: str
    shared: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A script's name, its letters as the inside of a bracket of a regular expression, and the language if only one is written in it."""

    title: str
    letters: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """All languages there are words of: `english` also with a capital; `words` are those of the others, each with its languages.

    `common` is English and what English shares with others, also with a capital; `written` is the script of each language, empty for Latin.
    """

    names: Mapping[str, str]
    english: frozenset[str]
    common: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    scripts: Mapping[str, Script]
    written: Mapping[str, str]


@lru_cache(maxsize=1)
def load() -> Known:
    """The languages of lexicons/languages.toml; raises LexiconError."""
    path = folder() / "languages.toml"
    file, raw = str(path), tables(path)
    if raw.keys() != {"languages", "scripts"}:
        raise LexiconError("should hold [languages.…] and [scripts.…] and nothing else", file)
    tongues = {tag: check(Words, file, f"languages.{tag}", table, {}) for tag, table in raw["languages"].items()}
    scripts = {code: check(Script, file, f"scripts.{code}", table, {}) for code, table in raw["scripts"].items()}
    english = tongues[ENGLISH].words.split()
    words: dict[str, tuple[str, ...]] = {}
    for tag, tongue in tongues.items():
        for word in tongue.words.split() if tag != ENGLISH else ():
            words[word] = (*words.get(word, ()), tag)
    names = {tag: tongue.title for tag, tongue in tongues.items()}
    names |= {script.language or f"{UNKNOWN}-{code}": script.title if script.language else f"{script.title} script" for code, script in scripts.items()}
    written = {tag: tongue.script for tag, tongue in tongues.items()}
    own = _capital(english)
    common = own | _capital(tongues[ENGLISH].shared.split())
    return Known({UNKNOWN: "not recognised", WORDLESS: "no words", **names}, own, common, words, scripts, written)


@lru_cache(maxsize=1)
def letters() -> Pattern[str]:
    """Any letter of the scripts."""
    return re.compile(f"[{''.join(script.letters for script in load().scripts.values())}]")


@lru_cache(maxsize=1)
def runs() -> Pattern[str]:
    """A run of letters of one script, by the script's name; made only when a text in some script is met."""
    return re.compile("|".join(f"(?P<{code}>[{script.letters}]+)" for code, script in load().scripts.items()))


def title(tag: str) -> str:
    """A language's English name."""
    return load().names.get(tag, tag)


def _capital(words: Iterable[str]) -> frozenset[str]:
    """The words, also as they begin a sentence."""
    words = tuple(words)
    return frozenset((*words, *map(str.capitalize, words)))
