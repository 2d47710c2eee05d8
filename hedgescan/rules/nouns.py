"""What kind of thing a noun stands for, as far as a source is concerned: somebody, a document, a time, or something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hedgescan.english.parse import Parse

PERSONAL = frozenset("he she they we i you who him her them us me someone somebody anyone everyone everybody nobody".split())
THINGS = frozenset("it this that which these those there what".split())
QUANTIFIERS = frozenset("some many others most several few one another both all none any two three four five six dozens hundreds".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november"
    " december week month year day night morning afternoon evening weekend yesterday today tomorrow tonight hour minute".split()
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Noun lemmas that name people (or bodies of people) and documents."""

    human: frozenset[str]
    document: frozenset[str]


def mark(parse: Parse, vocabulary: Vocabulary) -> None:
    """Set `parse.kinds`: H somebody, P a proper name, I an empty or pointing pronoun, D a document, N any other noun, '' no noun."""
    parse.kinds = [_mark(low, lem, tag, vocabulary) for low, lem, tag in zip(parse.lower, parse.lemmas, parse.tags, strict=True)]


def _mark(lower: str, lemma: str, tag: str, vocabulary: Vocabulary) -> str:
    if lower in PERSONAL:
        return "H"
    if lower in THINGS:
        return "I"
    if tag in ("NNP", "NNPS"):
        return "P"
    if lemma in vocabulary.document:
        return "D"
    if lemma in vocabulary.human or lower in vocabulary.human or lower in QUANTIFIERS:
        return "H"
    return "N"


def kind(parse: Parse, token: int | None) -> str:
    """The kind of a subject token: a letter of `mark`, or 0 where there is no subject."""
    return "0" if token is None else parse.kinds[token]


def speaks(parse: Parse, token: int) -> bool:
    """May the noun be somebody who speaks?"""
    return parse.kinds[token] in ("H", "P")


def is_time(parse: Parse, token: int) -> bool:
    """Is the word a day, month or stretch of time?"""
    return parse.lower[token] in _TIMES or parse.lemmas[token] in _TIMES


def lemmas(words: Iterable[str]) -> frozenset[str]:
    """Single words of a lexicon's lists, lower case."""
    return frozenset(word.lower() for word in words if " " not in word)
