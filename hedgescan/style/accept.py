"""Which violations of a document are accepted, by a directive in it, a fingerprint in the configuration, or the baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hedgescan.lexicon.error import LexiconError
from hedgescan.model import Document, Span
from hedgescan.style.baseline import Baseline, bare
from hedgescan.style.check import Places
from hedgescan.style.house import House, rules_of
from hedgescan.style.rule import Hit
from hedgescan.style.suppress import Suppression, suppressions
from hedgescan.style.violation import Violation


@dataclass(slots=True)
class Acceptance:
    """What accepts violations besides directives: `fingerprints` with their reasons, and the baseline; `met` are fingerprints that did."""

    fingerprints: dict[str, str] = field(default_factory=dict)
    baseline: Baseline | None = None
    reasoned: bool = False
    met: set[str] = field(default_factory=set)

    def sort(
        self, document: Document, found: Sequence[Violation], house: House
    ) -> tuple[tuple[Violation, ...], tuple[tuple[Violation, str], ...]]:
        """(what counts, what is accepted and why): directives go before fingerprints, and those before the baseline."""
        directives = suppressions(document.source)
        counted: list[Violation] = []
        accepted: list[tuple[Violation, str]] = []
        for violation in found:
            why = self._why(violation, directives)
            if why is None:
                counted.append(violation)
            else:
                accepted.append((violation, why))
        counted += _faults(document, directives, house, self.reasoned)
        return tuple(sorted(counted, key=lambda item: (item.start, item.code, item.end))), tuple(accepted)

    def _why(self, violation: Violation, directives: Sequence[Suppression]) -> str | None:
        fitting = [item for item in directives if item.covers(violation.rule, violation.code, violation.line, violation.end_line)]
        for item in fitting:
            item.used = True
        if fitting:
            return fitting[0].reason or "no reason given"
        key = bare(violation.fingerprint)
        if key in self.fingerprints:
            self.met.add(key)
            return self.fingerprints[key] or "no reason given"
        return "baseline" if self.baseline is not None and self.baseline.known(violation) else None


def _faults(document: Document, directives: Sequence[Suppression], house: House, reasoned: bool) -> Iterator[Violation]:
    """Directives that accept nothing, name a rule there is not, or lack the reason that is asked for."""
    places = Places(document)
    for item in directives:
        unknown = [rule for rule in item.rules if not _known(rule)]
        if unknown:
            yield _fault("unused-suppression", f"there is no rule {unknown[0]!r}", item, places, house)
        elif not item.used:
            yield _fault("unused-suppression", "this accepts nothing; take it out", item, places, house)
        if reasoned and not item.reason:
            yield _fault("suppression-without-reason", "say why, after the brackets", item, places, house)


def _known(rule: str) -> bool:
    try:
        return bool(rules_of(rule))
    except LexiconError:
        return False


def _fault(rule: str, message: str, item: Suppression, places: Places, house: House) -> Violation:
    span = Span(item.start, item.end, places.document.source[item.start : item.end])
    return places.violation(house.settings[rule], Hit(span, message, 1.0, 0), house)
