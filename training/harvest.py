"""Gold clauses, noun phrases and names from the treebanks, to fill the synthetic sentences with."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from training.phrase import Phrase
from training.treebank import Sentence

NOMINAL = {"obj", "obl", "nmod", "nsubj"}
UNFIT_PARTS = {"PUNCT", "SYM", "X", "VERB", "CCONJ"}
UNFIT_STARTS = {"CC", "WP", "WRB", "UH", "VB", "WDT", "VBN"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}


@dataclass
class Harvest:
    clauses: list[Phrase] = field(default_factory=list)
    nominals: list[Phrase] = field(default_factory=list)
    names: list[Phrase] = field(default_factory=list)


def gather(sentences: Iterable[Sentence]) -> Harvest:
    """Everything in the gold sentences that can be lifted out whole."""
    harvest = Harvest()
    for sentence in sentences:
        roots = [index for index, word in enumerate(sentence) if word.head == index]
        if len(roots) != 1:
            continue
        children = list[list[int]]([] for _ in sentence)
        for index, word in enumerate(sentence):
            if word.head != index:
                children[word.head].append(index)
        for index in range(len(sentence)):
            nominal(sentence, children, index, harvest)
        if declarative(sentence, roots[0]):
            harvest.clauses.append(Phrase(sentence[:-1], roots[0]))
    return harvest


def below(children: list[list[int]], index: int) -> list[int]:
    """The subtree under a word, itself included."""
    return [index, *(word for child in children[index] for word in below(children, child))]


def nominal(sentence: Sentence, children: list[list[int]], index: int, harvest: Harvest) -> None:
    """Take in the noun phrase headed by a word, without its preposition, if it is short and plain."""
    head = sentence[index]
    if head.dep.split(":")[0] not in NOMINAL or head.pos not in {"NOUN", "PROPN"}:
        return
    cases = [child for child in children[index] if sentence[child].dep == "case"]
    span = sorted(set(below(children, index)) - set(cases))
    if any(children[child] for child in cases) or len(span) > 7 or span[-1] - span[0] != len(span) - 1:
        return
    words = [sentence[place] for place in span]
    if any(word.pos in UNFIT_PARTS for word in words) or words[0].dep in {"case", "cop"}:
        return
    root = index - span[0]
    moved = [word._replace(head=root if place == index else word.head - span[0]) for place, word in zip(span, words, strict=True)]
    if head.pos == "NOUN" and len(span) > 1 and words[0].tag in {"DT", "PRP$", "JJ"}:
        harvest.nominals.append(Phrase(moved, root))
    if head.pos == "PROPN" and head.dep == "nsubj" and len(span) <= 4:
        harvest.names.append(Phrase(moved, root))


def declarative(sentence: Sentence, root: int) -> bool:
    """Whether the sentence is a plain statement that someone could have said: "The plan failed."."""
    first = sentence[0]
    return (
        5 <= len(sentence) <= 24
        and sentence[-1].form == "."
        and sentence[root].pos in {"VERB", "ADJ", "NOUN"}
        and any(word.head == root and word.dep.startswith("nsubj") for word in sentence)
        and any(word.tag in FINITE for word in sentence)
        and not any(mark in word.form for word in sentence for mark in '"“”:;()')
        and first.tag not in UNFIT_STARTS
        and first.pos not in {"PUNCT", "SYM", "X"}
        and not first.form[:1].islower()
    )
