"""A source phrase described: what it is headed by, how it is determined, whether it holds a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources import phrases
from hedgescan.rules.sources.words import Words

_NUMBERED = frozenset(("one", "another", "some", "others", "many", "few", "several", "most", "both", "those", "two", "three", "four"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_QUANTITIES = frozenset("number group handful pair couple lot majority dozen dozens chorus spate trio team".split())


@dataclass(slots=True)
class Mention:
    """One source phrase.  `kind` is a lexicon kind (role, institution, outlet …), pronoun, person or thing; `form` says how it is given:
    name, pronoun, definite, indefinite, possessive, counted or bare."""

    parse: Parse
    span: Range
    head: int
    lemma: str
    kind: str
    form: str
    plural: bool
    name: str = ""
    count: int | None = None
    described: bool = False
    phrase: str = ""
    owner: int | None = None
    vague: bool = False


def describe(parse: Parse, span: Range, head: int, words: Words) -> Mention:
    """Read a source span (tokens, both ends included) around its head."""
    head = _real_head(parse, span, head)
    phrase = " ".join(parse.words[span[0] : span[1] + 1])
    tag, low = parse.tags[head], parse.lower[head]
    if tag in ("PRP", "PRP$", "WP", "WDT", "WP$") or (low == "that" and parse.deps[parse.heads[head]] == "acl:relcl"):
        return Mention(parse, span, head, low, "pronoun", "pronoun", low in ("they", "them", "their", "we", "us", "our"), phrase=phrase)
    inside = list(range(span[0], span[1] + 1))
    name = _name(parse, span, head)
    lemma = parse.lemmas[head] if tag not in ("NNP", "NNPS") else low
    plural = tag in ("NNS", "NNPS") or low in ("those", "these") or (lemma in ("people", "police") or low in _NUMBERED - {"one", "another"})
    kind = _kind(parse, head, lemma, name, words)
    form = "name" if name else _form(parse, head, inside, plural)
    owner = parse.child(head, "nmod:poss")
    near = [parse.words[kid] for kid in parse.kids[head] if parse.deps[kid] in ("nummod", "det", "amod")] or [parse.words[head]]
    described = any(parse.deps[kid] in ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "appos") for kid in parse.kids[head])
    vague = any(word.lower() in phrases.VAGUE for word in near)
    number = phrases.count(near) if tag != "NNP" else None
    return Mention(parse, span, head, lemma, kind, form, plural, name, number, described, phrase, owner, vague)


def _real_head(parse: Parse, span: Range, head: int) -> int:
    """The people themselves in "one of the officials", "a group of doctors", "several of them"."""
    if parse.lower[head] in _NUMBERED or parse.lemmas[head] in _QUANTITIES or parse.tags[head] == "CD":
        for kid in parse.children(head, "nmod"):
            of = parse.child(kid, "case")
            if of is not None and parse.lower[of] == "of" and span[0] <= kid <= span[1]:
                return kid
    return head


def _name(parse: Parse, span: Range, head: int) -> str:
    """The proper name a phrase gives: its head, or a name in apposition or flat to the head; "" where there is none."""
    heads = [head] if parse.tags[head] in ("NNP", "NNPS") else []
    heads += [kid for kid in parse.children(head, "appos", "flat", "nmod:desc") if parse.tags[kid] in ("NNP", "NNPS")]
    if not heads and span[0] <= head < span[1] and parse.tags[head + 1] == "NNP" and parse.words[head].islower():
        heads = [head + 1]  # "spokesman Joe Roe" with the name parsed as the noun's neighbour
    for token in heads:
        first = last = token
        while (first > span[0] and parse.tags[first - 1] in ("NNP", "NNPS", "HYPH")) or (
            first - 1 > span[0] and parse.lower[first - 1] in ("of", "for", "and", "the", "de", "van", "bin", "al") and _joins(parse, first)
        ):
            first -= 1
        while last < span[1] and (
            parse.tags[last + 1] in ("NNP", "NNPS", "HYPH")
            or (
                last + 2 <= span[1]
                and parse.lower[last + 1] in ("of", "for", "and", "&", "de")
                and parse.tags[last + 2] == "NNP"
                and parse.deps[last + 2] in ("nmod", "flat")
                and parse.lower[last + 1] != "and"
            )
        ):
            last += 1
        return " ".join(parse.words[first : last + 1])
    return ""


def _joins(parse: Parse, first: int) -> bool:
    """Does the small word before `first` tie two parts of one name together?"""
    return parse.tags[first - 2] == "NNP" and parse.words[first - 1] in ("de", "van", "bin", "al")


def _kind(parse: Parse, head: int, lemma: str, name: str, words: Words) -> str:
    if name:
        parts = name.split()
        found = words.name(parts)
        if found:
            return found
        if parse.tags[head] not in ("NNP", "NNPS"):
            own = words.head(lemma)
            return own if own in ("institution", "outlet", "public", "private") else "person"
        return (
            "person"
            if len(parts) <= 4 and all(part[:1].isupper() or part in ("de", "van", "bin", "al", "of") for part in parts)
            else "name"
        )
    if lemma in ("person", "people", "man", "woman", "those", "somebody", "someone"):
        return "occupation"
    if parse.lower[head] in nouns.QUANTIFIERS or parse.lower[head] in ("nobody", "none") or lemma == "one":
        return "crowd"
    return words.head(lemma) or {"D": "public", "H": "occupation"}.get(parse.kinds[head]) or ("occupation" if _agentive(lemma) else "thing")


_AGENTS = re.compile(r"[a-z]{3,}(?:er|or|ist|eer|ian|ee)$")
_NO_AGENTS = re.compile(r"(?:ter|ber|der|wer|ver|per|gger|mmer|ctor|tor|oor|ior|our|ffee|tree|knee)$")


def _agentive(lemma: str) -> bool:
    """Does the word look like one for a person by its ending ("questioner"), and not like "letter" or "factor"?"""
    return bool(_AGENTS.search(lemma)) and not _NO_AGENTS.search(lemma)


def _form(parse: Parse, head: int, inside: list[int], plural: bool) -> str:
    dets = [parse.lower[kid] for kid in parse.children(head, "det", "nummod", "nmod:poss")]
    first = parse.lower[inside[0]]
    if parse.child(head, "nummod") is not None and first not in _DEFINITE:
        return "counted"
    if parse.child(head, "nmod:poss") is not None:
        return "possessive"
    if any(det in _DEFINITE for det in dets) or first in _DEFINITE:
        return "definite"
    if first in _INDEFINITE or any(det in _INDEFINITE for det in dets):
        return "indefinite"
    return "bare"
