"""Hedges and boosters in a paragraph: the longest phrases whose guards hold, and afterwards whose voice each is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.asking import asked, commanded, enquired
from hedgescan.lexicon.entries import HedgeEntry
from hedgescan.lexicon.layers import Lexicon
from hedgescan.lexicon.pattern import walk
from hedgescan.lexicon.rule import Rule, Rules

Tokens = tuple[int, int]  # first and last token, both included

FIRED, REFUSED, TAKEN = "fired", "refused", "taken"  # what became of a candidate
ASSERTING = frozenset(("modal", "likelihood", "evidential", "doxastic", "hearsay"))  # hedges of an assertion: a question has none
COMMANDED = frozenset(("doxastic", "unknown"))  # "think of a number", "check whether the cable is worn"
REPORTED = frozenset(("doxastic", "hearsay", "weasel"))  # somebody said or thought so, even where nobody is named
UNHELD = frozenset(("conditional", "approximator", "adaptor"))  # no reporting word is one of these
BRACKETS = frozenset("[]")  # an editor's brackets within a quotation are no words


@dataclass(frozen=True, slots=True)
class Match:
    """A cue in place: its entry, its first and last token (both included) and its anchor, the syntactic head."""

    entry: HedgeEntry
    first: int
    last: int
    anchor: int


@dataclass(frozen=True, slots=True)
class Voice:
    """What `locate` needs of an attribution, in tokens: cue and content stretches, whose it is, and what it stands in.

    `provenance` is true for a hop on the way to the reader, false for speech within the story; `head` is the cue's reporting word.
    """

    id: str
    cue: tuple[Tokens, ...]
    content: tuple[Tokens, ...]
    source: str | None
    parent: str | None = None
    provenance: bool = True
    head: int | None = None

    def spoken(self, match: Match) -> bool:
        """Is the reporting word itself the hedge, or part of it, not only its auxiliary ("the court may order a retrial")?"""
        if self.head is None:
            return any(first <= match.last and match.first <= last for first, last in self.cue)
        return match.first <= self.head <= match.last


def find(parse: Parse, lexicon: Lexicon) -> list[Match]:
    """Hedges of one paragraph in order of their first token: longest first, no token in two cues."""
    return [match for match in cues(parse, lexicon.rules) if match.entry.category != "booster"]


def boosters(parse: Parse, lexicon: Lexicon) -> list[Match]:
    """Boosters of one paragraph in order; a word that is part of a hedge boosts nothing."""
    return [match for match in cues(parse, lexicon.rules) if match.entry.category == "booster"]


def cues(parse: Parse, rules: Rules) -> list[Match]:
    """Hedges and boosters together, in order: of overlapping candidates the longest stays, then the one with more guards."""
    found = [match for _, match, fate in attempts(parse, rules) if fate == FIRED]
    return concord(parse, sorted(found, key=lambda match: match.first))


def attempts(parse: Parse, rules: Rules) -> Iterator[tuple[Rule, Match, str]]:
    """Every candidate in the order in which they choose their words, and its fate: FIRED, REFUSED by a question, or TAKEN words."""
    taken: set[int] = set()
    for first, last, _, number in ranked(parse, rules):
        rule, words = rules.rules[number], range(first, last + 1)
        match = Match(rule.entry, first, last, head(parse, first, last, rule))
        if not taken.isdisjoint(words):
            yield rule, match, TAKEN
        elif all(ask(parse, first, last, match.anchor, rule) for ask in CONDITIONS) and rule.holds(parse, first, last, match.anchor):
            taken.update(words)
            yield rule, match, FIRED
        else:
            yield rule, match, REFUSED


def part_of_speech(parse: Parse, first: int, last: int, anchor: int, rule: Rule) -> bool:
    """Is the cue's head of the part of speech that the entry asks for?"""
    return not rule.tags or parse.tags[anchor] in rule.tags


def asserted(parse: Parse, first: int, last: int, anchor: int, rule: Rule) -> bool:
    """Does the cue stand in an assertion, where it can hedge one: in no question, asked or reported, and as no command?"""
    if rule.entry.category in COMMANDED and commanded(parse, first, last, anchor):
        return False
    return rule.entry.category not in ASSERTING or not (asked(parse, first, last, anchor) or enquired(parse, first, last, anchor))


# Questions put to every candidate, whatever its entry; all must be answered with yes.
CONDITIONS: tuple[Callable[[Parse, int, int, int, Rule], bool], ...] = (part_of_speech, asserted)


def ranked(parse: Parse, rules: Rules) -> list[tuple[int, int, int, int]]:
    """The candidates in the order in which they may choose: the longest, of these the one with more guards, then from left to right."""
    return sorted(candidate(parse, rules), key=lambda item: (item[0] - item[1], -item[2], item[0], item[3]))


def candidate(parse: Parse, rules: Rules) -> Iterator[tuple[int, int, int, int]]:
    """(first, last, number of guards, rule) wherever a pattern's words stand, guards not yet asked."""
    tree, lower, lemmas = rules.tree, parse.lower, parse.lemmas
    starts = tree.starts
    place: Sequence[int] = range(len(parse))
    if not BRACKETS.isdisjoint(lower):
        place = [token for token, word in enumerate(lower) if word not in BRACKETS]
        lower, lemmas = [lower[token] for token in place], [lemmas[token] for token in place]
    for first, token in enumerate(place):
        word, lemma = lower[first], lemmas[first]
        if word in starts or lemma in starts:
            nodes = [tree.next[start] for start in {word, lemma} if start in starts]
            stop = bisect_right(place, parse.sents[parse.sent[token]][1])
            for number, end in {hit for node in nodes for hit in walk(node, first + 1, stop, lower, lemmas)}:
                rule = rules.rules[number]
                yield token, place[end - 1], len(rule.when) + len(rule.unless), number


def head(parse: Parse, first: int, last: int, rule: Rule) -> int:
    """The cue's anchor: the token whose head lies outside, of several the first that is of the entry's part of speech."""
    outside = [token for token in range(first, last + 1) if not first <= parse.heads[token] <= last or parse.heads[token] == token]
    return next((token for token in outside if not rule.tags or parse.tags[token] in rule.tags), outside[0])


def concord(parse: Parse, found: Sequence[Match]) -> list[Match]:
    """Modal concord (Lyons 1977): "may possibly" is one hedge said twice, so neighbours merge under the stronger entry."""
    out: list[Match] = []
    for match in found:
        if out and agree(parse, out[-1], match):
            first, second = out.pop(), match
            strong = first if first.entry.strength >= second.entry.strength else second
            match = Match(strong.entry, first.first, second.last, strong.anchor)
        out.append(match)
    return out


def agree(parse: Parse, one: Match, two: Match) -> bool:
    """Do a modal and an adverb of likelihood stand side by side on the same verb?"""
    if {one.entry.category, two.entry.category} != {"modal", "likelihood"} or one.last + 1 != two.first:
        return False
    adverb = two if two.entry.category == "likelihood" else one
    return parse.tags[adverb.anchor].startswith("RB") and parse.heads[one.anchor] == parse.heads[two.anchor]


def locate(matches: Iterable[Match], voices: Sequence[Voice], quoted: Sequence[bool]) -> list[tuple[str, str | None]]:
    """(locus, holder) of each cue: who hedges (language.md 0, third decision).

    `quoted` says of each token whether it stands within quotation marks.  The holder is the id of the innermost source whose cue or
    content the hedge stands in, None when it is the writer.
    """
    by_id = {voice.id: voice for voice in voices}
    return [place(match, voices, by_id, quoted) for match in matches]


def place(match: Match, voices: Sequence[Voice], by_id: Mapping[str, Voice], quoted: Sequence[bool]) -> tuple[str, str | None]:
    """Locus and holder of one cue.  Where nobody is named for it ("it appears"), whoever speaks there hedges."""
    first, last = match.first, match.last
    own = next((voice for voice in voices if match.entry.category not in UNHELD and voice.spoken(match)), None)
    around = [voice for voice in voices if any(a <= first and last <= b for a, b in voice.content)]
    if own is not None and own.source is None and (around or match.entry.category not in REPORTED):
        own = None
    inner = min(around, key=lambda voice: (-depth(voice, by_id), width(voice, first)), default=None)
    voice = own or inner
    holder = voice.source if voice else None
    if quoted[first] and quoted[last]:
        return "quoted", holder
    if voice is None:
        return "writer", None
    if own is not None:
        return ("nested" if inner is not None and not relayed(own, by_id) else "attribution_cue"), holder
    return ("claim" if relayed(voice, by_id) else "nested"), holder


def relayed(voice: Voice, by_id: Mapping[str, Voice]) -> bool:
    """Is every attribution from this one outwards a hop on the way to the reader?"""
    seen = set()
    at: Voice | None = voice
    while at is not None and at.id not in seen:
        if not at.provenance:
            return False
        seen.add(at.id)
        at = by_id.get(at.parent) if at.parent else None
    return True


def depth(voice: Voice, by_id: Mapping[str, Voice]) -> int:
    """How many attributions stand around this one."""
    count, at = 0, voice
    while at.parent and at.parent in by_id and count < len(by_id):
        at = by_id[at.parent]
        count += 1
    return count


def width(voice: Voice, token: int) -> int:
    """Length in tokens of the content stretch that holds `token`."""
    return min((b - a for a, b in voice.content if a <= token <= b), default=0)
