"""hedgescan sources: the ledger of who is cited."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.output import write
from hedgescan.cli.scan import read, ready

if TYPE_CHECKING:
    from hedgescan.ledger import Ledger
    from hedgescan.model import Document

FORMATS = ("table", "json", "markdown", "dot", "mermaid")


@click.command()
@click.argument("paths", nargs=-1)
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--wide", is_flag=True, help="Do not cut names and phrases.")
@click.option("--strictness", type=click.FloatRange(0, 1), help="Confidence from which an attribution counts (default 0.4).")
@click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of your own, laid over ours (repeatable).")
@click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not UTF-8.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave such files out when walking folders (repeatable).")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@click.pass_context
def sources(ctx: click.Context, /, paths: tuple[str, ...], format_: str, output: str | None, **options: Any) -> None:
    """List the sources of PATHS: who is cited, how well identified, how often, through whom, and how independent they are."""
    if not paths and sys.stdin.isatty():
        click.echo(ctx.get_help())
        ctx.exit(2)
    from hedgescan.formats.ledgers import LEDGERS

    ready(options["lexicons"])
    faults: list[str] = []
    rows = drawn(paths or ("-",), faults, output, {**options, "sentiment_raw": False})
    write(LEDGERS[format_](rows, options["wide"]), output)
    ctx.exit(2 if faults else 0)


def drawn(
    paths: tuple[str, ...], faults: list[str], output: str | None, options: dict[str, Any]
) -> Iterator[tuple[Document, Ledger]]:
    """Each document with its ledger."""
    from hedgescan.ledger import ledger

    for document in read(paths, faults, output, options):
        yield document, ledger(document)
