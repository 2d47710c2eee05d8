"""Findings into numbers: how hedged, how well supported, how certain, and how far the two lie apart (pure functions).

What is expected of `chains` (one chain for each way in which the sentence reached the reader): a chain is a tuple of `Hop`, outermost
relay first, and the last hop is the origin.  `Hop.relay` is true of an outlet that only passes the claim on; it adds a hop and does
not cap.  A further hop that is no relay (an associate who tells what a minister told him) caps the chain by its own rung.  The
modifier `proximity` brings its extra hop with it (`hops` in ladder.toml); any other declared second-hand way is a hop of its own in
the chain.  Story-level speech is no hop.  `Hop.stance` is the stance of the cue that reports this hop.  No chains: the house's own voice.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from hedgescan.figures import Scores
from hedgescan.ladder import ANONYMOUS, NOBODY, Ladder
from hedgescan.model import CATEGORIES, Hedge, Hop, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

Chain = tuple[Hop, ...]
CLAIM = ("writer", "claim", "attribution_cue")
DIGITS = 6  # floating-point dust below a millionth is dropped, so that what is printed is plain


def strongest(cues: Iterable[Hedge]) -> dict[str, float]:
    """The strongest cue of each category, 0..1, in the order of CATEGORIES; boosters are not scored.

    One category counts once: *may possibly* is one hedge said twice (modal concord, Lyons 1977), and a repeated cue changes nothing.
    """
    found: dict[str, float] = {}
    for cue in cues:
        found[cue.category] = max(found.get(cue.category, 0.0), cue.strength)
    return {category: found[category] for category in CATEGORIES if category in found}


def hedge(cues: Iterable[Hedge]) -> float:
    """How hedged, 0 (not at all) to 1: one minus the product over categories of (1 - strongest)."""
    return either(strongest(cues).values())


def hedge_claim(cues: Iterable[Hedge]) -> float:
    """How hedged the claim itself is, 0..1: cues of the writer, the top-level claim and the reporting verb, not nested, not quoted."""
    return hedge(cue for cue in cues if cue.locus in CLAIM)


def hedge_writer(cues: Iterable[Hedge]) -> float:
    """How hedged in the writer's own voice, 0..1; never from quotes."""
    return hedge(cue for cue in cues if cue.locus == "writer")


def either(shares: Iterable[float]) -> float:
    """One minus the product of the complements (noisy-or), 0..1; sorted first, so that the order never shows."""
    return 1.0 - prod(1.0 - share for share in sorted(shares))


def gains(base: str, modifiers: Iterable[str], ladder: Ladder) -> dict[str, float]:
    """The gain of each modifier that counts on this rung, by name; a repeated one counts once, of a group only the largest."""
    counted: dict[str, str] = {}
    for name in sorted(set(modifiers)):
        modifier = ladder.modifier(name)
        if modifier.rungs and base not in modifier.rungs:
            continue
        group = modifier.group or name
        if group not in counted or modifier.gain > ladder.modifier(counted[group]).gain:
            counted[group] = name
    return {name: ladder.modifier(name).gain for name in sorted(counted.values())}


def rung(base: str, modifiers: Iterable[str], ladder: Ladder) -> float:
    """A rung with its modifiers, 0..1 (language.md 3.3): each closes the share `gain` of what is left to the cap, in any order.

    Raises ValueError for a rung or a modifier that is not on the ladder.
    """
    weight, cap = ladder.weight(base), ladder.cap(base)
    left = prod(1.0 - gain for gain in gains(base, modifiers, ladder).values())
    return weight if left == 1.0 else cap - (cap - weight) * left


def bearers(chain: Chain) -> Chain:
    """The hops that bear the claim: all but the conduits, which are outlets that are not the last hop and only pass it on."""
    return (*(hop for hop in chain[:-1] if not hop.relay), *chain[-1:])


def length(chain: Chain, ladder: Ladder) -> int:
    """The number of hops, with those that modifiers such as `proximity` bring."""
    return len(chain) + sum(ladder.modifier(name).hops for hop in chain for name in set(hop.modifiers))


def strength(chain: Chain, ladder: Ladder) -> float:
    """A chain's strength, 0..1: its weakest hop, conduits apart, times decay for every hop after the first (language.md 2.4, 4.1)."""
    weakest = min(rung(hop.rung, hop.modifiers, ladder) for hop in bearers(chain))
    return float(weakest * ladder.decay ** (length(chain, ladder) - 1))


def root(chain: Chain) -> str | None:
    """Whom all of the chain depends on: the outermost hop's source id, or None for nobody (all nobodies are one root)."""
    return chain[0].source_id


def unnamed(chain: Chain) -> bool:
    """Whether the chain hangs on somebody the reader cannot identify: one anonymous or unaccountable hop is enough."""
    return any(hop.rung in ANONYMOUS or hop.rung in NOBODY for hop in bearers(chain))


def best(chains: Iterable[Chain], ladder: Ladder) -> dict[str | None, float]:
    """The strongest chain of each root, 0..1."""
    found: dict[str | None, float] = {}
    for chain in chains:
        found[root(chain)] = max(found.get(root(chain), 0.0), strength(chain, ladder))
    return found


def ceiling(chains: Iterable[Chain], ladder: Ladder) -> float:
    """The most these chains can support together: lower if not one of them is on the record."""
    return ladder.anonymous_cap if all(unnamed(chain) for chain in chains) else ladder.named_cap


def support(chains: Iterable[Chain], ladder: Ladder) -> float:
    """How well supported, 0..1: independent roots add up as a noisy-or under a ceiling; without a chain the house's own voice."""
    held = [chain for chain in chains if chain]
    if not held:
        return ladder.weight("OWN_VOICE")
    return min(ceiling(held, ladder), either(best(held, ladder).values()))


def shields(chains: Iterable[Chain], ladder: Ladder) -> dict[str, float]:
    """The shields that apply, by stance: those of all hops; neutral where an attributed sentence shows none; own voice without a chain."""
    held = [chain for chain in chains if chain]
    stances = sorted({hop.stance for chain in held for hop in chain if hop.stance})
    return {stance: ladder.shield(stance) for stance in stances or (["neutral"] if held else ["own_voice"])}


def certainty(cues: Iterable[Hedge], chains: Iterable[Chain], ladder: Ladder) -> float:
    """How certain the claim sounds, 0..1: the most cautious reporting cue's shield times (1 - hedge_claim)."""
    return min(shields(chains, ladder).values()) * (1.0 - hedge_claim(cues))


def gap(certain: float, supported: float) -> float:
    """Certainty expressed less support shown, -1..1; above 0 the sentence overclaims."""
    return certain - supported


def verifiability(supported: float, hedged_claim: float, ladder: Ladder) -> float:
    """How well a reader could trace the claim, 0..100: support, a little lowered where the claim is hedged."""
    return 100.0 * supported * (1.0 - ladder.beta * hedged_claim)


def sentence(cues: Iterable[Hedge], chains: Iterable[Chain], ladder: Ladder) -> Scores:
    """The five figures of one sentence, rounded to DIGITS; raises ValueError for an unknown rung, modifier or stance."""
    cues, chains = tuple(cues), tuple(chains)
    supported, claimed = support(chains, ladder), hedge_claim(cues)
    certain = min(shields(chains, ladder).values()) * (1.0 - claimed)
    return _rounded(hedge(cues), supported, certain, gap(certain, supported), verifiability(supported, claimed, ladder))


@dataclass(frozen=True, slots=True)
class Total:
    """A document's scores as numerator (token-weighted sums) and denominator (tokens), so that documents can be added up."""

    tokens: int = 0
    sums: tuple[float, ...] = (0.0,) * len(Scores.__slots__)

    def __add__(self, other: Total) -> Total:
        return Total(self.tokens + other.tokens, tuple(a + b for a, b in zip(self.sums, other.sums, strict=True)))

    @property
    def mean(self) -> Scores:
        """The token-weighted means, rounded to DIGITS; all 0 where there are no tokens."""
        return _rounded(*(value / self.tokens for value in self.sums)) if self.tokens else Scores()


def total(sentences: Iterable[Sentence], seen: set[int] | None = None) -> Total:
    """Token-weighted sums over the sentences that have scores, each distinct one once; `seen` is as for `distinct`."""
    rows = [(item.tokens, item.scores) for item in distinct(sentences, seen) if item.scores]
    sums = (float(sum([tokens * getattr(scores, name) for tokens, scores in rows])) for name in Scores.__slots__)
    return Total(sum(tokens for tokens, _ in rows), tuple(sums))


def document(sentences: Iterable[Sentence]) -> Scores:
    """The token-weighted mean of the sentences' scores, each distinct sentence counted once."""
    return total(sentences).mean


def distinct(sentences: Iterable[Sentence], seen: set[int] | None = None) -> list[Sentence]:
    """The sentences without repetitions (same text but for case, white space and Unicode form); the first of a kind stays.

    `seen` remembers, as hashes, those of earlier parts of the document.
    """
    seen = set() if seen is None else seen
    first = []
    for item in sentences:
        text = item.text if item.text.isascii() else unicodedata.normalize("NFKC", item.text)
        key = hash(" ".join(text.casefold().split()))
        if key not in seen:
            seen.add(key)
            first.append(item)
    return first


def _rounded(*values: float) -> Scores:
    return Scores(*(round(value, DIGITS) + 0.0 for value in values))  # + 0.0 turns a minus zero into zero
