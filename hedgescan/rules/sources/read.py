"""All sources of a document: each finding's entity, the chains of each sentence, and the register at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import document
from hedgescan.rules.attribution.find import Finding
from hedgescan.rules.attribution.spans import Range, source
from hedgescan.rules.sources import phrases
from hedgescan.rules.sources.chains import Link
from hedgescan.rules.sources.entities import Entity
from hedgescan.rules.sources.mention import describe
from hedgescan.rules.sources.names import Names
from hedgescan.rules.sources.resolve import Resolver
from hedgescan.rules.sources.words import Words

Place = tuple[Parse, Range]


@dataclass(slots=True)
class Sourced:
    """The links of each paragraph with the antecedents of their sources, and the document's entities in order of mention."""

    links: list[list[Link]]
    referents: list[list[Place | None]]
    entities: list[Entity]


def sources(parses: Sequence[Parse], findings: Sequence[Sequence[Finding]], words: Words) -> Sourced:
    """Settle who each source is, in the order of the text."""
    resolver = Resolver(words, Names(parses, words))
    out = Sourced([], [], resolver.entities)
    for parse, found in zip(parses, findings, strict=True):
        above = document.parents(found)
        links = [Link(finding, None, place) for finding, place in zip(found, above, strict=True)]
        referents: list[Place | None] = [None] * len(found)
        for number in sorted(range(len(found)), key=lambda n: found[n].source or found[n].cue):
            link, finding = links[number], found[number]
            if finding.source is not None and finding.head is not None:
                link.entity, referents[number] = resolver.resolve(parse, finding.source, finding.head)
                link.entity.attributions += 1
                _reason(parse, finding, link.entity)
                link.told = _told(parse, finding, words, resolver)
        out.links.append(links)
        out.referents.append(referents)
    return out


def _reason(parse: Parse, finding: Finding, entity: Entity) -> None:
    """Why an unnamed source is not named, from the sentence it stands in."""
    if not entity.anonymous or entity.reason is not None:
        return
    first, last = parse.sents[parse.sent[finding.token]]
    reason, modifiers = phrases.reason(" ".join(parse.words[first : last + 1]))
    if reason:
        entity.reason = reason
        entity.modifiers = tuple(dict.fromkeys((*entity.modifiers, *modifiers)))
    if entity.basis is None and finding.head is not None:
        whole = " ".join(parse.words[parse.left[finding.head] : parse.right[finding.head] + 1])
        entity.basis, gained = phrases.basis(whole)
        entity.modifiers = tuple(dict.fromkeys((*entity.modifiers, *gained)))


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
    if describe(parse, span, head, words).kind != "outlet":
        return None
    return resolver.resolve(parse, span, head)[0]
