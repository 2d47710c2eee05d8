"""Which violations of a document are accepted, by a directive in it, a fingerprint in the configuration, or the baseline."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hedgescan.lexicon.error import LexiconError
from hedgescan.model import Document, Span
from hedgescan.readers.directives import heard
from hedgescan.style.baseline import Baseline, bare
from hedgescan.style.check import Places
from hedgescan.style.house import House, hint, rules_of
from hedgescan.style.rule import Hit
from hedgescan.style.suppress import Suppression, faulty, suppressions
from hedgescan.style.violation import Violation

FAULTS = ("unused-suppression", "suppression-without-reason")  # what is said of directives themselves


class Listed(NamedTuple):
    """A finding accepted by its fingerprint, in any file or in the one at the real path `path`."""

    fingerprint: str
    reason: str
    path: str = ""


class Accepted(NamedTuple):
    """A violation that does not count: the reason given, if any, and whether directive, fingerprint or baseline accepts it."""

    violation: Violation
    reason: str
    by: str


@dataclass(slots=True)
class Acceptance:
    """What accepts violations besides directives: fingerprints, and the baseline; `met` are the fingerprints that did."""

    listed: tuple[Listed, ...] = ()
    baseline: Baseline | None = None
    reasoned: bool = False
    met: set[Listed] = field(default_factory=set)

    def sort(
        self, document: Document, found: Sequence[Violation], house: House
    ) -> tuple[tuple[Violation, ...], tuple[Accepted, ...]]:
        """(what counts, what is accepted): directives go before fingerprints, and those before the baseline."""
        directives = suppressions(heard(document.source, document.verbatim), _paragraphs(document))
        counted: list[Violation] = []
        accepted: list[Accepted] = []
        for violation in found:
            taken = self._taken(violation, directives, document.path)
            if taken is None:
                counted.append(violation)
            else:
                accepted.append(taken)
        counted += _faults(document, directives, house, self.reasoned)
        return tuple(sorted(counted, key=lambda item: (item.start, item.code, item.end))), tuple(accepted)

    def idle(self, read: Iterable[str]) -> Iterator[Listed]:
        """Fingerprints that accepted nothing in the files read; one that is for another file is not judged."""
        places = {os.path.realpath(path) for path in read}
        yield from (item for item in self.listed if item not in self.met and (not item.path or item.path in places))

    def _taken(self, violation: Violation, directives: Sequence[Suppression], path: str) -> Accepted | None:
        fitting = [item for item in directives if item.covers(violation.rule, violation.code, violation.line, violation.end_line)]
        for item in fitting:
            item.used = True
        if fitting:
            return Accepted(violation, fitting[0].reason, "directive")
        key = bare(violation.fingerprint)
        for listed in self.listed:
            if key == bare(listed.fingerprint) and listed.path in ("", os.path.realpath(path)):
                self.met.add(listed)
                return Accepted(violation, listed.reason, "fingerprint")
        known = self.baseline is not None and self.baseline.known(violation)
        return Accepted(violation, "", "baseline") if known else None


def _faults(document: Document, directives: Sequence[Suppression], house: House, reasoned: bool) -> Iterator[Violation]:
    """Directives that accept nothing, name a rule there is not, or lack the reason that is asked for; and what looks like one."""
    places = Places(document)
    for item in directives:
        unknown = [rule for rule in item.rules if not _known(rule)]
        span = Span(item.start, item.end, document.source[item.start : item.end])
        if unknown:
            yield from _fault("unused-suppression", f"there is no rule {unknown[0]!r}{hint(unknown[0])}", span, places, house)
        elif not item.used and _judged(item, house):
            yield from _fault("unused-suppression", "this accepts nothing; take it out", span, places, house)
        if reasoned and not item.reason:
            yield from _fault("suppression-without-reason", "say why, after the brackets", span, places, house)
    for span, message in faulty(heard(document.source, document.verbatim)):
        yield from _fault("unused-suppression", message, span, places, house)


def _paragraphs(document: Document) -> list[tuple[int, int]]:
    """Where each paragraph that was read begins and ends, in order."""
    out: dict[int, tuple[int, int]] = {}
    for item in document.sentences:
        start, end = out.get(item.paragraph, (item.start, item.end))
        out[item.paragraph] = (start, max(end, item.end))
    return list(out.values())


def _judged(item: Suppression, house: House) -> bool:
    """Whether all the rules that a directive means were on, so that it is known to accept nothing."""
    names = {name for rule in item.rules for name in rules_of(rule)} if item.rules else house.settings.keys()
    return all(house.settings[name].on for name in names)


def _known(rule: str) -> bool:
    try:
        return bool(rules_of(rule))
    except LexiconError:
        return False


def _fault(rule: str, message: str, span: Span, places: Places, house: House) -> Iterator[Violation]:
    if house.settings[rule].on:
        yield places.violation(house.settings[rule], Hit(span, message, 1.0, 0), house)
