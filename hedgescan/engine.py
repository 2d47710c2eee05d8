"""The whole journey of a text: read, parsed, searched, resolved, scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count
from math import inf
from pathlib import Path
from typing import NamedTuple

from hedgescan import lexicon, style, whole
from hedgescan.assembly import Found, Paragraph, assemble, holds, span
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.foreign import Others
from hedgescan.ladder import Ladder
from hedgescan.ladder import load as load_ladder
from hedgescan.language import notice
from hedgescan.lexicon import Lexicon
from hedgescan.model import AUTO, PUBLIC, Document, Sentence, Source
from hedgescan.readers.offsets import Lines, Place, Text
from hedgescan.readers.sections import split
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import build, document
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources import surnames
from hedgescan.rules.sources.chains import Carry, Link, provenance
from hedgescan.rules.sources.entities import Entity
from hedgescan.rules.sources.read import Sourced, sources
from hedgescan.rules.sources.words import GENDERS, Words
from hedgescan.summary import Tally
from hedgescan.whole import Whole
from hedgescan.yardstick import measured

LEAST = 0.4  # strength below which a cue is let go; higher is stricter


class Engine(NamedTuple):
    """Lexicons made ready for the rules."""

    lexicon: Lexicon
    entries: Entries
    words: Words
    vocabulary: nouns.Vocabulary
    ladder: Ladder

    def marked(self, parses: Iterable[Parse]) -> list[Parse]:
        """The parses of one text, its names settled and its nouns marked: what the rules read, wherever they are asked."""
        found = list(parses)
        surnames.settle(found, self.words)
        for parse in found:
            nouns.mark(parse, self.vocabulary)
        return found


@lru_cache(maxsize=8)
def engine(lexicons: tuple[str | Path, ...] = (), packs: tuple[str, ...] = ()) -> Engine:
    """The engine with the user's lexicons and packs; raises LexiconError."""
    loaded = lexicon.load(lexicons, packs)
    groups = (*loaded.people, *loaded.institutions, *loaded.outlets, *loaded.documents, *loaded.places)
    human = [word for group in (*loaded.people, *loaded.institutions, *loaded.outlets) for word in group.words if group.kind not in ("title", *GENDERS)]
    papers = [word for group in loaded.documents for word in group.words]
    vocabulary = nouns.Vocabulary(nouns.lemmas(human), nouns.lemmas(papers))
    return Engine(loaded, build.entries(loaded), Words.build(groups), vocabulary, load_ladder())


def scan(
    text: str,
    path: str = "-",
    *,
    lexicons: Sequence[str | Path] = (),
    packs: Sequence[str] = (),
    least: float = LEAST,
    raw: bool = False,
    yardstick: str = PUBLIC,
    language: str = AUTO,
) -> Document:
    """Read plain English text; offsets in the result are code points of `text`.

    `packs` are names of packs that come with hedgescan ("science"), `lexicons` files of the user's own, laid over them in that order.
    `least` (0..1) is the confidence below which attributions are left out, `raw` leaves the news stop-list out of the sentiment,
    `yardstick` (one of YARDSTICKS) says by whose measure the probability phrases are given a band.
    `language` "en" reads as English what "auto" would find to be in another language and leave unread.
    Raises LexiconError for a lexicon that cannot be used.
    """
    read_ = from_string(text, path)
    return scan_text(read_, lexicons=lexicons, packs=packs, least=least, raw=raw, yardstick=yardstick, language=language)


def scan_text(
    text: Text,
    *,
    lexicons: Sequence[str | Path] = (),
    packs: Sequence[str] = (),
    least: float = LEAST,
    raw: bool = False,
    yardstick: str = PUBLIC,
    language: str = AUTO,
) -> Document:
    """Read a text that a reader has made of a file."""
    return examine(text, engine(tuple(lexicons), tuple(packs)), least, raw, yardstick, language)


def scan_parts(
    texts: Iterable[Text],
    *,
    lexicons: Sequence[str | Path] = (),
    packs: Sequence[str] = (),
    least: float = LEAST,
    raw: bool = False,
    yardstick: str = PUBLIC,
    language: str = AUTO,
    ledger: bool = True,
) -> Iterator[Document]:
    """Read a document that a reader hands out in parts; see `parts`."""
    return parts(texts, engine(tuple(lexicons), tuple(packs)), least, raw, yardstick, language, ledger)


def examine(
    text: Text, ready: Engine, least: float = LEAST, raw: bool = False, yardstick: str = PUBLIC, language: str = AUTO
) -> Document:
    """Read a text with an engine at hand."""
    return whole.joined(parts(split(text), ready, least, raw, yardstick, language), text.source)


def parts(
    texts: Iterable[Text],
    ready: Engine,
    least: float = LEAST,
    raw: bool = False,
    yardstick: str = PUBLIC,
    language: str = AUTO,
    ledger: bool = True,
) -> Iterator[Document]:
    """A document part by part, each let go before the next is read; one of a single part comes whole.

    After the last part comes a closing one without sentences, with sources, scores and summary; they stay empty without `ledger`.
    """
    state, coming = Whole(ledger), iter(texts)
    text, following = next(coming), next(coming, None)
    first = _examine(text, state, ready, least, raw, yardstick, language)
    if following is None:
        told = notice(first.summary.sentences_by_language)
        yield replace(first, notices=(*first.notices, told)) if told else first
        return
    yield state.part(first)
    while following is not None:
        text, following = following, next(coming, None)
        yield state.part(_examine(text, state, ready, least, raw, yardstick, language))
    yield state.closed(text.path)


def _examine(text: Text, state: Whole, ready: Engine, least: float, raw: bool, yardstick: str, language: str) -> Document:
    """A part, or a whole text of one part, as a document of its own; its numbers go on from those of the parts before it."""
    others = Others(text, language)
    parses = ready.marked(read.parse(others.english))
    findings = document.attributions(parses, ready.entries, least)
    sourced = sources(parses, findings, ready.words)
    state.name(sourced.entities)
    sentences = tuple(measured(sentence, yardstick) for sentence in _sentences(text, others, parses, sourced, ready, raw, state))
    register = _register(sourced.entities, text)
    tally = Tally()
    tally.add(sentences)
    totals = (tally.scores, tally.summary(register))
    return style.flag(Document(text.path, sentences, register, *totals, text.source, verbatim=text.verbatim, notices=text.notices))


def scan_many(
    texts: Iterable[str | Text], *, lexicons: Sequence[str | Path] = (), packs: Sequence[str] = (), least: float = LEAST, language: str = AUTO
) -> Iterator[Document]:
    """Read many texts, one after the other, in order."""
    for text in texts:
        yield scan_text(from_string(text) if isinstance(text, str) else text, lexicons=lexicons, packs=packs, least=least, language=language)


def _sentences(
    text: Text, others: Others, parses: Sequence[Parse], sourced: Sourced, ready: Engine, raw: bool, state: Whole
) -> tuple[Sentence, ...]:
    carry = Carry()
    out: list[Sentence] = []
    lines = _lines(text.source, text.place)
    numbers = count(state.claims + 1)
    ids = [[f"a{next(numbers)}" for _ in links] for links in sourced.links]
    for links in sourced.links:
        provenance(links)
    carried = _carried(sourced.links, ids)
    for parse, links in zip(parses, sourced.links, strict=True):
        for outer, _, ranges in carried.get(id(parse), ()):
            for link in links:
                link.provenance = link.provenance and (link is outer or not holds(ranges, link))
    for parse, links, referents, names in zip(parses, sourced.links, sourced.referents, ids, strict=True):
        found = Found(links, referents, names, carried.get(id(parse), ()))
        out.extend(others.before(parse.starts[0], text, lines, state.sentences + len(out)))
        paragraph = Paragraph(parse, text.source, lines, text.place.offset)
        out.extend(assemble(paragraph, found, carry, ready.lexicon, ready.ladder, state.sentences + len(out), raw))
    out.extend(others.before(inf, text, lines, state.sentences + len(out)))
    return tuple(out)


@lru_cache(maxsize=1)
def _lines(source: str, place: Place) -> Lines:
    """The lines of a source, which the parts of a long one have in common."""
    return Lines(source, place)


def _carried(links: Sequence[Sequence[Link]], ids: Sequence[Sequence[str]]) -> dict[int, list[tuple[Link, str, tuple[Range, ...]]]]:
    """Attributions whose content runs through a paragraph that is not theirs, by the identity of its parse."""
    out: dict[int, list[tuple[Link, str, tuple[Range, ...]]]] = {}
    for row, names in zip(links, ids, strict=True):
        for link, name in zip(row, names, strict=True):
            for key in dict.fromkeys(id(parse) for parse, _ in link.finding.extra):
                ranges = tuple(tokens for parse, tokens in link.finding.extra if id(parse) == key)
                out.setdefault(key, []).append((link, name, ranges))
    return out


def _register(entities: Iterable[Entity], text: Text) -> tuple[Source, ...]:
    """The entities that claims hang on, as records."""
    out = []
    for entity in entities:
        spans = tuple(span(parse, tokens, text.source, text.place.offset) for parse, tokens in entity.mentions)
        name = " ".join(entity.name.split())
        out.append(
            Source(
                entity.id, name, entity.kind, entity.rung, entity.anonymous, entity.count, entity.basis, entity.reason,
                entity.via, tuple(dict.fromkeys(spans)), entity.attributions, entity.modifiers,
            )
        )  # fmt: skip
    return tuple(out)
