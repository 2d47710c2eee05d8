"""hedgescan diff: what an edit did to certainty and sourcing."""

from __future__ import annotations

from typing import Any

import click

from hedgescan.cli.complete import files, findings
from hedgescan.cli.inputs import apart, ready
from hedgescan.cli.options import scanning
from hedgescan.cli.output import colored, write
from hedgescan.cli.settings import settle
from hedgescan.diff import KINDS, Changes
from hedgescan.diff import diff as compare
from hedgescan.formats.changes import WRITERS

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
@click.option("-o", "--output", metavar="FILE", shell_complete=files, help="Write to FILE instead of standard output.")
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
    from hedgescan.engine import scan_text

    settings = settle(options)
    apart((old, new), [output] if output else [])
    texts = load((old, new), settings["encoding"], options["stdin_filename"], options["input_format"])
    ready(settings)
    first, second = (scan_text(text, **settings.engine) for text in texts)
    found = compare(first, second)
    failed = any(item.name in fail_on for item in found.findings)
    if options["quiet"]:
        kept = tuple(item for item in found.findings if item.severity != "info" or item.name in fail_on)
        found = Changes(found.old, found.new, kept)
    write(WRITERS[format_](found, colored(options["color"], output)), output)
    ctx.exit(1 if failed else 0)


def load(paths: tuple[str, str], encoding: str | None, name: str | None, format_: str | None) -> list[Any]:
    """The texts of both sides; what cannot be read is named, each, and ends the run."""
    from hedgescan.readers.decode import Unreadable
    from hedgescan.readers.files import read

    texts, faults = [], []
    for path in paths:
        try:
            texts.append(read(path, encoding, name if path == "-" else None, format_))
        except Unreadable as error:
            faults.append(str(error))
        except LookupError as error:
            raise click.ClickException(f"unknown encoding: {encoding}") from error
    if faults:
        raise click.ClickException("\nError: ".join(faults))
    return texts
