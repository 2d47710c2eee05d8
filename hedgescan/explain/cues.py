"""Entries of the lexicon as topics: hedges and boosters, reporting words, words for sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hedgescan.engine import Engine
from hedgescan.english.lemma import lemma
from hedgescan.explain.topics import Cue, Guard, Noun, Odds, Reading, Reporter
from hedgescan.lexicon import HedgeEntry, Lexicon, ReportingEntry, SourceEntry, folder
from hedgescan.lexicon.glossary import glossary
from hedgescan.lexicon.layers import GROUPS
from hedgescan.lexicon.pattern import Node, walk
from hedgescan.lexicon.rule import question
from hedgescan.yardstick import note, yardsticks

TAGS = ("VB", "VBZ", "VBD", "VBG", "VBN", "NN", "NNS")  # the tags under which an inflected word is looked up


def relative(file: str) -> str:
    """One of our files by its name below the lexicons, the user's by the path as given."""
    home = folder()
    return Path(file).relative_to(home).as_posix() if Path(file).is_relative_to(home) else file


def hedges(words: str, lexicon: Lexicon) -> Iterator[HedgeEntry]:
    """Hedges and boosters that the whole phrase is a cue of: first those it names, then those it is a further form of."""
    entries = (*lexicon.hedges, *lexicon.boosters)
    named = [entry for entry in entries if entry.name == words]
    yield from named
    found = {number for lemmas in readings(words) for number in whole(lexicon.rules.tree, words.split(), lemmas)}
    yield from (entries[number] for number in sorted(found) if entries[number] not in named)


def readings(words: str) -> list[list[str]]:
    """The lemmas the words may have, one list for each tag of TAGS."""
    return [[lemma(word, tag) for word in words.split()] for tag in TAGS]


def whole(tree: Node, words: list[str], lemmas: list[str]) -> set[int]:
    """The rules of the tree whose phrases are exactly these words."""
    return {number for number, end in walk(tree, 0, len(words), words, lemmas) if end == len(words)} if words else set()


def reporters(words: str, lexicon: Lexicon) -> Iterator[ReportingEntry]:
    """Reporting entries of the word, or of a lemma it may be a form of."""
    known = {words, *(" ".join(reading) for reading in readings(words))}
    return (entry for entry in lexicon.reporting if known & {entry.name, *entry.forms})


def groups(words: str, lexicon: Lexicon) -> Iterator[tuple[str, SourceEntry]]:
    """(list, group) of the words for sources that this is one of."""
    known = {words, " ".join(lemma(word, "NNS") for word in words.split())}
    for room in GROUPS:
        for group in getattr(lexicon, room):
            if known & {word.lower() for word in group.words}:
                yield room, group


def cue(entry: HedgeEntry, lexicon: Lexicon, words: str) -> Cue:
    """A hedge or booster as a topic; the yardsticks are asked for `words`, which may be a further form of it."""
    guards = [Guard(name, "when", question(name)) for name in entry.when] + [Guard(name, "unless", question(name)) for name in entry.unless]
    return Cue(
        "booster" if entry.category == "booster" else "hedge", entry.name, entry.category,
        glossary().terms["categories"][entry.category].means, entry.why, entry.strength, entry.source, odds(entry, words), entry.pos,
        entry.patterns, tuple(guards), tuple(longer(entry, (*lexicon.hedges, *lexicon.boosters))), entry.yes, entry.no, relative(entry.file),
    )  # fmt: skip


def odds(entry: HedgeEntry, words: str) -> Odds | None:
    """What readers take the entry for, and every yardstick's band for the words; None for an entry without a probability."""
    if entry.p is None or entry.p10 is None or entry.p90 is None:
        return None
    rows = []
    for name, ruler in yardsticks().items():
        band = ruler.band(words)
        remark = note(words, (entry.p10, entry.p, entry.p90), name)
        rows.append(Reading(name, ruler.title, (band.low, band.high) if band else None, remark))
    return Odds(words, entry.p, entry.p10, entry.p90, tuple(rows))


def longer(entry: HedgeEntry, entries: Iterable[HedgeEntry]) -> Iterator[str]:
    """Phrases of other entries that hold this entry's name and more, one of each entry."""
    pieces = entry.name.split()
    for other in entries:
        if other is not entry:
            yield from [phrase for phrase in other.patterns if holds(phrase, pieces)][:1]


def holds(phrase: str, pieces: list[str]) -> bool:
    """Do the words stand side by side in the phrase, with others beside them?"""
    items = [item.rstrip("?").split("|") for item in phrase.split()]
    spans = range(len(items) - len(pieces) + 1)
    return len(items) > len(pieces) and any(all(word in items[at + step] for step, word in enumerate(pieces)) for at in spans)


def reporter(entry: ReportingEntry, ready: Engine) -> Reporter:
    """A reporting word as a topic, with the frames it has from its class."""
    family = ready.lexicon.classes[entry.class_ if entry.pos == "verb" else f"{entry.pos} {entry.class_}"]
    frames = {**family.frames, **entry.frames}
    return Reporter(
        "reporting word", entry.name, entry.pos, entry.stance, glossary().terms["stances"][entry.stance].means,
        ready.ladder.shield(entry.stance), family.name, entry.why or family.why,
        dict(sorted(frames.items(), key=lambda row: (-row[1], row[0]))), entry.subject, entry.forms, entry.yes, entry.no,
        relative(entry.file),
    )  # fmt: skip


def noun(words: str, room: str, group: SourceEntry) -> Noun:
    """A word for a source as a topic."""
    return Noun("source word", words, room, group.name, group.kind, group.why, group.yes, group.no, relative(group.file))
