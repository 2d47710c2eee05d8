"""Verbs that the tagger took for nouns, as in headlines and between commas ("Minister denounces plan", "the clerk, they allege, lied")."""

from __future__ import annotations

from hedgescan.english import lemma
from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import nearby
from hedgescan.rules.attribution.frames import beside

_VERBS = frozenset(  # verbs of saying and judging with no noun of the same form in use
    "accuse acknowledge admit affirm allege announce argue ask assail assert believe blame castigate concede conclude condemn"
    " confirm contend criticise criticize decry defend denounce deny deride deplore describe discover disavow disclose dismiss disparage"
    " downplay emphasise emphasize endorse explain expect hail hear imply insist insinuate laud lambast lambaste mock"
    " oppose portray praise predict proclaim ponder recall reckon recommend refuse refute reiterate reject renounce repudiate"
    " reveal ridicule rip say scold slam stress suggest tell testify think tout underscore understand unveil urge warn weigh wonder write".split()
)
_EITHER = frozenset("sigh joke text claim report state note answer reply laugh quip tweet post whisper shout fear hope".split())  # verbs beside a quotation or "that"
_NOUNS = frozenset("praise stress urge blame mock recall rip".split())  # nouns as well, in the singular
_NOMINATIVE = ("he", "she", "they", "we", "i")
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
    if parse.lower[token - 1] in _NOMINATIVE or (opens > first and parse.quoted[opens - 1] and not parse.quoted[token]):
        return found
    inserted = opens > first and (parse.words[opens - 1] == "," or (parse.tags[opens - 1] == "CC" and parse.words[opens - 2] == ","))
    earlier = any(parse.tags[at] in ("VBD", "VBZ", "VBP", "MD") for at in range(first, token))
    return found if inserted or not earlier else None


def predicate(parse: Parse, token: int) -> bool:
    """Is a "participle" before a noun the sentence's own verb ("Officials in Kyiv accused Moscow of …")?"""
    behind = parse.tags[token - 1].startswith("NN") or parse.words[token - 1] == ","
    if not token or not behind or parse.lemmas[token] not in _VERBS or parse.tags[token + 1] not in ("NNP", "NNPS", "PRP", "DT", "PRP$"):
        return False
    return nearby.opening(parse, token) is not None


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
        if parse.lower[nearby.start(parse, token) - 1] == "which":
            return "object"
        return "parataxis" if parse.words[nearby.start(parse, token) - 1] == "," else "none"
    after = parse.tags[token + 1]
    if parse.tags[token] == "VBN" and after in _AHEAD:  # "accused Moscow of …", "denied the claim"
        return "object"
    if parse.lower[token + 1] == "that":
        return "that"
    later = any(parse.tags[at] in ("VBD", "VBZ", "VBP", "MD") for at in range(token + 1, parse.sents[parse.sent[token]][1] + 1))
    if after in _AHEAD:
        return "clause" if later else "object"
    return "to" if after == "TO" else "pp_" + parse.lower[token + 1]
