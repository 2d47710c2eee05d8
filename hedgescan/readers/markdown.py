"""Markdown becomes paragraphs: its words without its markup, each with its place in the source as written."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from hedgescan.readers import html
from hedgescan.readers.directives import blanked
from hedgescan.readers.matter import matter, spoken, told
from hedgescan.readers.offsets import LINE_END, Offsets, Text
from hedgescan.readers.pieces import Made, Pieces, numbered, quotation
from hedgescan.readers.roles import TOP, byline
from hedgescan.readers.traces import fill, trace, watch

DEEPEST = 100  # blocks within each other; what is deeper is left out
_TASK = re.compile(r"\[[ xX]\](?=\s)")
_ALERT = re.compile(r"\[!\w+\][ \t]*(?=\n|\Z)")
_INK = re.compile(r"[^\s]")
_CODE = ("fence", "code_block")


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, struck text and footnotes; paragraphs are left for `traces` to parse, footnotes where they stand."""
    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"]).use(footnote_plugin)
    made.core.ruler.disable(["inline", "text_join", "footnote_tail"])
    made.inline.ruler2.disable("fragments_join")
    watch(made)
    return made


def from_string(source: str, path: str = "-") -> Text:
    """Markdown as `Text`: `source` is kept as it is, offsets are code points of it."""
    body = matter(source)
    words = _INK.sub(" ", source[:body]) + blanked(source)[body:].replace("\0", "\ufffd")  # as the parser does
    walk = Walk(words)
    walk.read()
    heads = list(told(source, body))
    first = next((item for item in walk.paragraphs if item.role == "headline"), None)
    title = next((item for item in heads if item.role == "headline"), None)
    if title and first and title.words == first.words:  # the page shows it once
        heads.remove(title)
    elif title and first:
        walk.paragraphs[walk.paragraphs.index(first)] = first._replace(role="subhead")
    verbatim = tuple(sorted(walk.verbatim))
    return Text(path, source, numbered([*heads, *walk.paragraphs]), verbatim=verbatim, language=spoken(source, body))


class Walk:
    """One pass over the blocks of a source: `paragraphs`, and the `verbatim` stretches that hold code."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = [0, *(found.end() for found in LINE_END.finditer(source))]
        self.ends = [*(found.start() for found in LINE_END.finditer(source)), len(source)]
        self.paragraphs: list[Made] = []
        self.verbatim: list[tuple[int, int]] = []
        self.env: dict[str, Any] = {}
        self.quotes: list[bool] = []  # block quotations around, and whether each is one
        self.cell = 0  # where in its line the next cell of a table begins

    def read(self) -> None:
        """Go through all blocks."""
        before = Token("", "", 0)
        for token in parser().parse(self.source, self.env):
            if token.type == "blockquote_open":
                self.quotes.append(True)
            elif token.type == "blockquote_close":
                self.quotes.pop()
            elif token.type == "tr_open":
                self.cell = 0
            elif token.type in _CODE and token.map:
                self.verbatim.append((self.lines[token.map[0]], self.ends[token.map[1] - 1]))
            elif token.type == "html_block" and token.map:
                self._html(token.content, token.map)
            elif token.type == "inline" and token.map:
                self._inline(token.content, token.map, before)
            before = token

    def _inline(self, content: str, where: list[int], opened: Token) -> None:
        """A paragraph, heading or cell."""
        base = self._cell(content, where[0]) if opened.type in ("td_open", "th_open") else self._placed(content, where)
        mark = _TASK.match(content)
        if self.quotes and (alert := _ALERT.match(content)):  # GitHub's boxes are no quotations
            self.quotes[-1], mark = False, alert
        state = trace(parser(), content, self.env)
        self.verbatim += [(base[cut.start], base.end(cut.end)) for cut in state.cuts if cut.code]
        pieces = Pieces(content)
        fill(pieces, state, mark.end() if mark else 0)
        role = self._heading(opened.tag) if opened.type == "heading_open" else "body"
        if state.alts and not pieces.inked():  # a picture by itself, whose description is its caption
            role, (start, alt) = "caption", state.alts[0]
            base, pieces = self._beyond(base, start), Pieces(alt)
            fill(pieces, trace(parser(), alt, self.env))
        self._keep(pieces, base, role)

    def _heading(self, tag: str) -> str:
        first = not any(item.role == "headline" for item in self.paragraphs)
        return "headline" if first and (tag == "h1" or not self.paragraphs) else "subhead"

    def _keep(self, pieces: Pieces, base: Offsets, role: str) -> None:
        for words, offsets in pieces.made():
            if role == "body" and byline(words) and sum(item.role == "body" for item in self.paragraphs) < TOP:
                role = "byline"
            quoted = quotation(words) if role == "body" and any(self.quotes) else ()
            self.paragraphs.append(Made(words, offsets.through(base, len(words)), role, quoted))

    def _html(self, content: str, where: list[int]) -> None:
        """A block of HTML, read as HTML is."""
        base, walk = self._placed(content, where), html.Walk(content)
        self.verbatim += [(base[start], base.end(end)) for start, end in walk.verbatim]
        for made in walk.paragraphs:
            role = self._heading("h1") if made.role == "headline" else made.role
            self.paragraphs.append(made.through(base)._replace(role="body" if role == "title" else role))

    def _placed(self, content: str, where: list[int]) -> Offsets:
        """The way from a block's content to the source, lines `where`: each of its lines is the end of one there."""
        prose, source, at = [], [], 0
        rows = content.split("\n")
        last = where[1] - 1
        for number, words in enumerate(rows, start=self._first(rows, where)):
            start, end = self.lines[min(number, last)], self.ends[min(number, last)]
            ink, row = words.strip(), self.source[start:end].rstrip()
            place = len(row) - len(ink) if row.endswith(ink) else row.find(ink)
            prose.append(at)
            lead = len(words) - len(words.lstrip())
            source.append(start + max(0, place - lead))
            if lead > place:  # a tab has become several spaces
                prose.append(at + lead)
                source.append(start + place)
            at += len(words) + 1
        return Offsets(prose, source)

    def _first(self, rows: list[str], where: list[int]) -> int:
        """The line that a block's rows begin at: the parser drops lines of white space that is none to Markdown."""
        tries = range(where[0], where[1] - len(rows) + 1)
        fitting = (line for line in tries if all(words.strip() in self._line(at) for at, words in enumerate(rows, start=line)))
        return next(fitting, where[0])

    def _line(self, number: int) -> str:
        return self.source[self.lines[number] : self.ends[number]]

    def _cell(self, content: str, line: int) -> Offsets:
        """The way from a cell to the source, where a bar in it has a backslash before it."""
        prose, source, at = [], [], 0
        start, end = self.lines[line], self.ends[line]
        for part in content.split("|"):
            place = max(self.source.find(part, max(start, self.cell), end), start)
            prose.append(at)
            source.append(place)
            at += len(part) + 1
            self.cell = place + len(part)
        return Offsets(prose, source)

    def _beyond(self, base: Offsets, start: int) -> Offsets:
        """The way from the content behind `start`."""
        return Offsets([0], [start]).through(base)


