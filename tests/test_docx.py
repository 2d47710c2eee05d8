"""Word documents: what their text is once every change is accepted, and what is no Word document."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from hedgescan.readers import Unreadable
from hedgescan.readers.docx import from_bytes
from tests.conftest import Run

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TRACKED = (
    "<w:p><w:r><w:t xml:space='preserve'>The mayor </w:t></w:r><w:del><w:r><w:delText>confirmed</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>said</w:t></w:r></w:ins><w:commentRangeStart w:id='1'/><w:r><w:tab/><w:t>it</w:t><w:br/><w:t>may</w:t></w:r>"
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r><w:moveFrom><w:r><w:t>MOVED</w:t></w:r></w:moveFrom>"
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK may </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    "<w:r><w:t xml:space='preserve'> close</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    "<w:hyperlink><w:r><w:t xml:space='preserve'> soon</w:t></w:r></w:hyperlink>"
    "<w:r><w:footnoteReference w:id='2'/><w:commentReference w:id='1'/></w:r>"
    "<w:moveTo><w:r><w:t xml:space='preserve'> again</w:t></w:r></w:moveTo><w:r><w:t>.</w:t></w:r></w:p>"
)
JOINED = (
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>It </w:t></w:r></w:p>", "<w:p><w:r><w:t>rained.</w:t></w:r></w:p>",
)  # fmt: skip


def document(*paragraphs: str, fill: Callable[[docx.document.Document], object] | None = None) -> bytes:
    made = docx.Document()
    if fill:
        fill(made)
    for xml in paragraphs:
        made.element.body.insert(len(made.element.body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {NAMES}>", 1)))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return out.getvalue()


def test_changes_are_accepted_and_what_is_no_text_is_left_out() -> None:
    text = from_bytes(document(TRACKED, *JOINED))
    assert [block.prose for block in text.blocks] == ["The mayor said it may close soon again.", "It rained."]
    for block in text.blocks:
        assert all(sign == " " or text.source[block.offsets[at]] == sign for at, sign in enumerate(block.prose))
    assert text.source == "The mayor said\tit\vmay close soon again.\nIt rained."


def test_styles_tell_headline_deck_quotation_and_code() -> None:
    def fill(made: docx.document.Document) -> None:
        for words, style in (("Head", "Title"), ("Deck", "Subtitle"), ("By Jane Roe", "Normal"), ("One.", "Heading 1"), ("It may rain.", "Quote"),
                             ("Two.", "Caption")):  # fmt: skip
            made.add_paragraph(words, style=style)
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"

    blocks = from_bytes(document(fill=fill)).blocks
    assert [(block.role, block.prose) for block in blocks] == [
        ("headline", "Head"), ("deck", "Deck"), ("byline", "By Jane Roe"), ("subhead", "One."), ("body", "It may rain."), ("caption", "Two."),
        ("body", "left"), ("body", "right"),
    ]  # fmt: skip
    assert [block.quoted for block in blocks] == [(), (), (), (), ((0, 12),), (), (), ()]


def test_a_document_is_scanned_by_its_paragraphs_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document(TRACKED, *JOINED))
    (tmp_path / "b.bin").write_bytes(document(TRACKED, *JOINED))
    for words in (("a.docx",), ("--input-format", "docx", "b.bin"), (".",)):
        done = run("-f", "json", *words)
        first, second = json.loads(done.stdout)["documents"][0]["sentences"]
        assert done.returncode == 0 and first["hedges"][0]["cue"] == "may" and second["line"] == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 nonsense", "damaged"),
        (b"\xd0\xcf\x11\xe0 encrypted", "password"),
        (document(TRACKED)[:2000], "damaged"),
        (repacked(document(TRACKED), lambda name, part: part[:200] if name == "word/document.xml" else part), "not a Word document"),
        (repacked(document(TRACKED), lambda name, part: b"0" * (65 << 20) if name.endswith("styles.xml") else part), "too large"),
        (
            repacked(
                document(TRACKED),
                lambda name, part: b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + part.split(b"?>", 1)[1] if name == "word/document.xml" else part,
            ),
            "document type",
        ),
    ],
    ids=["nonsense", "encrypted", "cut short", "broken markup", "bomb", "entities"],
)  # fmt: skip
def test_what_cannot_be_read_is_said_so(data: bytes, told: str, run: Run, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=told):
        from_bytes(data, "x.docx")
    (tmp_path / "x.docx").write_bytes(data)
    done = run("x.docx")
    assert done.returncode == 2 and b"x.docx: " in done.stderr and told.encode() in done.stderr and b"Traceback" not in done.stderr


def test_without_python_docx_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Unreadable, match=r"pip install 'hedgescan\[docx\]'"):
        from_bytes(b"PK\x03\x04", "x.docx")
