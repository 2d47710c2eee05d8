"""HTML becomes paragraphs: the words that a browser would show of the article, each with its place in the source as written."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from hedgescan.readers import elements, entities, tags
from hedgescan.readers.directives import blanked
from hedgescan.readers.offsets import Text
from hedgescan.readers.page import declared, lettered, menu, settled, spoken
from hedgescan.readers.pieces import OBJECT, Made, Pieces, numbered, quotation
from hedgescan.readers.roles import SHORT, STOP, TOP, byline

DEEPEST = 512  # elements within each other, as in browsers: what is deeper counts as standing there
_ARTICLE = re.compile(r"<(?:article|main)[\s>]", re.IGNORECASE)
_HOLDS = re.compile(r"<(?:(/)form|article|main|h1)[\s>]", re.IGNORECASE)
_NOTE = re.compile(r"\s*+<a\b[^>]*+>[^<]{1,8}</a\s*+>\s*+</sup", re.IGNORECASE)
_MARK = re.compile(r"\s*+[“”„\"‘’']|\s*+&(?:quot|[lr]dquo|[lr]squo|bdquo);")


class Element(NamedTuple):
    """An open element, with what holds for the words in it."""

    name: str
    start: int
    hidden: bool = False
    quoted: bool = False
    role: str = ""
    shown: bool = False  # its tags stand for a sign of their own
    language: str = ""  # of a part; that of the whole document is kept apart
    linked: bool = False  # its words are a link's
    first: int = 0  # paragraphs before it


def from_string(source: str, path: str = "-") -> Text:
    """HTML as `Text`: `source` is kept as it is, offsets are code points of it."""
    walk = Walk(blanked(source))
    return Text(path, source, numbered(settled(walk.paragraphs)), verbatim=tuple(walk.verbatim), language=walk.language)


class Walk:
    """One pass over a source: `paragraphs` in order, the `verbatim` stretches that hold code, and the `language` of the whole."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.paragraphs: list[Made] = []
        self.verbatim: list[tuple[int, int]] = []
        self.stack: list[Element] = [Element("", 0)]
        self.framed = _ARTICLE.search(source) is not None
        self.holds = _HOLDS.search(source)
        self.inside = 0  # articles and mains around
        self.language, self.spoken = "", Counter[tuple[str, bool]]()  # letters of the paragraph by language, and whether they are a link's
        self.pieces, self.top, self.signed, self.broken = Pieces(source), self.stack[0], False, False
        for token in tags.tokens(source):
            if not token.name:
                self._text(token)
            elif token.closes:
                self._close(token)
            else:
                self._open(token)
        self._pop(1, len(source), len(source))
        self._end()

    def _text(self, token: tags.Token) -> None:
        here = self.stack[-1]
        if here.hidden or (here.name == "head"):
            return
        if not self.source[token.start : token.end].isspace():
            self.broken = False
            if not self.pieces.inked():
                self.top = here
        self.spoken[here.language, here.linked] += lettered(self.source[token.start : token.end])
        entities.copy(self.pieces, token.start, token.end)

    def _open(self, token: tags.Token) -> None:
        name = token.name
        if name in elements.BLOCKS:
            self._end()
            self._imply(name, token.start)
        if name == "br":
            self._break(token)
        if name in tags.VOID or len(self.stack) > DEEPEST:
            return
        given = tags.attributes(token.attributes)
        self.signed = self.signed or "author" in given.get("rel", "").lower().split()
        above = self.stack[-1]
        if name in ("html", "body"):
            self.language = declared(given, self.language)
        here = Element(
            name, token.start, above.hidden or self._left(token, given), self._quoted(name), elements.role(name, given) or above.role,
            self._sign(token) if not above.hidden else False, "" if name in ("html", "body") else declared(given, above.language),
            above.linked or (name == "a" and "href" in given), len(self.paragraphs),
        )  # fmt: skip
        self.inside += name in ("article", "main")
        self.stack.append(here)

    def _left(self, token: tags.Token, given: dict[str, str]) -> bool:
        """Is the element no part of the article?  A page's own header and footer are none, an article's header is."""
        name, role = token.name, given.get("role", "").lower()
        if elements.hidden(name, given) or name in elements.INLINE_CODE:
            return True
        if name == "footer" or role == "contentinfo":
            return not self.stack[-1].quoted
        if name == "form":
            return self._bare_form(token.end)
        if name == "header" or role == "banner":
            return self.framed and not self.inside
        return name == "sup" and _NOTE.match(self.source, token.end) is not None

    def _bare_form(self, at: int) -> bool:
        """Does no article begin in the form?  Some systems make a form of the whole page."""
        if self.holds is not None and self.holds.start() < at:
            self.holds = _HOLDS.search(self.source, at)
        return self.holds is None or self.holds[1] == "/"

    def _quoted(self, name: str) -> bool:
        """Are the words somebody else's?  In a block quotation they are, but for who and where it is from."""
        above = self.stack[-1]
        return name == "blockquote" or (above.quoted and name != "footer" and not (name == "cite" and above.name == "blockquote"))

    def _sign(self, token: tags.Token) -> bool:
        """Does the element's tag stand for a sign, and is that now added?  Quotation marks are, where the writer has typed none."""
        if token.name == "q" and not _MARK.match(self.source, token.end):
            self._begin()
            self.pieces.put("‘" if any(item.name == "q" for item in self.stack) else "“", token.start, token.end)
            return True
        return token.name in elements.INLINE_CODE

    def _close(self, token: tags.Token) -> None:
        name = token.name
        if name in elements.BLOCKS:
            self._end()
        if name == "br":
            self._break(token)
        at = next((place for place in range(len(self.stack) - 1, 0, -1) if self.stack[place].name == name), None)
        if at is not None:
            self._pop(at + 1, token.start, token.start)
            self._pop(at, token.start, token.end)

    def _pop(self, size: int, start: int, end: int) -> None:
        """Close elements until `size` are open; `source[start:end]` is the tag that does it."""
        while len(self.stack) > size:
            gone = self.stack.pop()
            self.inside -= gone.name in ("article", "main")
            if gone.shown and gone.name == "q" and end > start:
                self.pieces.put("’" if any(item.name == "q" for item in self.stack) else "”", start, end)
            elif gone.shown and gone.name != "q":
                self._begin()
                self.pieces.put(OBJECT, gone.start, end)
            if gone.name in elements.CODE and not any(item.name in elements.CODE for item in self.stack):
                self.verbatim.append((gone.start, end))
            if gone.name in elements.LISTS:
                self._end()
                if menu(self.paragraphs[gone.first :]):
                    del self.paragraphs[gone.first :]

    def _imply(self, name: str, at: int) -> None:
        """Close what a block's start tag closes without saying so."""
        names, stops = elements.IMPLIED.get(name, (("p",), ()))
        for place in range(len(self.stack) - 1, 0, -1):
            open_ = self.stack[place].name
            if open_ in names:
                self._pop(place, at, at)
            if open_ in names or open_ in stops or (names == ("p",) and open_ in elements.BLOCKS):
                return

    def _break(self, token: tags.Token) -> None:
        """A line break is a space; two of them part paragraphs."""
        if self.broken:
            self._end()
        elif not self.stack[-1].hidden:
            self.pieces.put(" ", token.start, token.end)
            self.broken = True

    def _begin(self) -> None:
        self.broken = False
        if not self.pieces.inked():
            self.top = self.stack[-1]

    def _end(self) -> None:
        """End the paragraph, and keep it if it has words."""
        language, linked = spoken(self.spoken)
        for words, offsets in self.pieces.made():
            role = self.top.role or ("byline" if self._wrote(words) else "body")
            quoted = quotation(words) if self.top.quoted and role == "body" else ()
            self.paragraphs.append(Made(words, offsets, role, quoted, language, linked))
        self.pieces, self.signed, self.broken, self.spoken = Pieces(self.source), False, False, Counter()

    def _wrote(self, words: str) -> bool:
        """Does the paragraph say who wrote the article, and nothing else?"""
        told = self.signed and len(words) < SHORT and not STOP.search(words)
        return told or (byline(words) and sum(item.role == "body" for item in self.paragraphs) < TOP)
