"""Attributions of the same claim: verbs that vouch for more than they did, sources that are worse identified."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan import score
from hedgescan.diff.claims import Claim, Pair, denied
from hedgescan.diff.dropped import dropped
from hedgescan.diff.places import finding, place
from hedgescan.ladder import ANONYMOUS, PERSONS, default

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.diff.records import Finding
    from hedgescan.model import Attribution, Source, Span

# How much a verb vouches for (Thompson & Ye 1991): the non-factive below the neutral, the factive above all.
RANKS = {"tentative": 0, "distancing": 0, "cognition": 0, "neutral": 1, "assertive": 2, "factive": 3}
PRONOUNS = frozenset("he she it they who which that him her them i we you".split())
COUNTS = ("count2", "count3", "vague_count")
KNOWING = ("basis", "firsthand")
_UNSAID = frozenset(("will", "shall", "would", "'ll", "’ll", "not", "never", "no"))
NOTICED = 0.03  # difference on the ladder below which two sources stand alike: more than *several* makes, less than *two*


def sourcing(alignment: Alignment, olds: list[Claim], news: list[Claim], pairs: list[Pair]) -> Iterator[Finding]:
    """What became of the attributions."""
    told: set[tuple[str, object, object]] = set()
    for item in pairs:
        if alignment.same.get(item.here.sentence) != item.there.sentence:
            for name, texts, spans in _compared(item):
                key = (name, item.here.attribution.source_id or texts[0], item.there.attribution.source_id or texts[1])
                if name.startswith("verb") or (key not in told and _sourced(alignment, item, name, texts)):
                    told.add(key)
                    yield _told(alignment, item, name, texts, spans)
    yield from dropped(alignment, olds, news, pairs, back=False)
    turned = [Pair(item.there, item.here, item.overlap) for item in pairs]
    yield from dropped(alignment.turned(), news, olds, turned, back=True)


def _told(alignment: Alignment, item: Pair, name: str, texts: tuple[str, str], spans: tuple[Span, Span]) -> Finding:
    old = place(alignment.this, spans[0].start, spans[0].end, item.here.sentence)
    new = place(alignment.other, spans[1].start, spans[1].end, item.there.sentence)
    sure = min(item.here.attribution.confidence, item.there.attribution.confidence)
    return finding(name, alignment, old, new, texts, sure, False)


def _sourced(alignment: Alignment, item: Pair, name: str, texts: tuple[str, str]) -> bool:
    """Is it this pair of sentences that differs, and not an earlier mention of the same source?"""
    if not name.startswith(("basis", "reason")):
        return True
    lost = name.endswith("dropped")
    side, number = (alignment.this, item.here.sentence) if lost else (alignment.other, item.there.sentence)
    return _plain(texts[0 if lost else 1]) in _plain(side.document.sentences[number].text)


def _unsaid(attribution: Attribution) -> bool:
    """Is the report itself still to come, or was it not made ("will announce", "did not answer")?"""
    return any(word in _UNSAID or word.endswith(("n't", "n’t")) for word in attribution.cue.text.lower().split())


def _compared(item: Pair) -> Iterator[tuple[str, tuple[str, str], tuple[Span, Span]]]:
    """(name, words, spans) for every difference between two attributions of the same claim."""
    old, new = item.here.attribution, item.there.attribution
    step = RANKS[new.stance] - RANKS[old.stance]
    if denied(item.here) or denied(item.there) or _unsaid(old) or _unsaid(new):
        step = 0  # that is a matter of yes and no, or of a time to come
    if step and old.entry != new.entry:
        yield "verb-upgraded" if step > 0 else "verb-downgraded", (old.cue.text, new.cue.text), (old.cue, new.cue)
    spans = (old.source or old.cue, new.source or new.cue)
    texts = (old.source.text if old.source else "", new.source.text if new.source else "")
    plain = item.here.said, item.there.said
    if item.here.nobody and item.there.nobody:
        return
    if name := _ranked(item.here, item.there) if plain[0] != plain[1] and PRONOUNS.isdisjoint(plain) else None:
        yield name, texts, spans
    before, after = item.here.entity, item.there.entity
    if before and after and before.anonymous and after.anonymous:
        for kind, one, two in (("basis", _basis(before), _basis(after)), ("reason", _reason(before), _reason(after))):
            if bool(one) != bool(two):
                yield f"{kind}-{'dropped' if one else 'added'}", (one or "", two or ""), spans


def _basis(source: Source) -> str | None:
    return source.basis if any(name in source.modifiers for name in KNOWING) else None


def _reason(source: Source) -> str | None:
    return source.reason.split(" ,")[0] if source.reason else None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _ranked(old: Claim, new: Claim) -> str | None:
    """How one source stands to another on the ladder; None where they stand alike."""
    before, after = old.entity, new.entity
    one = bool(old.speaker & new.speaker) or bool(before and after and _names(before) & _names(after))
    if before and after:
        outlet = (before.rung == "OUTLET") != (after.rung == "OUTLET")
        if not one and (outlet or (before.rung in PERSONS and after.rung in PERSONS)):
            return "source-changed"
        if before.rung in ANONYMOUS and after.rung in ANONYMOUS and before.count == 1 and after.count is None and after.kind == "group":
            return "source-multiplied"
    difference = _figure(new) - _figure(old)
    less, more = (old, new) if difference > 0 else (new, old)
    named = one and before and after and (not (before.anonymous or after.anonymous) or len(_capitals(old) & _capitals(new)) > 1)
    # Somebody named stays who he is while his role is put in other words; only words that are gone without any in their place count.
    if abs(difference) < NOTICED or (named and not less.speaker < more.speaker):
        return None
    return "source-improved" if difference > 0 else "source-degraded"


def _capitals(claim: Claim) -> set[str]:
    text = claim.attribution.source.text if claim.attribution.source else ""
    return {word.strip(",.'’") for word in text.split() if word[0].isupper()}


def _names(source: Source) -> set[str]:
    return {word for word in _plain(source.name).replace(".", " ").split() if len(word) > 2}


def _figure(claim: Claim) -> float:
    """Rung and number of the source, 0..1; basis and reason are told apart."""
    modifiers = [name for name in (claim.entity.modifiers if claim.entity else ()) if name in COUNTS]
    return score.rung("AGENTLESS" if claim.nobody else claim.attribution.rung, modifiers, default())
