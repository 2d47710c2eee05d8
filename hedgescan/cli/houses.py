"""The house style for each draft: what was asked for, with the configuration's rules, limits and overrides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hedgescan.cli.settings import Settings

if TYPE_CHECKING:
    from hedgescan.config import Override
    from hedgescan.style.house import House

Made = TypeVar("Made")


class Houses:
    """Styles by path, each made once; what cannot be used ends the run before anything is read."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.made: dict[tuple[str, ...], House] = {}
        self.usual = self._with(())
        for item in settings.config.overrides:
            self._with((item,))

    def of(self, path: str) -> House:
        """The style for a path."""
        return self._with(self.settings.config.fitting(path))

    def _with(self, overrides: tuple[Override, ...]) -> House:
        key = tuple(item.name for item in overrides)
        if key not in self.made:
            self.made[key] = self._make(overrides)
        return self.made[key]

    def _make(self, overrides: tuple[Override, ...]) -> House:
        from hedgescan.style import load

        settings = self.settings
        name, place = self._said("style", overrides)
        house = refusing(place, load, name)
        house = refusing("", house.laid, settings.config.rules, settings.config.file)
        chosen, place = self._said("select", overrides)
        ignored = [(settings["ignore"], settings.place("ignore")), *((item.ignore, self._at(item, "ignore")) for item in overrides)]
        house = refusing(place, house.only, split(chosen), ())
        for words, place in ignored:
            house = refusing(place, house.only, (), split(words))
        for key, rule in (("fail-under", "score-under"), ("fail-over", "score-over")):
            house = house.change(rule, **limits(settings[key], settings.place(key), house, rule))
        if settings["max-anonymous"]:
            house = house.change("share-anonymous", most=share(settings["max-anonymous"], settings.place("max-anonymous")))
        return house

    def _said(self, key: str, overrides: tuple[Override, ...]) -> tuple[Any, str]:
        """A value and where it is said: the command line goes before any override, and that before the rest of the configuration."""
        if self.settings.origins[key] != "command line":
            for item in reversed(overrides):
                if getattr(item, key):
                    return getattr(item, key), self._at(item, key)
        return self.settings[key], self.settings.place(key)

    def _at(self, item: Override, key: str) -> str:
        return f"{self.settings.config.file}: {item.name}: {key}"


def refusing(place: str, make: Callable[..., Made], *given: Any) -> Made:
    """What `make` makes of what is given; what it refuses ends the run, in the name of the file it is in, else of the place it was said in."""
    from hedgescan.lexicon import LexiconError

    try:
        return make(*given)
    except LexiconError as error:
        raise click.ClickException(str(error) if error.file else f"{place}: {error}") from error


def split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def limits(given: dict[str, float] | tuple[str, ...], place: str, house: House, rule: str) -> dict[str, float]:
    """Limits on scores, from a table of the configuration or from words like "verifiability=40"; `place` is where they are said."""
    from math import isfinite

    from hedgescan.lexicon.error import nearest

    pairs = given.items() if isinstance(given, dict) else (word.partition("=")[::2] for word in given)
    known = tuple(house.settings[rule].options)
    out = {}
    for name, limit in pairs:
        try:
            if name not in known:
                raise click.ClickException(f"{place}: there is no score {name!r}{nearest(name, known)}")
            out[name] = float(limit)
            if not isfinite(out[name]):  # nothing is below nan
                raise ValueError(limit)
        except ValueError as error:
            raise click.ClickException(f"{place} {name}={limit}: write a score and a number, such as verifiability=40") from error
    return out


def share(word: str, place: str) -> float:
    """ "30%" or "0.3" as a share of one."""
    try:
        found = float(word[:-1]) / 100 if word.endswith("%") else float(word)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise click.ClickException(f"{place} {word}: write a share such as 30% or 0.3")
    return found
