"""House styles: rules that a draft is held to, each a small function with its manual; which of them count is data."""

from hedgescan.style import certainty, hedging, limits, relays, unnamed, wording  # noqa: F401  (they enter their rules)
from hedgescan.style.check import check, flag
from hedgescan.style.house import House, houses, load
from hedgescan.style.rule import RULES, Rule

__all__ = ["RULES", "House", "Rule", "check", "flag", "houses", "load"]
