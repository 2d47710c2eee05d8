"""How much of one sentence another tells: shared words, the rare ones weighing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from hedgescan.model import Sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Words that say nothing of what a sentence is about.
_EMPTY = frozenset(
    """a an the this that these those it its he she they we i you his her their our my your of in on at to for from by with as and or but
    if not no be is are was were been being am have has had do does did will would can could may might must shall should there here
    who which what when where how why than then so said say says told tell tells according also after before over into about""".split()
)


def stems(sentence: Sentence) -> set[str]:
    """The content words of a sentence, cut down so that inflected forms meet ("closes", "closed", "closing")."""
    return {_stem(word.lower()) for word in _WORD.findall(sentence.bare) if word.lower() not in _EMPTY}


def weigh(sentences: Iterable[Sentence]) -> Mapping[str, float]:
    """Weight of each stem: the rarer among the sentences, the heavier (Spärck Jones 1972)."""
    sets = [stems(sentence) for sentence in sentences]
    seen = Counter(stem for found in sets for stem in found)
    return {stem: log(1 + len(sets) / count) for stem, count in seen.items()}


def overlap(one: Sentence, other: Sentence, weights: Mapping[str, float]) -> float:
    """The share, 0 to 1, of the weight of `one` that `other` has too."""
    own, theirs = stems(one), stems(other)
    whole = sum(weights.get(stem, 0.0) for stem in own)
    return sum(weights.get(stem, 0.0) for stem in own & theirs) / whole if whole else 0.0


def _stem(word: str) -> str:
    word = re.sub(r"['’]s$", "", word)
    for ending in ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
