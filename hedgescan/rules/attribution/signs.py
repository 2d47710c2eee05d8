"""What speaks for and against a candidate besides word, frame and subject: form, class, government, dependents, neighbours.

Each sign is a short string ("form VBD", "class say with that", "head obl of be"); its weight, in log-odds, stands in
lexicons/reporting/weights.tsv, learnt from annotated news.  The signs are those that Pareti (2015, ch. 6) and Newell et al. (2018) found
to tell cues from other words, less all that name a content word of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.frames import plain
from hedgescan.rules.attribution.subjects import case
from hedgescan.rules.attribution.voice import is_verb

_NEGATIONS = frozenset(("not", "n't", "never", "no"))
_WITHIN = ("det", "case")  # dependents of a noun told by their word
_OPEN = frozenset("NN NNS NNP NNPS JJ JJR JJS VB VBD VBG VBN VBP VBZ CD FW ADD".split())  # tags of words that are not told by form
_ABSTRACT = ("tion", "sion", "ment", "ity", "ness", "ism", "ance", "ence", "ship", "cy", "al")  # nouns for what can be backed or blamed
_QUALIFIERS = ("amod", "nmod:poss", "compound")


def find(parse: Parse, candidate: Candidate, family: str, nouns: frozenset[str]) -> list[str]:
    """The signs of a candidate whose entry is of the class `family`; `nouns` are the nouns of the lexicon."""
    token, frame = candidate.token, plain(candidate.frame)
    found = [*_own(parse, candidate, family, frame), *_government(parse, token, frame), *_dependents(parse, candidate)]
    if candidate.pos == "V":
        found += _object(parse, token, family, nouns)
    return [*found, *_neighbours(parse, token)]


def _own(parse: Parse, candidate: Candidate, family: str, frame: str) -> list[str]:
    token, kind, subject, tag = candidate.token, candidate.kind, candidate.subject, parse.tags[candidate.token]
    found = [
        f"form {tag}",
        f"form {tag} with {frame}",
        f"class {family}",
        f"class {family} with {frame}",
        f"class {family} of {kind}",
        f"frame {frame} of {kind}",
        f"subject {kind}",
        f"subject {subject.how}",
    ]
    if subject.token is not None:
        apart = min(6, abs(subject.token - token) // 2)
        found += (f"subject {parse.tags[subject.token]}", f"subject {apart} {'before' if subject.token < token else 'after'}")
    if parse.quoted[token]:
        found += ("quoted", f"quoted {family}")
    found.append(f"quotes beside {frame}" if parse.quotes else f"no quotes beside {frame}")
    return found


def _government(parse: Parse, token: int, frame: str) -> list[str]:
    dep, head = parse.deps[token], parse.heads[token]
    found = [f"role {dep}", f"role {dep} with {frame}"]
    if head != token:
        if is_verb(parse, head):
            found.append(f"head {parse.lemmas[head]}")
        found += (f"head {parse.tags[head][:2]} by {dep}", f"head {parse.kinds[head]} by {dep}")
    return found


def _dependents(parse: Parse, candidate: Candidate) -> Iterator[str]:
    token, noun = candidate.token, candidate.pos == "N"
    for kid in parse.kids[token]:
        dep, word = parse.deps[kid], parse.lower[kid]
        if word in _NEGATIONS:
            yield "negated"
        if dep == "mark":
            yield f"mark {word}"
        elif dep in ("aux", "aux:pass", "cop"):
            yield f"aux {word if parse.tags[kid] == 'MD' else parse.lemmas[kid]}"
        elif dep == "obl" or (dep == "nmod" and kid > token):
            yield f"{dep} {case(parse, kid)}"
        elif dep == "advcl" and kid > token:
            marker = parse.child(kid, "mark")
            yield f"advcl {parse.lower[marker] if marker is not None else 'bare'}"
        elif noun and dep in _WITHIN:
            yield f"{dep} {word}"
        elif noun and dep in _QUALIFIERS:
            yield dep
        elif not noun or kid > token:
            yield f"has {dep}"


def _object(parse: Parse, token: int, family: str, nouns: frozenset[str]) -> Iterator[str]:
    found = parse.child(token, "obj")
    if found is None:
        return
    kind = parse.kinds[found]
    yield f"object {kind}"
    yield f"object {kind} of {family}"
    yield "object in the lexicon" if parse.lemmas[found] in nouns else "object not in the lexicon"
    if kind == "N":
        abstract = "abstract" if parse.lemmas[found].endswith(_ABSTRACT) else "plain"
        yield f"object {abstract} of {family}"
    for kid in parse.kids[found]:
        if kid > found and parse.deps[kid] in ("acl", "acl:relcl", "nmod", "ccomp"):
            yield f"object with {parse.deps[kid]}"


def _neighbours(parse: Parse, token: int) -> Iterator[str]:
    first, last = parse.sents[parse.sent[token]]
    yield f"after {parse.tags[token - 1]}" if token > first else "after nothing"
    if token < last:
        yield f"before {parse.tags[token + 1]}"
        if parse.tags[token + 1] not in _OPEN:
            yield f"before {parse.lower[token + 1]}"
    else:
        yield "before nothing"
