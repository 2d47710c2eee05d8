"""What is wrong with a lexicon file, said so that its writer can mend it."""

from __future__ import annotations

from collections.abc import Iterable


class LexiconError(ValueError):
    """A lexicon that cannot be used: names the file, the entry and the field, as far as they are known."""

    def __init__(self, message: str, file: str = "", entry: str = "", field: str = "") -> None:
        self.message, self.file, self.entry, self.field = message, file, entry, field
        place = [file] if file else []
        place += [f'["{entry}"]'] if entry else []
        place += [field] if field else []
        super().__init__(": ".join([*place, message]))


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint that ends an error message: the nearest known word, or all of them when few, or nothing."""
    from difflib import get_close_matches  # only an error needs it

    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; known are: {', '.join(names)}" if len(names) <= 20 else ""
