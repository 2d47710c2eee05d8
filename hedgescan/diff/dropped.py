"""Claims that lost their source, and chains that lost a link."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan.diff.claims import Claim, Pair, layered
from hedgescan.diff.places import finding, place, stretch

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.diff.records import Finding, Place
    from hedgescan.diff.words import Side

RELATIVES = frozenset("which who whose where".split())
HELD = 0.6  # share of a content that must have a partner, and of its partners that nobody says, before its attribution is dropped


def dropped(alignment: Alignment, here: list[Claim], away: list[Claim], pairs: list[Pair], back: bool) -> Iterator[Finding]:
    """Claims of this side whose words are on the other side, but no longer in this source's mouth."""
    mates: dict[int, list[Claim]] = defaultdict(list)
    rivals: dict[int, list[tuple[Claim, Claim]]] = defaultdict(list)
    for item in pairs:
        mates[id(item.here)].append(item.there)
        rivals[item.here.sentence].append((item.here, item.there))
    voiced = {word for claim in away for word in claim.content}
    told: list[Claim] = []
    for claim in sorted(here, key=lambda claim: (claim.sentence, -len(claim.content))):
        if claim.sentence in alignment.same or not alignment.partners.get(claim.sentence):
            continue
        spot = _unsaid(alignment, claim, voiced, bool(mates[id(claim)]))
        name = "attribution-dropped"
        if spot is None and not mates[id(claim)]:
            spot, name = _passed(alignment, claim, rivals)
        if spot is not None and not any(layered(claim, other) for other in told):
            told.append(claim)
            words = _voice(alignment.this, claim)
            at = claim.attribution.source or claim.attribution.cue
            where = place(alignment.this, at.start, at.end, claim.sentence)
            yield finding(name, alignment, where, spot, (words, ""), claim.attribution.confidence, back)


def _voice(side: Side, claim: Claim) -> str:
    """Source and cue as they stand, with what parts them left out."""
    spans = sorted(span for span in (claim.attribution.source, claim.attribution.cue) if span)
    texts = [" ".join(span.text.split()) for span in spans]
    if len(spans) == 2 and not stretch(side, spans[0].end, spans[1].start):
        return " ".join(texts)
    return " … ".join(texts)


def _unsaid(alignment: Alignment, claim: Claim, voiced: set[int], paired: bool) -> Place | None:
    """Where on the other side most of a content stands in nobody's mouth; for a claim that has a partner, a whole sentence of it."""
    this, other = alignment.this, alignment.other
    homes: dict[int, list[int]] = defaultdict(list)
    for word in sorted(claim.content & alignment.words.keys()):
        aside = this.words[this.clauses[word]].exact in RELATIVES  # a fact in passing, which need not be the source's
        if this.words[word].weight and not (paired and aside):
            homes[other.words[alignment.words[word]].sentence].append(alignment.words[word])
    total = this.mass(claim.content)
    held = sum(other.mass(words) for words in homes.values())
    for number, words in sorted(homes.items(), key=lambda item: -other.mass(item[1])):
        mass = other.mass(words)
        sentence = other.document.sentences[number]
        goes_on = sentence.chains and not sentence.attributions  # with somebody's words, without a cue
        if goes_on or _still(alignment, claim, number):
            continue
        bare = sum(other.words[word].weight for word in words if word not in voiced)
        whole = held >= HELD * total and mass >= held / 2
        part = not sentence.attributions and mass >= HELD * sum(other.bag(number).values())
        if bare >= HELD * mass and (part if paired else whole):
            return place(other, other.words[min(words)].start, other.words[max(words)].end, number)
    return None


def _still(alignment: Alignment, claim: Claim, number: int) -> bool:
    """Do source and cue still stand in that sentence, so that only the reading of it has changed?"""
    this, other = alignment.this, alignment.other
    cue = this.inside(claim.attribution.cue.start, claim.attribution.cue.end)
    keys = {word.key for word in other.words[slice(*other.bounds[number])]}
    said = all(this.words[word].key in keys for word in cue)
    # A verb of doubt that is a hedge there and a report here is one reading of it or the other, not an edit.
    doubted = any(hedge.category == "doxastic" for hedge in other.document.sentences[number].hedges)
    return claim.speaker <= keys and (said or doubted or _apart(alignment, claim, number))


def _apart(alignment: Alignment, claim: Claim, number: int) -> bool:
    """Does the source stand there in a clause of its own, with another word that may well be a reporting verb?"""
    other, source = alignment.other, claim.attribution.source
    words = alignment.this.inside(source.start, source.end) if source else range(0)
    at = {alignment.words[word] for word in words if word in alignment.words}
    clauses = {other.clauses[word] for word in at if other.words[word].sentence == number}
    content = {other.clauses[alignment.words[word]] for word in claim.content if word in alignment.words and alignment.this.words[word].weight}
    rest = [word for word in range(*other.bounds[number]) if other.clauses[word] in clauses and word not in at and other.words[word].weight]
    return len(clauses) == 1 and clauses.isdisjoint(content) and bool(rest)


def _passed(alignment: Alignment, claim: Claim, rivals: dict[int, list[tuple[Claim, Claim]]]) -> tuple[Place | None, str]:
    """For a claim one of several through which the words came: where they are told without it, and what that is called."""
    partners: Counter[int] = Counter(alignment.words[word] for word in claim.content if word in alignment.words)
    layers = [(rival, other) for rival, other in rivals[claim.sentence] if layered(rival, claim)]
    for rival, other in layers:
        mine = other.content & partners.keys()
        if alignment.other.mass(mine) < HELD * alignment.this.mass(claim.content):
            continue
        carried = any(hop.rung == "OUTLET" for chain in alignment.other.document.sentences[other.sentence].chains for hop in chain)
        outlet = claim.attribution.rung == "OUTLET"
        if _one(claim, rival) or (outlet and carried) or _still(alignment, claim, other.sentence):
            return None, ""
        span = other.attribution.source or other.attribution.cue
        return place(alignment.other, span.start, span.end, other.sentence), "relay-dropped" if outlet else "attribution-dropped"
    return None, ""


def _one(claim: Claim, other: Claim) -> bool:
    """Are two attributions of one source?"""
    same = claim.attribution.source_id is not None and claim.attribution.source_id == other.attribution.source_id
    return same or bool(claim.speaker & other.speaker)
