"""What of a document is shown: which sentences, in what order, how wide, in what colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf

from hedgescan.model import Document, Sentence

SORTS: dict[str, Callable[[Sentence], float]] = {
    "position": lambda sentence: sentence.index,
    "verifiability": lambda sentence: sentence.scores.verifiability if sentence.scores else inf,
    "gap": lambda sentence: -sentence.scores.gap if sentence.scores else inf,
    "hedge": lambda sentence: -sentence.scores.hedge if sentence.scores else inf,
}
KEEPS: dict[str, Callable[[Sentence], bool]] = {
    "flagged": lambda sentence: bool(sentence.flags),
    "hedged": lambda sentence: bool(sentence.hedges),
    "anonymous": lambda sentence: any(attribution.anonymous for attribution in sentence.attributions),
}


@dataclass(frozen=True, slots=True)
class View:
    """`sort` is a key of SORTS, `only` one of KEEPS or empty, `top` 0 for all, `width` in columns, 0 for as wide as it comes; with
    `explain`, the working behind each sentence's scores; `safe` keeps cells of csv and tsv from running as formulas in a spreadsheet."""

    sort: str = "position"
    only: str = ""
    top: int = 0
    width: int = 120
    ledger: bool = True
    color: bool = False
    explain: bool = False
    safe: bool = True

    @property
    def whole(self) -> bool:
        """Whether a long document must be held whole to be shown so."""
        return self.sort != "position" or bool(self.top) or self.explain

    def sentences(self, document: Document) -> list[Sentence]:
        """The sentences to show, in order."""
        kept: Iterable[Sentence] = document.sentences
        if self.only:
            kept = filter(KEEPS[self.only], kept)
        ordered = sorted(kept, key=SORTS[self.sort])
        return ordered[: self.top] if self.top else ordered
