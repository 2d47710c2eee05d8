"""The rules' pages for docs/, built from their docstrings: `python -m hedgescan.cli.rules > docs/rules.md` (make man)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

from hedgescan.explain.manuals import family, manual
from hedgescan.formats.explained import as_markdown
from hedgescan.formats.sarif import FAMILIES
from hedgescan.style import RULES, Rule, houses, load

HEAD = """# The rules of `hedgescan check`

Made from the rules themselves (`make man`); `hedgescan explain RULE` prints a page, `hedgescan explain SRC` those of a family.
A finding's confidence is the rule's, times that of the reading it rests on. Only findings of severity *warning* and above with a
confidence of 0.8 and above make a check fail, unless a style says otherwise. The table shows each style's severity.

"""


def page() -> str:
    """The document: a table of rules and styles, then a page a rule."""
    return HEAD + "".join(_table()) + "".join(_pages())


def _table() -> Iterator[str]:
    styles = [load(name) for name in houses()]
    yield "| code | rule | " + " | ".join(house.name for house in styles) + " |\n|---|---|" + "---|" * len(styles) + "\n"
    for name, rule in RULES.items():
        cells = [house.settings[name].severity if house.settings[name].on else "off" for house in styles]
        yield f"| {rule.code} | [{name}](#{_anchor(rule)}) | {' | '.join(cells)} |\n"


def _pages() -> Iterator[str]:
    for letters, rules in groupby(RULES.values(), family):
        yield f"\n## {FAMILIES[letters].capitalize()} ({letters})\n"
        for rule in rules:
            yield "\n" + "".join(as_markdown(rule.name, [manual(rule)], 0)).replace("## ", "### ", 1)


def _anchor(rule: Rule) -> str:
    """The anchor that Markdown's usual readers give to the page's heading, "weasel: rule HED002, warning"."""
    return f"{rule.name}-rule-{rule.code.lower()}-{rule.severity}"


if __name__ == "__main__":
    sys.stdout.write(page())
