"""Who the source is, where the subject alone does not say: inversion, lost subjects, agentless passives, empty subjects."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.reduced import participle
from hedgescan.rules.attribution import nearby, relay
from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.entries import Entry
from hedgescan.rules.attribution.subjects import NONE, Subject

_WHENS = ("when", "if", "whenever", "as", "once")
_EMPTY = ("it", "there", "that", "this", "which", "what")
_BEFORE_INVERSION = ("”", '"', ",", "''", "—", "–", "-", "’", "'")


def source(parse: Parse, candidate: Candidate, entry: Entry) -> Subject:
    """The source of a cue as a token, or none where the cue has none."""
    owner = candidate.subject
    if candidate.pos == "V":
        owner = _of_verb(parse, candidate, entry)
    if owner.token is not None and candidate.pos != "N" and _empty(parse, candidate, entry, owner):
        return NONE
    if candidate.pos == "V" and owner.token is not None and owner.how in ("own", "left", "inverted", "shared"):
        owner = Subject(nearby.described(parse, owner.token, candidate.token), owner.how)
    return NONE if owner.token == candidate.token else owner


def _of_verb(parse: Parse, candidate: Candidate, entry: Entry) -> Subject:
    owner, token = candidate.subject, candidate.token
    cited = relay.cited(parse, token)
    if cited is not None:
        return Subject(cited, "cited")
    empty = parse.child(token, "expl")
    if empty is not None and parse.lower[empty] == "it" and owner.how != "agent":  # "it is understood that": nobody is named
        return NONE
    before = parse.lower[token - 1] if token else ""
    if owner.how == "own" and owner.token is not None and _across(parse, owner.token, candidate, entry):
        return Subject(nearby.right(parse, token), "inverted")
    if owner.token is None and owner.how in ("none", "reduced") and before not in _WHENS and (owner.how == "none" or entry.speech):
        states = parse.tags[token] == "VBN" and participle(token, parse.lower, parse.tags)  # "a man said to be armed"
        found = nearby.left(parse, token) if parse.tags[token] in ("VBD", "VBZ", "VBP", "VBN", "VB") and not states else None
        if found is not None and parse.deps[token] == "nmod":  # "The report to the committee states that"
            found = nearby.opening(parse, token) or found
        if found is not None and parse.quoted[found] == parse.quoted[token]:
            owner = Subject(found, "left")
    if owner.token is None and entry.speech and parse.tags[token] in ("VBD", "VBZ", "VBN") and before in _BEFORE_INVERSION:
        found = nearby.right(parse, token)
        if found is not None:
            owner = Subject(found, "inverted")
    if owner.how == "agent" and entry.passive == "source" and parse.lemmas[token] not in relay.QUOTES:  # "were angered by the quotas": the agent is the cause
        patient = parse.child(token, "nsubj:pass")
        return Subject(patient, "passive") if patient is not None else NONE
    if owner.how in ("passive", "reduced") and entry.passive != "source":
        speaking = relay.saying(parse, token) if parse.lemmas[token] in relay.QUOTES else None
        return owner if speaking is not None and parse.lower[token + 1] != "by" else NONE
    if entry.raising or owner.how == "reduced":
        return NONE
    return owner


def _across(parse: Parse, owner: int, candidate: Candidate, entry: Entry) -> bool:
    """Has the parse taken for the subject what is said, before an inverted verb ("The law would, said Osei, change nothing")?"""
    token = candidate.token
    if not entry.speech or owner > token or parse.tags[token] not in ("VBD", "VBZ") or parse.lower[token - 1] not in _BEFORE_INVERSION:
        return False
    found = nearby.right(parse, token)
    if found is None or parse.quoted[found] != parse.quoted[token]:
        return False
    if parse.quoted[owner] and not parse.quoted[token]:
        return True
    closed = parse.words[min(found + 1, len(parse) - 1)] in (",", ".")
    return entry.family == "say" and parse.words[token - 1] == "," and closed and parse.kinds[found] in ("H", "P")


def _empty(parse: Parse, candidate: Candidate, entry: Entry, owner: Subject) -> bool:
    """An expletive is no source: "it is clear", "it seems", "there was fear"."""
    if owner.token is None or parse.lower[owner.token] not in _EMPTY or owner.how not in ("own", "shared"):
        return False
    return candidate.pos == "J" or parse.lower[owner.token] == "there" or entry.raising
