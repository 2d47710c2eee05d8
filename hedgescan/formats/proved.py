"""What came of checking a lexicon, a line a finding or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict

from hedgescan.explain.proof import Proof
from hedgescan.formats.rows import dumps
from hedgescan.formats.terminal import clean
from hedgescan.model import SCHEMA
from hedgescan.version import VERSION


def as_text(proof: Proof) -> Iterator[str]:
    """Warnings and misfits by file and entry, then one line; errors are for standard error."""
    for warning in proof.warnings:
        yield _line(f'{warning.file}: ["{warning.entry}"]: warning: “{warning.words}”: {warning.reason}')
    for misfit in proof.misfits:
        yield _line(f'{misfit.file}: ["{misfit.entry}"]: {misfit.field}: “{misfit.sentence}”: {misfit.reason}')
    if not proof.errors:
        count = f"{proof.entries} {'entry' if proof.entries == 1 else 'entries'}, {proof.examples} examples"
        bad = len(proof.misfits)
        verb = "does" if bad == 1 else "do"
        yield f"{count}: {f'{bad} {verb} not behave' if bad else 'all behave'}\n"


def _line(text: str) -> str:
    return clean(text) + "\n"


def as_json(proof: Proof) -> Iterator[str]:
    """One object with counts, errors, misfits and warnings."""
    errors = [{"file": error.file, "entry": error.entry, "field": error.field, "message": error.message} for error in proof.errors]
    rows = {"entries": proof.entries, "examples": proof.examples, "errors": errors}
    findings = {"misfits": [asdict(misfit) for misfit in proof.misfits], "warnings": [asdict(warning) for warning in proof.warnings]}
    yield dumps({"schema": SCHEMA, "version": VERSION, **rows, **findings}, indent=2) + "\n"


Proved = Callable[[Proof], Iterator[str]]
PROVED: dict[str, Proved] = {"text": as_text, "json": as_json}
