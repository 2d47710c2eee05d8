"""The options that the commands which read drafts have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]

_WHICH = (
    click.option("--files-from", metavar="FILE", help="Read the names of further files from FILE, one a line (- for standard input)."),
    click.option("-0", "--null", is_flag=True, help="Names in --files-from end with NUL instead of a line break."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Leave such files out when walking folders (repeatable)."),
    click.option("-j", "--jobs", type=click.IntRange(min=0), help="Processes to work with; 0 for one a core (default 1)."),
)
_HOW = (
    click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not UTF-8."),
    click.option("--stdin-filename", metavar="NAME", help="What to call standard input."),
    click.option("--strictness", type=click.FloatRange(0, 1), help="Confidence from which an attribution counts (default 0.4)."),
    click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of your own, laid over ours (repeatable)."),
    click.option("--pack", "packs", multiple=True, metavar="NAME", help="Fit the lexicon to a genre: encyclopedic, science (repeatable)."),
    click.option("--config", metavar="FILE", help="This configuration, instead of the nearest hedgescan.toml."),
    click.option("--isolated", is_flag=True, help="No configuration file."),
)
_SHOWING = (
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours."),
    click.option("-q", "--quiet", is_flag=True, help="Nothing but results and errors."),
    click.option("-v", "--verbose", is_flag=True, help="Tell what configuration is used and what was read."),
)


def reading(command: Command) -> Command:
    """PATHS and all that says what to read, and how."""
    return click.argument("paths", nargs=-1)(_with(command, *_WHICH, *_HOW, *_SHOWING))


def scanning(command: Command) -> Command:
    """All that says how to read, for a command that has its own arguments."""
    return _with(command, *_HOW, *_SHOWING)


def _with(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
