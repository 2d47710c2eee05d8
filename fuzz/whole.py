"""Targets that go the whole way: a text to a document to every format, and two texts to what an edit did."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as xml
from collections.abc import Iterable
from itertools import product

from fuzz.drafts import chosen, spelled
from fuzz.invariants import encoded, hold, parsed, sound, tame
from hedgescan.diff import diff
from hedgescan.engine import engine, examine, scan
from hedgescan.formats import FORMATS
from hedgescan.formats.changes import WRITERS
from hedgescan.formats.ledgers import LEDGERS
from hedgescan.formats.printers import PRINTERS
from hedgescan.formats.report import Report
from hedgescan.formats.view import KEEPS, SORTS, View
from hedgescan.ledger import ledger
from hedgescan.model import AUTO, ENGLISH, YARDSTICKS, Document
from hedgescan.plain import packed, unpacked
from hedgescan.readers import html, markdown
from hedgescan.readers import text as plain
from hedgescan.style.check import check

READERS = (plain.from_string, markdown.from_string, html.from_string)
VIEWS = [
    View(sort, only, top, width, color=color, explain=explain)
    for sort, only, top, width, (color, explain) in product(SORTS, ("", *KEEPS), (0, 2), (0, 60), ((False, True), (True, False)))
]
LANGUAGES = (AUTO, ENGLISH)
PACKS = ((), ("science", "encyclopedic"))
CUT = b"\n====\n"  # between the two texts of a comparison


def whole(data: bytes) -> None:
    """Text, Markdown or HTML, read, scanned and printed in every format there is."""
    kind, rest = chosen(data, len(READERS))
    seen, rest = chosen(rest, 256)
    view = VIEWS[seen % len(VIEWS)]
    text = READERS[kind](spelled(rest), "a\x1b]0;b.txt")
    document = examine(text, engine((), PACKS[seen % 7 == 0]), seen % 3 / 3, seen % 2 == 0, YARDSTICKS[seen % len(YARDSTICKS)], LANGUAGES[seen % 2])
    sound(document)
    hold(unpacked(packed(document), document.path, document.source).to_dict() == document.to_dict(), "not the same once packed")
    printed(document, view)
    judged(document, view.color)


def printed(document: Document, view: View) -> None:
    """A document in every format of a scan and of the ledger: valid for programs, tame for people."""
    texts: dict[str, Iterable[str]] = {name: FORMATS[name]([document], view) for name in FORMATS}
    for name in ("table", "markdown"):
        tame(texts[name], view.color)
    count = len(view.sentences(document))
    texts |= {name: [tame(texts[name])] for name in ("json", "jsonl")}
    texts |= {name: [tame(texts[name], but="\t")] for name in ("csv", "tsv")}
    hold(len(parsed(texts["json"])["documents"][0]["sentences"]) == count, "sentences lost")
    hold(len(parsed(texts["jsonl"], lines=True)) == count, "sentences lost")
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.reader(io.StringIO(encoded(texts[name]), newline=""), delimiter=delimiter))
        hold(len(rows) == count + 1 and len({len(row) for row in rows}) == 1, rows)
    found = ledger(document)
    for name, as_ in LEDGERS.items():
        if name == "json":
            parsed(as_([(document, found)], True))
        else:
            tame(as_([(document, found)], view.width == 0))


def judged(document: Document, color: bool) -> None:
    """A document held to a style, in every format of a check."""
    reports = [Report(document.path, document.scores, check(document)), Report.unread("b\x1b[2J", "no such\nfile")]
    for name, as_ in PRINTERS.items():
        if name in ("json", "sarif", "gitlab", "jsonl", "rdjsonl"):
            parsed(as_(reports, color), lines=name in ("jsonl", "rdjsonl"))
        elif name in ("junit", "checkstyle"):
            xml.fromstring(encoded(as_(reports, color)))
        else:
            tame(as_(reports, color), color)



def comparison(data: bytes) -> None:
    """Two texts compared: every finding at its place, in every format; a text compared with itself has none."""
    before, _, after = data.partition(CUT)
    compared(spelled(before), spelled(after))


def compared(before: str, after: str) -> None:
    """Two texts, in the order in which they were written."""
    old, new = scan(before, "old"), scan(after, "new")
    found = diff(old, new)
    for item in found.findings:
        for place, document in ((item.old, old), (item.new, new)):
            hold(place is None or 0 <= place.start <= place.end <= len(document.source), item)
            hold(place is None or 1 <= place.sentence <= len(document.sentences), item)
    parsed(WRITERS["json"](found, False))
    for name in ("text", "markdown", "github"):
        tame(WRITERS[name](found, name == "text"), name == "text")
    hold(not diff(new, new).findings, "a text differs from itself")
