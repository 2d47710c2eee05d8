"""The lexicon: TOML files read, checked and made ready to run."""

from hedgescan.lexicon.entries import ClassEntry, HedgeEntry, ReportingEntry, SourceEntry
from hedgescan.lexicon.error import LexiconError
from hedgescan.lexicon.folder import folder
from hedgescan.lexicon.load import Lexicon, load

__all__ = ["ClassEntry", "HedgeEntry", "Lexicon", "LexiconError", "ReportingEntry", "SourceEntry", "folder", "load"]
