"""A paragraph's parse as plain lists, so that rules ask arrays and never a spaCy Doc."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)  # one is itself and no other: comparing all its lists would cost more than parsing
class Parse:
    """Tokens of one paragraph with their syntax (Penn tags, Universal Dependencies labels).

    `starts` and `ends` are offsets into the *source* text; `heads[i] == i` at a root; `kids[i]` are i's dependents in order;
    `left[i]` and `right[i]` are the first and last token of i's subtree; `sents` are (first, last) token pairs and `sent[i]` is
    the number of i's sentence; `quotes` are (opening mark, closing mark) token pairs and `quoted[i]` is true from mark to mark;
    `told` is each sentence as prose, and as its source with blanks for the markup (empty where there is none).
    """

    words: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sents: list[tuple[int, int]]
    sent: list[int] = field(default_factory=list)
    kids: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    number: int = 0
    role: str = "body"

    def __len__(self) -> int:
        return len(self.words)

    def __post_init__(self) -> None:
        size = len(self.words)
        self.kids = [[] for _ in range(size)]
        for child, head in enumerate(self.heads):
            if head != child:
                self.kids[head].append(child)
        self.sent = [number for number, (first, last) in enumerate(self.sents) for _ in range(first, last + 1)]
        self._extend()

    def _extend(self) -> None:
        """Subtree edges, bottom up, in linear time however deep the tree is."""
        size = len(self.words)
        self.left, self.right = list(range(size)), list(range(size))
        order = [i for i, head in enumerate(self.heads) if head == i]
        for token in order:
            order.extend(self.kids[token])
        for token in reversed(order):
            head = self.heads[token]
            if self.left[token] < self.left[head]:
                self.left[head] = self.left[token]
            if self.right[token] > self.right[head]:
                self.right[head] = self.right[token]

    def children(self, token: int, *deps: str) -> list[int]:
        """Dependents of `token` whose label is one of `deps`."""
        labels = self.deps
        return [kid for kid in self.kids[token] if labels[kid] in deps]

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent of `token` whose label is one of `deps`, if any."""
        labels = self.deps
        for kid in self.kids[token]:
            if labels[kid] in deps:
                return kid
        return None
