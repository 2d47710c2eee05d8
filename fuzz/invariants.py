"""What must hold of any text that was read, of the document made of it, and of whatever is printed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from hedgescan.figures import Scores
from hedgescan.model import CATEGORIES, ENGLISH, KINDS, LOCI, STANCES, Document, Sentence, Span
from hedgescan.readers.offsets import ROLES, Text
from hedgescan.readers.text import ZERO_WIDTH

RANGES = {"hedge": (0, 1), "support": (0, 1), "certainty": (0, 1), "gap": (-1, 1), "verifiability": (0, 100)}
TURNING = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())  # what shows signs in another order than they stand in
_OURS = re.compile(r"\x1b\[(?:\d+|0)m")  # the colours that we ourselves put in


class Broken(AssertionError):
    """An invariant that does not hold."""


def hold(truth: object, *said: object) -> None:
    """Raise Broken, with what is said, for what is not true; unlike `assert`, also under -O."""
    if not truth:
        raise Broken(*said)


def laid_out(text: Text) -> None:
    """Paragraphs are in order and apart, and every character of the prose stands at a place of the source, no earlier than the last."""
    done = 0
    for number, block in enumerate(text.blocks, 1):
        hold(block.number == number and block.role in ROLES, block)
        hold(block.prose and block.prose == block.prose.strip() and "  " not in block.prose, block.prose)
        hold(block.offsets[0] >= done, block, done)
        last = block.offsets[0]
        for at in range(len(block.prose)):
            start, end = block.offsets[at], block.offsets.end(at + 1)
            hold(last <= start < end <= len(text.source), block, at)
            last, done = start, max(done, end)
        hold(all(0 <= a < b <= len(block.prose) for a, b in block.quoted), block.quoted)
        if block.marked:
            hold(len(block.bare(0, len(block.prose))) == done - block.offsets[0], block)
    hold(all(0 <= a <= b <= len(text.source) for a, b in text.verbatim), text.verbatim)


def plainly(text: Text) -> None:
    """Of plain text, every character of the prose is that of the source, and none that is printed is left out but for directives."""
    laid_out(text)
    seen = 0
    for block in text.blocks:
        for at, sign in enumerate(block.prose):
            if sign != " ":
                hold(text.source[block.offsets[at]] == sign, block, at)
                seen += 1
    if "hedgescan:" not in text.source:
        hold(seen == sum(not sign.isspace() and sign not in ZERO_WIDTH for sign in text.source), "characters lost")


def sound(document: Document) -> None:
    """Sentences are ordered and disjoint, every offset gives back its text, every figure is in its range, every id is known."""
    source, done = document.source, 0
    ids = {item.id for item in document.sources}
    claims = {claim.id for sentence in document.sentences for claim in sentence.attributions}
    for number, sentence in enumerate(document.sentences, 1):
        hold(sentence.index == number and done <= sentence.start < sentence.end <= len(source), sentence)
        hold(source[sentence.start : sentence.end] == sentence.text and len(sentence.bare) == len(sentence.text), sentence)
        hold(sentence.line >= 1 and sentence.column >= 1 and sentence.role in ROLES, sentence)
        _judged(sentence, ids, claims)
        done = sentence.end
    for span in (*_spans(document.sentences), *(span for item in document.sources for span in item.mentions)):
        hold(0 <= span.start < span.end <= len(source) and source[span.start : span.end] == span.text, span)
    hold(all(item.via is None or item.via in ids for item in document.sources), ids)
    in_range(document.scores, not document.sentences or any(item.language == ENGLISH for item in document.sentences))
    summary = document.summary
    hold(summary.sentences == len(document.sentences) and 0 <= summary.outlet_dependency <= 1, summary)
    hold(max(summary.attributed, summary.anonymous, summary.hedged) <= summary.sentences, summary)


def in_range(scores: Scores | None, read: bool) -> None:
    """The five figures are numbers of their ranges; there are none of what was not read, since it is not English."""
    hold((scores is not None) == read, scores)
    hold(scores is None or all(low <= getattr(scores, name) <= high for name, (low, high) in RANGES.items()), scores)


def _judged(sentence: Sentence, ids: set[str], claims: set[str]) -> None:
    """What was found in a sentence is of the contract's kinds, within it, and points at what there is."""
    in_range(sentence.scores, sentence.language == ENGLISH)
    if sentence.sentiment is None or sentence.scores is None:
        hold((sentence.sentiment, sentence.scores) == (None, None), sentence)
        hold(not (sentence.hedges or sentence.boosters or sentence.attributions or sentence.chains or sentence.flags), sentence)
        return
    hold(-1 <= sentence.sentiment.polarity <= 1 and 0 <= sentence.sentiment.subjectivity <= 1, sentence.sentiment)
    for hedge in (*sentence.hedges, *sentence.boosters):
        hold(sentence.start <= hedge.start < hedge.end <= sentence.end and 0 <= hedge.strength <= 1, hedge)
        hold(hedge.category in (*CATEGORIES, "booster") and hedge.locus in LOCI and (hedge.holder is None or hedge.holder in ids), hedge)
    for claim in sentence.attributions:
        hold(claim.kind in KINDS and claim.stance in STANCES and 0 <= claim.confidence <= 1, claim)
        hold((claim.source_id is None or claim.source_id in ids) and (claim.parent is None or claim.parent in claims), claim)


def _spans(sentences: Iterable[Sentence]) -> Iterator[Span]:
    for sentence in sentences:
        yield from (Span(hedge.start, hedge.end, hedge.text) for hedge in (*sentence.hedges, *sentence.boosters))
        for claim in sentence.attributions:
            yield from (span for span in (claim.cue, claim.source, claim.referent, *claim.content) if span)


def encoded(chunks: Iterable[str]) -> str:
    """What is printed, which must be UTF-8 through and through."""
    return "".join(chunk.encode("utf-8").decode("utf-8") for chunk in chunks)


def tame(chunks: Iterable[str], colored: bool = False, but: str = "") -> str:
    """What is printed: nothing in it moves a cursor, rings a bell or turns a line around; our own colours, and the sign `but`, apart."""
    printed = encoded(chunks)
    rest = _OURS.sub("", printed) if colored else printed
    wild = {sign for sign in set(rest) - {"\n", but} if unicodedata.category(sign) == "Cc" or unicodedata.bidirectional(sign) in TURNING}
    hold(not wild, wild, printed)
    return printed


def parsed(chunks: Iterable[str], lines: bool = False) -> Any:
    """JSON, or a list of the objects of JSON Lines: valid, and without NaN and Infinity, which JSON does not know."""
    printed = encoded(chunks)
    rows = printed.split("\n") if lines else [printed]
    found = [json.loads(row, parse_constant=_refuse) for row in rows if row]
    return found if lines else found[0]


def _refuse(word: str) -> None:
    raise Broken(f"{word} is not JSON")
