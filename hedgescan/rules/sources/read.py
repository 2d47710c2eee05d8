"""All sources of a document: each finding's entity, the chains of each sentence, and the register at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import document
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.spans import source
from hedgescan.rules.sources.chains import Link
from hedgescan.rules.sources.entities import Entity, Place
from hedgescan.rules.sources.grants import grant
from hedgescan.rules.sources.mention import describe
from hedgescan.rules.sources.resolve import Resolver
from hedgescan.rules.sources.words import Words


@dataclass(slots=True)
class Sourced:
    """The links of each paragraph with the antecedents of their sources, and the document's entities in order of mention."""

    links: list[list[Link]]
    referents: list[list[Place | None]]
    entities: list[Entity]


def sources(parses: Sequence[Parse], findings: Sequence[Sequence[Finding]], words: Words) -> Sourced:
    """Tie every source span of a document to an entity; entities nothing was said by are kept for their mentions."""
    resolver = Resolver(parses, words)
    out = Sourced([], [], resolver.entities)
    for parse, found in zip(parses, findings, strict=True):
        above = document.parents(found)
        links = [Link(finding, None, place) for finding, place in zip(found, above, strict=True)]
        referents: list[Place | None] = [None] * len(found)
        order = sorted(range(len(found)), key=lambda n: found[n].source or found[n].cue)
        for sentence in range(len(parse.sents)):
            here: list[tuple[int, Entity]] = []
            while order and parse.sent[(found[order[0]].source or found[order[0]].cue)[0]] <= sentence:
                number = order.pop(0)
                referents[number] = _settle(parse, found[number], links[number], words, resolver, here)
            grant(parse, sentence, here, resolver)
        out.links.append(links)
        out.referents.append(referents)
    return out


def _settle(
    parse: Parse, finding: Finding, link: Link, words: Words, resolver: Resolver, here: list[tuple[int, Entity]]
) -> Place | None:
    """Give a link its entity and the outlet it was told to; returns the antecedent of the source."""
    if finding.source is None or finding.head is None:
        return None
    link.entity, referent = resolver.resolve(parse, finding.source, finding.head, finding.token, finding.content)
    link.entity.attributions += 1
    here.append((finding.source[1], link.entity))
    link.told = _told(parse, finding, words, resolver)
    return referent


def _told(parse: Parse, finding: Finding, words: Words, resolver: Resolver) -> Entity | None:
    """The outlet that was told ("told the Post"), or whose sources they are ("the newspaper's sources")."""
    if parse.lemmas[finding.token] == "tell":
        for kid in parse.children(finding.token, "obj", "iobj"):
            return _outlet(parse, kid, words, resolver)
    if finding.head is not None:
        owner = parse.child(finding.head, "nmod:poss")
        if owner is not None:
            return _outlet(parse, owner, words, resolver)
    return None


def _outlet(parse: Parse, head: int, words: Words, resolver: Resolver) -> Entity | None:
    span = source(parse, head, None)
    mention = describe(parse, span, head, words)
    if mention.kind == "outlet":
        return resolver.resolve(parse, span, head)[0]
    outlets = (entity for entity in resolver.entities if entity.kind == "outlet")  # "the Post", once the Washington Post has been named
    short = mention.name.lower().split()
    return next((entity for entity in outlets if short and entity.name.lower().split()[-len(short) :] == short), None)
