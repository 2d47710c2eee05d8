"""hedgescan scan: score every sentence."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.complete import files
from hedgescan.cli.filled import NAME
from hedgescan.cli.inputs import asked, documents, ready
from hedgescan.cli.options import flagging, reading
from hedgescan.cli.output import colored, write
from hedgescan.cli.settings import Settings, settle
from hedgescan.formats import FORMATS, KEEPS, ROWS, SORTS, View
from hedgescan.model import PUBLIC, YARDSTICKS

if TYPE_CHECKING:
    from hedgescan.model import Document

PIPED = 120  # columns of the table where there is no terminal


@click.command(short_help="Score every sentence.")
@reading
@flagging
@click.option("-f", "--format", "format_", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="What to print.")
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=files, help="Write to FILE instead of standard output.")
@click.option("--sort", type=click.Choice(list(SORTS)), default="position", show_default=True, help="Order of the sentences.")
@click.option("--only", type=click.Choice(list(KEEPS)), help="Only such sentences.")
@click.option("--top", type=click.IntRange(min=1), help="Only the first so many, after sorting.")
@click.option("--wide", is_flag=True, help="Do not cut the sentences to the terminal's width.")
@click.option("--no-ledger", is_flag=True, help="Leave out the ledger of sources.")
@click.option("--explain", is_flag=True, help="Show the working: each score as the words it came from and the arithmetic.")
@click.option("--csv-safe/--no-csv-safe", default=True, show_default=True, help="In csv and tsv, an apostrophe before what a spreadsheet would run.")
@click.option("--sentiment-raw", is_flag=True, help="Tone without the news stop-list.")
@click.option("--yardstick", type=click.Choice(YARDSTICKS), default=PUBLIC, show_default=True, help="Whose bands for words of probability.")
@click.pass_context
def scan(ctx: click.Context, /, paths: tuple[str, ...], format_: str, output: str | None, **options: Any) -> None:
    """Score every sentence of PATHS: files, folders (.txt, .md, .html, .docx), or - for standard input (also without PATHS)."""
    settings = settle(options)
    paths = asked(ctx, paths, options)
    ready(settings)
    faults: list[Any] = []
    more = {"raw": options["sentiment_raw"], "yardstick": options["yardstick"]}
    shown = view(options, output)
    written = [output] if output else ()
    read = documents(paths, settings, options, faults, written, parts=not shown.whole, ledger=format_ not in ROWS, **more)
    write(FORMATS[format_](flagged(read, settings), shown), output)
    ctx.exit(2 if faults else 0)


def flagged(read: Iterator[Document], settings: Settings) -> Iterator[Document]:
    """The documents with the flags of the style asked for; those of the default one they have already."""
    asked_for = any(settings.origins[key] != "default" for key in ("style", "select", "ignore"))
    if not (asked_for or settings.config.rules or settings.config.overrides):
        return read
    from hedgescan.cli.houses import Houses
    from hedgescan.style import flag

    houses = Houses(settings)
    return (flag(document, houses.of(document.path)) for document in read)


def view(options: dict[str, Any], output: str | None) -> View:
    """What is shown, and how wide."""
    width = 0 if options["wide"] else shutil.get_terminal_size((PIPED, 24)).columns if sys.stdout.isatty() and not output else PIPED
    sort, only, top, ledger = options["sort"], options["only"] or "", options["top"] or 0, not options["no_ledger"]
    return View(sort, only, top, width, ledger, colored(options["color"], output), options["explain"], options["csv_safe"])
