"""Targets that read a stranger's draft: every reader, the decoding, the directives in it."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from fuzz.invariants import hold, laid_out, plainly
from hedgescan.readers import docx, formats, html, markdown, records
from hedgescan.readers import text as plain
from hedgescan.readers.decode import AUTO, Unreadable, known
from hedgescan.readers.directives import blanked, heard
from hedgescan.style.suppress import faulty, suppressions

ENCODINGS = (None, AUTO, "windows-1252", "utf-16", "shift_jis", "utf-7", "utf-8-sig", "utf-32", "gb18030", "cp037", "unicode_escape", "punycode")
FIELDS = ("body", "a.b", "0", "")
PARTS = ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "_rels/.rels")
NOTES = (
    b'<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:footnote w:id="2"><w:p><w:r><w:t>It may be so.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def spelled(data: bytes) -> str:
    """Bytes as a string that may hold anything a Python string can: what is not UTF-8 becomes lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def chosen(data: bytes, count: int) -> tuple[int, bytes]:
    """A number below `count` that the first byte chooses, and the bytes after it."""
    return (data[0] % count if data else 0), data[1:]


def text(data: bytes) -> None:
    """Plain text."""
    plainly(plain.from_string(spelled(data)))


def marked_down(data: bytes) -> None:
    """Markdown."""
    laid_out(markdown.from_string(spelled(data)))


def page(data: bytes) -> None:
    """HTML."""
    laid_out(html.from_string(spelled(data)))


def word(data: bytes) -> None:
    """A .docx: the bytes as they are, or as one part of a package that is else in order, so that the faults lie deeper than the zip."""
    part, rest = chosen(data, len(PARTS) + 1)
    try:
        laid_out(docx.from_bytes(packed(PARTS[part], rest) if part < len(PARTS) else rest))
    except Unreadable as error:
        hold(error.message, error)


def packed(name: str, content: bytes) -> bytes:
    """A .docx with one of its parts as given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for part, own in parts().items():
            package.writestr(zipfile.ZipInfo(part), content if part == name else own)
    return out.getvalue()


@cache
def parts() -> dict[str, bytes]:
    """The parts of a small document with a footnote, made by python-docx."""
    import docx as library
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    made = library.Document()
    made.add_paragraph("It may rain, he said.", style="Quote")
    notes = Part(PackURI("/word/footnotes.xml"), _KIND, NOTES, made.part.package)
    made.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def rows(data: bytes) -> None:
    """JSON Lines or CSV with a field."""
    choice, rest = chosen(data, 2 * len(FIELDS))
    try:
        for item in records.read(rest, "-", ("jsonl", "csv")[choice % 2], FIELDS[choice // 2]):
            if isinstance(item, records.Record):
                plainly(plain.from_string(item.words, item.path))
            else:
                hold(item.message and item.path.startswith("-#"), item)
    except Unreadable as error:
        hold(error.message, error)


def decoding(data: bytes) -> None:
    """Any bytes in any encoding, read as text or as a page, which may name its own."""
    choice, rest = chosen(data, 2 * len(ENCODINGS))
    encoding = ENCODINGS[choice // 2]
    hold(encoding is None or known(encoding), encoding)
    try:
        laid_out(formats.made(rest, "-", ("text", "html")[choice % 2], encoding))
    except Unreadable as error:
        hold(error.message and "\n" not in error.message, error)


def directives(data: bytes) -> None:
    """What is addressed to us in a draft, also amid code."""
    source = spelled(data)
    read = markdown.from_string(source)
    laid_out(read)
    hold(len(blanked(source)) == len(source), "blanks lost")
    listened = heard(source, read.verbatim)
    hold(len(listened) == len(source), "blanks lost")
    paragraphs = [(block.offsets[0], block.offsets.end(len(block.prose))) for block in read.blocks]
    done = 0
    for item in suppressions(listened, paragraphs):
        hold(done <= item.start < item.end <= len(source) and item.first >= 1, item)
        done = item.start
    for span, fault in faulty(listened):
        hold(listened[span.start : span.end] == span.text and fault, span)
