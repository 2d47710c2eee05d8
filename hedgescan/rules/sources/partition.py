"""Some out of more: "one of the officials", "half a dozen members", "another", "the other", and how many that makes."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources import phrases

SHARES = frozenset("one another other third fourth fifth second either neither".split())
_OTHERS = frozenset(("others", "rest"))
_MASSES = frozenset("some many most few several all both none half majority minority plenty lot number handful percent %".split())
_QUANTITIES = frozenset("number group handful pair couple lot majority minority dozen chorus spate trio quartet roster range host half".split())
_NOBODY = frozenset("half majority minority percent % host each every any none no neither millions thousands hundreds".split())
_MULTITUDE = _NOBODY | frozenset("many most few all lot plenty".split())
_COUNTED = {"pair": 2, "couple": 2, "trio": 3, "quartet": 4}


def _of(parse: Parse, token: int) -> int | None:
    """The noun of an "of" phrase after a word of quantity."""
    for kid in parse.children(token, "nmod", "obl"):
        case = parse.child(kid, "case")
        if case is not None and parse.lower[case] == "of" and kid > token:
            return kid
    return None


def inner(parse: Parse, span: Range, head: int) -> int:
    """The people themselves in "one of the officials", "a group of doctors", "several of them"."""
    low = parse.lower[head]
    if low in SHARES | _OTHERS | _MASSES or parse.lemmas[head] in _QUANTITIES or parse.tags[head] == "CD":
        kid = _of(parse, head)
        if kid is not None and span[0] <= kid <= span[1]:
            return kid
    return head


def sharing(parse: Parse, top: int) -> bool:
    """Does the phrase take one, or the others, out of more without naming them: "one", "another", "a third", "the other", "others"?"""
    return parse.lower[top] in SHARES or parse.lower[top] in _OTHERS


def elliptic(parse: Parse, top: int) -> bool:
    """A share without an "of" phrase, speaking for itself: of whom, the text before it tells."""
    return sharing(parse, top) and _of(parse, top) is None and not any(parse.lower[kid] == "no" for kid in parse.kids[top])


def mass(parse: Parse, span: Range, role: bool = False) -> bool:
    """Is it a great many, nobody, or a share in a count of heads ("many voters", "none of the aides", "40 percent of nurses")?

    `role` asks it of people with an office, of whom "many" or "most" may well be some who were spoken to.
    """
    near = [parse.lower[at] for at in range(span[0], min(span[0] + 4, span[1] + 1))]
    if "a" in near[:2] and "few" in near:
        return False
    if near[:2] == ["one", "or"] or any(parse.tags[span[0] + at + 1] == "CD" for at in range(1, len(near) - 1) if near[at] == "in"):
        return True  # "one or more", "six in ten"
    wanted = _NOBODY if role else _MULTITUDE
    return any(word in wanted and near[place : place + 3] != ["half", "a", "dozen"] for place, word in enumerate(near))


def plural(parse: Parse, top: int, head: int, lemma: str) -> bool:
    """More than one?  "One of the officials" is one."""
    if parse.lower[top] in SHARES:
        return False
    low, tag = parse.lower[head], parse.tags[head]
    several = lemma in ("people", "police") or low in ("those", "these") or parse.lower[top] in _OTHERS | _MASSES
    return tag in ("NNS", "NNPS") or several or (tag == "CD" and low != "one")


def count(parse: Parse, span: Range, top: int, head: int) -> int | None:
    """How many the phrase says there are, or None."""
    if parse.lower[top] in SHARES:
        return 1
    if parse.lemmas[top] in _COUNTED:
        return _COUNTED[parse.lemmas[top]]
    words = parse.lower[span[0] : head + 1]
    if "dozen" in words:
        return 6 if "half" in words else 12 * (phrases.count(words[: words.index("dozen")]) or 1)
    numbers = [parse.words[at] for at in range(span[0], head + 1) if parse.tags[at] == "CD" or parse.lower[at] in phrases.COUNTS]
    near = [at for at in range(span[0], head + 1) if parse.lower[at] in ("-", "percent", "%")]
    return None if near else phrases.count(numbers)


def things(parse: Parse, token: int) -> bool:
    """Is "one" anybody, or the last plural before a share, in its sentence or the one before, of things: "postings that included one saying …"?"""
    if parse.lower[token] == "one" and token and parse.tags[token - 1] in ("WRB", "IN") and parse.tags[parse.heads[token]] in ("VBZ", "MD", "VB"):
        return True  # "how one writes a brief"
    first = parse.sents[max(0, parse.sent[token] - 1)][0]
    for at in range(token - 1, first - 1, -1):
        if parse.tags[at] == "NNS" and not nouns.is_time(parse, at):
            return parse.kinds[at] != "H"
    return False
