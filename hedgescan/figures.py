"""The figures of sentences and documents, as records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sentiment:
    """TextBlob's polarity (-1..1) and subjectivity (0..1)."""

    polarity: float = 0.0
    subjectivity: float = 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The five figures of language.md 4.1: the first three 0..1, gap -1..1, verifiability 0..100."""

    hedge: float = 0.0
    support: float = 0.0
    certainty: float = 0.0
    gap: float = 0.0
    verifiability: float = 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What the document comes to, in counts."""

    sentences: int = 0
    attributed: int = 0
    anonymous: int = 0
    hedged: int = 0
    independent_sources: dict[str, float] = field(default_factory=dict)
    outlet_dependency: float = 0.0
    named_human_sources: int = 0
    hedges_by_category: dict[str, int] = field(default_factory=dict)
    hedges_by_locus: dict[str, int] = field(default_factory=dict)
    sentences_by_language: dict[str, int] = field(default_factory=dict)


def flat(record: Any) -> dict[str, Any]:
    """A record's fields by name, its values shared; `dataclasses.asdict` copies every one of them, at ten times the cost."""
    return {name: getattr(record, name) for name in record.__slots__}


def figures(record: Scores | Sentiment | None, kind: type) -> dict[str, float | None]:
    """Figures by name, each of them None where there are none."""
    return flat(record) if record else dict.fromkeys(kind.__slots__)  # type: ignore[attr-defined]
