"""A Word document becomes paragraphs: its text as it stands once all changes are accepted; that text is the source that offsets point into.

python-docx opens the package and knows the styles; it has no words for tracked changes and fields, so the paragraphs are walked here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from hedgescan.readers.archive import BROKEN, CURE, sound, strict
from hedgescan.readers.decode import Unreadable
from hedgescan.readers.directives import blanked
from hedgescan.readers.offsets import Text
from hedgescan.readers.pieces import OBJECT, Made, Pieces, numbered, quotation
from hedgescan.readers.roles import TOP, byline

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": OBJECT}
_GONE = ("del", "moveFrom", "rPr", "pPr", "Fallback", "drawing", "pict", "object")  # what is no text, or deleted, or said twice
_HEADS = {"title": "headline", "subtitle": "deck", "heading 1": "headline", "caption": "caption", "byline": "byline", "author": "byline"}
_QUOTES = ("quote", "intense quote", "block text")
_CODE = ("html preformatted", "code", "source code")
_NOTES = ("footnotes", "endnotes")


class Paragraph(NamedTuple):
    """The words of a paragraph, in the pieces they are in, and the name of its style in lower case."""

    words: str
    style: str


def from_bytes(data: bytes, path: str = "-") -> Text:
    """A document as `Text`, one line of its source for each paragraph; raises Unreadable."""
    paragraphs = _opened(data, path)
    source = "\n".join(paragraph.words for paragraph in paragraphs)
    words = blanked(source)
    out: list[Made] = []
    verbatim: list[tuple[int, int]] = []
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph.words)
        if paragraph.style in _CODE:
            verbatim.append((start, end))
        elif not paragraph.style.startswith("toc "):
            pieces = Pieces(words)
            pieces.copy(start, end)
            for prose, offsets in pieces.made():
                role = _role(paragraph.style, prose, out)
                out.append(Made(prose, offsets, role, quotation(prose) if paragraph.style in _QUOTES else ()))
        start = end + 1
    return Text(path, source, numbered(out), verbatim=tuple(verbatim))


def _role(style: str, words: str, before: list[Made]) -> str:
    """The role of a paragraph; of several headings of the first level only the first is the headline."""
    role = _HEADS.get(style) or ("subhead" if style.startswith("heading ") else "body")
    if role == "headline" and any(item.role == "headline" for item in before):
        return "subhead"
    if role == "body" and byline(words) and sum(item.role == "body" for item in before) < TOP:
        return "byline"
    return role


def _opened(data: bytes, path: str) -> list[Paragraph]:
    """The paragraphs, once the package is known to be whole and not too large to unpack."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError as error:
        raise Unreadable(path, "reading .docx needs python-docx, which is not installed: pip install 'hedgescan[docx]'") from error
    sound(data, path)
    try:
        return list(_paragraphs(docx.Document(io.BytesIO(data))))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, *BROKEN) as error:
        if strict(data):
            raise Unreadable(path, "it is a Strict Open XML Document; save it as an ordinary Word Document (.docx)") from error
        raise Unreadable(path, f"not a Word document that can be read ({str(error)[:100] or type(error).__name__}); {CURE}") from error


def _paragraphs(document: Any) -> Iterator[Paragraph]:
    """Paragraphs of the body and of its tables, then foot- and endnotes; one whose end is deleted goes on with the next."""
    from docx.oxml import parse_xml

    styles = {style.style_id: style.name.lower() for style in document.styles if style.name}
    body: Any = getattr(document.element, "body", None)
    if body is None:
        raise ValueError("there is no body in it")
    bodies = [body]
    for relation in document.part.rels.values():
        if relation.reltype.rsplit("/", 1)[-1] in _NOTES and not relation.is_external:
            bodies.append(parse_xml(relation.target_part.blob))
    for body in bodies:
        waiting = ""
        for element in body.iter(f"{_W}p"):
            if _deleted(element):
                continue
            words = waiting + "".join(_words(element))
            waiting = words if _merged(element) else ""
            if not waiting:
                style = element.find(f"{_W}pPr/{_W}pStyle")
                yield Paragraph(words.replace("\n", " ").replace("\r", " "), styles.get(style.get(f"{_W}val"), "") if style is not None else "")
        if waiting:
            yield Paragraph(waiting, "")


def _words(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph, without that of text boxes in it, which are paragraphs of their own."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        if name == "t":
            yield element.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "oMath":
            yield OBJECT
        elif name not in _GONE and not (name == "r" and element.find(f"{_W}rPr/{_W}vanish") is not None):
            waiting.extend(reversed(element))


def _merged(paragraph: Any) -> bool:
    """Is the paragraph's end deleted or moved away?"""
    return any(paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{name}") is not None for name in ("del", "moveFrom"))


def _deleted(paragraph: Any) -> bool:
    """Does it stand in a deleted row or cell, or in the second telling of a text box?"""
    for around in paragraph.iterancestors():
        name = around.tag.rsplit("}", 1)[-1]
        gone = {"tr": "trPr/{0}del", "tc": "tcPr/{0}cellDel"}.get(name)
        if name == "Fallback" or (gone and around.find(_W + gone.format(_W)) is not None):
            return True
    return False
