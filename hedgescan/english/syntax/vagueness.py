"""Questions about vague crowds, round numbers and loose classes."""

from __future__ import annotations

from collections.abc import Callable

from hedgescan.english.parse import Parse

NAMING = frozenset(("including", "such", "like", "namely", "led"))
HOME = frozenset(("at", "from", "with", "for", "in", "on"))
EXACT = frozenset(("the", "both", "these", "those", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
UNITS = frozenset(
    """second minute hour day night week fortnight month year decade century generation mile metre meter kilometre kilometer inch foot
    yard acre hectare tonne ton kilo kilogram pound gram litre liter gallon cup teaspoon tablespoon dozen hundred thousand million billion
    trillion score half third quarter fifth dollar euro pence penny percent degree century lap season lifetime majority""".split()
)
WHOLE = frozenset(
    (
        "half",
        "double",
        "twice",
        "all",
        "every",
        "any",
        "everyone",
        "everything",
        "everybody",
        "nobody",
        "nothing",
        "none",
        "no",
        "treble",
        "triple",
    )
)
MONTHS = frozenset("january february march april may june july august september october november december".split())
TYPES = frozenset(
    """weapon bread fish cheese plant animal tree bird food cake stew soup sauce pasta flower fruit vegetable grain rock stone metal
    insect snake whale shark drug medicine vehicle aircraft boat fabric cloth paper music dance wine beer tea rice bean mushroom spice
    cell protein molecule particle galaxy star tax bond fund licence license person people thing""".split()
)
TENS = frozenset("ten twenty thirty forty fifty sixty seventy eighty ninety hundred dozen".split())  # a name to the tagger at times


def unnamed_crowd(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject a crowd that nobody could be asked about: no name in it, no number, no employer, no "including Jane Roe"?"""
    crowd = next(
        (i for i in range(last, first - 1, -1) if parse.deps[i] in ("nsubj", "nsubj:outer") and parse.tags[i][:2] in ("NN", "DT", "JJ")),
        None,
    )
    if crowd is None or (parse.heads[crowd] != anchor and not first <= parse.heads[crowd] <= last):
        return False
    if parse.tags[crowd].startswith("NNP") or (parse.tags[crowd] == "NN" and parse.lower[crowd] not in ("some", "many", "most")):
        return False
    span = range(parse.left[crowd], parse.right[crowd] + 1)
    if any(parse.deps[i] == "nummod" or parse.lower[i] in NAMING or parse.deps[i] == "appos" for i in span):
        return False
    if any(parse.lower[i] in EXACT and parse.heads[i] == crowd and parse.deps[i] == "det" for i in span):
        return False
    if any(parse.tags[i].startswith("NNP") and parse.heads[i] == crowd and parse.deps[i] in ("compound", "appos", "conj") for i in span):
        return False
    return not employed(parse, crowd)


def employed(parse: Parse, crowd: int) -> bool:
    """Whether a phrase with a name in it says where the crowd works or belongs ("experts at MIT")."""
    for kid in parse.children(crowd, "nmod", "obl"):
        case = parse.child(kid, "case")
        if (
            case is not None
            and parse.lower[case] in HOME
            and any(parse.tags[i].startswith("NNP") for i in range(parse.left[kid], parse.right[kid] + 1))
        ):
            return True
    return False


def crowd_object(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the clause after the crowd's verb tell what it says or believes?"""
    if parse.children(anchor, "ccomp", "xcomp", "parataxis", "obj"):
        return True
    return parse.deps[anchor] in ("parataxis", "acl:relcl", "ccomp", "root", "ROOT", "advcl", "conj")


def quantity_after(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a number, a sum or a measure (forty people, $3, half, a week) come next, and neither a date nor a place?"""
    i, size = last + 1, len(parse)
    if i >= size or parse.sent[i] != parse.sent[last]:
        return False
    if parse.tags[i] == "$" or parse.words[i] in ("$", "\u00a3", "\u20ac") or parse.words[i][0] in "$\u00a3\u20ac":
        return True
    if parse.tags[i] == "CD" or parse.words[i][0].isdigit():
        return not dated(parse, i)
    if parse.lower[i] in ("half", "double", "twice", "triple"):
        return True
    if parse.lower[i] in ("a", "an") and i + 1 < size:
        nxt = i + 2 if parse.lower[i + 1] in ("full", "further", "whole") and i + 2 < size else i + 1
        return parse.lemmas[nxt] in UNITS
    return parse.lemmas[i] in ("dozen", "hundred", "thousand", "million", "billion")


def dated(parse: Parse, number: int) -> bool:
    """Whether the number is a bare year or the day of a month."""
    word = parse.words[number]
    year = len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")
    after = parse.lower[number + 1] if number + 1 < len(parse) else ""
    head = parse.heads[number]
    if year:
        return not (head > number and parse.deps[number] == "nummod")
    return after in MONTHS or (number > 0 and parse.lower[number - 1] in MONTHS)


def whole_after(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a word for all or none come next ("almost everyone", "virtually no rain")?"""
    return last + 1 < len(parse) and parse.lower[last + 1] in WHOLE


def quantity_before(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a number or a measure stand just before ("forty or so", "a week or two")?"""
    before = range(max(parse.sents[parse.sent[first]][0], first - 3), first)
    return any(parse.tags[i] == "CD" or parse.lemmas[i] in UNITS or parse.lower[i] in TENS for i in before)


def grades(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the adverb tone down an adjective, an adverb, a participle or a verb?"""
    head = parse.heads[anchor]
    if head == anchor or parse.deps[anchor] not in ("advmod", "obl:npmod", "obl", "nmod", "case", "fixed", "obl:unmarked", "nmod:unmarked"):
        return parse.deps[anchor] in ("advmod", "obl")
    return parse.tags[head][:2] in ("JJ", "RB", "VB", "NN", "IN", "MD", "PR", "DT", "CD")


def adjective_after(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does an adjective, adverb or participle come next, so that the word can only tone it down?"""
    return last + 1 < len(parse) and parse.tags[last + 1] in ("JJ", "RB", "VBN", "JJR", "RBR") and parse.sent[last + 1] == parse.sent[last]


def precedes(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the adverb stand before the word or clause it modifies ("effectively bans"), not after its verb ("used effectively")?"""
    head = parse.heads[anchor]
    return head > last or (last + 1 < len(parse) and parse.tags[last + 1] in ("DT", "PRP$", "JJ", "VBN")) or parse.lower[first] == "in"


def verb_or_adjective_after(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a verb or an adjective come next, with no article before the cue ("it kind of works", not "this kind of music")?"""
    if last + 1 >= len(parse) or parse.sent[last + 1] != parse.sent[last]:
        return False
    if (
        first
        and parse.tags[first - 1] in ("DT", "WDT", "WP", "PRP$", "JJ", "JJS", "POS", "PDT", "CD", "JJR")
        and parse.tags[first - 1] != "JJR"
    ):
        return False
    return parse.tags[last + 1][:2] in ("VB", "JJ", "RB", "MD", "IN")


def loose_kind(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is "a kind of X" a loose comparison, and not the naming of a species (a kind of weapon) or a definition (whist is a kind of game)?"""
    after = next((i for i in range(last + 1, min(last + 5, len(parse))) if parse.tags[i].startswith("NN")), None)
    if after is None or parse.lemmas[after] in TYPES:
        return False
    whole = next((i for i in range(first, last + 1) if parse.lemmas[i] in ("kind", "sort", "form")), anchor)
    defined = parse.child(whole, "cop") is not None or parse.child(after, "cop") is not None
    return not defined


def plural_after(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a plural noun come next, an adjective or two before it allowed?"""
    for i in range(last + 1, min(last + 4, len(parse))):
        if parse.tags[i] in ("NNS", "NNPS"):
            return True
        if not parse.tags[i].startswith(("JJ", "NN", "RB", "DT", "PRP$", "CD")):
            return False
    return False


GUARDS: dict[str, Callable[[Parse, int, int, int], bool]] = {
    "unnamed-crowd": unnamed_crowd,
    "crowd-object": crowd_object,
    "quantity-after": quantity_after,
    "whole-after": whole_after,
    "quantity-before": quantity_before,
    "grades": grades,
    "precedes": precedes,
    "adjective-after": adjective_after,
    "verb-or-adjective-after": verb_or_adjective_after,
    "loose-kind": loose_kind,
    "plural-after": plural_after,
}
