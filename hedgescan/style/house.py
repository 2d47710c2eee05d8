"""A house style: which rules count, how severe each is, and with what options; read from TOML and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from hedgescan.lexicon.check import tables, typed
from hedgescan.lexicon.error import LexiconError, nearest
from hedgescan.lexicon.folder import folder
from hedgescan.style.rule import RULES, Options, Value
from hedgescan.style.violation import SEVERITIES

DEEPEST = 20  # styles that extend one another
HEADINGS = ("title", "extends", "fail-on", "least", "cites", "rules")
OWN = ("on", "severity", "cites", "why")


@dataclass(frozen=True, slots=True)
class Setting:
    """One rule as a style has it; `cites` is the published rule it encodes, `why` that rule in our own words."""

    name: str
    code: str
    severity: str
    sure: float
    options: Options
    on: bool = True
    cites: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """A style in force: violations of severity `fail_on` and above with confidence `least` (0..1) and above make a check fail."""

    name: str
    title: str
    fail_on: str = "warning"
    least: float = 0.8
    cites: str = ""
    settings: Mapping[str, Setting] = field(default_factory=dict)

    def only(self, selected: tuple[str, ...], ignored: tuple[str, ...]) -> House:
        """The style with only the selected rules on (all of the style's own, when none are named), less the ignored ones."""
        chosen = {name for word in selected for name in rules_of(word)}
        gone = {name for word in ignored for name in rules_of(word)}
        settings = {
            name: replace(item, on=(name in chosen if chosen else item.on) and name not in gone) for name, item in self.settings.items()
        }
        return replace(self, settings=settings)

    def laid(self, rules: Mapping[str, Any], file: str) -> House:
        """The style with a file's table of rules laid over it; raises LexiconError."""
        return replace(self, settings=_settings(self, rules, file)) if rules else self

    def change(self, name: str, **options: Value) -> House:
        """The style with a rule switched on and its options changed; without options, as it is."""
        if not options:
            return self
        item = self.settings[name]
        changed = replace(item, on=True, options={**item.options, **options})
        return replace(self, settings={**self.settings, name: changed})


def rules_of(word: str) -> tuple[str, ...]:
    """The rules that a name, a code or the beginning of a code means; raises LexiconError with the nearest one for none."""
    found = tuple(name for name, item in RULES.items() if word == name or item.code.startswith(word.upper()))
    if not found:
        raise LexiconError(f"there is no rule {word!r}{hint(word)}")
    return found


def hint(word: str) -> str:
    """The end of an error about a word that is no rule: the nearest name, code or family there is."""
    codes = [item.code for item in RULES.values()]
    return nearest(word.lower(), RULES) or nearest(word.upper(), (*codes, *{code[:3] for code in codes}))


def houses() -> tuple[str, ...]:
    """Names of the styles that come with hedgescan, the default first."""
    names = sorted(path.stem for path in (folder() / "styles").glob("*.toml"))
    return ("default", *(name for name in names if name != "default"))


@lru_cache(maxsize=16)
def load(name: str = "default") -> House:
    """A style by the name of a shipped one or the path of a desk's own file; raises LexiconError naming file, place and cure."""
    return _load(name, ())


def _load(name: str, seen: tuple[str, ...]) -> House:
    path = _path(name)
    file = str(path)
    if len(seen) > DEEPEST:
        raise LexiconError(f"extends a style that extends another, more than {DEEPEST} times over; name one nearer to the last", seen[0], field="extends")
    if file in seen:
        raise LexiconError("extends itself; name another style", file, field="extends")
    raw = tables(path)
    for heading in raw:
        if heading not in HEADINGS:
            raise LexiconError(f"unknown heading{nearest(heading, HEADINGS)}", file, field=heading)
    parent = typed(raw.get("extends", "" if path.stem == "default" else "default"), "str", file, "", "extends")
    if parent.endswith(".toml"):
        parent = str(path.parent / parent)
    base = _load(parent, (*seen, file)) if parent else _bare()
    return _laid(base, raw, path)


def _path(name: str) -> Path:
    shipped = folder() / "styles" / f"{name}.toml"
    if name in houses():
        return shipped
    if name.endswith(".toml"):
        return Path(name)
    raise LexiconError(f"there is no style {name!r} (a file of your own ends in .toml){nearest(name, houses())}")


def _bare() -> House:
    """Every rule at its own defaults, switched on."""
    settings = {item.name: Setting(item.name, item.code, item.severity, item.sure, item.options) for item in RULES.values()}
    return House("", "", settings=settings)


def _laid(base: House, raw: Mapping[str, Any], path: Path) -> House:
    """A style's file laid over the style it extends."""
    file = str(path)
    table = raw.get("rules", {})
    if not isinstance(table, dict):
        raise LexiconError("should be a table; write [rules.bare-sources]", file, field="rules")
    least = typed(raw.get("least", base.least), "float", file, "", "least")
    if not 0 <= least <= 1:
        raise LexiconError(f"should lie between 0 and 1, not {least}", file, field="least")
    return House(
        path.stem,
        typed(raw.get("title", path.stem), "str", file, "", "title"),
        _severity(raw.get("fail-on", base.fail_on), file, "", "fail-on"),
        least,
        typed(raw.get("cites", ""), "str", file, "", "cites"),
        _settings(base, table, file),
    )


def _settings(base: House, rules: Mapping[str, Any], file: str) -> dict[str, Setting]:
    settings = dict(base.settings)
    for name, content in rules.items():
        if name not in settings:
            raise LexiconError(f"there is no such rule{nearest(name, settings)}", file, name)
        if not isinstance(content, dict):
            raise LexiconError("is not a table; write [rules.bare-sources]", file, name)
        settings[name] = _setting(settings[name], content, file)
    return settings


def _setting(old: Setting, content: Mapping[str, Any], file: str) -> Setting:
    known = (*OWN, *old.options)
    for key in content:
        if key not in known:
            raise LexiconError(f"unknown field{nearest(key, known)}", file, old.name, key)
    options = {key: _value(content[key], old.options[key], file, old.name, key) for key in old.options if key in content}
    return replace(
        old,
        on=typed(content.get("on", True), "bool", file, old.name, "on"),
        severity=_severity(content.get("severity", old.severity), file, old.name, "severity"),
        cites=typed(content.get("cites", old.cites), "str", file, old.name, "cites"),
        why=typed(content.get("why", old.why), "str", file, old.name, "why"),
        options={**old.options, **options},
    )


def _value(value: Any, default: Value, file: str, name: str, key: str) -> Value:
    """An option's value, of the type that its default has."""
    kind = "bool" if isinstance(default, bool) else "tuple[str, ...]" if isinstance(default, tuple) else "float"
    found: Value = typed(value, kind, file, name, key)
    return found


def _severity(value: Any, file: str, name: str, key: str) -> str:
    if value not in SEVERITIES:
        raise LexiconError(f"should be one of {', '.join(SEVERITIES)}, not {value!r}", file, name, key)
    return str(value)
