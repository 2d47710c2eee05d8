"""Which word of the old text became which of the new: equal stretches first, wherever they moved to, then what lies between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from hedgescan.diff import sentences
from hedgescan.diff.sentences import Link, Links
from hedgescan.diff.words import Side, sides
from hedgescan.model import Document

ROUNDS = 8  # a stretch moved once needs two


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides, their linked sentences, and the partner in `words` of each word of `this` that has one, in `back` of `other`.

    `partners` maps a linked sentence of `this` to those of `other`; `same` the sentences that nobody touched.
    """

    this: Side
    other: Side
    links: tuple[Link, ...]
    same: dict[int, int]
    words: dict[int, int]
    back: dict[int, int]
    partners: dict[int, tuple[int, ...]]

    def turned(self) -> Alignment:
        """The same seen from the other side."""
        links = tuple(Link(new, old, alike) for old, new, alike in self.links)
        same = {new: old for old, new in self.same.items()}
        return Alignment(self.other, self.this, links, same, self.back, self.words, _partners(links))


def align(old: Document, new: Document) -> Alignment:
    """Align two documents; from the other side the result is the same, turned round."""
    turn = [s.text for s in old.sentences] > [s.text for s in new.sentences]
    this, other = sides(new, old) if turn else sides(old, new)
    found = sentences.match(this, other)
    links = tuple(sorted(found.links))
    words = _words(this, other, found)
    out = Alignment(this, other, links, found.same, words, {two: one for one, two in words.items()}, _partners(links))
    return out.turned() if turn else out


def _partners(links: tuple[Link, ...]) -> dict[int, tuple[int, ...]]:
    out: dict[int, list[int]] = defaultdict(list)
    for link in links:
        out[link.old].append(link.new)
    return {key: tuple(sorted(values)) for key, values in out.items()}


def _words(this: Side, other: Side, found: Links) -> dict[int, int]:
    """Partners of words: those of untouched sentences one by one, the others group by group of linked sentences."""
    out: dict[int, int] = {}
    for one, two in found.same.items():
        out.update(zip(range(*this.bounds[one]), range(*other.bounds[two]), strict=False))
    by = defaultdict(list)
    for link in found.links:
        by[link.old].append(link)
    for ones, twos in _groups(found.links):
        here = [word for number in ones for word in range(*this.bounds[number])]
        there = [word for number in twos for word in range(*other.bounds[number])]
        out.update(_pair(this, other, here, there, [link for number in ones for link in by[number]]))
    return out


def _groups(links: list[Link]) -> Iterator[tuple[list[int], list[int]]]:
    """Old and new sentences that hang together through links."""
    forth, back = defaultdict(list), defaultdict(list)
    for link in links:
        forth[link.old].append(link.new)
        back[link.new].append(link.old)
    seen: set[int] = set()
    for start in sorted(forth):
        if start in seen:
            continue
        olds, news, waiting = {start}, set[int](), [start]
        while waiting:
            for new in forth[waiting.pop()]:
                news.add(new)
                waiting += [old for old in back[new] if old not in olds]
                olds.update(back[new])
        seen |= olds
        yield sorted(olds), sorted(news)


def _pair(this: Side, other: Side, here: list[int], there: list[int], links: list[Link]) -> dict[int, int]:
    """Partners of the words `here` among those `there`: greedy tiling (Wise 1993), whose tiles need a content word, then the gaps."""
    out: dict[int, int] = {}
    used: set[int] = set()
    for _ in range(ROUNDS):
        blocks = _blocks(this, other, here, there, out, used)
        tiles = [block for block in blocks if any(this.words[one].weight for one, _ in block)]
        for tile in tiles:
            out.update(tile)
            used.update(two for _, two in tile)
        if not tiles:
            break
    _spread(this, other, here, out, used, 1)
    _spread(this, other, here[::-1], out, used, -1)
    _gaps(this, other, links, out, used)
    return out


def _blocks(this: Side, other: Side, here: list[int], there: list[int], out: dict[int, int], used: set[int]) -> list[list[tuple[int, int]]]:
    """Equal stretches of what has no partner yet; a taken word is equal to nothing."""
    one = [this.words[word].key if word not in out else f"<{word}" for word in here]
    two = [other.words[word].key if word not in used else f">{word}" for word in there]
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return [[(here[a + i], there[b + i]) for i in range(size)] for a, b, size in blocks if size]


def _spread(this: Side, other: Side, here: list[int], out: dict[int, int], used: set[int], step: int) -> None:
    """Give function words beside a pair their partners beside it."""
    for word in here:
        two = out.get(word - step)
        if word in out or two is None or not 0 <= two + step < len(other.words) or two + step in used:
            continue
        if this.words[word].key == other.words[two + step].key and this.words[word].sentence == this.words[word - step].sentence:
            if other.words[two].sentence == other.words[two + step].sentence:
                out[word] = two + step
                used.add(two + step)


def _gaps(this: Side, other: Side, links: list[Link], out: dict[int, int], used: set[int]) -> None:
    """Pair equal words that stand between two pairs, or between a pair and the same end of the sentence, in both texts."""
    for link in links:
        (first, last), (start, stop) = this.bounds[link.old], other.bounds[link.new]
        paired = [(first - 1, start - 1), *((w, out[w]) for w in range(first, last) if start <= out.get(w, -1) < stop), (last, stop)]
        for (a, c), (b, d) in pairwise(paired):
            free = not any(word in out for word in range(a + 1, b)) and not any(word in used for word in range(c + 1, d))
            if b - a > 1 and d - c > 1 and free:
                for block in _blocks(this, other, list(range(a + 1, b)), list(range(c + 1, d)), out, used):
                    out.update(block)
                    used.update(two for _, two in block)
