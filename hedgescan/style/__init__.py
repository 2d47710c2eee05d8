"""House styles: rules that a draft is held to, each a small function with its manual; which of them count is data."""

from hedgescan.style import certainty, directives, hedging, limits, relays, unnamed, wording  # noqa: F401  (they enter their rules)
from hedgescan.style.check import check, flag
from hedgescan.style.house import House, houses, load
from hedgescan.style.rule import RULES, Rule
from hedgescan.style.violation import SEVERITIES, Violation

__all__ = ["RULES", "SEVERITIES", "House", "Rule", "Violation", "check", "flag", "houses", "load"]
