"""Rules on wording: verbs that judge, minds that are read, allegations misused, opinions without an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgescan.model import Attribution, Span
from hedgescan.style.draft import Draft, own_voice, whole
from hedgescan.style.rule import Hit, Options, number, rule, words

_BODIES = ("METONYM", "NAMED_ORG")
_EVENT = re.compile(
    r"\balleged (?:\w+ ){0,2}?(?:meeting|visit|dinner|party|event|speech|ceremony|wedding|funeral|conference|concert|march|rally|trip)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:(?:accus|charg|suspect)\w* (?:\w+ ){0,4}?(?:of|with) (?:having )?allegedly|allegedly (?:accus|charg)\w+|alleged suspects?)\b",
    re.IGNORECASE,
)


@rule(
    "WOR001", "info", sure=0.85,
    verbs=("claim", "admit", "concede", "insist", "boast", "whine", "gush", "fume", "snap", "brag", "moan", "quip"),
    objects=("responsibility", "credit", "victory", "the title", "ownership", "benefits", "asylum", "guilt", "murder", "theft", "the charge",
             "charges", "the offence", "the offense", "manslaughter", "assault", "fraud", "damages", "compensation", "defeat", "a goal", "goals"),
)  # fmt: skip
def loaded_verb(draft: Draft, options: Options) -> Iterator[Hit]:
    """A reporting verb that judges.

    What: “claimed” doubts, “admitted” finds guilty, “insisted” hints at protest, in the house's voice.  A thing claimed or admitted as
    such is another matter (“claimed responsibility”, “admitted murder”, “admitted driving too fast”).
    Why: reporting handbooks keep “said” for saying; readers notice the others without knowing why (Thompson and Ye 1991).
    Breaks it: “The mayor claimed that the road was safe.”
    Does not: “A militia claimed responsibility.”
    """
    verbs, objects = words(options, "verbs"), words(options, "objects")
    for sentence, attribution in draft.told():
        content = attribution.content[0].text.lower() if attribution.content else ""
        confessed = content.startswith(objects) or content.partition(" ")[0].endswith("ing")
        if attribution.entry in verbs and attribution.source and not confessed and attribution.kind != "nominal":
            told = f"“{_cue(attribution)}” judges; “said” does not"
            yield Hit(attribution.cue, told, attribution.confidence, sentence.index)


@rule(
    "WOR002", "warning", sure=0.9, persons=False,
    spared=("want", "plan", "decide", "seek", "intend", "aim", "choose", "resolve", "elect", "prefer", "support", "oppose", "back", "favour",
            "favor", "approve", "require", "hear", "learn", "find", "discover", "find out", "determine", "establish", "willing", "unwilling",
            "committed", "consider", "accept", "recognise", "recognize", "treat"),
)  # fmt: skip
def mind_reading(draft: Draft, options: Options) -> Iterator[Hit]:
    """The copy tells what a state or a body believes, and not who said so.

    What: belief, fear or hope of a capital, a government or a company (with `persons`, of a named person too), on nobody's word.  What such
    a body wants, plans, decides, supports or finds (`spared`) is seen from what it does; a crowd's belief is weasel's question.
    Why: reporters know what sources say, not what they think (Bender et al., Reporting for the Media); a city has no mind to read.
    Breaks it: “Tehran believed the offer was genuine.”
    Does not: “The offer was genuine, Tehran believed, according to its envoy, Reza Poe.”
    """
    rungs, spared = (*_BODIES, "NAMED", "NAMED_ROLE") if options["persons"] else _BODIES, words(options, "spared")
    for sentence, attribution in draft.outermost():
        alone = not any(hop.rung not in rungs and not hop.carried for chain in sentence.chains for hop in chain)
        read = attribution.kind == "mental" and attribution.stance == "cognition" and attribution.entry not in spared
        if read and attribution.source and attribution.rung in rungs and alone:
            told = f"“{_source(attribution)} {_cue(attribution)}”: how do you know? Say who said so"
            yield Hit(Span(*_from_to(draft, attribution)), told, min(1.0, attribution.confidence + 0.15), sentence.index)


@rule("WOR003", "warning", sure=0.9)
def allege_misuse(draft: Draft, options: Options) -> Iterator[Hit]:
    """“Allege” where nothing is alleged, or alleged twice.

    What: “accused of allegedly taking”, “the alleged meeting” (the meeting took place; what is alleged is what was done there).
    Why: the Associated Press's entry on “allege” warns of both: an accusation is one already, and an event is no accusation.
    Breaks it: “She is accused of allegedly taking bribes.”
    Does not: “She allegedly took bribes at the meeting, according to the charge.”
    """
    for sentence in draft.sentences:
        for pattern, message in (
            (_TWICE, "the accusation says it already; drop “alleged”"),
            (_EVENT, "the event took place; say what is alleged"),
        ):
            for found in pattern.finditer(sentence.bare):
                start = sentence.start + found.start()
                yield Hit(Span(start, sentence.start + found.end(), found.group()), message, 0.95, sentence.index)


@rule("WOR004", "info", sure=0.55, polarity=0.5, subjectivity=0.7)
def unattributed_opinion(draft: Draft, options: Options) -> Iterator[Hit]:
    """A judgement in the house's own voice.

    What: a sentence of the body on nobody's word, with TextBlob's subjectivity at least `subjectivity` and polarity at least `polarity`
    either way, less the words whose tone is an artefact in news.
    Why: news copy leaves judgement to those who can be asked about it.
    Breaks it: “It was a disgusting and stupid decision.”
    Does not: “It was a stupid decision, the coach, Jon Poe, said.”
    """
    for sentence in draft.body:
        tone = sentence.sentiment
        if not tone or not own_voice(sentence):
            continue
        if abs(tone.polarity) >= number(options, "polarity") and tone.subjectivity >= number(options, "subjectivity"):
            yield Hit(whole(sentence), "this judges, and nobody is given for it; attribute it, or cut it", 1.0, sentence.index)


def _cue(attribution: Attribution) -> str:
    return " ".join(attribution.cue.text.split())


def _source(attribution: Attribution) -> str:
    return " ".join(attribution.source.text.split()) if attribution.source else ""


def _from_to(draft: Draft, attribution: Attribution) -> tuple[int, int, str]:
    """From the source's first word to the cue's last, where the cue follows; else the cue."""
    source, cue = attribution.source, attribution.cue
    if source is None or source.start > cue.start:
        return cue
    sentence = next(item for item in draft.sentences if item.start <= cue.start < item.end)
    return source.start, cue.end, sentence.text[source.start - sentence.start : cue.end - sentence.start]
