"""Bytes become Text: decoded, laid out in paragraphs, with the way back to the source kept."""

from hedgescan.readers.decode import Unreadable, decode
from hedgescan.readers.files import find, read
from hedgescan.readers.offsets import Block, Lines, Offsets, Text
from hedgescan.readers.text import from_string

__all__ = ["Block", "Lines", "Offsets", "Text", "Unreadable", "decode", "find", "from_string", "read"]
