"""A document held to a house style: violations in the order of the text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from hedgescan.model import Document
from hedgescan.readers.offsets import Lines
from hedgescan.style.draft import Draft
from hedgescan.style.house import House, Setting, load
from hedgescan.style.rule import RULES, Hit
from hedgescan.style.violation import SEVERITIES, Violation


def check(document: Document, house: House | None = None) -> tuple[Violation, ...]:
    """All violations of a style in a document, by place, then by code; without a style, of the default one."""
    house, places = house or load("default"), Places(document)
    found = [places.violation(setting, hit, house) for setting, hit in hits(document, house)]
    return _told_apart(sorted(found, key=lambda item: (item.start, item.code, item.end)))


def hits(document: Document, house: House | None = None) -> Iterator[tuple[Setting, Hit]]:
    """What the rules of a style find, rule by rule."""
    draft = Draft(document)
    for name, setting in (house or load("default")).settings.items():
        if setting.on:
            yield from ((setting, hit) for hit in RULES[name].judge(draft, setting.options))


def flag(document: Document, house: House | None = None) -> Document:
    """The document with each sentence's `flags` set to the names of the rules it breaks, whatever they were."""
    broken: dict[int, dict[str, None]] = {}
    found = [(hit.span.start, setting.code, hit.span.end, hit.sentence, setting.name) for setting, hit in hits(document, house)]
    for *_, number, name in sorted(found):
        broken.setdefault(number, {})[name] = None
    flags = [tuple(broken.get(item.index, ())) for item in document.sentences]
    if all(item.flags == new for item, new in zip(document.sentences, flags, strict=True)):
        return document
    return replace(document, sentences=tuple(replace(item, flags=new) for item, new in zip(document.sentences, flags, strict=True)))


class Places:
    """Hits as records, with lines, columns and fingerprints."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = Lines(document.source)

    def violation(self, setting: Setting, hit: Hit, house: House) -> Violation:
        """A hit as a record."""
        start, end, text = hit.span
        (line, column), (end_line, end_column) = self.lines.at(start), self.lines.at(end)
        sure = round(setting.sure * hit.sure, 2)
        fails = SEVERITIES.index(setting.severity) >= SEVERITIES.index(house.fail_on) and sure >= house.least
        return Violation(
            setting.name, setting.code, setting.severity, sure, hit.message, start, end, text, line, column, end_line, end_column,
            self._bytes(start, column), self._bytes(end, end_column), hit.sentence, fails, self._fingerprint(setting.name, hit),
        )  # fmt: skip

    def _bytes(self, offset: int, column: int) -> int:
        """The column in bytes of UTF-8, from 1."""
        return len(self.document.source[offset - column + 1 : offset].encode("utf-8", "replace")) + 1

    def _fingerprint(self, name: str, hit: Hit) -> str:
        """16 hexadecimal digits over the rule, the words and their sentence; of the whole document, over the rule alone."""
        sentence = self.document.sentences[hit.sentence - 1].text if hit.sentence else ""
        words = (name, hit.span.text, sentence) if hit.sentence else (name,)
        plain = "\0".join(" ".join(unicodedata.normalize("NFKC", word).casefold().split()) for word in words)
        return blake2b(plain.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _told_apart(found: list[Violation]) -> tuple[Violation, ...]:
    """The same violations; of several with one fingerprint, the second and further ones get a number behind it."""
    seen: Counter[str] = Counter()
    out = []
    for violation in found:
        seen[violation.fingerprint] += 1
        number = seen[violation.fingerprint]
        out.append(violation if number == 1 else replace(violation, fingerprint=f"{violation.fingerprint}-{number}"))
    return tuple(out)
