"""The drafts that a command is to read: which files, and each one's document; what cannot be read is told and counted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from hedgescan.cli.output import tell
from hedgescan.cli.settings import Settings

if TYPE_CHECKING:
    from hedgescan.cache import Cache
    from hedgescan.model import Document
    from hedgescan.pool import Known, Task
    from hedgescan.readers.decode import Unreadable
    from hedgescan.readers.files import Exclude
    from hedgescan.readers.offsets import Text

MANY = 4  # files from which a progress bar is worth while


def asked(ctx: click.Context, paths: tuple[str, ...], options: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths given, with those of --files-from; without any `-`, or this folder where the run is limited to a change.

    Help and exit status 2 where a terminal would have to be read.
    """
    if options.get("files_from") == "-" and "-" in paths:
        raise click.UsageError("standard input cannot be both a draft (-) and the list of files (--files-from -)")
    if options.get("null") and not options.get("files_from"):
        raise click.UsageError("-0 says how the names in --files-from end; give it together with that")
    listed = names(options["files_from"], options["null"]) if options.get("files_from") else ()
    if not paths and not options.get("files_from"):
        if (options.get("diff_from") or options.get("diff_file")) and not options.get("stdin_filename"):
            return (".",)  # a change is of files, whatever standard input may be
        if sys.stdin.isatty():
            click.echo(ctx.get_help())
            ctx.exit(2)
        return ("-",)
    return (*paths, *listed)


def names(file: str, null: bool) -> tuple[str, ...]:
    """The names in a list of files: one a line, or each ended by NUL."""
    data = listed(file)
    if not null and b"\0" in data:
        raise click.ClickException(f"{'standard input' if file == '-' else file}: the names in it end with NUL; add -0")
    parts = data.split(b"\0") if null else data.splitlines()
    return tuple("./-" if part == b"-" else os.fsdecode(part) for part in parts if part.strip())


def listed(file: str) -> bytes:
    """The bytes of a list of files or a diff, for `-` of standard input; one that cannot be read ends the run."""
    from hedgescan.readers import disk
    from hedgescan.readers.decode import Unreadable

    try:
        return disk.listed(file)
    except Unreadable as error:
        raise click.ClickException(f"{error.path}: cannot be read: {error.message}") from error


def ready(settings: Settings) -> None:
    """Load the lexicons before anything is printed; one that cannot be used ends the run.  Lexicons known to be sound can wait."""
    from hedgescan import recall
    from hedgescan.lexicon import LexiconError
    from hedgescan.lexicon.kept import keep

    chosen = tuple(settings["lexicons"]), tuple(settings["packs"])
    keep(kept(settings))
    if recall.sound(*chosen, kept(settings)):
        return
    from hedgescan.engine import engine

    try:
        _ = engine(*chosen).lexicon.rules
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    recall.vouch(*chosen, kept(settings))


def kept(settings: Settings) -> Cache | None:
    """The cache, where it is wanted and can be used."""
    from hedgescan import cache

    return cache.opened(cache.place()) if settings["cache"] else None


def documents(
    paths: Iterable[str],
    settings: Settings,
    options: Mapping[str, Any],
    faults: list[Unreadable],
    output: Iterable[str] = (),
    parts: bool = False,
    ledger: bool = True,
    known: Known | None = None,
    **more: Any,
) -> Iterator[Document]:
    """The documents one by one; an input that cannot be read is told on standard error, noted in `faults`, and passed over.

    `output` are the files written to, which are never read; with `parts`, a long plain text comes in parts, and without `ledger` they
    close without sources and totals; what `known` knows need not be read; `more` are further options of `engine.scan_text`.
    """
    from hedgescan import pool
    from hedgescan.readers import long
    from hedgescan.readers.decode import Unreadable
    from hedgescan.readers.files import find

    paths, output = tuple(paths), tuple(output)
    apart(paths, output)
    found = list(find(paths, excluded(settings, options), output))
    wanted = [task for path in found for task in tasks(path, settings, options)]
    reading = {**settings.engine, **more}
    whole = [task for task in wanted if isinstance(task, pool.Task)]
    streams = {task.path for task in whole if parts and task.words is None and long.likely(task.path, task.name, task.format)}
    outcomes = pool.scan([task for task in whole if task.path not in streams], reading, settings.jobs, kept(settings), known)
    for path in progress(wanted, bool(options.get("quiet"))):
        task = path if isinstance(path, pool.Task) and path.path in streams else None
        try:
            texts = long.texts(task.path, task.encoding, task.name, task.format) if task else None
            if texts is not None:
                from hedgescan.engine import scan_parts

                for part in scan_parts(_told(texts, faults), ledger=ledger, **reading):
                    notify(part, options)
                    yield part
                continue
        except Unreadable as error:
            path, task = error, None
        outcome = path if isinstance(path, Unreadable) else next(pool.scan([task], reading, cache=kept(settings)) if task else outcomes)
        if isinstance(outcome, Unreadable):
            faults.append(outcome)
            tell(f"hedgescan: {outcome}")
            continue
        notify(outcome, options)
        if options.get("verbose") or options.get("show_files"):
            count = len(outcome.sentences)
            tell(f"hedgescan: read {outcome.path}: {count} sentence{'s' * (count != 1)}")
        yield outcome


def _told(texts: Iterator[Text], faults: list[Unreadable]) -> Iterator[Text]:
    """The parts of a text up to one that cannot be read, which is told and noted, so that what was read is closed as any other text is.

    Raises Unreadable where there is none before it.
    """
    from hedgescan.readers.decode import Unreadable

    yield next(texts)
    try:
        yield from texts
    except Unreadable as error:
        faults.append(error)
        tell(f"hedgescan: {error}")


def tasks(path: str | Unreadable, settings: Settings, options: Mapping[str, Any]) -> Iterator[Task | Unreadable]:
    """What is to be read of a path: the file, or each record of one that holds records."""
    from hedgescan.pool import Task
    from hedgescan.readers import formats
    from hedgescan.readers.decode import Unreadable
    from hedgescan.readers.files import load

    if isinstance(path, Unreadable):
        yield path
        return
    task = Task(path, settings["encoding"], options["stdin_filename"] if path == "-" else None, options["input_format"])
    shown, field = task.name or path, options.get("field")
    format_ = formats.of(shown, task.format)
    if field is None:
        yield task
    elif format_ not in formats.RECORDS.values():
        yield Unreadable(shown, f"--field is for JSON Lines and CSV, and this is read as {format_}; say --input-format jsonl or csv")
    else:
        from hedgescan.readers.records import read

        try:
            for item in read(load(path), shown, format_, field, task.encoding):
                yield item if isinstance(item, Unreadable) else task._replace(path=item.path, words=item.words)
        except Unreadable as error:
            yield error


def notify(document: Document, options: Mapping[str, Any]) -> None:
    """Say on standard error what people should know of how a document was read; not with --quiet."""
    if not options.get("quiet"):
        tell(*(f"hedgescan: {document.path}: {notice}" for notice in document.notices))


def excluded(settings: Settings, options: Mapping[str, Any]) -> Exclude:
    """What is left out: patterns of the command line, or of the configuration, whose paths count from its folder."""
    from hedgescan.readers.files import Exclude

    root = str(settings.config.folder) if settings.origins["exclude"] == settings.config.file else ""
    return Exclude(settings["exclude"], root, bool(options.get("force_exclude")))


def apart(paths: Iterable[str], output: Iterable[str]) -> None:
    """Refuse to write a report over the draft that it is about."""
    written = {os.path.realpath(path): path for path in output}
    for path in paths:
        if path != "-" and os.path.realpath(path) in written:
            raise click.UsageError(f"{path} is both read and written; give the report another name")


def progress(paths: list[Any], quiet: bool) -> Iterable[Any]:
    """The paths, with a progress bar on standard error when there are many and somebody watches."""
    if quiet or len(paths) < MANY or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="scanning", file=sys.stderr) as bar:
        yield from bar
