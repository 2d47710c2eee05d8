"""Synthetic attribution sentences: the frames of the news, filled with gold clauses and noun phrases."""

from collections.abc import Iterator
from random import Random

from training.frames import Frames
from training.harvest import Harvest
from training.phrase import settle
from training.treebank import Sentence, curly


def paragraphs(harvest: Harvest, count: int, seed: int = 11) -> Iterator[list[Sentence]]:
    """`count` synthetic sentences in paragraphs of one to three, two fifths of them with curly quotation marks."""
    random = Random(seed)
    shares = Frames(harvest, random).shares()
    frames, weights = list(shares), list(shares.values())
    while count > 0:
        length = min(count, random.choice([1, 1, 2, 3]))
        count -= length
        drawn = [settle(random.choices(frames, weights)[0]()) for _ in range(length)]
        yield curly(drawn) if random.random() < 0.4 else drawn
