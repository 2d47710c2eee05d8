"""The scored table for readers: a row a sentence, the document's figures, the ledger of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabulate import tabulate

from hedgescan.formats.markdown import escaped
from hedgescan.formats.terminal import named, shown
from hedgescan.formats.view import View
from hedgescan.model import ENGLISH, WORDLESS, Document, Hedge, Sentence, Source
from hedgescan.tongues import title

HEADERS = ("#", "line", "hedge", "support", "verif.", "polarity", "subj.", "found", "sentence")
WORKING = ("step", "words", "arithmetic", "value")
LEDGER = ("id", "source", "kind", "rung", "count", "via", "claims", "basis")
FOUND, NARROWEST, NAME = 38, 24, 48
_GAUGE = ("8" * 8, "8" * 8, "0.00", "0.00", "100", "+0.00", "0.00", "m" * FOUND, "")
_INK = {"hedge": "33", "anonymous": "31", "source": "36", "dim": "2"}


def as_table(documents: Iterable[Document], view: View) -> Iterator[str]:
    """Plain text, a table a document."""
    for number, document in enumerate(documents):
        if document.part < 2:
            yield "\n" if number else ""
            yield _ink(named(document.path), "dim", view) + "\n"
        if not document.sentences and not document.part:
            yield "no sentences\n"
            continue
        yield from _table(document, view)
        if document.closing:
            yield "\n" + _figures(document) + "\n"
        if view.ledger and document.sources:
            yield "\n" + tabulate(_ledger(document), LEDGER, "simple", disable_numparse=True) + "\n"
        if view.explain:
            yield from _working(document, view, "simple")


def _table(document: Document, view: View) -> Iterator[str]:
    """The rows under their headers.

    Where the document comes in parts, a row of the greatest width, which is taken out again, makes them stand as one table.
    """
    rows = _rows(document, view)
    gauge = [_GAUGE] if document.part else []
    lines = tabulate([*gauge, *rows], HEADERS, "simple", disable_numparse=True, colalign=("right",) * 7).split("\n")
    head, body = lines[:2], lines[2 + len(gauge) :]
    yield "".join(f"{line}\n" for line in (body if document.part > 1 else [*head, *body]))


def as_markdown(documents: Iterable[Document], view: View) -> Iterator[str]:
    """The same in Markdown."""
    for document in documents:
        if document.part < 2:
            yield f"## {escaped(document.path)}\n\n"
        rows = [[escaped(cell) for cell in row] for row in _rows(document, View(view.sort, view.only, view.top, 0))]
        lines = tabulate(rows, HEADERS, "github", disable_numparse=True, colalign=("right",) * 7).split("\n") if rows else []
        yield "".join(f"{line}\n" for line in (lines if document.part < 2 else lines[2:]))
        if document.closing:
            yield ("" if rows or document.part else "No sentences.\n") + "\n" + _figures(document) + "\n"
        if view.ledger and document.sources:
            ledger = [[escaped(cell) for cell in row] for row in _ledger(document)]
            yield "\n" + tabulate(ledger, LEDGER, "github", disable_numparse=True) + "\n"
        if view.explain:
            yield from _working(document, view, "github")
        if document.closing:
            yield "\n"


def _rows(document: Document, view: View) -> list[list[str]]:
    return [_row(sentence, view) for sentence in view.sentences(document)]


def _row(sentence: Sentence, view: View) -> list[str]:
    scores, tone = sentence.scores, sentence.sentiment
    figures = [""] * 5
    if scores and tone:
        figures = [f"{scores.hedge:.2f}", f"{scores.support:.2f}", f"{scores.verifiability:.0f}", f"{tone.polarity:+.2f}", f"{tone.subjectivity:.2f}"]
    room = max(NARROWEST, view.width - 56 - FOUND) if view.width else 0
    return [str(sentence.index), str(sentence.line), *figures, found(sentence, view), cut(shown(sentence.prose), room)]


def found(sentence: Sentence, view: View) -> str:
    """Sources (? after an unnamed one), and cues with ~ in front; of a sentence that is not English its language, in brackets."""
    parts: list[tuple[str, str]] = [] if sentence.scores else [(f"({title(sentence.language)})", "dim")]
    for attribution in sentence.attributions:
        if attribution.provenance and attribution.source:
            name = shown(attribution.source.text)
            parts.append((name + "?", "anonymous") if attribution.anonymous else (name, "source"))
    parts += [("~" + shown(hedge.text) + ("" if view.width else odds(hedge)), "hedge") for hedge in sentence.hedges]
    out, left = [], FOUND if view.width else 0
    for text, ink in dict.fromkeys(parts):
        short = cut(text, left) if view.width else text
        out.append(_ink(short, ink, view))
        left -= len(short) + 2
        if view.width and left < 4:
            break
    return ", ".join(out)


def odds(hedge: Hedge) -> str:
    """What readers take a probability phrase for, and the yardstick's band where that is another; only where there is room for it."""
    if hedge.p is None:
        return ""
    readers = f" (p≈{hedge.p}, {hedge.p10}–{hedge.p90}"
    return readers + (f"; band {hedge.band[0]}–{hedge.band[1]})" if hedge.band and hedge.band != (hedge.p10, hedge.p90) else ")")


def cut(text: str, width: int) -> str:
    """The text in at most `width` columns, 0 for all of it."""
    return text if not width or len(text) <= width else text[: max(1, width - 1)] + "…"


def _figures(document: Document) -> str:
    scores, summary = document.scores, document.summary
    independent = summary.independent_sources
    others = summary.sentences - sum(summary.sentences_by_language.get(tag, 0) for tag in (ENGLISH, WORDLESS))
    figures = (
        f"hedge {scores.hedge:.2f}  support {scores.support:.2f}  certainty {scores.certainty:.2f}  gap {scores.gap:+.2f}"
        f"  verifiability {scores.verifiability:.0f}"
        if scores
        else "not scored, since no sentence is English"
    )
    return (
        f"document  {figures}\n"
        f"          {summary.sentences} sentences, {summary.attributed} attributed, {summary.anonymous} to unnamed sources,"
        f" {summary.hedged} hedged{f', {others} not English' if others else ''}\n"
        f"          independent sources: {independent.get('guaranteed', 0):.0f} guaranteed, at most {independent.get('maximum', 0):.0f}"
        f" (effective {independent.get('effective', 0):.1f}); {summary.outlet_dependency:.0%} through one outlet;"
        f" {summary.named_human_sources} named persons"
    )


def _ledger(document: Document) -> list[list[str]]:
    names = {source.id: shown(source.name) for source in document.sources}
    return [_entry(source, names) for source in document.sources if source.attributions]


def _working(document: Document, view: View, style: str) -> Iterator[str]:
    """The steps to each sentence's scores: what a step gives, the words it came from, the arithmetic, the value."""
    from hedgescan.evidence import explain
    from hedgescan.ladder import default

    for sentence in filter(lambda item: item.scores, view.sentences(document)):
        steps = [[step.what, shown(step.words), step.arithmetic, f"{step.value:.4g}"] for step in explain(sentence, default())]
        cells = [[escaped(cell) for cell in row] for row in steps] if style == "github" else steps
        words = cut(shown(sentence.prose), view.width)
        yield f"\nsentence {sentence.index}, line {sentence.line}: {escaped(words) if style == 'github' else words}\n\n"
        yield tabulate(cells, WORKING, style, disable_numparse=True) + "\n"


def _entry(source: Source, names: dict[str, str]) -> list[str]:
    return [
        source.id, cut(names[source.id], NAME) + ("?" if source.anonymous else ""), source.kind, source.rung, str(source.count or ""),
        cut(names.get(source.via or "", ""), NAME // 2), str(source.attributions), cut(shown(source.basis or ""), NAME),
    ]  # fmt: skip


def _ink(text: str, ink: str, view: View) -> str:
    return f"\x1b[{_INK[ink]}m{text}\x1b[0m" if view.color else text
