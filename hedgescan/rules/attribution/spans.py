"""How far a cue and a source reach, in tokens (first, last), both included."""

from __future__ import annotations

from hedgescan.english.parse import Parse

Range = tuple[int, int]
_LEFT = frozenset((",", "“", '"', ":", "–", "—", "-", "(", ";", "”", "‘", "’", "'", "``", "''"))
_RIGHT = frozenset((",", "“", '"', "”", ":", "–", "—", "-", ";", ".", "'s", "’s", "’", "'", "''"))
_OUTSIDE = ("punct", "case", "cc", "mark", "advcl", "parataxis", "cop", "discourse", "acl:relcl", "ccomp")
_CLAUSAL = ("acl:relcl", "ccomp", "advcl", "parataxis")
_RELATIVES = ("who", "whom", "whose", "which")
_PARTICLES = frozenset("de da dos della di van der den ten von zu af al el bin binti ibn".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SPOKEN = (",", "?", "!")  # before the mark that closes what was said
_BEFORE = ("NN", "NNS", "NNP", "JJ", "DT", "PRP$", "HYPH")  # what may stand before a role
_AUXILIARIES = ("aux", "aux:pass", "cop")


def cue(parse: Parse, token: int) -> Range:
    """The verb or adjective with its auxiliaries and particle."""
    first = last = token
    for kid in reversed(parse.kids[token]):
        if (
            kid < token
            and parse.deps[kid] in _AUXILIARIES
            and (parse.words[kid][:1].islower() or kid == parse.sents[parse.sent[kid]][0] or not parse.words[kid][0].isalpha())
            and all(parse.deps[at] in ("aux", "aux:pass", "advmod", "cop", "mark") and parse.heads[at] == token for at in range(kid, token))
        ):
            first = kid
        elif token < kid <= token + 2 and parse.deps[kid] == "compound:prt":
            last = kid
    return first, last


def source(parse: Parse, head: int, verb: int | None) -> Range:
    """The noun phrase of a source around its head: determiners, modifiers, apposition; never the cue, nor a clause after a comma."""
    head = climb(parse, head)
    first, last = parse.left[head], parse.right[head]
    for kid in parse.kids[head]:
        dep = parse.deps[kid]
        if kid > head and dep in ("acl", "dep", "xcomp", "aux") and parse.tags[kid] in _FINITE:  # a clause whose verb the parse has missed
            last = min(last, parse.left[kid] - 1, kid - 1)
        if kid > head and dep == "acl" and parse.words[parse.left[kid]] == ",":  # "the report, obtained by the Guardian, says"
            last = min(last, parse.left[kid] - 1)
        if dep not in _OUTSIDE or (dep == "punct" and parse.left[head] < kid < parse.right[head]):
            continue
        if dep in _CLAUSAL:
            if kid > head and not _restrictive(parse, kid, verb):
                last = min(last, parse.left[kid] - 1)
        elif kid < head and (dep != "cc" or kid <= first):  # "but a source", not "current and former officials"
            first = max(first, kid + 1)
    first = _past_function_words(parse, head, first)
    if verb is not None:
        if first <= verb < head:
            first = verb + 1
        if head < verb <= last:
            last = verb - 1
    first, last = _trim(parse, head, first, _before_clause(parse, head, last))
    first, last = _role(parse, first, verb), _named(parse, last, verb)
    if first > 1 and parse.lower[first - 1] == "in" and parse.tags[first] == "CD" == parse.tags[first - 2]:
        first -= 2  # "six in ten voters"
    return _particles(parse, first), last


def _role(parse: Parse, first: int, verb: int | None) -> int:
    """Where the source begins whose role the parse has cut from the name ("chief executive | Lena Brandt said")."""
    role, start = first - 1, parse.sents[parse.sent[first]][0]
    if role < start or parse.tags[first] != "NNP" or parse.tags[role] != "NN" or parse.kinds[role] != "H":
        return first
    told = parse.deps[role] in ("obj", "iobj", "obl") and parse.heads[role] != verb  # "told the mayor Roe said no"
    if told or parse.quoted[role] != parse.quoted[first]:
        return first
    while role > start and (parse.tags[role - 1] in _BEFORE or parse.tags[role - 1] == "POS") and parse.quoted[role - 1] == parse.quoted[role]:
        role -= 1
    return role


def _named(parse: Parse, last: int, verb: int | None) -> int:
    """Where the source ends whose name the parse has cut from the role ("condemned by opposition leader | Mina Osei")."""
    end = parse.sents[parse.sent[last]][1]
    if parse.tags[last] != "NN" or parse.kinds[last] != "H" or last == end or not parse.words[last + 1][:1].isupper():
        return last
    while last < end and parse.tags[last + 1] == "NNP" and last + 1 != verb and parse.quoted[last + 1] == parse.quoted[last]:
        last += 1
    return last


def climb(parse: Parse, head: int) -> int:
    """The person whose phrase a thing before the comma belongs to: "officials" for "talks" in "officials familiar with the talks, …, said"."""
    at = head
    while parse.kinds and parse.kinds[at] in ("N", "D") and parse.deps[at] in ("nmod", "obl") and parse.heads[at] < at:
        above = parse.heads[at]
        if parse.tags[above].startswith("VB") and parse.deps[above] not in ("acl", "acl:relcl"):
            return head
        if parse.tags[above][:2] in ("JJ", "VB") and parse.heads[above] < above and parse.deps[above] in ("amod", "acl", "acl:relcl"):
            above = parse.heads[above]
        if not parse.tags[above].startswith("NN"):
            return head
        at = above
        if parse.kinds[at] == "H" and parse.deps[head] != "nsubj":
            return at
    return head


def _before_clause(parse: Parse, head: int, last: int) -> int:
    """The span's end before a clause with ", who", wherever the parse has hung it, and before a "that" that is no relative pronoun."""
    for at in range(head + 1, last):
        of_whom = parse.lower[min(at + 2, last)] == "of" and parse.lower[min(at + 3, last)] in _RELATIVES
        if parse.words[at] == "," and (parse.lower[at + 1] in _RELATIVES or of_whom):
            return at - 1
        if parse.lower[at] == "that" and parse.deps[at] == "mark":
            return at - 1
        if parse.words[at] == "," and parse.tags[at + 1] == "VBG" and parse.deps[at + 1] == "acl":  # ", speaking on the condition of anonymity"
            return at - 1
    return last


def _particles(parse: Parse, first: int) -> int:
    """A name's beginning before its small words ("Ludwig van der" before "Meulen")."""
    left = first
    while left > 0 and parse.words[left - 1] in _PARTICLES:
        left -= 1
    joins = 0 < left < first and parse.tags[left - 1] == "NNP" and parse.tags[first] == "NNP"
    return left - 1 if joins and parse.sent[left - 1] == parse.sent[first] else first


def _restrictive(parse: Parse, clause: int, verb: int | None) -> bool:
    """A relative clause without a comma belongs to the source ("officials who saw it"), unless the cue stands in it."""
    if parse.deps[clause] != "acl:relcl" or verb is None or parse.left[clause] <= verb <= parse.right[clause]:
        return False
    return parse.words[parse.left[clause]] != ","


def _past_function_words(parse: Parse, head: int, first: int) -> int:
    if parse.deps[head] in ("nsubj", "nmod:poss"):
        return first
    for kid in parse.kids[head]:
        if kid < head and parse.deps[kid] in ("case", "mark", "cop", "nsubj", "aux"):
            first = max(first, parse.right[kid] + 1)
    return first


def _trim(parse: Parse, head: int, first: int, last: int) -> Range:
    while first < head and parse.words[first] in _LEFT:
        first += 1
    while last > head and (parse.words[last] in _RIGHT or parse.lower[last] in _RELATIVES):
        last -= 1
    first, last = (first, last) if first <= head <= last else (head, head)
    closed = next((pair[1] for pair in parse.quotes if first <= pair[1] < head and parse.words[pair[1] - 1] in _SPOKEN), None)
    if closed is not None and not parse.quoted[head]:  # "“Buy land,” | Mark Twain said"
        first = closed + 1
    return _whole_name(parse, first), last


def _whole_name(parse: Parse, first: int) -> int:
    """The first token of the name that a source opens with, where the parse has cut it ("Ada | Roe said")."""
    begin = parse.sents[parse.sent[first]][0]
    while first > begin and parse.tags[first] == parse.tags[first - 1] == "NNP" and parse.quoted[first] == parse.quoted[first - 1]:
        first -= 1
    return first
