"""The reporting lexicon made ready for the rules: classes folded into entries, counts read."""

from __future__ import annotations

from pathlib import Path

from hedgescan.lexicon import Lexicon, LexiconError, ReportingEntry, folder
from hedgescan.rules.attribution.entries import Entries, Entry
from hedgescan.rules.attribution.strength import Counts

POS = {"verb": "V", "noun": "N", "adjective": "J"}
COUNTS = "reporting/counts.tsv"


def entries(lexicon: Lexicon) -> Entries:
    """Entries by part of speech and lemma; raises LexiconError for counts that cannot be read."""
    table = {(POS[row.pos], row.name): _entry(row, lexicon) for row in lexicon.reporting}
    for row in lexicon.reporting:
        for form in row.forms:
            table.setdefault((POS[row.pos], form), table[POS[row.pos], row.name])
    nouns = frozenset(lemma for pos, lemma in table if pos == "N")
    adjectives = frozenset(lemma for pos, lemma in table if pos == "J")
    phrasal = frozenset(lemma for pos, lemma in table if pos == "V" and " " in lemma)
    return Entries(table, counts(folder() / COUNTS), nouns, adjectives, phrasal)


def _entry(row: ReportingEntry, lexicon: Lexicon) -> Entry:
    family = lexicon.classes[row.class_ if row.pos == "verb" else f"{row.pos} {row.class_}"]
    frames = {**family.frames, **{name.replace("pp_pp_", "pp_"): value for name, value in row.frames.items()}}
    passive = row.passive or family.passive
    raising, subjects = row.raising or family.raising, frozenset(row.subject)
    return Entry(row.name, row.stance, family.name, passive, raising, frames, family.speech, family.kind, subjects, POS[row.pos])


def counts(path: Path) -> Counts:
    """The table of counts: tab-separated pos, lemma, frame, subject kind, cues, seen; lines beginning with # are comments."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.startswith("#"):
            try:
                pos, lemma, frame, kind, cues, seen = line.split("\t")
                rows.append((pos, lemma, frame, kind, int(cues), int(seen)))
            except ValueError as error:
                raise LexiconError(f"line {number} is not six tab-separated fields with two counts", str(path)) from error
    return Counts.read(rows)
