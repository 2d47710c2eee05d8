"""hedgescan sources: the ledger of who is cited."""

from __future__ import annotations

from typing import Any

import click

from hedgescan.cli.complete import files
from hedgescan.cli.filled import NAME
from hedgescan.cli.inputs import asked, documents, ready
from hedgescan.cli.options import reading
from hedgescan.cli.output import write
from hedgescan.cli.settings import settle

FORMATS = ("table", "json", "markdown", "dot", "mermaid")


@click.command(short_help="Draw up the ledger of who is cited.")
@reading
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print.")
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=files, help="Write to FILE instead of standard output.")
@click.option("--wide", is_flag=True, help="Do not cut names and phrases.")
@click.pass_context
def sources(ctx: click.Context, /, paths: tuple[str, ...], format_: str, output: str | None, **options: Any) -> None:
    """List the sources of PATHS: who is cited, how well identified, how often, through whom, and how independent they are."""
    from hedgescan.formats.ledgers import LEDGERS
    from hedgescan.ledger import ledger

    settings = settle(options)
    paths = asked(ctx, paths, options)
    ready(settings)
    faults: list[Any] = []
    rows = ((document, ledger(document)) for document in documents(paths, settings, options, faults, [output] if output else ()))
    write(LEDGERS[format_](rows, options["wide"]), output)
    ctx.exit(2 if faults else 0)
