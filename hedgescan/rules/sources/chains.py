"""How a claim reached the reader: article, outlet, origin (language.md 2.2 and 2.4), carried over sentences that drop the relay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hedgescan.model import Hop
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.relay import QUOTES
from hedgescan.rules.sources.entities import Entity

_TOLD = frozenset(("tell",))
_CLAIMS = frozenset("that clause before quote quoted wh parataxis follow".split())  # frames in which a claim is told


@dataclass(slots=True)
class Link:
    """A finding with its source settled; `above` is the number of the finding in whose content it stands, `told` the outlet told."""

    finding: Finding
    entity: Entity | None
    above: int | None
    told: Entity | None = None
    provenance: bool = True


def provenance(links: Sequence[Link]) -> None:
    """Mark which attributions are hops to the reader: the outermost, and, inside an outlet's words, whom the outlet quotes.

    What only describes a source ("who asked not to be named") is none, nor is a state of mind that brings no claim: that voters want
    change is the house's own word, that they believe the count was false is theirs.
    """
    for link in links:
        outermost = link.above is None and not _describes(link, links) and not _bare_mind(link)
        link.provenance = outermost or (link.above is not None and _relayed(link, links[link.above]))


def _describes(link: Link, links: Sequence[Link]) -> bool:
    """Does the cue stand within the phrase that names another's source?"""
    token = link.finding.token
    spans = (other.finding.source for other in links if other is not link and other.finding.source)
    return any(first <= token <= last for first, last in spans)


def _bare_mind(link: Link) -> bool:
    """Is it a state of mind without a clause for its content?"""
    frame = link.finding.frame.split(":")[-1].removesuffix("+q").removeprefix("nc:").split("/")[0]
    return link.finding.entry.kind == "mental" and frame not in _CLAIMS


def _relayed(link: Link, above: Link) -> bool:
    """Does the outlet above pass this one's words on, rather than tell of speech within the story?"""
    if not above.provenance or above.entity is None or above.entity.kind != "outlet":
        return False
    return link.finding.frame == "quoted" or (link.finding.parse.lemmas[link.finding.token] in _TOLD and link.told is above.entity)


@dataclass(slots=True)
class Carry:
    """The outlet whose words were passed on last, and in which sentence; a source without a relay shortly after is still its source."""

    outlet: Entity | None = None
    sentence: int = -99

    def over(self, link: Link, number: int) -> Entity | None:
        """The outlet to carry to an origin: the one it first came through, or, for the unnamed and for states' minds, the last one."""
        entity = link.entity
        if entity is None or self.outlet is None or number - self.sentence > _NEAR:
            return None
        mental = entity.kind == "metonym" and link.finding.entry.kind == "mental"
        return self.outlet if entity.anonymous or mental else None


_NEAR = 3  # sentences over which a relay is carried


def chains(links: Sequence[Link], carry: Carry, number: int) -> tuple[tuple[Hop, ...], ...]:
    """The ways the claims of sentence `number` came, one for each origin, without repetition; `carry` goes from sentence to sentence."""
    out: list[tuple[Hop, ...]] = []
    outlets = [link for link in links if link.provenance and link.entity is not None and link.entity.kind == "outlet"]
    relayed = False
    for link in links:
        entity = link.entity
        if not link.provenance or (entity is not None and entity.kind == "outlet"):
            continue
        if entity is None and (outlets or link.above is not None):
            continue
        here = _relay(link, outlets)
        relay = here or carry.over(link, number)
        hops = (Hop(relay.id, relay.rung, (), _stance_of(relay, outlets), True, here is None),) if relay else ()
        if relay is not None:
            carry.outlet, carry.sentence = relay, number
            if entity is not None and entity.via is None:
                entity.via = relay.id
        relayed = relayed or here is not None
        out.append((*hops, _origin(link)))
    if outlets:
        carry.outlet, carry.sentence = outlets[0].entity, number
        if not relayed:
            out.insert(0, (_origin(outlets[0]),))
    return tuple(dict.fromkeys(out))


def _relay(link: Link, outlets: Sequence[Link]) -> Entity | None:
    """The outlet through which an origin came: in this sentence, told to it, or, for a source met before, the one it first came through."""
    from_quote = link.finding.frame == "quoted" or link.finding.how == "cited"
    for outlet in outlets:
        if outlet.entity is not link.entity and (from_quote or outlet.finding.parse.lemmas[outlet.finding.token] in QUOTES):
            return outlet.entity
    if link.told is not None and link.told.kind == "outlet":
        return link.told
    return None


def _stance_of(relay: Entity, outlets: Sequence[Link]) -> str | None:
    return next((outlet.finding.entry.stance for outlet in outlets if outlet.entity is relay), None)


def _origin(link: Link) -> Hop:
    entity, stance = link.entity, link.finding.entry.stance
    if entity is None:
        return Hop(None, "AGENTLESS", (), stance)
    modifiers = entity.modifiers
    if not entity.anonymous and entity.kind in ("person", "organisation") and _direct(link.finding):
        modifiers = (*modifiers, "direct_quote")
    return Hop(entity.id, entity.rung, modifiers, stance)


def _direct(finding: Finding) -> bool:
    parse = finding.parse
    return any(parse.quoted[a] and parse.quoted[b] for a, b in finding.content if b - a > 3)
