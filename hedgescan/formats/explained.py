"""What a word is, for readers: text and Markdown made from the same rows, and JSON with the topics' own fields."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from hedgescan.explain.topics import Cue, Manual, Noun, Odds, Question, Reporter, Scale, Term, Topic
from hedgescan.formats.markdown import escaped
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import clean
from hedgescan.formats.wording import frame
from hedgescan.lexicon.pattern import spoken
from hedgescan.model import SCHEMA
from hedgescan.version import VERSION

Row = tuple[str, list[str]]  # a label and its lines
LABEL = 12  # columns of the labels
FEW = 12  # names of a long list that are shown


def rows(topic: Topic) -> Iterator[Row]:
    """The rows of a topic; an empty one is left out."""
    if isinstance(topic, Cue):
        yield from _cue(topic)
    elif isinstance(topic, Reporter):
        yield from _reporter(topic)
    elif isinstance(topic, Noun):
        yield from _noun(topic)
    elif isinstance(topic, Term):
        yield from _term(topic)
    elif isinstance(topic, Question):
        yield from (("asks", [topic.question]), ("asked by", [few(topic.used)]))
    elif isinstance(topic, Manual):
        yield from _manual(topic)
    else:
        yield from _scale(topic)


def title(topic: Topic) -> str:
    """The topic's name, and what kind of thing it is."""
    if isinstance(topic, Cue):
        return f"{topic.name}: {topic.kind}" + ("" if topic.kind == "booster" else f" of category {topic.category}")
    if isinstance(topic, Reporter):
        return f"{topic.name}: {topic.kind} ({topic.pos}), {topic.stance}"
    if isinstance(topic, Noun):
        return f"{topic.name}: {topic.kind} ({topic.group})"
    if isinstance(topic, Manual):
        return f"{topic.name}: {topic.kind} {topic.code}, {topic.severity}"
    return f"{topic.name}: {topic.kind}"


def _cue(cue: Cue) -> Iterator[Row]:
    yield "why", [cue.why]
    yield cue.category, [cue.means]
    yield "strength", [f"{cue.strength:.2f}" + (f", {cue.source}" if cue.source else "")]
    if cue.odds:
        yield "probability", odds(cue.odds)
    yield "found by", ["; ".join(spoken(phrase) for phrase in cue.patterns)]
    yield "fires when", [*([f"Its head is a{'n' if cue.pos[0] in 'aeiou' else ''} {cue.pos}."] if cue.pos else []), *_asked(cue, "when")]
    yield "never when", _asked(cue, "unless")
    yield "gives way", ["to " + few([f"“{spoken(phrase)}”" for phrase in cue.longer])] if cue.longer else []
    yield "it fires in", list(cue.yes)
    yield "and not in", list(cue.no)
    yield "stands in", [cue.file]


def _asked(cue: Cue, field: str) -> list[str]:
    """The guards of a field: named ones as their question, phrases together on a line."""
    guards = [guard for guard in cue.guards if guard.field == field]
    named = [f"{guard.question} [{guard.name}]" for guard in guards if " " not in guard.name]
    phrases = [f"“{spoken(guard.name)}”" for guard in guards if " " in guard.name]
    return named + ([f"It is part of {', '.join(phrases)}."] if phrases else [])


def odds(found: Odds) -> list[str]:
    """Readers' figures, then each yardstick's band."""
    lines = [f"readers  {found.p}% ({found.p10}–{found.p90})  half take it for more, half for less; the middle eight of ten"]
    for row in found.yardsticks:
        band = f"{row.band[0]}–{row.band[1]}" if row.band else "does not use it"
        lines.append(f"{row.yardstick:<8} {band}" + (f"  {row.note}" if row.note else ""))
    return lines


def _reporter(word: Reporter) -> Iterator[Row]:
    yield "class", [f"{word.group}: {word.why}"]
    yield word.stance, [word.means]
    yield "shield", [f"{word.shield:.2f} of certainty is left to what it reports"]
    yield "forms", ["; ".join(word.forms)] if word.forms else []
    yield "subjects", [", ".join(word.subjects)] if word.subjects else []
    yield "strength", [f"{strength:.2f}  {frame(name)}" for name, strength in word.frames.items()]
    yield "it fires in", list(word.yes)
    yield "and not in", list(word.no)
    yield "stands in", [word.file]


def _noun(word: Noun) -> Iterator[Row]:
    yield "group", [f"{word.group} ({word.room}, {word.sort})"]
    yield "why", [word.why]
    yield "a source in", list(word.yes)
    yield "and not in", list(word.no)
    yield "stands in", [word.file]


def _term(term: Term) -> Iterator[Row]:
    yield "means", [term.means]
    yield "rests on", [term.basis] if term.basis else []
    for name, value in term.weights.items():
        yield name, [f"{value:.2f}"]
    yield "example", [term.example] if term.example else []
    yield f"{len(term.members)} entries", [few(term.members)] if term.members else []
    yield "stands in", [term.file]


def _scale(scale: Scale) -> Iterator[Row]:
    yield "title", [scale.title]
    yield "published", [scale.source]
    yield "bands", [f"{low}–{high}  {words}" for words, low, high in scale.bands]


def _manual(rule: Manual) -> Iterator[Row]:
    yield "says", [rule.summary]
    yield "what", [rule.what]
    yield "why", [rule.why]
    yield "breaks it", [rule.breaks]
    yield "does not", [rule.near]
    yield "confidence", [f"{rule.confidence:.2f}, times that of the reading it rests on"]
    yield "options", [f"{name} = {dumps(value)}" for name, value in rule.options.items()]
    for row in rule.styles:
        yield row.style, [f"{row.severity}: {row.why}" + (f" ({row.cites})" if row.cites else "")]


def few(names: Sequence[str]) -> str:
    """The names, or the first of many and how many more there are."""
    shown = ", ".join(names[:FEW])
    return f"{shown} and {len(names) - FEW} more" if len(names) > FEW else shown


def as_text(word: str, topics: Sequence[Topic], width: int) -> Iterator[str]:
    """Rows with their labels in a column, folded at `width`."""
    for number, topic in enumerate(topics):
        yield ("\n" if number else "") + clean(title(topic)) + "\n\n"
        for label, lines in rows(topic):
            yield from labelled(label, lines, width)


def labelled(label: str, lines: Sequence[str], width: int, hang: int = 2) -> Iterator[str]:
    """A label, and beside it the lines, each folded under itself with `hang` columns of indent."""
    for number, line in enumerate(lines):
        head = f"  {label if number == 0 else '':<{LABEL}} "
        yield textwrap.fill(clean(line), width, initial_indent=head, subsequent_indent=" " * (LABEL + 3 + hang), break_on_hyphens=False) + "\n"


def as_markdown(word: str, topics: Sequence[Topic], width: int) -> Iterator[str]:
    """A heading for each topic, and a list."""
    for number, topic in enumerate(topics):
        yield ("\n" if number else "") + f"## {escaped(title(topic))}\n\n"
        for label, lines in rows(topic):
            if len(lines) == 1:
                yield f"- **{label}**: {escaped(lines[0])}\n"
            elif lines:
                yield f"- **{label}**:\n" + "".join(f"    - {escaped(line)}\n" for line in lines)


def as_json(word: str, topics: Sequence[Topic], width: int) -> Iterator[str]:
    """One object: the word, and all it is."""
    yield dumps({"schema": SCHEMA, "version": VERSION, "word": word, "topics": [asdict(topic) for topic in topics]}, indent=2) + "\n"


def contents_text(names: Mapping[str, Sequence[str]], width: int) -> Iterator[str]:
    """What can be explained besides cues, a row a kind."""
    yield "Any cue, reporting word or word for a source; and:\n\n"
    for kind, row in names.items():
        yield from labelled(kind, [", ".join(row)], width)


def contents_markdown(names: Mapping[str, Sequence[str]], width: int) -> Iterator[str]:
    """The same as a list."""
    yield from (f"- **{kind}**: {', '.join(f'`{name}`' for name in row)}\n" for kind, row in names.items())


def contents_json(names: Mapping[str, Sequence[str]], width: int) -> Iterator[str]:
    """The same as an object."""
    yield dumps({"schema": SCHEMA, "version": VERSION, "names": names}, indent=2) + "\n"


CONTENTS = {"text": contents_text, "json": contents_json, "markdown": contents_markdown}
Explained = Callable[[str, Sequence[Topic], int], Iterator[str]]
EXPLAINED: dict[str, Explained] = {"text": as_text, "json": as_json, "markdown": as_markdown}
