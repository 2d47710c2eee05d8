"""From an inflected English word and its Penn tag to the word's lemma: suffix rules and a table of exceptions."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("weights") / "lemmas.json"
SHARED = {"VBN": "VBD", "VBP": "VB", "RBR": "JJR", "RBS": "JJS", "NNPS": "NNS"}  # tags that inflect alike

SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz|o)es$")
DOUBLED = re.compile(r"([bdgmnprtvk])\1$")
PANIC = re.compile(r"[aeiou].*ick$")  # panicked, but not kicked
TRAVEL = re.compile(r"[aeiou].*[ae]ll$")  # travelled, but not called
# What a stem must end in to have lost an e before -ed, -ing, -er or -est.
SILENT = re.compile(
    r"""(?: [cvu] | (?<![tz])z | (?<!s)s | [aeiouydlr]g | [eu]ng | (?:ch|r)ang | (?:cr|h|b|fr|imp)ing
      | [bcdfgkptz]l | [bcgtv]r | [iu]at | creat | guid | suad
      | (?:[^aeiou]|qu|^) (?: [aeiouy]d | [aiou]b | [aiou]k | [iouy]l | [aiuoy]m | [aiu]n | [aioy]p | [aiu]r | [aouy]t )
    )$""",
    re.VERBOSE,
)


def lemma(form: str, tag: str) -> str:
    """The lemma, in lower case, of a word form with its Penn tag: ("cited", "VBD") gives "cite", ("found", "VB") "found".

    Verbs, nouns, adjectives, adverbs and the pieces of contractions are reduced; any other word comes back in lower case.
    """
    return find(form, SHARED.get(tag, tag))


@lru_cache(maxsize=1 << 16)
def find(form: str, tag: str) -> str:
    word = form.lower().replace("’", "'")
    return table().get(tag, {}).get(word) or regular(word, tag)


@cache
def table() -> dict[str, dict[str, str]]:
    """The exceptions: tag → form → lemma."""
    content: dict[str, dict[str, str]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return content


def regular(word: str, tag: str) -> str:
    """The lemma by rule alone; `tag` is one that `SHARED` does not map further."""
    if tag in {"VBZ", "NNS"}:
        return singular(word)
    if tag == "VBD":
        return past(word)
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return word[:-4] + "ie" if len(word) == 5 and word.endswith("ying") else restore(word[:-3])
    for degree, suffix in (("JJR", "er"), ("JJS", "est")):
        if tag == degree and word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            return stem[:-1] + "y" if stem.endswith("i") else restore(stem)
    return word


def singular(word: str) -> str:
    """Without the -s of the third person or of the plural."""
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if SIBILANT.search(word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def past(word: str) -> str:
    """Without -ed."""
    if not word.endswith("ed") or len(word) < 4:
        return word
    if word.endswith("eed"):
        return word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    return restore(word[:-2])


def restore(stem: str) -> str:
    """The word whose last letters a suffix has doubled or swallowed: "admitt" → "admit", "cit" → "cite"."""
    if DOUBLED.search(stem) and len(stem) > 3:
        return stem[:-1]
    if PANIC.search(stem) or TRAVEL.search(stem):
        return stem[:-1]
    return stem + "e" if SILENT.search(stem) else stem
