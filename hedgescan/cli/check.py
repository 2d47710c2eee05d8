"""hedgescan check: hold drafts to a house style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.houses import Houses
from hedgescan.cli.inputs import asked, documents, ready
from hedgescan.cli.options import reading
from hedgescan.cli.output import colored, write
from hedgescan.cli.settings import Settings, settle

if TYPE_CHECKING:
    from hedgescan.formats.report import Report
    from hedgescan.patch import Ranges
    from hedgescan.style.accept import Acceptance
    from hedgescan.style.violation import Violation

FORMATS = ("text", "json", "jsonl", "github", "sarif", "rdjsonl", "junit", "checkstyle", "gitlab", "markdown")


@click.command()
@reading
@click.option("--style", metavar="NAME|FILE", help="House style: default, ap, reuters, npr, guardian, nyt, or a desk's own file.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules: names, codes, or beginnings of codes (repeatable).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules (repeatable).")
@click.option("--fail-under", multiple=True, metavar="SCORE=N", help="Fail when a document score is lower: verifiability=40 (repeatable).")
@click.option("--fail-over", multiple=True, metavar="SCORE=N", help="Fail when a document score is higher: gap=0.2 (repeatable).")
@click.option("--max-anonymous", metavar="SHARE", help="Fail when more of the attributed sentences hang on unnamed sources: 30%.")
@click.option("--baseline", metavar="FILE", help="Violations listed in FILE do not count.")
@click.option("--update-baseline", is_flag=True, help="Write what is found now to the --baseline file, and exit 0.")
@click.option("--diff-from", metavar="REV", help="Only what has changed since a git revision.")
@click.option("--diff-file", metavar="FILE", help="Only what a unified diff touches (- for standard input).")
@click.option("--require-reason", is_flag=True, help="A directive that accepts a violation must say why.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="How often each rule is broken, on standard error.")
@click.option("--show-files", is_flag=True, help="Name each file as it is read, on standard error.")
@click.option("-f", "--format", "format", multiple=True, metavar="NAME[:FILE]", help=f"What to print (repeatable): {', '.join(FORMATS)}.")
@click.option("-o", "--output", metavar="FILE", help="Write the first format to FILE instead of standard output.")
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Hold PATHS to a house style; exit 1 where one falls short, 2 where one cannot be read.

    Only violations that are sure (confidence 0.8 and above) and no mere remarks (warning and above) make it fail; a style can say otherwise.
    """
    settings = settle(options)
    outputs = targets(settings["format"], output)
    paths = asked(ctx, paths, options)
    run = Run(settings, options, Houses(settings), acceptance(settings, options), touched(options))
    ready(settings)
    reports = list(run.reports(paths, [file for _, file in outputs if file]))
    printed(reports, outputs, options["color"])
    if options["update_baseline"]:
        run.remember(reports)
    if not options["quiet"]:
        click.echo(run.told(reports, bool(options["statistics"])), err=True)
    failing = any(item.fails for report in reports for item in report.violations)
    ctx.exit(2 if run.faults else int(failing and not options["exit_zero"] and not options["update_baseline"]))


@dataclass(slots=True)
class Run:
    """One run of the check: what it goes by, and what could not be read."""

    settings: Settings
    options: dict[str, Any]
    houses: Houses
    accept: Acceptance
    touched: Ranges | None
    faults: list[str] = field(default_factory=list)

    def reports(self, paths: tuple[str, ...], output: list[str]) -> Iterator[Report]:
        """Each document's violations, sorted into those that count and those that are accepted."""
        from hedgescan.formats.report import Report
        from hedgescan.style import check as hold

        for document in documents(self.meant(paths), self.settings, self.options, self.faults, output):
            house = self.houses.of(document.path)
            found = tuple(item for item in hold(document, house) if self.reached(document.path, item))
            counted, accepted = self.accept.sort(document, found, house)
            yield Report(document.path, document.scores, tuple(i for i in counted if self.reached(document.path, i)), accepted)

    def meant(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        """The paths, less the files that the change does not touch."""
        from hedgescan.readers.files import find

        if self.touched is None:
            return paths
        found = find(paths, self.settings["exclude"])
        return tuple(path if isinstance(path, str) else path.path for path in found if not isinstance(path, str) or self.ranges(path))

    def ranges(self, path: str) -> list[tuple[int, int]]:
        """The lines of a file that the change touches."""
        plain = path.removeprefix("./")
        absolute = str(Path(path).resolve())
        return next((lines for name, lines in (self.touched or {}).items() if name == plain or absolute.endswith(f"/{name}")), [])

    def reached(self, path: str, item: Violation) -> bool:
        """Does the change touch the lines of a violation?  Without a change, all are reached."""
        from hedgescan.patch import touches

        return self.touched is None or (item.sentence > 0 and touches(self.ranges(path), item.line, item.end_line))

    def remember(self, reports: list[Report]) -> None:
        """Write the baseline anew."""
        from hedgescan.style.baseline import written

        kept = [(report.path, item) for report in reports for item in report.violations]
        kept += [(report.path, item) for report in reports for item, why in report.accepted if why == "baseline"]
        write([written(kept, self.accept.baseline, {report.path for report in reports})], self.settings["baseline"])

    def told(self, reports: list[Report], statistics: bool) -> str:
        """The closing lines: counts, what the baseline no longer needs, what accepts nothing."""
        found = [item for report in reports for item in report.violations]
        failing, accepted = sum(item.fails for item in found), sum(len(report.accepted) for report in reports)
        files = f"{len(reports)} file{'s' * (len(reports) != 1)}"
        lines = [f"hedgescan: {files} checked, {len(found)} found, {failing} to mend" + (f", {accepted} accepted" if accepted else "")]
        base = self.accept.baseline
        gone = base.gone({report.path for report in reports}) if base and not self.options["update_baseline"] else 0
        lines += [f"hedgescan: {gone} in the baseline are mended; --update-baseline takes them out"] if gone else []
        idle = sorted(set(self.accept.fingerprints) - self.accept.met) if self.touched is None else []
        lines += [f"hedgescan: {self.settings.config.file}: suppress: {key} accepts nothing; take it out" for key in idle]
        if statistics:
            tally: dict[tuple[str, str], int] = {}
            for item in found:
                tally[item.code, item.rule] = tally.get((item.code, item.rule), 0) + 1
            lines += [f"{number:6}  {code}  {rule}" for (code, rule), number in sorted(tally.items(), key=lambda row: (-row[1], row[0]))]
        return "\n".join(lines)


def targets(formats: tuple[str, ...], output: str | None) -> list[tuple[str, str | None]]:
    """(format, file or None for standard output) of each `--format NAME[:FILE]`."""
    from hedgescan.lexicon.error import nearest

    out: list[tuple[str, str | None]] = []
    for word in formats:
        name, _, file = word.partition(":")
        if name not in FORMATS:
            raise click.ClickException(f"--format {word}: there is no format {name!r}{nearest(name, FORMATS)}")
        out.append((name, file or None))
    if output:
        out[0] = (out[0][0], output)
    if sum(file is None or file == "-" for _, file in out) > 1:
        raise click.ClickException("--format: two formats would go to standard output; give one a file, as in sarif:out.sarif")
    return out


def printed(reports: list[Report], outputs: list[tuple[str, str | None]], color: str) -> None:
    """Write every format to where it goes: files first, so that a closed pipe costs nobody his report."""
    from hedgescan.formats.printers import PRINTERS

    for name, file in sorted(outputs, key=lambda row: row[1] is None):
        write(PRINTERS[name](reports, colored(color, file)), file)


def acceptance(settings: Settings, options: dict[str, Any]) -> Acceptance:
    """What accepts violations in this run."""
    from hedgescan.lexicon.error import LexiconError
    from hedgescan.style.accept import Acceptance
    from hedgescan.style.baseline import read

    file = settings["baseline"]
    if options["update_baseline"] and not file:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    try:
        fresh = not file or (options["update_baseline"] and not Path(file).exists())
        known = None if fresh else read(file)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    listed = {item.fingerprint.partition("-")[0]: item.reason for item in settings.config.suppress}
    return Acceptance(listed, known, settings["require-reason"])


def touched(options: dict[str, Any]) -> Ranges | None:
    """The lines of the change that the run is limited to, or None."""
    from hedgescan.patch import PatchError, changed, since

    if options["diff_from"] and options["diff_file"]:
        raise click.UsageError("--diff-from and --diff-file contradict each other; give one of them")
    try:
        if options["diff_from"]:
            return since(options["diff_from"])
        if options["diff_file"]:
            return changed(click.open_file(options["diff_file"], encoding="utf-8", errors="replace").read())
    except PatchError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{options['diff_file']}: cannot be read: {error.strerror}") from error
    return None
