"""The noun phrase beside a verb that the parse has left without a subject, found on the surface."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns

NAMES = ("NNP", "NNPS", "GW")
_EDGES = (",", "”", '"', "''", "’", "'", ":", ";", "–", "—", "-")
_PHRASE = ("DT", "PRP$", "PRP", "JJ", "NNP", "NN", "NNS", "NNPS", "CD", "POS", "HYPH")
_OPENING = ("“", '"', "``", "‘", ":")
_CONJUNCTIONS = frozenset("after before since until as while because though although when if".split())  # that the parse may take for prepositions
_WITHIN = frozenset("of in at from for with on to by".split())  # prepositions inside a noun phrase


def left(parse: Parse, verb: int) -> int | None:
    """Surface fallback: the noun phrase before a finite verb that the parse left without a subject, over an apposition or a bracket."""
    at = verb - 1
    while at >= 0 and (_between(parse, at, verb) or (nouns.is_time(parse, at) and at > parse.sents[parse.sent[verb]][0])):
        at -= 1
    if at < 0 or parse.sent[at] != parse.sent[verb]:
        return None
    if parse.words[at] == ",":
        return _before_apposition(parse, at)
    if parse.words[at] == ")":
        while at > 0 and parse.words[at] != "(":
            at -= 1
        at -= 1
    if at < 0 or not (_nominal(parse, at) or _named(parse, at)) or nouns.is_time(parse, at):
        return None
    while parse.heads[at] < at and parse.deps[at] in ("flat", "compound", "nmod") and parse.tags[parse.heads[at]].startswith("NN"):
        if _conjoined(parse, at):  # "fell 6 per cent after the company warned"
            return at
        at = parse.heads[at]
    return at


def _conjoined(parse: Parse, noun: int) -> bool:
    mark = parse.child(noun, "case")
    return mark is not None and parse.lower[mark] in _CONJUNCTIONS


def subordinate(parse: Parse, verb: int) -> int | None:
    """The subject between a conjunction that the parse took for a preposition and its verb ("after a short seller alleged"), or None."""
    at = verb - 1
    return at if at > 0 and parse.tags[at].startswith(("NN", "PRP")) and parse.heads[at] < verb and _conjoined(parse, at) else None


def opening(parse: Parse, verb: int) -> int | None:
    """Head of the phrase that opens the sentence, where nothing but nouns and their prepositions stand before the verb; else None."""
    first, head = parse.sents[parse.sent[verb]][0], None
    for at in range(first, verb):
        plain = parse.tags[at] in _PHRASE or parse.words[at] == "," or parse.lower[at] in _WITHIN
        if not plain:
            return None
        if parse.tags[at] not in _PHRASE and head is None:
            head = at - 1
    head = verb - 1 if head is None else head
    if head < first or not _nominal(parse, head):
        return None
    while parse.deps[head] == "flat" and first <= parse.heads[head] < head:
        head = parse.heads[head]
    return head


def start(parse: Parse, verb: int) -> int:
    """The first token of the noun phrase right before a verb."""
    at = verb
    while at > parse.sents[parse.sent[verb]][0] and parse.tags[at - 1] in _PHRASE:
        at -= 1
    return at


def _between(parse: Parse, at: int, verb: int) -> bool:
    """An adverb or auxiliary before the verb; one with a capital is a name that the parse mistook."""
    if parse.words[at][:1].isupper():
        return False
    return parse.tags[at][:2] in ("RB", "MD") or (parse.deps[at] in ("aux", "aux:pass") and parse.heads[at] == verb)


def _nominal(parse: Parse, at: int) -> bool:
    """A noun, or a word that stands for one ("another tweeted")."""
    return parse.tags[at] in ("NNP", "NNPS", "NN", "NNS", "PRP") or parse.lower[at] in nouns.QUANTIFIERS


def _named(parse: Parse, at: int) -> bool:
    """A capital in mid-sentence makes a name of any word ("…," Will wrote), and so does a verb right after it ("Beijing opposes")."""
    first = parse.sents[parse.sent[at]][0]
    if at == first and parse.tags[at] == "JJ" and parse.tags[min(at + 1, len(parse) - 1)] in ("VBZ", "VBD"):
        return parse.words[at][:1].isupper()
    opened = parse.words[at - 1] in _OPENING and parse.quoted[at - 1] == parse.quoted[at]
    return at > first and parse.words[at][:1].isupper() and parse.words[at][1:].islower() and not opened


def _before_apposition(parse: Parse, comma: int) -> int | None:
    at = comma - 1
    for _ in range(22):
        if at <= 0 or parse.sent[at] != parse.sent[comma] or parse.words[at] in ("“", "”", '"'):
            return None
        if parse.words[at] == ",":
            return at - 1 if parse.tags[at - 1] in ("NNP", "NNS", "NN", "NNPS") else None
        at -= 1
    return None


def described(parse: Parse, noun: int, verb: int) -> int:
    """The name that a common noun beside a verb only describes ("Ada Roe, the water minister, said"), or the noun itself.

    The name stands right before the comma before the noun phrase, and is itself set off, or follows its verb.
    """
    opens = next(at for at in range(parse.left[noun], noun + 1) if parse.words[at] != ",")
    comma = start(parse, opens) - 1
    last = comma - 1
    if parse.tags[noun] not in ("NN", "NNS") or last < 0 or parse.words[comma] != "," or parse.tags[last] not in NAMES:
        return noun
    first = last
    while first > 0 and parse.tags[first - 1] in NAMES:
        first -= 1
    before = parse.words[first - 1] if first else ","
    inverted = verb < first and all(parse.tags[at] in ("NN", "JJ", "DT", "NNP") for at in range(verb + 1, first))
    set_off = first == 0 or parse.sent[first - 1] != parse.sent[first] or before in _EDGES
    after = parse.words[min(parse.right[noun] + 1, len(parse) - 1)]
    closed = inverted or after == "," or (verb > noun and verb - 1 >= 0 and parse.words[verb - 1] == ",")
    return last if closed and (set_off or inverted) and parse.sent[last] == parse.sent[noun] else noun


def right(parse: Parse, verb: int) -> int | None:
    """Surface fallback: the noun phrase after an inverted verb (", said Jane Roe")."""
    at = verb + 1
    if at >= len(parse) or parse.tags[at] not in ("PRP", "NNP", "DT", "NNS", "NN", "JJ", "PRP$", "CD", "NNPS"):
        return None
    while at + 1 < len(parse) and parse.tags[at + 1] in ("NNP", "NN", "NNS", "JJ", "NNPS", "POS", "HYPH"):
        at += 1
    if parse.tags[at][:2] not in ("NN", "PR") and parse.lower[at] not in nouns.QUANTIFIERS:
        return None
    while parse.deps[at] == "flat" and verb < parse.heads[at] < at:
        at = parse.heads[at]
    return at
