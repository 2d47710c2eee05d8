"""What a document comes to in counts: how many sentences, on how many independent sources, through whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hedgescan.ladder import ANONYMOUS, NOBODY, PERSONS
from hedgescan.model import CATEGORIES, LOCI, Summary
from hedgescan.score import Chain, distinct, root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hedgescan.model import Hop, Sentence, Source


def summarise(sentences: Sequence[Sentence], sources: Iterable[Source]) -> Summary:
    """The counts of one document (language.md 4.3).

    Sentences and hedges are counted as they stand; shares are of attributed tokens, each distinct sentence once.  `attributed` sentences
    have a chain, `anonymous` ones have one that ends with an ANON_* source.
    """
    chained = [item for item in sentences if any(item.chains)]
    hedges = [cue for item in sentences for cue in item.hedges]
    roots, through = _tokens(distinct(chained))
    whole = sum(roots.values())
    return Summary(
        sentences=len(sentences),
        attributed=len(chained),
        anonymous=sum(any(hop.rung in ANONYMOUS for hop in _origins([item])) for item in chained),
        hedged=sum(bool(item.hedges) for item in sentences),
        independent_sources=independent(chained, roots),
        outlet_dependency=round(max(through.values(), default=0.0) / whole, 6) if whole else 0.0,
        named_human_sources=named_humans(chained, sources),
        hedges_by_category=_tally((cue.category for cue in hedges), CATEGORIES),
        hedges_by_locus=_tally((cue.locus for cue in hedges), LOCI),
    )


def independent(sentences: Sequence[Sentence], roots: Mapping[str | None, float]) -> dict[str, float]:
    """How many independent sources: three numbers, never one.

    maximum: distinct origins, if no two of them are the same; who passes others on is not one more, since his own word may rest on
    theirs, and crowds and nobodies are none.  guaranteed: distinct roots that are outlets or on the record; never above maximum,
    since two outlets that quote the same minister have one source between them.  effective: 1 / HHI of `roots`, attributed tokens by root.
    """
    firm = {chain[0].source_id for chain in _chains(sentences) if _firm(chain)} - {None}
    paths = [path for path in map(_somebodies, _chains(sentences)) if path]
    origins = {path[-1] for path in paths} - {source for path in paths for source in path[:-1]}
    maximum = max(len(origins), int(bool(paths)))
    whole = sum(roots.values())
    concentration = sum((tokens / whole) ** 2 for tokens in sorted(roots.values())) if whole else 0.0
    return {
        "guaranteed": min(len(firm), maximum),
        "maximum": maximum,
        "effective": round(1.0 / concentration, 6) if concentration else 0.0,
    }


def named_humans(sentences: Sequence[Sentence], sources: Iterable[Source]) -> int:
    """How many named persons the reader's knowledge comes from; who only speaks within the story is none of them."""
    origins = {hop.source_id for hop in _origins(sentences)}
    named = (item for item in sources if item.kind == "person" and not item.anonymous and item.rung in PERSONS)
    return len({item.id for item in named if item.id in origins})


def _tokens(sentences: Iterable[Sentence]) -> tuple[dict[str | None, float], dict[str, float]]:
    """Attributed tokens by root and by outlet passed through; a sentence with several chains is shared out among them equally."""
    roots: dict[str | None, float] = {}
    through: dict[str, float] = {}
    for item in sentences:
        chains = list(dict.fromkeys(chain for chain in item.chains if chain))
        for chain in chains:
            part = item.tokens / len(chains)
            roots[root(chain)] = roots.get(root(chain), 0.0) + part
            for outlet in _outlets(chain):
                through[outlet] = through.get(outlet, 0.0) + part
    return roots, through


def _chains(sentences: Iterable[Sentence]) -> Iterator[Chain]:
    return (chain for item in sentences for chain in item.chains if chain)


def _origins(sentences: Iterable[Sentence]) -> Iterator[Hop]:
    return (chain[-1] for chain in _chains(sentences))


def _outlets(chain: Chain) -> set[str]:
    """Ids of the outlets the chain passes through or ends with."""
    relays = {hop.source_id for hop in chain[:-1] if hop.relay}
    return {source for source in relays | {hop.source_id for hop in chain if hop.rung == "OUTLET"} if source}


def _somebodies(chain: Chain) -> list[str]:
    """Ids of the hops that are somebody in particular, outermost first."""
    return [hop.source_id for hop in chain if hop.source_id and hop.rung not in NOBODY]


def _firm(chain: Chain) -> bool:
    """Whether the chain's root is an outlet or on the record."""
    return chain[0].source_id in _outlets(chain) or chain[0].rung not in (*ANONYMOUS, *NOBODY)


def _tally(found: Iterable[str], names: Sequence[str]) -> dict[str, int]:
    """Counts by name in the order of `names`; what was not found is not listed."""
    counts = Counter(found)
    return {name: counts[name] for name in names if counts[name]}
