"""The trained parser's greedy search over many sentences at once: heads and labels of every token."""

from __future__ import annotations

import numpy as np

from hedgescan.english.states import SLOTS, States
from hedgescan.english.stored import Component
from hedgescan.english.vectors import Floats, Ints, Marks

_NEVER = np.float32(-np.inf)


class Arcs:
    """The network of a trained `parser`: TransitionBasedParser.v2 with 8 features and an upper layer."""

    def __init__(self, model: Component, moves: list[str]) -> None:
        lower, upper, linear = model.refs["lower"].parameters, model.refs["upper"].parameters, model.nodes[-1].parameters
        weights = lower["W"]
        slots, self.hidden, pieces, size = weights.shape
        if (slots, pieces) != (SLOTS, 2) or moves[:2] != ["S", "D"]:
            raise ValueError("weights: not the parser that hedgescan computes; see training/recipe.cfg")
        weights = weights.transpose(0, 2, 1, 3).reshape(slots, -1, size)
        # The linear layer between tok2vec and parser is folded into the features; its bias, the same in every slot that holds a token,
        # into that of the hidden layer, and out of what stands for a missing one.
        self.weights: Floats = np.ascontiguousarray((weights @ linear["W"]).transpose(0, 2, 1))
        bias = weights @ linear["b"]
        self.bias: Floats = lower["b"].T.ravel() + bias.sum(axis=0)
        self.missing: Floats = lower["pad"][0].transpose(0, 2, 1).reshape(slots, -1) - bias
        self.space: Floats = np.empty((slots, 0, 2 * self.hidden), dtype=np.float32)
        self.upper: Floats = np.ascontiguousarray(upper["W"].T)
        self.upper_bias: Floats = upper["b"].copy()
        self.right = next(at for at, move in enumerate(moves) if move.startswith("R-"))
        self.root = moves.index("B-ROOT")
        self.upper_bias[self.root] = _NEVER  # no sentence is broken in two
        self.labels = [move[2:] for move in moves]

    def parse(self, vectors: Floats, first: Ints, last: Ints, follows: Marks) -> tuple[Ints, Ints]:
        """(heads, labels) of the tokens of all sentences, one after the other; heads count from the first token of the first sentence.

        Sentence i is `vectors[first[i]:last[i]]`; `follows[i]`: its paragraph goes on, and the word after it is seen but not taken.
        """
        states = States(first, last, follows)
        features = self._features(vectors.take(states.source(first, last, len(vectors)), axis=0))
        while len(states.top):
            slots = states.slots()
            hidden = features[0].take(slots[0], axis=0)
            for at in range(1, SLOTS):
                hidden += features[at].take(slots[at], axis=0)
            hidden += self.bias
            scores = np.maximum(hidden[:, : self.hidden], hidden[:, self.hidden :]) @ self.upper
            scores += self.upper_bias
            states.forbid(scores)
            states.move(scores.argmax(axis=1), self.right)
            states.settle()
        return states.result(self.root)

    def _features(self, vectors: Floats) -> Floats:
        """For each slot what each token, and in the last row none, adds to the hidden layer; good until the next call."""
        size = len(vectors)
        if size >= self.space.shape[1]:
            self.space = np.empty((SLOTS, size + 1, 2 * self.hidden), dtype=np.float32)
        for slot, weights in zip(self.space, self.weights, strict=True):
            np.matmul(vectors, weights, out=slot[:size])
        self.space[:, size] = self.missing
        return self.space
