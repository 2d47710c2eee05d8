"""Two documents as words that can be compared: reduced to lemmas, weighed by rarity, parted into clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from hedgescan.english import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hedgescan.model import Document, Sentence

# Tags of markup and the addresses of Markdown's links are passed over; what is left is words, numbers and the sign for percent.
WORD = re.compile(r"<[^<>]*>|\]\([^()\s]*\)|(?P<word>\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|%)")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
NUMBERS = {word: str(number) for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
# The closed classes of English and the verbs that only report: they say nothing about which claim this is.
FUNCTION = frozenset(
    "a an the this that these those and or but nor so yet if whether while as than then there here of in on at by for from to with into over "
    "under about after before between through during against until since because although though unless not no never n't "
    "i you he she it we they me him her us them my your his its our their mine yours hers ours theirs who whom whose which what when where "
    "why how be am is are was were been being have has had having do does did doing done will would shall should can could may might must "
    "'s 's also too very just only even still such own same other some any each both all more most much many "
    "say tell add according cite report note".split()
)
BREAKS = frozenset(
    "and or but nor yet so that which who whose whom whether if unless while because although though whereas when after before since until".split()
)
STOPS = frozenset(",;:()[]—–…“”\"«»")


class Word(NamedTuple):
    """One word: `key` is its lemma, `exact` the word in lower case, offsets are code points, `sentence` counts from 0.

    `weight` is 0 for function words and for the words of hedges and reporting cues, which are what an edit may change.
    """

    key: str
    exact: str
    start: int
    end: int
    sentence: int
    weight: float


@dataclass(frozen=True, slots=True)
class Side:
    """A document's words in order; `bounds` are the words of each sentence (half-open), `clauses` the clause of each word."""

    document: Document
    words: list[Word]
    bounds: list[tuple[int, int]]
    clauses: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def inside(self, start: int, end: int) -> range:
        """The words that begin within a stretch of the source."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def mass(self, words: Iterable[int]) -> float:
        """What the words weigh together."""
        return sum(self.words[word].weight for word in words)

    def bag(self, sentence: int) -> dict[str, float]:
        """Content words of a sentence with their weights, repeated ones added up."""
        out: dict[str, float] = defaultdict(float)
        for word in self.words[slice(*self.bounds[sentence])]:
            if word.weight:
                out[word.key] += word.weight
        return dict(out)


def sides(old: Document, new: Document) -> tuple[Side, Side]:
    """Both documents as words, weighed by how rare they are in the two together: 1 + ln(sentences / sentences with the word)."""
    texts = [[_split(sentence) for sentence in document.sentences] for document in (old, new)]
    seen = Counter(key for text in texts for words in text for key in {lemmatise(exact) for exact, _, _ in words})
    total = sum(map(len, texts)) or 1
    weights = {key: 1.0 + log(total / count) for key, count in seen.items()}
    return _side(old, texts[0], weights), _side(new, texts[1], weights)


def telling(keys: Iterable[str]) -> int:
    """How many different words tell one sentence from another: function words, numbers and single letters (*p.m.*) do not."""
    return sum(len(key) > 1 and not key.isdigit() and key not in FUNCTION for key in set(keys))


@lru_cache(maxsize=1 << 16)
def lemmatise(word: str) -> str:
    """A word in lower case without its ending, whatever its part of speech: the same for all forms of a verb or noun."""
    if word in NUMBERS:
        return NUMBERS[word]
    if THOUSANDS.fullmatch(word):
        return word.replace(",", "")
    word = word.removesuffix("'s").removesuffix("'")
    known = next((table[word] for tag in ("VBD", "VBZ", "VBG", "NNS") if word in (table := lemma.table().get(tag, {}))), None)
    if known is None:
        tag = "VBG" if word.endswith("ing") else "VBD" if word.endswith("ed") else "NNS"
        known = lemma.regular(word, tag)
    return re.sub(r"is(e|ation)$", r"iz\1", "percent" if known == "%" else known) or word


def _split(sentence: Sentence) -> list[tuple[str, int, int]]:
    return [
        (match["word"].lower().replace("’", "'"), sentence.start + match.start(), sentence.start + match.end())
        for match in WORD.finditer(sentence.bare)
        if match["word"]
    ]


def _side(document: Document, texts: list[list[tuple[str, int, int]]], weights: dict[str, float]) -> Side:
    words: list[Word] = []
    bounds, clauses = [], []
    for number, (sentence, text) in enumerate(zip(document.sentences, texts, strict=True)):
        cues = [(cue.start, cue.end) for cue in (*sentence.hedges, *sentence.boosters)]
        cues += [(item.cue.start, item.cue.end) for item in sentence.attributions]
        first = len(words)
        for exact, start, end in text:
            key = lemmatise(exact)
            light = key in FUNCTION or exact in FUNCTION or any(a <= start < b for a, b in cues)
            words.append(Word(key, exact, start, end, number, 0.0 if light else weights[key]))
        bounds.append((first, len(words)))
        clauses += _clauses(sentence, words[first:], first)
    return Side(document, words, bounds, clauses, [word.start for word in words])


def _clauses(sentence: Sentence, words: list[Word], first: int) -> list[int]:
    """The clause of each word, named by the clause's first word; one without content goes with the next, the last with the one before."""
    edges = {edge for item in sentence.attributions for span in item.content for edge in (span.start, span.end)}
    pieces: list[list[int]] = [[]]
    for place, (before, word) in enumerate(pairwise([None, *words])):
        if before is not None and word is not None and _parted(sentence, before, word, edges):
            if any(words[at].weight for at in pieces[-1]):
                pieces.append([])
        pieces[-1].append(place)
    if len(pieces) > 1 and not any(words[at].weight for at in pieces[-1]):
        last = pieces.pop()
        pieces[-1] += last
    return [first + piece[0] for piece in pieces for _ in piece]


def _parted(sentence: Sentence, before: Word, word: Word, edges: set[int]) -> bool:
    """Does a clause end between two neighbours?"""
    between = sentence.bare[before.end - sentence.start : word.start - sentence.start]
    return word.exact in BREAKS or not STOPS.isdisjoint(between) or any(before.end <= edge <= word.start for edge in edges)
