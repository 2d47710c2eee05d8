"""A source phrase described: what it is headed by, how it is determined, whether it holds a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import Range, climb
from hedgescan.rules.sources import partition, phrases, proper
from hedgescan.rules.sources.words import PEOPLE, Words

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_NOMINAL = ("NN", "PR", "WP", "WD", "DT", "CD", "JJ", "RB", "FW")
_COMPOUND = ("NN", "NNS", "NNP", "NNPS", "HYPH", "JJ", ":")
_NAMING, _AS = ("named", "called", "nicknamed"), ("known", "name", "himself", "herself", "identified")
_SELVES = ("himself", "herself", "themselves", "itself")
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
    name = _name(parse, span, head, words) or (_name(parse, span, top, words) if share else "")
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
    if odd and span[0] <= head < span[1] and parse.tags[span[1]].startswith("NN") and not _initial(parse, head, words):
        return span[1]  # a noun phrase whose first word was taken for a verb or an adjective
    rest = range(head + 1, span[1] + 1)
    if parse.tags[head] == "NNP" and parse.tags[span[1]] in ("NN", "NNS") and all(parse.tags[at] in _COMPOUND for at in rest):
        return span[1]  # a compound that the parse has cut short ("a Harrow Post poll")
    if span[0] < head and parse.deps[head] == "nsubj" and parse.deps[verb] == "acl:relcl" and span[0] <= parse.heads[verb] < head:
        return parse.heads[verb]
    return head


def _name(parse: Parse, span: Range, head: int, words: Words) -> str:
    """The proper name a phrase gives: its head, or a name in apposition or flat to the head; "" where there is none."""
    tokens = [head] if (proper.proper(parse, head) or _initial(parse, head, words)) and not common(parse, head, words) else []
    if not tokens:
        tokens = [kid for kid in parse.children(head, "appos", "flat", "nmod:desc") if proper.proper(parse, kid) and not common(parse, kid, words)]
        tokens = tokens or _beside(parse, head, span, words)
        if not tokens and head < span[1] and proper.proper(parse, head + 1) and parse.words[head].islower():
            tokens = [head + 1]  # "spokesman Joe Roe" with the name parsed as the noun's neighbour
        tokens = [at for at in tokens if span[0] <= at <= span[1]]
    if not tokens:
        return _told(parse, span, head, words)
    found = proper.around(parse, tokens[0], span, words)
    return proper.text(parse, *(_entitled(parse, found, span, words) or found))


def _entitled(parse: Parse, found: Range, span: Range, words: Words) -> Range | None:
    """The name after an office of which the parse has kept the first word alone ("Secretary of State Jane Roe")."""
    first, last = found
    if first != last or parse.lower[first] not in words.titles or parse.lower[min(first + 1, len(parse) - 1)] != "of":
        return None
    after = next((at for at in range(first + 3, span[1] + 1) if proper.proper(parse, at)), None)
    return proper.around(parse, after, (after, span[1]), words) if after == first + 3 else None


def _told(parse: Parse, span: Range, head: int, words: Words) -> str:
    """A handle, or a name given by a verb: "a user @tern", "a man called Joko", "a woman who gave her name as Ana"."""
    last = parse.sents[parse.sent[head]][1]
    for at in range(head + 1, min(head + 7, last + 1)):
        if at > span[1] + 4 or (parse.words[at] in (",", ";", "“") and not parse.words[min(at + 1, last)].startswith("@")):
            break
        if parse.words[at][0] == "@" and (len(parse.words[at]) > 1 or at < last):
            return proper.text(parse, at, at if len(parse.words[at]) > 1 else at + 1)
        by = parse.lower[at - 1] in _NAMING or (parse.lower[at - 1] in _SELVES and parse.lower[at - 2] == "calling")
        if proper.proper(parse, at) and (by or (parse.lower[at - 1] == "as" and parse.lower[at - 2] in _AS)):
            return proper.text(parse, *proper.around(parse, at, (head + 1, last), words))
    return ""


def _initial(parse: Parse, head: int, words: Words) -> bool:
    """A surname at the head of a sentence that the tagger took for a noun ("Hicks, the spokeswoman, said", "Hicks: “No”"); a handle."""
    if parse.words[head][0] == "@":
        return True
    first = head == parse.sents[parse.sent[head]][0] and parse.words[head][:1].isupper() and not proper.proper(parse, head)
    if not first or words.noun(parse, head)[1] or parse.kinds[head] != "N":
        return False
    labelled = parse.words[min(head + 1, len(parse) - 1)] == ":"
    return labelled or any(words.person(parse.lemmas[kid]) for kid in parse.children(head, "appos"))


def _beside(parse: Parse, head: int, span: Range, words: Words) -> list[int]:
    """The name after a comma at the end of a phrase for one, whatever the parse makes of it ("the baker's son, Joko")."""
    if parse.tags[head] not in ("NN", "NNP", "CD"):
        return []
    for comma in range(head + 1, span[1]):
        if parse.words[comma] == "," and proper.proper(parse, comma + 1):
            end = proper.around(parse, comma + 1, (comma, span[1]), words)[1]
            listed = any(parse.lower[near] in ("and", "or") for near in range(comma, span[1] + 1))
            return [comma + 1] if not listed and (end == span[1] or parse.words[end + 1] == ",") else []
    return []


def common(parse: Parse, token: int, words: Words) -> bool:
    """A noun with a capital that names nobody: "Republicans", "a Democrat", "one senior Green", "Fans" at the head of a sentence."""
    tag = parse.tags[token]
    if tag == "NNPS" and words.noun(parse, token)[1] in PEOPLE:
        return True
    dets = {parse.lower[kid] for kid in parse.children(token, "det", "nummod")}
    single = token == 0 or not proper.proper(parse, token - 1) or parse.deps[token - 1] in ("compound", "amod")
    known = words.name([parse.words[token]])
    return bool(dets & (_INDEFINITE | {"two", "three", "several"})) and single and not known and parse.tags[token] in ("NNP", "NNPS")


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
