"""The trained English pipeline that lies beside this module: text in, tagged and parsed spaCy Docs out."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

    Cases = dict[str, list[dict[Any, Any]]]  # a string, and the tokens it is

WEIGHTS = Path(__file__).with_name("weights")
_TITLES = "Sgt. Cpl. Lt. Capt. Maj. Col. Brig. Cmdr. Pvt. Pte. Det. Insp. Supt. Cllr. Amb. Atty. Hon. Msgr. Sens. Reps. Govs. Profs. Drs.".split()
PARTS = ("tok2vec", "tagger", "parser")


@cache
def load() -> Language:
    """The pipeline: Penn tags (`token.tag_`), UD heads and labels (`token.dep_`); no lemmas, see hedgescan.english.lemma.

    Loaded once a process. The parser keeps to sentence starts that the caller has set:
    `doc = nlp.make_doc(text)`, set `token.is_sent_start` to True or False on every token, then `nlp.pipe([doc, ...])`.
    hedgescan.english.annotate computes the same from the same weights, more than twice as fast, and starts sooner.
    """
    from spacy.lang.en import English

    hasten()
    config = json.loads((WEIGHTS / "config.json").read_text(encoding="utf-8"))
    nlp = English.from_config(config, validate=False)
    nlp.from_disk(WEIGHTS, exclude=["tokenizer", "vocab", "config", "meta"])
    contract(nlp.tokenizer)
    for name in PARTS:
        widen(nlp, name)
    return nlp


def tokenizer() -> tuple[Tokenizer, Cases]:
    """The pipeline's tokenizer by itself, with a vocabulary of its own and no special case, and the cases it is to be taught.

    It is built without the Language around it, and its many cases are left to be taught, as both take time at every start.
    """
    from spacy.lang.en import English
    from spacy.language import create_tokenizer
    from spacy.vocab import create_vocab

    given = English.Defaults
    bare = type("Bare", (given,), {"tokenizer_exceptions": {}})
    alone: Tokenizer = create_tokenizer()(SimpleNamespace(Defaults=bare, vocab=create_vocab("en", given)))  # type: ignore[arg-type]
    return alone, {**given.tokenizer_exceptions, **cases()}


def contract(tokenizer: Tokenizer) -> None:
    """Teach the tokenizer our own cases."""
    for string, pieces in cases().items():
        tokenizer.add_special_case(string, pieces)


def cases() -> Cases:
    """Titles with their points, the contractions that spaCy does not cut, and the halves of texts that have been cut already ("I 've")."""
    out: Cases = {title: [{"ORTH": title}] for title in _TITLES}
    for apostrophe in "'’":
        for may in ("may", "May"):
            out[f"{may}{apostrophe}ve"] = [{"ORTH": may}, {"ORTH": f"{apostrophe}ve"}]
        for half in ("ve", "d", "re", "m", "ll"):
            out[f"{apostrophe}{half}"] = [{"ORTH": f"{apostrophe}{half}"}]
    return out


def hasten() -> None:
    """Multiply matrices by numpy's OpenBLAS, nearly twice as fast here as the BLIS that spaCy prefers; parses are the same.

    A GPU that the caller has chosen stays chosen.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    if get_current_ops().name == "numpy":
        set_current_ops(NumpyOps(use_blis=False))


def widen(nlp: Language, name: str) -> None:
    """Bring a component's stored half-precision weights to the single precision it computes in, and name its labels."""
    component: Any = nlp.get_pipe(name)
    for node in component.model.walk():
        for key in node.param_names:
            if node.has_param(key):
                node.set_param(key, node.get_param(key).astype("float32"))
    for label in getattr(component, "labels", ()):
        nlp.vocab.strings.add(label)
