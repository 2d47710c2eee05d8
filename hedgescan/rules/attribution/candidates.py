"""Every word that could be a cue, with its construction and its subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import frames, mistaken, nearby
from hedgescan.rules.attribution.subjects import NONE, Subject, case, subject
from hedgescan.rules.attribution.voice import is_verb

RECEIVES = frozenset(
    "face receive draw get renew spark win earn attract prompt gain generate trigger provoke endure fuel raise meet shrug".split()
)
_AGAINST = frozenset("dismiss reject deny refute rebut dispute debunk challenge contradict".split())  # done by others than who made the claim
_LINKS = frozenset("be feel remain become seem get grow look".split())  # verbs with an adjective for predicate
_NOMINAL = ("nsubj", "nsubj:pass", "obj", "csubj", "nmod", "obl")
_AMID = frozenset(("amid", "amidst", "despite", "notwithstanding"))  # prepositions that the parse may have taken for something else
_HEARSAY = frozenset(("reportedly", "allegedly", "apparently", "seemingly", "supposedly", "purportedly"))


@dataclass(slots=True)
class Candidate:
    """A word that may be a cue: its token, part of speech (V N J R), lemma with particle, frame, subject and the subject's kind."""

    token: int
    pos: str
    lemma: str
    frame: str
    subject: Subject
    kind: str


def find(parse: Parse, nominal: frozenset[str], adjectival: frozenset[str], phrasal: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """Candidates of one paragraph, left to right: all full verbs, the nouns and adjectives of the lexicon, hearsay adverbs.

    `phrasal` are verbs with a particle that the parse may have taken for an adverb ("push back").
    """
    for token, tag in enumerate(parse.tags):
        family = tag[:2]
        if parse.lower[token] in adjectival and _predicative(parse, token):
            owner = _felt_by(parse, token)
            yield Candidate(token, "J", parse.lower[token], frames.adjective(parse, token), owner, nouns.kind(parse, owner.token))
        elif tag == "VBN" and parse.deps[token] in ("amod", "compound") and mistaken.predicate(parse, token):
            yield _predicate(parse, token)
        elif family == "VB" and _verbal(parse, token):
            yield _verb(parse, token, phrasal)
        elif family == "NN" and (taken := mistaken.verb(parse, token)) is not None:
            owner = Subject(nearby.left(parse, token), "left")
            yield Candidate(token, "V", taken, mistaken.frame(parse, token), owner, nouns.kind(parse, owner.token))
        elif family in ("NN", "VB"):
            lemma = parse.lemmas[token] if family == "NN" else parse.lower[token]
            if lemma in nominal and _nominal(parse, token):
                owner = holder(parse, token)
                yield Candidate(token, "N", lemma, frames.noun(parse, token), owner, nouns.kind(parse, owner.token))
        elif family == "RB" and parse.lower[token] in _HEARSAY:
            yield Candidate(token, "R", parse.lower[token], "x", NONE, "0")


def _nominal(parse: Parse, token: int) -> bool:
    """A noun for itself: no time, no first part of a compound ("warning light")."""
    part = parse.deps[token] == "compound" and parse.heads[token] == token + 1
    return not part and not nouns.is_time(parse, token)


def _predicative(parse: Parse, token: int) -> bool:
    """An adjective in the predicate, also one that the tagger took for a participle or a noun ("was stunned", "is adamant")."""
    tag = parse.tags[token]
    if tag.startswith("JJ"):
        return parse.deps[token] != "amod"
    if tag in ("VBN", "VBD", "VBG"):
        linked = parse.deps[token] == "xcomp" and parse.lemmas[parse.heads[token]] in _LINKS
        return linked or any(parse.lemmas[kid] in _LINKS for kid in parse.children(token, "aux:pass", "cop", "aux"))
    return tag in ("NN", "RB", "VB") and parse.child(token, "cop") is not None and parse.child(token, "det", "nmod:poss") is None


def _felt_by(parse: Parse, token: int) -> Subject:
    """The subject of an adjective; of a clause after "it is" the "it", of a participle never the agent ("stunned by the cuts")."""
    empty = parse.child(token, "expl")
    if empty is not None:
        return Subject(empty, "own")
    owner = subject(parse, token)
    if owner.how == "agent":
        patient = parse.child(token, "nsubj:pass", "nsubj")
        return Subject(patient, "passive") if patient is not None else NONE
    return owner


def _verbal(parse: Parse, token: int) -> bool:
    """A full verb: no auxiliary, copula, preposition ("according"), participle for adjective, nor noun ("the accused", "their finding")."""
    dep, tag = parse.deps[token], parse.tags[token]
    article = parse.child(token, "det", "nmod:poss")
    if dep in _NOMINAL and article is not None and (tag not in ("VBZ", "VBP") or article == token - 1):
        return False
    if tag == "VBZ" and dep == "compound" and parse.tags[token - 1] == "DT":  # "the claims adjuster"
        return False
    return dep not in ("aux", "aux:pass", "cop", "case") and not (dep in ("amod", "compound") and tag in ("VBN", "VBG"))


def _predicate(parse: Parse, token: int) -> Candidate:
    owner = Subject(nearby.opening(parse, token), "left")
    return Candidate(token, "V", parse.lemmas[token], mistaken.frame(parse, token), owner, nouns.kind(parse, owner.token))


def _verb(parse: Parse, token: int, phrasal: frozenset[str]) -> Candidate:
    lemma = parse.lemmas[token]
    particle = parse.child(token, "compound:prt")
    if particle is not None:
        lemma = f"{lemma} {parse.lower[particle]}"
    elif token + 1 < len(parse) and f"{lemma} {parse.lower[token + 1]}" in phrasal:
        lemma = f"{lemma} {parse.lower[token + 1]}"
    owner = subject(parse, token)
    frame = frames.verb(parse, token, owner.how)
    return Candidate(token, "V", lemma, frame, owner, nouns.kind(parse, owner.token))


def holder(parse: Parse, token: int) -> Subject:
    """Whose claim, fear or plan a noun is: possessive, subject of its light verb, or the phrase with from, by, among."""
    owner = parse.child(token, "nmod:poss")
    if owner is not None:
        return Subject(owner, "possessive")
    for kid in parse.children(token, "nmod"):  # "fears among growers", "endorsements from two unions"
        if kid > token and (case(parse, kid) == "among" or (case(parse, kid) == "from" and parse.kinds[kid] in ("H", "P"))):
            return Subject(kid, "from")
    head = parse.heads[token]
    if parse.deps[token] == "obj" and is_verb(parse, head) and parse.lower[parse.left[token] - 1] not in _AMID:
        found = _of_object(parse, token, head)
        if found is not None:
            return found
    if parse.deps[token] == "nsubj:pass" and parse.lemmas[head] not in _AGAINST:
        by = parse.child(head, "obl:agent")
        if by is not None:
            return Subject(by, "agent")
    for kid in parse.children(token, "nmod"):
        if case(parse, kid) in ("from", "by", "among"):
            return Subject(kid, "from")
    for kid in parse.children(token, "amod", "compound"):
        if parse.tags[kid] in ("NNP", "JJ", "NNPS") and parse.words[kid][:1].isupper() and parse.lower[kid] not in _AMID:
            return Subject(kid, "modifier")
    return NONE


def _of_object(parse: Parse, token: int, head: int) -> Subject | None:
    if parse.lemmas[head] in RECEIVES:  # "drew criticism from teachers"
        for kid in parse.kids[token] + parse.kids[head]:
            if parse.deps[kid] in ("nmod", "obl") and kid > token and case(parse, kid) in ("from", "of", "among", "by"):
                if parse.kinds[kid] in ("H", "P", "N"):
                    return Subject(kid, "from")
        for kid in parse.children(token, "amod", "compound"):
            if parse.words[kid][:1].isupper():
                return Subject(kid, "modifier")
        return NONE
    owner = subject(parse, head)
    return owner if owner.token is not None and owner.how != "passive" else None
