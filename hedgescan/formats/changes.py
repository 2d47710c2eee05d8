"""What an edit did, printed: a review for readers, JSON for programs, Markdown for a comment, annotations for GitHub."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from hedgescan.diff.records import Changes, Finding, Place
from hedgescan.formats.markdown import escaped
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import named, shown
from hedgescan.model import SCHEMA
from hedgescan.version import VERSION

_INK = {"error": "31", "warning": "33", "info": "36", "-": "31", "+": "32"}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}

Writer = Callable[[Changes, bool], Iterator[str]]


def as_text(changes: Changes, color: bool) -> Iterator[str]:
    """`path:line:column: name: "before" -> "after"`, then the two sentences, once for all that is said of them."""
    for found in _grouped(changes):
        for item in found:
            name = _ink(item.name, item.severity, color)
            words = shown(_words(item, '"', "->"))
            yield f"{_where(item.new or item.old, changes)}: {name}: {words}\n"
        for sign, sentence in _sentences(found[0]):
            yield _ink(f"    {sign} {shown(sentence)}", sign, color) + "\n"


def as_json(changes: Changes, color: bool) -> Iterator[str]:
    """One object: schema, version, old, new, findings, counts."""
    yield dumps({"schema": SCHEMA, "version": VERSION, **changes.to_dict()}, indent=1) + "\n"


def as_markdown(changes: Changes, color: bool) -> Iterator[str]:
    """A list, with the sentences as a patch."""
    yield f"## {escaped(changes.old.path)} → {escaped(changes.new.path)}\n\n"
    if not changes.findings:
        yield "No change in certainty or sourcing.\n"
    for found in _grouped(changes):
        for item in found:
            yield f"- **{item.name}** ({item.severity}) {escaped(_where(item.new or item.old, changes))}: {escaped(_words(item, '', '→'))}\n"
        lines = [f"{sign} {shown(sentence)}\n" for sign, sentence in _sentences(found[0])]
        yield "".join(["\n```diff\n", *lines, "```\n\n"]) if lines else "\n"


def as_github(changes: Changes, color: bool) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of the new file."""
    for item in changes.findings:
        at = f"file={_property(item.new.path)},line={item.new.line},col={item.new.column}," if item.new else ""
        message = shown(_words(item, '"', "->") + f" ({item.message})").replace("%", "%25")
        yield f"::{_GITHUB[item.severity]} {at}title={item.name}::{message}\n"


WRITERS: dict[str, Writer] = {"text": as_text, "json": as_json, "markdown": as_markdown, "github": as_github}


def _grouped(changes: Changes) -> Iterator[list[Finding]]:
    """Findings about the same two sentences together."""
    for _, found in groupby(changes.findings, key=_pair):
        yield list(found)


def _pair(item: Finding) -> tuple[int, int]:
    return (item.old.sentence if item.old else 0, item.new.sentence if item.new else 0)


def _sentences(item: Finding) -> list[tuple[str, str]]:
    return [(sign, end.text) for sign, end in (("-", item.old), ("+", item.new)) if end]


def _where(place: Place | None, changes: Changes) -> str:
    return named(f"{place.path}:{place.line}:{place.column}" if place else changes.new.path)


def _words(item: Finding, mark: str, arrow: str) -> str:
    """Before and after; of a whole sentence and of figures only what there is to say."""
    if item.name in ("sentence-added", "sentence-removed"):
        return "no counterpart in the " + ("old text" if item.new else "new text")
    if item.name == "score-changed":
        return f"{item.before} {arrow} {item.after}"
    before, after = (f"{mark}{' '.join(text.split())}{mark}" if text else "nothing" for text in (item.before, item.after))
    return f"{before} {arrow} {after}"


def _ink(text: str, ink: str, color: bool) -> str:
    return f"\x1b[{_INK[ink]}m{text}\x1b[0m" if color else text


def _property(text: str) -> str:
    return shown(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
