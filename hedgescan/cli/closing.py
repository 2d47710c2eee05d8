"""The closing lines of a check, for people: how much was found, and which suppressions have had their day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hedgescan.cli.settings import Settings
from hedgescan.model import ENGLISH, WORDLESS

if TYPE_CHECKING:
    from hedgescan.formats.report import Report
    from hedgescan.style.accept import Acceptance


def closing(reports: Sequence[Report], accept: Acceptance, settings: Settings, options: dict[str, Any]) -> list[str]:
    """The lines, without their breaks."""
    read = [report for report in reports if not report.fault]
    found = [item for report in read for item in report.violations]
    counts = [f"{len(read)} file{'s' * (len(read) != 1)} checked", f"{len(found)} found", f"{sum(item.fails for item in found)} to mend"]
    accepted = sum(len(report.accepted) for report in read)
    counts += [f"{accepted} accepted"] if accepted else []
    others = sum(report.language not in (ENGLISH, WORDLESS) for report in read)
    counts += [f"{others} not English"] if others else []
    unread = len(reports) - len(read)
    counts += [f"{unread} not read"] if unread else []
    return [f"hedgescan: {', '.join(counts)}", *_idle({report.path for report in read}, accept, settings, options)]


def statistics(reports: Sequence[Report]) -> list[str]:
    """How often each rule is broken, the most frequent first, a line a rule."""
    tally = Counter((item.code, item.rule) for report in reports for item in report.violations)
    return [f"{number:6}  {code}  {rule}" for (code, rule), number in sorted(tally.items(), key=lambda row: (-row[1], row[0]))]


def _idle(read: set[str], accept: Acceptance, settings: Settings, options: dict[str, Any]) -> Iterator[str]:
    """What the baseline and the configuration no longer need; only a run over all rules and lines can tell."""
    partial = any(settings.origins[key] == "command line" for key in ("select", "ignore"))
    if partial or options["diff_from"] or options["diff_file"]:
        return
    gone = accept.baseline.gone(read) if accept.baseline and not options["update_baseline"] else 0
    if gone:
        yield f"hedgescan: {gone} in the baseline {'are' if gone > 1 else 'is'} mended; --update-baseline takes {'them' if gone > 1 else 'it'} out"
    for item in accept.idle(read):
        yield f"hedgescan: {settings.config.file}: suppress: {item.fingerprint} accepts nothing in what was checked; take it out"
