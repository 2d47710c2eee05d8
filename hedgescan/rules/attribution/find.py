"""One paragraph's attributions: candidates weighed, sources settled, spans and content cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution import aside, candidates, content, held, phrases, relay, senses, settle, signs, spans, surface, turns
from hedgescan.rules.attribution.candidates import Candidate
from hedgescan.rules.attribution.entries import Entries, Entry
from hedgescan.rules.attribution.spans import Range

_CITED = 0.8  # strength of ", citing officials, "
_NEAR = 5  # words from a light verb to its noun, for one cue


@dataclass(slots=True)
class Finding:
    """An attribution in tokens of its paragraph: `token` anchors the cue, `head` the source; `how` and `frame` tell the construction."""

    parse: Parse
    token: int
    cue: Range
    source: Range | None
    head: int | None
    content: list[Range]
    strength: float
    frame: str
    how: str
    entry: Entry
    extra: list[tuple[Parse, Range]] = field(default_factory=list)  # content in later paragraphs


def find(parse: Parse, entries: Entries, least: float) -> list[Finding]:
    """Attributions of one paragraph in order of their cues.  `least` is the strength, 0 to 1, below which a cue is let go."""
    found = [*surface.find(parse, entries), *phrases.find(parse), *relay.find(parse, entries)]
    taken = {at for finding in found for at in _taken(finding)}
    weighed = [(c, p) for c, p in _weigh(parse, entries, least) if c.token not in taken]
    chosen = {candidate.token: candidate for candidate, _ in weighed}
    weighed = [(c, p) for c, p in weighed if not _lends(parse, c, chosen, entries)]
    chosen = {candidate.token: candidate for candidate, _ in weighed}
    for candidate, strength in weighed:
        if not _doubled(parse, candidate, chosen):
            found.append(_build(parse, candidate, strength, entries, _partner(parse, candidate, chosen)))
    found.extend(turns.find(parse, entries, found))
    _part(parse, found)
    return sorted(found, key=lambda finding: (finding.cue, finding.token))


def _part(parse: Parse, found: Sequence[Finding]) -> None:
    """Cut an attribution set off by commas out of the content of one within it ("They suggest that bees smell | , the authors write")."""
    for finding in found:
        first, last = finding.cue
        if finding.source is not None:
            first, last = min(first, finding.source[0]), max(last, finding.source[1])
        if not first or parse.words[first - 1] != "," or not any(b == first - 1 for _, b in finding.content):
            continue
        group = aside.group(parse, finding.cue, finding.source)
        last = max(last, group[1]) if group is not None else last
        for other in found:
            if other.token < first and any(a <= other.token <= b for a, b in finding.content):
                other.content = [part for a, b in other.content for part in ([(a, first - 1)] if a < first <= b <= last else [(a, b)])]


def _taken(finding: Finding) -> range:
    """Tokens in which no further cue is looked for: the cue itself, and the source after "according to"."""
    last = finding.source[1] if finding.frame == "according" and finding.source else finding.cue[1]
    return range(finding.cue[0], last + 1)


def _weigh(parse: Parse, entries: Entries, least: float) -> Iterator[tuple[Candidate, float]]:
    for candidate in candidates.find(parse, entries.nouns, entries.adjectives, entries.phrasal):
        if parse.lower[candidate.token] == "according":
            continue
        strength = weight(parse, candidate, entries)
        if strength >= least and strength > 0:
            yield candidate, strength


def weight(parse: Parse, candidate: Candidate, entries: Entries) -> float:
    """The probability, 0 to 1, that a candidate is a cue; 0 in a frame in which its entry says it never is one, and for a command."""
    entry = entries.entry(candidate.pos, candidate.lemma)
    if entries.own(candidate.pos, candidate.lemma, candidate.frame, candidate.kind) == 0 or senses.other(parse, candidate, entry):
        return 0.0
    family = entry.family
    found = entries.strength(candidate, signs.find(parse, candidate, family, entries.nouns))
    return max(found, _CITED) if parse.lemmas[candidate.token] in relay.QUOTES and relay.cited(parse, candidate.token) is not None else found


def _lends(parse: Parse, candidate: Candidate, chosen: dict[int, Candidate], entries: Entries) -> bool:
    """A verb without an entry of its own only lends its subject to the noun that is the cue ("issued a statement that")."""
    if candidate.pos != "V" or entries.entry("V", candidate.lemma).name:
        return False
    if candidate.lemma in ("have", "be", "do"):  # "had this to say"
        return True
    return any(kid in chosen and chosen[kid].pos == "N" for kid in parse.children(candidate.token, "obj", "obl"))


def _doubled(parse: Parse, candidate: Candidate, chosen: dict[int, Candidate]) -> bool:
    """A noun that is the object of another cue makes one cue with it ("made the claim")."""
    above = chosen.get(parse.heads[candidate.token])
    if candidate.pos != "N" or above is None or parse.heads[candidate.token] == candidate.token:
        return False
    dep = parse.deps[candidate.token]
    if above.pos == "V" and dep == "nsubj" and candidate.frame.split("/")[0] in ("none", "from", "by", "in"):
        return True  # "a statement from the bishop said": the noun is the other cue's source
    return (above.pos == "V" and dep in ("obj", "obl", "xcomp")) or (above.pos == "N" and dep in ("compound", "nmod"))


def _partner(parse: Parse, candidate: Candidate, chosen: dict[int, Candidate]) -> int | None:
    """The noun right after a verb that makes one cue with it ("expressed deep concern"), or None."""
    objects = parse.children(candidate.token, "obj") if candidate.pos == "V" else []
    near = [kid for kid in objects if kid in chosen and chosen[kid].pos == "N" and 0 < kid - candidate.token <= _NEAR]
    return near[0] if near else None


def _build(parse: Parse, candidate: Candidate, strength: float, entries: Entries, partner: int | None) -> Finding:
    entry = entries.entry(candidate.pos, candidate.lemma)
    owner = settle.source(parse, candidate, entry)
    token, head = candidate.token, owner.token
    source = spans.source(parse, head, token) if head is not None else None
    if source and owner.how == "agent" and head is not None:
        first = source[0]
        while first < head and parse.lower[first] == "by":
            first += 1
        source = (first, source[1])
    if candidate.pos == "V":
        ranges = held.noun(parse, partner, head) if partner is not None else []
        ranges = ranges or content.verb(parse, token, candidate.frame, head, source, entry)
    elif candidate.pos == "N":
        ranges = held.noun(parse, token, head)
    else:
        ranges = held.adjective(parse, token) if candidate.pos == "J" else held.adverb(parse, token)
    cue = spans.cue(parse, token) if candidate.pos in ("V", "J") else (token, token)
    if partner is not None:
        cue = (cue[0], max(cue[1], partner))
    ranges = content.without(parse, ranges, cue, source)
    return Finding(parse, token, cue, source, head, ranges, strength, candidate.frame, owner.how, entry)
