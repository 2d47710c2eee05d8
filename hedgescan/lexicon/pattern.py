"""The pattern language of cues, compiled into a tree that is walked over plain token lists.

Items are separated by spaces: `word` matches a token by its lemma or its lower-case form, `a|b` either, `word?` perhaps,
`_` any one word, `*` zero to three words.  A hyphenated word matches as one token or as the tokens it is cut into.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import Any

from hedgescan.lexicon.error import LexiconError

GAP = 3  # words a `*` may stand for
LONGEST, WAYS = 40, 10_000  # words of a phrase, and ways to say it: each is a branch of the tree


class Node:
    """A state of the tree: where each word leads, where any word leads, where a gap leads, and the rules that end here."""

    __slots__ = ("any", "ends", "gap", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.any: Node | None = None
        self.gap: Node | None = None
        self.ends: list[int] = []


class Heads(dict[str, Node]):
    """Where a tree's first words lead; a branch grows when its word is first asked for, since a text asks for few."""

    def __init__(self, phrases: dict[str, list[tuple[str, int]]]) -> None:
        super().__init__()
        self.phrases = phrases

    def __contains__(self, word: object) -> bool:
        return word in self.phrases

    def __missing__(self, word: str) -> Node:
        root = Node()
        for phrase, number in self.phrases[word]:
            insert(root, phrase, number)
        self[word] = root.next[word]
        return self[word]

    def get(self, word: str, default: Any = None) -> Any:
        """The branch of a word, or the default."""
        return self[word] if word in self.phrases else default


class Tree(Node):
    """The root: `starts` are the words with which some phrase may begin."""

    __slots__ = ("starts",)

    def __init__(self, phrases: dict[str, list[tuple[str, int]]]) -> None:
        super().__init__()
        self.next = Heads(phrases)
        self.starts = frozenset(phrases)


def compiled(patterns: Sequence[Sequence[str]]) -> Tree:
    """One tree for many rules: `patterns[n]` are the phrases of rule n; raises LexiconError on a phrase that is none."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, phrases in enumerate(patterns):
        for phrase in phrases:
            for head in heads(phrase):
                found.setdefault(head, []).append((phrase, number))
    return Tree(found)


def heads(phrase: str) -> list[str]:
    """The words with which a phrase may begin, each once; raises LexiconError on one that is no phrase."""
    items = phrase.split()
    if not items or items[0] in ("_", "*") or items[-1] == "*":
        raise LexiconError(f"{phrase!r} must begin with a word and must not end with a gap", field="pattern")
    hyphens = phrase.count("-")
    if len(items) + 2 * hyphens > LONGEST:
        raise LexiconError(f"“{phrase[:40]}…” has more than {LONGEST} words; the first few will do", field="pattern")
    branches = phrase.count("|") + phrase.count("?") + hyphens + GAP * phrase.count("*")  # each at most doubles the ways
    if 1 << branches > WAYS and prod(map(ways, items)) > WAYS:
        raise LexiconError(f"“{phrase[:40]}…” may be said in more than {WAYS:,} ways; make several entries of it", field="pattern")
    root = Node()
    for item in items:
        if root not in advance([root], item):  # it may not be left out
            return list(root.next)
    raise LexiconError(f"{phrase!r} has no word that must be there", field="pattern")


def insert(root: Node, phrase: str, number: int) -> None:
    """Add a phrase; the states it passes through form a frontier, because alternatives and optional words branch."""
    frontier = [root]
    for item in phrase.split():
        frontier = advance(frontier, item)
    for node in frontier:
        if number not in node.ends:
            node.ends.append(number)


def advance(frontier: list[Node], item: str) -> list[Node]:
    """The states that an item leads to from each state of the frontier."""
    if item == "*":
        return [grow(node, "gap") for node in frontier]
    if item == "_":
        return [grow(node, "any") for node in frontier]
    optional = item.endswith("?") and len(item) > 1
    words = item.rstrip("?").split("|") if optional else item.split("|")
    reached = [step(node, pieces) for node in frontier for word in words for pieces in cuts(word.lower())]
    return frontier + reached if optional else reached


def ways(item: str) -> int:
    """In how many ways an item may be said."""
    if item == "*":
        return GAP + 1
    optional = item.endswith("?") and len(item) > 1
    return sum(1 + ("-" in word) for word in item.split("|")) + optional


def grow(node: Node, slot: str) -> Node:
    """The state behind a node's `any` or `gap`, made when it is not there."""
    found: Node | None = getattr(node, slot)
    if found is None:
        found = Node()
        setattr(node, slot, found)
    return found


def step(node: Node, pieces: Sequence[str]) -> Node:
    """The state that the given tokens lead to, made when it is not there."""
    for piece in pieces:
        node = node.next.setdefault(piece, Node())
    return node


def cuts(word: str) -> list[list[str]]:
    """The ways a tokenizer may cut a word: whole, at its hyphens, and `cannot` in two."""
    if word == "cannot":
        return [["cannot"], ["can", "not"]]
    if "-" in word.strip("-"):
        pieces = word.replace("-", " - ").split()
        return [[word], pieces]
    return [[word]]


def spoken(phrase: str) -> str:
    """A phrase for readers: a stroke between alternatives, brackets round what may be left out, dots for any words."""
    items = ["…" if item in ("_", "*") else item.replace("|", "/") for item in phrase.split()]
    return " ".join(f"({item[:-1]})" if item.endswith("?") and len(item) > 1 else item for item in items)


def walk(node: Node, at: int, stop: int, lower: Sequence[str], lemmas: Sequence[str]) -> Iterator[tuple[int, int]]:
    """All (rule, end) whose words run from token `at`, the node's next, to before `end`; no token at `stop` or later is used."""
    for rule in node.ends:
        yield rule, at
    if node.gap is not None:
        for skipped in range(min(GAP, stop - at) + 1):
            yield from walk(node.gap, at + skipped, stop, lower, lemmas)
    if at >= stop:
        return
    after = node.next.get(lower[at])
    if after is not None:
        yield from walk(after, at + 1, stop, lower, lemmas)
    if lemmas[at] != lower[at]:
        after = node.next.get(lemmas[at])
        if after is not None:
            yield from walk(after, at + 1, stop, lower, lemmas)
    if node.any is not None:
        yield from walk(node.any, at + 1, stop, lower, lemmas)
