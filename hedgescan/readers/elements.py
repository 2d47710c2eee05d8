"""What HTML's elements, roles and classes say of the words in them: left out, somebody else's, headline, deck, byline, caption."""

from __future__ import annotations

import re
from collections.abc import Mapping

# No words of the article: navigation, what scripts and forms need, pictures, code, and what is struck out.
LEFT_OUT = frozenset(
    "nav script style aside noscript template svg math canvas object iframe audio video select option button textarea label map menu"
    " datalist progress meter dialog pre listing xmp plaintext rt rp del s strike noembed noframes".split()
)
CODE = frozenset("pre code samp listing xmp plaintext script style textarea".split())
INLINE_CODE = frozenset("code samp math".split())  # stand in a sentence as a word would
BLOCKS = frozenset(
    "address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2"
    " h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noscript ol optgroup option p pre script section style summary table"
    " tbody td template textarea tfoot th thead title tr ul aside".split()
)
LISTS = frozenset(("ul", "ol", "dir"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What a start tag closes of the elements still open, and where it stops looking.
IMPLIED = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "body": (("head",), ()),
    "option": (("option",), ("select",)),
}
ROLES = {"h1": "headline", "title": "title", "figcaption": "caption", "caption": "caption"} | dict.fromkeys(HEADINGS - {"h1"}, "subhead")
_FRAME_ROLES = frozenset("navigation complementary search menu menubar toolbar dialog alertdialog".split())
# Classes of what is read out but not shown, or shown only on the way to a heading: the signs of Sphinx, Jupyter and MediaWiki.
_UNSEEN = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "headerlink", "anchor-link", "mw-editsection"))
_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?:\A|\s)(?:\S*[-_])?(?:byline|by-line)(?=\s|\Z)|(?:\A|\s)(?:p-)?author(?=\s|\Z)", re.IGNORECASE)
_DECK = re.compile(r"(?:\A|\s)(?:\S*[-_])?(?:deck|dek|standfirst|subtitle|subheadline)(?=\s|\Z)|(?:\A|\s)p-summary(?=\s|\Z)", re.IGNORECASE)
_PROPERTIES = {"author": "byline", "headline": "headline", "alternativeheadline": "deck", "description": "deck"}


def hidden(name: str, given: Mapping[str, str]) -> bool:
    """Whether an element and all in it is left out, by its name, role, or by not being shown."""
    if name in LEFT_OUT or given.get("role", "").lower() in _FRAME_ROLES:
        return True
    if name in ("html", "body"):  # a script shows them later
        return False
    unseen = "hidden" in given or given.get("aria-hidden", "").lower() == "true" or _STYLE.search(given.get("style", "")) is not None
    return unseen or not _UNSEEN.isdisjoint(given.get("class", "").split()) or given.get("role") == "doc-noteref"


def role(name: str, given: Mapping[str, str]) -> str:
    """The role of the words in an element, empty where it says nothing of that."""
    said = _PROPERTIES.get(given.get("itemprop", "").lower(), "")
    if said and name != "meta":
        return said
    classes = given.get("class", "")
    if _BYLINE.search(classes):
        return "byline"
    if _DECK.search(classes):
        return "deck"
    return ROLES.get(name, "")
