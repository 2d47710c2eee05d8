"""Notes to hedgescan in a draft: found in the source, and left out of the prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

DIRECTIVE = re.compile(
    r"(?:<!--[ \t]*|(?:\A|(?<=[\r\n]))[ \t]*(?:[#%;]|//)?[ \t]*)hedgescan:[ \t]*(?P<deed>ignore-next|ignore-file|ignore|begin|end)\b(?!-)"
    r"(?:\[(?P<rules>[^\]\r\n]*)\])?(?P<reason>[^\r\n]*?)(?:-->|(?=[\r\n])|\Z)"
)
# A comment that is meant for us, whatever it asks for.
ADDRESSED = re.compile(r"<!--[ \t]*hedgescan:[ \t]*(?P<deed>[^\s\[>]*)[^\r\n]*?(?:-->|(?=[\r\n])|\Z)")
_INK = re.compile(r"\S")


def heard(source: str, verbatim: Sequence[tuple[int, int]]) -> str:
    """The source with blanks for the stretches in which nothing is addressed to us: code that shows a directive is none."""
    if not verbatim or "hedgescan:" not in source:
        return source
    pieces, done = [], 0
    for start, end in verbatim:
        pieces += [source[done:start], _INK.sub(" ", source[max(done, start) : end])]
        done = max(done, end)
    return "".join((*pieces, source[done:]))


def blanked(source: str) -> str:
    """The source with its directives turned into as many spaces, so that offsets stay what they are."""
    if "hedgescan:" not in source:
        return source
    source = DIRECTIVE.sub(lambda match: _INK.sub(" ", match[0]), source)
    return ADDRESSED.sub(lambda match: _INK.sub(" ", match[0]), source)
