"""Rules on hedges: said twice, on nobody's word, with nobody behind them, or read otherwise than meant."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.model import Hedge, Sentence, Span
from hedgescan.style.draft import HEARD, Draft, headless
from hedgescan.style.rule import Hit, Options, number, rule, words

_EPISTEMIC = ("modal", "likelihood", "evidential", "hearsay", "doxastic")
_SURE = 0.95  # how often a hedge that the engine finds is one


@rule("HED001", "warning", sure=0.85, adverbs=("possibly", "perhaps", "potentially", "conceivably", "maybe", "probably", "likely", "apparently"))
def doubled_hedge(draft: Draft, options: Options) -> Iterator[Hit]:
    """One doubt said twice.

    What: two hedges of the writer's side by side (“may possibly”, “reportedly appears”, “could potentially”).
    Why: the second takes nothing off the first (Lyons 1977 calls it modal concord); it sounds like fear.
    Breaks it: “The strike may possibly end on Monday.”
    Does not: “The strike may end on Monday; the union will possibly vote before.”
    """
    adverbs = words(options, "adverbs")
    for sentence in draft.sentences:
        ours = [cue for cue in sentence.hedges if cue.locus in ("writer", "claim") and cue.category in _EPISTEMIC]
        for place, cue in enumerate(ours):
            within = cue.text.lower().split()
            after = ours[place + 1] if place + 1 < len(ours) else None
            if len(within) > 1 and cue.category in ("modal", "likelihood") and _both(cue, within, adverbs):
                yield _hit(sentence, cue, f"“{cue.text}” says one doubt twice; keep one word of it")
            elif after and 0 < after.start - cue.end <= 1 and cue.category != after.category:
                between = Span(cue.start, after.end, sentence.text[cue.start - sentence.start : after.end - sentence.start])
                yield Hit(between, f"“{between.text}” says one doubt twice; keep one word of it", _SURE, sentence.index)


@rule("HED002", "warning", sure=0.9)
def weasel(draft: Draft, options: Options) -> Iterator[Hit]:
    """A crowd that nobody could ask.

    What: “some say”, “critics argue”, “it is widely believed”, in the house's voice.
    Why: nobody is accountable for it, and it may be the writer's own view in a crowd's mouth (Vincze 2013; Wikipedia's words to watch).
    Breaks it: “Critics say the plan is doomed.”
    Does not: “Two of its authors, Ada Roe and Jon Poe, say the plan is doomed.”
    """
    for sentence in draft.sentences:
        for cue in sentence.hedges:
            if cue.category == "weasel" and cue.locus in ("writer", "claim", "attribution_cue"):
                yield _hit(sentence, cue, f"“{cue.text}”: who, by name? Or how many, and where do they say so?")


@rule("HED003", "warning", sure=0.9, spared=("alleged", "would-be"))
def hearsay_alone(draft: Draft, options: Options) -> Iterator[Hit]:
    """Hearsay with no source.

    What: “reportedly”, “allegedly”, “is said to” and their like, in a sentence that names nobody it was heard from; an adjective
    (`spared`) is left alone, since a charge has been made by somebody and told before.
    Why: NPR's handbook: that a detail is “reportedly” true is not enough; who reports it?
    Breaks it: “The actor reportedly lives in Lisbon.”
    Does not: “The actor reportedly lives in Lisbon, according to Gazeta, a weekly.”
    """
    spared = words(options, "spared")
    for sentence in draft.sentences:
        sourced = _sourced(sentence)
        for cue in sentence.hedges:
            if cue.category == "hearsay" and cue.locus in ("writer", "attribution_cue") and not sourced and cue.text.lower() not in spared:
                yield _hit(sentence, cue, f"“{cue.text}”: who reports it?")


@rule("HED004", "warning", sure=0.8, verbs=HEARD)
def agentless(draft: Draft, options: Options) -> Iterator[Hit]:
    """Somebody says or believes it, and nobody is named.

    What: a passive or empty subject with a verb of saying or believing (“it is believed”, “is understood to”, “it has emerged”).
    Why: the passive hides the source; a reader cannot tell the house's finding from gossip.
    Breaks it: “It is understood that the coach will leave.”
    Does not: “The coach will leave, the club's chairman, Jon Poe, said.”
    """
    verbs = words(options, "verbs")
    for sentence, attribution in draft.told():
        hidden = attribution.rung == "AGENTLESS" and attribution.entry in verbs and not headless(attribution)
        if attribution.source is None and hidden and not _sourced(sentence):
            told = f"“{' '.join(attribution.cue.text.split())}”: by whom?"
            yield Hit(attribution.cue, told, min(1.0, attribution.confidence + 0.15), sentence.index)


@rule("HED005", "info", sure=0.95, spread=50.0)
def misread_probability(draft: Draft, options: Options) -> Iterator[Hit]:
    """A probability phrase that readers read very differently.

    What: of the readers asked in public surveys, one in ten put it below a figure and one in ten above another, `spread` points apart.
    Why: “a realistic possibility” is 25 per cent to some and 80 to others, while official yardsticks mean 40 to 50.
    Breaks it: “There is a realistic possibility of a second wave.”
    Does not: “A second wave is unlikely.”
    """
    for sentence in draft.sentences:
        for cue in sentence.hedges:
            if cue.p10 is not None and cue.p90 is not None and cue.p90 - cue.p10 >= number(options, "spread"):
                told = f"readers put “{cue.text}” anywhere from {cue.p10} to {cue.p90} per cent; give a figure"
                yield _hit(sentence, cue, told)


def _hit(sentence: Sentence, cue: Hedge, message: str) -> Hit:
    return Hit(Span(cue.start, cue.end, cue.text), message, _SURE, sentence.index)


def _both(cue: Hedge, within: list[str], adverbs: tuple[str, ...]) -> bool:
    """Does the cue hold a modal and an adverb of likelihood, merged as one hedge?"""
    ends = (within[0], within[-1])
    return any(word in adverbs for word in ends) and any(word in ("may", "might", "could", "can", "would") for word in ends)


def _sourced(sentence: Sentence) -> bool:
    return any(chain and chain[-1].rung != "AGENTLESS" for chain in sentence.chains)
