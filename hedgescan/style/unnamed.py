"""Rules on unnamed sources: who they are, how many, how they know, why they are not named, and what they may say."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.model import Attribution, Sentence, Source, Span
from hedgescan.style.draft import Draft, asserts, opaque
from hedgescan.style.rule import Hit, Options, number, rule

_PRONOUNS = frozenset("he she they it who which that his her their its one we i".split())


def _hit(sentence: Sentence, attribution: Attribution, message: str, sure: float = 1.0) -> Hit:
    """A hit on the words that name the source."""
    return Hit(attribution.source or attribution.cue, message, sure * attribution.confidence, sentence.index)


@rule("SRC001", "error", sure=0.95)
def bare_sources(draft: Draft, options: Options) -> Iterator[Hit]:
    """A source of whom nothing is told but that it spoke.

    What: “sources”, “a source”, “insiders”, with no word on what they do or how they know.
    Why: the reader cannot weigh a voice without a face.  The Associated Press does not allow “a source”; the Washington Post's policy
    tells writers to avoid “sources” and “informed sources”.
    Breaks it: “Sources said the bank will close two branches.”
    Does not: “Two managers briefed on the plan said the bank will close two branches.”
    """
    seen: set[tuple[int, str]] = set()
    for sentence, attribution, source in draft.unnamed():
        if attribution.rung == "ANON_BARE" and (sentence.index, source.id) not in seen:
            seen.add((sentence.index, source.id))
            yield _hit(sentence, attribution, f"“{_words(attribution, source)}” says nothing of who speaks; say what they do and how they know")


@rule("SRC002", "warning", sure=0.85)
def uncounted_sources(draft: Draft, options: Options) -> Iterator[Hit]:
    """Unnamed sources in the plural without a number.

    What: a group of unnamed people at its first mention, with neither a count nor a list.
    Why: “officials” may be two or twenty, and now and then it is one.  A number costs nobody their cover.
    Breaks it: “Officials familiar with the talks said a deal was near.”
    Does not: “Three officials familiar with the talks said a deal was near.”
    """
    for sentence, attribution, source in draft.newcomers():
        if source.kind == "group" and source.count is None and not _listed(attribution):
            yield _hit(sentence, attribution, f"say how many “{_words(attribution, source)}” are")


@rule("SRC003", "warning", sure=0.85)
def single_anonymous(draft: Draft, options: Options) -> Iterator[Hit]:
    """A claim that hangs on one unnamed person.

    What: the first sentence in which a single unnamed individual is all there is behind the claim.
    Why: Reuters and the Associated Press want more than one source for unattributed news; one alone only by exception, and agreed.
    Breaks it: “A senior official said the minister will resign.”
    Does not: “Two senior officials said the minister will resign.”
    """
    for sentence, attribution, source in draft.newcomers():
        if source.count == 1 and source.kind == "person" and _alone(sentence, source):
            yield _hit(sentence, attribution, f"“{_words(attribution, source)}” stands alone; find a second source, or get it agreed")


@rule("SRC004", "error", sure=0.85)
def plural_for_one(draft: Draft, options: Options) -> Iterator[Hit]:
    """“Sources”, where the copy shows only one.

    What: a plural without a number at the top or afterwards, while the only unnamed source that is described is one person.
    Why: Reuters' handbook: never cite sources in the plural when there is one.
    Breaks it: “Sources said the plant will shut. A manager there said the order came on Friday. The sources gave no date.”
    Does not: “Sources said the plant will shut. Two managers there said the order came on Friday.”
    """
    described = [source for _, _, source in draft.newcomers() if source.rung != "ANON_BARE"]
    single = [source for source in described if source.count == 1]
    if len(described) != 1 or not single:
        return
    for sentence, attribution, source in draft.newcomers():
        if source.rung == "ANON_BARE" and source.kind == "group" and source.count is None:
            told = f"“{_words(attribution, source)}” is plural, and the copy shows one unnamed source, “{single[0].name}”"
            yield _hit(sentence, attribution, told, 0.95)


@rule("SRC005", "warning", sure=0.85)
def without_basis(draft: Draft, options: Options) -> Iterator[Hit]:
    """An unnamed source of whom it is not said how they know.

    What: an unnamed person or group, nowhere in the copy described as having seen, attended, been briefed on or worked on the thing.
    Why: NPR's question is “how do they know?”; the Associated Press wants a source in a position to know.
    Breaks it: “Two officials said the army was told on Friday.”
    Does not: “Two officials who read the order said the army was told on Friday.”
    """
    for sentence, attribution, source in draft.newcomers():
        if source.basis is None:
            yield _hit(sentence, attribution, f"say how “{_words(attribution, source)}” can know")


@rule("SRC006", "warning", sure=0.85)
def without_reason(draft: Draft, options: Options) -> Iterator[Hit]:
    """An unnamed source with no word on why they are not named.

    What: an unnamed person or group, for whose anonymity the copy gives no reason.
    Why: the Associated Press tells the reader why; without it the choice looks like the reporter's ease.
    Breaks it: “A nurse at the clinic said the ward was empty.”
    Does not: “A nurse at the clinic, who asked not to be named because she feared for her job, said the ward was empty.”
    """
    for sentence, attribution, source in draft.newcomers():
        if source.reason is None:
            yield _hit(sentence, attribution, f"say why “{_words(attribution, source)}” cannot be named")


@rule("SRC007", "warning", sure=0.9)
def boilerplate_reason(draft: Draft, options: Options) -> Iterator[Hit]:
    """A reason for anonymity that says nothing.

    What: “not authorised to speak publicly”, “the sensitivity of the matter” and their like.
    Why: the New York Times told its writers that such boilerplate is worse than none; what was there to lose?
    Breaks it: “…said an aide, who spoke on condition of anonymity because he was not authorised to speak publicly.”
    Does not: “…said an aide, who spoke on condition of anonymity because the governor dismisses those who talk to reporters.”
    """
    for sentence, attribution, source in draft.newcomers():
        if "boilerplate" in source.modifiers and source.reason:
            place = _find(draft, source.reason) or (sentence, attribution.source or attribution.cue)
            yield Hit(place[1], "the reason is boilerplate; say what the source has to lose", attribution.confidence, place[0].index)


@rule("SRC008", "error", sure=0.8, polarity=0.3, subjectivity=0.45)
def anonymous_pejorative(draft: Draft, options: Options) -> Iterator[Hit]:
    """An unnamed source runs somebody down.

    What: what an unnamed source says is evaluative (TextBlob's subjectivity at least `subjectivity`, polarity at most -`polarity`, over
    the words attributed, less those whose tone is an artefact in news).
    Why: NPR bars anonymous attacks, the Guardian leaves them to a senior editor: cover is for facts, not for opinion.
    Breaks it: “A colleague called her a pathetic and incompetent manager.”
    Does not: “A colleague said she left the meeting at noon.”
    """
    yield from _toned(draft, options, -1, "an unnamed source runs somebody down; name the source, or leave the opinion out")


@rule("SRC009", "warning", sure=0.75, polarity=0.5, subjectivity=0.5)
def anonymous_praise(draft: Draft, options: Options) -> Iterator[Hit]:
    """An unnamed source praises somebody or something.

    What: as anonymous-pejorative, with polarity at least `polarity`.
    Why: NPR bars anonymous praise as well as attack; who is praised under cover is often who speaks.
    Breaks it: “An adviser called the plan a brilliant and wonderful success.”
    Does not: “The minister, Ada Roe, called the plan a brilliant success.”
    """
    yield from _toned(draft, options, 1, "an unnamed source praises; name the source, or leave the opinion out")


@rule("SRC010", "warning", sure=0.85)
def anonymous_lede(draft: Draft, options: Options) -> Iterator[Hit]:
    """The first sentence of the story hangs on unnamed sources alone.

    What: every claim of the lede ends at somebody the reader cannot identify.
    Why: the most-read sentence carries the least support.  The New York Times wants a masthead editor's word for it.
    Breaks it: “The chain will close forty shops, people familiar with the plan said.”
    Does not: “The chain will close forty shops, its finance director, Ada Roe, said.”
    """
    lede = draft.lede
    if lede is None or not opaque(lede):
        return
    for sentence, attribution, _ in draft.unnamed():
        if sentence.index == lede.index and asserts(attribution):
            yield _hit(sentence, attribution, "the lede hangs on unnamed sources alone; lead with what is on the record")
            return


def _toned(draft: Draft, options: Options, sign: int, message: str) -> Iterator[Hit]:
    for sentence, attribution, _ in draft.unnamed():
        tone = attribution.tone
        strong = tone is not None and sign * tone.polarity >= number(options, "polarity")
        if tone is not None and strong and tone.subjectivity >= number(options, "subjectivity"):
            span = attribution.content[0] if attribution.content else attribution.cue
            yield Hit(span, message, attribution.confidence, sentence.index)


def _words(attribution: Attribution, source: Source | None = None) -> str:
    """The words that name the source; its name, where here it is only "who" or "they"."""
    words = " ".join((attribution.source or attribution.cue).text.split())
    return source.name if source and attribution.referent and words.lower() in _PRONOUNS else words


def _listed(attribution: Attribution) -> bool:
    """Does the phrase list single people ("a guard and a driver")?"""
    words = _words(attribution).lower().split()
    return sum(word in ("a", "an", "one") for word in words) > 1


def _alone(sentence: Sentence, source: Source) -> bool:
    """Is this source the end of every way that the sentence's claims came?"""
    ends = {chain[-1].source_id for chain in sentence.chains if chain}
    return ends == {source.id}


def _find(draft: Draft, words: str) -> tuple[Sentence, Span] | None:
    """The sentence and the place where a phrase stands, given without its line breaks."""
    for sentence in draft.sentences:
        at = " ".join(sentence.text.split()).find(words)
        if at >= 0 and sentence.text.find(words) >= 0:
            start = sentence.start + sentence.text.find(words)
            return sentence, Span(start, start + len(words), words)
        if at >= 0:
            return sentence, Span(sentence.start, sentence.end, sentence.text)
    return None
