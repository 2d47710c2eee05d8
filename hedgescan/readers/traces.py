"""What Markdown's inline markup leaves of a paragraph, with places: markdown-it says what each stretch is, and here it is noted where.

markdown-it's tokens have no places within a paragraph, so its rules are watched: what one of them consumes is markup, the rest is words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from hedgescan.readers.pieces import OBJECT, Pieces

Rule = Callable[[StateInline, bool], bool]
_TAG = re.compile(r"<(/?)(br|q)\b", re.IGNORECASE)
_SIGNS = {("", "br"): " ", ("/", "br"): " ", ("", "q"): "“", ("/", "q"): "”"}


class Cut(NamedTuple):
    """`content[start:end]` is markup, for which `words` stand, or, of a run of delimiters, those of its `tokens` that stay text."""

    start: int
    end: int
    words: str = ""
    tokens: tuple[Token, ...] = ()
    code: bool = False


class Traced(StateInline):
    """The inline parser's state, which notes what is markup; `alts` are the descriptions of images with their places."""

    def __init__(self, content: str, parser: MarkdownIt, env: EnvType) -> None:
        super().__init__(content, parser, env, [])
        self.cuts: list[Cut] = []
        self.alts: list[tuple[int, str]] = []

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if tag == "a":
            token.meta["at"] = self.pos
        return token


def watch(parser: MarkdownIt) -> None:
    """Have every inline rule of a parser noted where it applies."""
    ruler = parser.inline.ruler
    for name, rule in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
        ruler.at(name, _watched(name, rule))


def trace(parser: MarkdownIt, content: str, env: EnvType) -> Traced:
    """The content of a paragraph parsed, with all cuts in order, none within another."""
    state = Traced(content, parser, env)
    parser.inline.tokenize(state)
    for finish in parser.inline.ruler2.getRules(""):
        finish(state)
    state.cuts = list(_outermost(sorted([*state.cuts, *_struck(state.cuts)], key=lambda cut: (cut.start, -cut.end))))
    return state


def fill(pieces: Pieces, state: Traced, start: int = 0) -> None:
    """Add what is left of the content from `start` on."""
    for cut in state.cuts:
        if cut.end > start:
            pieces.copy(start, cut.start)
            kept = sum(len(token.content) for token in cut.tokens if token.type == "text")
            pieces.put(cut.words, max(start, cut.start), cut.end)
            pieces.copy(cut.start, cut.start + kept)
            start = cut.end
    pieces.copy(start, len(state.src))


def _watched(name: str, rule: Rule) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if isinstance(state, Traced) and not silent and name in _NOTES:
            _NOTES[name](state, start, state.tokens[count:])
        return True

    return run


def _escape(state: Traced, start: int, found: list[Token]) -> None:
    if found[-1].type == "hardbreak" or found[-1].content != found[-1].markup:
        state.cuts.append(Cut(start, start + 1))


def _entity(state: Traced, start: int, found: list[Token]) -> None:
    state.cuts.append(Cut(start, state.pos, found[-1].content))


def _code(state: Traced, start: int, found: list[Token]) -> None:
    if found and found[-1].type == "code_inline":
        state.cuts.append(Cut(start, state.pos, OBJECT, code=True))


def _delimiters(state: Traced, start: int, found: list[Token]) -> None:
    length = state.pos - start
    while found and sum(len(token.content) for token in found) > length:  # text that was waiting comes first
        found = found[1:]
    state.cuts.append(Cut(start, state.pos, tokens=tuple(found)))


def _link(state: Traced, start: int, found: list[Token]) -> None:
    opens = next(token for token in found if token.type == "link_open")
    state.cuts += [Cut(start, opens.meta["at"]), Cut(found[-1].meta["at"], state.pos)]


def _image(state: Traced, start: int, found: list[Token]) -> None:
    state.cuts.append(Cut(start, state.pos))
    state.alts.append((start + 2, found[-1].content))


def _autolink(state: Traced, start: int, found: list[Token]) -> None:
    state.cuts.append(Cut(start, state.pos, OBJECT))


def _html(state: Traced, start: int, found: list[Token]) -> None:
    tag = _TAG.match(found[-1].content)
    state.cuts.append(Cut(start, state.pos, _SIGNS[tag[1], tag[2].lower()] if tag else ""))


def _reference(state: Traced, start: int, found: list[Token]) -> None:
    state.cuts.append(Cut(start, state.pos))


def _note(state: Traced, start: int, found: list[Token]) -> None:
    """A footnote within the line is read as what it is, an aside in brackets."""
    inner = trace(state.md, state.src[start + 2 : state.pos - 1], state.env)
    state.cuts += [Cut(start, start + 2, " ("), Cut(state.pos - 1, state.pos, ")")]
    state.cuts += [cut._replace(start=cut.start + start + 2, end=cut.end + start + 2) for cut in inner.cuts]


_NOTES: dict[str, Callable[[Traced, int, list[Token]], None]] = {
    "escape": _escape,
    "entity": _entity,
    "backticks": _code,
    "emphasis": _delimiters,
    "strikethrough": _delimiters,
    "link": _link,
    "image": _image,
    "autolink": _autolink,
    "html_inline": _html,
    "footnote_ref": _reference,
    "footnote_inline": _note,
}


def _struck(cuts: list[Cut]) -> Iterator[Cut]:
    """What is struck out, from its first tilde to its last."""
    opened: list[int] = []
    for cut in sorted(cuts):
        kinds: list[Any] = [token.type for token in cut.tokens]
        if "s_close" in kinds and opened:
            yield Cut(opened.pop(), cut.end)
        if "s_open" in kinds:
            opened.append(cut.start)


def _outermost(cuts: list[Cut]) -> Iterator[Cut]:
    done = 0
    for cut in cuts:
        if cut.start >= done:
            yield cut
            done = cut.end
