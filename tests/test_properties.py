"""Whatever stands in a draft, of whatever format and under whatever options, what is read and printed of it keeps what was promised."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.drafts import packed
from fuzz.invariants import encoded, laid_out, parsed, plainly, sound, tame
from fuzz.whole import PACKS, VIEWS, compared, judged, printed
from hedgescan.cli.commands import commands
from hedgescan.engine import scan, scan_text
from hedgescan.formats import FORMATS, View
from hedgescan.model import YARDSTICKS
from hedgescan.readers import docx, html, markdown, records
from hedgescan.readers import text as plain
from hedgescan.readers.offsets import Text

WORDS = (
    "The mayor", "officials", "two sources familiar with it", "critics", "Reuters", "who", "it", "said", "says", "told", "may", "could",
    "according to", "denied", "perhaps", "not", "that", "if", "unclear whether", "rain", "the bridge will close", "la mairie a dit que", "Mr.", "U.S.", "10%", "²",
)  # fmt: skip
SIGNS = (
    ". ", "? ", ", ", ": ", " — ", "…", "\n", "\n\n", "\r\n", "\r", "\x85", "\x0c", "\v", "\x1c", "\u2028", "\u2029", "\t", "\u00a0", "\u3000",
    "\u00ad", "\u200b", "\u200d", "\ufeff", "\u2060", "\ufb01", "\ufb03", "ﷺ", "👩\u200d👧", "🇨🇿", "👍🏽", "e\u0301", "a\u030a\u0323\u0300", "\u0301",
    "\u202e", "\u2067", "\u2069", "\u200f", "\ud800", "\udfff\ud83d", "İ", "ǅ", "雨。", "“", "”", "‘", "’", '"', "'", "«", "(", ")", "[", "]",
    "\x00", "\x1b[31m", "\x07", "\x9b2J", "\x7f", "=1+1", "@", "|", "hedgescan: ignore\n", "<!-- hedgescan: end -->", "#", "* ",
)  # fmt: skip
TAGS = ("<p>", "</p>", "<q>", "</b>", "<br>", "<blockquote>", "&amp;", "&#xD800;", "&nbsp;", "<!--", "-->", "**", "`", "> ", "](", "![", "~~", "[^1]", "---\n")
TEXT = st.lists(st.sampled_from([*WORDS, " ", *SIGNS]), max_size=24).map(lambda parts: " ".join(parts).replace("  ", " "))
MARKED = st.lists(st.sampled_from([*WORDS, *SIGNS, *TAGS]), max_size=24).map("".join)
READERS: tuple[Callable[..., Text], ...] = (plain.from_string, markdown.from_string, html.from_string)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTE = "Itmaybeso."  # the footnote of the package that `packed` fills


def few(examples: int) -> settings:
    """The same examples in every run."""
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None)


@few(60)
@given(TEXT, st.sampled_from(VIEWS), st.sampled_from(PACKS[:1] * 4 + PACKS), st.sampled_from(YARDSTICKS), st.floats(0, 1), st.booleans())
def test_odd_text_under_any_options(source: str, view: View, packs: tuple[str, ...], yardstick: str, least: float, raw: bool) -> None:
    document = scan(source, "a\x1b]0;b\udc80.txt", packs=packs, yardstick=yardstick, least=least, raw=raw)
    sound(document)
    printed(document, view)
    judged(document, view.color)


@few(60)
@given(st.sampled_from(READERS[1:]), MARKED, st.sampled_from(VIEWS))
def test_odd_markup_in_every_format(reader: Callable[..., Text], source: str, view: View) -> None:
    text = reader(source)
    laid_out(text)
    document = scan_text(text)
    sound(document)
    printed(document, view)


@few(300)
@given(st.sampled_from(READERS), st.one_of(TEXT, MARKED))
def test_odd_text_is_laid_out_in_order(reader: Callable[..., Text], source: str) -> None:
    (plainly if reader is plain.from_string else laid_out)(reader(source))


@few(60)
@given(TEXT)
def test_what_is_printed_for_programs_says_what_the_document_says(source: str) -> None:
    document = scan(source, "a.txt")
    said = whole_characters(document.to_dict())
    (shown,) = parsed(FORMATS["json"]([document], View()))["documents"]
    rows = parsed(FORMATS["jsonl"]([document], View()), lines=True)
    table = list(csv.DictReader(io.StringIO(encoded(FORMATS["csv"]([document], View(safe=False))), newline="")))
    assert shown == said and [{"path": "a.txt", **row} for row in said["sentences"]] == rows
    assert [(int(row["index"]), row["text"]) for row in table] == [(row["index"], " ".join(row["prose"].split())) for row in rows]
    assert all(len(row["text"]) == row["end"] - row["start"] for row in rows)


def whole_characters(value: object) -> Any:
    """A value as JSON has it, each half of a character replaced."""
    return json.loads(re.sub("[\ud800-\udfff]", "\ufffd", json.dumps(value, ensure_ascii=False)))


RUNS = st.lists(st.tuples(st.sampled_from(WORDS + tuple(sign for sign in SIGNS if sign.isprintable())), st.integers(0, 5)), max_size=8)
STYLES = st.sampled_from(["", "Title", "Quote", "Heading1", "TOC1", "Caption", "None"])
WRITTEN = ("{}", "{}<w:tab/>", "<w:rPr><w:vanish/></w:rPr>{}", "{}<w:br/>")


def paragraph(style: str, runs: list[tuple[str, int]]) -> str:
    """A paragraph of a .docx: runs with a tab, a break or hidden words, one inserted, one deleted."""
    out = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    for words, kind in runs:
        text = f'<w:t xml:space="preserve">{escape(words)} </w:t>'
        run = f"<w:r>{WRITTEN[kind % len(WRITTEN)].format(text)}</w:r>"
        out += f"<w:ins>{run}</w:ins>" if kind == 4 else f"<w:del>{run}</w:del>" if kind == 5 else run
    return f"<w:p>{out}</w:p>"


@few(25)
@given(st.lists(st.tuples(STYLES, RUNS), max_size=6), st.booleans())
def test_a_word_document_keeps_what_is_shown_of_it(paragraphs: list[tuple[str, list[tuple[str, int]]]], table: bool) -> None:
    body = "".join(paragraph(*item) for item in paragraphs)
    body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>" if table else body
    text = docx.from_bytes(packed("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()))
    laid_out(text)
    sound(scan_text(text))
    shown = [word for _, runs in paragraphs for word, kind in runs if kind not in (2, 5)]
    assert "".join(text.source.split()) == "".join("".join(shown).split()) + NOTE


@few(60)
@given(st.lists(TEXT, min_size=1, max_size=5), st.sampled_from(["jsonl", "csv", ";", "\t"]), st.booleans())
def test_records_give_back_their_words(words: list[str], kind: str, escaped: bool) -> None:
    words = [word.replace("\x00", "") for word in words]
    if kind == "jsonl":
        rows = [json.dumps({"id": 1, "a": {"b": [word]}}, ensure_ascii=escaped or not word.isprintable()) for word in words]
        data, field = "\n".join(rows).encode("utf-8", "replace"), "a.b.0"
    else:
        out = io.StringIO()
        csv.writer(out, delimiter="," if kind == "csv" else kind).writerows([["id", "a.b"], *((1, word) for word in words)])
        data, field, kind = out.getvalue().encode("utf-8", "replace"), "a.b", "csv"
        words = [word.encode("utf-8", "replace").decode() for word in words]
    found = list(records.read(data, "x", kind, field))
    assert [item.words for item in found if isinstance(item, records.Record)] == words
    assert all(item.path.startswith("x#") for item in found)


@few(25)
@given(st.one_of(TEXT, MARKED), st.one_of(TEXT, MARKED))
def test_two_odd_texts_are_compared(old: str, new: str) -> None:
    compared(old, new)


OPTIONS = (
    "--wide", "--no-ledger", "--explain", "--no-csv-safe", "--sentiment-raw", "--sort=gap", "--only=hedged", "--top=1", "--yardstick=kent",
    "--color=always", "--style=ap", "--select=SRC", "--ignore=weasel", "--strictness=0.9", "--pack=science", "--encoding=auto", "--language=en",
    "-q", "-v", "--stdin-filename=a.md", "--stdin-filename=\x1b[2J.html", "--input-format=markdown", "--input-format=docx", "--field=body", "--no-such", "--top=x",
)  # fmt: skip


COMMANDS = st.sampled_from(
    [
        ["scan"], ["scan", "-f", "json"], ["scan", "-f", "csv"], ["scan", "-f", "markdown"], ["check"], ["check", "-f", "sarif"],
        ["check", "-f", "github"], ["sources"], ["sources", "-f", "dot"], ["config", "show"],
    ]
)  # fmt: skip


@few(60)
@given(COMMANDS, st.sets(st.sampled_from(OPTIONS), max_size=2), MARKED)
def test_any_options_on_any_input_end_with_a_status_and_clean_output(command: list[str], options: set[str], source: str) -> None:
    words = [*command, *sorted(options)]
    done = CliRunner().invoke(commands, words, input=source.encode("utf-8", "replace"))
    assert done.exception is None or isinstance(done.exception, SystemExit), words
    assert done.exit_code in (0, 1, 2) and (done.exit_code in (0, 1) or done.stderr), words
    assert done.stdout_bytes.decode("utf-8") == done.stdout
    tame([done.stderr])
    if not options & {"--color=always"} and command[-1] not in ("json", "csv", "sarif"):
        tame([done.stdout])
