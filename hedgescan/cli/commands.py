"""The commands by name; a module is imported when its command is asked for, so that no command pays for another."""

from __future__ import annotations

import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from hedgescan.cli.mistyped import refuse
from hedgescan.version import VERSION

NAMES = ("cache", "check", "config", "diff", "explain", "lexicon", "scan", "sources")  # hedgescan.cli.NAME has the command NAME


class Commands(click.Group):
    """A group whose first word may be left out: `hedgescan draft.txt` is `hedgescan scan draft.txt`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in NAMES:
            return None
        command: click.Command = getattr(import_module(f"hedgescan.cli.{cmd_name}"), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:  # the shell asks how the first word may go on
            return super().parse_args(ctx, args)
        own = [option for parameter in self.get_params(ctx) for option in parameter.opts]
        if not args or (args[0] not in NAMES and args[0] not in own):
            if not args and sys.stdin.isatty():
                click.echo(self.get_help(ctx))
                ctx.exit(2)
            if args and not ctx.resilient_parsing:
                refuse(args[0], NAMES)
            args = ["scan", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options; files where none begins like this."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]


EPILOG = (
    "Exit status: 0 done; 1 a draft falls short (check), or what --fail-on names was found (diff); 2 wrong usage, a configuration that "
    "cannot be used, or an input that could not be read (the others are still read)."
)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, "-V", "--version", message="%(prog)s %(version)s")
def commands() -> None:
    """Read news text and say, sentence by sentence, who says so, how well they can be identified and how certain it sounds.

    `hedgescan draft.txt` is short for `hedgescan scan draft.txt`.
    """


if __name__ == "__main__":  # `make man` keeps what this prints (hedgescan.cli.page)
    commands(prog_name="hedgescan")
