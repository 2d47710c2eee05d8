"""What of a document is carried from part to part: how far it has been numbered, who its sources are, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hedgescan.figures import Scores, Summary
from hedgescan.language import notice
from hedgescan.model import Document, Source
from hedgescan.rules.sources.entities import Entity
from hedgescan.summary import Tally

_NAMED = ("person", "organisation", "outlet", "metonym")  # kinds that are known again by their name


class Whole:
    """A document as it builds up.  Without `ledger`, for those who want the sentences only, sources and totals are not kept."""

    def __init__(self, ledger: bool = True) -> None:
        self.parts = 0
        self.sentences = 0
        self.claims = 0
        self._ledger = ledger
        self._tally = Tally()
        self._sources: dict[str, Source] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._ids = 0
        self._notices: dict[str, None] = {}
        self._languages: Counter[str] = Counter()

    def name(self, entities: Iterable[Entity]) -> None:
        """Give a part's sources their ids: that of an earlier part for a name met there, else the next."""
        taken: set[str] = set()
        for entity in entities:
            key = (entity.kind, entity.lemma) if entity.kind in _NAMED and not entity.anonymous and entity.lemma else None
            known = self._known.get(key) if key else None
            if known is None or known in taken:
                self._ids += 1
                known = f"s{self._ids}"
            if key:
                self._known.setdefault(key, known)
            taken.add(known)
            entity.id = known

    def part(self, own: Document) -> Document:
        """A part, taken from what it would be by itself, and added to the whole."""
        self.parts += 1
        self._notices.update(dict.fromkeys(own.notices))
        self._languages.update(own.summary.sentences_by_language)
        self.sentences += len(own.sentences)
        self.claims += sum(len(item.attributions) for item in own.sentences)
        if self._ledger:
            self._tally.add(own.sentences)
            for source in own.sources:
                self._sources[source.id] = _joined(self._sources[source.id], source) if source.id in self._sources else source
        return replace(own, sources=(), scores=Scores(), summary=Summary(), part=self.parts, closing=False, notices=())

    def closed(self, path: str) -> Document:
        """The closing part: no sentences, but the sources, the scores and the summary of the whole."""
        sources = tuple(self._sources.values())
        notices = (*self._notices, *filter(None, [notice(self._languages)]))
        return Document(path, (), sources, self._tally.scores, self._tally.summary(sources), part=self.parts + 1, notices=notices)


def joined(parts: Iterator[Document], source: str) -> Document:
    """The parts of one document as one; `source` is the whole text."""
    first = next(parts)
    if not first.part:
        return first
    sentences, last = list(first.sentences), first
    for last in parts:
        sentences += last.sentences
    return replace(last, sentences=tuple(sentences), source=source, part=0, verbatim=first.verbatim)


def _joined(one: Source, more: Source) -> Source:
    """A source met in two parts."""
    return replace(
        one,
        name=max(one.name, more.name, key=len),
        rung="NAMED_ROLE" if "NAMED_ROLE" in (one.rung, more.rung) else one.rung,
        via=one.via or more.via,
        mentions=tuple(dict.fromkeys((*one.mentions, *more.mentions))),
        attributions=one.attributions + more.attributions,
        modifiers=tuple(dict.fromkeys((*one.modifiers, *more.modifiers))),
    )
