"""A page of figures whose sections are measured by different commands: each puts its own anew and leaves the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path


def put(page: Path, heading: str, lines: Iterable[str]) -> None:
    """Replace the section under `## heading`, or add it at the end; the page must be there already, with its title."""
    section = "\n".join((f"## {heading}", "", *lines)) + "\n"
    text = page.read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if found:
        rest = text[found.end() :]
        text = text[: found.start()] + section + ("\n" + rest if rest else "")
    else:
        text = text.rstrip("\n") + "\n\n" + section
    page.write_text(text, encoding="utf-8")
