"""The whole journey of a text: read, parsed, searched, resolved, scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from hedgescan import lexicon, score, style, summary
from hedgescan.assembly import Found, Paragraph, assemble, holds
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.ladder import Ladder
from hedgescan.ladder import load as load_ladder
from hedgescan.lexicon import Lexicon
from hedgescan.model import PUBLIC, Document, Sentence, Source, Span
from hedgescan.readers.offsets import Lines, Text
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import build, document
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources.chains import Carry, Link, provenance
from hedgescan.rules.sources.entities import Entity
from hedgescan.rules.sources.read import Sourced, sources
from hedgescan.rules.sources.words import Words
from hedgescan.yardstick import measured

LEAST = 0.4  # strength below which a cue is let go; higher is stricter


class Engine(NamedTuple):
    """Lexicons made ready for the rules."""

    lexicon: Lexicon
    entries: Entries
    words: Words
    vocabulary: nouns.Vocabulary
    ladder: Ladder


@lru_cache(maxsize=8)
def engine(lexicons: tuple[str | Path, ...] = (), packs: tuple[str, ...] = ()) -> Engine:
    """The engine with the user's lexicons and packs; raises LexiconError."""
    loaded = lexicon.load(lexicons, packs)
    groups = (*loaded.people, *loaded.institutions, *loaded.outlets, *loaded.documents, *loaded.places)
    human = [word for group in (*loaded.people, *loaded.institutions, *loaded.outlets) for word in group.words if group.kind != "title"]
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
) -> Document:
    """Read plain English text; offsets in the result are code points of `text`.

    `packs` are names of packs that come with hedgescan ("science"), `lexicons` files of the user's own, laid over them in that order.
    `least` (0..1) is the confidence below which attributions are left out, `raw` leaves the news stop-list out of the sentiment,
    `yardstick` (one of YARDSTICKS) says by whose measure the probability phrases are given a band.
    Raises LexiconError for a lexicon that cannot be used.
    """
    return scan_text(from_string(text, path), lexicons=lexicons, packs=packs, least=least, raw=raw, yardstick=yardstick)


def scan_text(
    text: Text,
    *,
    lexicons: Sequence[str | Path] = (),
    packs: Sequence[str] = (),
    least: float = LEAST,
    raw: bool = False,
    yardstick: str = PUBLIC,
) -> Document:
    """Read a text that a reader has made of a file."""
    return examine(text, engine(tuple(lexicons), tuple(packs)), least, raw, yardstick)


def examine(text: Text, ready: Engine, least: float = LEAST, raw: bool = False, yardstick: str = PUBLIC) -> Document:
    """Read a text with an engine at hand."""
    parses = list(read.parse(text))
    for parse in parses:
        nouns.mark(parse, ready.vocabulary)
    findings = document.attributions(parses, ready.entries, least)
    sourced = sources(parses, findings, ready.words)
    sentences = tuple(measured(sentence, yardstick) for sentence in _sentences(text, parses, sourced, ready, raw))
    register = _register(sourced.entities, text.source)
    scores, counts = score.document(sentences), summary.summarise(sentences, register)
    return style.flag(Document(text.path, sentences, register, scores, counts, text.source))


def scan_many(
    texts: Iterable[str | Text], *, lexicons: Sequence[str | Path] = (), packs: Sequence[str] = (), least: float = LEAST
) -> Iterator[Document]:
    """Read many texts, one after the other, in order."""
    for text in texts:
        yield scan_text(from_string(text) if isinstance(text, str) else text, lexicons=lexicons, packs=packs, least=least)


def _sentences(text: Text, parses: Sequence[Parse], sourced: Sourced, ready: Engine, raw: bool) -> tuple[Sentence, ...]:
    carry = Carry()
    out: list[Sentence] = []
    lines = Lines(text.source)
    numbers = iter(range(1, sum(map(len, sourced.links)) + 1))
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
        out.extend(assemble(Paragraph(parse, text.source, lines), found, carry, ready.lexicon, ready.ladder, len(out), raw))
    return tuple(out)


def _carried(links: Sequence[Sequence[Link]], ids: Sequence[Sequence[str]]) -> dict[int, list[tuple[Link, str, tuple[Range, ...]]]]:
    """Attributions whose content runs through a paragraph that is not theirs, by the identity of its parse."""
    out: dict[int, list[tuple[Link, str, tuple[Range, ...]]]] = {}
    for row, names in zip(links, ids, strict=True):
        for link, name in zip(row, names, strict=True):
            for key in dict.fromkeys(id(parse) for parse, _ in link.finding.extra):
                ranges = tuple(tokens for parse, tokens in link.finding.extra if id(parse) == key)
                out.setdefault(key, []).append((link, name, ranges))
    return out


def _register(entities: Iterable[Entity], source: str) -> tuple[Source, ...]:
    """The entities that claims hang on, as records."""
    out = []
    for entity in entities:
        spans = tuple(span_of(parse, first, last, source) for parse, (first, last) in entity.mentions)
        name = " ".join(entity.name.split())
        out.append(
            Source(
                entity.id, name, entity.kind, entity.rung, entity.anonymous, entity.count, entity.basis, entity.reason,
                entity.via, tuple(dict.fromkeys(spans)), entity.attributions, entity.modifiers,
            )
        )  # fmt: skip
    return tuple(out)


def span_of(parse: Parse, first: int, last: int, source: str) -> Span:
    """Tokens (both ends included) as a span of the source text."""
    return Span(parse.starts[first], parse.ends[last], source[parse.starts[first] : parse.ends[last]])
