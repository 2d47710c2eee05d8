"""What a document comes to in counts: how many sentences, on how many independent sources, through whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hedgescan.figures import Summary
from hedgescan.ladder import ANONYMOUS, NOBODY, PERSONS
from hedgescan.model import CATEGORIES, ENGLISH, LOCI
from hedgescan.score import Chain, Total, distinct, root, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hedgescan.figures import Scores
    from hedgescan.model import Hop, Sentence, Source


class Tally:
    """Counts and sums over a document, taken in sentence by sentence or part by part, so that a long one need not be held whole.

    Sentences and hedges are counted as they stand; scores and shares are of tokens, each distinct sentence once.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.categories: Counter[str] = Counter()
        self.loci: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.roots: dict[str | None, float] = {}
        self.through: dict[str, float] = {}
        self.firm: set[str] = set()
        self.paths: dict[tuple[str, ...], None] = {}
        self.origins: set[str | None] = set()
        self.total = Total()
        self._scored: set[int] = set()
        self._shared: set[int] = set()

    def add(self, sentences: Sequence[Sentence]) -> None:
        """Take in further sentences."""
        chained = [item for item in sentences if any(item.chains)]
        hedges = [cue for item in sentences for cue in item.hedges]
        self.counts["sentences"] += len(sentences)
        self.languages.update(item.language for item in sentences)
        self.counts["attributed"] += len(chained)
        self.counts["anonymous"] += sum(any(hop.rung in ANONYMOUS for hop in _origins([item])) for item in chained)
        self.counts["hedged"] += sum(bool(item.hedges) for item in sentences)
        self.categories.update(cue.category for cue in hedges)
        self.loci.update(cue.locus for cue in hedges)
        self.firm |= {chain[0].source_id for chain in _chains(chained) if _firm(chain) and chain[0].source_id is not None}
        self.paths.update(dict.fromkeys(path for path in map(_somebodies, _chains(chained)) if path))
        self.origins |= {hop.source_id for hop in _origins(chained)}
        self._share(distinct(chained, self._shared))
        self.total += total(sentences, self._scored)

    @property
    def scores(self) -> Scores | None:
        """The token-weighted means of the scores; None where there are sentences, but none in English."""
        return self.total.mean if self.languages[ENGLISH] or not self.languages else None

    def summary(self, sources: Iterable[Source]) -> Summary:
        """The counts (language.md 4.3).

        `attributed` sentences have a chain, `anonymous` ones have one that ends with an ANON_* source.
        """
        whole = sum(self.roots.values())
        return Summary(
            sentences=self.counts["sentences"],
            attributed=self.counts["attributed"],
            anonymous=self.counts["anonymous"],
            hedged=self.counts["hedged"],
            independent_sources=self._independent(),
            outlet_dependency=round(max(self.through.values(), default=0.0) / whole, 6) if whole else 0.0,
            named_human_sources=self._named(sources),
            hedges_by_category=_listed(self.categories, CATEGORIES),
            hedges_by_locus=_listed(self.loci, LOCI),
            sentences_by_language=_listed(self.languages, sorted(self.languages)),
        )

    def _share(self, sentences: Iterable[Sentence]) -> None:
        """Add attributed tokens by root and by outlet passed through; a sentence with several chains is shared out among them equally."""
        for item in sentences:
            chains = list(dict.fromkeys(chain for chain in item.chains if chain))
            for chain in chains:
                part = item.tokens / len(chains)
                self.roots[root(chain)] = self.roots.get(root(chain), 0.0) + part
                for outlet in _outlets(chain):
                    self.through[outlet] = self.through.get(outlet, 0.0) + part

    def _independent(self) -> dict[str, float]:
        """How many independent sources: three numbers, never one.

        maximum: distinct origins, if no two of them are the same; who passes others on is not one more, since his own word may rest on
        theirs, and crowds and nobodies are none.  guaranteed: distinct roots that are outlets or on the record; never above maximum,
        since two outlets that quote the same minister have one source between them.  effective: 1 / HHI of attributed tokens by root.
        """
        ends = {path[-1] for path in self.paths} - {source for path in self.paths for source in path[:-1]}
        maximum = max(len(ends), int(bool(self.paths)))
        whole = sum(self.roots.values())
        concentration = sum((tokens / whole) ** 2 for tokens in sorted(self.roots.values())) if whole else 0.0
        return {
            "guaranteed": min(len(self.firm), maximum),
            "maximum": maximum,
            "effective": round(1.0 / concentration, 6) if concentration else 0.0,
        }

    def _named(self, sources: Iterable[Source]) -> int:
        """How many named persons the reader's knowledge comes from; who only speaks within the story is none of them."""
        named = (item for item in sources if item.kind == "person" and not item.anonymous and item.rung in PERSONS)
        return len({item.id for item in named if item.id in self.origins})


def summarise(sentences: Sequence[Sentence], sources: Iterable[Source]) -> Summary:
    """The counts of one document held whole."""
    tally = Tally()
    tally.add(sentences)
    return tally.summary(sources)


def _chains(sentences: Iterable[Sentence]) -> Iterator[Chain]:
    return (chain for item in sentences for chain in item.chains if chain)


def _origins(sentences: Iterable[Sentence]) -> Iterator[Hop]:
    return (chain[-1] for chain in _chains(sentences))


def _outlets(chain: Chain) -> set[str]:
    """Ids of the outlets the chain passes through or ends with."""
    relays = {hop.source_id for hop in chain[:-1] if hop.relay}
    return {source for source in relays | {hop.source_id for hop in chain if hop.rung == "OUTLET"} if source}


def _somebodies(chain: Chain) -> tuple[str, ...]:
    """Ids of the hops that are somebody in particular, outermost first."""
    return tuple(hop.source_id for hop in chain if hop.source_id and hop.rung not in NOBODY)


def _firm(chain: Chain) -> bool:
    """Whether the chain's root is an outlet or on the record."""
    return chain[0].source_id in _outlets(chain) or chain[0].rung not in (*ANONYMOUS, *NOBODY)


def _listed(counts: Mapping[str, int], names: Sequence[str]) -> dict[str, int]:
    """Counts by name in the order of `names`; what was not found is not listed."""
    return {name: counts[name] for name in names if counts.get(name)}
