"""Why a word fired in a sentence or did not, for readers and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict

from hedgescan.explain.judge import Judgement, Reported, Tried
from hedgescan.formats.explained import labelled
from hedgescan.formats.markdown import escaped
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import clean, shown
from hedgescan.formats.wording import frame, subject
from hedgescan.lexicon.pattern import spoken
from hedgescan.model import SCHEMA, Span
from hedgescan.version import VERSION

LOCI = {
    "writer": "in the writer's own voice",
    "claim": "in what {holder} told the reader",
    "nested": "in what {holder} says within the story",
    "quoted": "in quotation marks, in the words of {holder}",
    "attribution_cue": "in the reporting word itself, for {holder}",
}
POS = {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}
FATES = {
    "weak": "its strength {strength:.2f} is below the threshold {threshold:.2f}",
    "part": "it is part of the cue {cue}",
    "covered": "its words belong to the cue {cue}",
    "lent": "it only lends its subject to a noun that is the cue, or makes one cue with its verb",
}
Row = tuple[str, list[str]]


def headline(item: Tried) -> str:
    """The verdict on a hedge or booster, in a sentence."""
    words, name = quoted(item.cue.words), f"{item.cue.entry} ({item.cue.category})"
    if item.fate == "fired":
        merged = f", merged with its neighbour into {quoted(item.merged.words)}" if item.merged else ""
        where = LOCI[item.locus or "writer"].format(holder=item.holder or "a source that is not named")
        return f"{words} fired as {name}: strength {item.strength:.2f}, {where}{merged}"
    if item.by:
        return f"{words} did not fire as {name}: {quoted(item.by.words)} took the words first, as {item.by.entry} ({item.by.category})"
    against = [answer.name for answer in item.answers if not answer.passed]
    return f"{words} did not fire as {name}: refused by {', '.join(spoken(name) if ' ' in name else name for name in against)}"


def asked(item: Tried) -> Iterator[Row]:
    """The patterns that match, and every question with its answer; an arrow before those that keep the cue from firing."""
    yield "matches", [", ".join(f"“{spoken(phrase)}”" for phrase in item.patterns)]
    plain = [answer.name for answer in item.answers if " " in answer.name and answer.passed and not answer.yes]
    lines = []
    for answer in item.answers:
        if answer.name not in plain:
            name = "" if " " in answer.name else f" [{answer.name}]"
            lines.append(f"{'  ' if answer.passed else '→ '}{'yes' if answer.yes else 'no ':<3} {answer.question}{name}")
    if plain:
        lines.append(f"  no  Is it part of {', '.join(f'“{spoken(name)}”' for name in plain)}?")
    yield "asked", lines


def verdict(item: Reported) -> str:
    """The verdict on a reporting word, in a sentence."""
    words, cue = quoted(item.words), quoted(item.cue or item.words)
    if item.fate == "fired":
        source = f", source {quoted(item.source)}" if item.source else ", without a source"
        return f"{words} fired as a reporting {POS[item.pos]} ({item.stance}): strength {item.strength:.2f}{source}"
    reason = FATES[item.fate].format(strength=item.strength, threshold=item.threshold, cue=cue)
    return f"{words} did not fire as a reporting {POS[item.pos]}: {reason}"


def weighed(item: Reported) -> Iterator[Row]:
    """Construction, subject, strength."""
    yield "word", [f"{item.lemma}" + ("" if item.known else ", which has no entry")]
    yield "construction", [frame(item.frame)]
    yield "subject", [subject(item.subject)]
    yield "strength", [f"{item.strength:.2f}, " + (f"threshold {item.threshold:.2f}" if item.threshold else "by its words alone")]
    if item.seen:
        yield "counted", [f"a cue {item.cues} of {item.seen} times in this construction, in annotated news"]


def quoted(span: Span) -> str:
    """The words of a span in quotation marks."""
    return f"“{shown(span.text)}”"


def verdicts(judgement: Judgement) -> Iterator[tuple[str, list[Row]]]:
    """(headline, rows) of every candidate; one line where there is none."""
    for item in judgement.hedges:
        yield headline(item), list(asked(item)) if item.fate != "taken" else []
    for report in judgement.reporting:
        yield verdict(report), list(weighed(report))
    if not judgement.hedges and not judgement.reporting:
        what = f"“{shown(judgement.word)}” fired as nothing" if judgement.word else "nothing fired"
        yield f"{what}: no entry's words stand here", []


def as_text(judgement: Judgement, width: int) -> Iterator[str]:
    """The sentence, then a verdict after the other."""
    yield shown(judgement.text) + "\n"
    for line, rows in verdicts(judgement):
        yield f"\n{clean(line)}\n"
        for label, lines in rows:
            yield from labelled(label, lines, width, 6 if label == "asked" else 2)


def as_markdown(judgement: Judgement, width: int) -> Iterator[str]:
    """The same as a quotation and lists."""
    yield f"> {escaped(judgement.text)}\n"
    for line, rows in verdicts(judgement):
        yield f"\n- {escaped(line)}\n"
        for label, lines in rows:
            yield f"    - **{label}**: {escaped(lines[0])}\n" if len(lines) == 1 else f"    - **{label}**:\n"
            yield from (f"        - {escaped(text)}\n" for text in lines if len(lines) > 1)


def as_json(judgement: Judgement, width: int) -> Iterator[str]:
    """One object; spans are code points of the sentence as given."""
    yield dumps({"schema": SCHEMA, "version": VERSION, **plain(asdict(judgement))}, indent=2) + "\n"


def plain(value: object) -> dict[str, object]:
    """The record with its spans as objects with start, end and text."""
    found = unspan(value)
    return found if isinstance(found, dict) else {}


def unspan(value: object) -> object:
    """Spans anywhere in a value become objects."""
    if isinstance(value, Span):
        return value.to_dict()
    if isinstance(value, dict):
        return {name: unspan(item) for name, item in value.items()}
    return [unspan(item) for item in value] if isinstance(value, list | tuple) else value


Judged = Callable[[Judgement, int], Iterator[str]]
JUDGED: dict[str, Judged] = {"text": as_text, "json": as_json, "markdown": as_markdown}
