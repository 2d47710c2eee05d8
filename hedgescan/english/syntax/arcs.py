"""Small steps through a parse that several families of guards take: the verb of a modal, a subject, the words around a cue."""

from __future__ import annotations

from hedgescan.english.parse import Parse

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
NEGATIONS = frozenset("not n't never nobody nothing neither nor no hardly scarcely barely without cannot".split())
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")


def bounds(parse: Parse, token: int) -> tuple[int, int]:
    """First and last token of the sentence."""
    return parse.sents[parse.sent[token]]


def before(parse: Parse, token: int, steps: int = 1) -> str:
    """The lower-case word `steps` before the token within its sentence, or ''."""
    return parse.lower[token - steps] if token - steps >= bounds(parse, token)[0] else ""


def after(parse: Parse, token: int, steps: int = 1) -> str:
    """The lower-case word `steps` after the token within its sentence, or ''."""
    return parse.lower[token + steps] if token + steps <= bounds(parse, token)[1] else ""


def predicate(parse: Parse, token: int) -> int:
    """The predicate that a modal, copula or adverb belongs to: its head, or itself when nothing governs it so."""
    return parse.heads[token] if parse.deps[token] in ("aux", "aux:pass", "cop", "advmod", "mark", "expl") else token


def subject(parse: Parse, verb: int) -> int | None:
    """The subject of a predicate; of a conjunct or open complement without its own, that of the verb it hangs on."""
    for _ in range(4):
        found = [kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS and parse.deps[kid] != "expl"]
        found = found or parse.children(verb, "expl")
        if found:
            return found[0]
        if parse.deps[verb] in ("acl", "acl:relcl") and parse.tags[verb] in ("VBG", "VBN"):
            return parse.heads[verb]
        if parse.deps[verb] not in ("conj", "xcomp", "advcl", "ccomp") or parse.heads[verb] == verb:
            return None
        verb = parse.heads[verb]
    return None


def negated(parse: Parse, token: int) -> bool:
    """Does a negation hang on the token?"""
    return any(parse.lower[kid] in NEGATIONS and parse.deps[kid] in ("advmod", "det", "cc:preconj") for kid in parse.kids[token])


def noun_head(parse: Parse, token: int) -> bool:
    """Is the token a noun?"""
    return parse.tags[token] in ("NN", "NNS", "NNP", "NNPS")
