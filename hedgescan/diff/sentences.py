"""Which sentences of the old text became which of the new: kept, reworded, reordered, merged or split.

Candidates come from an inverted index over content words, so the work grows with the text and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hedgescan.diff.words import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hedgescan.diff.words import Side

NEAR = 16  # of a word in very many sentences only so many, nearest in position, are looked at
ALIKE = 0.4  # Dice coefficient from which two sentences are one, reworded
HELD = 0.6  # share of the lighter sentence found in the other from which they are one, cut or padded
PART = 0.5  # share of a sentence found in what its neighbour's partner has left over, from which it was merged into it


class Link(NamedTuple):
    """Sentences, counted from 0, of the old and of the new text, and how alike they are, 0..1."""

    old: int
    new: int
    alike: float


@dataclass(frozen=True, slots=True)
class Links:
    """`same` holds pairs that differ in nothing but white space, `links` all the others."""

    same: dict[int, int]
    links: list[Link]


def match(old: Side, new: Side) -> Links:
    """Link the sentences of two texts; a sentence may be in several links, one that was kept as it was in none."""
    same = _same([_plain(s.text) for s in old.document.sentences], [_plain(s.text) for s in new.document.sentences])
    kept = set(same.values())
    olds = {n: old.bag(n) for n in range(len(old.bounds)) if n not in same}
    news = {n: new.bag(n) for n in range(len(new.bounds)) if n not in kept}
    ratio = len(new.bounds) / max(1, len(old.bounds))
    links = _reworded(sorted(_candidates(olds, news, ratio)), olds, news)
    links += _merged(links, olds, news, ratio)
    links += [Link(n, o, alike) for o, n, alike in _merged([Link(n, o, a) for o, n, a in links], news, olds, 1 / (ratio or 1))]
    links += _alone(links, same, olds, news)
    return Links(same, links)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split())


def _same(old: list[str], new: list[str]) -> dict[int, int]:
    """Pairs of equal sentences: first those that both texts begin and end with, then the others in order."""
    out: dict[int, int] = {}
    while len(out) < min(len(old), len(new)) and old[len(out)] == new[len(out)]:
        out[len(out)] = len(out)
    head, tail = len(out), 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
        out[len(old) - tail] = len(new) - tail
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for number in range(head, len(new) - tail):
        waiting[new[number]].append(number)
    for number in range(head, len(old) - tail):
        if waiting[old[number]]:
            out[number] = waiting[old[number]].popleft()
    return out


def _candidates(olds: dict[int, dict[str, float]], news: dict[int, dict[str, float]], ratio: float) -> Iterator[tuple[float, float, int, int]]:
    """(less alike first, farther, old, new) for every pair that shares a content word near enough."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, bag in news.items():
        for key in bag:
            index[key].append(number)
    for number, bag in olds.items():
        for other in {place for key in bag for place in _near(index.get(key, []), number * ratio)}:
            yield -_dice(bag, news[other]), abs(number * ratio - other), number, other


def _near(places: list[int], at: float) -> list[int]:
    if len(places) <= 2 * NEAR:
        return places
    middle = bisect_left(places, at)
    return places[max(0, middle - NEAR) : middle + NEAR]


def shared(one: dict[str, float], two: dict[str, float]) -> float:
    """What the words that both bags hold weigh."""
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    return sum(min(weight, large[key]) for key, weight in small.items() if key in large)


def _dice(one: dict[str, float], two: dict[str, float]) -> float:
    total = sum(one.values()) + sum(two.values())
    return 2 * shared(one, two) / total if total else 0.0


def _reworded(ordered: list[tuple[float, float, int, int]], olds: dict[int, dict[str, float]], news: dict[int, dict[str, float]]) -> list[Link]:
    """One-to-one links, the most alike first."""
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for less, _, one, two in ordered:
        a, b = olds[one], news[two]
        common = telling(a.keys() & b.keys())
        held = shared(a, b) / (min(sum(a.values()), sum(b.values())) or 1.0)
        enough = (-less >= ALIKE and (common >= 2 or common == len(a) == len(b))) or (held >= HELD and common >= 3)
        if one not in taken[0] and two not in taken[1] and enough:
            taken[0].add(one)
            taken[1].add(two)
            out.append(Link(one, two, max(-less, held)))
    return out


def _merged(links: list[Link], olds: dict[int, dict[str, float]], news: dict[int, dict[str, float]], ratio: float) -> list[Link]:
    """Further links from old sentences that have none into what the partners of others leave over: two were made one."""
    left = {link.new: {k: w for k, w in news[link.new].items() if k not in olds[link.old]} for link in links}
    index: dict[str, list[int]] = defaultdict(list)
    for number in sorted(left):
        for key in left[number]:
            index[key].append(number)
    out = []
    linked = {link.old for link in links}
    for number in sorted(olds.keys() - linked):
        bag = olds[number]
        near = {place for key in bag for place in _near(index.get(key, []), number * ratio)}
        best = max(near, key=lambda place: (shared(bag, left[place]), -abs(place - number * ratio)), default=None)
        if best is not None and telling(bag.keys() & left[best].keys()) >= 2:
            held = shared(bag, left[best]) / sum(bag.values())
            if held >= PART:
                out.append(Link(number, best, held))
    return out


def _alone(links: list[Link], same: dict[int, int], olds: dict[int, dict[str, float]], news: dict[int, dict[str, float]]) -> list[Link]:
    """Where between two neighbours that have partners one sentence stands in each text, and they share a word, they are one."""
    taken, used = {link.old for link in links}, {link.new for link in links}
    partner = {**{link.old: link.new for link in links}, **same}
    back = {new: old for old, new in partner.items()}
    total, other = len(olds) + len(same), len(news) + len(same)
    out = []
    for number in sorted(olds.keys() - taken):
        before, after = partner.get(number - 1, -1 if number == 0 else None), partner.get(number + 1, other if number + 1 == total else None)
        here = before + 1 if before is not None else after - 1 if after is not None else None
        if here is None or here not in news or here in used or (after is not None and after != here + 1) or here in back:
            continue
        if shared(olds[number], news[here]):
            out.append(Link(number, here, _dice(olds[number], news[here])))
    return out
