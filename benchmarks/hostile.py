"""Drafts made to do harm, each at any size: endless lines, brackets without end, markup within markup, archives that burst."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks import news

SAID = "The mayor said the bridge may close. Officials told the paper that it was unclear why."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{name}"/></Relationships>'
)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{depth} "{f"&a{depth - 1};" * 10}">' for depth in range(1, 10))
    + '<!ENTITY out SYSTEM "file:///etc/passwd">]>'
)


def upto(size: int, *pieces: str) -> str:
    """The pieces over and over, up to a size."""
    return "".join(pieces * (size // sum(map(len, pieces)) + 1))[:size]


def package(body: bytes, name: str = "word/document.xml", more: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A Word document of the one part `body`, and `more` parts that nothing refers to."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(name=name))
        archive.writestr("_rels/.rels", _RELS.format(name=name))
        archive.writestr(name, body)
        for part, data in more:
            archive.writestr(part, data)
    return out.getvalue()


def word(inside: str, prolog: str = "") -> bytes:
    """The XML of a document's body."""
    return f'<?xml version="1.0"?>{prolog}<w:document {_W}><w:body>{inside}</w:body></w:document>'.encode()


def paragraphs(size: int) -> str:
    """Paragraphs of a Word document that say nothing, up to a size."""
    return "<w:p/>" * (size // 6)


def lying(data: bytes) -> bytes:
    """An archive whose directory tells that its largest part is of ten bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        large = max(archive.infolist(), key=lambda part: part.file_size)
    return data.replace(large.file_size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


class Case(NamedTuple):
    """The end of a file's name, its bytes at a size, and the size that is measured: characters, words, levels, tags, or bytes unpacked."""

    end: str
    made: Callable[[int], bytes]
    size: int


def _text(made: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda size: made(size).encode()


CASES: dict[str, Case] = {
    "50 MB of white space": Case("txt", lambda n: SAID.encode() + b"\n" * n + SAID.encode(), 50_000_000),
    "50 MB of digits": Case("txt", _text(lambda n: upto(n, "1" * 99 + "\n")), 50_000_000),
    "a line of a million characters": Case("txt", _text(lambda n: upto(n, SAID + " ")), 1_000_000),
    "a word of a million characters": Case("txt", lambda n: b"a" * n, 1_000_000),
    "a sentence of 20,000 words": Case("txt", _text(lambda n: " ".join(["The mayor said that", *("the bridge may close and" for _ in range(n // 5))]) + "."), 20_000),
    "open brackets": Case("txt", lambda n: b"he said " + b"(" * n, 100_000),
    "nested brackets": Case("txt", lambda n: b"(" * n + b"he said so" + b")" * n, 100_000),
    "quotation marks": Case("txt", lambda n: b"he said " + b'"' * n, 100_000),
    "nested quotations": Case("txt", _text(lambda n: "“" * n + "It may close" + "”" * n + " he said."), 100_000),
    "quotations without end": Case("txt", _text(lambda n: "“It may close, he said. " * n), 10_000),
    "Markdown: quotations": Case("md", lambda n: b">" * n + b" He said so.\n", 100_000),
    "Markdown: lists": Case("md", lambda n: b"- " * n + b"He said so.\n", 100_000),
    "Markdown: lists by indent": Case("md", _text(lambda n: "".join(" " * (2 * depth) + "- he\n" for depth in range(n))), 1_000),
    "Markdown: emphasis": Case("md", lambda n: b"*a _b " * n, 100_000),
    "Markdown: stars": Case("md", lambda n: b"*" * n + b"he said" + b"*" * n, 100_000),
    "Markdown: links": Case("md", lambda n: b"[" * n + b"he" + b"](x)" * n, 100_000),
    "Markdown: open links": Case("md", lambda n: b"[he](" * n, 100_000),
    "Markdown: pictures": Case("md", lambda n: b"![" * n + b"he" + b"](x)" * n, 100_000),
    "Markdown: code": Case("md", _text(lambda n: " ".join("`" * (at % 400 + 1) for at in range(n))), 5_000),
    "Markdown: references": Case("md", _text(lambda n: "".join(f"[r{at}]: x\n" for at in range(n)) + "\n" + "".join(f"[r{at}] " for at in range(n))), 50_000),
    "Markdown: footnotes": Case("md", _text(lambda n: "".join(f"[^{at}] " for at in range(n)) + "\n\n" + "".join(f"[^{at}]: he\n" for at in range(n))), 10_000),
    "Markdown: notes in notes": Case("md", lambda n: b"^[he " * n + b"]" * n, 10_000),
    "Markdown: table": Case("md", _text(lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + ("|he" * n + "|\n") * 10), 10_000),
    "Markdown: tags": Case("md", lambda n: b"he <a <b " * n, 100_000),
    "Markdown: entities": Case("md", lambda n: b"a&amp;" * n, 100_000),
    "Markdown: struck": Case("md", lambda n: b"~~he " * n, 100_000),
    "HTML: nested": Case("html", lambda n: b"<div>" * n + b"He said so.", 1_000_000),
    "HTML: quotations": Case("html", lambda n: b"<q>" * n + b"It may close" + b"</q>" * n, 1_000_000),
    "HTML: block quotations": Case("html", lambda n: b"<blockquote>He said so.<p>" * n, 10_000),
    "HTML: tags": Case("html", lambda n: b"<b>a</b>" * n, 1_000_000),
    "HTML: breaks": Case("html", lambda n: b"<br>" * n, 1_000_000),
    "HTML: paragraphs": Case("html", lambda n: b"<p>" * n + b"He said so.", 1_000_000),
    "HTML: open tags": Case("html", lambda n: b"<a " * n, 1_000_000),
    "HTML: open values": Case("html", lambda n: b'<a b="' * n, 1_000_000),
    "HTML: attributes": Case("html", lambda n: b"<a" + b" b=c" * n + b">He said so.", 1_000_000),
    "HTML: open comments": Case("html", lambda n: b"<!--" * n, 1_000_000),
    "HTML: entities": Case("html", lambda n: b"a&amp;" * n, 1_000_000),
    "HTML: unknown entities": Case("html", lambda n: b"&a" * n, 1_000_000),
    "HTML: forms": Case("html", lambda n: b"<form>he" * n, 100_000),
    "HTML: headings": Case("html", lambda n: b"<h2>He said" * n, 10_000),
    "HTML: scripts": Case("html", lambda n: b"<script>" * n, 1_000_000),
    "HTML: definitions": Case("html", lambda n: b"<dl><dt>a<dd>" * n, 100_000),
    "Word: bomb": Case("docx", lambda n: package(word(paragraphs(n))), 1 << 30),
    "Word: bomb by another name": Case("docx", lambda n: package(word(paragraphs(n)), "word/document.png"), 250 << 20),
    "Word: bomb that lies": Case("docx", lambda n: lying(package(word(paragraphs(n)))), 250 << 20),
    "Word: as many tags as may be": Case("docx", lambda n: package(word(paragraphs(6 * n))), 1_999_000),
    "Word: entries": Case("docx", lambda n: package(word("<w:p/>"), more=((f"x{at}", b"") for at in range(n))), 100_000),
    "Word: tables in tables": Case(
        "docx", lambda n: package(word("<w:tbl><w:tr><w:tc>" * n + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * n)), 100_000
    ),
    "Word: entities": Case("docx", lambda n: package(word("<w:p><w:r><w:t>&a9;&out;</w:t></w:r></w:p>" * n, LAUGHS)), 100),
    "Word: entities in UTF-16": Case(
        "docx",
        lambda n: package(word("<w:p><w:r><w:t>&a9;&out;</w:t></w:r></w:p>" * n, LAUGHS).decode().replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")),
        100,
    ),
    "Word: one paragraph": Case("docx", lambda n: package(word(f"<w:p>{'<w:r><w:t>he </w:t></w:r>' * n}</w:p>")), 100_000),
    "Word: joined paragraphs": Case(
        "docx", lambda n: package(word("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>he </w:t></w:r></w:p>" * n)), 100_000
    ),
    "JSON: brackets": Case("jsonl", lambda n: b'{"a": ' + b"[" * n + b"]" * n + b"}\n", 100_000),
    "CSV: an open quotation mark": Case("csv", lambda n: b'a,b\n"' + b"x,\n" * n, 100_000),
    "50 MB of news": Case("txt", _text(lambda n: news.text(n, seed=n)), 50_000_000),
}  # fmt: skip
