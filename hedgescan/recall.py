"""What has been read before: a document found again by the bytes it was made of and all that it depends on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hedgescan import cache
from hedgescan.plain import packed, unpacked
from hedgescan.readers import disk, formats
from hedgescan.readers.decode import Unreadable, decode

if TYPE_CHECKING:
    from hedgescan.model import Document


class Recall:
    """Documents read with the same options (those of `engine.scan_text`), kept in a cache; without one, nothing is found or kept."""

    def __init__(self, options: Mapping[str, Any], kept: cache.Cache | None) -> None:
        self.kept = kept
        self._options = json.dumps(dict(options), sort_keys=True, default=list)
        try:
            self._lexicons = lexicons(options.get("lexicons", ()))
        except Unreadable:
            self.kept = None  # reading it will say what is wrong

    def get(self, data: bytes, name: str, encoding: str | None, format_: str | None = None) -> Document | None:
        """The document of a file's bytes under the name it is shown by, if it is kept."""
        key = self.key(data, name, encoding, format_)
        if self.kept is None or not key:
            return None
        found = self.kept.get(key)
        try:
            source, rows = found
            return unpacked(rows, name, decode(data, name, encoding) if source is None else source, key)
        except (TypeError, ValueError, LookupError, AttributeError, Unreadable):
            return None

    def put(self, document: Document, data: bytes, name: str, encoding: str | None, format_: str | None = None) -> Document:
        """Keep a document, with its notices; the same with its key.  Its source is left out where the bytes say it."""
        key = self.key(data, name, encoding, format_)
        if self.kept is None or not key:
            return document
        try:
            plain = document.source == decode(data, name, encoding)
        except Unreadable:
            plain = False
        self.kept.put(key, [None if plain else document.source, packed(document)])
        return replace(document, key=key)

    def key(self, data: bytes, name: str, encoding: str | None, format_: str | None = None) -> str:
        """What the document of these bytes is kept under; empty where it is not kept."""
        if self.kept is None or len(data) > cache.LARGEST:
            return ""
        return cache.digest("document", self._options, self._lexicons, formats.of(name, format_), encoding or "", data)


def sound(lexicons_: Sequence[str], packs: Sequence[str], kept: cache.Cache | None) -> bool:
    """Whether these lexicons have been loaded before and nothing has changed since; see `vouch`."""
    try:
        return kept is not None and kept.get(_vouched(lexicons_, packs)) is True
    except Unreadable:
        return False


def vouch(lexicons_: Sequence[str], packs: Sequence[str], kept: cache.Cache | None) -> None:
    """Note that these lexicons can be loaded."""
    if kept is not None:
        kept.put(_vouched(lexicons_, packs), True)


def lexicons(files: Sequence[str]) -> str:
    """A digest of the content of lexicons of the user's own, in their order; raises Unreadable."""
    return cache.digest(*map(disk.settings, files)) if files else ""


def _vouched(lexicons_: Sequence[str], packs: Sequence[str]) -> str:
    return cache.digest("lexicons", lexicons(lexicons_), *packs)
