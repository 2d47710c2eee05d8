"""Hedges and boosters: which of them a claim has lost, gained, or changed for a lighter or a heavier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hedgescan.diff.places import finding, place, there

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.diff.claims import Claim
    from hedgescan.diff.records import Finding
    from hedgescan.diff.words import Side
    from hedgescan.model import Hedge

GROUPS = {"approximator": "approximator", "adaptor": "approximator", "booster": "booster"}
DOUBT = ("unknown", "modal", "likelihood", "evidential", "doxastic")  # one doubt said twice is one doubt (Lyons 1977)
STEP = 0.2  # difference in strength that a reader notices: the width of FactBank's bands
HELD = 0.5  # share of a clause's content that must have a partner before what it lost counts as lost
CLOSE = 0.34  # share of the lighter clause that two clauses must have in common to be one
JOINS, PRONOUNS = frozenset({"and", "or"}), frozenset({"it", "they", "he", "she"})
HIGH, LOW = 60, 30  # percentages that readers give to probable and to improbable things


Spoken = dict[int, list["Claim"]]  # the attributions of each sentence, counted from 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A hedge with its words, its clause and the group within which hedges replace each other."""

    hedge: Hedge
    words: range
    sentence: int
    clause: int
    group: str


def marks(side: Side, claims: Spoken, touched: set[int]) -> list[Mark]:
    """The hedges of the sentences that were touched, but for reporting verbs that are hedges: those belong to their source."""
    out = []
    for number in sorted(touched):
        verbs = [claim.attribution.cue for claim in claims.get(number, ())]
        sentence = side.document.sentences[number]
        for hedge in (*sentence.hedges, *sentence.boosters):
            words = side.inside(hedge.start, hedge.end)
            verb = any(cue.start < hedge.end and hedge.start < cue.end for cue in verbs)
            if words and not verb:
                out.append(Mark(hedge, words, number, side.clauses[words[0]], GROUPS.get(hedge.category, "hedge")))
    return out


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one side: their content words, and those of the other side that they turned into, with the common weight."""

    alignment: Alignment
    content: dict[int, list[int]]

    def become(self, clause: int) -> dict[int, float]:
        """Clauses of the other side by the weight of the words they hold of this one."""
        out: dict[int, float] = defaultdict(float)
        for word in self.content[clause]:
            if word in self.alignment.words:
                partner = self.alignment.words[word]
                out[self.alignment.other.clauses[partner]] += self.alignment.this.words[word].weight
        return out

    def kept(self, clause: int) -> float:
        """The share of a clause's content that has a partner, 0..1."""
        words = self.content[clause]
        mass = self.alignment.this.mass(words)
        return self.alignment.this.mass(word for word in words if word in self.alignment.words) / mass if mass else 0.0


def clauses(alignment: Alignment) -> Clauses:
    """The content words of this side's clauses."""
    content: dict[int, list[int]] = defaultdict(list)
    for word, clause in enumerate(alignment.this.clauses):
        if alignment.this.words[word].weight:
            content[clause].append(word)
    return Clauses(alignment, content)


def hedges(alignment: Alignment, olds: Spoken, news: Spoken) -> Iterator[Finding]:
    """What became of the hedges."""
    old = marks(alignment.this, olds, {link.old for link in alignment.links})
    new = marks(alignment.other, news, {link.new for link in alignment.links})
    turned = alignment.turned()
    ways = (clauses(alignment), clauses(turned))
    pairs = _pair(ways, old, new)
    for a, b in pairs:
        yield from _changed(alignment, old[a], new[b])
    mates = {a: new[b] for a, b in pairs}, {b: old[a] for a, b in pairs}
    yield from _lost(ways[0], old, mates[0], new, (olds, news), back=False)
    yield from _lost(ways[1], new, mates[1], old, (news, olds), back=True)


def _pair(ways: tuple[Clauses, Clauses], old: list[Mark], new: list[Mark]) -> list[tuple[int, int]]:
    """Pairs of hedges of one group whose clauses are one, the best first: same words, same category, nearest."""
    homes: dict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(new):
        homes[mark.clause].append(number)
    found = []
    for number, mark in enumerate(old):
        for clause, common in ways[0].become(mark.clause).items():
            least = min(ways[0].alignment.this.mass(ways[0].content[mark.clause]), ways[0].alignment.other.mass(ways[1].content[clause]))
            for other in homes[clause] if common >= CLOSE * least else ():
                if mark.group == new[other].group:
                    found.append((-common / least - _likeness(mark.hedge, new[other].hedge), number, other))
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, a, b in sorted(found):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            out.append((a, b))
    return out


def _likeness(one: Hedge, two: Hedge) -> float:
    return (one.cue == two.cue) + 0.5 * (one.category == two.category) - abs(one.strength - two.strength)


def _changed(alignment: Alignment, old: Mark, new: Mark) -> Iterator[Finding]:
    """What is to be said of a hedge and what stands in its place."""
    name = changed(old.hedge, new.hedge)
    moved = old.group == "hedge" and {_own(alignment.this, old), _own(alignment.other, new)} == {True, False}
    for found in (name, "hedge-moved" if moved else None):
        if found:
            here = place(alignment.this, old.hedge.start, old.hedge.end, old.sentence)
            away = place(alignment.other, new.hedge.start, new.hedge.end, new.sentence)
            yield finding(found, alignment, here, away, (old.hedge.text, new.hedge.text), 1.0, False)


def changed(old: Hedge, new: Hedge) -> str | None:
    """The name of a change from one hedge to another, None when it is the same one."""
    if " ".join(old.text.lower().split()) == " ".join(new.text.lower().split()) or old.cue == new.cue:
        return None
    ends = sorted((old.p, new.p)) if old.p is not None and new.p is not None else (0, 0)
    if ends[0] <= LOW and ends[1] >= HIGH:
        return "likelihood-changed"
    if abs(new.strength - old.strength) < STEP or old.category == "booster" or old.category in GROUPS:
        return "rephrased"
    return "hedge-weakened" if new.strength < old.strength else "hedge-strengthened"


def _own(side: Side, mark: Mark) -> bool | None:
    """Does the writer hedge?  None where a source speaks in the sentence but not this hedge: it may be an attribution half read."""
    sentence = side.document.sentences[mark.sentence]
    if mark.hedge.locus != "writer":
        return mark.hedge.holder is None
    verbs = any(hedge.category == "doxastic" for hedge in sentence.hedges if hedge is not mark.hedge)
    return None if sentence.attributions or sentence.chains or verbs else True


def _lost(
    way: Clauses, here: list[Mark], mates: dict[int, Mark], away: list[Mark], claims: tuple[Spoken, Spoken], back: bool
) -> Iterator[Finding]:
    """Hedges of this side that have no counterpart, though their claim has one."""
    homes: dict[int, list[Hedge]] = defaultdict(list)
    for other in away:
        homes[other.clause].append(other.hedge)
    kept = {(here[number].sentence, here[number].hedge.cue) for number in mates}
    for number, mark in enumerate(here):
        held = way.kept(mark.clause)
        if number in mates or held < HELD or (_joined(way.alignment.this, mark) and (mark.sentence, mark.hedge.cue) in kept):
            continue
        spot, words = there(way.alignment, mark.words)
        name = f"lost-{mark.group}"
        if mark.group == "hedge":
            if any(_said(mark.hedge, hedge) for clause in way.become(mark.clause) for hedge in homes[clause]):
                name = "rephrased"
            elif verb := _verb(way, mark, claims):
                name, words = "hedge-moved", verb
        where = place(way.alignment.this, mark.hedge.start, mark.hedge.end, mark.sentence)
        yield finding(name, way.alignment, where, spot, (mark.hedge.text, words), held, back)


def _joined(side: Side, mark: Mark) -> bool:
    """Does it follow on *and*, so that one hedge can do for two: *may close and may reopen*?"""
    before = [side.words[word].exact for word in range(max(0, mark.words[0] - 2), mark.words[0])]
    return not JOINS.isdisjoint(before[-1:]) or (not JOINS.isdisjoint(before[:-1]) and before[-1] in PRONOUNS)


def _said(hedge: Hedge, other: Hedge) -> bool:
    """Is the doubt still there, said once where it was said twice?"""
    return hedge.category in DOUBT and other.category in DOUBT and other.strength >= hedge.strength - STEP


def _verb(way: Clauses, mark: Mark, claims: tuple[Spoken, Spoken]) -> str:
    """The reporting verb on the other side that took the doubt over, if none on this side had it."""
    side, other = way.alignment.this, way.alignment.other
    words = set(way.content[mark.clause])
    partners = {way.alignment.words[word] for word in words if word in way.alignment.words}
    if mark.hedge.category not in DOUBT or any(_doubt(side, claim) for claim in claims[0].get(mark.sentence, ()) if claim.content & words):
        return ""
    there = [claim for number in way.alignment.partners[mark.sentence] for claim in claims[1].get(number, ())]
    return next((claim.attribution.cue.text for claim in there if claim.content & partners and _doubt(other, claim)), "")


def _doubt(side: Side, claim: Claim) -> bool:
    """Is the claim's reporting verb itself a doubt (*fears*, *suggests*)?"""
    cue, hedges = claim.attribution.cue, side.document.sentences[claim.sentence].hedges
    return any(hedge.start < cue.end and cue.start < hedge.end and hedge.category in DOUBT for hedge in hedges)
