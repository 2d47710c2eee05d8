"""Rules of the house styles as topics: the page of the manual, and what each style makes of the rule."""

from __future__ import annotations

from collections.abc import Iterator

from hedgescan.explain.topics import Manual, Stand
from hedgescan.style import RULES, Rule, houses, load


def manuals(word: str) -> Iterator[Manual]:
    """The rule of that name or code, or all of a family of codes such as SRC."""
    code = word.upper()
    for name, rule in RULES.items():
        if word.lower() == name or code in (rule.code, family(rule)):
            yield manual(rule)


def manual(rule: Rule) -> Manual:
    """A rule's page."""
    page = rule.page
    return Manual(
        "rule", rule.name, rule.code, rule.severity, rule.sure, page.summary, page.what, page.why, page.breaks, page.near,
        dict(rule.options), tuple(stands(rule)),
    )  # fmt: skip


def stands(rule: Rule) -> Iterator[Stand]:
    """What the styles that come with hedgescan make of a rule, as far as they say something of it themselves."""
    usual = load().settings[rule.name]
    for style in houses():
        found = load(style).settings[rule.name]
        if (found.severity, found.on) != (rule.severity, True) if style == "default" else found != usual:
            yield Stand(style, found.severity if found.on else "off", found.cites, found.why)


def family(rule: Rule) -> str:
    """The letters of a rule's code."""
    return rule.code.rstrip("0123456789")
