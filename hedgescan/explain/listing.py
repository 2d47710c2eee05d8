"""The entries in force, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hedgescan.explain.cues import relative
from hedgescan.lexicon import Lexicon, LexiconError
from hedgescan.lexicon.error import nearest
from hedgescan.lexicon.layers import GROUPS


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its id, what kind it is, its category (of a reporting word its stance, of a group its kind), and where it stands.

    `strength` (0..1) is a hedge's or booster's; a reporting word has one by construction, see `hedgescan explain`.
    """

    id: str
    kind: str
    category: str
    strength: float | None
    patterns: tuple[str, ...]
    file: str


def items(lexicon: Lexicon, category: str = "") -> list[Item]:
    """All entries in force, or those of a category, stance or kind; raises LexiconError for one that there is not."""
    found = list(rows(lexicon))
    known = {item.category for item in found} | {item.kind for item in found}
    if category and category not in known:
        raise LexiconError(f"{category!r} is no category, stance or kind of entry{nearest(category, known)}")
    return [item for item in found if not category or category in (item.category, item.kind)]


def rows(lexicon: Lexicon) -> Iterator[Item]:
    """Hedges, boosters, reporting words, then the groups of words for sources."""
    for entry in (*lexicon.hedges, *lexicon.boosters):
        kind = "booster" if entry.category == "booster" else "hedge"
        yield Item(entry.name, kind, entry.category, entry.strength, entry.patterns, relative(entry.file))
    for word in lexicon.reporting:
        yield Item(word.name, f"reporting {word.pos}", word.stance, None, (word.name, *word.forms), relative(word.file))
    for room in GROUPS:
        for group in getattr(lexicon, room):
            yield Item(group.name, room, group.kind, None, (*group.words, *group.endings), relative(group.file))
