"""Why each hedge of a paragraph fired or did not: the real choice of `hedges`, with every question and its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hedgescan.english.parse import Parse
from hedgescan.lexicon.entries import HedgeEntry
from hedgescan.lexicon.pattern import compiled, walk
from hedgescan.lexicon.rule import Rule, Rules, question
from hedgescan.rules import hedges
from hedgescan.rules.hedges import Match

ALWAYS = "always"  # the field of a question that every cue must answer


@dataclass(frozen=True, slots=True)
class Answer:
    """A question put to the parse: the guard's name, the field it stands in (when, unless, always), and whether the cue may fire by it."""

    name: str
    field: str
    question: str
    yes: bool
    passed: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """A candidate and its fate (see `hedges.attempts`): the patterns that match its words, the answers, and who has its words.

    `by` is the cue that took the words first; `merged` is the cue in which it came out where neighbours merge (modal concord).
    """

    match: Match
    fate: str
    patterns: tuple[str, ...]
    answers: tuple[Answer, ...]
    by: Match | None = None
    merged: Match | None = None


def trace(parse: Parse, rules: Rules) -> list[Trace]:
    """Every candidate of the paragraph, in order of its first token, the longest first."""
    tried = list(hedges.attempts(parse, rules))
    final = hedges.cues(parse, rules)
    fired = [match for _, match, fate in tried if fate == hedges.FIRED]
    out = []
    for rule, match, fate in tried:
        asked = () if fate == hedges.TAKEN else tuple(answers(parse, match, rule))
        by = overlapping(match, fired) if fate == hedges.TAKEN else None
        whole = overlapping(match, final) if fate == hedges.FIRED else None
        merged = whole if whole != match else None
        out.append(Trace(match, fate, tuple(patterns(parse, match)), asked, by, merged))
    return sorted(out, key=lambda item: (item.match.first, -item.match.last))


def answers(parse: Parse, match: Match, rule: Rule) -> Iterator[Answer]:
    """What each condition and each guard of the rule says of the cue."""
    place = (parse, match.first, match.last, match.anchor)
    for condition in hedges.CONDITIONS:
        if condition is hedges.part_of_speech and not rule.tags:
            continue  # any part of speech will do
        yes = condition(*place, rule)
        text = (condition.__doc__ or condition.__name__).splitlines()[0]
        yield Answer(condition.__name__.replace("_", "-"), ALWAYS, text, yes, yes)
    for field, names, guards in (("when", rule.entry.when, rule.when), ("unless", rule.entry.unless, rule.unless)):
        for name, ask in zip(names, guards, strict=True):
            yield answer(name, field, ask(*place))


def answer(name: str, field: str, yes: bool) -> Answer:
    """The answer to a guard: `when` wants a yes, `unless` a no."""
    return Answer(name, field, question(name), yes, yes == (field == "when"))


def patterns(parse: Parse, match: Match) -> Iterator[str]:
    """The entry's phrases whose words are exactly these."""
    stop = parse.sents[parse.sent[match.first]][1] + 1
    for phrase in match.entry.patterns:
        tree = compiled([[phrase]])
        if any(end == match.last + 1 for _, end in walk(tree, match.first, stop, parse.lower, parse.lemmas)):
            yield phrase


def overlapping(match: Match, others: Iterable[Match]) -> Match | None:
    """The first of the others that shares a token with the match."""
    return next((other for other in others if other.first <= match.last and match.first <= other.last), None)


def claimants(words: Sequence[str], rules: Rules) -> list[HedgeEntry]:
    """The entries that a phrase of these words belongs to as a whole, in the order in which they may claim it; no guard is asked."""
    size, plain = len(words), list(words)
    blank = ["X"] * size
    parse = Parse(plain, plain, plain, blank, blank, [0] * size, [0] * size, [0] * size, [(0, size - 1)])
    return [rules.rules[number].entry for first, last, _, number in hedges.ranked(parse, rules) if (first, last) == (0, size - 1)]
