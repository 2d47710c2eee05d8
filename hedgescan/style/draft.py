"""A document as the rules of a style look at it: sources by id, first mentions, headline, lede and body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from hedgescan.ladder import ANONYMOUS, NOBODY
from hedgescan.model import ENGLISH, Attribution, Document, Sentence, Source, Span

HEADS = ("headline", "deck")
SPEECH = ("direct", "mixed", "indirect", "characterisation", "agentless")
# Words by which people ask, demand, promise, praise, blame or act in their office; nothing is told by them that could be surer than known.
ACTS = frozenset(
    """ask demand request enquire inquire query question probe investigate urge appeal order recommend propose invite advise encourage press
    vow pledge promise threaten offer swear denounce condemn criticise criticize praise blast slam attack mock ridicule deride reject
    welcome endorse back oppose support approve decline refuse vote charge indict rule file sentence convict overrule""".split()
)
# Words of which a passive without an agent hides who said or believed it.
HEARD = ("say", "believe", "think", "understand", "allege", "claim", "rumour", "rumor", "report", "suggest", "consider", "emerge")
_NOBODY = re.compile(r"(?:not|no|nobody|none|neither)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|nothing)\b|n['’]t\b", re.IGNORECASE)


class Draft:
    """Questions that several rules ask of a document; everything is read off its records."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.document.sources}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that could be read: those in English."""
        return tuple(item for item in self.document.sentences if item.language == ENGLISH)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the article itself."""
        return tuple(item for item in self.sentences if item.role == "body")

    @cached_property
    def heads(self) -> tuple[Sentence, ...]:
        """Headline and deck."""
        return tuple(item for item in self.sentences if item.role in HEADS)

    @property
    def lede(self) -> Sentence | None:
        """The first sentence of the body."""
        return self.body[0] if self.body else None

    @property
    def spot(self) -> Sentence | None:
        """Where a finding on the whole document is shown: its first sentence."""
        return self.document.sentences[0] if self.document.sentences else None

    def told(self) -> Iterator[tuple[Sentence, Attribution]]:
        """Attributions on the way to the reader, with their sentences; speech within the story is left out."""
        for sentence in self.document.sentences:
            for attribution in sentence.attributions:
                if attribution.provenance:
                    yield sentence, attribution

    def outermost(self) -> Iterator[tuple[Sentence, Attribution]]:
        """Attributions that stand in nobody's words, with their sentences."""
        for sentence in self.document.sentences:
            for attribution in sentence.attributions:
                if attribution.parent is None:
                    yield sentence, attribution

    def unnamed(self) -> Iterator[tuple[Sentence, Attribution, Source]]:
        """Attributions to unnamed sources on the way to the reader, with sentence and source."""
        for sentence, attribution in self.told():
            source = self.sources.get(attribution.source_id or "")
            if attribution.anonymous and attribution.source and source:
                yield sentence, attribution, source

    def newcomers(self) -> Iterator[tuple[Sentence, Attribution, Source]]:
        """Each unnamed source where it first tells something; a judge's decision and a crowd's demand need no witness."""
        seen: set[str] = set()
        for sentence, attribution, source in self.unnamed():
            if source.id not in seen and attribution.kind != "nominal" and asserts(attribution):
                seen.add(source.id)
                yield sentence, attribution, source


def spoken(sentence: Sentence) -> bool:
    """Whether some way by which the sentence came is one of speech, writing or data, and not only of somebody's state of mind."""
    kinds = [item.kind for item in sentence.attributions if item.provenance]
    return any(kind in SPEECH for kind in kinds) or (any(sentence.chains) and not kinds)


def asserts(attribution: Attribution) -> bool:
    """Whether something is told that may be so or not: not asked, vowed or condemned, and not where it is told that nothing was said."""
    nobody = attribution.source is not None and _NOBODY.match(attribution.source.text)
    return attribution.entry not in ACTS and not nobody and not _NOT.search(attribution.cue.text)


def headless(attribution: Attribution) -> bool:
    """An active verb of speech for which no source was found: the reading has lost it, and nobody hides it."""
    content = attribution.content[0].text.lower() if attribution.content else ""
    return attribution.source is None and " " not in attribution.cue.text.strip() and not content.startswith("to ")


def own_voice(sentence: Sentence) -> bool:
    """Whether the sentence is the house's own word: nobody is given for it, and it is no quotation."""
    return not any(sentence.chains) and not sentence.attributions


def opaque(sentence: Sentence) -> bool:
    """Whether everything in the sentence hangs on people the reader cannot identify."""
    ends = [chain[-1] for chain in sentence.chains if chain]
    return bool(ends) and all(hop.rung in ANONYMOUS or hop.rung in NOBODY for hop in ends)


def named(source: Source | None) -> bool:
    """Whether the source is somebody on the record: a person or a body with a name."""
    return source is not None and source.rung in ("NAMED", "NAMED_ROLE", "NAMED_ORG", "DOC_PUBLIC")


def whole(sentence: Sentence) -> Span:
    """The sentence as a span."""
    return Span(sentence.start, sentence.end, sentence.text)
