"""What is in force: the command line, then the configuration, then the default, and where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from hedgescan.cli.output import tell
from hedgescan.config import KEYS, Config, find, load
from hedgescan.lexicon.error import LexiconError

DEFAULTS: dict[str, Any] = {
    "style": "default",
    "select": (),
    "ignore": (),
    "lexicons": (),
    "packs": (),
    "strictness": 0.4,
    "encoding": None,
    "language": "auto",
    "exclude": (),
    "fail-under": {},
    "fail-over": {},
    "max-anonymous": None,
    "baseline": None,
    "require-reason": False,
    "format": ("text",),
    "jobs": 1,
    "cache": True,
}
assert DEFAULTS.keys() == KEYS.keys()


@dataclass(frozen=True, slots=True)
class Settings:
    """Values by the keys of the configuration, with the origin of each: command line, the configuration's file, or default."""

    config: Config
    values: Mapping[str, Any]
    origins: Mapping[str, str]

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def place(self, key: str) -> str:
        """Where a value is said, for an error: the option, or the configuration's file and key."""
        return f"--{key}" if self.origins[key] in ("command line", "default") else f"{self.origins[key]}: {key}"

    @property
    def engine(self) -> dict[str, Any]:
        """The options of `engine.scan_text`."""
        return {"lexicons": self["lexicons"], "packs": self["packs"], "least": self["strictness"], "language": self["language"]}

    @property
    def jobs(self) -> int:
        """How many processes to work with."""
        return int(self["jobs"]) or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else int(self["jobs"]) or 1


def settle(options: Mapping[str, Any]) -> Settings:
    """Options of the command line over the configuration over the defaults; a configuration that cannot be used ends the run."""
    try:
        config = load(_file(options))
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for key, default in DEFAULTS.items():
        given = options.get(key.replace("-", "_"))
        if given is not None and given is not False and given != ():
            values[key], origins[key] = given, "command line"
        elif key in config.values:
            values[key], origins[key] = config.values[key], config.file
        else:
            values[key], origins[key] = default, "default"
    if options.get("no_cache"):
        values["cache"], origins["cache"] = False, "command line"
    if options.get("verbose"):
        tell(f"hedgescan: configuration: {config.file or 'none'}")
    return Settings(config, values, origins)


def _file(options: Mapping[str, Any]) -> Path | None:
    if options.get("isolated"):
        if options.get("config"):
            raise click.UsageError("--config and --isolated contradict each other; give one of them")
        return None
    return Path(options["config"]) if options.get("config") else find(Path.cwd())
