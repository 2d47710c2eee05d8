"""hedgescan check: hold drafts to a house style."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.change import Change, change
from hedgescan.cli.closing import closing, statistics
from hedgescan.cli.complete import CHECKS, files, formats
from hedgescan.cli.filled import NAME
from hedgescan.cli.houses import Houses
from hedgescan.cli.inputs import asked, documents, excluded, kept, ready
from hedgescan.cli.options import judging, reading
from hedgescan.cli.output import colored, reachable, tell, write
from hedgescan.cli.settings import Settings, settle

if TYPE_CHECKING:
    from hedgescan.formats.report import Report
    from hedgescan.readers.decode import Unreadable
    from hedgescan.style.accept import Acceptance

EPILOG = (
    "Exit status: 0 all is well, 1 a draft falls short, 2 wrong usage or an input that could not be read (the others are still "
    "checked).  Only violations that are sure (confidence 0.8 and above) and no mere remarks (warning and above) make it fail; a style "
    "can say otherwise."
)


@click.command(epilog=EPILOG, short_help="Hold drafts to a house style.")
@reading
@judging
@click.option("--update-baseline", is_flag=True, help="Write what is found now to the --baseline file, and exit 0.")
@click.option("--diff-from", type=NAME, metavar="REV", help="Only what has changed since a git revision.")
@click.option("--diff-file", type=NAME, metavar="FILE", shell_complete=files, help="Only what a unified diff touches (- for standard input).")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="How often each rule is broken, on standard error.")
@click.option("--show-files", is_flag=True, help="Name each file as it is read, on standard error.")
@click.option("--show-fingerprints", is_flag=True, help="End each line of text with the fingerprint, for [[suppress]] in the configuration.")
@click.option(
    "-f", "--format", "format", multiple=True, metavar="NAME[:FILE]", shell_complete=formats,
    help=f"What to print (repeatable, one of them to standard output): {', '.join(CHECKS)}.",
)  # fmt: skip
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=files, help="Write the first format to FILE instead of standard output.")
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Hold PATHS to a house style; exit 1 where one falls short, 2 where one cannot be read."""
    settings = settle(options)
    outputs = targets(settings, output)
    if options["diff_file"] == options["files_from"] == "-" or (options["diff_file"] == "-" and "-" in paths):
        raise click.UsageError("standard input can be one thing only: a draft, the list of files, or the change")
    if options["field"] and (options["diff_from"] or options["diff_file"]):
        raise click.UsageError("a change is known by the lines of drafts, which records have none of; leave out --field, or the change")
    paths = asked(ctx, paths, options)
    run = Run(settings, options, Houses(settings), acceptance(settings, options), change(options))
    files = [file for _, file in outputs if file and file != "-"]
    reachable(*files, *([settings["baseline"]] if options["update_baseline"] else []))
    ready(settings)
    reports = list(run.reports(paths, files))
    printed(reports, outputs, options)
    if options["update_baseline"]:
        run.remember(reports)
    if not options["quiet"]:
        tell(*closing(reports, run.accept, settings, options))
    if options["statistics"]:
        tell(*statistics(reports))
    failing = any(item.fails for report in reports for item in report.violations)
    ctx.exit(2 if run.faults else int(failing and not options["exit_zero"] and not options["update_baseline"]))


@dataclass(slots=True)
class Run:
    """One run of the check: what it goes by, and what could not be read."""

    settings: Settings
    options: dict[str, Any]
    houses: Houses
    accept: Acceptance
    change: Change | None
    faults: list[Unreadable] = field(default_factory=list)

    def reports(self, paths: tuple[str, ...], output: list[str]) -> Iterator[Report]:
        """Each document's violations, sorted into those that count and those that are accepted; what cannot be read in its place."""
        from hedgescan.cli.verdicts import Verdicts
        from hedgescan.formats.report import Report
        from hedgescan.style import check as hold

        told = 0
        if self.change:
            paths = self.change.meant(paths, excluded(self.settings, self.options), self.options["stdin_filename"])
        verdicts = Verdicts(self.settings.engine, self.houses, kept(self.settings))
        told_each = self.options["verbose"] or self.options["show_files"]
        known = None if told_each else verdicts.known
        for document in documents(paths, self.settings, self.options, self.faults, output, known=known):
            yield from (Report.unread(item.path, item.message) for item in self.faults[told:])
            told = len(self.faults)
            house = self.houses.of(document.path)
            found = verdicts.of(document)
            if found is None:
                found = hold(document, house)
                verdicts.keep(document, house, found)
            counted, accepted = self.accept.sort(document, found, house)
            if self.change:  # only now: a directive may accept what the change does not reach
                counted = tuple(item for item in counted if self.change.reaches(document.path, item))
                accepted = tuple(item for item in accepted if self.change.reaches(document.path, item.violation))
            yield Report(document.path, document.scores, counted, accepted, language=document.language)
        yield from (Report.unread(item.path, item.message) for item in self.faults[told:])

    def remember(self, reports: list[Report]) -> None:
        """Write the baseline anew."""
        from hedgescan.style.baseline import written

        read = [report for report in reports if not report.fault]
        kept = [(report.path, item) for report in read for item in report.violations]
        kept += [(report.path, item.violation) for report in read for item in report.accepted if item.by == "baseline"]
        judged = {(report.path, name) for report in read for name, item in self.houses.of(report.path).settings.items() if item.on}
        write([written(kept, self.accept.baseline, judged, self.settings["baseline"])], self.settings["baseline"])


def targets(settings: Settings, output: str | None) -> list[tuple[str, str | None]]:
    """(format, file or None for standard output) of each `--format NAME[:FILE]`."""
    from hedgescan.lexicon.error import nearest

    origin = settings.place("format")
    out: list[tuple[str, str | None]] = []
    for word in settings["format"]:
        name, mark, file = word.partition(":")
        if name not in CHECKS:
            raise click.ClickException(f"{origin} {word}: there is no format {name!r}{nearest(name, CHECKS)}")
        if mark and not file:
            raise click.ClickException(f"{origin} {word}: a file without a name; is a variable empty that should hold one?")
        out.append((name, file or None))
    if output:
        if out[0][1]:
            raise click.UsageError(f"-o {output} and {origin} {out[0][0]}:{out[0][1]} contradict each other; give one of them")
        out[0] = (out[0][0], output)
    files = [os.path.realpath(file) if file and file != "-" else "standard output" for _, file in out]
    if settings["baseline"] and os.path.realpath(settings["baseline"]) in files:
        raise click.ClickException(f"{origin}: a format would go to the baseline {settings['baseline']}; give it a file of its own")
    for number, file in enumerate(files):
        if file in files[:number]:
            shown = file if file == "standard output" else out[number][1]
            raise click.ClickException(f"{origin}: two formats would go to {shown}; give each a file of its own, as in sarif:out.sarif")
    return out


def printed(reports: list[Report], outputs: list[tuple[str, str | None]], options: dict[str, Any]) -> None:
    """Write every format to where it goes: files first, so that a closed pipe costs nobody his report."""
    from hedgescan.formats.findings import as_text
    from hedgescan.formats.printers import PRINTERS, Printer

    printers: dict[str, Printer] = {**PRINTERS, "text": partial(as_text, prints=options["show_fingerprints"])}
    faults = []
    for name, file in sorted(outputs, key=lambda row: row[1] in (None, "-")):
        try:
            write(printers[name](reports, colored(options["color"], file)), file)
        except click.ClickException as error:  # the others are written all the same
            faults.append(error.message)
    for fault in faults[:-1]:
        tell(f"Error: {fault}")
    if faults:
        raise click.ClickException(faults[-1])


def acceptance(settings: Settings, options: dict[str, Any]) -> Acceptance:
    """What accepts violations in this run."""
    from hedgescan.lexicon.error import LexiconError
    from hedgescan.style.accept import Acceptance, Listed
    from hedgescan.style.baseline import read

    file = settings["baseline"]
    if options["update_baseline"] and not file:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    if options["update_baseline"] and (options["diff_from"] or options["diff_file"]):
        raise click.UsageError("--update-baseline looks at whole files; leave out --diff-from and --diff-file")
    try:
        fresh = not file or (options["update_baseline"] and not Path(file).exists())
        known = None if fresh else read(file)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    folder = settings.config.folder
    listed = tuple(
        Listed(item.fingerprint, item.reason, os.path.realpath(folder / item.path) if item.path else "") for item in settings.config.suppress
    )
    return Acceptance(listed, known, settings["require-reason"])
