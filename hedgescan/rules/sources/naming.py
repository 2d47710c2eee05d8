"""The proper name that a source phrase gives: its head, one beside it, one it is told by, or none where the capital is no name's."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.spans import Range
from hedgescan.rules.sources import proper
from hedgescan.rules.sources.words import PEOPLE, Words

_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_NAMING, _AS = ("named", "called", "nicknamed"), ("known", "name", "himself", "herself", "identified")
_SELVES = ("himself", "herself", "themselves", "itself")


def name(parse: Parse, span: Range, head: int, words: Words) -> str:
    """The proper name a phrase gives: its head, or a name in apposition or flat to the head; "" where there is none."""
    tokens = [head] if (proper.proper(parse, head) or initial(parse, head, words)) and not common(parse, head, words) else []
    if not tokens:
        tokens = [kid for kid in parse.children(head, "appos", "flat", "nmod:desc") if proper.proper(parse, kid) and not common(parse, kid, words)]
        tokens = tokens or _beside(parse, head, span, words)
        if not tokens and head < span[1] and proper.proper(parse, head + 1) and parse.words[head].islower():
            tokens = [head + 1]  # "spokesman Joe Roe" with the name parsed as the noun's neighbour
        tokens = [at for at in tokens if span[0] <= at <= span[1]]
    if not tokens:
        return _told(parse, span, head, words)
    found = proper.around(parse, tokens[0], span, words)
    return proper.text(parse, *(_entitled(parse, found, span, words) or found))


def _entitled(parse: Parse, found: Range, span: Range, words: Words) -> Range | None:
    """The name after an office of which the parse has kept the first word alone ("Secretary of State Jane Roe")."""
    first, last = found
    if first != last or parse.lower[first] not in words.titles or parse.lower[min(first + 1, len(parse) - 1)] != "of":
        return None
    after = next((at for at in range(first + 3, span[1] + 1) if proper.proper(parse, at)), None)
    return proper.around(parse, after, (after, span[1]), words) if after == first + 3 else None


def _told(parse: Parse, span: Range, head: int, words: Words) -> str:
    """A handle, or a name given by a verb: "a user @tern", "a man called Joko", "a woman who gave her name as Ana"."""
    last = parse.sents[parse.sent[head]][1]
    for at in range(head + 1, min(head + 7, last + 1)):
        if at > span[1] + 4 or (parse.words[at] in (",", ";", "“") and not parse.words[min(at + 1, last)].startswith("@")):
            break
        if parse.words[at][0] == "@" and (len(parse.words[at]) > 1 or at < last):
            return proper.text(parse, at, at if len(parse.words[at]) > 1 else at + 1)
        by = parse.lower[at - 1] in _NAMING or (parse.lower[at - 1] in _SELVES and parse.lower[at - 2] == "calling")
        if proper.proper(parse, at) and (by or (parse.lower[at - 1] == "as" and parse.lower[at - 2] in _AS)):
            return proper.text(parse, *proper.around(parse, at, (head + 1, last), words))
    return ""


def initial(parse: Parse, head: int, words: Words) -> bool:
    """A surname at the head of a sentence that the tagger took for a noun ("Hicks, the spokeswoman, said", "Hicks: “No”"); a handle."""
    if parse.words[head][0] == "@":
        return True
    first = head == parse.sents[parse.sent[head]][0] and parse.words[head][:1].isupper() and not proper.proper(parse, head)
    if not first or words.noun(parse, head)[1] or parse.kinds[head] != "N":
        return False
    labelled = parse.words[min(head + 1, len(parse) - 1)] == ":"
    return labelled or any(words.person(parse.lemmas[kid]) for kid in parse.children(head, "appos"))


def _beside(parse: Parse, head: int, span: Range, words: Words) -> list[int]:
    """The name after a comma at the end of a phrase for one, whatever the parse makes of it ("the baker's son, Joko")."""
    if parse.tags[head] not in ("NN", "NNP", "CD"):
        return []
    for comma in range(head + 1, span[1]):
        if parse.words[comma] == "," and proper.proper(parse, comma + 1):
            end = proper.around(parse, comma + 1, (comma, span[1]), words)[1]
            listed = any(parse.lower[near] in ("and", "or") for near in range(comma, span[1] + 1))
            return [comma + 1] if not listed and (end == span[1] or parse.words[end + 1] == ",") else []
    return []


def common(parse: Parse, token: int, words: Words) -> bool:
    """A noun with a capital that names nobody: "Republicans", "a Democrat", "one senior Green", "Fans" at the head of a sentence."""
    tag = parse.tags[token]
    if tag == "NNPS" and words.noun(parse, token)[1] in PEOPLE:
        return True
    dets = {parse.lower[kid] for kid in parse.children(token, "det", "nummod")}
    single = token == 0 or not proper.proper(parse, token - 1) or parse.deps[token - 1] in ("compound", "amod")
    known = words.name([parse.words[token]])
    return bool(dets & (_INDEFINITE | {"two", "three", "several"})) and single and not known and parse.tags[token] in ("NNP", "NNPS")
