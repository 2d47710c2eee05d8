"""The record of a place where a draft falls short of a house style."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where a draft falls short of a house style.

    `rule` is the stable name, `code` the short form; `start` and `end` are code points of the source, `line` and `column` count from 1;
    `sentence` is the sentence's index, 0 where the whole document is meant; `confidence` 0..1 is how sure the reading is.
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
    sentence: int = 0
    fails: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The violation as a JSON object."""
        return asdict(self)
