"""Two Documents: what an edit did to certainty and sourcing."""

from __future__ import annotations

from hedgescan.diff.records import KINDS, REVERSE, SEVERITIES, Changes, Finding, Kind, Place
from hedgescan.model import Document

__all__ = ["KINDS", "REVERSE", "SEVERITIES", "Changes", "Finding", "Kind", "Place", "diff"]


def diff(old: Document, new: Document) -> Changes:
    """What changed in certainty and sourcing from one text to the other, in the order of the new text."""
    from hedgescan.diff.compare import compare

    return compare(old, new)
