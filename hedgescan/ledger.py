"""The ledger of a document's sources: who is cited for what, how well identified, through whom, and how independent they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hedgescan.readers.offsets import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hedgescan.model import Attribution, Document, Sentence, Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One source: `claims` are attributions on the way to the reader, `told` those within the story; `line` and `column` of the first
    mention count from 1."""

    source: Source
    claims: int
    told: int
    line: int
    column: int

    def to_dict(self) -> dict[str, Any]:
        """The entry as a JSON object: the contract's source with its figures."""
        from hedgescan.model import source_dict

        return {**source_dict(self.source), "claims": self.claims, "told": self.told, "line": self.line, "column": self.column}


@dataclass(frozen=True, slots=True)
class Ledger:
    """All sources in the order of their first mention, with the figures of independence (language.md 4.3).

    `coverage` is of the unnamed sources: how many there are, and of how many the copy tells number, basis and reason.  `hedges` says who
    hedges: counts by locus.  `ways` are the chains by which claims came, with the number of sentences of each: source ids, outermost relay
    first, None for nobody.
    """

    entries: tuple[Entry, ...]
    independence: Mapping[str, float]
    dependency: float
    named: int
    coverage: Mapping[str, int]
    hedges: Mapping[str, int]
    ways: Mapping[tuple[str | None, ...], int]

    def to_dict(self) -> dict[str, Any]:
        """The ledger as a JSON object."""
        return {
            "sources": [entry.to_dict() for entry in self.entries],
            "independent_sources": dict(self.independence),
            "outlet_dependency": self.dependency,
            "named_human_sources": self.named,
            "unnamed": dict(self.coverage),
            "hedges_by_locus": dict(self.hedges),
            "chains": [{"chain": list(way), "sentences": number} for way, number in self.ways.items()],
        }


def ledger(document: Document) -> Ledger:
    """Draw up the ledger of a document."""
    claims: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for _, attribution in _attributions(document):
        if attribution.source_id:
            (claims if attribution.provenance else told)[attribution.source_id] += 1
    relays = {hop.source_id for sentence in document.sentences for chain in sentence.chains for hop in chain}
    cited = [source for source in document.sources if claims[source.id] or told[source.id] or source.id in relays]
    summary, lines = document.summary, Lines(document.source)
    return Ledger(
        tuple(_entry(document, lines, source, claims[source.id], told[source.id]) for source in cited),
        summary.independent_sources,
        summary.outlet_dependency,
        summary.named_human_sources,
        _coverage([source for source in cited if source.anonymous and claims[source.id]]),
        summary.hedges_by_locus,
        _ways(document),
    )


def _attributions(document: Document) -> Iterator[tuple[Sentence, Attribution]]:
    return ((sentence, attribution) for sentence in document.sentences for attribution in sentence.attributions)


def _entry(document: Document, lines: Lines, source: Source, claims: int, told: int) -> Entry:
    line, column = lines.at(source.mentions[0].start) if source.mentions and document.source else (0, 0)
    return Entry(source, claims, told, line, column)


def _coverage(unnamed: list[Source]) -> dict[str, int]:
    """Of the unnamed: all, those counted, those of whom it is said how they know, those of whom it is said why they are not named."""
    return {
        "sources": len(unnamed),
        "counted": sum(source.count is not None for source in unnamed),
        "basis": sum(source.basis is not None for source in unnamed),
        "reason": sum(source.reason is not None for source in unnamed),
    }


def _ways(document: Document) -> dict[tuple[str | None, ...], int]:
    found: Counter[tuple[str | None, ...]] = Counter()
    for sentence in document.sentences:
        found.update({tuple(hop.source_id for hop in chain) for chain in sentence.chains if chain})
    return dict(sorted(found.items(), key=lambda item: [word or "" for word in item[0]]))
