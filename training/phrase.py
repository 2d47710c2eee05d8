"""Phrases with their grammar, put together into sentences: what the synthetic training text is built from."""

import itertools
from dataclasses import dataclass, field, replace

from training.treebank import Sentence, Word

POS = {"DT": "DET", "PRP": "PRON", "WP": "PRON", "PRP$": "PRON", "CD": "NUM", "IN": "ADP", "RB": "ADV", "CC": "CCONJ"}
KINDS = {"N": "NOUN", "J": "ADJ", "V": "VERB"}


@dataclass
class Phrase:
    """Words whose heads lie among them, and the phrases that hang on their root.

    `before` and `after` stand around the words, `within[k]` in front of word k.
    """

    words: list[Word]
    root: int = 0
    dep: str = "dep"
    before: list["Phrase"] = field(default_factory=list)
    after: list["Phrase"] = field(default_factory=list)
    within: dict[int, "Phrase"] = field(default_factory=dict)
    glued: bool = False  # no space in front

    def turn(self, dep: str) -> "Phrase":
        """The phrase itself, now in the role `dep`."""
        self.dep = dep
        return self

    def lower(self) -> "Phrase":
        """The phrase itself, fit for the middle of a sentence: no capital but that of a name."""
        word = self.words[0]
        if word.pos != "PROPN" and word.tag != "NNP" and word.form not in {"I", "I'm"}:
            self.words[0] = word._replace(form=word.form[:1].lower() + word.form[1:])
        return self


def kind(tag: str) -> str:
    """The universal part of speech that a Penn tag mostly stands for."""
    if tag in POS:
        return POS[tag]
    if tag.startswith("NNP"):
        return "PROPN"
    return KINDS.get(tag[:1], "X" if tag[:1].isalpha() else "PUNCT")


def item(form: str, tag: str, dep: str = "dep", pos: str = "") -> Phrase:
    """A phrase of one word."""
    return Phrase([Word(form, True, form.lower(), pos or kind(tag), tag, 0, dep)], dep=dep)


def noun(notation: str) -> Phrase:
    """A noun phrase from "the/DT/det New/NNP/amod York/NNP/compound Times/NNP": all hang on the word without role."""
    parts = [part.split("/") for part in notation.split()]
    middle = next(index for index, part in enumerate(parts) if len(part) == 2)
    phrase = item(*parts[middle])
    phrase.before = [item(*part) for part in parts[:middle]]
    phrase.after = [item(*part) for part in parts[middle + 1 :]]
    return phrase


def comma(form: str = ",") -> Phrase:
    """A mark that stands close to the word in front of it."""
    mark = item(form, form if form in ",." else ":", "punct", "PUNCT")
    mark.glued = True
    return mark


def case(preposition: str, phrase: Phrase, dep: str) -> Phrase:
    """The phrase with its preposition in front: "on" + "the plan"."""
    phrase.before.insert(0, item(preposition, "IN", "case"))
    return phrase.turn(dep)


def mark(form: str, clause: Phrase, dep: str) -> Phrase:
    """The clause with its conjunction in front: "that" + "the plan failed"."""
    clause.before.insert(0, item(form, "IN", "mark", "SCONJ"))
    return clause.turn(dep)


def copy(phrase: Phrase) -> Phrase:
    """A phrase that can be changed without changing this one."""
    return replace(phrase, words=list(phrase.words), before=[], after=[], within={})


def gap(clause: Phrase) -> int:
    """The place right after a clause's subject that opens it, 0 if it does not open with a full noun phrase."""
    words = clause.words
    subjects = [k for k, word in enumerate(words) if word.dep == "nsubj" and word.head == clause.root and word.pos != "PRON"]
    if not subjects or subjects[0] > clause.root:
        return 0
    under = {subjects[0]}
    for _ in words:
        under |= {k for k, word in enumerate(words) if word.head in under and k != clause.root}
    return max(under) + 1 if under == set(range(len(under))) and len(under) < clause.root + 1 else 0


def lay(phrase: Phrase, sentence: Sentence) -> int:
    """Append the phrase's words to the sentence, heads set; the index of its root word."""
    children = [lay(child, sentence) for child in phrase.before]
    if phrase.glued and sentence:
        sentence[-1] = sentence[-1]._replace(space=False)
    places = list[int]()
    for index, word in enumerate(phrase.words):
        if index in phrase.within:
            children.append(lay(phrase.within[index], sentence))
        places.append(len(sentence))
        sentence.append(word._replace(space=word.space or index == len(phrase.words) - 1))
    for place, word in zip(places, phrase.words, strict=True):
        sentence[place] = sentence[place]._replace(head=places[word.head])
    children += [lay(child, sentence) for child in phrase.after]
    head = places[phrase.root]
    for child in children:
        sentence[child] = sentence[child]._replace(head=head)
    sentence[head] = sentence[head]._replace(head=head, dep=phrase.dep)
    return head


def settle(phrase: Phrase) -> Sentence:
    """The phrase as a whole sentence: full stop, capital, no doubled commas, "an" where it is due."""
    sentence = Sentence()
    root = lay(phrase.turn("ROOT"), sentence)
    if sentence[-1].form != '"':
        sentence.append(Word(".", True, ".", "PUNCT", ".", root, "punct"))
    following = [word.form for word in sentence[1:]] + [""]
    kept = [k for k, word in enumerate(sentence) if not (word.form == "," and following[k] in {",", "."})]
    place = {old: new for new, old in enumerate(kept)}
    sentence = [sentence[k]._replace(head=place[sentence[k].head]) for k in kept]
    for k, (word, after) in enumerate(itertools.pairwise(sentence)):
        vowel = after.form[0].lower() in "aeiou" and not after.form.lower().startswith(("eu", "uni", "one"))
        form = word.form + "n" if word.form in {"a", "A"} and word.dep == "det" and vowel else word.form
        glued = after.form in {",", "."} or word.tag == "``"
        sentence[k] = word._replace(form=form, space=word.space and not glued)
    opening = sentence[0]
    sentence[0] = opening._replace(form=opening.form[:1].upper() + opening.form[1:])
    return sentence
