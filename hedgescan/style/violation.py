"""The record of a place where a draft falls short of a house style."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where a draft falls short of a house style.

    `rule` is the stable name, `code` the short form; `start` and `end` are code points of the source, half-open; lines and columns count
    from 1, `column` and `end_column` in code points, `byte` and `end_byte` in bytes of UTF-8; `sentence` is the sentence's index, 0 where
    the whole document is meant; `confidence` 0..1 is how sure the reading is; `fails` whether it makes a check fail.  `fingerprint` is of
    the rule and the words, not of the place, so that moved text stays known.
    """

    rule: str
    code: str
    severity: str
    confidence: float
    message: str
    start: int
    end: int
    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    byte: int = 0
    end_byte: int = 0
    sentence: int = 0
    fails: bool = False
    fingerprint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The violation as a JSON object."""
        return asdict(self)
