"""A document held to a house style: violations in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from hedgescan.model import Document, Sentence
from hedgescan.style.draft import Draft
from hedgescan.style.house import House, Setting, load
from hedgescan.style.rule import RULES, Hit
from hedgescan.style.violation import SEVERITIES, Violation


def check(document: Document, house: House | None = None) -> tuple[Violation, ...]:
    """All violations of a style in a document, by place, then by code; without a style, of the default one."""
    house = house or load("default")
    draft, places = Draft(document), Places(document)
    found = [
        places.violation(setting, hit, house)
        for name, setting in house.settings.items()
        if setting.on
        for hit in RULES[name].judge(draft, setting.options)
    ]
    return tuple(sorted(found, key=lambda item: (item.start, item.code, item.end)))


def flag(document: Document, house: House | None = None) -> Document:
    """The document with each sentence's `flags` set to the names of the rules it breaks."""
    broken: dict[int, dict[str, None]] = {}
    for violation in check(document, house):
        broken.setdefault(violation.sentence, {})[violation.rule] = None
    sentences = (replace(item, flags=tuple(broken[item.index])) if item.index in broken else item for item in document.sentences)
    return replace(document, sentences=tuple(sentences)) if broken else document


class Places:
    """Lines and columns of spans, counted from those of their sentences."""

    def __init__(self, document: Document) -> None:
        self.sentences = document.sentences
        self.starts = [item.start for item in document.sentences]

    def violation(self, setting: Setting, hit: Hit, house: House) -> Violation:
        """A hit as a record."""
        line, column = self.at(hit.span.start)
        end_line, end_column = self.at(hit.span.end)
        sure = round(setting.sure * hit.sure, 2)
        fails = SEVERITIES.index(setting.severity) >= SEVERITIES.index(house.fail_on) and sure >= house.least
        return Violation(
            setting.name, setting.code, setting.severity, sure, hit.message, hit.span.start, hit.span.end, hit.span.text,
            line, column, end_line, end_column, hit.sentence, fails,
        )  # fmt: skip

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column), from 1, of an offset in or at the end of a sentence."""
        sentence = self._holder(offset)
        if sentence is None:
            return 1, 1
        before = sentence.text[: offset - sentence.start].replace("\r\n", "\n").replace("\r", "\n")
        breaks = before.count("\n")
        if breaks:
            return sentence.line + breaks, len(before) - before.rfind("\n")
        return sentence.line, sentence.column + len(before)

    def _holder(self, offset: int) -> Sentence | None:
        place = bisect_right(self.starts, offset) - 1
        return self.sentences[max(place, 0)] if self.sentences else None

