"""The targets by name: what each runs, what it starts from, the words worth trying, and how long an input may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fuzz import desk, drafts, seeds, whole
from hedgescan.readers.decode import MAGIC

MARKS = ("“", "”", "‘", "’", '"', "'", "\u00ad", "\u200b", "\ufeff", "\x85", "\u2028", "\x0c", "\r\n", "\n\n", "…", "—", ". ", "@", "http://a.b", "(", ")", "[", "]")
CUES = ("said ", "may ", "critics say ", "according to ", "officials ", "Mr. ", "who ", "it is unclear whether ", "if ", "not ", "that ", "10%")
TAGS = (
    "<p>", "</p>", "<b>", "<q>", "</q>", "<br>", "<blockquote>", "<li>", "<h1>", "<pre>", "<code>", "<a href=", "<!--", "-->", "&amp;", "&#x41;",
    "<article>", "<header>", "<footer>", "<table>", "<td>", "<title>", "<script>", "</script>", "<form>", "hidden", "class=", "<svg>", "<![CDATA[", "]]>",
)  # fmt: skip
SIGNS = ("**", "~~", "`", "```", "    ", "> ", "- ", "1. ", "# ", "---\n", "|", "|---|", "[^1]", "[^1]: ", "![", "](", "^[", "<!--", "\\", "&lt;", "+++\n", "\t")
TOML = ("[[", "]]", '"""', "'''", " = ", "true", "1e9", "nan", "inf", "-1", "\\u", "0x", "1979-05-27", "{ a = 1 }", "off = true", "yes", "no", "when", "strength")
XML = (
    "<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:del>", "<w:ins>", "<w:tab/>", "<w:br/>", "<w:rPr>", "<w:pPr>", "<w:pStyle w:val=", "<w:tbl>", "<w:tr>", "<w:tc>",
    "<w:style ", "w:styleId=", "<w:name w:val=", "Relationship ", "Target=", "TargetMode=", "ContentType=", "xmlns:w=", "<!DOCTYPE", "<!ENTITY", "&x;", "<w:sym/>",
)  # fmt: skip
DEEDS = ("hedgescan:", "<!-- hedgescan: ", "ignore", "ignore-next", "ignore-file", "begin", "end", "[weasel]", "[", "]", "-->", "# ", "// ")
ROWS = ('{"body": "', '"}', "\\ud800", "\\u0000", "null", "[", "{", '""', "\r\n", ",", ";", "\t", "body", "1e999", "NaN", "\x00")
PATCH = ("--- ", "+++ ", "@@ -1,2 +3,4 @@", "/dev/null", '"b/\\303\\251"', "\t", "diff --git ", "Index: ", "\\ No newline", "a/", "b/", "w/")
BYTES = ("\ufeff", "%PDF-", "PK\x03\x04", "{\\rtf", "charset=", "<meta charset=", "+AGE-", "\\u", "\\x")


class Target(NamedTuple):
    """`run` raises for a crash; `seeds` makes inputs to start from, `words` are put in by the mutations, `longest` is in bytes."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]
    words: tuple[str, ...]
    longest: int


def raw(*texts: str) -> Iterator[bytes]:
    """Texts as bytes, lone surrogates and all."""
    for text in texts:
        yield text.encode("utf-8", "surrogatepass")


def led(count: int, *texts: str | bytes) -> Iterator[bytes]:
    """Inputs that begin with a byte which chooses one of `count` ways to read the rest: each in one of them, taken in turn."""
    for number, text in enumerate(texts):
        yield bytes([number % count]) + (text if isinstance(text, bytes) else next(raw(text)))


def _encoded() -> Iterator[bytes]:
    names = ("utf-8", "utf-8", "windows-1252", "utf-16", "shift_jis", "utf-7", "utf-8-sig", "utf-32", "gb18030", "cp037", "ascii", "punycode")
    for number, name in enumerate(names):
        for text in ("The café “may” close — 雨, officials said.", seeds.HTML[0], "It may rain, said Łódź."):
            yield bytes([2 * number + text.startswith("<")]) + text.encode(name, "ignore")
    for mark in MAGIC:
        yield b"\0" + mark


def _packages() -> Iterator[bytes]:
    whole_ = drafts.parts()
    for number, name in enumerate(drafts.PARTS):
        yield bytes([number]) + (drafts.NOTES if name.endswith("footnotes.xml") else whole_[name][:8000])
    yield bytes([len(drafts.PARTS)]) + drafts.packed("", b"")[:8000]
    yield b"\0" + DOCUMENT.encode()


DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/'
    'markup-compatibility/2006"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:pPr><w:rPr>'
    '<w:del/></w:rPr></w:pPr><w:r><w:t>It </w:t></w:r></w:p><w:p><w:ins><w:r><w:t>may</w:t><w:tab/><w:br/></w:r></w:ins><w:del><w:r>'
    "<w:delText>will</w:delText></w:r></w:del><w:hyperlink><w:r><w:t> rain</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>x"
    "</w:t></w:r><mc:AlternateContent><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent></w:p><w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
    "<w:tc><w:p><w:r><w:sym/></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)


def _whole() -> Iterator[bytes]:
    texts = [*((0, text) for text in seeds.prose(12)), *((1, text) for text in seeds.MARKDOWN), *((2, text) for text in seeds.HTML)]
    for number, (kind, text) in enumerate(texts):
        yield bytes([kind, number * 7 % 256]) + next(raw(text[:800]))


def _pairs() -> Iterator[bytes]:
    for old, new in seeds.edits(3):
        yield whole.CUT.join(raw(old, new))


TARGETS = {
    "text": Target(drafts.text, lambda: raw(*seeds.prose(10)), MARKS + DEEDS, 2000),
    "markdown": Target(drafts.marked_down, lambda: raw(*seeds.MARKDOWN, *seeds.ODD), SIGNS + MARKS + TAGS, 2000),
    "html": Target(drafts.page, lambda: raw(*seeds.HTML, *seeds.ODD), TAGS + MARKS, 3000),
    "docx": Target(drafts.word, _packages, XML, 9000),
    "records": Target(drafts.rows, lambda: led(8, *(pair for row in zip(seeds.JSONL * 4, seeds.CSV * 3, strict=False) for pair in row)), ROWS, 2000),
    "decoding": Target(drafts.decoding, _encoded, BYTES + MARKS, 2000),
    "directives": Target(drafts.directives, lambda: raw(*seeds.DIRECTIVES, *seeds.MARKDOWN), DEEDS + SIGNS, 1000),
    "lexicon": Target(desk.lexicon, lambda: raw(*seeds.LEXICON), TOML, 1000),
    "style": Target(desk.style, lambda: raw(*seeds.STYLES), TOML, 600),
    "configuration": Target(desk.configuration, lambda: led(2, *seeds.CONFIGURATIONS), TOML, 1000),
    "baseline": Target(desk.baseline, lambda: raw(*seeds.BASELINES), ROWS, 1000),
    "patch": Target(desk.patch, lambda: raw(*seeds.PATCHES), PATCH, 1000),
    "comparison": Target(whole.comparison, _pairs, MARKS + CUES, 600),
    "whole": Target(whole.whole, _whole, MARKS + CUES + TAGS + SIGNS, 800),
}
