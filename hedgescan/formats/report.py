"""What the formats of a check need of a document: its path, its scores and its violations; the text itself is let go."""

from __future__ import annotations

from typing import NamedTuple

from hedgescan.model import Scores
from hedgescan.style.violation import Violation


class Report(NamedTuple):
    """One document of a check.  `accepted` are violations that a suppression or the baseline has taken out of the count."""

    path: str
    scores: Scores
    violations: tuple[Violation, ...]
    accepted: tuple[tuple[Violation, str], ...] = ()
