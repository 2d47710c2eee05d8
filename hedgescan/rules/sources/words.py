"""The source lexicons as the rules ask for them: the kind of a head noun, the kind of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Group(Protocol):
    """A lexicon entry: words of one kind."""

    @property
    def kind(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def endings(self) -> tuple[str, ...]: ...


PEOPLE = ("bare", "role", "spokesperson", "relation", "occupation", "office", "crowd", "collective")


@dataclass(frozen=True, slots=True)
class Words:
    """Head nouns (lemma → kind) and names (lower case, without "the" → kind), titles before names, and names' last words."""

    heads: Mapping[str, str]
    names: Mapping[str, str]
    titles: frozenset[str]
    endings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def build(cls, groups: Iterable[Group]) -> Words:
        """From the lexicon's groups; a capitalised or many-worded entry is a name."""
        heads: dict[str, str] = {}
        names: dict[str, str] = {}
        titles: set[str] = set()
        endings: dict[str, str] = {}
        for group in groups:
            endings.update((ending.lower().rstrip("."), group.kind) for ending in group.endings)
            for word in group.words:
                low = word.lower()
                if group.kind == "title":
                    titles.add(low.rstrip("."))
                elif word[:1].isupper() or group.kind in ("country", "capital"):
                    names.setdefault(low.removeprefix("the "), group.kind)
                else:
                    heads.setdefault(low, group.kind)
        return cls(heads, names, frozenset(titles), endings)

    def head(self, lemma: str) -> str:
        """The kind of a head noun, or an empty string."""
        found = self.heads.get(lemma, "")
        if not found and lemma.endswith(("man", "woman", "person")):
            return "occupation"
        return found or self.heads.get(lemma.rsplit("-", 1)[-1], "")

    def name(self, words: list[str]) -> str:
        """The kind of a name by the lexicon or by its last word, or an empty string."""
        low = " ".join(words).lower().replace("’", "'").removeprefix("the ")
        if low in self.names:
            return self.names[low]
        last = words[-1].lower().rstrip(".") if words else ""
        if len(words) > 1 and last in self.endings:
            return self.endings[last]
        if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6:
            return "institution"
        return ""
