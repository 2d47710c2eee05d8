"""The ledger in print: a table, JSON, and a graph of who passed what on (Graphviz's dot, Mermaid)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, pairwise

from tabulate import tabulate

from hedgescan.formats.markdown import escaped
from hedgescan.formats.rows import dumps
from hedgescan.formats.table import cut
from hedgescan.formats.terminal import named, shown
from hedgescan.ledger import Entry, Ledger
from hedgescan.model import SCHEMA, Document
from hedgescan.version import VERSION

Row = tuple[Document, Ledger]
HEADERS = ("id", "source", "kind", "rung", "count", "claims", "in story", "line", "through", "how they know", "why unnamed")
_NAME, _PHRASE = 48, 40
NOBODY = "nobody"


def as_table(rows: Iterable[Row], wide: bool) -> Iterator[str]:
    """A table a document, with the figures of independence under it."""
    for number, (document, ledger) in enumerate(rows):
        yield "\n" if number else ""
        yield named(document.path) + "\n"
        cells = _cells(ledger, wide)
        yield (tabulate(cells, HEADERS, "simple", disable_numparse=True) if cells else "no sources") + "\n\n"
        yield _figures(ledger) + "\n"


def as_markdown(rows: Iterable[Row], wide: bool) -> Iterator[str]:
    """The same in Markdown."""
    for document, ledger in rows:
        yield f"## {escaped(document.path)}\n\n"
        cells = [[escaped(cell) for cell in row] for row in _cells(ledger, True)]
        yield (tabulate(cells, HEADERS, "github", disable_numparse=True) if cells else "No sources.") + "\n\n"
        yield _figures(ledger) + "\n\n"


def as_json(rows: Iterable[Row], wide: bool) -> Iterator[str]:
    """One object: schema, version, and the ledger of each document."""
    yield f'{{"schema": {SCHEMA}, "version": "{VERSION}", "documents": ['
    mark = "\n"
    for document, ledger in rows:
        yield mark + dumps({"path": document.path, **ledger.to_dict()})
        mark = ",\n"
    yield "\n]}\n"


def as_dot(rows: Iterable[Row], wide: bool) -> Iterator[str]:
    """A directed graph a document, from each origin through its relays to the article; the unnamed are dashed."""
    for document, ledger in rows:
        yield f"digraph {_quoted(shown(document.path))} {{\n  rankdir=LR;\n  node [shape=box];\n  article [shape=ellipse];\n"
        for node, label, anonymous in _nodes(ledger):
            yield f"  {node} [label={_quoted(label)}{', style=dashed' if anonymous else ''}];\n"
        for (start, end), number in _edges(ledger).items():
            yield f"  {start} -> {end} [label={_quoted(str(number))}];\n"
        yield "}\n"


def as_mermaid(rows: Iterable[Row], wide: bool) -> Iterator[str]:
    """The same graph in Mermaid, which takes one graph a file: of several documents each is a box in it, with ids of its own."""
    coming = iter(rows)
    first = list(islice(coming, 2))
    yield "flowchart LR\n"
    for number, (document, ledger) in enumerate(chain(first, coming), 1):
        if len(first) > 1:
            yield f"  subgraph d{number}[{_entity(shown(document.path))}]\n  direction LR\n"
        yield from _flow(ledger, f"d{number}_" if len(first) > 1 else "")
        if len(first) > 1:
            yield "  end\n"
    yield "  classDef unnamed stroke-dasharray: 5 5\n"


def _flow(ledger: Ledger, prefix: str) -> Iterator[str]:
    """Nodes and arrows in Mermaid, their ids with a prefix."""
    yield f"  {prefix}article([article])\n"
    for node, label, anonymous in _nodes(ledger):
        yield f"  {prefix}{node}[{_entity(label)}]{':::unnamed' if anonymous else ''}\n"
    for (start, end), number in _edges(ledger).items():
        yield f"  {prefix}{start} -->|{number}| {prefix}{end}\n"


Printer = Callable[[Iterable[Row], bool], Iterator[str]]
LEDGERS: dict[str, Printer] = {"table": as_table, "json": as_json, "markdown": as_markdown, "dot": as_dot, "mermaid": as_mermaid}


def _cells(ledger: Ledger, wide: bool) -> list[list[str]]:
    names = {entry.source.id: shown(entry.source.name) for entry in ledger.entries}
    return [_row(entry, names, wide) for entry in ledger.entries]


def _row(entry: Entry, names: dict[str, str], wide: bool) -> list[str]:
    source = entry.source
    name, phrase = (0, 0) if wide else (_NAME, _PHRASE)
    return [
        source.id, cut(shown(source.name), name) + ("?" if source.anonymous else ""), source.kind, source.rung, str(source.count or ""),
        str(entry.claims or ""), str(entry.told or ""), str(entry.line or ""), cut(names.get(source.via or "", ""), phrase),
        cut(shown(source.basis or ""), phrase), cut(shown(source.reason or ""), phrase),
    ]  # fmt: skip


def _figures(ledger: Ledger) -> str:
    found, unnamed = ledger.independence, ledger.coverage
    hedges = ", ".join(f"{locus} {number}" for locus, number in ledger.hedges.items()) or "none"
    return (
        f"independent sources: {found.get('guaranteed', 0):.0f} guaranteed, at most {found.get('maximum', 0):.0f}"
        f" (effective {found.get('effective', 0):.1f}); {ledger.dependency:.0%} through one outlet; {ledger.named} named persons\n"
        f"unnamed sources: {unnamed['sources']}, of whom counted {unnamed['counted']}, with a basis {unnamed['basis']},"
        f" with a reason {unnamed['reason']}\n"
        f"who hedges: {hedges}"
    )


def _nodes(ledger: Ledger) -> Iterator[tuple[str, str, bool]]:
    """(id, label, unnamed) of every source on some way to the reader."""
    used = {hop or NOBODY for way in ledger.ways for hop in way}
    for entry in ledger.entries:
        if entry.source.id in used:
            yield entry.source.id, f"{shown(entry.source.name)} ({entry.source.rung})", entry.source.anonymous
    if NOBODY in used:
        yield NOBODY, "nobody named", True


def _edges(ledger: Ledger) -> dict[tuple[str, str], int]:
    """(from, to) → sentences, origin first."""
    found: Counter[tuple[str, str]] = Counter()
    for way, number in ledger.ways.items():
        hops = ["article", *(hop or NOBODY for hop in way)]
        for nearer, farther in pairwise(hops):
            found[farther, nearer] += number
    return dict(found)


def _quoted(text: str) -> str:
    """A string in dot."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _entity(text: str) -> str:
    """A label in Mermaid, its marks written as entities."""
    for mark, entity in (("#", "#35;"), ("&", "#38;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        text = text.replace(mark, entity)
    return f'"{text}"'
