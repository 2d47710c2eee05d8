"""Front matter of a Markdown file: the lines before the text that tell its title, deck, author and language, in YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgescan.readers.page import language
from hedgescan.readers.pieces import Made, Pieces

_MATTER = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<lines>.*?)(?:(?<=[\r\n]))(?:(?P=fence)|\.\.\.)[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
# One line, the value bare or in quotation marks; what goes on over several lines is left alone.
_LINE = re.compile(
    r"""(?:\A|(?<=[\r\n]))(?P<key>\w+)[ \t]*[:=][ \t]*(?P<mark>["']?)(?P<value>[^\r\n]*?)(?P=mark)[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)"""
)
_ROLES = {"title": "headline", "headline": "headline", "author": "byline", "byline": "byline"}
_ROLES |= dict.fromkeys(("subtitle", "deck", "dek", "standfirst", "description", "summary", "excerpt"), "deck")
_NOT_WORDS = re.compile(r"[|>\[{&*!\"']")


def matter(source: str) -> int:
    """Where the text begins after its front matter; 0 without any."""
    found = _MATTER.match(source)
    return found.end() if found else 0


def spoken(source: str, end: int) -> str:
    """The language that the front matter in `source[:end]` says the text is in, as `lang` or `language`; empty where it says none."""
    said = (language(found["value"]) for found in _LINE.finditer(source, 0, end) if found["key"].lower() in ("lang", "language"))
    return next(said, "")


def told(source: str, end: int) -> Iterator[Made]:
    """Headline, deck and byline as the front matter in `source[:end]` has them, the first of each."""
    seen: set[str] = set()
    for found in _LINE.finditer(source, 0, end):
        role = _ROLES.get(found["key"].lower())
        if role and role not in seen and not _NOT_WORDS.match(found["value"]):
            pieces = Pieces(source)
            pieces.copy(*found.span("value"))
            for words, offsets in pieces.made():
                seen.add(role)
                yield Made(words, offsets, role)
