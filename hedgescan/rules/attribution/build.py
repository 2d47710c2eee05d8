"""The reporting lexicon made ready for the rules: classes folded into entries, counts and weights read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hedgescan.lexicon import Lexicon, LexiconError, ReportingEntry, folder
from hedgescan.rules.attribution.entries import Entries, Entry
from hedgescan.rules.attribution.strength import Counts, Weights

POS = {"verb": "V", "noun": "N", "adjective": "J"}
COUNTS, WEIGHTS = "reporting/counts.tsv", "reporting/weights.tsv"


def entries(lexicon: Lexicon) -> Entries:
    """Entries by part of speech and lemma; raises LexiconError for counts or weights that cannot be read."""
    table = {(POS[row.pos], row.name): _entry(row, lexicon) for row in lexicon.reporting}
    for row in lexicon.reporting:
        for form in row.forms:
            table.setdefault((POS[row.pos], form), table[POS[row.pos], row.name])
    nouns = frozenset(lemma for pos, lemma in table if pos == "N")
    adjectives = frozenset(lemma for pos, lemma in table if pos == "J")
    phrasal = frozenset(lemma for pos, lemma in table if pos == "V" and " " in lemma)
    return Entries(table, counts(folder() / COUNTS), weights(folder() / WEIGHTS), nouns, adjectives, phrasal)


def _entry(row: ReportingEntry, lexicon: Lexicon) -> Entry:
    family = lexicon.classes[row.class_ if row.pos == "verb" else f"{row.pos} {row.class_}"]
    frames = {**family.frames, **{name.replace("pp_pp_", "pp_"): value for name, value in row.frames.items()}}
    passive = row.passive or family.passive
    raising, subjects = row.raising or family.raising, frozenset(row.subject)
    return Entry(row.name, row.stance, family.name, passive, raising, frames, family.speech, family.kind, subjects, POS[row.pos], frozenset(row.never_with))


def counts(path: Path) -> Counts:
    """The table of counts: tab-separated pos, lemma, cues, seen; raises LexiconError."""
    return Counts.read((pos, lemma, int(cues), int(seen)) for pos, lemma, cues, seen in _rows(path, (str, str, int, int)))


def weights(path: Path) -> Weights:
    """The table of weights: tab-separated pos, sign, log-odds; raises LexiconError."""
    table: dict[str, dict[str, float]] = {}
    for pos, sign, weight in _rows(path, (str, str, float)):
        table.setdefault(pos, {})[sign] = float(weight)
    return Weights(table)


def _rows(path: Path, kinds: Sequence[Callable[[str], object]]) -> Iterator[list[str]]:
    """The fields of every line but comments (#), each of a kind that can be read."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        try:
            _ = [kind(value) for kind, value in zip(kinds, fields, strict=True)]
        except ValueError as error:
            raise LexiconError(f"line {number} is not {len(kinds)} tab-separated fields with numbers at the end", str(path)) from error
        yield fields
