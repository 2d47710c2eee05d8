"""Writes a trained pipeline small: half-precision weights, no strings but labels, no tokenizer, no optimizer."""

import json
import shutil
from pathlib import Path
from typing import Any

from spacy.language import Language


def write(nlp: Language, folder: Path) -> None:
    """Write the pipeline to `folder`; hedgescan.english.pipeline knows how to read it back.

    The tokenizer and the vocabulary are spaCy's own English ones and need not be stored; of the recipe only the network is kept.
    Weights lose about three decimal digits, which no parse was seen to depend on.
    """
    for name in nlp.pipe_names:
        shutil.rmtree(folder / name, ignore_errors=True)
        for node in piece(nlp, name).model.walk():
            for key in node.param_names:
                if node.has_param(key):
                    node.set_param(key, node.get_param(key).astype("float16"))
    nlp.to_disk(folder, exclude=["tokenizer", "vocab", "config", "meta"])
    network = {section: nlp.config[section] for section in ("nlp", "components")}
    (folder / "config.json").write_text(json.dumps(network, indent=0) + "\n", encoding="utf-8")


def piece(nlp: Language, name: str) -> Any:
    """A component with its model."""
    return nlp.get_pipe(name)
