"""What the fuzzing starts from: the project's own texts, lexicons and configurations, and what editors and attackers leave in files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
# Odd but honest: line ends of old systems, ligatures, emoji, combining marks, what has no width, what runs from right to left, halves.
ODD = (
    "It may rain,\x85he said.\u2028Critics say so.\u2029Officials denied it.\x0cThe end.\x0b“Yes.”\x1c",
    "The o\ufb03cials con\ufb01rmed the \ufb02ood may re\ufb02ect bad plans.",
    "👩\u200d👩\u200d👧 may win 🏳️\u200d🌈, said 🇨🇿 officials 👍🏽. ☂\ufe0f?",
    "The cafe\u0301’s o\u0308wner a\u030a\u0323\u0301\u0300 said it mi\u0301ght clo\u0302se. Z\u0351\u036b\u0343\u036a\u0302a\u030d.",
    "The may\u00ador said\u200b it \u2060co\u00aduld\ufeff re\u200cop\u200den.",
    "\u202eofficials said it may rain\u202c, \u2067the source\u2069 \u200fsaid.\u061c",
    "He said it may\ud800 rain, \udcff\udfff officials said \ud83d.",
    "officials\u3000said\u00a0it\u2009may\u202frain。「雨」と彼は言った。",
    "a\x00b may \x1b[31mred\x1b[0m \x07 said \x9b2J \x7f officials.",
    "“‘“‘“‘It may,” said he’. \"'\"'\" «‹„‚»›“‘ ((([[[{{{",
    "Ｔｈｅ ｍａｙｏｒ ｓａｉｄ ｉｔ ｍａｙ ｒａｉｎ. ℌ𝔢 𝓈𝒶𝒾𝒹 𝟙𝟚%. ² ½ Ⅷ ﷽",
    "=cmd|' /C calc'!A0 said it may. @officials +1 -2, they said.",
    "İstanbul’daki ßtraße ŉ ﬃ ǅ said it MAY. İ ı ſ ΐ",
    "Der Bürgermeister sagte, es könne regnen. The mayor said it may rain. Selon le ministre, le pont pourrait être fermé demain matin.",
    "\r\n\r\r\n\n \t officials\tsaid\v\f\r it may\n\r rain .\n",
    "<!-- hedgescan: ignore[weasel] why -->Critics say so.\nhedgescan: ignore-next\n\nhedgescan: begin[SRC] x\nIt may.\nhedgescan: end",
)
DIRECTIVES = (
    "<!-- hedgescan: ignore-file[SRC] x -->\n\nCritics say so. <!-- hedgescan: ignore[weasel,overclaim] y -->\n",
    "    <!-- hedgescan: ignore -->\n\n`hedgescan: end`\n\nhedgescan: ignore-nxt[weasel]\n\n<!--hedgescan:\n# hedgescan: begin[\n// hedgescan: end",
)
MARKDOWN = (
    "---\ntitle: 'Bridge'\n---\n# Head *a*\n\nBy Jane Roe\n\n> It `may` rain, [he](http://a.b \"c\") said.[^1]\n\n[^1]: Note ~~x~~ &amp; y.\n",
    "| a | b |\n|---|:-:|\n| *d* | e \\| f |\n\n- [x] One\n  1. two\n\n```py\nmay\n```\n\n    code\n\n<div>\n<b>may</b>\n\n![a *b*](c)^[n *m*] **b**\\\n",
    "+++\ntitle = 1\n+++\nHead\n===\nWords  \nmore <br> <q>may</q> <!-- x -->\n***\n[r]: <u> 't'\n[r][] ![r] <http://a.b> a_b_c __d__ $x$ ~~~\n",
)
HTML = (
    "<!DOCTYPE html><html><head><title>A &amp; B</title><meta charset=utf-8><script>may()</script></head><body><header>x</header><article>"
    "<h1>H</h1><h2>D</h2><p class=byline rel=author>By J</p><p>It <b>may</b> &#x2019;rain&nbsp;&NotEqualTilde; he said<sup><a href=#>1</a></sup>."
    "<blockquote><p>We <q>could</q> go.<footer>— he</footer></blockquote><figure><figcaption>c</figcaption></figure><pre>x</pre></article>",
    "<table><tr><td>a<td hidden>b<tr><th>c</table><ul><li>d<li>e</ul><select><option>f</select><form><h1>g</form><nav>h</nav><p>i<p>j<br>k</p>"
    "<template>l</template><textarea>m</textarea><svg><title>n</title></svg><![CDATA[o]]><!-- p --!><?q?></r></body><a b='c>\" d=\"e'>&#xD800;&#0;&bogus;",
)
CSV = ('id,body\r\n1,"It may ""rain"".\n\nSo."\r\n2,\r\n3\r\n', "a;body;b\n1;It may.;x\n", "body\tb\n\"It\tmay\"\t'\n")
JSONL = (
    '{"body": "It may rain.", "a": {"b": ["x", {"0": "Critics say \\ud800."}]}}\n\n{"body": null}\r\n{"body": 1e999}\n[1, "x"]\n{"": "y"}\n',
    '{"a.b": "It could.", "body": NaN}\n"x"\n{"body": "\\u001b[2J may"} {"body": ""}',
)
LEXICON = (
    '[hedges.modal."may"]\noff = true\n[hedges.hearsay."tongues wag"]\nstrength = 0.6\nwhy = "gossip"\n'
    'yes = ["Tongues wag that he will go."]\nno = ["The dog wagged its tail."]\n',
    '[hedges.likelihood."a fair|good chance"]\nstrength = 0.5\nwhy = "x"\npatterns = ["a {fair,good} chance", "(the) odds *"]\nwhen = ["modal"]\n'
    'unless = ["second"]\np10 = 10\np = 50\np90 = 90\nyes = ["A fair chance."]\nno = ["A chance."]\n[hedges.weasel]\noff = true\n',
    '[reporting.distancing."grouse"]\nclass = "manner"\nyes = ["He groused that it failed."]\nno = ["They shot grouse."]\n'
    '[people."fishers"]\nkind = "role"\nwords = ["angler", "fly fisher"]\n[outlets.x]\nwords = ["The Bugle"]\n',
)
STYLES = (
    'title = "Ours"\nextends = "reuters"\nleast = 0.5\nfail-on = "warning"\ncites = "x"\n[rules.overclaim]\ngap = 0.25\nseverity = "error"\n'
    "[rules.weasel]\non = false\n",
)
CONFIGURATIONS = (
    'style = "ap"\nignore = ["weasel"]\nselect = ["SRC"]\nstrictness = 0.4\njobs = 2\ncache = false\nformat = ["text", "sarif:a.sarif"]\n'
    'exclude = ["a/*"]\nfail-under = { verifiability = 30 }\nmax-anonymous = "30%"\nencoding = "utf-8"\nbaseline = "k.json"\n[rules.overclaim]\n'
    'gap = 0.4\n[[overrides]]\npaths = ["opinion/*"]\nignore = ["hedge"]\nstyle = "npr"\n[[suppress]]\nfingerprint = "f939"\nreason = "r"\npath = "p"\n',
    '[tool.hedgescan]\nstyle = "npr"\nlexicons = ["a.toml"]\npacks = ["science"]\n[tool.hedgescan.fail-over]\nhedge = 0.5\n',
)
BASELINES = (
    '{"version": 1, "violations": [{"fingerprint": "f939fef3eb4143d2-2", "rule": "weasel", "path": "../a\\ud800.txt", "text": "Critics say"}]}\n',
    '{"version": 1, "violations": []}',
)
PATCHES = (
    "diff --git a/x.txt b/x.txt\n--- a/x.txt\n+++ b/x.txt\n@@ -1,2 +1,3 @@ f\n a\n-b\n+c\n+d\n\\ No newline at end of file\n",
    '--- /dev/null\n+++ "b/caf\\303\\251 \\"q\\".md"\t2024-01-01\n@@ -0,0 +1 @@\n+It may.\n--- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n',
    "Index: z\n===\n--- z\t(revision 1)\r\n+++ z\t(copy)\r\n@@ -1,9 +1,9 @@\r\n x\r\n",
)


def tables(*folders: str) -> list[dict[str, Any]]:
    """The tables of all TOML files in folders of the tests, one by one."""
    files = [path for folder in folders for path in sorted((ROOT / "tests" / folder).glob("*.toml"))]
    found = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    return [item for table in found for row in table.values() for item in (row if isinstance(row, list) else [row]) if isinstance(item, dict)]


def prose(every: int = 1) -> Iterator[str]:
    """Passages of the tests, every so many of them, the odd ones, and the beginning of the seed article."""
    passages = [row["text"] for row in tables("passages") if "text" in row]
    yield from passages[::every]
    yield from ODD
    yield (ROOT / "seeds" / "iran-israel-reassurances.txt").read_text(encoding="utf-8")[:1500]


def edits(every: int = 1) -> Iterator[tuple[str, str]]:
    """Old and new text of the tests' edits, every so many of them."""
    rows = [(row["old"], row["new"]) for row in tables("edits") if "old" in row]
    yield from rows[::every]
    yield from pairwise(ODD)
