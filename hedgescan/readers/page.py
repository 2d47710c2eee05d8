"""What a page says of itself, in its head or by its paragraphs together: its encoding, the languages of its parts, its one headline."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hedgescan.readers.pieces import Made

CHARSET = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD = 4096  # bytes in which a document may say its encoding; the standard asks for the first 1024
# A language as BCP 47 writes it; only its first part is kept.  Those that are none: undetermined, several, uncoded, no words.
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_NONE = frozenset(("und", "mul", "mis", "zxx"))
_ENGLISH = frozenset(("eng", "english"))


def charset(data: bytes) -> str | None:
    """The encoding that a document declares in its head."""
    found = CHARSET.search(data[:HEAD])
    return found[1].decode("ascii", "replace").lower() if found else None


def language(said: str) -> str:
    """The language that a tag names ("en" for "en-GB"); empty for what is no tag."""
    said = said.strip().lower()
    found = _TAG.fullmatch("en" if said in _ENGLISH else said)
    return found[1] if found and found[1] not in _NONE else ""


def declared(given: Mapping[str, str], around: str) -> str:
    """The language of an element by its attributes, else of what is around it."""
    said = given.get("lang", given.get("xml:lang"))
    return around if said is None else language(said)


def settled(paragraphs: list[Made]) -> list[Made]:
    """One headline: the first h1, else the document's title; a single lower heading right under it is the deck."""
    first = next((item for item in paragraphs if item.role == "headline"), None)
    first = first or next((item for item in paragraphs if item.role == "title"), None)
    out = [item for item in paragraphs if item is first or item.role != "title"]
    out = [item._replace(role="headline" if item is first else "subhead") if item.role in ("headline", "title") else item for item in out]
    subheads = [place for place, item in enumerate(out) if item.role == "subhead"]
    if first and len(subheads) == 1 and subheads[0] and out[subheads[0] - 1].role == "headline":
        out[subheads[0]] = out[subheads[0]]._replace(role="deck")
    return out
