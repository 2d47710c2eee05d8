"""How far content reaches: to the end of its clause, past the quotation it opened, never into what the writer adds."""

from __future__ import annotations

from bisect import bisect_right

from hedgescan.english.parse import Parse

STOPS = frozenset((".", "!", "?", "…"))
CLOSING = frozenset(("”", '"', "''", "»", "’", "'", "“"))
MARKS = frozenset((",", ":", ";", ")", "("))
DASHES = frozenset(("—", "–", "―", "--", "-"))
_ASIDES = frozenset("but while whereas although though".split())  # after a comma mostly the writer's own words
_ECHOES = frozenset(
    "adding noting saying telling citing arguing calling referring pointing explaining insisting warning claiming describing suggesting"
    " stating urging asking writing according accusing promising stressing quoting comparing leaving drawing prompting".split()
)
_FINITE = ("VBD", "VBZ", "VBP")
_OPENERS = ("WDT", "WP", "WRB", "WP$")
_EMBEDDED = ("acl:relcl", "acl", "advcl", "csubj")
_LATER = frozenset("as while after before until since".split())


def bounds(parse: Parse, token: int) -> tuple[int, int]:
    """First and last token of the sentence of `token`, less its full stop and what a dateline puts in front."""
    first, last = parse.sents[parse.sent[token]]
    while last > token and (parse.words[last] in STOPS):
        last -= 1
    return max(first, min(dateline(parse), token)), last


def dateline(parse: Parse) -> int:
    """The first token after "PORTVILLE (Agency) - " at the head of a paragraph, or 0."""
    if len(parse) < 4 or not (parse.words[0].isupper() and len(parse.words[0]) > 2):
        return 0
    for at in range(1, min(12, len(parse) - 1)):
        if dash(parse, at):
            return at + 1
        if not (parse.words[at] in "(),./" or parse.tags[at].startswith(("NNP", "CD")) or parse.words[at].isupper()):
            return 0
    return 0


def dash(parse: Parse, at: int) -> bool:
    """A dash between words, and no hyphen within one ("anti-flood")."""
    if parse.words[at] not in DASHES:
        return False
    free = parse.words[at] != "-" and parse.tags[at] != "HYPH"
    return free or at == 0 or at + 1 == len(parse) or parse.ends[at - 1] < parse.starts[at]


def edge(parse: Parse, at: int) -> bool:
    """A mark that sets off: comma, colon, bracket, stop, dash, the mark of a quotation."""
    if parse.words[at] in MARKS or parse.words[at] in STOPS:
        return True
    return dash(parse, at) or at in (quote_at(parse, at) or ())


def quote_at(parse: Parse, token: int) -> tuple[int, int] | None:
    """The quotation that `token` stands in, or None."""
    if not parse.quoted[token]:
        return None
    pair = parse.quotes[bisect_right(parse.quotes, token, key=lambda pair: pair[0]) - 1]  # they are in order and apart
    return pair if pair[0] <= token <= pair[1] else None


def reach(parse: Parse, token: int, start: int) -> int:
    """The last token of content that begins at `start` and hangs on the cue at `token`."""
    last = bounds(parse, start)[1]
    if start <= parse.right[token] and (parse.deps[token] in _EMBEDDED or (parse.deps[token] == "ccomp" and parse.heads[token] > token)):
        last = min(last, parse.right[token])
    for kid in parse.children(token, "parataxis"):  # "is said to be old, guards say"
        if parse.left[kid] > start and parse.words[parse.left[kid] - 1] == ",":
            last = min(last, parse.left[kid] - 2)
    own = quote_at(parse, token)
    at = start
    while at <= last:
        quote = quote_at(parse, at)
        if quote is not None and quote != own:
            at = quote[1] + 1
            if quote[1] >= last:
                return quote[1]
            continue
        if at > start and _ends(parse, token, start, at):
            return at - 1
        if at > start and dash(parse, at):
            again = next((other for other in range(at + 2, last + 1) if dash(parse, other)), None)
            if again is None:
                return at - 1
            at = again
        at += 1
    return last if own is None else min(last, own[1])


def before_main(parse: Parse, token: int, first: int, last: int) -> int:
    """Where content that follows a noun ends before the verb that the noun is the subject of ("the claim that he lied | was false").

    Every conjunction or relative has a finite verb of its own; one left over is the sentence's, if none stands before the noun.
    """
    if any(parse.tags[at] in (*_FINITE, "MD") for at in range(parse.sents[parse.sent[token]][0], token)):
        return last
    owed, found = 0, None
    for at in range(first, last + 1):
        if parse.tags[at] in (*_FINITE, "MD"):
            owed, found = (owed - 1, found) if owed else (0, at)
        elif parse.tags[at] in _OPENERS or parse.deps[at] == "mark":
            owed += parse.tags[at] != "TO"
        elif found is not None and (parse.tags[at] == "CC" or parse.words[at] == ","):
            break
    if found is None:
        found = _untagged(parse, first, last)
    if found is None or found <= first + 1:
        return last
    while found - 1 > first and parse.tags[found - 1].startswith("RB"):
        found -= 1
    return found - 1 if parse.words[found - 1] != "," else found - 2


def _untagged(parse: Parse, first: int, last: int) -> int | None:
    """A past tense tagged as a participle, behind the clause's own verb ("that the envoy had resigned | reached the capital"); or None."""
    finite = next((at for at in range(first, last) if parse.tags[at] in (*_FINITE, "MD")), last)
    for at in range(finite + 2, last):
        if parse.tags[at] == "VBN" and parse.tags[at - 1] in ("VB", "VBN") and parse.lemmas[at - 1] not in ("be", "have", "get"):
            return at
    return None


def _ends(parse: Parse, token: int, start: int, at: int) -> bool:
    """Does the content end before the token at `at`?"""
    word = parse.words[at]
    if word == ";" or (word == ")" and "(" not in parse.words[start:at]):
        return True
    if at + 1 >= len(parse):
        return False
    if word == ",":
        after = at + 1
        if parse.tags[after] == "CC" and after + 1 < len(parse) and parse.lower[after] != "but":
            return _coordinate(parse, token, after) or _own_subject(parse, after)
        return (parse.lower[after] in _ASIDES and parse.lower[after + 1 : after + 2] != ["that"]) or parse.lower[after] in _ECHOES
    if parse.tags[at] == "CC":
        return _coordinate(parse, token, at)
    return parse.lower[at] in _LATER and _hangs(parse, token, at, "advcl")


def _coordinate(parse: Parse, token: int, at: int) -> bool:
    """Does the conjunction at `at` join a clause to the cue's own, rather than to the content?"""
    if parse.lower[at + 1 : at + 2] in (["that"], ["whether"]):
        return False
    head = parse.heads[at]
    if parse.tags[head] in _FINITE and parse.deps[head] == "conj" and parse.tags[parse.heads[head]].startswith("NN"):
        return parse.child(parse.heads[head], "cop") is None  # a verb that the parse has joined to a noun of the content
    while parse.deps[head] == "conj" and parse.heads[head] > token:
        head = parse.heads[head]
    return parse.deps[head] in ("conj", "parataxis") and parse.heads[head] <= token


def _own_subject(parse: Parse, at: int) -> bool:
    """Does the conjunction after a comma open a sentence of its own ("said that P, and the mayor left"), without a "that"?"""
    verb = parse.heads[at]
    subject = parse.child(verb, "nsubj", "nsubj:pass", "expl")
    return subject is not None and at < subject < verb and parse.lower[at + 1] not in ("that", "whether", "if")


def _hangs(parse: Parse, token: int, at: int, dep: str) -> bool:
    head = parse.heads[at]
    return parse.deps[head] == dep and parse.heads[head] == token
