"""What the formats of a check need of a document: its path, its scores and its violations; the text itself is let go."""

from __future__ import annotations

from typing import NamedTuple

from hedgescan.figures import Scores
from hedgescan.model import ENGLISH
from hedgescan.style.accept import Accepted
from hedgescan.style.violation import Violation


class Report(NamedTuple):
    """One document of a check.  `accepted` are violations that a suppression or the baseline has taken out of the count.

    `language` is that of most of it, and `scores` are None where none of it is English.  A draft that could not be read has a `fault`, which says why, and nothing else.
    """

    path: str
    scores: Scores | None
    violations: tuple[Violation, ...]
    accepted: tuple[Accepted, ...] = ()
    fault: str = ""
    language: str = ENGLISH

    @classmethod
    def unread(cls, path: str, fault: str) -> Report:
        """The report on a draft that could not be read."""
        return cls(path, Scores(), (), (), fault)
