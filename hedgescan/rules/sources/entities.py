"""Sources as they build up over a document, and the rung each stands on (language.md 3.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources.mention import Mention

KIN = frozenset(
    "wife husband mother father son daughter brother sister parent parents widow grandmother grandfather fiance partner".split()
)
_INSTITUTIONS = ("institution", "name")
_METONYMS = ("metonym", "country", "capital")


@dataclass(slots=True)
class Entity:
    """A source under construction; `first` is the paragraph and token of its first mention."""

    id: str
    name: str
    kind: str
    rung: str
    anonymous: bool
    lemma: str
    plural: bool
    count: int | None = None
    basis: str | None = None
    reason: str | None = None
    modifiers: tuple[str, ...] = ()
    via: str | None = None
    roles: set[str] = field(default_factory=set)
    mentions: list[tuple[Parse, Range]] = field(default_factory=list)
    attributions: int = 0
    gender: str = ""


def rank(mention: Mention) -> tuple[str, str, bool]:
    """(kind, rung, anonymous) of a source met for the first time and resolved to nobody."""
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
    if kind == "crowd" or (kind in ("collective", "office") and mention.plural and not _counted(mention)):
        return "collective", "WEASEL", False
    return _person(mention)


def _pronoun(mention: Mention) -> tuple[str, str, bool]:
    if mention.lemma in ("i", "we", "you", "me", "us", "my", "our", "your"):
        return "person", "NAMED", False
    if mention.lemma in ("he", "she", "him", "her", "his"):
        return "person", "ANON_GENERIC", True
    return "collective", "WEASEL", False


def _person(mention: Mention) -> tuple[str, str, bool]:
    """An unnamed person or group of people."""
    if mention.kind == "office" and mention.form in ("definite", "possessive", "bare") and not mention.plural:
        return "person", "METONYM", False
    if mention.lemma in KIN and mention.form == "possessive":
        return "person", "NAMED", False
    if mention.kind == "bare":
        return _group(mention), "ANON_GENERIC" if _described(mention) else "ANON_BARE", True
    if mention.kind == "occupation" and mention.plural and not _counted(mention):
        return "collective", "WEASEL", False
    if mention.plural:
        return "group", "ANON_GROUP_DESCRIBED" if _described(mention) else "ANON_GENERIC", True
    return "person", "ANON_ROLE" if _described(mention) else "ANON_GENERIC", True


def _group(mention: Mention) -> str:
    return "group" if mention.plural else "person"


def _counted(mention: Mention) -> bool:
    """Are some few meant, and not all of a kind: a number, "several", or how they know?"""
    return (mention.count is not None and mention.form == "counted") or _known(mention)


def _known(mention: Mention) -> bool:
    """People of whom it is said how they know are sources, whatever their trade."""
    from hedgescan.rules.sources.phrases import basis

    return basis(mention.phrase)[0] is not None


def _described(mention: Mention) -> bool:
    """Is more told than a bare role: a modifier before it, an office or body after it, a second role?"""
    parse, head = mention.parse, mention.head
    if any(parse.deps[kid] == "conj" for kid in parse.kids[head]):
        return True
    for kid in parse.kids[head]:
        before = kid < head and parse.deps[kid] in ("amod", "compound", "nmod:poss")
        after = kid > head and parse.deps[kid] == "nmod" and not _of_knowledge(parse, kid)
        if (before and parse.lower[kid] not in ("other", "several", "many", "unnamed", "anonymous", "unidentified")) or after:
            return True
    return False


def _of_knowledge(parse: Parse, kid: int) -> bool:
    return parse.lemmas[kid] in ("knowledge", "access", "condition", "anonymity")
