"""hedgescan explain: what a word is, and why it fired in a sentence or did not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hedgescan.cli import complete
from hedgescan.cli.filled import NAME, SHARE
from hedgescan.cli.output import write

if TYPE_CHECKING:
    from hedgescan.engine import Engine

PIPED = 100  # columns where there is no terminal
FORMATS = ("text", "json", "markdown")
SHOWN = 60  # characters of a word that is nothing


@click.command(short_help="Say what a word or a rule is, and why it fired.")
@click.argument("words", metavar="[WORD]...", nargs=-1, shell_complete=complete.terms)
@click.option("--in", "sentence", metavar="SENTENCE", help="Say why WORD fired in this sentence, or why it did not.")
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print.")
@click.option("-o", "--output", type=NAME, metavar="FILE", shell_complete=complete.files, help="Write to FILE instead of standard output.")
@click.option(
    "--lexicon", "lexicons", multiple=True, type=NAME, metavar="FILE", shell_complete=complete.files,
    help="A lexicon of your own, laid over ours (repeatable).",
)
@click.option("--pack", "packs", multiple=True, metavar="NAME", shell_complete=complete.packs, help="A lexicon of ours for another genre (repeatable).")
@click.option("--strictness", type=SHARE, help="Confidence from which an attribution counts (default 0.4).")
def explain(
    words: tuple[str, ...], sentence: str | None, format_: str, output: str | None, lexicons: tuple[str, ...], packs: tuple[str, ...],
    strictness: float | None,
) -> None:  # fmt: skip
    """Say what WORD is: a cue, a reporting word, a word for a source; a category, stance, locus, rung or figure; a guard; a yardstick;
    a rule of `check`, by name or code, or a family of them (SRC).

    Without WORD: the names of all that is no cue.  With --in, WORD may be a cue or any words of the sentence.
    """
    ready = engine(lexicons, packs)
    word = " ".join(" ".join(words).split())
    width = shutil.get_terminal_size((PIPED, 24)).columns if sys.stdout.isatty() and not output else PIPED
    if sentence is not None:
        write(judged(word, sentence, format_, ready, width, strictness), output)
    else:
        write(told(word, format_, ready, width), output)


def engine(lexicons: tuple[str, ...], packs: tuple[str, ...]) -> Engine:
    """The engine with the user's lexicons; one that cannot be used ends the run."""
    from hedgescan.engine import engine as make
    from hedgescan.lexicon import LexiconError

    try:
        ready = make(lexicons, packs)
        _ = ready.lexicon.rules
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    return ready


def told(word: str, format_: str, ready: Engine, width: int) -> Iterator[str]:
    """What the word is; an unknown one ends the run with the nearest there are."""
    from hedgescan.explain.find import contents, find
    from hedgescan.formats.explained import CONTENTS, EXPLAINED

    if not word:
        return CONTENTS[format_](contents(ready), width)
    topics = find(word, ready)
    if not topics:
        raise unknown(word, ready, "give a sentence with --in")
    return EXPLAINED[format_](word, topics, width)


def judged(word: str, sentence: str, format_: str, ready: Engine, width: int, strictness: float | None) -> Iterator[str]:
    """Why the word fired in the sentence or did not; one that is neither a cue nor in the sentence ends the run."""
    from hedgescan.engine import LEAST
    from hedgescan.explain.find import find
    from hedgescan.explain.judge import judge
    from hedgescan.formats.judged import JUDGED

    judgement = judge(word, sentence, ready, LEAST if strictness is None else strictness)
    if word and not judgement.found and not find(word, ready):
        raise unknown(word, ready, "give words of the sentence")
    return JUDGED[format_](judgement, width)


def unknown(word: str, ready: Engine, otherwise: str) -> click.ClickException:
    """The error for a word that is nothing, with the nearest that is something."""
    from hedgescan.explain.find import nearest

    close = nearest(word, ready)
    hint = f"did you mean {', '.join(close)}? Or {otherwise}" if close else otherwise
    word = word if len(word) <= SHOWN else f"{word[:SHOWN]}…"
    return click.UsageError(f"{word!r} is no cue, no term and no rule; {hint}")
