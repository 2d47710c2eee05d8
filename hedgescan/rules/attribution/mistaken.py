"""Verbs that the tagger took for nouns, as in headlines and between commas ("Minister denounces plan", "the clerk, they allege, lied")."""

from __future__ import annotations

from hedgescan.english import lemma
from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import nearby
from hedgescan.rules.attribution.frames import beside

_VERBS = frozenset(  # verbs of saying and judging with no noun of the same form in use
    "accuse acknowledge admit affirm allege announce argue ask assail assert believe blame castigate concede conclude condemn"
    " confirm contend criticise criticize decry defend denounce deny deride deplore describe disavow disclose dismiss disparage"
    " downplay emphasise emphasize endorse explain expect hail imply insist insinuate laud lambast lambaste mock"
    " oppose portray praise predict proclaim ponder recall recommend refuse refute reiterate reject renounce repudiate"
    " reveal ridicule rip say scold slam stress suggest tell testify think tout underscore unveil urge warn weigh wonder write".split()
)
_EITHER = frozenset("sigh joke text claim report state note answer reply laugh quip tweet post whisper shout fear hope".split())  # verbs beside a quotation or "that"
_NOUNS = frozenset("praise stress urge blame mock recall rip".split())  # nouns as well, in the singular
_AHEAD = ("DT", "PRP$", "PRP", "JJ", "NNP", "NN", "NNS", "CD", "VBG", "NNPS", "RB")


def verb(parse: Parse, token: int) -> str | None:
    """The lemma of a verb whose tag is a noun's, or None: after its subject, in a clause that has no verb before it."""
    ending = parse.lower[token].endswith("s")
    if token == 0 or not (ending or parse.lower[token] in _VERBS):
        return None
    found = lemma.lemma(parse.words[token], "VBZ" if ending else "VBP")
    said = beside(parse, token) in ("R", "L") or parse.lower[token + 1 : token + 2] == ["that"]
    known = found in _VERBS or (found in _EITHER and ending and said)
    if not known or (not ending and found in _NOUNS) or not _subject(parse, token):
        return None
    first = parse.sents[parse.sent[token]][0]
    opens = nearby.start(parse, token)
    inserted = opens > first and (parse.words[opens - 1] == "," or (parse.tags[opens - 1] == "CC" and parse.words[opens - 2] == ","))
    earlier = any(parse.tags[at] in ("VBD", "VBZ", "VBP", "MD") for at in range(first, token))
    return found if inserted or not earlier else None


def _subject(parse: Parse, token: int) -> bool:
    """Is there a noun phrase before the verb that agrees with it in number?"""
    found = nearby.left(parse, token)
    if found is None or found != token - 1:
        return False
    plural = parse.tags[found] in ("NNS", "NNPS") or parse.lower[found] in ("they", "we", "you", "i")
    return plural != parse.lower[token].endswith("s")


def frame(parse: Parse, token: int) -> str:
    """The frame of such a verb, read off the surface."""
    if beside(parse, token) in ("R", "L"):
        return "quote"
    if token + 1 >= len(parse) or parse.words[token + 1] in (".", ",", ";"):
        return "parataxis" if parse.words[nearby.start(parse, token) - 1] == "," else "none"
    after = parse.tags[token + 1]
    if parse.lower[token + 1] == "that":
        return "that"
    later = any(parse.tags[at] in ("VBD", "VBZ", "VBP", "MD") for at in range(token + 1, parse.sents[parse.sent[token]][1] + 1))
    if after in _AHEAD:
        return "clause" if later else "object"
    return "to" if after == "TO" else "pp_" + parse.lower[token + 1]
