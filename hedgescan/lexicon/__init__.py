"""The lexicon: TOML files read, checked and made ready to run; what is not asked for is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hedgescan.lexicon.error import LexiconError
from hedgescan.lexicon.folder import folder

if TYPE_CHECKING:
    from hedgescan.lexicon.entries import ClassEntry, HedgeEntry, ReportingEntry, SourceEntry
    from hedgescan.lexicon.layers import Lexicon, load

__all__ = ["ClassEntry", "HedgeEntry", "Lexicon", "LexiconError", "ReportingEntry", "SourceEntry", "folder", "load"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module("hedgescan.lexicon." + ("layers" if name in ("Lexicon", "load") else "entries")), name)
    globals()[name] = found
    return found
