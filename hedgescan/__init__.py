"""The public face: `scan` a text, `scan_many`, and the records they hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hedgescan.model import SCHEMA, Attribution, Document, Hedge, Hop, Scores, Sentence, Sentiment, Source, Span, Summary
from hedgescan.version import VERSION as __version__

if TYPE_CHECKING:
    from hedgescan.engine import scan, scan_many

__all__ = [
    "SCHEMA",
    "Attribution",
    "Document",
    "Hedge",
    "Hop",
    "Scores",
    "Sentence",
    "Sentiment",
    "Source",
    "Span",
    "Summary",
    "__version__",
    "scan",
    "scan_many",
]


def __getattr__(name: str) -> Any:
    if name in ("scan", "scan_many"):
        from hedgescan.engine import scan, scan_many

        globals().update(scan=scan, scan_many=scan_many)
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
