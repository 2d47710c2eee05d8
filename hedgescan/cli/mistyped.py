"""A first word that is nearly a command: refused with the right one, where it is no file either."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click


def refuse(word: str, known: Iterable[str]) -> None:
    """Raise UsageError for a word that is so like a command (or "help") that it must be meant for one; no file name or option is."""
    from difflib import get_close_matches

    if word.startswith("-") or any(mark in word for mark in "./\\:") or os.path.lexists(word):
        return
    if word in ("help", "version"):
        raise click.UsageError(f"there is no command {word!r}; write hedgescan --{word}")
    close = get_close_matches(word, list(known), n=1, cutoff=0.75)
    if close:
        raise click.UsageError(f"{word!r} is neither a command nor a file; did you mean {close[0]}?")
