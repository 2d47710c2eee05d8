"""Fixed frames that pass another's words on: "quoted X as saying", "citing X", also where the parse has lost them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules import nouns
from hedgescan.rules.attribution import spans
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.attribution.voice import passive

if TYPE_CHECKING:
    from hedgescan.rules.attribution.find import Finding

QUOTES = frozenset(("quote", "cite", "paraphrase"))
_SPEAKING = frozenset("saying telling warning adding claiming describing calling insisting suggesting arguing stating confirming".split())
_REACH = 30  # words between "quoted" and "as saying"
_SURE = 0.97


def find(parse: Parse, entries: Entries) -> Iterator[Finding]:
    """The one quoted in "quoted X as saying that P": cue "saying", source X, content P (language.md 2.2, item 3)."""
    from hedgescan.rules.attribution.find import Finding

    for token, lemma in enumerate(parse.lemmas):
        if lemma in QUOTES and parse.tags[token].startswith("VB"):
            speaking, patient = saying(parse, token), parse.child(token, "nsubj:pass", "nsubj")
            if speaking is not None and speaking - token > 2 and (patient is not None or not passive(parse, token)):
                by = parse.lower[token + 1] == "by" and patient is not None  # "X was quoted by the Post as saying"
                head, source = (patient, spans.source(parse, patient, token)) if by and patient is not None else _quoted(parse, token, speaking)
                entry = entries.entry("V", parse.lemmas[speaking])
                yield Finding(parse, speaking, (speaking, speaking), source, head, _rest(parse, speaking), _SURE, "quoted", "quoted", entry)


def saying(parse: Parse, token: int) -> int | None:
    """The participle of "as saying" after a verb of quoting, on the surface."""
    last = min(parse.sents[parse.sent[token]][1], token + _REACH)
    for at in range(token + 1, last):
        if parse.lower[at] == "as" and parse.lower[at + 1] in _SPEAKING:
            return at + 1
    return None


def _quoted(parse: Parse, token: int, speaking: int) -> tuple[int, Range]:
    """The phrase between "quoted" and "as": its head by the parse, or the last noun before its first modifier after it."""
    first, last = token + 1, speaking - 2
    while last > first and parse.words[last] == ",":
        last -= 1
    inner = [at for at in range(first, last + 1) if parse.tags[at].startswith(("NN", "PRP"))]
    obj = parse.child(token, "obj")
    if obj is not None and first <= obj <= last:
        return obj, (first, last)
    head = inner[0] if inner else first
    while head + 1 <= last and parse.tags[head + 1].startswith("NN"):
        head += 1
    return head, (first, last)


def _rest(parse: Parse, speaking: int) -> list[Range]:
    last = parse.sents[parse.sent[speaking]][1]
    first = speaking + 1
    if first <= last and parse.lower[first] == "that":
        first += 1
    while last > first and parse.words[last] in (".", "!", "?"):
        last -= 1
    return [(first, last)] if first <= last else []


def cited(parse: Parse, token: int) -> int | None:
    """The source named by "citing officials": the object, where it is somebody; None where the citer gives a ground of his own."""
    if parse.lower[token] not in ("citing", "quoting"):
        return None
    obj = parse.child(token, "obj")
    return obj if obj is not None and nouns.kind(parse, obj) == "H" else None
