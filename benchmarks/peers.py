"""Other tools that read prose, installed into a throw-away folder by pip and npm, and the command with which each reads one file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PYTHON = ("proselint", "codespell", "vaderSentiment", "textblob")
NODE = ("write-good", "alex", "textlint", "textlint-rule-write-good")
VADER = (
    "import sys; from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer as A; a = A()\n"
    "for line in open(sys.argv[1], encoding='utf-8'): print(a.polarity_scores(line))"
)
TEXTBLOB = (
    "import sys; from textblob.en.sentiments import PatternAnalyzer as A; a = A()\n"
    "for line in open(sys.argv[1], encoding='utf-8'): print(a.analyze(line))"
)
SPACY = (  # on one thread, as hedgescan is: two spend twice the CPU seconds to be no sooner
    "import os, sys; os.environ['OPENBLAS_NUM_THREADS'] = '1'; from hedgescan.english import pipeline; nlp = pipeline.load()\n"
    "texts = open(sys.argv[1], encoding='utf-8').read().split('\\n\\n')\n"
    "print(sum(len(doc) for doc in nlp.pipe(texts, batch_size=128)))"
)
TOKENS = SPACY.replace("nlp.pipe(texts, batch_size=128)", "map(nlp.make_doc, texts)")


def commands(home: Path, file: Path) -> dict[str, list[str]]:
    """Each peer's command on a file; a peer that cannot be installed is left out, with a word on standard error."""
    found = {}
    python = home / "venv" / "bin" / "python"
    _do([sys.executable, "-m", "venv", str(python.parent.parent)])
    for name in PYTHON:
        if _do([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", name]):
            found |= _python(name, python, file)
    if _do(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home), *NODE]):
        bins = home / "node_modules" / ".bin"
        found["write-good"] = [str(bins / "write-good"), str(file)]
        found["alex"] = [str(bins / "alex"), "--quiet", str(file)]
        found["textlint + write-good rule"] = [
            str(bins / "textlint"), "--no-textlintrc", "--rule", "write-good", str(file),
        ]  # fmt: skip
    found["spaCy, this pipeline, bare"] = [sys.executable, "-c", SPACY, str(file)]
    found["spaCy's tokenizer alone"] = [sys.executable, "-c", TOKENS, str(file)]
    return found


def _python(name: str, python: Path, file: Path) -> dict[str, list[str]]:
    scripts = {"vaderSentiment": ("VADER", VADER), "textblob": ("TextBlob (polarity)", TEXTBLOB)}
    if name in scripts:
        shown, code = scripts[name]
        return {shown: [str(python), "-c", code, str(file)]}
    words = ["check"] if name == "proselint" else []
    return {name: [str(python.with_name(name)), *words, str(file)]}


def _do(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"left out: {command[-1]}: {error}", file=sys.stderr)
        return False
    if done.returncode:
        print(f"left out: {' '.join(command[1:])}: {done.stderr.strip()[-300:]}", file=sys.stderr)
    return done.returncode == 0
