"""The command line: the only place that prints, exits or reads options."""

from __future__ import annotations

import gc
import os
import signal
import sys

import click

from hedgescan.cli.check import check
from hedgescan.cli.diff import diff
from hedgescan.cli.explain import explain
from hedgescan.cli.lexicon import lexicon
from hedgescan.cli.scan import scan
from hedgescan.cli.sources import sources
from hedgescan.version import VERSION

INTERRUPTED = 128 + signal.SIGINT


class Commands(click.Group):
    """A group whose first word may be left out: `hedgescan draft.txt` is `hedgescan scan draft.txt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = [option for parameter in self.get_params(ctx) for option in parameter.opts]
        if not args or (args[0] not in self.commands and args[0] not in own):
            if not args and sys.stdin.isatty():
                click.echo(self.get_help(ctx))
                ctx.exit(2)
            args = ["scan", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, "--version", message="%(prog)s %(version)s")
def commands() -> None:
    """Read news text and say, sentence by sentence, who says so, how well they can be identified and how certain it sounds.

    `hedgescan draft.txt` is short for `hedgescan scan draft.txt`.
    """


commands.add_command(scan)
commands.add_command(check)
commands.add_command(sources)
commands.add_command(diff)
commands.add_command(explain)
commands.add_command(lexicon)


def main() -> None:
    """Run the command line; a closed pipe ends it quietly, an interrupt with the status shells expect."""
    gc.set_threshold(200_000, 50, 50)  # start-up makes much and throws little away
    try:
        code = commands.main(prog_name="hedgescan", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
