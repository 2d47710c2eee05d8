"""Anonymity granted: the sentence that says why a source goes unnamed, tied to the source it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import source
from hedgescan.rules.sources import phrases
from hedgescan.rules.sources.entities import Entity
from hedgescan.rules.sources.resolve import Resolver

_SUBJECTS = ("nsubj", "nsubj:pass")
_ALL = ("both", "all", "each", "they")


def grant(parse: Parse, sentence: int, here: Sequence[tuple[int, Entity]], resolver: Resolver) -> None:
    """Set the reason of the unnamed source that a sentence grants anonymity to.

    `here` are the sentence's sources as (last token of the span, entity).  Where none is unnamed, the subject of the grant is looked up:
    "The officials spoke on condition of anonymity because …" after the sentence in which they spoke.
    """
    first, last = parse.sents[sentence]
    words = parse.words[first : last + 1]
    text = " ".join(words)
    found = phrases.granted(text)
    if not found:
        return
    token = first + text[: found.start()].count(" ")
    why, modifiers = phrases.reason(text)
    entity = _nearest(token, here) or _subject(parse, first, token, resolver)
    if entity is None or not entity.anonymous or entity.reason is not None or why is None:
        return
    entity.reason = why
    entity.gain(*modifiers)


def _nearest(token: int, here: Sequence[tuple[int, Entity]]) -> Entity | None:
    """The unnamed source before the grant, else the one after it."""
    before = [(at, entity) for at, entity in here if entity.anonymous and at < token]
    after = [(at, entity) for at, entity in here if entity.anonymous and at >= token]
    if before:
        return max(before, key=lambda row: row[0])[1]
    return min(after, key=lambda row: row[0])[1] if after else None


def _subject(parse: Parse, first: int, token: int, resolver: Resolver) -> Entity | None:
    """Whom the subject next to the left of the grant means."""
    for at in range(token, first - 1, -1):
        if parse.lower[at] in _ALL and parse.deps[at] in (*_SUBJECTS, "det"):
            return resolver.register.last(lambda e: e.anonymous and e.plural) or resolver.register.last(lambda e: e.anonymous)
        if parse.deps[at] in _SUBJECTS and parse.kinds[at] in ("H", "I"):
            return resolver.known(parse, source(parse, at, None), at)
    return None
