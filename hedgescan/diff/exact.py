"""What must stay as it is: words within quotation marks, numbers, and *not*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from hedgescan.diff.claims import DENIALS, OVERLAP, denied
from hedgescan.diff.places import finding, place, stretch, words
from hedgescan.diff.words import FUNCTION, telling
from hedgescan.english import quotes

if TYPE_CHECKING:
    from hedgescan.diff.align import Alignment
    from hedgescan.diff.claims import Pair
    from hedgescan.diff.records import Finding
    from hedgescan.diff.words import Side

NEGATIONS = frozenset("not never cannot".split())


def quoted(side: Side) -> dict[int, int]:
    """Words within quotation marks, with the number of their quotation."""
    out: dict[int, int] = {}
    count = 0
    for _, group in groupby(side.document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        start = sentences[0].start
        text = [" "] * (sentences[-1].end - start)
        for sentence in sentences:
            text[sentence.start - start : sentence.end - start] = sentence.text
        for first, last in quotes.find("".join(text)):
            count += 1
            out.update(dict.fromkeys(side.inside(start + first, start + last), count))
    return out


def altered(alignment: Alignment) -> Iterator[Finding]:
    """Quotations in which a word was changed, put in or taken out; to cut one short, to mark what was left out, to bracket is allowed."""
    old, new = quoted(alignment.this), quoted(alignment.other)
    touched = {link.new for link in alignment.links}
    quotations: dict[int, list[int]] = {}
    for word, number in new.items():
        if alignment.other.words[word].sentence in touched:
            quotations.setdefault(number, []).append(word)
    for chosen in quotations.values():
        known = [word for word in chosen if alignment.back.get(word) in old]
        if not known:
            continue
        wrong = list(_wrong(alignment, old, chosen, known))
        if wrong:
            yield _altered(alignment, known, wrong)


def _wrong(alignment: Alignment, old: dict[int, int], chosen: list[int], known: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of words of the new quotation, both ends included, that the old one does not bear out."""
    this, other, back = alignment.this, alignment.other, alignment.back
    whole = {other.words[word].sentence for word in known}
    for word in chosen:
        if other.words[word].sentence in whole and not _bracketed(other, word):
            if back.get(word) not in old or this.words[back[word]].exact != other.words[word].exact:
                yield word, word
    for one, two in pairwise(known):
        a, b = back[one], back[two]
        lost = [word for word in range(a + 1, b) if word in old and word not in alignment.words] if a < b else []
        if two == one + 1 and lost and this.words[a].sentence == this.words[b].sentence:
            if not any(mark in stretch(other, other.words[one].end, other.words[two].start) for mark in ("…", "...", ". . .", "[")):
                yield one, two


def _bracketed(side: Side, word: int) -> bool:
    """Does a word stand in square brackets?"""
    found = side.words[word]
    text = side.document.sentences[found.sentence].text
    at = found.start - side.document.sentences[found.sentence].start
    return text.rfind("[", 0, at) > text.rfind("]", 0, at)


def _altered(alignment: Alignment, known: list[int], wrong: list[tuple[int, int]]) -> Finding:
    """One finding for a quotation: from the first word that differs to the last, with a known neighbour on each side."""
    this, other, back = alignment.this, alignment.other, alignment.back
    first, last = min(a for a, _ in wrong), max(b for _, b in wrong)
    sentence = other.words[first].sentence
    near = [word for word in known if this.words[back[word]].sentence == this.words[back[known[0]]].sentence]
    left = max((word for word in near if word < first or (word == first and (first, first) not in wrong)), default=None)
    right = min((word for word in near if word > last or (word == last and (last, last) not in wrong)), default=None)
    a = back[left] if left is not None else min(map(back.__getitem__, near))
    b = back[right] if right is not None else max(map(back.__getitem__, near))
    olds = list(range(min(a, b), max(a, b) + 1))
    news = list(range(left if left is not None else first, (right if right is not None else last) + 1))
    here = place(this, this.words[olds[0]].start, this.words[olds[-1]].end, this.words[olds[0]].sentence)
    away = place(other, other.words[news[0]].start, other.words[news[-1]].end, sentence)
    return finding("quote-altered", alignment, here, away, (words(this, olds), words(other, news)), 1.0, False)


def numbers(alignment: Alignment) -> Iterator[Finding]:
    """Numbers that stand between the same two words and differ; how many sources speak is the sources' business."""
    this, other = alignment.this, alignment.other
    for number in sorted(alignment.partners):
        sentence = this.document.sentences[number]
        sources = {word for a in sentence.attributions if a.source for word in this.inside(a.source.start, a.source.end)}
        if telling(this.words[word].key for word in range(*this.bounds[number]) if word in alignment.words) < 2:
            continue  # a time of day and the like
        for word in range(*this.bounds[number]):
            found, at = this.words[word], _twin(alignment, word)
            if found.key[0].isdigit() and word not in sources and at is not None and other.words[at].key[0].isdigit():
                away = other.words[at]
                places = place(this, found.start, found.end, number), place(other, away.start, away.end, away.sentence)
                yield finding("number-changed", alignment, *places, (words(this, [word]), words(other, [at])), 1.0, False)


def _twin(alignment: Alignment, word: int) -> int | None:
    """The word without a partner that stands between the partners of the neighbours of a word without one; a sentence's end is one too."""
    this, other, partner = alignment.this, alignment.other, alignment.words
    first, last = this.bounds[this.words[word].sentence]
    left, right = partner.get(word - 1, -1) if word > first else None, partner.get(word + 1, -1) if word + 1 < last else None
    known = right - 1 if right is not None else left + 1 if left is not None else -1
    if word in partner or -1 in (left, right) or not 0 <= known < len(other.words) or known in alignment.back:
        return None
    return known if left is None or left + 1 == known else None


def negations(alignment: Alignment, back: bool) -> Iterator[Finding]:
    """Clauses of this side that say *not*, where the other side has all their other words and no *not*, and nobody denies them."""
    this, other, partner = alignment.this, alignment.other, alignment.words
    for number in sorted(alignment.partners):
        for _, group in groupby(range(*this.bounds[number]), key=lambda word: this.clauses[word]):
            clause = list(group)
            nots = [word for word in clause if _negative(this, word)]
            content = [word for word in clause if this.words[word].key not in FUNCTION and word not in nots]
            if len(nots) != 1 or nots[0] in partner or not content or any(word not in partner for word in content):
                continue
            clauses = {other.clauses[partner[word]] for word in content}
            bounds = other.bounds[other.words[partner[content[0]]].sentence]
            twin = [word for word in range(*bounds) if other.clauses[word] in clauses]
            plain = all(word in alignment.back for word in twin if other.words[word].key not in FUNCTION)
            denied = any(other.words[word].key in DENIALS for word in range(*bounds))
            if len(clauses) == 1 and plain and not denied and not any(_negative(other, word) for word in twin):
                yield _opposed(alignment, nots[0], clause, twin, back)


def denials(alignment: Alignment, pairs: list[Pair]) -> Iterator[Finding]:
    """Claims that were denied and are now asserted by the same words, or the reverse."""
    for item in pairs:
        if denied(item.here) == denied(item.there) or item.here.sentence in alignment.same or item.overlap < OVERLAP:
            continue
        sides = ((alignment.this, item.here, alignment.words), (alignment.other, item.there, alignment.back))
        if any(_negative(side, word) and word not in paired for side, claim, paired in sides for word in claim.content):
            continue
        old, new = item.here.attribution.cue, item.there.attribution.cue
        here = place(alignment.this, old.start, old.end, item.here.sentence)
        away = place(alignment.other, new.start, new.end, item.there.sentence)
        yield finding("negation-changed", alignment, here, away, (old.text, new.text), item.overlap, False)


def _opposed(alignment: Alignment, at: int, clause: list[int], twin: list[int], back: bool) -> Finding:
    """The finding, with the words around the negation that have partners, or the clauses."""
    this, other, partner = alignment.this, alignment.other, alignment.words
    if partner.get(at - 1, -1) in twin and partner.get(at + 1, -1) == partner[at - 1] + 1:
        clause, twin = [at - 1, at + 1], [partner[at - 1], partner[at + 1]]
    here = place(this, this.words[at].start, this.words[at].end, this.words[at].sentence)
    away = place(other, other.words[twin[0]].start, other.words[twin[-1]].end, other.words[twin[0]].sentence)
    return finding("negation-changed", alignment, here, away, (words(this, clause), words(other, twin)), 1.0, back)


def _negative(side: Side, word: int) -> bool:
    found = side.words[word].exact
    return found in NEGATIONS or found.endswith("n't")
