"""What drafts were found to break, kept beside the drafts: in a folder of hundreds, few change between two runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from hedgescan import cache
from hedgescan.figures import Scores, Summary
from hedgescan.model import Document
from hedgescan.readers.decode import Unreadable
from hedgescan.readers.files import STDIN, load
from hedgescan.recall import Recall
from hedgescan.style.violation import Violation

if TYPE_CHECKING:
    from hedgescan.cli.houses import Houses
    from hedgescan.pool import Task
    from hedgescan.style.house import House


class Verdicts:
    """Violations by document and style; `options` are those of `engine.scan_text`.

    Of a draft with directives nothing is kept, for what they accept depends on where its paragraphs are, nor of one with notices.
    """

    def __init__(self, options: Mapping[str, Any], houses: Houses, kept: cache.Cache | None) -> None:
        self.recall, self.houses = Recall(options, kept), houses
        self._found: dict[str, tuple[Violation, ...]] = {}
        self._styles: dict[int, str] = {}

    def known(self, task: Task) -> Document | None:
        """The document of a file that was judged before, with its scores alone; `of` has its violations."""
        kept = self.recall.kept
        if kept is None or task.path == STDIN or task.words is not None:
            return None
        try:
            key = self.recall.key(load(task.path), *task.how)
            scores, rows = kept.get(self._key(key, self.houses.of(task.shown)))
            self._found[key] = tuple([Violation(*row) for row in rows])
            return Document(task.shown, (), (), Scores(*scores), Summary(), key=key)
        except (TypeError, ValueError, Unreadable):
            return None

    def of(self, document: Document) -> tuple[Violation, ...] | None:
        """The violations of a document that `known` has given."""
        return self._found.pop(document.key, None)

    def keep(self, document: Document, house: House, found: Sequence[Violation]) -> None:
        """Keep what a document was found to break, if the document is kept."""
        kept = self.recall.kept
        if kept is not None and document.key and document.scores and not document.notices and "hedgescan:" not in document.source:
            kept.put(self._key(document.key, house), [astuple(document.scores), [astuple(item) for item in found]])

    def _key(self, key: str, house: House) -> str:
        if id(house) not in self._styles:
            self._styles[id(house)] = repr(house)
        return cache.digest("verdict", key, self._styles[id(house)])
