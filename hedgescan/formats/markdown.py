"""Words from outside in Markdown: shown as they stand, never as markup."""

from __future__ import annotations

from hedgescan.formats.terminal import shown

# What is markup within a line, in a cell of a table or in a reference to a character.
_SIGNS = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|~&"}


def escaped(text: str) -> str:
    """Text on one line in which no character is markup."""
    return shown(text).translate(_SIGNS)
