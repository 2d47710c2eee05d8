"""The reporting lexicon as the rules ask for it: entry by lemma, strength by construction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.frames import plain
from hedgescan.rules.attribution.strength import Counts, Weights, chance


@dataclass(frozen=True, slots=True)
class Entry:
    """What the rules need of a reporting entry: its stance, its class, what its passive subject is, whether it raises."""

    name: str
    stance: str = "neutral"
    family: str = "unknown"
    passive: str = "content"
    raising: bool = False
    frames: Mapping[str, float] = field(default_factory=dict)
    speech: bool = False
    kind: str = "indirect"
    subjects: frozenset[str] = frozenset()
    pos: str = "V"
    never_with: frozenset[str] = frozenset()


UNKNOWN = Entry("")


@dataclass(frozen=True, slots=True)
class Entries:
    """All reporting entries by part of speech and lemma, with the counts and weights."""

    table: Mapping[tuple[str, str], Entry]
    counts: Counts
    weights: Weights
    nouns: frozenset[str]
    adjectives: frozenset[str]
    phrasal: frozenset[str] = frozenset()
    according: Entry = Entry("according to", speech=True, family="say")
    per: Entry = Entry("per", speech=True, family="say")
    colon: Entry = Entry(":", speech=True, family="say")

    def entry(self, pos: str, lemma: str) -> Entry:
        """The entry of a word; one with a particle that has none falls back to the bare verb."""
        return self.table.get((pos, lemma)) or self.table.get((pos, lemma.split(" ")[0])) or UNKNOWN

    def own(self, pos: str, lemma: str, frame: str, kind: str = "") -> float | None:
        """What the word's own entry gives the frame: 0 where it never is a cue so; None for a word without an entry.

        A frame named with the subject goes first ("object of document": a study found a link, a farmer a coin).
        """
        entry = self.table.get((pos, lemma))
        if entry and kind == "D" and f"{plain(frame)} of document" in entry.frames:
            return entry.frames[f"{plain(frame)} of document"]
        return _given(pos, entry, frame) if entry and entry.frames else None

    def parts(self, candidate: Candidate, signs: Iterable[str]) -> Iterator[tuple[str, float]]:
        """What speaks for and against a candidate, in log-odds."""
        return self.weights.parts(candidate.pos, self._numbers(candidate), signs)

    def _numbers(self, candidate: Candidate) -> tuple[float, ...]:
        pos, lemma = candidate.pos, candidate.lemma
        return self.counts.numbers(pos, lemma, self.own(pos, lemma, candidate.frame, candidate.kind))

    def strength(self, candidate: Candidate, signs: Iterable[str]) -> float:
        """Probability that a candidate is a cue."""
        found = chance(self.weights.total(candidate.pos, self._numbers(candidate), signs))
        entry = self.table.get((candidate.pos, candidate.lemma))
        return min(found, _UNFIT) if entry and _unfit(entry, candidate.frame, candidate.kind) else found


_PLACES = {"poss": 1.0, "light": 1.0, "object": 0.8, "subject": 0.8, "oblique": 0.7, "0": 0.75}
_CLAUSAL = ("that", "clause", "before", "quote", "wh", "parataxis", "follow")
_EMPTY_HANDED = ("none/subject", "none/object", "none/oblique", "none/0")
_LIFELESS = tuple(f"{after}/{place}" for after in ("none", "of", "by", "in") for place in ("light", "object"))
_UNFIT = 0.3  # strength left to a verb whose subject cannot hold a view
_AGENTLESS = 0.5  # share of the object's strength left to a bare passive ("the class was dismissed")
_BARE = 0.03  # a construction that the entry does not name


def _given(pos: str, entry: Entry, frame: str) -> float:
    """What the entry itself gives a frame; a frame that it names in full ("pass:none") goes before the rules for all."""
    if frame in entry.frames:
        return entry.frames[frame]
    if pos == "N":
        after, place = frame.split("/")
        return max(_BARE, entry.frames.get(after, _BARE) * _PLACES[place])
    if pos == "J":
        given = entry.frames.get(frame.removeprefix("nc:"), _BARE)
        return max(_BARE, given * (0.6 if frame.startswith("nc:") else 1.0)) if given else 0.0
    inner = plain(frame)
    if inner == "none" and frame.startswith("pass:"):  # the object has become the subject; without an agent nobody need have a view
        return max(_BARE, entry.frames.get("object", _BARE) * (1.0 if frame.startswith("pass:ag:") else _AGENTLESS))
    if inner == "bare":
        return max(_BARE, entry.frames.get("none", _BARE) * _AGENTLESS)
    return entry.frames.get(inner, _BARE)


def _unfit(entry: Entry, frame: str, kind: str) -> bool:
    """Is the subject of a kind that the entry does not allow ("the wall supported the roof")?  A clause or quotation overrules it.

    A noun with neither content nor holder is unfit as well ("fear made him shake"), or one that a thing has ("the room has a view").
    """
    if frame in _EMPTY_HANDED and kind == "0":
        return True
    if entry.pos == "N":
        return (kind == "N" and frame in _LIFELESS) or (kind == "D" and frame == "none/object")
    if not entry.subjects or plain(frame) in _CLAUSAL or (frame.startswith("pass:") and not frame.startswith("pass:ag:")):
        return False
    return {"N": "thing", "D": "document"}.get(kind, "human") not in entry.subjects and kind in ("N", "D")
