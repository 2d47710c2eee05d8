"""Tags, heads and labels for a batch of tokenised paragraphs, by the trained pipeline's weights; spaCy's own components say the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import add
from pathlib import Path
from typing import NamedTuple

import numpy as np

from hedgescan.english import pipeline
from hedgescan.english.arcs import Arcs
from hedgescan.english.crossing import reattach
from hedgescan.english.stored import component, labels, moves
from hedgescan.english.vectors import ATTRIBUTES, Floats, Ints, Keys, Marks, Vectors

WORDS = 60_000  # words the tokenizer may know, which spaCy never forgets; then it begins anew
SHORT = 20_000  # characters of text after which the tokenizer is taught all its cases
GROUP = 6000  # tokens of the sentences that are parsed at once, which are of like length; each token takes 4 KB meanwhile


class Tokens(NamedTuple):
    """A paragraph's tokens: their ATTRIBUTES, begins and ends in the paragraph, which are white space, and which begin a sentence."""

    attributes: Keys
    begins: list[int]
    ends: list[int]
    blank: list[int]
    firsts: list[int]


class Annotated(NamedTuple):
    """A paragraph's tags, heads (a root is its own) and labels."""

    tags: list[str]
    heads: list[int]
    deps: list[str]


class Annotator:
    """The trained tok2vec, tagger and parser, computed for whole batches at once."""

    def __init__(self, weights: Path) -> None:
        self._begin()
        self.vectors = Vectors(component(weights / "tok2vec"))
        self.arcs = Arcs(component(weights / "parser"), moves(weights / "parser"))
        softmax = component(weights / "tagger").refs["softmax"].parameters
        self.weights, self.bias = np.ascontiguousarray(softmax["W"].T), softmax["b"]
        self.tags = labels(weights / "tagger")

    def _begin(self) -> None:
        self.tokenizer, self.cases = pipeline.tokenizer()
        self.seen = 0

    def _teach(self, prose: str) -> None:
        """Teach the tokenizer its special cases: of a short text only those that stand in it, as no other can apply."""
        self.seen += len(prose)
        for case in [case for case in self.cases if case in prose or self.seen > SHORT]:
            self.tokenizer.add_special_case(case, self.cases.pop(case))

    def tokens(self, prose: str, starts: Sequence[int]) -> Tokens:
        """The tokens of a paragraph whose sentences begin at the offsets `starts`."""
        if len(self.tokenizer.vocab) > WORDS:
            self._begin()
        if self.cases:
            self._teach(prose)
        rows = self.tokenizer(prose).to_array([*ATTRIBUTES, "IDX", "LENGTH", "IS_SPACE"])
        begins, lengths, blank = rows[:, len(ATTRIBUTES) :].T.tolist()
        last = max(0, len(begins) - 1)
        firsts = sorted({0, *(min(bisect_left(begins, start), last) for start in starts)})
        return Tokens(rows[:, : len(ATTRIBUTES)], begins, list(map(add, begins, lengths)), blank, firsts)

    def annotate(self, batch: Sequence[Tokens]) -> list[Annotated]:
        """What is found for each paragraph of the batch; none may be empty."""
        lengths = np.array([len(tokens.begins) for tokens in batch])
        rows = self.vectors.rows(np.concatenate([tokens.attributes for tokens in batch]))
        vectors = self.vectors.encode(rows, lengths)
        tags = (vectors @ self.weights + self.bias).argmax(axis=1)
        begins = np.cumsum(lengths) - lengths
        heads, labels = self._parse(vectors, *_sentences(batch, begins, len(vectors)))
        heads -= np.repeat(begins, lengths)
        out = []
        for tokens, begin, size in zip(batch, begins.tolist(), lengths.tolist(), strict=True):
            part = slice(begin, begin + size)
            found = Annotated(
                [self.tags[tag] for tag in tags[part].tolist()],
                heads[part].tolist(),
                [self.arcs.labels[label] for label in labels[part].tolist()],
            )
            reattach(found.heads, found.deps, tokens.blank)
            out.append(found)
        return out

    def _parse(self, vectors: Floats, first: Ints, last: Ints, follows: Marks) -> tuple[Ints, Ints]:
        heads, labels = np.empty((2, len(vectors)), dtype=np.int64)
        order = np.argsort(last - first, kind="stable")
        groups = np.cumsum((last - first)[order]) // GROUP
        for group in np.split(order, np.flatnonzero(np.diff(groups)) + 1):
            lengths = last[group] - first[group]
            shift = np.repeat(first[group] - (np.cumsum(lengths) - lengths), lengths)
            found = self.arcs.parse(vectors, first[group], last[group], follows[group])
            places = np.arange(len(shift)) + shift
            heads[places], labels[places] = found[0] + shift, found[1]
        return heads, labels


def _sentences(batch: Sequence[Tokens], begins: Ints, size: int) -> tuple[Ints, Ints, Marks]:
    """The sentences of a batch as (first, last + 1) tokens, and whether another of the paragraph follows."""
    first = np.array([begin + at for tokens, begin in zip(batch, begins.tolist(), strict=True) for at in tokens.firsts])
    last = np.append(first[1:], size)
    follows = np.ones(len(first), dtype=np.bool_)
    follows[np.cumsum([len(tokens.firsts) for tokens in batch]) - 1] = False
    return first, last, follows


@cache
def load() -> Annotator:
    """The annotator with the weights that lie beside this module."""
    return Annotator(pipeline.WEIGHTS)
