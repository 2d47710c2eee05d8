"""One sentence or one cell a line, for other programs: json, jsonl, csv and tsv."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from hedgescan.figures import Scores, Sentiment, figures
from hedgescan.formats.terminal import BEYOND, CONTROL, plain
from hedgescan.formats.view import View
from hedgescan.model import SCHEMA, Document, Sentence, closing_dict, sentence_dict
from hedgescan.version import VERSION

COLUMNS = (
    "path", "index", "line", "column", "hedge", "support", "certainty", "gap", "verifiability", "polarity", "subjectivity",
    "anonymous", "hedges", "sources", "text", "language",
)  # fmt: skip
# The last four are the wide forms, which Excel reads as the others.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_UNSAFE = re.compile(r"(?![\t\n])" + CONTROL.pattern)


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON on one line, or indented, not escaped beyond need; what a terminal would obey is."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() and "\x7f" not in text else BEYOND.sub(_reference, plain(text))


def _reference(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def row(sentence: Sentence, view: View) -> dict[str, Any]:
    """The sentence's object, with the working behind its scores where that is asked for."""
    if not view.explain:
        return sentence_dict(sentence)
    from hedgescan.evidence import explain
    from hedgescan.ladder import default

    steps = explain(sentence, default()) if sentence.scores else ()
    return {**sentence_dict(sentence), "evidence": [asdict(step) for step in steps]}


def as_json(documents: Iterable[Document], view: View) -> Iterator[str]:
    """The one object of the contract, a document a line; one that comes in parts is written as they come."""
    yield f'{{"schema": {SCHEMA}, "version": "{VERSION}", "documents": ['
    before, among = "\n", ""
    for document in documents:
        if document.part < 2:
            yield f'{before}{{"path": {dumps(document.path)}, "sentences": ['
            before, among = ",\n", ""
        for sentence in view.sentences(document):
            yield among + dumps(row(sentence, view))
            among = ", "
        if document.closing:
            yield f"], {dumps(closing_dict(document))[1:]}"
    yield "\n]}\n"


def as_jsonl(documents: Iterable[Document], view: View) -> Iterator[str]:
    """One sentence a line, with its path."""
    for document in documents:
        for sentence in view.sentences(document):
            yield dumps({"path": document.path, **row(sentence, view)}) + "\n"


def as_csv(documents: Iterable[Document], view: View) -> Iterator[str]:
    """Comma-separated, with a header; text cells cannot run as a formula in a spreadsheet."""
    return _separated(documents, view, ",")


def as_tsv(documents: Iterable[Document], view: View) -> Iterator[str]:
    """Tab-separated, with a header."""
    return _separated(documents, view, "\t")


def _separated(documents: Iterable[Document], view: View, delimiter: str) -> Iterator[str]:
    yield line(COLUMNS, delimiter)
    for document in documents:
        for sentence in view.sentences(document):
            yield line(tuple(safe(cell) if view.safe else cell for cell in _cells(document, sentence)), delimiter)


def line(cells: Iterable[Any], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return plain(out.getvalue())


def _cells(document: Document, sentence: Sentence) -> tuple[Any, ...]:
    given = (*_blank(sentence.scores, Scores), *_blank(sentence.sentiment, Sentiment))
    anonymous = int(any(a.anonymous for a in sentence.attributions)) if sentence.scores else ""
    sources = dict.fromkeys(a.source.text for a in sentence.attributions if a.source)
    return (
        document.path, sentence.index, sentence.line, sentence.column, *given, anonymous,
        "; ".join(hedge.text for hedge in sentence.hedges), "; ".join(sources), " ".join(sentence.prose.split()), sentence.language,
    )  # fmt: skip


def _blank(record: Scores | Sentiment | None, kind: type) -> tuple[Any, ...]:
    """The figures in order; empty cells where there are none."""
    return tuple("" if value is None else value for value in figures(record, kind).values())


def safe(cell: Any) -> Any:
    """A text cell without what a terminal would obey; one that a spreadsheet would take for a formula gets an apostrophe in front.

    A lone `-`, as standard input is called, is no formula.
    """
    if not isinstance(cell, str):
        return cell
    cell = _UNSAFE.sub("\ufffd", cell)
    return f"'{cell}" if cell.startswith(_RISKY) and cell != "-" else cell
