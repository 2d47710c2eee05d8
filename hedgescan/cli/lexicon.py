"""hedgescan lexicon: list the entries in force, check a lexicon of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hedgescan.cli import complete
from hedgescan.cli.filled import NAME
from hedgescan.cli.output import tell, write

if TYPE_CHECKING:
    from hedgescan.explain.proof import Proof

LISTINGS = ("table", "json", "jsonl", "csv", "tsv", "markdown")


@click.group(short_help="List the lexicon in force, or check your own.")
def lexicon() -> None:
    """List the lexicon's entries in force, or check a lexicon of your own."""


@lexicon.command("list", short_help="List the entries in force.")
@click.option("--category", metavar="NAME", shell_complete=complete.categories, help="Only entries of this category, stance or kind (modal, factive, people …).")
@click.option("--pack", "packs", multiple=True, metavar="NAME", shell_complete=complete.packs, help="With a lexicon of ours for another genre (repeatable).")
@click.option("--lexicon", "lexicons", multiple=True, type=NAME, metavar="FILE", shell_complete=complete.files, help="With a lexicon of your own (repeatable).")
@click.option("-f", "--format", "format_", type=click.Choice(LISTINGS), default="table", show_default=True, help="What to print.")
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=complete.files, help="Write to FILE instead of standard output.")
def listed(category: str | None, packs: tuple[str, ...], lexicons: tuple[str, ...], format_: str, output: str | None) -> None:
    """List the entries in force: ours, with packs and lexicons of your own laid over them."""
    from hedgescan.explain.listing import items
    from hedgescan.formats import listing
    from hedgescan.lexicon import LexiconError, load

    try:
        loaded = load(lexicons, packs)
        _ = loaded.rules
        rows = items(loaded, category or "")
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    write(listing.LISTINGS[format_](rows), output)


@lexicon.command(short_help="Check a lexicon of your own.")
@click.argument("files", nargs=-1, required=True, shell_complete=complete.files)
@click.option("--pack", "packs", multiple=True, metavar="NAME", shell_complete=complete.packs, help="Lay FILES over this lexicon of ours as well (repeatable).")
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What to print.")
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], packs: tuple[str, ...], format_: str) -> None:
    """Check FILES, laid over ours in this order: every entry's form, and every example, run as a scan would run it.

    Exit status: 0 all behave, 1 an example does not, 2 a file cannot be used.
    """
    from hedgescan.explain.proof import prove
    from hedgescan.formats.proved import PROVED
    from hedgescan.lexicon import LexiconError

    try:
        proof = prove(files, packs)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    write(PROVED[format_](proof), None)
    for fault in proof.errors if format_ == "text" else ():
        tell(f"hedgescan: {fault}")
    ctx.exit(status(proof))


def status(proof: Proof) -> int:
    """2 for a file that cannot be used, 1 for an example that does not behave."""
    return 2 if proof.errors else 1 if proof.misfits else 0
