"""What a guard is: a named question about a cue in its sentence."""

from __future__ import annotations

from collections.abc import Callable

from hedgescan.english.parse import Parse

Guard = Callable[[Parse, int, int, int], bool]  # parse, first token of the cue, last token, anchor (its syntactic head)


def named(*guards: Guard) -> dict[str, Guard]:
    """Guards by the name a lexicon calls them: the function's, with hyphens."""
    return {guard.__name__.strip("_").replace("_", "-"): guard for guard in guards}
