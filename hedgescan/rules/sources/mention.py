"""A source phrase described: what it is headed by, how it is determined, whether it holds a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import Range, climb
from hedgescan.rules.sources import naming, partition, phrases, proper
from hedgescan.rules.sources.words import PEOPLE, Words

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_NOMINAL = ("NN", "PR", "WP", "WD", "DT", "CD", "JJ", "RB", "FW")
_COMPOUND = ("NN", "NNS", "NNP", "NNPS", "HYPH", "JJ", ":")
_HUMANS = ("person", "people", "man", "woman", "those", "somebody", "someone")


@dataclass(slots=True)
class Mention:
    """One source phrase.  `kind` is a lexicon kind (role, institution, outlet …), pronoun, person or thing; `form` says how it is given:
    name, pronoun, definite, indefinite, possessive, counted or bare; `share` is the word that takes some out of more ("one", "another")."""

    parse: Parse
    span: Range
    head: int
    lemma: str
    kind: str
    form: str
    plural: bool
    name: str = ""
    count: int | None = None
    phrase: str = ""
    owner: int | None = None
    vague: bool = False
    share: str = ""
    elliptic: bool = False

    @property
    def at(self) -> int:
        """Offset of the head."""
        return self.parse.starts[self.head]

    @property
    def whole(self) -> str:
        """The phrase with the clause after its comma ("two aides, who asked not to be named")."""
        return proper.text(self.parse, self.span[0], phrases.reach(self.parse, self.span))


def describe(parse: Parse, span: Range, head: int, words: Words) -> Mention:
    """Read a source span (tokens, both ends included) around its head."""
    head = _outer(parse, span, head, words)
    head = climb(parse, head) if span[0] <= climb(parse, head) <= span[1] else head
    top = head
    head = partition.inner(parse, span, head)
    if head != top and parse.tags[head].startswith(("PR", "WP")):  # "two of them", "most of whom"
        return _fraction(parse, span, top)
    share = parse.lower[top] if partition.sharing(parse, top) else ""
    phrase = proper.text(parse, *span)
    tag, low = parse.tags[head], parse.lower[head]
    if tag in ("PRP", "PRP$", "WP", "WDT", "WP$") or (low == "that" and parse.deps[parse.heads[head]] == "acl:relcl"):
        return Mention(parse, span, head, low, "pronoun", "pronoun", low in ("they", "them", "their", "we", "us", "our"), phrase=phrase)
    name = naming.name(parse, span, head, words) or (naming.name(parse, span, top, words) if share else "")
    lemma, kind = _kind(parse, head, name, words)
    plural = partition.plural(parse, top, head, lemma)
    form = "name" if name else _form(parse, top, span[0], share)
    count = partition.count(parse, span, top, head) if tag != "NNP" else None
    vague = any(word in phrases.VAGUE for word in parse.lower[span[0] : head + 1])
    if plural and form == "bare" and kind in ("role", "occupation") and _joined(parse, span, head, words):
        kind = "crowd"
    owner, alone = parse.child(head, "nmod:poss"), partition.elliptic(parse, top)
    return Mention(parse, span, head, lemma, kind, form, plural, name, count, phrase, owner, vague, share, alone)


def _joined(parse: Parse, span: Range, head: int, words: Words) -> bool:
    """Are people of a trade named in one breath with a crowd ("developers and supporters say")?  Then they are as little to be asked."""
    return any(words.head(parse.lemmas[kid]) == "crowd" for kid in parse.children(head, "conj") if kid <= span[1])


def _fraction(parse: Parse, span: Range, top: int) -> Mention:
    """Some of those spoken of before."""
    low = parse.lower[top]
    number, plural = partition.count(parse, (top, top), top, top), low not in partition.SHARES
    many = partition.mass(parse, span, role=True) or low in ("many", "most", "all", "few")
    kind = "mass" if many else "crowd"
    return Mention(parse, span, top, low, kind, "indefinite", plural, "", number, proper.text(parse, *span), share=low, elliptic=not many)


def _outer(parse: Parse, span: Range, head: int, words: Words) -> int:
    """The noun that a clause within the span belongs to, where the head was taken from the clause ("everyone I interviewed")."""
    verb = parse.heads[head]
    odd = parse.tags[head][:2] not in _NOMINAL or parse.lower[head] in proper.RANKS
    if odd and span[0] <= head < span[1] and parse.tags[span[1]].startswith("NN") and not naming.initial(parse, head, words):
        return span[1]  # a noun phrase whose first word was taken for a verb or an adjective
    rest = range(head + 1, span[1] + 1)
    if parse.tags[head] == "NNP" and parse.tags[span[1]] in ("NN", "NNS") and all(parse.tags[at] in _COMPOUND for at in rest):
        return span[1]  # a compound that the parse has cut short ("a Harrow Post poll")
    if span[0] < head and parse.deps[head] == "nsubj" and parse.deps[verb] == "acl:relcl" and span[0] <= parse.heads[verb] < head:
        return parse.heads[verb]
    return head


def _kind(parse: Parse, head: int, name: str, words: Words) -> tuple[str, str]:
    """(lemma or entry, kind) of the head."""
    lemma, kind = words.noun(parse, head)
    if name:
        parts = name.split()
        found = words.name(parts) or (kind if not proper.proper(parse, head) and kind in ("institution", "outlet", "public", "private") else "")
        return parse.lower[head] if proper.proper(parse, head) else lemma, found or "person"
    if lemma in _HUMANS:
        return lemma, "occupation"
    if parse.lower[head] in nouns.QUANTIFIERS or parse.lower[head] in ("nobody", "none") or lemma == "one":
        return lemma, "crowd"
    if proper.proper(parse, head) and kind not in PEOPLE:
        return lemma, "occupation"
    if lemma == "paper" and kind == "outlet" and _published(parse, head):
        return lemma, "public"
    guess = {"D": "public", "H": "occupation"}.get(parse.kinds[head]) or ("occupation" if _agentive(parse, head) else "thing")
    return lemma, kind or guess


def _published(parse: Parse, head: int) -> bool:
    """Is a paper one that was published ("a paper in Cell", "a paper by Roe"), and no newspaper?"""
    inside = [kid for kid in parse.children(head, "nmod") if any(parse.lower[at] in ("in", "by", "on") for at in parse.children(kid, "case"))]
    return bool(inside) or any(parse.lemmas[kid] in ("publish", "write", "author", "post") for kid in parse.children(head, "acl"))


_AGENTS = re.compile(r"[a-z]{3,}(?:er|or|ist|eer|ian|ee)$")
_NO_AGENTS = re.compile(r"(?:ter|ber|der|wer|ver|per|gger|mmer|ctor|tor|oor|ior|our|ffee|tree|knee|cker|nner|ier)$")


def _agentive(parse: Parse, head: int) -> bool:
    """Does the word look like one for a person by its ending ("questioner"), and not like "letter" or "factor"?  An age is one too."""
    lemma = parse.lemmas[head]
    aged = lemma == "old" or lemma.endswith("-year-old")
    return aged or bool(parse.tags[head].startswith("NN") and _AGENTS.search(lemma) and not _NO_AGENTS.search(lemma))


def _form(parse: Parse, head: int, first: int, share: str) -> str:
    dets = [parse.lower[kid] for kid in parse.children(head, "det", "nummod", "nmod:poss")]
    low = parse.lower[first]
    if share:
        return "indefinite"
    if parse.child(head, "nummod") is not None and low not in _DEFINITE:
        return "counted"
    if parse.child(head, "nmod:poss") is not None:
        return "possessive"
    if any(det in _DEFINITE for det in dets) or low in _DEFINITE:
        return "definite"
    return "indefinite" if low in _INDEFINITE or any(det in _INDEFINITE for det in dets) else "bare"
