"""Guards that ask whether a word doubts what a noun says, or only names the thing."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import bounds, noun_head
from hedgescan.english.syntax.guard import named

CLAIMED = frozenset(
    "expert friend ally leader journalist scientist doctor peacekeeper reform reformer solution fact evidence victory progress proof"
    " miracle cure help justice freedom democracy government authority specialist professional scholar intellectual gentleman hero"
    " patriot saviour savior rescue peace ceasefire truce compromise bargain improvement science research fairness equality moderate"
    " charity security independence election referendum investigation inquiry trial protection benefit advice wisdom truth partner"
    " colleague genius celebrity star fan supporter humanitarian volunteer activist upgrade investor adult christian guru guardian"
    " witness confession apology plan recovery success achievement breakthrough discovery treasure masterpiece luxury".split()
)
REPORTS = frozenset(
    "report account claim allegation rumour rumor story statement figure number video footage image photograph photo picture reading"
    " sighting assertion accusation charge suggestion tip tale news message detail document letter tweet post theory".split()
)

MASS = frozenset(("research", "science", "evidence"))

FINDINGS = frozenset(
    "result finding figure data datum estimate analysis test count tally evidence report study conclusion diagnosis survey assessment"
    " autopsy toll total number information investigation inquiry reading projection date deal agreement schedule timetable forecast".split()
)


def noun_of(parse: Parse, last: int, anchor: int) -> int | None:
    """The noun the word stands before, or of which it is said ("the video is unverified")."""
    head = parse.heads[anchor]
    if head > anchor and noun_head(parse, head) and parse.deps[anchor] in ("amod", "compound", "acl", "advmod", "nmod"):
        return head
    found = parse.child(anchor, "nsubj", "nsubj:pass")
    if found is not None and found < anchor:
        return found
    end = bounds(parse, last)[1]
    at = last + 1
    while (
        at <= end and parse.tags[at] in ("JJ", "VBN", "VBG", "CD", "NN", "``") and at + 1 <= end and parse.tags[at + 1][:2] in ("JJ", "NN")
    ):
        at += 1
    return at if at <= end and noun_head(parse, at) else None


def disowned(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the noun rank or praise ("so-called experts"), so that the word takes it back, rather than bring in a term or a name?"""
    noun = noun_of(parse, last, anchor)
    return noun is not None and parse.lemmas[noun] in CLAIMED and not parse.tags[noun].startswith("NNP")


def of_report(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the word said of a report, an account or a figure ("unconfirmed reports"), and not of a deed or a pill?"""
    noun = noun_of(parse, last, anchor)
    return noun is not None and (parse.lemmas[noun] in REPORTS or parse.lower[noun] in ("it", "this", "that"))


def of_finding(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the word said of a result, a figure or an agreement ("preliminary results"), which may change?"""
    noun = noun_of(parse, last, anchor)
    return noun is not None and parse.lemmas[noun] in FINDINGS


def unnamed(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue's noun a bare plural or mass noun, without article, owner, number or name ("studies show", "reports suggest")?"""
    nouns = [token for token in range(first, last + 1) if noun_head(parse, token)]
    if not nouns or any(parse.tags[token].startswith("NNP") for token in nouns):
        return False
    kids = [kid for noun in nouns for kid in parse.kids[noun]]
    owned = any(parse.deps[kid] in ("det", "nmod:poss", "nummod", "appos") and parse.lower[kid] not in ("some", "many") for kid in kids)
    placed = any(parse.deps[kid] in ("nmod", "compound") and parse.tags[kid].startswith("NNP") for kid in kids)
    return not owned and not placed and (parse.tags[nouns[0]] == "NNS" or parse.lemmas[nouns[0]] in MASS)


def unagented(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does no by-phrase follow within the sentence to say who it is?"""
    return "by" not in parse.lower[last + 1 : bounds(parse, last)[1] + 1]


GUARDS = named(disowned, of_report, of_finding, unnamed, unagented)
