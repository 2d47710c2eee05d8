"""The public face: `scan` a text, `scan_many`, and the records they hand out; each is loaded when it is first asked for."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from hedgescan.engine import scan, scan_many
    from hedgescan.figures import Scores, Sentiment, Summary
    from hedgescan.model import SCHEMA, Attribution, Document, Hedge, Hop, Sentence, Source, Span
    from hedgescan.version import VERSION as __version__

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
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "__version__":
        from hedgescan.version import VERSION

        return VERSION
    from importlib import import_module

    found = getattr(import_module("hedgescan.engine" if name in ("scan", "scan_many") else "hedgescan.model"), name)
    globals()[name] = found
    return found
