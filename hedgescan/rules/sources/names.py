"""The proper names of a document: persons with their roles and titles, so that a role or a pronoun can be tied to a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources.words import Words

_MALE, _FEMALE = ("mr", "sir", "lord", "king", "prince"), ("mrs", "ms", "miss", "madam", "lady", "queen", "princess")
_SUBJECTS = ("nsubj", "nsubj:pass")


@dataclass(slots=True)
class Name:
    """A person named in the text: `key` is the surname, `roles` the role nouns beside the name anywhere."""

    text: str
    key: str
    parse: Parse
    span: Range
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    subject: bool = False
    places: list[tuple[Parse, int, bool]] = field(default_factory=list)

    def later_than(self, place: tuple[Parse, Range]) -> bool:
        """Does the name's last place come after another mention?"""
        parse, token, _ = self.places[-1]
        return (parse.starts[token]) > place[0].starts[place[1][0]]


class Names:
    """All person names of a document by surname."""

    def __init__(self, parses: Iterable[Parse], words: Words) -> None:
        self.words = words
        self.table: dict[str, Name] = {}
        for parse in parses:
            for first, last in _runs(parse):
                self._add(parse, first, last)

    def key(self, name: str) -> str:
        """The surname of a person, or the whole of another name, lower case."""
        parts = self._bare(name.replace("’s", "").split())
        if not parts:
            return name.lower()
        if self.words.name(parts):
            return " ".join(parts).lower().removeprefix("the ")
        return parts[-2].lower() if len(parts) > 1 and parts[-1].lower().rstrip(".") in ("jr", "sr", "ii", "iii") else parts[-1].lower()

    def _bare(self, parts: list[str]) -> list[str]:
        """A name without its titles, and without the country or office before them ("US President Donald Trump")."""
        titled = [place for place, part in enumerate(parts) if part.lower().rstrip(".") in self.words.titles]
        rest = parts[titled[-1] + 1 :] if titled else parts
        return rest or [part for place, part in enumerate(parts) if place not in titled]

    def _add(self, parse: Parse, first: int, last: int) -> None:
        parts = parse.words[first : last + 1]
        titles = [part.lower().rstrip(".") for part in parts if part.lower().rstrip(".") in self.words.titles]
        bare = self._bare(parts)
        if not bare or self.words.name(bare):
            return
        roles = {title for title in titles if title not in _MALE + _FEMALE}
        roles |= {parse.lemmas[token] for token in _beside(parse, first, last) if self.words.head(parse.lemmas[token])}
        gender = "m" if set(titles) & set(_MALE) else "f" if set(titles) & set(_FEMALE) else ""
        key = self.key(" ".join(parts))
        known = self.table.get(key)
        if known is None:
            if len(bare) == 1 and not titles and not roles:
                return
            known = self.table[key] = Name(" ".join(bare), key, parse, (first, last), gender)
        known.roles |= roles
        known.gender = known.gender or gender
        known.places.append((parse, last, any(parse.deps[at] in _SUBJECTS for at in range(first, last + 1))))

    def find(self, key: str) -> Name | None:
        """The person of a surname."""
        return self.table.get(key)

    def before(self, parse: Parse, token: int, gender: str) -> Name | None:
        """The person named last before a place, of fitting gender; one who was a subject goes before one who was not."""
        at = parse.starts[token]
        best: tuple[int, int, Name] | None = None
        for name in self.table.values():
            if name.gender not in ("", gender):
                continue
            for place, last, subject in reversed(name.places):
                offset = place.starts[last]
                if offset < at:
                    score = (offset + (60 if subject else 0), offset)
                    if best is None or score > best[:2]:
                        best = (*score, name)
                        name.subject = subject
                    break
        return best[2] if best else None

    def with_role(self, lemma: str, parse: Parse, token: int) -> Name | None:
        """The person last named before a place with that role."""
        at = parse.starts[token]
        fitting = [
            (max((p.starts[i] for p, i, _ in name.places if p.starts[i] < at), default=-1), name)
            for name in self.table.values()
            if lemma in name.roles
        ]
        fitting = [row for row in fitting if row[0] >= 0]
        return max(fitting, key=lambda row: row[0])[1] if fitting else None

    def alias(self, short: str, long: str) -> bool:
        """Is a short name another form of a longer one: its end ("the Post"), its beginning, its initials?"""
        a = [part.lower() for part in short.split() if part.lower() != "the"]
        b = [part.lower() for part in long.split() if part.lower() != "the"]
        if not a or not b or a == b:
            return a == b and bool(a)
        initials = "".join(part[0] for part in b if part not in ("of", "and", "for", "the"))
        shorter = len(a) < len(b) and (b[-len(a) :] == a or (len(a) > 1 and b[: len(a)] == a))
        return shorter or ("".join(a).replace(".", "") == initials and len(initials) > 1)


def _runs(parse: Parse) -> list[Range]:
    """Stretches of proper nouns."""
    out: list[Range] = []
    at = 0
    while at < len(parse):
        if parse.tags[at] in ("NNP", "NNPS"):
            end = at
            while end + 1 < len(parse) and (parse.tags[end + 1] in ("NNP", "NNPS") or parse.words[end + 1] in ("de", "van", "bin", "al")):
                end += 1
            out.append((at, end))
            at = end
        at += 1
    return out


def _beside(parse: Parse, first: int, last: int) -> list[int]:
    """Nouns in apposition to a name or before it ("spokeswoman Jane Roe", "Jane Roe, a senator,")."""
    out = [at for at in range(max(0, first - 2), first) if parse.tags[at] == "NN" and parse.heads[at] in range(first, last + 1)]
    for at in range(first, last + 1):
        out += [kid for kid in parse.children(at, "appos", "compound", "nmod:desc") if not first <= kid <= last]
        if parse.deps[at] in ("appos", "flat", "nmod:desc") and not first <= parse.heads[at] <= last:
            out.append(parse.heads[at])
    return out
