"""The tone of a sentence by TextBlob's pattern lexicon, less the words whose polarity is an artefact in news."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from hedgescan.figures import Sentiment
from hedgescan.lexicon.check import tables
from hedgescan.lexicon.folder import folder

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
# TextBlob joins the pieces of an emoticon, or of a "(!)", across a blank: what may be its first piece, and where it may be cut.
_OPENS = re.compile(r"(?:[:;=<>*°_]\S?|[:;=<>*°_x8o](?: [^a-z0-9\s])+|[x8(]|\bo[._]?| !)$")
_SPLIT = re.compile(r"[:;=<>*°_]\S? (?:[^\w\s,“”‘’\"]|\w\b)|[x8] (?:[-)]|d\b)|o ?[._] ?o\b|\( ! \)")
_NONE = Sentiment(0.0, 0.0)


class Heard(NamedTuple):
    """TextBlob's words of a stretch; whether one of them has a tone; whether all are idle, neither toned nor negating nor crying out;
    whether one ends what a word before it may reach; and whether the stretch may be the first piece of a face."""

    words: tuple[str, ...]
    toned: bool
    idle: bool
    ends: bool
    opens: bool


@cache
def stops() -> frozenset[str]:
    """Words that carry no tone in news, lower case, from lexicons/sentiment.toml."""
    path = folder() / "sentiment.toml"
    return frozenset(word.lower() for word in tables(path)) if path.is_file() else frozenset()


@cache
def _analyzer() -> Any:
    """TextBlob's own analyser, the one behind `TextBlob(text).sentiment`.

    `import textblob` loads nltk, and with it much else (0.35 to 0.55 s) that sentiment never uses, so the two modules that make up the
    analyser are run without the package around them (0.01 s); where that cannot be done, the package is imported as usual.
    """
    spec = find_spec("textblob")
    if "textblob" not in sys.modules and spec is not None and spec.submodule_search_locations:
        try:
            return _alone(Path(next(iter(spec.submodule_search_locations)))).sentiment
        except Exception:  # whatever a coming version does inside, the ordinary way stays open
            pass
    return import_module("textblob.en").sentiment


def _alone(home: Path) -> ModuleType:
    """`textblob.en` run by itself; sys.modules is left as it was, so that a later `import textblob` is the ordinary one."""
    files = {"textblob._text": home / "_text.py", "textblob.en": home / "en" / "__init__.py"}
    try:
        for name, file in files.items():
            spec = spec_from_file_location(name, file)
            if spec is None or spec.loader is None:
                raise ImportError(f"{name} is not installed as a file")
            sys.modules[name] = module_from_spec(spec)
            spec.loader.exec_module(sys.modules[name])
        return sys.modules["textblob.en"]
    finally:
        for name in files:
            sys.modules.pop(name, None)


def sentiment(text: str, *, raw: bool = False) -> Sentiment:
    """Polarity (-1..1) and subjectivity (0..1) of a text; `raw` keeps the words of the news stop-list.  Needs no corpora.

    The figures are TextBlob's for the text as a whole.  Its tokenizer, which cuts at blanks and knows nothing beyond them, is asked once
    for each stretch between blanks; where no stretch has a tone, there is none to be averaged.
    """
    heard = [_heard(stretch, raw) for stretch in text.split()]
    if any(stretch.opens for stretch in heard) and _SPLIT.search(" ".join([word for stretch in heard for word in stretch.words])):
        polarity, subjectivity = _analyzer()(text if raw else _silenced(text))
    elif any(stretch.toned for stretch in heard):
        polarity, subjectivity = _analyzer()(_telling(heard))
    else:
        return _NONE
    return Sentiment(round(polarity, 4) + 0.0, round(subjectivity, 4) + 0.0)


def _telling(heard: Sequence[Heard]) -> list[str]:
    """The words that can change what TextBlob finds.

    An idle word of three letters ends what "not" or "very" before it may reach; until the next word that is not idle, further ones
    change nothing.
    """
    words: list[str] = []
    ended = True
    for stretch in heard:
        if not stretch.idle:
            words += stretch.words
            ended = False
        elif not ended:
            words += stretch.words
            ended = stretch.ends
    return words


@lru_cache(maxsize=1 << 16)
def _heard(stretch: str, raw: bool) -> Heard:
    """A stretch without blanks as TextBlob hears it."""
    analyzer = _analyzer()
    words = tuple(" ".join(analyzer.tokenizer(stretch if raw else _silenced(stretch))).lower().split())
    toned = bool(analyzer.assessments((word, None) for word in words))
    idle = not any(word in analyzer.negations or word == "!" or analyzer.assessments([(word, None)]) for word in words)
    return Heard(words, toned, idle, any(len(word.strip("'")) > 2 for word in words), bool(_OPENS.search(" ".join(words))))


def _silenced(text: str) -> str:
    """The text without the words of the news stop-list."""
    return _WORD.sub(lambda word: "" if word[0].lower() in stops() else word[0], text)
