"""Rules on how a claim came: through whom, through how many, at second hand, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.model import Attribution, Sentence, Span
from hedgescan.style.draft import Draft, whole
from hedgescan.style.rule import Hit, Options, number, rule

_QUOTING = ("quoted", "quotes", "quoting")
_SAYING = frozenset("saying telling warning adding claiming describing calling insisting suggesting arguing stating confirming".split())
_MARKS = "“”\"«»„‘"


@rule("REL001", "error", sure=0.9)
def relay_dropped(draft: Draft, options: Options) -> Iterator[Hit]:
    """Another outlet's sources told as if they were ours.

    What: a claim that came through an outlet named a sentence or two before, in a sentence that no longer names it.
    Why: the copy now reads as if the house had the sources.  The Associated Press credits whoever gathered what its own reporters did
    not.
    Breaks it: “The Washington Post reported a deal, citing two envoys. The envoys said it would be signed on Monday.”
    Does not: “The Washington Post reported a deal, citing two envoys. The envoys told the Post it would be signed on Monday.”
    """
    for sentence in draft.sentences:
        carried = [chain for chain in sentence.chains if any(hop.relay and hop.carried for hop in chain[:-1])]
        if not carried or not all(any(hop.carried for hop in chain) for chain in sentence.chains if chain):
            continue
        hop = carried[0][0]
        outlet = draft.sources[hop.source_id].name if hop.source_id in draft.sources else "the outlet"
        place, sure = _bearer(draft, sentence, carried[0][-1].source_id)
        yield Hit(place, f"this came through {outlet}; say so here too", sure, sentence.index)


@rule("REL002", "warning", sure=0.9, share=0.8, claims=3.0)
def one_outlet(draft: Draft, options: Options) -> Iterator[Hit]:
    """Most of the story comes through one other outlet.

    What: at least `share` of the attributed words of a draft with at least `claims` attributed sentences come through one outlet.
    Why: five voices in one paper are one source; if the paper is wrong, all of it is.
    Breaks it: “The Washington Post reported a deal. The Washington Post said it was near. Envoys told the Washington Post it was done.”
    Does not: “The Washington Post reported a deal. Ada Roe said it was near. Jon Poe said it was done.”
    """
    summary, place = draft.document.summary, draft.spot
    if summary.attributed >= number(options, "claims") and summary.outlet_dependency >= number(options, "share") and place:
        yield Hit(whole(place), f"{summary.outlet_dependency:.0%} of what is attributed comes through one outlet", 1.0, 0)


@rule("REL003", "warning", sure=0.85)
def second_hand(draft: Draft, options: Options) -> Iterator[Hit]:
    """A source who is only near somebody who knows.

    What: an unnamed source described by whom he is close to: “close to”, “a friend of”, “an ally of”.
    Why: it tells the reader that somebody else knows, and how the source heard it not at all; the Guardian warns of “friends of”.
    Breaks it: “An academic close to the negotiators said the talks had failed.”
    Does not: “A negotiator said the talks had failed.”
    """
    for sentence, attribution, source in draft.newcomers():
        if "proximity" in source.modifiers and attribution.source:
            yield Hit(attribution.source, "a source at second hand; say how they come to know", attribution.confidence, sentence.index)


@rule("REL004", "warning", sure=0.85)
def quoted_without_marks(draft: Draft, options: Options) -> Iterator[Hit]:
    """“Quoted as saying”, and no quotation marks.

    What: a verb of quoting, and after it the words of the quoted person without quotation marks anywhere in the sentence.
    Why: who is quoted has said these very words; a paraphrase is not a quotation.
    Breaks it: “The agency quoted the minister as saying that the pipeline was repaired.”
    Does not: “The agency quoted the minister as saying: “The pipeline is repaired.””
    """
    for sentence, attribution in draft.told():
        words = attribution.cue.text.lower().split()
        if any(word in _QUOTING for word in words) and not any(mark in sentence.prose for mark in _MARKS):
            saying = [item for item in sentence.attributions if item.cue.start > attribution.cue.start and item.cue.text in _SAYING]
            if saying:
                yield Hit(attribution.cue, "“quoted” without quotation marks; quote, or write “said”", attribution.confidence, sentence.index)


def _bearer(draft: Draft, sentence: Sentence, origin: str | None) -> tuple[Span, float]:
    """The words that name the origin here, and how sure its attribution is; the sentence, where it is only continued."""
    found: list[Attribution] = [item for item in sentence.attributions if item.source_id == origin and item.source]
    if not found or found[0].source is None:
        return whole(sentence), 0.8
    return found[0].source, found[0].confidence
