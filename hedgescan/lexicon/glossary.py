"""What the words in the reports mean, read from lexicons/glossary.toml: categories, stances, loci, rungs, kinds, figures, frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from hedgescan.lexicon.check import check, tables, typed
from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.lexicon.folder import folder

TERMS = ("categories", "stances", "loci", "rungs", "modifiers", "kinds", "figures")
PHRASES = ("frames", "places", "subjects")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the reports: what it means, what the distinction rests on, and a sentence in which it is found."""

    name: str
    means: str
    basis: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """`terms` by shelf (one of TERMS) and name; `phrases` name constructions and subjects in plain English, by shelf (one of PHRASES)."""

    terms: Mapping[str, Mapping[str, Term]]
    phrases: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """The shipped glossary, read once; raises LexiconError."""
    path = folder() / "glossary.toml"
    file, raw = str(path), tables(path)
    for shelf in raw:
        if shelf not in (*TERMS, *PHRASES):
            raise LexiconError(f"unknown heading{nearest(shelf, (*TERMS, *PHRASES))}", file, field=shelf)
    terms = {shelf: {name: check(Term, file, name, row, {}) for name, row in raw.get(shelf, {}).items()} for shelf in TERMS}
    phrases = {shelf: {name: typed(row, "str", file, name, shelf) for name, row in raw.get(shelf, {}).items()} for shelf in PHRASES}
    return Glossary(terms, phrases)
