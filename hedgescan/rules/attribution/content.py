"""What exactly is attributed: the tokens of the content, discontinuous where the attribution stands inside it."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import frames
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.attribution.subjects import case

_ABOUT = ("about", "as", "for", "of", "to", "on", "against", "in", "with", "at", "over", "into")
_OPENERS = ("that", "of", "about", "on", "for", "against")


def verb(parse: Parse, token: int, frame: str, source: int | None) -> list[Range]:
    """Content of a verb by its frame: the quotation, the clause, the rest of the sentence, the infinitive, the object."""
    if frame.split(":")[-1] == "quote":
        quoted = _quotation(parse, token)
        if quoted:
            return quoted
    clause = parse.child(token, "ccomp")
    if clause is not None:
        return _clause(parse, token, clause)
    if parse.deps[token] == "parataxis":
        return _around(parse, token)
    aside = parse.child(token, "parataxis")
    if aside is not None:
        return [(parse.left[aside], parse.right[aside])]
    return _complement(parse, token, frame, source)


def _quotation(parse: Parse, token: int) -> list[Range]:
    """The quotation before the verb and the one after it."""
    before = [pair for pair in parse.quotes if pair[1] < token][-1:]
    after = [pair for pair in parse.quotes if pair[0] > token][:1]
    if frames.beside(parse, token) == "R":
        after = [pair for pair in after if pair[0] - token <= 16]
        return [pair for pair in before if token - pair[1] <= 8] + after
    return [pair for pair in before if token - pair[1] <= 14] + after


def _clause(parse: Parse, token: int, clause: int) -> list[Range]:
    first, last = parse.left[clause], parse.right[clause]
    if parse.lower[first] == "that":
        first += 1
    if first < token < last:  # the attribution stands inside its content
        opens = min([token] + [parse.left[kid] for kid in parse.children(token, "nsubj", "nsubj:pass")])
        return [(first, max(first, opens - 1)), (min(last, token + 1), last)]
    return [(first, last)]


def _around(parse: Parse, token: int) -> list[Range]:
    """The clause that a parenthetic attribution hangs on, less the attribution."""
    head = parse.heads[token]
    first, last = parse.left[head], parse.right[head]
    opens, closes = parse.left[token], parse.right[token]
    if first < opens and closes < last:
        return [(first, opens - 1), (closes + 1, last)]
    return [(closes + 1, last)] if opens <= first else [(first, opens - 1)]


def _complement(parse: Parse, token: int, frame: str, source: int | None) -> list[Range]:
    passive = frame.startswith("pass")
    order = ("xcomp", "nsubj:pass", "obl", "obj") if passive else ("xcomp", "obj", "obl", "advcl", "nsubj:pass")
    for dep in order:
        found = [
            kid
            for kid in parse.children(token, dep)
            if kid != source and not nouns.is_time(parse, kid) and (dep != "obl" or case(parse, kid) in _ABOUT)
        ]
        if found:
            return [_with_object(parse, token, found[0])]
    if passive and parse.deps[token] == "acl":
        return [(parse.left[parse.heads[token]], token - 1)]
    return []


def _with_object(parse: Parse, token: int, found: int) -> Range:
    """An infinitive or small clause with the object that is its subject."""
    first, last = parse.left[found], parse.right[found]
    objects = parse.children(token, "obj")
    if parse.deps[found] == "xcomp" and objects:
        return parse.left[objects[0]], max(last, parse.right[objects[0]])
    return first, last


def noun(parse: Parse, token: int, source: int | None) -> list[Range]:
    """Content of a noun: its clause, infinitive or phrase."""
    for dep in ("ccomp", "acl", "nmod", "acl:relcl"):
        for kid in parse.children(token, dep):
            if kid > token and kid != source:
                return _opened(parse, kid)
    if parse.deps[token] == "obj":
        for kid in parse.children(parse.heads[token], "ccomp"):
            if kid > token:
                return _opened(parse, kid)
    return []


def adjective(parse: Parse, token: int) -> list[Range]:
    """Content of an adjective: its clause, infinitive or phrase."""
    for dep in ("ccomp", "xcomp", "advcl", "obl", "csubj"):
        for kid in parse.children(token, dep):
            return _opened(parse, kid)
    return []


def _opened(parse: Parse, kid: int) -> list[Range]:
    """The subtree without the word that opens it."""
    first, last = parse.left[kid], parse.right[kid]
    if parse.lower[first] in _OPENERS and first < last:
        first += 1
    return [(first, last)]
