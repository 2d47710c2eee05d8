"""Token vectors for many paragraphs at once: the trained pipeline's tok2vec, without what spaCy spends on every call and every token."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hedgescan.english.stored import Component, Node

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Marks = NDArray[np.bool_]

ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE")  # what the network sees of a token
TYPES = 50_000  # word types kept; then the table begins anew
BLOCK = 768  # rows multiplied at once: what of them is computed stays in the processor's cache
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 1], dtype=np.uint64)  # odd, to tell the columns apart
_LEAST = np.float32(1e-8)  # thinc's own, which keeps a deviation of nought from dividing


class Layer:
    """A maxout of several pieces with its normalisation; the pieces stand side by side, so that the greatest is one call for all."""

    def __init__(self, maxout: Node, norm: Node) -> None:
        weights, bias = maxout.parameters["W"], maxout.parameters["b"]
        self.width, self.pieces, size = weights.shape
        self.weights: Floats = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(size, self.pieces * self.width))
        self.bias: Floats = np.ascontiguousarray(bias.T).ravel()
        self.scale, self.shift = norm.parameters["G"], norm.parameters["b"]
        self.mean: Floats = np.full(self.width, 1 / self.width, dtype=np.float32)

    def __call__(self, rows: Floats) -> Floats:
        pieces = rows @ self.weights
        pieces += self.bias
        out = pieces[:, : self.width].copy()
        for piece in range(1, self.pieces):
            np.maximum(out, pieces[:, piece * self.width : (piece + 1) * self.width], out=out)
        out -= (out @ self.mean)[:, None]
        out *= (1 / np.sqrt(np.einsum("ij,ij->i", out, out) / np.float32(self.width) + _LEAST))[:, None]
        out *= self.scale
        out += self.shift
        return out


class Vectors:
    """The network of a trained `tok2vec`: MultiHashEmbed.v2, then MaxoutWindowEncoder.v2 with a window of one word on either side.

    The embedding depends on the word type alone and is computed once for each; the windows are computed for a whole batch.
    """

    def __init__(self, model: Component) -> None:
        from thinc.api import NumpyOps

        self.ops: Any = NumpyOps()
        self.hashes = [(node.parameters["E"], node.attribute("seed")) for node in model.named("hashembed")]
        self.mix, *self.windows = [Layer(*pair) for pair in zip(model.named("maxout"), model.named("layernorm"), strict=True)]
        if len(self.hashes) != len(ATTRIBUTES) or any(layer.weights.shape[0] != 3 * self.mix.width for layer in self.windows):
            raise ValueError("weights: not the network that hedgescan computes; see training/recipe.cfg")
        self.reach = len(self.windows)  # words by which one makes itself felt
        self._forget()

    def _forget(self) -> None:
        self.known: dict[int, int] = {}
        self.table: Floats = np.zeros((1 << 12, self.mix.width), dtype=np.float32)  # row 0 is the gap between paragraphs

    def rows(self, attributes: Keys) -> Ints:
        """The table's row for each token; `attributes` has a column for each of ATTRIBUTES."""
        if len(self.known) > TYPES:
            self._forget()
        mixed = (attributes * _MIX).T
        keys = mixed[0] ^ mixed[1] ^ mixed[2] ^ mixed[3]
        rows = np.array([self.known.get(key, 0) for key in keys.tolist()], dtype=np.int64)
        new = np.flatnonzero(rows == 0)
        if len(new):
            kinds, first, which = np.unique(keys[new], return_index=True, return_inverse=True)
            begin = len(self.known) + 1
            self._grow(begin + len(kinds))
            self.table[begin : begin + len(kinds)] = self._embed(attributes[new[first]])
            self.known.update(zip(kinds.tolist(), range(begin, begin + len(kinds)), strict=True))
            rows[new] = begin + which
        return rows

    def _grow(self, size: int) -> None:
        if size > len(self.table):
            table = np.zeros((max(size, 2 * len(self.table)), self.mix.width), dtype=np.float32)
            table[: len(self.table)] = self.table
            self.table = table

    def _embed(self, attributes: Keys) -> Floats:
        columns = [self._hashed(np.ascontiguousarray(attributes[:, at]), *stored) for at, stored in enumerate(self.hashes)]
        return self.mix(np.concatenate(columns, axis=1))

    def _hashed(self, keys: Keys, table: Floats, seed: int) -> Floats:
        """thinc's HashEmbed: the sum of four rows of the table, which hashes of the key point to."""
        added: Floats = self.ops.gather_add(table, self.ops.hash(keys, seed) % len(table))
        return added

    def encode(self, rows: Ints, lengths: Ints) -> Floats:
        """The vectors of all tokens of paragraphs with `lengths`, which do not see one another: the gap between them is too wide."""
        places = np.arange(len(rows)) + np.repeat(self.reach * np.arange(1, len(lengths) + 1), lengths)
        spaced = np.zeros(len(rows) + self.reach * (len(lengths) + 1), dtype=np.int64)
        spaced[places] = rows
        vectors = self.table.take(spaced, axis=0)
        for layer in self.windows:
            vectors = _window(layer, vectors)
        return vectors.take(places, axis=0)


def _window(layer: Layer, vectors: Floats) -> Floats:
    """Each vector plus what the layer makes of it and its two neighbours."""
    size, width = vectors.shape
    edged = np.zeros((size + 2, width), dtype=np.float32)
    edged[1:-1] = vectors
    out = np.empty_like(vectors)
    for start in range(0, size, BLOCK):
        end = min(size, start + BLOCK)
        rows = np.concatenate([edged[start + step : end + step] for step in range(3)], axis=1)
        np.add(layer(rows), vectors[start:end], out=out[start:end])
    return out
