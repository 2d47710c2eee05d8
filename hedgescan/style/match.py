"""How much of one sentence another tells: shared words, the rare ones weighing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from math import fsum, log

from hedgescan.model import Sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Words that say nothing of what a sentence is about.
_EMPTY = frozenset(
    """a an the this that these those it its he she they we i you his her their our my your of in on at to for from by with as and or but
    if not no be is are was were been being am have has had do does did will would can could may might must shall should there here
    who which what when where how why than then so said say says told tell tells according also after before over into about""".split()
)
_NOTHING = {""}


def shares(one: Sentence, others: Sequence[Sentence]) -> list[float]:
    """The share, 0 to 1, of the weight of `one` that each of the others has too; the rarer a word among them all, the heavier.

    Weights are those of Spärck Jones 1972.
    """
    own = stems(one)
    common = [own & stems(other) for other in others]
    seen = Counter(chain(own, *common))
    weights = {stem: log(1 + (len(common) + 1) / count) for stem, count in seen.items()}
    whole = fsum(weights[stem] for stem in own)  # exact, so that the order of a set never shows
    return [fsum(weights[stem] for stem in found) / whole if whole else 0.0 for found in common]


def stems(sentence: Sentence) -> set[str]:
    """The content words of a sentence, cut down so that inflected forms meet ("closes", "closed", "closing")."""
    return {_stem(word) for word in _WORD.findall(sentence.bare.lower())} - _NOTHING


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """The word in lower case without its ending; of an empty word nothing is left."""
    if word in _EMPTY:
        return ""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    for ending in ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
