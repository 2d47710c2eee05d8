"""Markdown and HTML into paragraphs: words without markup, every offset into the source as written, and what is quoted."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgescan.cli.complete import INPUTS
from hedgescan.engine import scan_text
from hedgescan.readers import Text, html, markdown
from hedgescan.readers.formats import FORMATS
from hedgescan.readers.pieces import OBJECT
from tests.conftest import Run

README = Path(__file__).parent.parent / "README.md"
WORDS = st.lists(st.sampled_from("the mayor may’s close “it” — bridge 4.5 AT&T café\u0301 soft\u00adhyphen 😀 x<y naïve\u200b".split()), min_size=1, max_size=6)
INLINE = st.sampled_from(
    ["*{}*", "**{}**", "_{}_", "`{}`", "[{}](http://x.y/a_b)", "![{}](p.png)", "~~{}~~", "\\*{}", "{}&amp;", "<b>{}</b>", "<q>{}</q>", "{}<br>",
     "{}[^1]", "<https://x.y>{}", "{}  \n", "{}\\\n", "*{}", "{}`", "[{}]", "{}&#8212;", "<!-- {} -->", "{}<", "^[{}]"]
)  # fmt: skip
BLOCK = st.sampled_from(
    ["{}", "# {}", "> {}", "> > {}", "- {}", "1. {}\n   {}", "- [ ] {}", "    {}", "```\n{}\n```", "| {} | b |\n|---|---|\n| c | {} |", "{}\n===", "<div>{}</div>",
     "[^1]: {}", "> [!NOTE]\n> {}", "\t{}", "-\t{}\n\n\t{}", "***", "<p hidden>{}", "> {}\n{}", "+ > {}\n  > {}", "[x]: http://y 'z'"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>{}</p>", "<P>{}", "<b>{}</b>", "<i>{}", "{}</i>", "<q>{}</q>", "<blockquote>{}</blockquote>", "<code>{}</code>", "<nav>{}</nav>", "{}<br>", "<li>{}", "<td>{}",
     "<script>{}</script>", "<div hidden>{}</div>", "{}&rsquo;s", "{}&nbsp", "&notit;{}",
     "<h1>{}</h1>", "<!-- {} -->", "<a href='{}'>{}</a>", "{}</p>", "<{}", "<pre>{}</pre>"]
)  # fmt: skip
SIGNS = {"q": "“”‘’", "code": OBJECT, "samp": OBJECT, "math": OBJECT, "br": " "}


@st.composite
def nested(draw: st.DrawFn, inner: st.SearchStrategy[str], gap: str, shapes: st.SearchStrategy[str]) -> str:
    return gap.join(draw(shapes).replace("{}", draw(inner)) for _ in range(draw(st.integers(1, 5))))


LINE = nested(WORDS.map(" ".join), " ", INLINE)
MARKDOWN = st.tuples(nested(LINE, "\n\n", BLOCK), st.sampled_from(["\n", "\r\n", "\r"])).map(lambda pair: pair[0].replace("\n", pair[1]))
HTML = nested(nested(WORDS.map(" ".join), " ", TAGS), "\n", TAGS)
many = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def stands_for(written: str, sign: str) -> bool:
    """May these characters of a source have become this one of the prose?"""
    if written == sign or (sign == " " and (not written.strip() or re.fullmatch(r"<br[^>]*>|\^\[", written, re.IGNORECASE))):
        return True
    tag = re.match(r"</?(\w+)", written)
    if tag and sign in SIGNS.get(tag[1].lower(), ""):
        return True
    code = sign == OBJECT and (written[0] == written[-1] == "`" or re.fullmatch(r"<[^\s<>]+>", written) is not None)
    return code or sign in unescape(written).replace("\xa0", " ") or (written, sign) in (("^[", "("), ("]", ")"))


def sound(text: Text, source: str) -> None:
    """Every character of the prose stands where its offset says, and paragraphs are in order and apart."""
    done = 0
    assert text.source == source
    for block in text.blocks:
        assert block.prose == block.prose.strip() and "  " not in block.prose and block.prose
        assert block.offsets[0] >= done
        for at, sign in enumerate(block.prose):
            start, end = block.offsets[at], block.offsets.end(at + 1)
            assert done <= start < end <= len(source)
            assert stands_for(source[start:end], sign), (source[start:end], sign)
            done = end if start >= done else done
        assert all(0 <= a < b <= len(block.prose) for a, b in block.quoted)
        assert len(block.bare(0, len(block.prose))) == done - block.offsets[0]


@many
@given(MARKDOWN)
def test_markdown_offsets_give_back_the_words(source: str) -> None:
    sound(markdown.from_string(source), source)


@many
@given(HTML)
def test_html_offsets_give_back_the_words(source: str) -> None:
    sound(html.from_string(source), source)


@many
@given(st.text(alphabet=st.sampled_from("ab <>&;#/!-'\"=qp\n\r\t`*_[]()|>~^\\:{}\u00a0\u200b"), max_size=80))
def test_neither_reader_stumbles_over_anything(source: str) -> None:
    sound(html.from_string(source), source)
    sound(markdown.from_string(source), source)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.one_of(st.tuples(st.just(markdown.from_string), MARKDOWN), st.tuples(st.just(html.from_string), HTML)))
def test_sentences_are_ordered_and_apart_and_give_back_their_text(drawn: tuple[Callable[[str], Text], str]) -> None:
    reader, source = drawn
    done = 0
    for sentence in scan_text(reader(source)).sentences:
        assert done <= sentence.start < sentence.end and source[sentence.start : sentence.end] == sentence.text
        assert len(sentence.bare) == len(sentence.text)
        done = sentence.end


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("The **may**or `x` [said *so*](http://may.be \"may\").", f"The mayor {OBJECT} said so."),
        ("A ~~gone may~~ word\\*, AT&amp;T.[^1]\n\n[^1]: The *note*.", "A word*, AT&T.|The note."),
        ("- [x] One\n- Two\n  goes on", "One|Two goes on"),
        ("| a | b \\| c |\n|---|---|\n| *d* | e |", "a|b | c|d|e".replace("b | c", "b ¦ c")),
        ("```\ncode may\n```\n\n    more code\n\nWords.", "Words."),
        ("---\ntitle: 'Bridge closes'\ndate: 2024-05-01\n---\nWords.", "Bridge closes|Words."),
        ("A word^[an *aside*] more.", "A word (an aside) more."),
        ("![The old *bridge*](may.jpg)\n\nWords ![no](x.png) here.", "The old bridge|Words here."),
        ("<details>\n<summary>A *b*</summary>\n\nWords.\n</details>", "A *b*|Words."),
        ("<!-- may -->\n\nWords<!-- may -->.\n\n***\n\nSetext\n---", "Words.|Setext"),
        ("[ref]: http://may.be\n\nSee [ref] and <https://may.be>.", f"See ref and {OBJECT}."),
    ],
)  # fmt: skip
def test_markdown_is_read_without_its_markup(source: str, prose: str) -> None:
    assert "|".join(block.prose.replace("|", "¦") for block in markdown.from_string(source).blocks) == prose


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<P>The <b>m</b>ayor&rsquo;s &notit; &#x2014; AT&T &bogus;<p>Two<wbr>fold", "The mayor’s ¬it; — AT&T &bogus;|Twofold"),
        ("<nav><ul><li>Home</ul></nav><aside>ad</aside><form><label>x</label></form><p>Words", "Words"),
        ("<header>Site</header><article><header><h1>Head</h1></header><p>Words</article><footer>© x</footer>", "Head|Words"),
        ("<form id=whole><h1>Head</h1><p>Words</form>", "Head|Words"),
        ("<p hidden>a<p style='display: none'>b<div aria-hidden=true>c</div><p class='x sr-only'>d<p>Words", "Words"),
        ("<h2>Head<a class=headerlink href=#h>¶</a></h2><h3>Sub<span class=mw-editsection>[<a>edit</a>]</span></h3>Words", "Head|Sub|Words"),
        ("<script>a<b</script><style>p</style><template><p>t</template><noscript><p>n</noscript>Words <!-- c", "Words"),
        ("<p>One<br>two.<br> <BR>Three<ul><li>four<li>five</ul><table><tr><td>six<td>seven", "One two.|Three|four|five|six|seven"),
        ("<p>Use <code>may</code>, <del>old</del>new.<sup><a href='#n'>1</a></sup> 10<sup>6</sup><pre>may</pre>", f"Use {OBJECT}, new. 106"),
        ("<p>She said <q>we <q>must</q> go</q> and <q>“so”</q>.", "She said “we ‘must’ go” and “so”."),
        ("x < y and 3 > 2 <p class=\"a>b\">Words</p", "x < y and 3 > 2|Words"),
    ],
)
def test_html_is_read_as_a_browser_shows_it(source: str, prose: str) -> None:
    assert "|".join(block.prose for block in html.from_string(source).blocks) == prose


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<ul><li><a href=/>Home</a><li><a href=/n>News</a>&nbsp;(3)<li>· <a href=/s>Sport</a></ul><p>Words.", "Words."),
        ("<ol><li><a href=/>Home</a><ul><li><a href=x>One</a><li><a href=y>Two…</a></ul><li><a href=z>Three</a></ol><p>Words.", "Words."),
        ("<b><ul><li><a href=/>Home</a><li>|<li><a href=/n>News</a><li><a href=/s>Sport</a></b>Words.", "Words."),
        # what is near one and is none
        ("<ul><li><a href=/>The mayor resigned.</a><li><a href=/n>It rained.</a><li><a href=/s>Nobody came.</a></ul>", "The mayor resigned.|It rained.|Nobody came."),
        ("<ul><li>The <a href=/>mayor</a> resigned<li>It <a href=/n>rained</a><li><a href=/s>Nobody</a> came</ul>", "The mayor resigned|It rained|Nobody came"),
        ("<ul><li><a href=/>Home</a><li><a href=/n>News</a></ul>", "Home|News"),
        ("<ul><li><a name=a>One</a><li><a name=b>Two</a><li><a name=c>Three</a></ul>", "One|Two|Three"),
        ("<p><a href=/>Home</a><p><a href=/n>News</a><p><a href=/s>Sport</a>", "Home|News|Sport"),
        (f"<ul>{'<li><a href=/>' + 'a long teaser ' * 9 + '</a>'}" * 3, "|".join(["a long teaser " * 8 + "a long teaser"] * 3)),
    ],
)  # fmt: skip
def test_a_list_of_short_links_is_a_menu_and_one_of_sentences_is_prose(source: str, prose: str) -> None:
    text = html.from_string(source)
    sound(text, source)
    assert "|".join(block.prose for block in text.blocks) == prose


def test_headline_deck_byline_and_caption_are_told_apart() -> None:
    page = (
        "<title>Head | Site</title><h1>Head</h1><p class='article-standfirst'>Deck words</p><p>By <a rel=author>Jane Roe</a></p>"
        "<p>Body words.</p><h2>Sub</h2><figure><img><figcaption>Picture words</figcaption></figure><h2>More</h2>"
    )
    roles = [(block.role, block.prose) for block in html.from_string(page).blocks]
    assert roles == [
        ("headline", "Head"), ("deck", "Deck words"), ("byline", "By Jane Roe"), ("body", "Body words."), ("subhead", "Sub"),
        ("caption", "Picture words"), ("subhead", "More"),
    ]  # fmt: skip
    assert [block.role for block in html.from_string("<title>Head</title><p>Words.").blocks] == ["headline", "body"]
    draft = "---\r\ntitle: Head\r\nsubtitle: Deck\r\nauthor: Jane Roe\r\n---\r\n# Head\r\n\r\nWords.\r\n\r\n## Sub\r\n"
    assert [block.role for block in markdown.from_string(draft).blocks] == ["deck", "byline", "headline", "body", "subhead"]


@pytest.mark.parametrize(
    ("reader", "source"),
    [
        (markdown, "> It may rain.\n> — Jane Roe"),
        (html, "<blockquote><p>It may rain.</p><footer>— Jane Roe</footer></blockquote>"),
        (html, "<p>She said: <q>It may rain.</q>"),
    ],
)
def test_a_block_quotation_and_q_are_somebody_elses_words(reader: object, source: str) -> None:
    document = scan_text(reader.from_string(source))  # type: ignore[attr-defined]
    assert [hedge.locus for sentence in document.sentences for hedge in sentence.hedges] == ["quoted"]


def test_a_box_and_a_quotation_with_marks_of_its_own_are_not_taken_for_quoted() -> None:
    for source in ("> [!NOTE]\n> It may rain.", "> “It rained.” The mayor may resign, she said."):
        assert not any(block.quoted for block in markdown.from_string(source).blocks)


def test_the_readme_is_read_without_its_code() -> None:
    source = README.read_text(encoding="utf-8")
    text = markdown.from_string(source)
    sound(text, source)
    words = " ".join(block.prose for block in text.blocks)
    code = re.findall(r"^```.*?^```", source, re.MULTILINE | re.DOTALL)
    assert code and all(any(a <= source.index(piece) and source.index(piece) + len(piece) <= b for a, b in text.verbatim) for piece in code)
    assert "$ hedgescan" not in words and "](" not in words and "`" not in words and "|---" not in words
    assert text.blocks[0].role == "headline" and "A hedge is not a fault." in words


def test_the_readme_reads_the_same_as_html_of_markdown_it() -> None:
    from markdown_it import MarkdownIt

    source = README.read_text(encoding="utf-8")
    page = MarkdownIt("commonmark").enable("table").render(source)
    assert [block.prose for block in html.from_string(page).blocks] == [block.prose for block in markdown.from_string(source).blocks]


def test_directives_are_heard_in_markup_and_not_in_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "Critics say it fails. <!-- hedgescan: ignore[weasel] their letter -->\n\n```\n<!-- hedgescan: ignore-file -->\n```\n\n"
        "Sources said it fails.\n"
    )
    (tmp_path / "b.html").write_text("<!-- hedgescan: ignore-next[weasel] their letter -->\n<p>Critics say it fails.</p>\n<p>Critics say it fails.</p>\n")
    (tmp_path / "c.md").write_text("It rained. Write `<!-- hedgescan: ignore[weasel] -->`.\n")
    found = json.loads(run("check", "--select", "weasel,bare-sources,unused-suppression", "-f", "json", "a.md", "b.html", "c.md").stdout)
    told = [(document["path"], item["line"], item["rule"]) for document in found["documents"] for item in document["violations"]]
    assert told == [("a.md", 7, "bare-sources"), ("b.html", 3, "weasel")]


def test_names_and_options_tell_the_format_and_lines_are_those_of_the_source(run: Run, tmp_path: Path) -> None:
    page = "<!doctype html>\n<p>\n  The <b>mayor</b>\n  said it <i>may</i> rain.</p>\n"
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "a.draft").write_text(page)
    outcomes = [
        run("-f", "json", "a.html"), run("-f", "json", "--input-format", "html", "a.draft"),
        run("-f", "json", "--stdin-filename", "x.htm", stdin=page.encode()),
    ]  # fmt: skip
    for done in outcomes:
        (sentence,) = json.loads(done.stdout)["documents"][0]["sentences"]
        assert page[sentence["start"] : sentence["end"]] == sentence["text"] and sentence["prose"] == "The mayor said it may rain."
        assert (sentence["line"], sentence["column"]) == (3, 3)
        (hedge,) = sentence["hedges"]
        assert (hedge["text"], hedge["line"], hedge["column"]) == ("may", 4, 14)
    plain = json.loads(run("-f", "json", "--input-format", "text", "a.html").stdout)["documents"][0]
    assert plain["sentences"][0]["text"] == "<!doctype html>"


def test_a_page_says_its_encoding_where_it_is_not_utf8(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="iso-8859-1"><p>The café closed.'.encode("latin-1"))
    (tmp_path / "b.html").write_bytes('<meta charset="iso-8859-1"><p>The café closed.'.encode())
    (tmp_path / "c.html").write_bytes("<p>The café closed.".encode("latin-1"))
    for name in ("a.html", "b.html"):
        assert json.loads(run("-f", "json", name).stdout)["documents"][0]["sentences"][0]["prose"] == "The café closed."
    done = run("c.html")
    assert done.returncode == 2 and b"c.html" in done.stderr and b"--encoding" in done.stderr


def test_a_reader_is_loaded_only_for_its_format_and_the_command_line_knows_them_all(tmp_path: Path) -> None:
    assert INPUTS == FORMATS
    (tmp_path / "a.txt").write_text("It rained.\n")
    code = (
        "import sys\nfrom hedgescan.readers import read\n"
        f"read({str(tmp_path / 'a.txt')!r})\n"
        "print(sorted({'markdown_it', 'docx', 'lxml', 'csv', 'html', 'hedgescan.readers.html'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_revision_and_a_diff_read_markup_too(shell: Callable[..., subprocess.CompletedProcess[bytes]], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The mayor said the *bridge* [may](http://x.y) close.\n")
    (tmp_path / "b.html").write_text("<p>The mayor said the <b>bridge</b> will close.</p>\n")
    setup = "git init -q . && git add . && git -c user.name=x -c user.email=x@y.z commit -qm x"
    done = shell(f"{setup} && hedgescan -f json git:HEAD:a.md && hedgescan diff -f json git:HEAD:a.md b.html")
    assert done.returncode == 0, done.stderr
    document, changes = (json.loads(part) for part in re.split(rb"(?<=\})\n(?=\{)", done.stdout.strip(), maxsplit=1))
    assert document["documents"][0]["sentences"][0]["prose"] == "The mayor said the bridge may close."
    assert [finding["name"] for finding in changes["findings"]].count("lost-hedge") == 1
