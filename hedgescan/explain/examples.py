"""The examples of lexicon entries, run through the engine: each `yes` must fire, each `no` must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hedgescan.engine import LEAST, Engine, examine
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.ladder import NOBODY
from hedgescan.lexicon import HedgeEntry, ReportingEntry, SourceEntry
from hedgescan.lexicon.pattern import spoken
from hedgescan.readers.offsets import Text
from hedgescan.readers.text import from_string
from hedgescan.rules.attribution import trace as reporting
from hedgescan.rules.attribution.build import POS
from hedgescan.rules.attribution.trace import Weighed
from hedgescan.rules.trace import Trace, trace

Entry = HedgeEntry | ReportingEntry | SourceEntry


@dataclass(frozen=True, slots=True)
class Misfit:
    """An example that does not behave: where it stands (file, entry, field yes or no), the sentence, and why."""

    file: str
    entry: str
    field: str
    sentence: str
    reason: str


def behave(own: Iterable[tuple[str, Entry]], ready: Engine) -> Iterator[Misfit]:
    """The examples that do not behave, entry by entry; `own` are (kind of entry, entry)."""
    rows = list(own)
    parses = parsed([sentence for room, entry in rows if not isinstance(entry, SourceEntry) for sentence in (*entry.yes, *entry.no)], ready)
    for room, entry in rows:
        for field, sentences in (("yes", entry.yes), ("no", entry.no)):
            for sentence in sentences:
                if isinstance(entry, HedgeEntry):
                    fired, reason = hedged(entry, parses[sentence], ready)
                elif isinstance(entry, ReportingEntry):
                    fired, reason = reported(entry, parses[sentence], ready)
                else:
                    fired, reason = sourced(entry, sentence, ready, unnamed=room == "people" and field == "no")
                if fired != (field == "yes"):
                    yield Misfit(entry.file, entry.name, field, sentence, reason)


def parsed(sentences: Iterable[str], ready: Engine) -> dict[str, list[Parse]]:
    """The parses of every sentence, each read as a text of its own, all parsed in one go."""
    out: dict[str, list[Parse]] = {sentence: [] for sentence in sentences}
    blocks = [(sentence, block) for sentence in out for block in from_string(sentence).blocks]
    text = Text("-", "", tuple(replace(block, number=number) for number, (_, block) in enumerate(blocks)))
    for parse in read.parse(text):
        out[blocks[parse.number][0]].append(parse)
    return {sentence: ready.marked(parses) for sentence, parses in out.items()}


def hedged(entry: HedgeEntry, parses: Iterable[Parse], ready: Engine) -> tuple[bool, str]:
    """A hedge or booster: fired, or refused by which guards, or taken by which cue."""
    key = (entry.category, entry.name)
    reasons, read_as = [], []
    for parse in parses:
        read_as += parse.lemmas
        for item in trace(parse, ready.lexicon.rules):
            final = item.merged or item.match
            words = " ".join(parse.words[item.match.first : item.match.last + 1])
            if item.fate == "fired" and (final.entry.category, final.entry.name) == key:
                return True, f"it fires by “{words}”; name what keeps it out in `unless` or `when`"
            if (item.match.entry.category, item.match.entry.name) == key:
                reasons.append(f"“{words}” {refusal(item)}")
    return False, "it does not fire: " + ("; ".join(reasons) or f"none of its phrases ({phrases(entry)}) stands in “{' '.join(read_as)}”, as it reads by lemma")


def refusal(item: Trace) -> str:
    """Why a candidate did not come out as itself."""
    if item.merged:
        return f"is merged into the stronger [hedges.{item.merged.entry.category}.\"{item.merged.entry.name}\"]"
    if item.by:
        return f"is taken first by [hedges.{item.by.entry.category}.\"{item.by.entry.name}\"]"
    against = [f"{answer.field} {answer.name}: {answer.question}" for answer in item.answers if not answer.passed]
    return f"is refused by {'; '.join(against)}"


def phrases(entry: HedgeEntry) -> str:
    """The phrases an entry is found by."""
    return "; ".join(spoken(phrase) for phrase in entry.patterns)


def reported(entry: ReportingEntry, parses: Iterable[Parse], ready: Engine) -> tuple[bool, str]:
    """A reporting word: a cue by itself or as part of one, or how much too weak."""
    mine = [
        item
        for parse in parses
        for item in reporting.trace(parse, ready.entries, LEAST)
        if (POS[entry.pos], entry.name) in named(item, parse, ready)
    ]
    if any(item.fate in ("fired", "part") for item in mine):
        return True, "it is found to report there; lower the frame in `frames`, or say in `subject` who can"
    weak = "; ".join(f"as {item.frame} with subject {item.kind} it has {item.strength:.2f}, of {item.threshold:.2f} needed" for item in mine)
    return False, "it does not report there: " + (weak or f"no {entry.pos} of that name stands in it")


def named(item: Weighed, parse: Parse, ready: Engine) -> set[tuple[str, str]]:
    """The entries a candidate stands for; an adjective that is also a participle counts for the verb as well ("convinced")."""
    found = {(item.pos, ready.entries.entry(item.pos, item.lemma).name)}
    if item.pos == "J" and parse.tags[item.token].startswith("VB"):
        found.add(("V", parse.lemmas[item.token]))
    return found


def sourced(group: SourceEntry, sentence: str, ready: Engine, unnamed: bool) -> tuple[bool, str]:
    """A group of words for sources: one of them stands in a source.  `unnamed`: only a source without a name counts."""
    words = {word.lower() for word in (*group.words, *group.endings)}
    document = examine(from_string(sentence), ready)
    for item in (attribution for row in document.sentences for attribution in row.attributions):
        nameless = item.anonymous or item.rung in NOBODY
        if item.source and any(word in item.source.text.lower() for word in words) and (nameless or not unnamed):
            return True, f"“{item.source.text}” is found as {'an unnamed' if unnamed else 'a'} source"
    return False, "no word of the group is found in a source"
