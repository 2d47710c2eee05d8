"""hedgescan config: what is in force, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.complete import files
from hedgescan.cli.filled import NAME
from hedgescan.cli.houses import Houses
from hedgescan.cli.options import judging, reading
from hedgescan.cli.output import write
from hedgescan.cli.settings import Settings, settle
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import named

if TYPE_CHECKING:
    from hedgescan.style.house import House

FORMATS = ("toml", "json")
_WIDTH = 40  # columns before the origin
_OFF = "off"


@click.group()
def config() -> None:
    """Show the configuration."""


@config.command(short_help="Show what is in force, and from where.")
@reading
@judging
@click.option("-f", "--format", "as_", type=click.Choice(FORMATS), default="toml", show_default=True, help="TOML with notes, or JSON.")
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=files, help="Write to FILE instead of standard output.")
def show(paths: tuple[str, ...], as_: str, output: str | None, **options: Any) -> None:
    """Show what is in force, for PATHS or anywhere, and where each value comes from: the command line, a file, or the default.

    It takes the options of `check`, and shows what `check` would do with them.
    """
    settings = settle(options)
    houses = Houses(settings)
    shown = [_shown(path, settings, houses) for path in paths or (None,)]
    if as_ == "json":
        write([dumps({"schema": 1, "configuration": settings.config.file or None, "shown": shown}, indent=2), "\n"], output)
    else:
        write(_lines(shown, settings), output)


def _shown(path: str | None, settings: Settings, houses: Houses) -> dict[str, Any]:
    """Values and rules for a path, or for all that no override is for, each with its origin."""
    values = {key: {"value": _plain(settings[key]), "from": settings.origins[key]} for key in settings.values}
    fitting = settings.config.fitting(path) if path is not None else ()
    for item in fitting:
        origin = f"{settings.config.file}, {item.name}"
        if item.style and settings.origins["style"] != "command line":
            values["style"] = {"value": item.style, "from": origin}
        if item.select and settings.origins["select"] != "command line":
            values["select"] = {"value": list(item.select), "from": origin}
        if item.ignore:
            values["ignore"] = {"value": [*values["ignore"]["value"], *item.ignore], "from": origin}
    return {"path": path, "settings": values, "rules": _rules(houses.of(path) if path is not None else houses.usual, settings)}


def _rules(house: House, settings: Settings) -> dict[str, Any]:
    """Every rule as it is in force; `from` is the configuration where it says something of the rule, else the style."""
    return {
        name: {
            "code": item.code,
            "severity": item.severity if item.on else _OFF,
            "options": {key: _plain(value) for key, value in item.options.items()},
            "from": settings.config.file if name in settings.config.rules else f"style {house.name}",
        }
        for name, item in house.settings.items()
    }


def _lines(shown: list[dict[str, Any]], settings: Settings) -> Iterator[str]:
    yield f"# configuration: {named(settings.config.file or 'none')}\n"
    for item in shown:
        if item["path"] is not None:
            yield f"\n# for {named(item['path'])}\n"
        for key, row in item["settings"].items():
            yield _line(key, row["value"], _origin(row["from"]))
        if item["path"] is None:
            for override in settings.config.overrides:
                yield f"# other settings for {named(', '.join(override.paths))}: give a PATH to see them\n"
        yield "\n[rules]\n"
        for name, row in item["rules"].items():
            yield _line(name, row["severity"], f"{row['code']}, {row['from']}")
            for key, value in row["options"].items():
                yield _line(f"#   {key}", value, "")


def _line(key: str, value: object, origin: str) -> str:
    words = f"{key} = {_toml(value)}" if value is not None else f"# {key} is not set"
    return f"{words:<{_WIDTH}}  # {named(origin)}\n" if origin else words + "\n"


def _origin(origin: str) -> str:
    return origin if origin in ("default", "command line") else f"from {origin}"


def _plain(value: Any) -> Any:
    """A value as JSON and TOML have it; of "score=limit" words a table, as in the configuration."""
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }" if value else "{}"
    return dumps(value)
