"""The tone of a sentence by TextBlob's pattern lexicon, less the words whose polarity is an artefact in news."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from hedgescan.lexicon.check import tables
from hedgescan.lexicon.folder import folder
from hedgescan.model import Sentiment

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


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
    """Polarity (-1..1) and subjectivity (0..1) of a text; `raw` keeps the words of the news stop-list.  Needs no corpora."""
    if not raw:
        text = _WORD.sub(lambda word: "" if word[0].lower() in stops() else word[0], text)
    polarity, subjectivity = _analyzer()(text)
    return Sentiment(round(polarity, 4) + 0.0, round(subjectivity, 4) + 0.0)
