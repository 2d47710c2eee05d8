"""Set phrases that attribute: "in her words", "in the view of the court", "as the mayor put it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import aside, spans
from hedgescan.rules.attribution.entries import Entry
from hedgescan.rules.attribution.extent import bounds, reach
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.attribution.subjects import SUBJECTS

if TYPE_CHECKING:
    from hedgescan.rules.attribution.find import Finding

_WORDS = Entry("in the words of", speech=True, family="say")
_VIEW = Entry("in the view of", stance="cognition", family="think", kind="mental")
_PUT = Entry("put it", speech=True, family="say")
_RUMOUR = Entry("rumour has it", stance="distancing", family="seem", kind="agentless")
_TALK = frozenset("rumour rumor legend word gossip tradition folklore story myth scuttlebutt".split())
_NOUNS = {"words": _WORDS, "telling": _WORDS, "view": _VIEW, "opinion": _VIEW, "eyes": _VIEW, "judgment": _VIEW, "judgement": _VIEW}
_NEAR = 12  # tokens from "as" to "put it"
_OWNERS = ("his", "her", "their", "my", "our")
_SURE = 0.8


def find(parse: Parse) -> Iterator[Finding]:
    """The set phrases of a paragraph, where commas set them off and somebody is named in them."""
    from hedgescan.rules.attribution.find import Finding

    for token, word in enumerate(parse.lower):
        if word in ("has", "had") and token and parse.lemmas[token - 1] in _TALK and parse.lower[token + 1 : token + 2] == ["it"]:
            behind = token + 2
            content = [(behind, reach(parse, token, behind))] if behind < bounds(parse, token)[1] else []
            yield Finding(parse, token, (token - 1, token + 1), None, None, content, _SURE, "according", "phrase", _RUMOUR)
        place = _view(parse, token) if word in _NOUNS else _put(parse, token) if word in ("put", "puts") else None
        if place is not None:
            whole, cue, head = place
            source = spans.source(parse, head, token)
            source = (source[0], min(source[1], max(whole[1], head))) if source[0] > token else source
            content = _about(parse, token, whole, source)
            if content and (parse.kinds[head] in ("H", "P", "D") or parse.lower[head] in _OWNERS):
                yield Finding(parse, token, cue, source, head, content, _SURE, "according", "phrase", _NOUNS.get(word, _PUT))


def _view(parse: Parse, token: int) -> tuple[Range, Range, int] | None:
    """Whole phrase, cue and head of the source of "in her words" or "in the words of the mayor"; None for any other use of the noun."""
    owner = parse.child(token, "nmod:poss")
    if owner is not None:
        first = parse.left[owner] - 1
        return ((first, token), (token, token), owner) if first >= 0 and parse.lower[first] == "in" else None
    if token < 2 or parse.lower[token - 2 : token] != ["in", "the"] or parse.lower[token + 1 : token + 2] != ["of"]:
        return None
    head = next((kid for kid in parse.children(token, "nmod") if kid > token + 1), None)
    if head is None:
        return None
    last = next((at - 1 for at in range(head + 1, parse.right[head] + 1) if parse.words[at] == ","), parse.right[head])
    return (token - 2, last), (token - 2, token + 1), head


def _put(parse: Parse, token: int) -> tuple[Range, Range, int] | None:
    """Whole phrase, cue and source of "as the mayor put it"."""
    start = bounds(parse, token)[0]
    first = next((at for at in range(token - 1, max(start, token - _NEAR) - 1, -1) if parse.lower[at] == "as"), None)
    if first is None or parse.lower[token + 1 : token + 2] != ["it"]:
        return None
    head = next((kid for kid in parse.children(token, *SUBJECTS) if first < kid < token), token - 1)
    return ((first, token + 1), (token, token + 1), head) if head > first else None


def _about(parse: Parse, token: int, whole: Range, source: Range) -> list[Range]:
    """The sentence around a phrase set off by commas, or the clause behind one that opens it."""
    found = aside.around(parse, token, whole, source)
    start, end = bounds(parse, token)
    if found or whole[0] > start + 1 or whole[1] + 1 >= end or parse.words[whole[1] + 1] != ",":
        return found
    return [(whole[1] + 2, reach(parse, token, whole[1] + 2))]
