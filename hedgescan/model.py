"""The records that hedgescan hands out: frozen, plain, with the contract's names."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from hedgescan.figures import Scores, Sentiment, Summary, figures, flat

SCHEMA = 1

CATEGORIES = (
    "unknown", "modal", "likelihood", "hearsay", "evidential", "doxastic", "conditional", "approximator", "adaptor", "weasel",
)  # fmt: skip
LOCI = ("writer", "claim", "nested", "quoted", "attribution_cue")
KINDS = ("direct", "mixed", "indirect", "characterisation", "mental", "agentless", "nominal")
STANCES = ("factive", "assertive", "neutral", "tentative", "distancing", "cognition")
YARDSTICKS = ("public", "icd203", "phia", "ipcc", "kent")
ENGLISH, AUTO = "en", "auto"  # of what is read: the language that can be, and to find out
WORDLESS = "zxx"  # BCP 47 for what is in no language, as a line of dashes
PUBLIC = YARDSTICKS[0]  # no standard: the middle eight of ten readers


class Span(NamedTuple):
    """A stretch of the source text: Unicode code points, half-open, so that `text[start:end]` is `text`."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Hedge:
    """A cue that lowers (or, as a booster, raises) the certainty of what is said.

    `cue` is the lexicon entry's name, `strength` 0 (certain) to 1 (unknown), `locus` one of LOCI, and `holder` the id of the
    source who hedges, or None when it is the writer.  `p`, `p10`, `p90` are percentages readers give a probability phrase (median, and
    tenth and ninetieth of a hundred), `band` what the chosen yardstick means by it, `note` where readers part from the yardstick.
    """

    start: int
    end: int
    text: str
    cue: str
    category: str
    strength: float
    locus: str = "writer"
    holder: str | None = None
    line: int = 0
    column: int = 0
    p: int | None = None
    p10: int | None = None
    p90: int | None = None
    band: tuple[int, int] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content (Pareti 2015; Newell, Margolin & Ruths 2018), with the writer's stance to it (Thompson & Ye 1991).

    `referent` is the antecedent where the source span is a pronoun, a relative or an anaphor; `parent` is the id of the attribution
    in whose content this one stands; `provenance` tells a hop on the way to the reader from speech within the story.  `tone` is the
    sentiment of the content, given for unnamed sources only, where a house style asks for it.
    """

    id: str
    kind: str
    stance: str
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    referent: Span | None = None
    source_id: str | None = None
    anonymous: bool = False
    rung: str = "AGENTLESS"
    parent: str | None = None
    confidence: float = 1.0
    provenance: bool = True
    entry: str = ""
    tone: Sentiment | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a chain: who passed the claim on, how well identified, and with what modifiers (language.md 3.3)."""

    source_id: str | None
    rung: str
    modifiers: tuple[str, ...] = ()
    stance: str | None = None
    relay: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and all that was found in it.  `index` and `paragraph` count from 1, `role` is one of `readers.offsets.ROLES`.

    `text` is the source as written, `prose` the same as it is read: without markup and line breaks, entities decoded.  `language` is a
    BCP 47 tag; a sentence that is not English, or in a paragraph without a word, has neither findings nor tone nor scores.
    """

    index: int
    paragraph: int
    start: int
    end: int
    line: int
    column: int
    text: str
    tokens: int = 0
    role: str = "body"
    hedges: tuple[Hedge, ...] = ()
    boosters: tuple[Hedge, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    chains: tuple[tuple[Hop, ...], ...] = ()
    sentiment: Sentiment | None = Sentiment()
    scores: Scores | None = Scores()
    flags: tuple[str, ...] = ()
    prose: str = ""
    unmarked: str = ""
    language: str = ENGLISH

    @property
    def bare(self) -> str:
        """`text` with a blank for every character of markup, so that words stand at their offsets."""
        return self.unmarked or self.text

    @property
    def chain(self) -> tuple[str, ...]:
        """Source ids of the first chain, outermost relay first."""
        return tuple(hop.source_id for hop in self.chains[0] if hop.source_id) if self.chains else ()


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that claims hang on, with all its mentions."""

    id: str
    name: str
    kind: str
    rung: str
    anonymous: bool
    count: int | None = None
    basis: str | None = None
    reason: str | None = None
    via: str | None = None
    mentions: tuple[Span, ...] = ()
    attributions: int = 0
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text, read; `source` is the text that all offsets point into, which the JSON object leaves out.

    A long text may come in parts: `part` is the number of one from 1 (0: this is the whole).  Only the last, which is `closing` and has
    no sentences, has the sources, the scores and the summary of the whole.  `scores` are None where no sentence is
    English.  `notices` are for people: an encoding that was guessed, sentences in other languages.  `key` is what the document is kept
    under in the cache, if it is.
    """

    path: str
    sentences: tuple[Sentence, ...]
    sources: tuple[Source, ...]
    scores: Scores | None
    summary: Summary
    source: str = field(default="", repr=False)
    part: int = 0
    closing: bool = True
    verbatim: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    notices: tuple[str, ...] = ()
    key: str = field(default="", repr=False, compare=False)

    @property
    def language(self) -> str:
        """The language of most sentences that hold a word, as a BCP 47 tag."""
        counts = self.summary.sentences_by_language
        counts = {tag: number for tag, number in counts.items() if tag != WORDLESS} or counts
        return max(counts, key=counts.__getitem__, default=ENGLISH)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of the contract, one entry of `documents`."""
        return {"path": self.path, "sentences": [sentence_dict(s) for s in self.sentences], **closing_dict(self)}


def closing_dict(document: Document) -> dict[str, Any]:
    """What stands behind the sentences in a document's JSON object."""
    sources = [source_dict(s) for s in document.sources]
    return {
        "language": document.language,
        "sources": sources,
        "scores": figures(document.scores, Scores),
        "summary": asdict(document.summary),
        "notices": list(document.notices),
    }


def sentence_dict(sentence: Sentence) -> dict[str, Any]:
    """One sentence as the contract's JSON object."""
    return {
        **{name: getattr(sentence, name) for name in ("index", "paragraph", "start", "end", "line", "column", "role", "language", "text", "prose")},
        "hedges": [flat(h) for h in sentence.hedges],
        "boosters": [flat(h) for h in sentence.boosters],
        "attributions": [attribution_dict(a) for a in sentence.attributions],
        "chain": list(sentence.chain),
        "sentiment": figures(sentence.sentiment, Sentiment),
        "scores": figures(sentence.scores, Scores),
        "flags": list(sentence.flags),
    }


def attribution_dict(attribution: Attribution) -> dict[str, Any]:
    """One attribution as the contract's JSON object."""
    out = flat(attribution)
    for name in ("cue", "source", "referent"):
        out[name] = out[name] and out[name].to_dict()
    out["content"] = [span.to_dict() for span in attribution.content]
    out["tone"] = attribution.tone and flat(attribution.tone)
    return out


def source_dict(source: Source) -> dict[str, Any]:
    """One source as the contract's JSON object."""
    out = flat(source)
    out["mentions"] = [span.to_dict() for span in source.mentions]
    out["modifiers"] = list(source.modifiers)
    return out
