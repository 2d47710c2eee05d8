"""Rules on certainty: where the copy sounds surer than its sources, or its head surer than its body."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.model import Hop, Sentence
from hedgescan.score import hedge_claim
from hedgescan.style.draft import HEARD, Draft, asserts, headless, own_voice, spoken, whole
from hedgescan.style.match import shares
from hedgescan.style.rule import Hit, Options, number, rule

_CROWD = 0.85  # what is left of the confidence where a crowd is all there is


@rule("CER001", "warning", sure=0.85, gap=0.33, strict=False)
def overclaim(draft: Draft, options: Options) -> Iterator[Hit]:
    """A sentence sounds surer than its support.

    What: certainty expressed less support shown is at least `gap`.  The house's own voice is left out unless `strict`,
    and so is what it tells of somebody's mind: whether it may is mind-reading's question.  So are questions, demands, vows and verdicts,
    which claim nothing; what hangs on a crowd (“Republicans said”) is a remark, as a crowd may be known well enough.
    Why: a hedge is not a fault, and its absence is no virtue; what counts is the gap between the two.
    Breaks it: “The Washington Post noted that the exercise was a rehearsal for war.”
    Does not: “It is unclear whether the exercise was a rehearsal, two officials who planned it said.”
    """
    for sentence in draft.sentences:
        if not spoken(sentence) and not (options["strict"] and sentence.role == "body" and not any(sentence.chains)):
            continue
        if not claimed(sentence):
            continue
        scores = sentence.scores
        if scores and round(scores.gap, 2) >= number(options, "gap"):
            told = f"sounds surer ({scores.certainty:.2f}) than its support ({scores.support:.2f}); hedge, or show more of the source"
            yield Hit(whole(sentence), told, _reading(sentence), sentence.index)


@rule("CER002", "error", sure=0.9, hedged=0.5)
def factive_on_unnamed(draft: Draft, options: Options) -> Iterator[Hit]:
    """A verb that vouches, on a claim that the house cannot vouch for.

    What: “confirmed”, “revealed”, “noted”, “pointed out” and their kind, of what an unnamed source or another outlet says, unless the claim
    itself is hedged by `hedged` (0 to 1) or more: to note that a thing is unclear vouches for little.
    Why: such verbs say that it is so (Hooper 1975; Thompson and Ye 1991); the house takes the claim over.
    Breaks it: “Two aides confirmed that the treaty is dead.”
    Does not: “Two aides said that the treaty is dead.”
    """
    for sentence, attribution in draft.told():
        if attribution.stance != "factive" or attribution.kind in ("mental", "nominal", "agentless") or attribution.source is None:
            continue
        if (attribution.anonymous or attribution.rung == "OUTLET") and hedge_claim(sentence.hedges) < number(options, "hedged"):
            told = f"“{' '.join(attribution.cue.text.split())}” vouches for what an unnamed source or another outlet says; “said” does not"
            yield Hit(attribution.cue, told, attribution.confidence, sentence.index)


@rule("CER003", "error", sure=0.85, gap=0.33, overlap=0.5)
def headline_surer(draft: Draft, options: Options) -> Iterator[Hit]:
    """The headline or deck sounds surer than the body.

    What: a headline's certainty is `gap` or more above what the sentences of the body that tell the same (sharing at least `overlap` of its
    words by weight) will bear: the lesser of their support and what their hedges leave.
    Why: the most-read line carries the least support; hedges get lost on the way up.
    Breaks it: “Minister to resign ¶ The minister may resign this week, a source said.”
    Does not: “Minister may resign, source says ¶ The minister may resign this week, a source said.”
    """
    for head in draft.heads:
        yield from _surer(head, draft.body, options, "the headline sounds surer than the body")


@rule("CER004", "warning", sure=0.8, gap=0.33, overlap=0.5)
def lede_surer(draft: Draft, options: Options) -> Iterator[Hit]:
    """The lede states as fact what the body has from somebody, or hedges.

    What: as headline-surer, for the first sentence of the body against the rest of it.
    Why: a reader who stops after the first paragraph has read something stronger than the story.
    Breaks it: “The bank will close forty branches. ¶ The bank may close forty branches, a manager said.”
    Does not: “The bank may close forty branches, a manager said. ¶ The bank may close forty branches by May.”
    """
    if draft.lede is not None and len(draft.body) > 1:
        yield from _surer(draft.lede, draft.body[1:], options, "the lede sounds surer than what follows")


def claimed(sentence: Sentence) -> bool:
    """Whether anybody claims anything in a sentence that is on somebody's word; a word that hides its agent counts if it is one of hearing."""
    told = [item for item in sentence.attributions if item.provenance]
    return not told or any(
        asserts(item) and (item.source is not None or (item.entry in HEARD and not headless(item))) for item in told
    )


def _surer(head: Sentence, body: tuple[Sentence, ...], options: Options, message: str) -> Iterator[Hit]:
    least = number(options, "overlap")
    told = [(share, item) for share, item in zip(shares(head, body), body, strict=True) if share >= least]
    if not told or any(own_voice(item) and not item.hedges for _, item in told):
        return
    borne = max(min(item.scores.support if item.scores else 0.0, 1.0 - hedge_claim(item.hedges)) for _, item in told)
    gap = round(head.scores.certainty - max(borne, head.scores.support if any(head.chains) else 0.0), 2) if head.scores else 0.0
    if head.scores and gap >= number(options, "gap"):
        _, best = max(told, key=lambda pair: pair[0])
        yield Hit(whole(head), f"{message} (line {best.line}) by {gap:.2f}; carry over who says so, or the hedge", 0.95, head.index)


def _reading(sentence: Sentence) -> float:
    """How sure the reading of a sentence's chains is: that of the surest attribution to one of their ends, less where all are crowds."""
    ends = {hop.source_id for chain in sentence.chains for hop in _ends(chain)}
    found = [item.confidence for item in sentence.attributions if item.source_id in ends]
    crowd = all(chain[-1].rung == "WEASEL" for chain in sentence.chains if chain) and any(sentence.chains)
    return max(found, default=0.8) * (_CROWD if crowd else 1.0)


def _ends(chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
    return chain[:1] + chain[-1:]
