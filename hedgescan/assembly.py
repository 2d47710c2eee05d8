"""Findings of a paragraph told sentence by sentence, as records with offsets, loci and scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hedgescan import score
from hedgescan.english.parse import Parse
from hedgescan.ladder import Ladder
from hedgescan.lexicon import Lexicon
from hedgescan.model import Attribution, Hedge, Hop, Sentence, Span
from hedgescan.readers.offsets import Lines
from hedgescan.rules import hedges, sentiment
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources.chains import Carry, Link, chains

_DANGLING = (",", ":", ";", "–", "—")
_NOBODY = frozenset("nobody none nothing it anyone anybody god heaven goodness no-one".split())
_SPEAKER = frozenset("i we my our me us".split())
_ENDING = (".", ",", ";", "–", "—", "--")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parse with the source it points into, which stands `offset` code points into the document."""

    parse: Parse
    source: str
    lines: Lines
    offset: int = 0

    def span(self, tokens: Range) -> Span:
        """Tokens, both ends included, as a span of the document."""
        return span(self.parse, tokens, self.source, self.offset)

    def beside(self, parse: Parse) -> Paragraph:
        """Another paragraph of the same source."""
        return replace(self, parse=parse)


@dataclass(frozen=True, slots=True)
class Found:
    """The attributions of a paragraph: links, the antecedents of their sources, and their ids.

    `carried` are attributions of other paragraphs whose content runs through this one: link, id and the tokens that are its content here.
    """

    links: Sequence[Link]
    referents: Sequence[tuple[Parse, Range] | None]
    ids: Sequence[str]
    carried: Sequence[tuple[Link, str, tuple[Range, ...]]] = ()

    def parent(self, link: Link) -> str | None:
        """The id of the attribution in whose content this one stands."""
        if link.above is not None:
            return self.ids[link.above]
        around = (name for outer, name, ranges in self.carried if outer is not link and holds(ranges, link))
        return next(around, None)


def span(parse: Parse, tokens: Range, source: str, offset: int) -> Span:
    """Tokens, both ends included, as a span of the document that `source` stands in at `offset`."""
    start, end = parse.starts[tokens[0]], parse.ends[tokens[1]]
    return Span(offset + start, offset + end, source[start:end])


def holds(ranges: Iterable[Range], link: Link) -> bool:
    """Does the cue of an attribution stand in one of the ranges?"""
    return any(first <= link.finding.token <= last for first, last in ranges)


def assemble(
    paragraph: Paragraph, found: Found, carry: Carry, lexicon: Lexicon, ladder: Ladder, before: int, raw: bool
) -> Iterator[Sentence]:
    """The paragraph's sentences, numbered on from `before`."""
    parse = paragraph.parse
    cues = _hedges(paragraph, found, lexicon)
    attributions = [_attribution(paragraph, found, number) for number in range(len(found.links))]
    for place, (first, last) in enumerate(parse.sents):
        number = before + place
        here = [n for n, link in enumerate(found.links) if first <= link.finding.cue[0] <= last]
        ways = chains([found.links[n] for n in here], carry, number) or _continued(found, first, last, carry, number)
        inside = [cue for at, cue in cues if first <= at <= last]
        marks = tuple(cue for cue in inside if cue.category != "booster")
        span = paragraph.span((first, last))
        line, column = paragraph.lines.at(span.start)
        yield Sentence(
            number + 1, parse.number, span.start, span.end, line, column, span.text, sum(w[0].isalnum() for w in parse.words[first:last + 1]),
            parse.role, marks, tuple(cue for cue in inside if cue.category == "booster"), tuple(attributions[n] for n in here), ways,
            sentiment.sentiment(parse.told[place][0], raw=raw), score.sentence(marks, ways, ladder), (), *parse.told[place],
        )  # fmt: skip


def _continued(found: Found, first: int, last: int, carry: Carry, number: int) -> tuple[tuple[Hop, ...], ...]:
    """The chain of a sentence that is only the continuation of somebody's words, from this paragraph or from another."""
    here = [(link, tuple(link.finding.content)) for link in found.links] + [(link, ranges) for link, _, ranges in found.carried]
    for link, ranges in here:
        if any(a <= first and last - 2 <= b for a, b in ranges):
            return chains([link], carry, number)
    return ()


def _attribution(paragraph: Paragraph, found: Found, number: int) -> Attribution:
    link, finding = found.links[number], found.links[number].finding
    entity = link.entity
    content = [paragraph.span(tokens) for tokens in (_tidy(finding.parse, r) for r in finding.content) if tokens]
    extra = [(parse, _tidy(parse, tokens)) for parse, tokens in finding.extra]
    content += [paragraph.beside(parse).span(tokens) for parse, tokens in extra if tokens]
    referent = found.referents[number]
    unnamed = entity is not None and entity.anonymous and link.provenance
    return Attribution(
        id=found.ids[number],
        kind=_kind(link),
        stance=finding.entry.stance,
        cue=paragraph.span(finding.cue),
        source=paragraph.span(finding.source) if finding.source else None,
        content=tuple(content),
        referent=paragraph.beside(referent[0]).span(referent[1]) if referent else None,
        source_id=entity.id if entity else None,
        anonymous=bool(entity and entity.anonymous),
        rung=entity.rung if entity else "AGENTLESS",
        parent=found.parent(link),
        confidence=round(finding.strength, 2),
        provenance=link.provenance,
        entry=finding.entry.name,
        tone=sentiment.sentiment(" ".join(span.text for span in content)) if unnamed and content else None,
    )


def _tidy(parse: Parse, tokens: Range) -> Range | None:
    """A content range without the stops, commas and dashes at its edges; its quotation marks stay."""
    first, last = tokens
    while first < last and parse.words[first] in _DANGLING:
        first += 1
    while last > first and parse.words[last] in _ENDING:
        last -= 1
    return (first, last) if first <= last else None


def _kind(link: Link) -> str:
    """direct, mixed, indirect, or by the entry: characterisation, mental, nominal, agentless."""
    finding, kind = link.finding, link.finding.entry.kind
    if link.entity is None:
        return "agentless"
    if kind in ("mental", "nominal", "characterisation"):
        return kind
    ranges = [*((finding.parse, tokens) for tokens in finding.content), *finding.extra]
    quoted = [parse.quoted[at] for parse, (a, b) in ranges for at in range(a, b + 1) if parse.words[at][0].isalnum()]
    return "direct" if quoted and all(quoted) else "mixed" if any(quoted) else "indirect"


def _holder(parse: Parse, found: Found, link: Link) -> str | None:
    """The id of who holds the view: nobody where the source is "no one" or "it", and the speaker where it is the "I" of a quotation."""
    head = link.finding.head
    word = parse.lower[head] if head is not None and link.finding.source else ""
    before = parse.lower[head - 1] if head else ""
    if word in _NOBODY or (word, before) in (("one", "no"), ("who", ""), ("who", ".")):
        return None
    if word in _SPEAKER and head is not None and parse.quoted[head] and link.above is not None:
        link = found.links[link.above]
    return link.entity.id if link.entity else None


def _hedges(paragraph: Paragraph, found: Found, lexicon: Lexicon) -> list[tuple[int, Hedge]]:
    """(first token, record) of every hedge and booster, with locus and holder."""
    parse = paragraph.parse
    matches = hedges.cues(parse, lexicon.rules)
    voices = [
        hedges.Voice(
            found.ids[n],
            (link.finding.cue,),
            tuple(link.finding.content),
            _holder(paragraph.parse, found, link),
            found.parent(link),
            link.provenance,
            link.finding.token,
        )
        for n, link in enumerate(found.links)
    ]
    voices += [
        hedges.Voice(name, (), ranges, link.entity.id if link.entity else None, None, link.provenance) for link, name, ranges in found.carried
    ]
    places = hedges.locate(matches, voices, parse.quoted)
    out = []
    for match, (locus, holder) in zip(matches, places, strict=True):
        span, entry = paragraph.span((match.first, match.last)), match.entry
        line, column = paragraph.lines.at(span.start)
        out.append(
            (
                match.first,
                Hedge(*span, entry.name, entry.category, entry.strength, locus, holder, line, column, entry.p, entry.p10, entry.p90),
            )
        )
    return out
