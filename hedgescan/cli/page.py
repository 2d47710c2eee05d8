"""The version and the help, told without loading click: the help is click's own, kept beside this module by `make man`."""

from __future__ import annotations

import os
import sys

from hedgescan.version import VERSION

# Widths of the terminal that a page is kept for: no terminal, and any one as wide as the help ever gets.
USUAL, WIDEST = 80, 100
HOME = os.path.join(os.path.dirname(__file__), "help")  # noqa: PTH118, PTH120  (pathlib costs more than all the rest)


def told(word: str) -> bool:
    """Tell the version or the help where `word` asks for it; False leaves everything to click: other words, widths and streams."""
    if word not in ("-V", "--version", "--help", "-h") or sys.stdout is None or sys.stderr is None:
        return False
    try:
        text = f"hedgescan {VERSION}\n" if word in ("-V", "--version") else kept(columns())
        sys.stdout.write(text)
        sys.stdout.flush()
    except (KeyError, OSError, ValueError, UnicodeError):
        return False
    return True


def kept(width: int) -> str:
    """The page for a terminal so wide; OSError where none is kept."""
    with open(file(width if width < WIDEST else WIDEST), encoding="utf-8") as page:  # noqa: PTH123
        return page.read()


def file(width: int) -> str:
    """The file of a page."""
    return os.path.join(HOME, f"{width}.txt")  # noqa: PTH118


def columns() -> int:
    """The width that click goes by: COLUMNS, else the terminal's, else 80."""
    try:
        width = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        width = 0
    if width > 0:
        return width
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return USUAL
