"""HTML as a stream of tags and text, each with its place in the source, in time linear in its length whatever is left open.

The standard library's parser gives places too, but reads on to the end of the text for every tag or comment that is never closed, and what
it makes of those differs from one release of Python to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import NamedTuple

# Elements whose content is text up to their end tag, whatever it looks like.
RAW = frozenset("script style textarea title iframe noembed noframes noscript xmp plaintext".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_TAG = re.compile(
    r"""<(?:
        !--(?:-?>|.*?(?:--!?>|\Z))
      | [!?][^>]*+(?:>|\Z)
      | /[^A-Za-z][^>]*+(?:>|\Z) | />
      | (?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)
        (?P<attributes>(?:[^>=]|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s"'>]*+))*+)(?P<end>>|\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s/>="'][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")


class Token(NamedTuple):
    """A tag, or a stretch of text (`name` empty), at `source[start:end]`; the name is in lower case, the attributes as written."""

    start: int
    end: int
    name: str = ""
    closes: bool = False
    attributes: str = ""


def tokens(source: str) -> Iterator[Token]:
    """Tags and text in order; comments, doctypes, instructions and a tag that the text ends in are passed over."""
    done = 0
    while found := _TAG.search(source, done):
        if found.start() > done:
            yield Token(done, found.start())
        done = found.end()
        if not found["name"] or not found["end"]:
            continue
        name, closes = found["name"].lower(), bool(found["close"])
        yield Token(found.start(), done, name, closes, found["attributes"])
        if name in RAW and not closes:
            end = _closing(name).search(source, done)
            stop = end.start() if end else len(source)
            yield Token(done, stop)
            done = stop
    if done < len(source):
        yield Token(done, len(source))


def attributes(written: str) -> dict[str, str]:
    """Names (in lower case) and values of a tag's attributes; of one given twice the first counts, as in browsers."""
    out: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written):
        out.setdefault(name.lower(), unescape("".join(values)))
    return out


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
