"""Rules on the directives themselves; they are judged when it is known what each has accepted (style/accept.py)."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.style.draft import Draft
from hedgescan.style.rule import Hit, Options, rule


@rule("SUP001", "warning", sure=1.0)
def unused_suppression(draft: Draft, options: Options) -> Iterator[Hit]:
    """A directive that accepts nothing.

    What: `hedgescan: ignore[…]` where no violation of that rule is, or with a rule that there is not.
    Why: what it accepted has been mended; left standing, it would hide the next one.
    Breaks it: “<!-- hedgescan: ignore[weasel] --> Ada Roe said the plan is doomed.”
    Does not: “Critics say the plan is doomed. <!-- hedgescan: ignore[weasel] it is the title of their letter -->”
    """
    yield from ()


@rule("SUP002", "warning", sure=1.0)
def suppression_without_reason(draft: Draft, options: Options) -> Iterator[Hit]:
    """A directive without the reason that the configuration asks for.

    What: `hedgescan: ignore[…]` with nothing after the brackets, where `require-reason = true`.
    Why: whoever reads it next should know whether it still holds.
    Breaks it: “Critics say the plan is doomed. <!-- hedgescan: ignore[weasel] -->”
    Does not: “Critics say the plan is doomed. <!-- hedgescan: ignore[weasel] it is the title of their letter -->”
    """
    yield from ()
