"""Content that is no clause of its own: objects, infinitives, phrases, and the subjects of passives and of raising verbs."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution.entries import Entry
from hedgescan.rules.attribution.extent import reach
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.attribution.subjects import case

_ABOUT = frozenset("about as for of to on against in with at over into from".split())
_NEAR = 8  # tokens from an addressee to what it is told
_MARKS = frozenset("that whether if to how why".split())
ADDRESSED = frozenset("tell ask urge".split())  # classes whose object is spoken to


def find(parse: Parse, token: int, frame: str, head: int | None, source: Range | None, entry: Entry) -> list[Range]:
    """Content of a verb without a clause."""
    if frame.startswith("pass:") or entry.raising:
        found = _raised(parse, token, head, entry)
        if found:
            return found
    subject = _extracted(parse, token)
    for dep in ("xcomp", "obj", "obl", "advcl"):
        for kid in parse.children(token, dep):
            if kid > token and kid != head and not nouns.is_time(parse, kid) and (dep != "obl" or case(parse, kid) in _ABOUT):
                return _with_object(parse, token, kid, entry)
    return subject


def inside(parse: Parse, kid: int) -> int:
    """The first token of a phrase, past its preposition; of a clause, with its conjunction."""
    first = parse.left[kid]
    while first < kid and (parse.deps[first] in ("case", "fixed") or (parse.deps[first] == "mark" and parse.lower[first] not in _MARKS)):
        first += 1
    return first


def _with_object(parse: Parse, token: int, found: int, entry: Entry) -> list[Range]:
    """An infinitive, object or phrase with what follows it; with the object that is its subject, unless it is spoken to."""
    objects = [kid for kid in parse.children(token, "obj") if kid > token]
    first = inside(parse, found)
    if parse.deps[found] == "obj" and entry.family in ADDRESSED:
        first = _past_addressee(parse, found)
    if parse.deps[found] == "xcomp" and objects and entry.family != "tell":  # whom one urges is to act, whom one tells is to hear
        first = min(first, parse.left[objects[0]])
    last = reach(parse, token, first)
    if parse.deps[found] != "xcomp":
        last = _comma(parse, first, last, parse.right[found])
    return [(first, max(first, last))]


def _past_addressee(parse: Parse, found: int) -> int:
    """Where what is said begins behind the one it is said to ("told its members that ..."); the object itself where nothing does."""
    last = parse.sents[parse.sent[found]][1]
    for at in range(found + 1, min(last, found + _NEAR) + 1):
        if (parse.lower[at] in _MARKS and parse.tags[at] != "TO") or (parse.tags[at] == "TO" and parse.tags[min(at + 1, last)] == "VB"):
            return at
    return parse.left[found]


def _comma(parse: Parse, first: int, last: int, right: int) -> int:
    """The token before the first comma or colon behind the phrase, where the writer goes on."""
    return next((at - 1 for at in range(max(first, right) + 1, last + 1) if parse.words[at] in (",", ":")), last)


def _raised(parse: Parse, token: int, head: int | None, entry: Entry) -> list[Range]:
    """The subject of a passive or of a raising verb, unless it is spoken to, and its complement."""
    out: list[Range] = []
    owner = parse.child(token, "nsubj:pass", "nsubj") if entry.family not in ADDRESSED or entry.raising else None
    if owner is not None and owner != head and parse.lower[owner] not in ("it", "there", "who", "which", "that"):
        out.append((parse.left[owner], min(parse.right[owner], token - 1)))
    elif parse.deps[token] == "acl" and parse.heads[token] < token:
        out.append((parse.left[parse.heads[token]], token - 1))
    for dep in ("xcomp", "ccomp", "advcl", "obl"):  # an infinitive may have been taken for a purpose ("is said to favour a sale")
        for kid in parse.children(token, dep):
            fits = case(parse, kid) in _ABOUT if dep == "obl" else dep != "advcl" or _infinitive(parse, kid)
            if kid > token and kid != head and not nouns.is_time(parse, kid) and fits:
                first = inside(parse, kid)
                return [*out, (first, max(first, reach(parse, token, first)))]
    return out


def _infinitive(parse: Parse, verb: int) -> bool:
    mark = parse.child(verb, "mark")
    return mark is not None and parse.lower[mark] == "to"


def _extracted(parse: Parse, token: int) -> list[Range]:
    """What a relative clause says the source said ("the fee that he praised", "what she hopes"), or nothing."""
    if parse.deps[token] != "acl:relcl" or parse.heads[token] >= token:
        return []
    noun = parse.heads[token]
    opener = next((kid for kid in parse.children(token, "obj") if kid < token), None)
    last = opener - 1 if opener is not None else parse.left[token] - 1
    return [(parse.left[noun], max(noun, last))] if parse.left[noun] <= last else []
