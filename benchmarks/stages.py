"""Where the time goes within a scan, and what the limits are: python -m benchmarks.stages [--text FILE]; a section of SPEED.md.

Each stage is run by itself on what the stage before it has made: CPU seconds, the least of several runs, without start-up.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import news
from hedgescan import engine, style
from hedgescan.english import annotate, read
from hedgescan.foreign import Others
from hedgescan.formats import FORMATS
from hedgescan.formats.view import View
from hedgescan.model import AUTO
from hedgescan.readers.text import from_string
from hedgescan.rules import nouns, sentiment
from hedgescan.rules.attribution import document
from hedgescan.rules.hedges import cues
from hedgescan.rules.sources.read import sources

PRINTING = "printing it as JSON"
SIZE = 400_000  # characters
TIMES = 5


def main() -> None:
    """Print the section."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("--text", help="news text of your own instead of the generated one")
    own = parser.parse_args().text
    gc.set_threshold(200_000, 50, 50)  # as the command does
    print("\n".join(report(Path(own).read_text(encoding="utf-8")[:SIZE] if own else news.text(SIZE, seed=1))))


def report(text: str) -> Iterator[str]:
    """The lines of the section."""
    ready = engine.engine((), ())
    whole, scanned = clock(lambda: engine.scan(text))
    stages = dict(_stages(text, ready, scanned))
    yield f"{len(text):,} characters, {stages.pop('tokens'):,.0f} tokens; a scan takes {whole:.2f} CPU s without start-up.\n"
    yield from ("| stage | CPU s | of the scan |", "|---|---|---|")
    for name, seconds in stages.items():
        yield f"| {name} | {seconds:.3f} | {seconds / whole:.0%} |"
    known = sum(seconds for name, seconds in stages.items() if not name.startswith("—") and name != PRINTING)
    yield f"| the rest: records, loci, scores, sums | {whole - known:.3f} | {1 - known / whole:.0%} |"
    sentences, tokens = triggers(text, ready)
    yield (
        f"\nA first stage that passed over sentences without any word with which a hedge or an attribution may begin would spare the parse of"
        f" {1 - sentences:.0%} of the sentences, with {1 - tokens:.0%} of the tokens, and cost a look at all of them; so there is none."
    )


def triggers(text: str, ready: engine.Engine) -> tuple[float, float]:
    """The shares of sentences, and of tokens, that a first stage by words alone would have to let through."""
    words = set(ready.lexicon.rules.tree.starts) | {name for entry in ready.lexicon.reporting for name in (entry.name.split()[0], *entry.forms)}
    every = [(parse, first, last + 1) for parse in read.parse(from_string(text)) for first, last in parse.sents]
    kept = [(a, b) for parse, a, b in every if not words.isdisjoint(parse.lower[a:b]) or not words.isdisjoint(parse.lemmas[a:b])]
    return len(kept) / len(every), sum(b - a for a, b in kept) / sum(b - a for _, a, b in every)


def _stages(text: str, ready: engine.Engine, scanned: Any) -> Iterator[tuple[str, float]]:
    """Name and seconds of each stage, and the number of tokens."""
    seconds, made = clock(lambda: from_string(text))
    yield "reader", seconds
    seconds, others = clock(lambda: Others(made, AUTO))
    yield "languages", seconds
    seconds, parses = clock(lambda: list(read.parse(others.english)))
    tokens = sum(map(len, parses))
    yield "tokens", tokens
    yield "parse: sentences, tokens, tags, heads, labels, lemmas", seconds
    yield "— the limit: spaCy's tokenizer alone", clock(lambda: [annotate.load().tokenizer(block.prose) for block in made.blocks])[0]
    yield "— the limit: the network's matrix products alone", clock(lambda: products(tokens))[0]
    for parse in parses:
        nouns.mark(parse, ready.vocabulary)
    seconds, found = clock(lambda: document.attributions(parses, ready.entries, engine.LEAST))
    yield "attributions", seconds
    yield "sources", clock(lambda: sources(parses, found, ready.words))[0]
    yield "hedges", clock(lambda: [cues(parse, ready.lexicon.rules) for parse in parses])[0]
    yield "tone", clock(lambda: [sentiment.sentiment(told) for parse in parses for told, _ in parse.told])[0]
    yield "house style", clock(lambda: style.flag(scanned))[0]
    yield PRINTING, clock(lambda: sum(map(len, FORMATS["json"]([scanned], View()))))[0]


def products(tokens: int) -> None:
    """What the network multiplies for that many tokens, on numbers that mean nothing, in the blocks in which it does."""
    network, rng = annotate.load(), np.random.default_rng(0)
    windows, arcs = network.vectors.windows, network.arcs
    block = rng.random((768, windows[0].weights.shape[0]), dtype=np.float32)
    vectors = rng.random((6000, arcs.weights.shape[1]), dtype=np.float32)
    hidden = rng.random((500, arcs.hidden), dtype=np.float32)
    for layer in windows:
        for _ in range(tokens // len(block)):
            block @ layer.weights
    for _ in range(tokens // len(vectors)):
        for weights in arcs.weights:
            vectors @ weights
        vectors @ network.weights
    for _ in range(2 * tokens // len(hidden)):  # a word is shifted once, and has its arc once
        hidden @ arcs.upper


def clock(work: Callable[[], Any]) -> tuple[float, Any]:
    """The least CPU seconds of TIMES runs, and what the last one made."""
    best, made = float("inf"), None
    for _ in range(TIMES):
        start = time.process_time()
        made = work()
        best = min(best, time.process_time() - start)
    return best, made


if __name__ == "__main__":
    main()
