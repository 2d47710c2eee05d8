"""Articles with annotated attributions: every word that could be a cue, with its signs, and whether it was one.

The corpus is in PolNeAR's shape, an article a line: {"text", "attributions": [{"source", "cue", "content": [[start, end], …]}], "discard"}.
Words inside an attribution's content are left out: attributions nested there are not annotated.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hedgescan import lexicon
from hedgescan.english import read
from hedgescan.english.parse import Parse
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns
from hedgescan.rules.attribution import candidates, signs
from hedgescan.rules.attribution.build import POS
from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.entries import Entries
from hedgescan.rules.attribution.voice import is_verb

Article = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate in article number `article`: what its entry gives it (None without one), its signs, and whether it was a cue."""

    article: int
    pos: str
    lemma: str
    own: float | None
    signs: frozenset[str]
    cue: bool


def articles(path: Path, vocabulary: nouns.Vocabulary) -> Iterator[tuple[Article, list[Parse]]]:
    """The articles of a corpus, parsed with the shipped pipeline."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        parses = list(read.parse(from_string(article["text"])))
        for parse in parses:
            nouns.mark(parse, vocabulary)
        yield article, parses


def examples(entries: Entries, vocabulary: nouns.Vocabulary) -> Iterator[Seen]:
    """The words of the lexicon in its own `yes` (a cue) and `no` (none)."""
    lines = [(row, sentence, sentence in row.yes) for row in lexicon.load().reporting for sentence in (*row.yes, *row.no)]
    text = from_string("\n\n".join(sentence for _, sentence, _ in lines))
    parsed: dict[int, list[Parse]] = {}
    for parse in read.parse(text):
        nouns.mark(parse, vocabulary)
        parsed.setdefault(parse.number, []).append(parse)
    for number, (row, _, cue) in enumerate(lines, start=1):
        for parse in parsed.get(number, []):
            for found in candidates.find(parse, entries.nouns, entries.adjectives, entries.phrasal):
                if (found.pos, entries.entry(found.pos, found.lemma).name) == (POS[row.pos], row.name):
                    yield from _seen(parse, found, entries, -1, cue)


def layers(article: Article) -> tuple[dict[int, int], set[int]]:
    """Character → number of the attribution whose cue holds it; characters that must not be counted."""
    owner: dict[int, int] = {}
    hidden: set[int] = {at for start, end in article.get("discard", []) for at in range(start, end)}
    for number, attribution in enumerate(article["attributions"]):
        owner.update((at, number) for start, end in attribution["cue"] for at in range(start, end))
    for attribution in article["attributions"]:
        hidden.update(at for start, end in attribution["content"] for at in range(start, end) if at not in owner)
    return owner, hidden


def is_cue(parse: Parse, token: int, pos: str, owner: dict[int, int]) -> bool:
    """Is the word the head of an annotated cue, not merely a further verb of one?"""
    number = owner.get(parse.starts[token])
    if number is None:
        return False
    head = parse.heads[token]
    within = head != token and owner.get(parse.starts[head]) == number
    if pos == "V" and within and is_verb(parse, head) and parse.deps[token] in ("xcomp", "conj", "ccomp", "advcl"):
        return parse.lemmas[head] in ("be", "go")
    return True


def seen(corpus: Iterable[tuple[Article, list[Parse]]], entries: Entries) -> Iterator[Seen]:
    """Every candidate outside the contents that an entry does not rule out."""
    for number, (article, parses) in enumerate(corpus):
        owner, hidden = layers(article)
        for parse in parses:
            for found in candidates.find(parse, entries.nouns, entries.adjectives, entries.phrasal):
                if parse.starts[found.token] in hidden or parse.lower[found.token] == "according":
                    continue
                yield from _seen(parse, found, entries, number, is_cue(parse, found.token, found.pos, owner))


def _seen(parse: Parse, found: Candidate, entries: Entries, article: int, cue: bool) -> Iterator[Seen]:
    own = entries.own(found.pos, found.lemma, found.frame)
    if own != 0:
        family = entries.entry(found.pos, found.lemma).family
        marks = frozenset(signs.find(parse, found, family, entries.nouns))
        yield Seen(article, found.pos, found.lemma, own, marks, cue)
