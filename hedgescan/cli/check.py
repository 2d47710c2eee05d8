"""hedgescan check: hold drafts to a house style."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.output import colored, write
from hedgescan.cli.scan import read, ready

if TYPE_CHECKING:
    from hedgescan.formats.report import Report
    from hedgescan.style.house import House

FORMATS = ("text", "json", "jsonl", "github", "sarif", "rdjsonl", "junit", "checkstyle", "gitlab", "markdown")


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--style", default="default", show_default=True, metavar="NAME|FILE", help="House style, or a desk's own file (.toml).")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules: names, codes, or beginnings of codes (repeatable).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules (repeatable).")
@click.option("--fail-under", multiple=True, metavar="SCORE=N", help="Fail when a document score is lower: verifiability=40 (repeatable).")
@click.option("--fail-over", multiple=True, metavar="SCORE=N", help="Fail when a document score is higher: gap=0.2 (repeatable).")
@click.option("--max-anonymous", metavar="SHARE", help="Fail when more of the attributed sentences hang on unnamed sources: 30%.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--strictness", type=click.FloatRange(0, 1), help="Confidence from which an attribution counts (default 0.4).")
@click.option("--lexicon", "lexicons", multiple=True, metavar="FILE", help="A lexicon of your own, laid over ours (repeatable).")
@click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not UTF-8.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave such files out when walking folders (repeatable).")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no closing line.")
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[str, ...], format_: str, output: str | None, **options: Any) -> None:
    """Hold PATHS to a house style; exit 1 where one falls short, 2 where one cannot be read.

    Only violations that are sure (confidence 0.8 and above) and no mere remarks (warning and above) make it fail; a style can say otherwise.
    """
    if not paths and sys.stdin.isatty():
        click.echo(ctx.get_help())
        ctx.exit(2)
    from hedgescan.formats.printers import PRINTERS

    house = style(options)
    ready(options["lexicons"])
    faults: list[str] = []
    tally = Tally()
    reports = judged(paths or ("-",), faults, output, {**options, "sentiment_raw": False}, house, tally)
    write(PRINTERS[format_](reports, colored(options["color"], output)), output)
    if not options["quiet"]:
        click.echo(tally.told(), err=True)
    ctx.exit(2 if faults else int(tally.failing > 0 and not options["exit_zero"]))


class Tally:
    """What has been found so far."""

    def __init__(self) -> None:
        self.documents = self.found = self.failing = 0

    def told(self) -> str:
        """The closing line."""
        files = f"{self.documents} file{'s' * (self.documents != 1)}"
        return f"hedgescan: {files} checked, {self.found} found, {self.failing} to mend"


def judged(
    paths: tuple[str, ...], faults: list[str], output: str | None, options: dict[str, Any], house: House, tally: Tally
) -> Iterator[Report]:
    """Each document with its violations."""
    from hedgescan.formats.report import Report
    from hedgescan.style import check as hold

    for document in read(paths, faults, output, options):
        violations = hold(document, house)
        tally.documents += 1
        tally.found += len(violations)
        tally.failing += sum(item.fails for item in violations)
        yield Report(document.path, document.scores, violations)


def style(options: dict[str, Any]) -> House:
    """The style asked for, with the rules and limits of the command line."""
    from hedgescan.lexicon import LexiconError
    from hedgescan.style import load

    try:
        house = load(options["style"]).only(split(options["select"]), split(options["ignore"]))
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    for option, rule in (("fail_under", "score-under"), ("fail_over", "score-over")):
        for word in options[option]:
            name, limit = scored(word, option.replace("_", "-"), tuple(house.settings[rule].options))
            house = house.change(rule, **{name: limit})
    if options["max_anonymous"]:
        house = house.change("share-anonymous", most=share(options["max_anonymous"]))
    return house


def split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Names given one by one or with commas between them."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def scored(word: str, option: str, names: tuple[str, ...]) -> tuple[str, float]:
    """ "verifiability=40" as a name and a number."""
    name, _, limit = word.partition("=")
    try:
        if name not in names:
            raise click.ClickException(f"--{option} {word}: there is no score {name!r}; there are: {', '.join(names)}")
        return name, float(limit)
    except ValueError as error:
        raise click.ClickException(f"--{option} {word}: write a score and a number, such as verifiability=40") from error


def share(word: str) -> float:
    """ "30%" or "0.3" as a share of one."""
    try:
        found = float(word[:-1]) / 100 if word.endswith("%") else float(word)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise click.ClickException(f"--max-anonymous {word}: write a share such as 30% or 0.3")
    return found
