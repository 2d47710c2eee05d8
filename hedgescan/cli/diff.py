"""hedgescan diff: what an edit did to certainty and sourcing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.complete import files, findings
from hedgescan.cli.filled import NAME
from hedgescan.cli.inputs import apart, kept, notify, ready
from hedgescan.cli.options import scanning
from hedgescan.cli.output import colored, write
from hedgescan.cli.settings import Settings, settle
from hedgescan.diff import KINDS, Changes
from hedgescan.diff import diff as compare
from hedgescan.formats.changes import WRITERS

if TYPE_CHECKING:
    from hedgescan.model import Document

ALL = "all"
EPILOG = (
    "Names: " + ", ".join(KINDS) + ".  Exit status: 0 done, 1 something that --fail-on names was found, 2 wrong usage or an input that "
    "could not be read."
)


def names(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> frozenset[str]:
    """The kinds of finding that --fail-on names; an unknown one is a usage error."""
    from hedgescan.lexicon.error import nearest

    chosen = {word.strip() for words in value for word in words.split(",") if word.strip()}
    for word in sorted(chosen - KINDS.keys() - {ALL}):
        hint = nearest(word, [*KINDS, ALL])
        raise click.BadParameter(f"no such finding: {word}{hint or '; hedgescan diff --help lists them'}")
    return frozenset(KINDS) if ALL in chosen else frozenset(chosen)


@click.command(epilog=EPILOG, short_help="Say what an edit did to certainty and sourcing.")
@click.argument("old", shell_complete=files)
@click.argument("new", shell_complete=files)
@click.option("-f", "--format", "format_", type=click.Choice(list(WRITERS)), default="text", show_default=True, help="What to print.")
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=files, help="Write to FILE instead of standard output.")
@click.option("--fail-on", multiple=True, callback=names, metavar="NAMES", shell_complete=findings, help="Exit 1 on such findings: names with commas between, or all.")
@scanning
@click.pass_context
def diff(ctx: click.Context, /, old: str, new: str, format_: str, output: str | None, fail_on: frozenset[str], **options: Any) -> None:
    """Say what an edit did to certainty and sourcing: hedges lost, verbs upgraded, sources degraded, attributions dropped.

    OLD and NEW are files, - for standard input (one of them), or git:REV:PATH for a file as it stands in a revision (PATH counts from
    the top of the repository, ./PATH from the current folder; git::PATH is the staged file).
    """
    if old == new == "-":
        raise click.UsageError("only one of OLD and NEW can be standard input")
    settings = settle(options)
    apart((old, new), [output] if output else [])
    ready(settings)
    first, second = sides((old, new), settings, options["stdin_filename"], options["input_format"])
    notify(first, options)
    notify(second, options)
    found = compare(first, second)
    failed = any(item.name in fail_on for item in found.findings)
    if options["quiet"]:
        shown = tuple(item for item in found.findings if item.severity != "info" or item.name in fail_on)
        found = Changes(found.old, found.new, shown)
    write(WRITERS[format_](found, colored(options["color"], output)), output)
    ctx.exit(1 if failed else 0)


def sides(paths: tuple[str, str], settings: Settings, name: str | None, format_: str | None) -> tuple[Document, Document]:
    """The documents of both sides; what cannot be read is named, each, and ends the run."""
    from hedgescan import pool
    from hedgescan.readers.decode import Unreadable

    tasks = [pool.Task(path, settings["encoding"], name if path == "-" else None, format_) for path in paths]
    outcomes = list(pool.scan(tasks, settings.engine, cache=kept(settings)))
    faults = [str(item) for item in outcomes if isinstance(item, Unreadable)]
    if faults:
        raise click.ClickException("\nError: ".join(faults))
    first, second = (item for item in outcomes if not isinstance(item, Unreadable))
    return first, second
