"""Person or body?  What the words around an unknown name tells: titles, roles, age and "who" for a person, "it", "which" and trades for a body."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources.words import PEOPLE, Words

MALE = frozenset("mr sir lord king prince father brother duke herr señor emperor baron".split())
FEMALE = frozenset("mrs ms miss madam madame lady queen princess dame sister mother duchess frau señora baroness empress".split())
_MEN = frozenset("man husband father brother son boy actor king spokesman businessman congressman chairman uncle grandfather widower".split())
_WOMEN = frozenset("woman wife mother sister daughter girl actress queen spokeswoman businesswoman congresswoman aunt grandmother widow".split())
_TRADES = frozenset("maker manufacturer carmaker drugmaker chipmaker producer retailer publisher developer startup carrier".split())
_PLACING = ("in", "at", "near", "across", "throughout", "outside", "within", "into")
_SURE = 2
_PARTS = frozenset("share shareholder stock subsidiary headquarters founder ceo".split())
_ROLE = ("DT", "JJ", "NN", "NNP", "POS", "HYPH")
_SUBJECTS = ("nsubj", "nsubj:pass")


def roles(parse: Parse, first: int, last: int) -> list[int]:
    """Nouns that say what a name is: in apposition, before it ("spokeswoman Jane Roe"), or as its predicate ("Jane Roe is a judge")."""
    inside = range(first, last + 1)
    out = [at for at in range(max(0, first - 2), first) if parse.tags[at] == "NN" and parse.heads[at] in inside]
    out += _beside(parse, first, last)
    for at in inside:
        out += [kid for kid in parse.children(at, "appos", "compound", "nmod:desc") if kid not in inside]
        head = parse.heads[at]
        if head in inside:
            continue
        predicate = parse.deps[at] in _SUBJECTS and parse.tags[head].startswith("NN") and parse.child(head, "cop") is not None
        if predicate or parse.deps[at] in ("appos", "flat", "nmod:desc"):
            out.append(head)
    return [at for at in out if parse.tags[at] in ("NN", "NNS") or parse.words[at] == parse.lower[at]]


def _beside(parse: Parse, first: int, last: int) -> list[int]:
    """The role right before a name, or between commas after it, whatever the parse makes of them ("police chief Leo Hall"; "Roe, the mayor,")."""
    out = [first - 1] if first and parse.tags[first - 1] == "NN" and parse.kinds[first - 1] == "H" else []
    at, end = last + 1, parse.sents[parse.sent[last]][1]
    if at < end and parse.words[at] == "," and parse.tags[at + 1] == "DT":
        while at < end and parse.tags[at + 1] in _ROLE:
            at += 1
        out += [at] if parse.tags[at] == "NN" and parse.kinds[at] == "H" and parse.words[min(at + 1, end)] == "," else []
    return out


def gender(titles: set[str], nouns: set[str]) -> str:
    """m, f or nothing, by titles before a name and nouns beside it."""
    if titles & MALE or nouns & _MEN:
        return "m"
    return "f" if titles & FEMALE or nouns & _WOMEN else ""


def weigh(parse: Parse, span: Range, beside: list[int], titled: bool, words: Words) -> int:
    """How much one mention of an unknown name speaks for a person (above 0) or for a body or place (below 0)."""
    first, last = span
    head = next((at for at in range(last, first - 1, -1) if not first <= parse.heads[at] <= last), last)
    kinds = {words.noun(parse, at)[1] for at in beside if parse.lemmas[at] not in _TRADES}
    score = 3 if titled or kinds & set(PEOPLE) else 0
    if last + 2 < len(parse) and parse.words[last + 1] == "," and parse.words[last + 2].isdigit() and len(parse.words[last + 2]) < 4:
        score += 3  # an age
    score += _SURE if _clause(parse, span, ("who", "whom", "whose")) else 0
    if kinds & {"institution", "outlet"} or any(parse.lemmas[at] in _TRADES for at in beside):
        score -= 3
    if first and parse.lower[first - 1] == "the" and parse.heads[first - 1] == head and parse.tags[head] == "NNP" and not beside:
        score -= 3
    if parse.deps[head] == "nmod:poss" and parse.lemmas[parse.heads[head]] in _PARTS:
        score -= 1
    if any(parse.lower[kid] in _PLACING for kid in parse.children(head, "case")):
        score -= _SURE
    return score


def _clause(parse: Parse, span: Range, pronouns: tuple[str, ...]) -> bool:
    """Does a relative clause with one of the pronouns follow the name, with or without a comma?"""
    after = span[1] + 1
    if after < len(parse) and parse.words[after] == ",":
        after += 1
    return after < len(parse) and parse.lower[after] in pronouns


def neuter(parse: Parse, span: Range) -> bool:
    """Is a lone name taken up by "which", "its" or "it"?  Too weak to speak against a full name."""
    return _clause(parse, span, ("which",)) or _it(parse, span[1])


def _it(parse: Parse, head: int) -> bool:
    """Is the name the subject of a verb whose clause, possessive object or next sentence calls it "it"?"""
    if parse.deps[head] not in _SUBJECTS:
        return False
    verb = parse.heads[head]
    for kid in parse.children(verb, "ccomp", "obj", "obl", "xcomp", "advcl"):
        for inner in parse.kids[kid]:
            if parse.lower[inner] == "its" or (parse.lower[inner] == "it" and parse.deps[inner] in _SUBJECTS):
                return True
    after = parse.sents[parse.sent[head]][1] + 1
    return (
        parse.heads[verb] == verb
        and after + 1 < len(parse)
        and parse.words[after] == "It"
        and parse.deps[after] == "nsubj"
        and parse.tags[parse.heads[after]] in ("VBD", "VBZ")
        and parse.lemmas[parse.heads[after]] != "be"
    )
