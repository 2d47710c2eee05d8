"""The working behind a sentence's scores, row by row, so that every number can be done again by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hedgescan import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hedgescan.ladder import Ladder
    from hedgescan.model import Attribution, Hedge, Hop, Sentence


@dataclass(frozen=True, slots=True)
class Row:
    """One step: `what` it gives, the `words` it came from, its `value`, and the `arithmetic`, which any calculator (or Python) can do."""

    what: str
    words: str
    value: float
    arithmetic: str


def explain(sentence: Sentence, ladder: Ladder) -> tuple[Row, ...]:
    """All steps to the five figures of one sentence, in order: hedges, chains, support, certainty, gap, verifiability."""
    return (*_hedges(sentence.hedges), *_chains(sentence, ladder), *_figures(sentence, ladder))


def _hedges(cues: tuple[Hedge, ...]) -> Iterator[Row]:
    for category, value in score.strongest(cues).items():
        mine = [cue for cue in cues if cue.category == category]
        words = "; ".join(f"{cue.text} ({cue.locus})" for cue in mine)
        yield Row(f"hedge, {category}", words, value, _pick("max", (cue.strength for cue in mine)))
    yield Row("hedge", _texts(cues), score.hedge(cues), _either(score.strongest(cues).values()))
    claim = [cue for cue in cues if cue.locus in score.CLAIM]
    yield Row("hedge of the claim", _texts(claim), score.hedge_claim(cues), _either(score.strongest(claim).values()))


def _chains(sentence: Sentence, ladder: Ladder) -> Iterator[Row]:
    for number, chain in enumerate((chain for chain in sentence.chains if chain), 1):
        bearers = score.bearers(chain)
        for place, hop in enumerate(chain, 1):
            what = f"chain {number}, hop {place}"
            if hop.relay and place < len(chain):
                yield Row(f"{what}, passes on", _words(hop, sentence.attributions), ladder.decay, _plain(ladder.decay))
            else:
                yield _bearer(what, hop, sentence.attributions, ladder)
        weakest = _pick("min", (score.rung(hop.rung, hop.modifiers, ladder) for hop in bearers))
        value, hops = score.strength(chain, ladder), score.length(chain, ladder)
        path = " -> ".join(hop.source_id or "nobody" for hop in chain)
        yield Row(f"chain {number}", path, value, f"{weakest} * {_plain(ladder.decay)} ** ({hops} - 1)")


def _bearer(what: str, hop: Hop, attributions: tuple[Attribution, ...], ladder: Ladder) -> Row:
    gains = score.gains(hop.rung, hop.modifiers, ladder)
    base, cap = _plain(ladder.weight(hop.rung)), _plain(ladder.cap(hop.rung))
    steps = "".join(f" * (1 - {_plain(gain)})" for gain in gains.values())
    named = " + ".join((hop.rung, *gains))
    value = score.rung(hop.rung, hop.modifiers, ladder)
    return Row(f"{what}, {named}", _words(hop, attributions), value, f"{cap} - ({cap} - {base}){steps}" if gains else base)


def _figures(sentence: Sentence, ladder: Ladder) -> Iterator[Row]:
    chains = tuple(chain for chain in sentence.chains if chain)
    supported, claim = score.support(chains, ladder), score.hedge_claim(sentence.hedges)
    if chains:
        best = score.best(chains, ladder)
        roots = "; ".join(source or "nobody" for source in best)
        yield Row("support", roots, supported, f"min({_plain(score.ceiling(chains, ladder))}, {_either(best.values())})")
    else:
        yield Row("support", "OWN_VOICE", supported, _plain(supported))
    shields = score.shields(chains, ladder)
    certain = score.certainty(sentence.hedges, chains, ladder)
    yield Row("certainty", "; ".join(shields), certain, f"{_pick('min', shields.values())} * (1 - {_plain(claim)})")
    yield Row("gap", "certainty - support", score.gap(certain, supported), f"{_plain(certain)} - {_plain(supported)}")
    value = score.verifiability(supported, claim, ladder)
    yield Row("verifiability", "", value, f"100 * {_plain(supported)} * (1 - {_plain(ladder.beta)} * {_plain(claim)})")


def _words(hop: Hop, attributions: tuple[Attribution, ...]) -> str:
    """The words that show this hop: source and cue of its attributions here, or its id where an earlier sentence named it."""
    mine = [item for item in attributions if item.source_id is not None and item.source_id == hop.source_id]
    found = "; ".join(" … ".join(span.text for span in (item.source, item.cue) if span) for item in mine)
    return found or f"{hop.source_id or 'nobody'}{' (carried over)' if hop.carried else ''}"


def _texts(cues: Iterable[Hedge]) -> str:
    return "; ".join(cue.text for cue in cues)


def _plain(value: float) -> str:
    return f"{value:.6g}"


def _pick(name: str, values: Iterable[float]) -> str:
    """`max(a, b)`, or just the number where there is one."""
    shown = [_plain(value) for value in values]
    return shown[0] if len(shown) == 1 else f"{name}({', '.join(shown)})"


def _either(shares: Iterable[float]) -> str:
    factors = [f"(1 - {_plain(share)})" for share in shares]
    return f"1 - {' * '.join(factors)}" if factors else "0"
