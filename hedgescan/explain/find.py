"""From a word to all it is: terms of the reports, cues, reporting words, words for sources, guards, yardsticks, rules."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from hedgescan.engine import Engine
from hedgescan.english.syntax import GUARDS
from hedgescan.explain import cues, manuals, terms
from hedgescan.explain.topics import Topic
from hedgescan.lexicon.glossary import glossary
from hedgescan.lexicon.layers import GROUPS
from hedgescan.model import YARDSTICKS
from hedgescan.style import RULES

NEAR = 5  # suggestions for a word that is none


def find(word: str, ready: Engine) -> list[Topic]:
    """Everything the word is, in the engine's lexicon; nothing for a word that is unknown."""
    plain = " ".join(word.split()).replace("’", "'")
    lower, lexicon = plain.lower(), ready.lexicon
    return [
        *terms.terms(plain, ready),
        *(cues.cue(entry, lexicon, lower) for entry in cues.hedges(lower, lexicon)),
        *(cues.reporter(entry, ready) for entry in cues.reporters(lower, lexicon)),
        *(cues.noun(lower, room, group) for room, group in cues.groups(lower, lexicon)),
        *terms.guards(lower, lexicon),
        *terms.scales(lower),
        *manuals.manuals(plain),
    ]


def contents(ready: Engine) -> dict[str, tuple[str, ...]]:
    """Every name that is no cue, by what it is, and how many cues there are."""
    shelves = {terms.KIND[shelf]: tuple(rows) for shelf, rows in glossary().terms.items()}
    return {**shelves, "yardstick": YARDSTICKS[1:], "rule": tuple(RULES), "guard": tuple(sorted(GUARDS))}


def nearest(word: str, ready: Engine) -> list[str]:
    """The names most like the word, best first; of a longer phrase also the cues within it."""
    known = list(dict.fromkeys(names(ready)))
    lower = " ".join(word.lower().split())
    by_lower = {name.lower(): name for name in known}
    inside = [name for name in known if f" {name.lower()} " in f" {lower} "]
    close = [by_lower[name] for name in get_close_matches(lower, by_lower, n=NEAR, cutoff=0.6)]
    return list(dict.fromkeys([*sorted(inside, key=len, reverse=True), *close]))[:NEAR]


def names(ready: Engine) -> Iterator[str]:
    """Every name that can be explained."""
    lexicon = ready.lexicon
    yield from (entry.name for entry in (*lexicon.hedges, *lexicon.boosters))
    for rows in glossary().terms.values():
        yield from rows
    yield from (entry.name for entry in lexicon.reporting)
    for room in GROUPS:
        yield from (word for group in getattr(lexicon, room) for word in group.words)
    yield from GUARDS
    yield from YARDSTICKS[1:]
    for name, rule in RULES.items():
        yield from (name, rule.code)
