"""The options that the commands which read drafts have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from hedgescan.cli.complete import ENCODINGS, INPUTS, LANGUAGES, encodings, files, packs, rules, styles
from hedgescan.cli.filled import NAME, SHARE

Command = Callable[..., Any]


def encoding(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The name of an encoding that there is; an unknown one is a usage error."""
    from hedgescan.readers.decode import known

    if value is not None and not known(value):
        raise click.BadParameter(f"there is no encoding {value!r}; usual ones are {', '.join(ENCODINGS)}")
    return value


_WHICH = (
    click.option("--files-from", type=NAME, metavar="FILE", shell_complete=files, help="Read the names of further files from FILE, one a line (- for standard input)."),
    click.option("-0", "--null", is_flag=True, help="Names in --files-from end with NUL instead of a line break."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Leave such files out when walking folders (repeatable)."),
    click.option("--force-exclude", is_flag=True, help="Leave them out also when they are named, as hooks do."),
    click.option("-j", "--jobs", type=click.IntRange(min=0), help="Processes to work with; 0 for one a core (default 1)."),
)
_FIELD = (
    click.option("--field", metavar="NAME", help="Of JSON Lines and CSV: read this field of each record (a column; a.b for one within another)."),
)
_HOW = (
    click.option("--encoding", metavar="NAME", shell_complete=encodings, callback=encoding, help="Encoding of the files, where it is not UTF-8; auto to guess."),
    click.option("--stdin-filename", type=NAME, metavar="NAME", help="What to call standard input; how it ends tells its format."),
    click.option("--input-format", type=click.Choice(INPUTS), help="Format of the files, where their names do not tell it."),
    click.option("--language", type=click.Choice(LANGUAGES), help="Find out what is not English, and leave it unscored (auto, the default); or read all as English."),
    click.option("--strictness", type=SHARE, help="Confidence from which an attribution counts (default 0.4)."),
    click.option("--lexicon", "lexicons", multiple=True, type=NAME, metavar="FILE", shell_complete=files, help="A lexicon of your own, laid over ours (repeatable)."),
    click.option("--pack", "packs", multiple=True, metavar="NAME", shell_complete=packs, help="Fit the lexicon to a genre: encyclopedic, reviews, science (repeatable)."),
    click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing."),
    click.option("--config", type=NAME, metavar="FILE", shell_complete=files, help="This configuration, instead of the nearest hedgescan.toml."),
    click.option("--isolated", is_flag=True, help="No configuration file."),
)
_STYLE = (
    click.option(
        "--style", metavar="NAME|FILE", shell_complete=styles, help="House style: default, ap, reuters, npr, guardian, nyt, or a desk's own file."
    ),
    click.option(
        "--select", multiple=True, metavar="RULE", shell_complete=rules, help="Only these rules: names, codes, or beginnings of codes (repeatable)."
    ),
    click.option("--ignore", multiple=True, metavar="RULE", shell_complete=rules, help="Not these rules (repeatable)."),
)
_JUDGING = (
    click.option("--fail-under", multiple=True, metavar="SCORE=N", help="Fail when a document score is lower: verifiability=40 (repeatable)."),
    click.option("--fail-over", multiple=True, metavar="SCORE=N", help="Fail when a document score is higher: gap=0.2 (repeatable)."),
    click.option("--max-anonymous", metavar="SHARE", help="Fail when more of the attributed sentences hang on unnamed sources: 30%."),
    click.option("--baseline", type=NAME, metavar="FILE", shell_complete=files, help="Violations listed in FILE do not count."),
    click.option("--require-reason", is_flag=True, help="A directive that accepts a violation must say why."),
)
_SHOWING = (
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours."),
    click.option("-q", "--quiet", is_flag=True, help="Nothing but results and errors."),
    click.option("-v", "--verbose", is_flag=True, help="Tell what configuration is used and what was read."),
)


def reading(command: Command) -> Command:
    """PATHS and all that says what to read, and how."""
    return click.argument("paths", nargs=-1, shell_complete=files)(_with(command, *_WHICH, *_FIELD, *_HOW, *_SHOWING))


def scanning(command: Command) -> Command:
    """All that says how to read, for a command that has its own arguments."""
    return _with(command, *_HOW, *_SHOWING)


def judging(command: Command) -> Command:
    """All that says which house style drafts are held to, and what is accepted."""
    return _with(command, *_STYLE, *_JUDGING)


def flagging(command: Command) -> Command:
    """Which house style and which of its rules flag a sentence."""
    return _with(command, *_STYLE)


def _with(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
