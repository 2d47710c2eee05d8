"""The command line: the only place that prints, exits or reads options."""

from __future__ import annotations

import sys

# Nothing else is imported here: the version and the help are told before anything is loaded.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main() -> None:
    """Run the command line; whatever cannot be written, read or understood ends it with status 2 and a line that says so."""
    if len(sys.argv) == 2:
        from hedgescan.cli.page import told

        if told(sys.argv[1]):
            return
    import gc

    gc.set_threshold(200_000, 50, 50)  # start-up makes much and throws little away
    from hedgescan.cli.process import prepare, stop

    prepare()
    code = _run()
    stop()
    gc.freeze()  # the interpreter, which looks for garbage before it ends, need not look through all that was loaded
    sys.exit(code if isinstance(code, int) else 0)


def _run() -> Any:
    """The exit status of the command that the arguments ask for."""
    import click

    from hedgescan.cli.commands import commands
    from hedgescan.cli.process import gone, hush

    try:
        code = commands.main(prog_name="hedgescan", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.ClickException as error:
        code = _complain(error)
    except BrokenPipeError:
        hush("stdout")
        code = 0
    except MemoryError:
        code = _complain(click.ClickException("there is not memory enough; give fewer files at once, shorter ones, or a smaller --jobs"))
    except OSError as error:
        hush("stdout")
        if gone():
            return _complain(click.ClickException("the folder that this runs in is gone; change to one that is there"))
        code = _complain(click.ClickException(f"{error.filename or 'standard output'}: {error.strerror}"))
    return code


def _complain(error: Any) -> int:
    """Show an error of click's, as far as there is anywhere to show it; the exit status."""
    from hedgescan.cli.process import hush
    from hedgescan.formats.terminal import named

    if error.message:  # with what the user has typed, or a file holds
        error.message = named(error.message)
    try:
        error.show()
    except OSError:
        hush("stderr")
    return 2
