"""The command line: the only place that prints, exits or reads options."""

from __future__ import annotations

import gc
import sys

import click
from click.shell_completion import CompletionItem

from hedgescan.cli.check import check
from hedgescan.cli.config import config
from hedgescan.cli.diff import diff
from hedgescan.cli.explain import explain
from hedgescan.cli.lexicon import lexicon
from hedgescan.cli.process import hush, prepare, stop
from hedgescan.cli.scan import scan
from hedgescan.cli.sources import sources
from hedgescan.version import VERSION


class Commands(click.Group):
    """A group whose first word may be left out: `hedgescan draft.txt` is `hedgescan scan draft.txt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:  # the shell asks how the first word may go on
            return super().parse_args(ctx, args)
        own = [option for parameter in self.get_params(ctx) for option in parameter.opts]
        if not args or (args[0] not in self.commands and args[0] not in own):
            if not args and sys.stdin.isatty():
                click.echo(self.get_help(ctx))
                ctx.exit(2)
            args = ["scan", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options; files where none begins like this."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]


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
commands.add_command(config)


def main() -> None:
    """Run the command line; whatever cannot be written, read or understood ends it with status 2 and a line that says so."""
    gc.set_threshold(200_000, 50, 50)  # start-up makes much and throws little away
    prepare()
    code: object = 2
    try:
        code = commands.main(prog_name="hedgescan", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.ClickException as error:
        _complain(error)
    except BrokenPipeError:
        hush("stdout")
        code = 0
    except OSError as error:
        hush("stdout")
        _complain(click.ClickException(f"{error.filename or 'standard output'}: {error.strerror}"))
    stop()
    sys.exit(code if isinstance(code, int) else 0)


def _complain(error: click.ClickException) -> None:
    """Show an error, as far as there is anywhere to show it."""
    try:
        error.show()
    except OSError:
        hush("stderr")
