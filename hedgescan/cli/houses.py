"""The house style for each draft: what was asked for, with the configuration's rules, limits and overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.settings import Settings

if TYPE_CHECKING:
    from hedgescan.config import Override
    from hedgescan.style.house import House


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
        from hedgescan.lexicon import LexiconError

        key = tuple(item.name for item in overrides)
        if key not in self.made:
            try:
                self.made[key] = self._make(overrides)
            except LexiconError as error:
                raise click.ClickException(str(error)) from error
        return self.made[key]

    def _make(self, overrides: tuple[Override, ...]) -> House:
        from hedgescan.style import load

        settings = self.settings
        name = self._told("style") or next((item.style for item in reversed(overrides) if item.style), settings["style"])
        chosen = self._told("select") or next((item.select for item in reversed(overrides) if item.select), settings["select"])
        ignored = (*settings["ignore"], *(word for item in overrides for word in item.ignore))
        house = load(name).laid(settings.config.rules, settings.config.file).only(split(chosen), split(ignored))
        house = house.change("score-under", **limits(settings["fail-under"], "fail-under", house, "score-under"))
        house = house.change("score-over", **limits(settings["fail-over"], "fail-over", house, "score-over"))
        if settings["max-anonymous"]:
            house = house.change("share-anonymous", most=share(settings["max-anonymous"]))
        return house

    def _told(self, key: str) -> Any:
        """What the command line says, which goes before any override; None where it says nothing."""
        return self.settings[key] if self.settings.origins[key] == "command line" else None


def split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def limits(given: dict[str, float] | tuple[str, ...], option: str, house: House, rule: str) -> dict[str, float]:
    """Limits on scores, from a table of the configuration or from words like "verifiability=40"."""
    pairs = given.items() if isinstance(given, dict) else (word.partition("=")[::2] for word in given)
    known = tuple(house.settings[rule].options)
    out = {}
    for name, limit in pairs:
        try:
            if name not in known:
                raise click.ClickException(f"--{option} {name}: there is no score {name!r}; there are: {', '.join(known)}")
            out[name] = float(limit)
        except ValueError as error:
            raise click.ClickException(f"--{option} {name}={limit}: write a score and a number, such as verifiability=40") from error
    return out


def share(word: str) -> float:
    """ "30%" or "0.3" as a share of one."""
    try:
        found = float(word[:-1]) / 100 if word.endswith("%") else float(word)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise click.ClickException(f"--max-anonymous {word}: write a share such as 30% or 0.3")
    return found
