"""The manual page, built from the commands' own help: `python -m hedgescan.cli.man > docs/hedgescan.1` (make man)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from hedgescan.cli.commands import commands
from hedgescan.version import VERSION

EXIT = (
    ("0", "Done; what check and diff found does not make them fail."),
    ("1", "A draft falls short of the house style (check), or --fail-on names something that was found (diff)."),
    ("2", "Wrong usage, a configuration that cannot be used, or an input that could not be read; the others are still read."),
)
ENVIRONMENT = (
    ("NO_COLOR", "No colour, where --color is auto."),
    ("FORCE_COLOR", "Colour also in a pipe, where --color is auto and NO_COLOR is not set."),
    ("HEDGESCAN_CACHE_DIR", "The folder that results are kept in, instead of the user's own for caches (XDG_CACHE_HOME on Linux)."),
    ("HEDGESCAN_NO_CACHE", "Where it is set, nothing is kept and nothing recalled, as with --no-cache."),
    ("COLUMNS", "The width of the terminal."),
    ("_HEDGESCAN_COMPLETE", "bash_source, zsh_source or fish_source prints what a shell needs to complete commands and options."),
)
FILES = (
    ("hedgescan.toml, .hedgescan.toml, pyproject.toml ([tool.hedgescan])", "The nearest one upward, to the root of the repository."),
)


def page() -> str:
    """The page in the man macros of groff and mandoc."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield f'.TH HEDGESCAN 1 "" "hedgescan {VERSION}" "User Commands"'
    yield from (".SH NAME", _text("hedgescan - who says so, and how certain it sounds"))
    yield ".SH SYNOPSIS"
    named = list(_commands(commands, "hedgescan"))
    for name, command in named:
        yield from (".B " + _text(name), _text(" ".join(_usage(command))), ".br")
    yield from (".SH DESCRIPTION", *_prose(commands.help or ""))
    yield ".SH COMMANDS"
    for name, command in named:
        yield from (f'.SS "{_text(name)}"', *_prose(command.help or ""))
        for option in command.params:
            if isinstance(option, click.Option):
                yield from (".TP", ".B " + _text(_names(option)), _text(_help(option)))
        yield from _prose(command.epilog or "")
    for title, rows in (("EXIT STATUS", EXIT), ("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)):
        yield f".SH {title}"
        for term, words in rows:
            yield from (".TP", ".B " + _text(term), _text(words))


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    ctx = click.Context(group)
    for word in sorted(group.list_commands(ctx)):
        command = group.get_command(ctx, word)
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")
        elif command is not None:
            yield f"{name} {word}", command


def _usage(command: click.Command) -> Iterator[str]:
    yield "[OPTIONS]"
    for item in command.params:
        if isinstance(item, click.Argument):
            word = (item.name or "").upper()
            yield f"[{word}]..." if item.nargs == -1 else word


def _names(option: click.Option) -> str:
    if option.is_flag:
        return ", ".join(option.opts)
    kind = option.type
    value = "|".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else option.metavar or ("N" if "int" in kind.name else "X")
    return f"{', '.join(option.opts)} {value}"


def _help(option: click.Option) -> str:
    default = f" [default: {option.default}]" if option.show_default and not option.is_flag else ""
    return (option.help or "") + default


def _prose(words: str) -> Iterator[str]:
    for paragraph in words.split("\n\n"):
        if paragraph.strip():
            yield from (".PP", _text(" ".join(paragraph.split())))


def _text(words: str) -> str:
    """Words in which nothing is a macro."""
    words = words.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("'", "\\(aq").replace('"', "\\(dq")
    return "\\&" + words if words.startswith(".") else words


if __name__ == "__main__":
    sys.stdout.write(page())
