"""What a page says of itself, in its head or by its paragraphs together: encoding, languages, its one headline, lists that are menus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html import unescape

from hedgescan.readers.pieces import Made
from hedgescan.readers.roles import SHORT

CHARSET = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD = 4096  # bytes in which a document may say its encoding; the standard asks for the first 1024
# A language as BCP 47 writes it; only its first part is kept.  Those that are none: undetermined, several, uncoded, no words.
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_NONE = frozenset(("und", "mul", "mis", "zxx"))
_ENGLISH = frozenset(("eng", "english"))
LINKED = 0.8  # of the letters of what is a link and hardly anything else
MENU = 3  # items of a list that are links, from which it is a menu
_STOP = re.compile(r"[.!?][\"'”’)\]]*$")


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


def lettered(stretch: str) -> int:
    """How many letters a stretch of text has."""
    return sum(map(str.isalpha, unescape(stretch) if "&" in stretch else stretch))


def spoken(sizes: Mapping[tuple[str, bool], int]) -> tuple[str, bool]:
    """In what language a paragraph is said to be, and whether it is a link, by how many letters are in each and are a link's or not."""
    languages: Counter[str] = Counter()
    for (tag, _), size in sizes.items():
        languages[tag] += size
    linked = sum(size for (_, link), size in sizes.items() if link)
    return max(languages, key=languages.__getitem__, default=""), LINKED * sum(sizes.values()) < linked


def menu(items: Sequence[Made]) -> bool:
    """Whether the paragraphs of a list are a menu: short links and nothing else (Kohlschütter et al. 2010 name the density of links)."""
    items = [item for item in items if item.linked or any(map(str.isalpha, item.words))]
    return len(items) >= MENU and all(item.linked and len(item.words) < SHORT and not _STOP.search(item.words) for item in items)


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
