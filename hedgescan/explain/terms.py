"""Words of the reports as topics: categories, stances, loci, rungs, modifiers, kinds, figures; guards; yardsticks."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.engine import Engine
from hedgescan.english.syntax import GUARDS
from hedgescan.explain.topics import Question, Scale, Term
from hedgescan.ladder import Ladder
from hedgescan.lexicon import Lexicon
from hedgescan.lexicon.glossary import TERMS, glossary
from hedgescan.lexicon.pattern import spoken
from hedgescan.lexicon.rule import question
from hedgescan.yardstick import yardsticks

KIND = dict(zip(TERMS, ("category", "stance", "locus", "rung", "modifier", "kind", "figure"), strict=True))


def terms(word: str, ready: Engine) -> Iterator[Term]:
    """Terms of that name, capitals apart."""
    for shelf, rows in glossary().terms.items():
        for name, term in rows.items():
            if name.lower() == word.lower():
                members = tuple(entries(shelf, name, ready.lexicon))
                yield Term(
                    KIND[shelf], name, term.means, term.basis, weights(shelf, name, ready), term.example, members, file(shelf, name)
                )


def weights(shelf: str, name: str, ready: Engine) -> dict[str, float]:
    """What the term weighs, number by number; nothing for a term that has no weight of its own."""
    ladder: Ladder = ready.ladder
    if shelf == "rungs":
        return {"weight": ladder.weight(name), "cap": ladder.cap(name)}
    if shelf == "stances":
        return {"shield": ladder.shield(name)}
    if shelf == "modifiers":
        modifier = ladder.modifier(name)
        return {"gain": modifier.gain} | ({"hops": modifier.hops} if modifier.hops else {})
    if shelf == "categories":
        strengths = [entry.strength for entry in (*ready.lexicon.hedges, *ready.lexicon.boosters) if entry.category == name]
        return {"weakest": min(strengths), "strongest": max(strengths)} if strengths else {}
    return {}


def entries(shelf: str, name: str, lexicon: Lexicon) -> Iterator[str]:
    """Names of the lexicon's entries that come under the term."""
    if shelf == "categories":
        yield from (entry.name for entry in (*lexicon.hedges, *lexicon.boosters) if entry.category == name)
    elif shelf == "stances":
        yield from dict.fromkeys(entry.name for entry in lexicon.reporting if entry.stance == name)


def file(shelf: str, name: str) -> str:
    """Where a desk finds the term's numbers."""
    if shelf == "categories":
        return f"hedges/{name}.toml"
    return "ladder.toml" if shelf in ("rungs", "stances", "modifiers") else "glossary.toml"


def guards(word: str, lexicon: Lexicon) -> Iterator[Question]:
    """The guard of that name, and the entries that ask it."""
    if word in GUARDS:
        asking = (entry.name for entry in (*lexicon.hedges, *lexicon.boosters) if word in (*entry.when, *entry.unless))
        yield Question("guard", word, question(word), tuple(asking))


def scales(word: str) -> Iterator[Scale]:
    """The yardstick of that name."""
    found = yardsticks().get(word.lower())
    if found is not None:
        bands = tuple((", ".join(spoken(phrase) for phrase in band.phrases), band.low, band.high) for band in found.bands)
        yield Scale("yardstick", found.name, found.title, found.source, bands)
