"""The states of many half-parsed sentences, and the moves between them, as arrays.

The moves, what makes one valid, and the eight tokens by which a state is judged are those of spaCy's ArcEager with sentence starts set:
arc-eager (Nivre 2003), where an arc may be overridden and a word without a head goes back to the buffer (Honnibal & Johnson 2015).
A sentence never reaches over its ends, so all can be parsed at once.  Where one move alone is valid, it is made without being judged.
"""

from __future__ import annotations

import numpy as np

from hedgescan.english.vectors import Floats, Ints, Marks

SHIFT, REDUCE = 0, 1  # the parser's first two classes; then come arcs to the left, arcs to the right, and the break
SLOTS = 8
_NEVER = np.float32(-np.inf)


class States:
    """One state for each sentence that is not yet done: the top of its stack, the next word, and where it ends.

    Stack and buffer are chains: `below` leads down the stack, `after` on through the buffer.  `none` stands for no token; the tokens of
    all sentences come first, then for each the word after it, which can be seen but not taken.
    """

    def __init__(self, first: Ints, last: Ints, follows: Marks) -> None:
        lengths = last - first
        stops = np.cumsum(lengths)
        self.size = int(stops[-1])
        self.none = none = self.size + len(first)
        self.end = np.where(follows, np.arange(self.size, none), none)
        self.after = np.arange(1, none + 2)
        self.after[stops - 1] = self.end
        self.after[self.size :] = none
        self.below, self.left, self.right, self.elder, self.loose = np.full((5, none + 1), none)
        self.head, self.label = np.full((2, none + 1), -1)
        self.spent = np.zeros(none + 1, dtype=bool)  # back in the buffer once, so that it cannot be shifted again
        self.top = stops - lengths
        self.next = self.after[self.top]
        self._keep(self.next != self.end)

    def source(self, first: Ints, last: Ints, total: int) -> Ints:
        """Which of the batch's `total` tokens stands in each row, but for `none`."""
        lengths = last - first
        begin = first - (np.cumsum(lengths) - lengths)
        return np.concatenate([np.arange(self.size) + np.repeat(begin, lengths), np.minimum(last, total - 1)])

    def slots(self) -> tuple[Ints, ...]:
        """What a state is judged by: the next two words, the top three of the stack, and their last children on either side."""
        top, coming = self.top, self.next
        self.second, self.then = self.below[top], self.after[coming]
        return coming, self.then, top, self.second, self.below[self.second], self.left[coming], self.left[top], self.right[top]

    def forbid(self, scores: Floats) -> None:
        """Rule out what is not valid: to shift a word that came back, or the last of a text; to take the only word from the stack."""
        np.putmask(scores[:, SHIFT], self.spent[self.next] | (self.then == self.none), _NEVER)
        np.putmask(scores[:, REDUCE], self.second == self.none, _NEVER)

    def move(self, moves: Ints, right: int) -> None:
        """Make the move chosen for each state; classes from `right` on are arcs to the right."""
        self._to_left(at := np.flatnonzero((moves > REDUCE) & (moves < right)), moves[at])
        self._to_right(at := np.flatnonzero(moves >= right), moves[at])
        self._shift(np.flatnonzero(moves == SHIFT))
        self._reduce(np.flatnonzero(moves == REDUCE))

    def _to_left(self, at: Ints, labels: Ints) -> None:
        """The next word becomes the head of the top, also where that had one, and the top leaves the stack."""
        child, head = self.top[at], self.next[at]
        again = child[self.head[child] >= 0]
        self.right[self.head[again]] = self.elder[again]
        self.head[child], self.label[child] = head, labels
        self.left[head] = child
        self.spent[head] = False
        self.top[at] = self.second[at]

    def _to_right(self, at: Ints, labels: Ints) -> None:
        """The top becomes the head of the next word, which goes on the stack."""
        child, head = self.next[at], self.top[at]
        self.head[child], self.label[child] = head, labels
        self.elder[child] = self.right[head]
        self.right[head] = child
        self._push(at, self.loose[head])

    def _shift(self, at: Ints) -> None:
        self._push(at, self.next[at])

    def _push(self, at: Ints, loose: Ints | int) -> None:
        """The next word goes on the stack; `loose` is the first word from it downwards that has no head, the lowest not counted."""
        word = self.next[at]
        self.below[word], self.loose[word] = self.top[at], loose
        self.top[at], self.next[at] = word, self.after[word]

    def _reduce(self, at: Ints) -> None:
        """The top leaves the stack; without a head it goes back to the buffer."""
        word = self.top[at]
        back = self.head[word] < 0
        self.top[at[~back]] = self.second[at[~back]]
        self._return(at[back], word[back])

    def _return(self, at: Ints, word: Ints) -> None:
        self.top[at] = self.below[word]
        self.spent[word] = True
        self.after[word], self.next[at] = self.next[at], word

    def settle(self) -> None:
        """Make the moves that are the only valid ones; let go of what is done.

        On an empty stack comes the next word.  At the end of a sentence the stack is taken down to the first word without a head, which
        goes back to the buffer; if there is none, the sentence is done.
        """
        self._push(np.flatnonzero((self.top == self.none) & (self.next != self.end)), self.none)
        at = np.flatnonzero(self.next == self.end)
        if len(at):
            word = self.loose[self.top[at]]
            open_ = word != self.none
            self._return(at[open_], word[open_])
            keep = np.ones(len(self.top), dtype=bool)
            keep[at[~open_]] = False
            self._keep(keep)

    def _keep(self, keep: Marks) -> None:
        self.top, self.next, self.end = self.top[keep], self.next[keep], self.end[keep]

    def result(self, root: int) -> tuple[Ints, Ints]:
        """(heads, labels) of the tokens; a root is its own head and labelled `root`."""
        heads, labels = self.head[: self.size], self.label[: self.size]
        roots = np.flatnonzero(heads < 0)
        heads[roots], labels[roots] = roots, root
        return heads, labels
