"""The proper names of a document, persons and bodies, so that a role, a pronoun or a short name can be tied to one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources import evidence, proper
from hedgescan.rules.sources.words import BODIES, PEOPLE, Words

_OVER = 6  # votes for a person that go over the lexicon's word for a body
_PORTFOLIOS = frozenset("state defense defence treasury commerce labor energy education health justice interior transportation".split())
_JUNIOR = ("jr", "sr", "ii", "iii", "iv")
_SUBJECTS = ("nsubj", "nsubj:pass")
_NEAR = 80  # mentions of names over which a pronoun or a role reaches back
_SUBJECT = 60  # characters by which a subject counts as nearer
_KNOWN = 200  # characters by which one of the gender asked for counts as nearer
_SHORT = {  # a title before a name → the noun for who bears it
    "sen": "senator", "sens": "senator", "rep": "congressman", "reps": "congressman", "gov": "governor", "dr": "doctor", "prof": "professor",
    "gen": "general", "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "det": "detective", "insp": "inspector",
    "supt": "superintendent", "adm": "admiral", "maj": "major", "cllr": "councillor", "justice": "judge", "chief justice": "judge",
}  # fmt: skip
_SMALL = ("of", "and", "for", "the", "&")


@dataclass(slots=True)
class Place:
    """One mention of a name: `at` is the offset of its last word, `subject` says whether it is the subject of its clause."""

    parse: Parse
    span: Range
    at: int
    subject: bool


@dataclass(slots=True, eq=False)
class Name:
    """A person or body named in the text; `key` is its full name in lower case, `roles` the nouns that say what it is.

    `votes` above 0 speak for a person, below 0 for a body or a place (`evidence.weigh`); a kind by the lexicon goes before them.
    """

    text: str
    key: str
    kind: str
    gender: str = ""
    votes: int = 0
    roles: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    @property
    def body(self) -> bool:
        """Is it something other than a person?"""
        return self.votes < 0 if self.kind not in BODIES else self.votes < _OVER

    def before(self, at: int) -> Place | None:
        """The last mention before an offset."""
        number = bisect_left(self.places, at, key=lambda place: place.at)
        return self.places[number - 1] if number else None


@dataclass(frozen=True, slots=True)
class _Run:
    parse: Parse
    span: Range
    parts: list[str]  # without titles
    titles: set[str]
    kind: str
    beside: list[int]


class Names:
    """All names of a document in order of mention; short forms are mentions of the longer name."""

    def __init__(self, parses: Iterable[Parse], words: Words) -> None:
        self.words = words
        self.all: list[Name] = []
        self.index: dict[str, list[Name]] = {}  # by full name, surname, first name, initials
        runs = [run for parse in parses for run in self._runs(parse)]
        for run in sorted(runs, key=lambda run: len(run.parts) == 1):
            self._add(run)
        for name in self.all:
            name.places.sort(key=lambda place: place.at)
        self.order = sorted(((place, name) for name in self.all for place in name.places), key=lambda row: row[0].at)

    def _runs(self, parse: Parse) -> Iterator[_Run]:
        for first, last in proper.runs(parse, self.words):
            bare, titles = self.bare(proper.text(parse, first, last).split())
            if bare and not self._common(parse, first, last):
                yield _Run(parse, (first, last), bare, titles, self._kind(bare), evidence.roles(parse, first, last))

    def _kind(self, parts: list[str]) -> str:
        """The kind of a name by the lexicon; a lone "Senate" or "Council" is the body."""
        found = self.words.name(parts)
        return found or (kind if len(parts) == 1 and (kind := self.words.head(parts[0].lower())) in ("institution", "outlet") else "")

    def _common(self, parse: Parse, first: int, last: int) -> bool:
        """A common noun that only its place, or a tagger, has made a name ("Fans said", "a Democrat"), and people of a kind ("Muslim Americans")."""
        if self.words.noun(parse, last)[1] not in PEOPLE:
            return False
        kind = parse.tags[last] == "NNPS" and not any(word.islower() for word in parse.words[first : last + 1])
        return kind or (first == last and parse.child(first, "det") is not None)

    def bare(self, parts: list[str]) -> tuple[list[str], set[str]]:
        """A name without its titles, nor the country or office before them ("US President Donald Trump"), and the titles."""
        titled = {place: title for place in range(len(parts)) if (title := self._title(parts, place))}
        rest = parts[max(titled) + 1 :] if titled else parts
        if not rest:
            rest = [part for place, part in enumerate(parts) if place not in titled]
        titles = set(titled.values())
        while len(rest) > 2 and (rest[0].lower() in _PORTFOLIOS or self.words.head(rest[0].lower()) in PEOPLE):
            titles.add(rest[0].lower())
            rest = rest[1:]
        while len(rest) > 2 and rest[-1].lower().rstrip(".") in _JUNIOR:
            rest = rest[:-1]
        return rest, titles

    def _title(self, parts: list[str], place: int) -> str:
        """The title that ends with a part, the longest first ("Majority Leader"), or an empty string."""
        longest = (" ".join(parts[first : place + 1]).lower().rstrip(".") for first in range(max(0, place - 3), place + 1))
        return next((title for title in longest if title in self.words.titles), "")

    def _add(self, run: _Run) -> None:
        parse, (first, last) = run.parse, run.span
        nouns = {self.words.noun(parse, at)[0] for at in run.beside} | {parse.lemmas[at] for at in run.beside}
        gender = evidence.gender(run.titles, nouns) or (self.words.given.get(run.parts[0], "") if len(run.parts) > 1 else "")
        votes = evidence.weigh(parse, run.span, run.beside, bool(run.titles - {"lord"}), self.words)
        name = self._known(run, gender, votes)
        if name is None:
            key = " ".join(run.parts).lower().removeprefix("the ")
            name = Name(" ".join(run.parts), key, run.kind, gender, votes=2 if len(run.parts) > 1 else 0)
            if "&" in run.parts:
                name.votes = -1
            self.all.append(name)
            self._enter(name, run.parts)
        if " " in name.key and len(run.parts) == 1:
            votes = max(0, votes)  # a short form says little against a full name
        name.votes += votes - (evidence.neuter(parse, run.span) if " " not in name.key else 0)
        name.gender = name.gender or gender
        roles = {_SHORT.get(title, title) for title in run.titles}
        name.roles |= {noun for noun in nouns | roles if self.words.head(noun)}
        subject = any(parse.deps[at] in _SUBJECTS for at in range(first, last + 1))
        name.places.append(Place(parse, run.span, parse.starts[last], subject))
        self._acronym(name, parse, last)

    def _known(self, run: _Run, gender: str, votes: int) -> Name | None:
        """The name this run repeats or shortens."""
        exact = " ".join(run.parts).lower().removeprefix("the ")
        found = [name for name in self.index.get(exact, ()) if not (name.kind in BODIES and votes > 1) and not (gender and name.gender not in ("", gender))]
        if len(run.parts) > 1 or self._whole(exact):
            found = [name for name in found if name.key == exact or (name.body and votes < 1 and not self._whole(exact))]
        at = run.parse.starts[run.span[0]]
        return max(found, key=lambda name: (place.at if (place := name.before(at)) else -1), default=None)

    def _whole(self, key: str) -> bool:
        """Is one word a name of the lexicon, and not the short form of any outlet that ends in it ("the Post")?"""
        return key in self.words.names and key not in self.words.endings

    def _enter(self, name: Name, parts: list[str]) -> None:
        keys = {name.key, parts[-1].lower(), parts[0].lower()}
        large = [part for part in parts if part.lower() not in _SMALL]
        if (name.kind in BODIES or name.votes < 0) and len(large) > 1:
            keys |= {"".join(part[0] for part in large).lower(), " ".join(large[-2:]).lower(), " ".join(large[:2]).lower()}
        elif len(parts) > 2:
            keys |= {" ".join(parts[1:]).lower(), f"{parts[0]} {parts[-1]}".lower()}
        for key in keys:
            self.index.setdefault(key, []).append(name)

    def _acronym(self, name: Name, parse: Parse, last: int) -> None:
        """Letters in brackets after a name ("the World Grain Board (WGB)") are its short form."""
        if last + 3 < len(parse) and parse.words[last + 1] == "(" and parse.words[last + 3] == ")" and parse.words[last + 2].isupper():
            key = parse.lower[last + 2]
            self.index.setdefault(key, []).insert(0, name)
            name.votes -= _OVER

    def find(self, text: str, at: int, gender: str = "") -> Name | None:
        """Whom a name means at an offset: its full form, or the bearer of the short form named last before, else next after."""
        bare, titles = self.bare(text.replace("’s", "").replace("'s", "").split())
        gender = gender or evidence.gender(titles, set())
        key = " ".join(bare).lower().removeprefix("the ")
        found = [name for name in self.index.get(key, ()) if not gender or name.gender in ("", gender)]
        full = [name for name in found if name.key == key and (len(bare) > 1 or self._whole(key))]
        return max(full or found, key=lambda name: (place.at if (place := name.before(at + 1)) else -1), default=None)

    def people(self, at: int, gender: str = "") -> list[tuple[Place, Name]]:
        """Persons named shortly before an offset, the most likely one first: a subject goes before another that stands a little later, and
        one known to be a man or a woman before what may be neither."""
        fits = [row for row in self._recent(at) if not row[1].body and (row[1].votes or row[0].subject) and _agree(row[1].gender, gender)]
        return sorted(fits, key=lambda row: row[0].at + _SUBJECT * row[0].subject + _KNOWN * bool(row[1].gender), reverse=True)

    def after(self, start: int, end: int) -> list[tuple[Place, Name]]:
        """The names between two offsets, in order."""
        first = bisect_right(self.order, start, key=lambda row: row[0].at)
        return self.order[first : bisect_left(self.order, end, key=lambda row: row[0].at)]

    def bodies(self, at: int) -> list[tuple[Place, Name]]:
        """Bodies named shortly before an offset, the latest first."""
        return [row for row in self._recent(at) if row[1].body]

    def _recent(self, at: int) -> list[tuple[Place, Name]]:
        """The last mention of each of the names met last, the latest first."""
        number = bisect_left(self.order, at, key=lambda row: row[0].at)
        latest: dict[str, tuple[Place, Name]] = {}
        for place, name in reversed(self.order[max(0, number - _NEAR) : number]):
            latest.setdefault(name.key, (place, name))
        return list(latest.values())


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other
