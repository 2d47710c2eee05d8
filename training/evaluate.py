"""Measures the shipped pipeline from raw text: python -m training.evaluate TREEBANKS_DIR; writes training/RESULTS.md."""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.training import Example

from hedgescan.english import pipeline
from training.treebank import document, find, read

SETS = {
    "PUD news": ("pud", "test", ("n",)),
    "PUD Wikipedia": ("pud", "test", ("w",)),
    "GUM test": ("gum", "test", ("",)),
    "EWT test": ("ewt", "test", ("",)),
}
REPORTING = frozenset(
    "say tell report claim allege assert state argue insist contend maintain declare announce acknowledge admit concede confirm deny"
    " suggest imply indicate hint warn predict estimate believe think suspect fear hope expect note add explain describe reveal"
    " disclose cite quote accuse urge call".split()
)
HERE = Path(__file__).parent


def gold(folder: Path, name: str, vocab: Any) -> list[Doc]:
    """The gold Docs of one test set, a paragraph each."""
    bank, part, prefixes = SETS[name]
    return [document(vocab, paragraph) for paragraph in read(find(folder, bank, part), prefixes)]


def subjects(pairs: list[tuple[Doc, Doc]]) -> float:
    """F1, in per cent, of the subjects of reporting verbs."""
    right = found = wanted = 0
    for parsed, true in pairs:
        at = {token.idx: token for token in parsed}
        for verb in true:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in REPORTING and verb.idx in at:
                wants = {kid.idx for kid in verb.children if kid.dep_ in ("nsubj", "nsubj:pass")}
                has = {kid.idx for kid in at[verb.idx].children if kid.dep_ in ("nsubj", "nsubj:pass")}
                right, found, wanted = right + len(wants & has), found + len(has), wanted + len(wants)
    return 200 * right / max(1, found + wanted)


def rows(folder: Path) -> Iterator[str]:
    """A row of the table for each set."""
    nlp = pipeline.load()
    for name in SETS:
        true = gold(folder, name, nlp.vocab)
        start = time.process_time()
        parsed = list(nlp.pipe([doc.text for doc in true], batch_size=64))
        speed = sum(map(len, true)) / (time.process_time() - start)
        examples = [Example(a, b) for a, b in zip(parsed, true, strict=True)]
        parser: Any = nlp.get_pipe("parser")
        tagger: Any = nlp.get_pipe("tagger")
        arcs, tags = parser.score(examples), tagger.score(examples)
        figures = (tags["tag_acc"], arcs["dep_uas"], arcs["dep_las"])
        numbers = " | ".join(f"{100 * value:.1f}" for value in figures)
        yield f"| {name} | {len(true)} | {numbers} | {subjects(list(zip(parsed, true, strict=True))):.1f} | {speed:,.0f} |"


def main() -> None:
    """Measure and write the table."""
    options = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    options.add_argument("treebanks", type=Path)
    folder = options.parse_args().treebanks
    size = sum(path.stat().st_size for path in pipeline.WEIGHTS.rglob("*") if path.is_file())
    text = [
        "# The pipeline, measured",
        "",
        "From raw text with spaCy's own tokenizer; per cent. Written by `python -m training.evaluate TREEBANKS_DIR`.",
        "Speed is in words per CPU-second on whatever machine ran it, one core; compare it only within a run.",
        "",
        "| set | paragraphs | TAG | UAS | LAS | subject of a reporting verb, F1 | words/CPU-s |",
        "|---|---|---|---|---|---|---|",
        *rows(folder),
        "",
        f"On disk: {size / 1e6:.1f} MB.",
        "",
    ]
    (HERE / "RESULTS.md").write_text("\n".join(text), encoding="utf-8")
    print("\n".join(text))


if __name__ == "__main__":
    main()
