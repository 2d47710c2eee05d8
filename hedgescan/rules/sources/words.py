"""The source lexicons as the rules ask for them: the kind of a head noun, the kind of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from hedgescan.english.parse import Parse


class Group(Protocol):
    """A lexicon entry: words of one kind."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def endings(self) -> tuple[str, ...]: ...


PEOPLE = ("bare", "role", "seat", "spokesperson", "relation", "occupation", "office", "crowd", "collective", "mass")
BODIES = ("institution", "outlet", "metonym", "country", "capital")
NOTHING = ("", "")
GENDERS = {"she": "f", "he": "m"}  # the kinds of given names


@dataclass(frozen=True, slots=True)
class Words:
    """Head nouns (lemma → kind, group) and names (lower case, without "the" → kind), titles before names, names' last words, and
    given names (as written → m or f)."""

    heads: Mapping[str, tuple[str, str]]
    names: Mapping[str, str]
    titles: frozenset[str]
    endings: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def build(cls, groups: Iterable[Group]) -> Words:
        """From the lexicon's groups; a capitalised or many-worded entry is a name."""
        heads: dict[str, tuple[str, str]] = {}
        names: dict[str, str] = {}
        titles: set[str] = set()
        endings: dict[str, tuple[str, str]] = {}
        given: dict[str, str] = {}
        for group in groups:
            if group.kind in GENDERS:
                given.update(dict.fromkeys(group.words, GENDERS[group.kind]))
                continue
            endings.update((ending.lower().rstrip("."), (group.kind, group.name)) for ending in group.endings)
            for word in group.words:
                low = word.lower()
                if group.kind == "title":
                    titles.add(low.rstrip("."))
                elif word[:1].isupper() or group.kind in ("country", "capital"):
                    names.setdefault(low.removeprefix("the "), group.kind)
                else:
                    heads.setdefault(low, (group.kind, group.name))
        return cls(heads, names, frozenset(titles), endings, given)

    def head(self, lemma: str) -> str:
        """The kind of a head noun, or an empty string."""
        found = self.heads.get(lemma, NOTHING)[0]
        if not found and lemma.endswith(("man", "woman", "person")):
            return "occupation"
        return found or self.heads.get(lemma.rsplit("-", 1)[-1], NOTHING)[0]

    def noun(self, parse: Parse, token: int) -> tuple[str, str]:
        """(the longest entry a noun is the head of, its kind): "prime minister" before "minister", "secretary of state" before both."""
        lemma = parse.lemmas[token].lower()
        for width in (2, 1):
            if token >= width:
                longer = " ".join((*parse.lower[token - width : token], lemma))
                if longer in self.heads:
                    return longer, self.heads[longer][0]
        after = " ".join((lemma, *parse.lower[token + 1 : token + 3]))
        if after in self.heads:
            return after, self.heads[after][0]
        found, lower = self.head(lemma), parse.lower[token]
        return (lower, self.head(lower)) if not found and self.head(lower) else (lemma, found)  # "media" stands for itself

    def group(self, lemma: str) -> str:
        """The lexicon group of a head noun: words of one group may stand for each other ("the lawmaker" for a senator)."""
        return self.heads.get(lemma, NOTHING)[1]

    def person(self, lemma: str) -> bool:
        """Is the noun one for a person, or for people?"""
        return self.head(lemma) in PEOPLE

    def name(self, words: list[str]) -> str:
        """The kind of a name by the lexicon, by its last word or its first ("University of …"), or an empty string."""
        low = " ".join(words).lower().replace("’", "'").replace(" - ", "-").removeprefix("the ")
        if low in self.names:
            return self.names[low]
        ending = self.ending(words)
        if ending[0]:
            return ending[0]
        if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6 and words[0].isalpha():
            return "institution"
        return ""

    def ending(self, words: list[str]) -> tuple[str, str]:
        """(kind, group) of a name by its last word, or by the word before "of" or "for"; empty strings where they tell nothing."""
        last = words[-1].lower().rstrip(".") if words else ""
        if len(words) > 1 and last in self.endings:
            return self.endings[last]
        for small in ("of", "for"):
            if small in words[1:-1]:
                first = words[words.index(small) - 1].lower()
                return self.endings.get(first) or (("institution", self.group(first)) if self.head(first) == "institution" else NOTHING)
        return NOTHING
