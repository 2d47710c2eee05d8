"""The tone of a sentence by TextBlob's pattern lexicon, less the words whose polarity is an artefact in news."""

from __future__ import annotations

import re
from functools import cache
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
    from textblob.en.sentiments import PatternAnalyzer

    return PatternAnalyzer()


def sentiment(text: str, *, raw: bool = False) -> Sentiment:
    """Polarity (-1..1) and subjectivity (0..1) of a text; `raw` keeps the words of the news stop-list.  Needs no corpora."""
    if not raw:
        text = _WORD.sub(lambda word: "" if word[0].lower() in stops() else word[0], text)
    found = _analyzer().analyze(text)
    return Sentiment(round(found.polarity, 4) + 0.0, round(found.subjectivity, 4) + 0.0)
