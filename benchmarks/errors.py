"""What attribution gets wrong, by construction: python -m benchmarks.errors CORPUS.jsonl [--skip N] [--show N] [--only CLASS]

Prints Markdown tables with counts: annotated cues that were missed, cues found that nobody annotated, and wrong sources.  No text of the
corpus is printed but with --show.  The corpus is described in matches.py.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from hedgescan.engine import LEAST, Engine, engine
from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import candidates

from .matches import Gold, Match, find, overlap, spans

KINDS = ("missed", "false", "source")
Place = tuple[Parse, int]


def classify(match: Match, ready: Engine) -> Iterator[tuple[str, str, Place | None]]:
    """(kind of error, class, where) of a match; nothing where all is right."""
    if match.found is None and match.gold is not None:
        yield "missed", *missed(match, match.gold, ready)
    elif match.found is not None and match.gold is None:
        found = match.found
        yield "false", f"{found.entry.pos} {found.entry.family}, {found.frame}", (found.parse, found.token)
    elif match.found is not None and match.gold is not None:
        found, named = match.found, bool(match.gold["source"])
        if named and not found.source:
            yield "source", f"none found for {found.entry.pos}, {found.frame}", (found.parse, found.token)
        elif found.source and not named:
            yield "source", f"none annotated, {found.how}", (found.parse, found.token)
        elif named and not match.source:
            yield "source", f"another, {found.how}", (found.parse, found.token)


def missed(match: Match, gold: Gold, ready: Engine) -> tuple[str, Place | None]:
    """The construction of a missed cue: its candidate's, or the tags of its words where the rules saw no candidate."""
    cue = spans(gold, "cue")
    for parse in match.parses:
        inside = [at for at in range(len(parse)) if overlap([(parse.starts[at], parse.ends[at])], cue)]
        if inside:
            entries = ready.entries
            for one in candidates.find(parse, entries.nouns, entries.adjectives, entries.phrasal):
                if one.token in inside:
                    known = "" if (one.pos, one.lemma) in entries.table else " without entry"
                    return f"{one.pos}{known}, {one.frame}", (parse, one.token)
            return "no candidate, " + " ".join(parse.tags[at] for at in inside[:4]), (parse, inside[0])
    return "no words", None


def line(match: Match, place: Place | None) -> str:
    """The sentence of an error, the cue in brackets, the annotated source after it."""
    if place is None:
        return ""
    parse, token = place
    first, last = parse.sents[parse.sent[token]]
    text = match.text
    source = " / ".join(text[a:b] for a, b in match.gold["source"]) if match.gold else ""
    found = ""
    if match.found is not None and match.found.source:
        found = text[match.found.parse.starts[match.found.source[0]] : match.found.parse.ends[match.found.source[1]]]
    start, end = parse.starts[token], parse.ends[token]
    sentence = f"{text[parse.starts[first] : start]}[{text[start:end]}]{text[end : parse.ends[last]]}"
    return f"  - {' '.join(sentence.split())} | annotated source: {source or '–'} | found: {found or '–'}"


def report(matches: Iterable[Match], ready: Engine, show: int, only: str) -> Iterator[str]:
    """The tables, line by line."""
    count: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], list[str]] = {}
    for match in matches:
        for kind, name, place in classify(match, ready):
            count[kind, name] += 1
            if show and only in f"{kind} {name}" and len(examples.setdefault((kind, name), [])) < show:
                examples[kind, name].append(line(match, place))
    for kind in KINDS:
        rows = [(name, number) for (of, name), number in count.most_common() if of == kind]
        yield f"\n| {kind}: {sum(number for _, number in rows)} | n |\n|---|---:|"
        yield from (f"| {name} | {number} |" for name, number in rows[:40])
    for (kind, name), lines in examples.items():
        yield "\n".join((f"\n{kind} {name}", *lines))


def main() -> None:
    """Print what is wrong."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.errors", description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--skip", type=int, default=0, help="articles at the beginning to leave out")
    options.add_argument("--show", type=int, default=0, help="print so many sentences of each class")
    options.add_argument("--only", default="", help="show only classes with this in their name")
    options.add_argument("--strictness", type=float, default=LEAST)
    chosen = options.parse_args()
    ready = engine()
    print("\n".join(report(find(chosen.corpus, ready, chosen.strictness, chosen.skip), ready, chosen.show, chosen.only)))


if __name__ == "__main__":
    main()
