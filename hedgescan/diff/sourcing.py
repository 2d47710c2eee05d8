"""Attributions: verbs that vouch for more, sources that are worse identified, claims and relays that lost their source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan import score
from hedgescan.diff.claims import Claim, Pair, layered, pair
from hedgescan.diff.places import finding, place, stretch
from hedgescan.ladder import ANONYMOUS, PERSONS, default

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hedgescan.diff.align import Alignment
    from hedgescan.diff.records import Finding, Place
    from hedgescan.diff.words import Side
    from hedgescan.model import Source, Span

# How much a verb vouches for (Thompson & Ye 1991): the non-factive below the neutral, the factive above all.
RANKS = {"tentative": 0, "distancing": 0, "cognition": 0, "neutral": 1, "assertive": 2, "factive": 3}
PRONOUNS = frozenset("he she it they who which that him her them i we you".split())
COUNTS = ("count2", "count3", "vague_count")
KNOWING = ("basis", "firsthand")
NOTICED = 0.01  # difference on the ladder below which two sources stand alike
HELD = 0.6  # share of a content that must have a partner, and of its partners that nobody says, before its attribution is dropped


def sourcing(alignment: Alignment, olds: list[Claim], news: list[Claim]) -> Iterator[Finding]:
    """What became of the attributions."""
    pairs = pair(alignment, olds, news)
    told: set[tuple[str, object, object]] = set()
    for item in pairs:
        if alignment.same.get(item.here.sentence) != item.there.sentence:
            for name, texts, spans in _compared(item):
                key = (name, item.here.attribution.source_id or texts[0], item.there.attribution.source_id or texts[1])
                if name.startswith("verb") or (key not in told and _sourced(alignment, item, name, texts)):
                    told.add(key)
                    yield _told(alignment, item, name, texts, spans)
    yield from _dropped(alignment, olds, news, pairs, back=False)
    turned = [Pair(item.there, item.here, item.overlap) for item in pairs]
    yield from _dropped(alignment.turned(), news, olds, turned, back=True)


def _told(alignment: Alignment, item: Pair, name: str, texts: tuple[str, str], spans: tuple[Span, Span]) -> Finding:
    old = place(alignment.this, spans[0].start, spans[0].end, item.here.sentence)
    new = place(alignment.other, spans[1].start, spans[1].end, item.there.sentence)
    sure = min(item.here.attribution.confidence, item.there.attribution.confidence)
    return finding(name, alignment, old, new, texts, sure, False)


def _sourced(alignment: Alignment, item: Pair, name: str, texts: tuple[str, str]) -> bool:
    """Is it this pair of sentences that differs, and not an earlier mention of the same source?"""
    if not name.startswith(("basis", "reason")):
        return True
    lost = name.endswith("dropped")
    side, number = (alignment.this, item.here.sentence) if lost else (alignment.other, item.there.sentence)
    return _plain(texts[0 if lost else 1]) in _plain(side.document.sentences[number].text)


def _compared(item: Pair) -> Iterator[tuple[str, tuple[str, str], tuple[Span, Span]]]:
    """(name, words, spans) for every difference between two attributions of the same claim."""
    old, new = item.here.attribution, item.there.attribution
    step = RANKS[new.stance] - RANKS[old.stance]
    if step and old.entry != new.entry:
        yield "verb-upgraded" if step > 0 else "verb-downgraded", (old.cue.text, new.cue.text), (old.cue, new.cue)
    spans = (old.source or old.cue, new.source or new.cue)
    texts = (old.source.text if old.source else "", new.source.text if new.source else "")
    plain = _plain(texts[0]), _plain(texts[1])
    if item.here.nobody and item.there.nobody:
        return
    if name := _ranked(item.here, item.there) if plain[0] != plain[1] and PRONOUNS.isdisjoint(plain) else None:
        yield name, texts, spans
    before, after = item.here.entity, item.there.entity
    if before and after and before.anonymous and after.anonymous:
        for kind, one, two in (("basis", _basis(before), _basis(after)), ("reason", _reason(before), _reason(after))):
            if bool(one) != bool(two):
                yield f"{kind}-{'dropped' if one else 'added'}", (one or texts[0], two or texts[1]), spans


def _basis(source: Source) -> str | None:
    return source.basis if any(name in source.modifiers for name in KNOWING) else None


def _reason(source: Source) -> str | None:
    return source.reason.split(" ,")[0] if source.reason else None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _ranked(old: Claim, new: Claim) -> str | None:
    """How one source stands to another on the ladder; None where they stand alike."""
    before, after = old.entity, new.entity
    if before and after:
        if before.rung in PERSONS and after.rung in PERSONS and not old.speaker & new.speaker and not _names(before) & _names(after):
            return "source-changed"
        if before.rung in ANONYMOUS and after.rung in ANONYMOUS and before.count == 1 and after.count is None and after.kind == "group":
            return "source-multiplied"
    difference = _figure(new) - _figure(old)
    if abs(difference) < NOTICED:
        return None
    return "source-improved" if difference > 0 else "source-degraded"


def _names(source: Source) -> set[str]:
    return {word for word in _plain(source.name).replace(".", " ").split() if len(word) > 2}


def _figure(claim: Claim) -> float:
    """Rung and number of the source, 0..1; basis and reason are told apart."""
    modifiers = [name for name in (claim.entity.modifiers if claim.entity else ()) if name in COUNTS]
    return score.rung("AGENTLESS" if claim.nobody else claim.attribution.rung, modifiers, default())


def _dropped(alignment: Alignment, here: list[Claim], away: list[Claim], pairs: list[Pair], back: bool) -> Iterator[Finding]:
    """Claims of this side whose words are on the other side, but no longer in this source's mouth."""
    mates: dict[int, list[Claim]] = defaultdict(list)
    rivals: dict[int, list[Claim]] = defaultdict(list)
    for item in pairs:
        mates[id(item.here)].append(item.there)
        rivals[id(item.there)].append(item.here)
    voiced = {word for claim in away for word in claim.content}
    told: list[Claim] = []
    for claim in sorted(here, key=lambda claim: (claim.sentence, -len(claim.content))):
        if claim.sentence in alignment.same or not alignment.partners.get(claim.sentence):
            continue
        spot = _unsaid(alignment, claim, voiced, bool(mates[id(claim)]))
        name = "attribution-dropped"
        if spot is None and not mates[id(claim)]:
            spot, name = _passed(alignment, claim, away, rivals)
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
        if this.words[word].weight:
            homes[other.words[alignment.words[word]].sentence].append(alignment.words[word])
    total = this.mass(claim.content)
    held = sum(other.mass(words) for words in homes.values())
    for number, words in sorted(homes.items(), key=lambda item: -other.mass(item[1])):
        mass = other.mass(words)
        sentence = other.document.sentences[number]
        if _continued(sentence.attributions, sentence.chains) or _still(alignment, claim, number):
            continue
        bare = sum(other.words[word].weight for word in words if word not in voiced)
        whole = held >= HELD * total and mass >= held / 2
        part = not sentence.attributions and mass >= HELD * sum(other.bag(number).values())
        if bare >= HELD * mass and (part if paired else whole):
            return place(other, other.words[min(words)].start, other.words[max(words)].end, number)
    return None


def _continued(attributions: Iterable[object], chains: Iterable[object]) -> bool:
    """Is it a sentence without a cue that goes on with somebody's words?"""
    return not tuple(attributions) and bool(tuple(chains))


def _still(alignment: Alignment, claim: Claim, number: int) -> bool:
    """Do source and cue still stand in that sentence, so that only the reading of it has changed?"""
    cue = alignment.this.inside(claim.attribution.cue.start, claim.attribution.cue.end)
    there = [alignment.other.words[word] for word in range(*alignment.other.bounds[number])]
    keys = {word.key for word in there}
    said = all(alignment.this.words[word].key in keys for word in cue)
    return said and (claim.speaker <= keys if claim.speaker else True)


def _passed(alignment: Alignment, claim: Claim, away: list[Claim], rivals: dict[int, list[Claim]]) -> tuple[Place | None, str]:
    """For a claim one of several through which the words came: where they are told without it, and what that is called."""
    partners: Counter[int] = Counter(alignment.words[word] for word in claim.content if word in alignment.words)
    for other in away:
        mine = other.content & partners.keys()
        layers = [rival for rival in rivals[id(other)] if layered(rival, claim)]
        if not layers or alignment.other.mass(mine) < HELD * alignment.this.mass(claim.content):
            continue
        named = any(_one(claim, rival) for rival in layers)
        carried = any(hop.rung == "OUTLET" for chain in alignment.other.document.sentences[other.sentence].chains for hop in chain)
        outlet = claim.attribution.rung == "OUTLET"
        if named or (outlet and carried) or _still(alignment, claim, other.sentence):
            return None, ""
        span = other.attribution.source or other.attribution.cue
        return place(alignment.other, span.start, span.end, other.sentence), "relay-dropped" if outlet else "attribution-dropped"
    return None, ""


def _one(claim: Claim, other: Claim) -> bool:
    """Are two attributions of one source?"""
    same = claim.attribution.source_id is not None and claim.attribution.source_id == other.attribution.source_id
    return same or bool(claim.speaker & other.speaker)
