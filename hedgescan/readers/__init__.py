"""Bytes become Text: decoded, laid out in paragraphs, with the way back to the source kept; what is not asked for is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hedgescan.readers.decode import Unreadable
    from hedgescan.readers.files import find, read
    from hedgescan.readers.offsets import Block, Lines, Offsets, Text
    from hedgescan.readers.text import from_string

__all__ = ["Block", "Lines", "Offsets", "Text", "Unreadable", "find", "from_string", "read"]
_HOMES = {"Unreadable": "decode", "find": "files", "read": "files", "from_string": "text"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"hedgescan.readers.{_HOMES.get(name, 'offsets')}"), name)
