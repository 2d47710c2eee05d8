"""Tells headline and byline from body, where plain text gives itself away."""

from __future__ import annotations

import re

SHORT = 120
STOP = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
NAME = r"[A-Z][\w.'’-]*"
BYLINE = re.compile(rf"By:? {NAME}(?:,? (?:and|&|of|in|for|at|the|de|van|von|der|di|da|al|\||{NAME}))*,?")
# "By Monday night" is no byline.
CALENDAR = re.compile(
    r"By:? (?:The|A|An|This|That|Then|Now|When|Law|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)"
    r"(?:day|uary|ruary|ch|il|ust|tember|ober|ember)?\b"
)
TOP = 5  # paragraphs among which a byline is looked for


def roles(proses: list[str], parted: bool) -> list[str]:
    """A role for each paragraph; `parted` says whether a blank line stands between the first and the second."""
    names = ["body"] * len(proses)
    for number, prose in enumerate(proses[:TOP]):
        if byline(prose):
            names[number] = "byline"
    if names and headline(proses, names, parted):
        names[0] = "headline"
    return names


def byline(prose: str) -> bool:
    """Whether a paragraph says who wrote the text and nothing else."""
    return len(prose) < SHORT and BYLINE.fullmatch(prose) is not None and CALENDAR.match(prose) is None


def headline(proses: list[str], names: list[str], parted: bool) -> bool:
    """Whether the first paragraph heads the text: short, without a stop, apart from a longer body."""
    first = proses[0]
    if names[0] == "byline" or len(first) >= SHORT or STOP.search(first) or len(proses) < 2:
        return False
    return (parted or names[1] == "byline") and any(
        len(prose) > len(first) for prose, name in zip(proses[1:], names[1:], strict=True) if name == "body"
    )
