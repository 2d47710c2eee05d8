""" "A man believed to be armed was held", "he had on Monday said so": participles that the parser took for a past tense are put back in place.

A verb of opinion or report takes no infinitive of a state without an object in the active ("*police believed to be armed"), so that the
infinitive tells the passive (Huddleston & Pullum 2002, ch. 14, on catenative verbs).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# What follows in the infinitive: anything, or only a state, for verbs that have an active of another sense ("nobody thought to ask").
_ANY = frozenset("believed alleged rumoured rumored suspected presumed understood deemed assumed known estimated".split())
_STATE = frozenset("thought said reported feared found judged considered".split())
_STATES = ("be", "have", "belong", "contain", "include", "involve")
_PERSONS = frozenset("i he she they we it you who that which".split())
_HAVE = ("have", "has", "had", "'ve", "'d")
_AUXILIARIES = ("aux", "aux:pass", "nsubj:pass", "cop")
FINITE = ("VBD", "VBZ", "VBP")
_MAIN = ("ccomp", "conj", "parataxis", "advcl")


def settle(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give each such participle its tag and place, in linear time; nothing else of the tree is changed."""
    found = [at for at in range(len(lower)) if participle(at, lower, tags)]
    split = [at for at, word in enumerate(lower) if word in _HAVE and _parted(at, tags, deps, heads)]
    if not found and not split:
        return
    kids: list[list[int]] = [[] for _ in heads]
    for kid, head in enumerate(heads):
        if kid != head:
            kids[head].append(kid)
    tree = _Tree(tags, deps, heads, kids)
    for have in split:
        _mend(tree, have)
    for verb in found:
        below = tree.below(verb)
        if any(deps[kid] in _AUXILIARIES for kid in below):
            continue
        subject = next((kid for kid in reversed(below) if deps[kid] == "nsubj" and kid < verb), None)
        noun = _beside(verb, lower, tags) if subject is None else subject
        if noun is not None and lower[noun] not in _PERSONS:
            tags[verb] = "VBN"
            (_free if subject is None else _hang)(tree, verb, noun)


@dataclass(slots=True)
class _Tree:
    """A paragraph's arcs, and who was under whom at some time; `below` are those who still are."""

    tags: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]

    def below(self, token: int) -> list[int]:
        return sorted(kid for kid in self.kids[token] if self.heads[kid] == token)

    def move(self, token: int, head: int, dep: str) -> None:
        self.heads[token], self.deps[token] = head, dep
        if head != token and token not in self.kids[head]:
            self.kids[head].append(token)

    def replace(self, token: int, by: int) -> None:
        """`by` stands where `token` stood, as a root or under its head."""
        root = self.heads[token] == token
        self.move(by, by if root else self.heads[token], self.deps[token])

    def finite(self, token: int) -> bool:
        """Does the clause have a finite verb and no subject of its own?"""
        below = self.below(token)
        if any(self.deps[kid] in ("nsubj", "nsubj:pass", "mark") for kid in below):
            return False
        helped = any(self.tags[kid] in (*FINITE, "MD") for kid in below if self.deps[kid] in _AUXILIARIES)
        return self.tags[token] in FINITE or helped

    def above(self, head: int, token: int) -> bool:
        """Does the token hang on the head, however far down?"""
        while self.heads[token] not in (token, head):
            token = self.heads[token]
        return self.heads[token] == head


def _parted(have: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Was an auxiliary taken for a verb, with its participle after it for another?"""
    return heads[have] > have + 1 and deps[have] in ("aux", "ccomp", "advcl", "parataxis", "csubj") and tags[heads[have]] in ("VBN", "VBD")


def _mend(tree: _Tree, have: int) -> None:
    """The auxiliary under its participle, with all it had; only if nothing but an adverbial parts the two, and the subject is before."""
    verb, below = tree.heads[have], tree.below(have)
    subject = any(tree.deps[kid] == "nsubj" and kid < have for kid in below)
    apart = any(kid > have and tree.deps[kid] not in ("obl", "advmod", "obl:unmarked", "punct", "nmod:unmarked") for kid in below)
    own = any(tree.deps[kid] in ("nsubj", "nsubj:pass", "aux", "aux:pass", "cop") for kid in tree.below(verb) if kid != have)
    if subject and not apart and not own:
        for kid in below:
            tree.move(kid, verb, tree.deps[kid])
        tree.move(have, verb, "aux")
        tree.tags[verb] = "VBN"


def _beside(verb: int, lower: Sequence[str], tags: Sequence[str]) -> int | None:
    """The noun right before the participle, over an adverb or a comma."""
    at = verb - 1
    while at > 0 and (tags[at] == "RB" or lower[at] == ","):
        at -= 1
    return at if tags[at].startswith("NN") else None


def participle(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is the token such a participle by its words alone: "believed to", then a verb?"""
    word = lower[at]
    if not (word in _ANY or word in _STATE) or at == 0 or at + 2 >= len(lower):
        return False
    state = word in _ANY or lower[at + 2] in _STATES
    return state and lower[at + 1] == "to" and tags[at] in ("VBD", "VBN") and tags[at + 2].startswith("VB")


def _hang(tree: _Tree, verb: int, noun: int) -> None:
    """The participle under its subject; that under the clause's true verb, or where the participle was."""
    below = tree.below(verb)
    main = next((kid for kid in below if kid > verb and tree.deps[kid] in _MAIN and tree.finite(kid)), None)
    if main is None and tree.heads[verb] == verb:
        tree.deps[noun] = "nsubj:pass"  # a heading, or the true verb was not seen as one
        return
    if main is None:
        tree.move(noun, tree.heads[verb], "obj" if tree.heads[verb] < noun else "nsubj")
    else:
        tree.replace(verb, main)
        suffers = any(tree.deps[kid] == "aux:pass" for kid in tree.below(main))
        tree.move(noun, main, "nsubj:pass" if suffers else "nsubj")
        for kid in below:
            if kid not in (noun, main) and (kid < noun or kid > main):
                tree.move(kid, main, tree.deps[kid])
    tree.move(verb, noun, "acl")


def _free(tree: _Tree, verb: int, noun: int) -> None:
    """The participle under a noun that has its own place; a clause before it that hung on it takes its place ("he is one of those believed")."""
    before = next((kid for kid in tree.below(verb) if kid < noun and tree.deps[kid] in _MAIN), None)
    if before is not None:
        tree.replace(verb, before)
    elif tree.heads[verb] == verb or tree.above(verb, noun):
        return
    tree.move(verb, noun, "acl")
