"""The rung of a source that is tied to nobody met before (language.md 3.2).

Decided here, by the ladder and its examples: a concrete human being who acts or speaks in the text is unnamed, whether it is an official,
a spokesman or a woman who shouts; "officials", "aides" and "experts" are too.  A crowd nobody could ask is not ("critics", "voters", "most
economists"), nor somebody supposed ("a doctor will say").  An office with one holder ("the prime minister") and a family ("Roe's family")
are accountable without a name, like a metonym.
"""

from __future__ import annotations

from hedgescan.rules.sources import partition, phrases
from hedgescan.rules.sources.mention import Mention

KIN = frozenset(
    "wife husband mother father son daughter brother sister parent parents widow widower grandmother grandfather fiance fiancé fiancée"
    " partner mom mum dad twin uncle aunt cousin niece nephew".split()
)
_INSTITUTIONS = ("institution", "name")
_METONYMS = ("metonym", "country", "capital")
_EMPTY = ("other", "several", "many", "unnamed", "anonymous", "unidentified", "same", "own", "few", "such")
_ASKED = 10  # so many of a people were asked as a crowd is ("31 Latinos"); fewer are persons ("two Americans")
_SUPPOSED = frozenset("will would may might can could should must 'll 'd".split())
_EVERYBODY = KIN | {"people", "those", "child", "family"}
_LEARNED = frozenset("expert analyst observer scholar economist scientist researcher specialist strategist lawyer attorney investor".split())
_ROLES = ("role", "relation", "spokesperson", "bare")


def rank(mention: Mention, verb: int | None = None) -> tuple[str, str, bool]:
    """(kind, rung, anonymous) of a source met for the first time and resolved to nobody; `verb` is the cue it belongs to."""
    kind = mention.kind
    if kind == "person":
        return "person", "NAMED", False
    if kind == "outlet":
        return "outlet", "OUTLET", False
    if kind in _METONYMS:
        return "metonym", "METONYM", False
    if kind in _INSTITUTIONS:
        named = bool(mention.name) or mention.form in ("definite", "bare", "possessive")
        return "organisation", "NAMED_ORG" if named else "METONYM", False
    if kind == "thing" and mention.plural:
        return "collective", "WEASEL", False
    if kind in ("public", "private", "thing"):
        return "document", "DOC_PUBLIC" if kind == "public" else "DOC_PRIVATE", False
    if kind == "pronoun":
        return _pronoun(mention)
    if mention.plural and _exemplified(mention):
        return "group", "NAMED", False
    if mention.elliptic or _nobody(mention) or (verb is not None and _supposed(mention, verb)):
        return "collective", "WEASEL", False
    return _person(mention)


def _pronoun(mention: Mention) -> tuple[str, str, bool]:
    if mention.lemma in ("i", "we", "you", "me", "us", "my", "our", "your"):
        return "person", "NAMED", False
    if mention.lemma in ("he", "she", "him", "her", "his"):
        return "person", "ANON_GENERIC", True
    return "collective", "WEASEL", False


def _nobody(mention: Mention) -> bool:
    """A crowd: all of a kind, a great many, or nobody in particular."""
    if mention.kind == "mass":
        return True
    if known(mention):
        return False
    if mention.lemma.startswith("the "):  # "the public"
        return True
    many = partition.mass(mention.parse, mention.span, mention.kind in _ROLES and mention.lemma not in _LEARNED)
    if many or mention.lemma in ("anyone", "anybody", "everyone", "everybody", "nobody", "none"):
        return True
    if mention.plural and mention.form in ("bare", "definite") and mention.lemma in _EVERYBODY and not mention.vague:
        return True
    if not mention.plural:
        return mention.kind == "crowd" and mention.lemma != "one" and mention.form not in ("indefinite", "definite")
    if mention.kind in _ROLES:
        return False
    some = mention.parse.lower[mention.span[0]]
    few = mention.count is not None and (mention.kind != "collective" or mention.count < _ASKED)
    return not (few or (some == "several" and mention.kind in ("collective", "occupation")) or _told_apart(mention))


def _exemplified(mention: Mention) -> bool:
    """Are some of them named on the spot ("analysts including Ada Lund", "supporters such as Joe Abara")?"""
    parse, last = mention.parse, mention.parse.sents[mention.parse.sent[mention.head]][1]
    for at in range(mention.head + 1, min(last, mention.span[1] + 4)):
        if parse.lower[at] in ("including", "namely", "like") or (parse.lower[at] == "as" and parse.lower[at - 1] == "such"):
            return any(parse.tags[near] == "NNP" for near in range(at + 1, min(at + 4, last)))
    return False


def _told_apart(mention: Mention) -> bool:
    """A few of some trade: "some families" are not all families, but "some voters" are a crowd."""
    return mention.kind == "occupation" and (mention.vague or mention.form == "definite")


def _supposed(mention: Mention, verb: int) -> bool:
    """Somebody thought up, in what he will or would do ("a doctor will tell you")."""
    parse = mention.parse
    if mention.plural or mention.form != "indefinite" or mention.share or mention.kind in _ROLES:
        return False
    if any(parse.tags[at].startswith("NNP") for at in range(mention.span[0], mention.span[1] + 1)):
        return False
    return any(
        (parse.deps[kid] == "aux" and parse.lower[kid] in _SUPPOSED) or (parse.deps[kid] == "mark" and parse.lower[kid] in ("if", "unless"))
        for kid in parse.kids[verb]
    )


def _person(mention: Mention) -> tuple[str, str, bool]:
    """An unnamed person or group of people."""
    who = "group" if mention.plural else "person"
    if mention.kind == "office" and mention.form in ("definite", "possessive", "bare") and not mention.plural:
        return "person", "METONYM", False
    if mention.lemma == "family" and not mention.name:
        return "collective", "METONYM" if mention.form == "possessive" else "WEASEL", False
    owned = mention.owner is not None and mention.parse.tags[mention.owner] in ("PRP$", "NNP", "NNPS")
    if owned and (mention.lemma in KIN or (mention.kind == "office" and mention.plural)):
        return who, "NAMED" if mention.lemma in KIN else "METONYM", False
    if mention.kind == "bare":
        return who, "ANON_GENERIC" if _described(mention) or known(mention) else "ANON_BARE", True
    if mention.plural:
        return who, "ANON_GROUP_DESCRIBED" if _described(mention) else "ANON_GENERIC", True
    return who, "ANON_ROLE" if _described(mention) else "ANON_GENERIC", True


def known(mention: Mention) -> bool:
    """People of whom it is said how they know, or that the reporter met them, are sources, whatever their trade."""
    whole = mention.whole
    return phrases.basis(whole)[0] is not None or phrases.CONTACT.search(whole) is not None


def _described(mention: Mention) -> bool:
    """Is more told than a bare role: a modifier before it, an office or body after it, a second role?"""
    parse, head = mention.parse, mention.head
    if any(parse.deps[kid] == "conj" for kid in parse.kids[head]):
        return True
    for kid in parse.kids[head]:
        if not mention.span[0] <= kid <= mention.span[1]:
            continue
        before = kid < head and parse.deps[kid] in ("amod", "compound", "nmod:poss")
        after = kid > head and parse.deps[kid] == "nmod" and parse.lemmas[kid] not in ("knowledge", "access", "condition", "anonymity")
        if (before and parse.lower[kid] not in _EMPTY) or after:
            return True
    return False
