"""Attributions of both texts, paired by what they attribute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hedgescan.diff.words import FUNCTION, lemmatise

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.diff.words import Side
    from hedgescan.model import Attribution, Source

OVERLAP = 0.3  # share of the lighter content found in the other from which two attributions are of the same claim
NOBODY = ("WEASEL", "AGENTLESS")
DENIALS = frozenset({"deny", "dispute", "refute", "rebut"})
SELVES = ("i", "we")


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution with the words of its content; `sentence` counts from 0, `entity` is who it hangs on."""

    attribution: Attribution
    sentence: int
    content: frozenset[int]
    speaker: frozenset[str]
    entity: Source | None

    @property
    def said(self) -> str:
        """The source's words in lower case, on one line."""
        source = self.attribution.source
        return " ".join(source.text.lower().replace("’", "'").split()) if source else ""

    @property
    def nobody(self) -> bool:
        """Is there no source, or only an expletive *it*?"""
        return not self.said or (self.attribution.rung in NOBODY and self.said == "it")


@dataclass(frozen=True, slots=True)
class Pair:
    """An attribution of this side, one of the other, and the share of the lighter content that both hold."""

    here: Claim
    there: Claim
    overlap: float


def claims(side: Side) -> list[Claim]:
    """The attributions of a text, in order.

    Left out are cues that are hedges and name no source (*reportedly*, *is expected to*), or only the speaker's self (*I think*).
    """
    entities = {source.id: source for source in side.document.sources}
    out = []
    for number, sentence in enumerate(side.document.sentences):
        hedges = [(hedge.start, hedge.end) for hedge in sentence.hedges]
        found = [_claim(side, number, item, entities.get(item.source_id or "")) for item in sentence.attributions]
        spoken = [c for c in found if not ((c.nobody or c.said in SELVES) and _overlaps(*c.attribution.cue[:2], hedges))]
        out += _filled(side, number, spoken)
    return out


def denied(claim: Claim) -> bool:
    """Does the reporting verb say that the content is not so?"""
    return any(lemmatise(word) in DENIALS for word in claim.attribution.cue.text.lower().split())


def by_sentence(found: Iterable[Claim]) -> dict[int, list[Claim]]:
    """Attributions by the sentence their cue stands in, counted from 0."""
    out: dict[int, list[Claim]] = defaultdict(list)
    for claim in found:
        out[claim.sentence].append(claim)
    return dict(out)


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)


def _claim(side: Side, number: int, item: Attribution, entity: Source | None) -> Claim:
    content = {word for span in item.content for word in side.inside(span.start, span.end)}
    source = side.inside(item.source.start, item.source.end) if item.source else range(0)
    keys = {side.words[word].key for word in source}
    speaker = frozenset(key for key in keys if key not in FUNCTION and not key.isdigit())
    return Claim(item, number, frozenset(content), speaker, entity)


def _filled(side: Side, number: int, found: list[Claim]) -> list[Claim]:
    """An attribution without content of its own (*citing two aides*) takes the sentence's others', or the rest of the sentence."""
    known: set[int] = set().union(*(claim.content for claim in found))
    own = [span for claim in found for span in (claim.attribution.source, claim.attribution.cue) if span]
    rest = set(range(*side.bounds[number])) - {word for span in own for word in side.inside(span.start, span.end)}
    filling = frozenset(known or rest)
    return [c if c.content else Claim(c.attribution, c.sentence, filling, c.speaker, c.entity) for c in found]


def pair(alignment: Alignment, olds: list[Claim], news: list[Claim]) -> list[Pair]:
    """Pairs of attributions of the same claim: each with its best partner first, then those merged into or split from a pair."""
    found = sorted(_candidates(alignment, olds, news), key=lambda item: (-item[0], item[1], item[2]))
    old: dict[int, list[int]] = {}
    new: dict[int, list[int]] = {}
    pairs: list[Pair] = []
    for first in (True, False):
        for _, a, b, overlap in found:
            merged = overlap >= OVERLAP and (
                (a not in old and not any(layered(olds[a], olds[other]) for other in new.get(b, ())))
                or (b not in new and not any(layered(news[b], news[other]) for other in old.get(a, ())))
            )
            if (a not in old and b not in new) if first else merged:
                old.setdefault(a, []).append(b)
                new.setdefault(b, []).append(a)
                pairs.append(Pair(olds[a], news[b], overlap))
    return pairs


def layered(one: Claim, two: Claim) -> bool:
    """Does one of two attributions of the same text stand in the other, or over the same content?"""
    return not one.content.isdisjoint(two.content)


def _candidates(alignment: Alignment, olds: list[Claim], news: list[Claim]) -> Iterator[tuple[float, int, int, float]]:
    """(how good, number of the old, number of the new, overlap) of every pair that shares content, or source and cue."""
    index: dict[int, list[int]] = defaultdict(list)
    homes: dict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(news):
        homes[claim.sentence].append(number)
        for word in claim.content:
            index[word].append(number)
    for number, claim in enumerate(olds):
        common: dict[int, float] = defaultdict(float)
        for word in claim.content & alignment.words.keys():
            for other in index[alignment.words[word]]:
                common[other] += alignment.this.words[word].weight
        near = {other for home in _homes(alignment, claim) for other in homes[home]}
        for other in near | common.keys():
            overlap = _share(alignment, claim, news[other], common[other])
            if overlap >= OVERLAP or _alike(claim, news[other]) == 2:
                yield overlap + 0.3 * _alike(claim, news[other]), number, other, overlap


def _homes(alignment: Alignment, claim: Claim) -> tuple[int, ...]:
    if claim.sentence in alignment.same:
        return (alignment.same[claim.sentence],)
    return alignment.partners.get(claim.sentence, ())


def _share(alignment: Alignment, claim: Claim, other: Claim, common: float) -> float:
    least = min(alignment.this.mass(claim.content), alignment.other.mass(other.content))
    return min(1.0, common / least) if least else 0.0


def _alike(one: Claim, two: Claim) -> float:
    """How like source and cue are: 1 for the same source, .5 for the same cue, 2 for both."""
    source = bool(one.speaker & two.speaker) or one.said == two.said or (one.nobody and two.nobody)
    cue = one.attribution.entry == two.attribution.entry
    return 2.0 if source and cue else source + 0.5 * cue
