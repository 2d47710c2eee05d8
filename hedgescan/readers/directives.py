"""Notes to hedgescan in a draft: found in the source, and left out of the prose."""

from __future__ import annotations

import re

DIRECTIVE = re.compile(
    r"(?:<!--[ \t]*|^[ \t]*(?:[#%;]|//)?[ \t]*)hedgescan:[ \t]*(?P<deed>ignore-next|ignore-file|ignore|begin|end)\b(?!-)"
    r"(?:\[(?P<rules>[^\]\n]*)\])?(?P<reason>[^\n]*?)(?:-->|$)",
    re.MULTILINE,
)
_INK = re.compile(r"\S")


def blanked(source: str) -> str:
    """The source with its directives turned into as many spaces, so that offsets stay what they are."""
    if "hedgescan:" not in source:
        return source
    return DIRECTIVE.sub(lambda match: _INK.sub(" ", match[0]), source)
