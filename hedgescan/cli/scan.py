"""hedgescan scan: score every sentence."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.output import colored, write
from hedgescan.formats import FORMATS, KEEPS, SORTS, View
from hedgescan.model import PUBLIC, YARDSTICKS

if TYPE_CHECKING:
    from hedgescan.model import Document

PIPED = 120  # columns of the table where there is no terminal
MANY = 4  # files from which a progress bar is worth while


@click.command()
@click.argument("paths", nargs=-1)
@click.option("-f", "--format", "format_", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="What to print.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--sort", type=click.Choice(list(SORTS)), default="position", show_default=True, help="Order of the sentences.")
@click.option("--only", type=click.Choice(list(KEEPS)), help="Only such sentences.")
@click.option("--top", type=click.IntRange(min=1), help="Only the first so many, after sorting.")
@click.option("--wide", is_flag=True, help="Do not cut the sentences to the terminal's width.")
@click.option("--no-ledger", is_flag=True, help="Leave out the ledger of sources.")
@click.option("--sentiment-raw", is_flag=True, help="Tone without the news stop-list.")
@click.option("--strictness", type=click.FloatRange(0, 1), help="Confidence from which an attribution counts (default 0.4).")
@click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of your own, laid over ours (repeatable).")
@click.option("--yardstick", type=click.Choice(YARDSTICKS), default=PUBLIC, show_default=True, help="Whose bands for words of probability.")
@click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not UTF-8.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave such files out when walking folders (repeatable).")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@click.pass_context
def scan(ctx: click.Context, /, paths: tuple[str, ...], format_: str, output: str | None, **options: Any) -> None:
    """Score every sentence of PATHS: files, folders (.txt, .md), or - for standard input (also without PATHS)."""
    if not paths and sys.stdin.isatty():
        click.echo(ctx.get_help())
        ctx.exit(2)
    width = 0 if options["wide"] else shutil.get_terminal_size((PIPED, 24)).columns if sys.stdout.isatty() and not output else PIPED
    view = View(
        options["sort"], options["only"] or "", options["top"] or 0, width, not options["no_ledger"], colored(options["color"], output)
    )  # fmt: skip
    ready(options["lexicons"])
    faults: list[str] = []
    documents = read(paths or ("-",), faults, output, options)
    write(FORMATS[format_](documents, view), output)
    ctx.exit(2 if faults else 0)


def read(paths: tuple[str, ...], faults: list[str], output: str | None, options: dict[str, Any]) -> Iterator[Document]:
    """The documents one by one; an input that cannot be read is told on standard error, noted in `faults`, and passed over."""
    from hedgescan.readers.decode import Unreadable
    from hedgescan.readers.files import find
    from hedgescan.readers.files import read as load

    for path in progress(list(find(paths, options["exclude"], output)), options["quiet"]):
        try:
            if isinstance(path, Unreadable):
                raise path
            name = options["stdin_filename"] if path == "-" else None
            text = load(path, options["encoding"], name)
        except Unreadable as error:
            faults.append(error.path)
            click.echo(f"hedgescan: {error}", err=True)
            continue
        yield journey(text, options)


def journey(text: Any, options: dict[str, Any]) -> Document:
    """Scan one text."""
    from hedgescan.engine import LEAST, scan_text

    least = LEAST if options["strictness"] is None else options["strictness"]
    return scan_text(text, lexicons=options["lexicons"], least=least, raw=options["sentiment_raw"], yardstick=options.get("yardstick", PUBLIC))


def ready(lexicons: tuple[str, ...]) -> None:
    """Load the lexicons before anything is printed; one that cannot be used ends the run."""
    from hedgescan.engine import engine
    from hedgescan.lexicon import LexiconError

    try:
        _ = engine(lexicons).lexicon.rules
    except LexiconError as error:
        raise click.ClickException(str(error)) from error


def progress(paths: list[Any], quiet: bool) -> Iterable[Any]:
    """The paths, with a progress bar on standard error when there are many and somebody watches."""
    if quiet or len(paths) < MANY or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="scanning", file=sys.stderr) as bar:
        yield from bar
