"""What a rule is, and the one register of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from hedgescan.model import Span

if TYPE_CHECKING:
    from hedgescan.style.draft import Draft

Value = float | bool | tuple[str, ...]
Options = Mapping[str, Value]


class Hit(NamedTuple):
    """A rule's finding: where, what to tell the writer, how sure the reading is (0..1), and the sentence's index (0: the document)."""

    span: Span
    message: str
    sure: float
    sentence: int


class Page(NamedTuple):
    """A rule's page in the manual, part by part: what it finds, why it matters, an example that breaks it, and one that nearly does."""

    summary: str
    what: str
    why: str
    breaks: str
    near: str


Judge = Callable[["Draft", Options], Iterator[Hit]]
_PARTS = re.compile(r"(.+?)\n\nWhat: (.+?)\nWhy: (.+?)\nBreaks it: (.+?)\nDoes not: (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: stable `name` and `code`, the severity it has unless a style says otherwise, its options with their defaults.

    `judge` yields the hits; its docstring is the rule's page in the manual.  `sure` (0..1) is how often the rule is right where the
    reading it rests on is; a hit's confidence is this times how sure the reading is.
    """

    name: str
    code: str
    severity: str
    sure: float
    judge: Judge
    options: Options = field(default_factory=dict)

    @property
    def manual(self) -> str:
        """The page of the manual, without its indentation."""
        lines = (self.judge.__doc__ or "").strip().splitlines()
        return "\n".join(line.removeprefix("    ") for line in lines)

    @property
    def page(self) -> Page:
        """The manual's parts, each on one line."""
        found = _PARTS.fullmatch(self.manual)
        if found is None:
            raise ValueError(f"rule {self.name}: its docstring should say what, why, what breaks it and what does not")
        return Page(*(" ".join(part.split()) for part in found.groups()))

    @property
    def summary(self) -> str:
        """The manual's first line."""
        return self.manual.partition("\n")[0]


RULES: dict[str, Rule] = {}


def rule(code: str, severity: str = "warning", sure: float = 0.9, **options: Value) -> Callable[[Judge], Judge]:
    """Enter a function into the register under its own name, with hyphens."""

    def enter(judge: Judge) -> Judge:
        name = judge.__name__.replace("_", "-")
        if name in RULES or any(code == other.code for other in RULES.values()):
            raise ValueError(f"rule {name} ({code}) is entered twice")
        RULES[name] = Rule(name, code, severity, sure, judge, options)
        return judge

    return enter


def number(options: Options, key: str) -> float:
    """An option that is a number."""
    value = options[key]
    if isinstance(value, tuple):
        raise TypeError(key)
    return float(value)


def words(options: Options, key: str) -> tuple[str, ...]:
    """An option that is a list of words."""
    value = options[key]
    if not isinstance(value, tuple):
        raise TypeError(key)
    return value
