"""Trains the English pipeline: python -m training.train TREEBANKS_DIR [--out hedgescan/english/weights]."""

import argparse
import json
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as loop
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from training.compact import write
from training.harvest import gather
from training.lemmas import table
from training.synthesis import paragraphs
from training.treebank import document, find, read, requote

RECIPE = Path(__file__).with_name("recipe.cfg")
BANKS = ("ewt", "gum")
SYNTHETIC = 3000  # sentences, beside some 17,000 gold ones
MISSING = """No treebanks found{where}. The pipeline is trained from the CoNLL-U files of three public treebanks:
  git clone --depth 1 --branch r2.16 https://github.com/UniversalDependencies/UD_English-EWT
  git clone --depth 1 --branch r2.16 https://github.com/UniversalDependencies/UD_English-GUM
  git clone --depth 1 --branch r2.16 https://github.com/UniversalDependencies/UD_English-PUD
Put them into one folder and name it: make train TREEBANKS=folder  (see training/README.md)"""


def corpus(folder: Path, part: str) -> list[Doc]:
    """The gold Docs of one part; "train" with varied quotation marks and the synthetic sentences added."""
    vocab, random = spacy.blank("en").vocab, Random(0)
    prefixes = ("newsgroup", "weblog", "GUM_") if part == "dev" else ("",)
    gold = [paragraph for bank in BANKS for paragraph in read(find(folder, bank, part), prefixes)]
    if part != "train":
        return [document(vocab, paragraph) for paragraph in gold]
    harvest = gather(sentence for paragraph in gold for sentence in paragraph)
    varied = [requote(paragraph, random) for paragraph in gold]
    return [document(vocab, paragraph) for paragraph in [*varied, *paragraphs(harvest, SYNTHETIC)]]


def fit(folder: Path, seed: int = 0) -> Language:
    """The pipeline trained by the recipe on the treebanks in `folder`."""
    with TemporaryDirectory() as scratch:
        paths = {}
        for part in ("train", "dev"):
            paths[f"paths.{part}"] = f"{scratch}/{part}.spacy"
            DocBin(docs=corpus(folder, part)).to_disk(paths[f"paths.{part}"])
        config = load_config(RECIPE, overrides={**paths, "training.seed": seed, "system.seed": seed}, interpolate=True)
        loop(init_nlp(config), Path(scratch), stdout=sys.stderr)
        return spacy.load(Path(scratch) / "model-last")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("treebanks", nargs="?", type=Path, help="folder holding UD_English-EWT, -GUM and -PUD")
    parser.add_argument("--out", type=Path, default=Path("hedgescan/english/weights"), help="where to write the pipeline")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    try:
        if options.treebanks is None:
            raise FileNotFoundError
        for bank in BANKS:
            find(options.treebanks, bank, "train")
    except FileNotFoundError:
        where = f" in {options.treebanks}" if options.treebanks else ": no folder was named"
        print(MISSING.format(where=where), file=sys.stderr)
        sys.exit(2)
    set_current_ops(NumpyOps(use_blis=False))
    write(fit(options.treebanks, options.seed), options.out)
    lemmas = table(find(options.treebanks, bank, "train") for bank in BANKS)
    (options.out / "lemmas.json").write_text(json.dumps(lemmas, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"written to {options.out} after {time.process_time():.0f} CPU-seconds", file=sys.stderr)


if __name__ == "__main__":
    main()
