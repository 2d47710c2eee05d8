"""Guards that tell what a modal verb does: weigh a possibility, permit, ask, or say what somebody was able to do."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import after, before, bounds, negated, predicate, subject
from hedgescan.english.syntax.guard import named
from hedgescan.english.syntax.nouns import person

PERMITTED = frozenset(
    "enter leave go come use bring take sit ask begin start proceed borrow keep pay park smoke stay join vote apply attend buy choose"
    " request withdraw cancel return send submit remove carry wear speak call appeal bid claim collect order sign exit board eat drink"
    " swim camp fish hunt run play borrow invite practise practice register resubmit reserve swap travel wait walk drive work write".split()
)
PUBLIC = frozenset(
    "visitor student member passenger customer applicant resident parent child reader voter employee player guest patient pupil user"
    " spectator bidder participant candidate driver motorist cyclist tenant guest taxpayer subscriber entrant dog pedestrian contestant"
    " you anyone those person nobody no-one officer holder owner citizen family".split()
)
SENSED = frozenset(
    "see hear feel smell taste sense remember recall tell afford imagine understand read walk swim speak sleep breathe stand stop resist"
    " count watch notice recognise recognize find believe bear get".split()
)
LIMITS = frozenset("barely hardly scarcely only no never finally just always still".split())
ROLES = frozenset("tenant landlord lessee lessor licensee buyer seller borrower juror witness counsel public insured".split())
TIMES = frozenset("when before after until as while once".split())


def verb_of(parse: Parse, anchor: int) -> int:
    """The predicate a modal stands with."""
    return predicate(parse, anchor)


def inverted(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the subject follow the modal ("may he rest", "could you open")?"""
    verb = verb_of(parse, anchor)
    found = [kid for kid in parse.kids[verb] if parse.deps[kid].startswith(("nsubj", "csubj", "expl"))]
    return any(kid > anchor for kid in found) and not any(kid < anchor for kid in found)


def request(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is it a polite question ("could you pass the salt", "may I come in", "could we have")?"""
    return after(parse, last) in ("you", "i", "we", "somebody", "someone") and inverted(parse, first, last, anchor)


def permission(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the modal permit: you, or the public at large, and a verb of things that are allowed, not in the perfect?"""
    verb = verb_of(parse, anchor)
    found = subject(parse, verb)
    if found is None or found > anchor or parse.lemmas[verb] not in PERMITTED or parse.tags[verb] != "VB":
        return False
    if parse.lower[found] == "you":
        return True
    bare = not any(parse.lower[kid] in ("the", "this", "that", "some", "many", "his", "her", "their") for kid in parse.kids[found])
    return parse.lemmas[found] in ROLES or (parse.lemmas[found] in PUBLIC and bare and not perfect(parse, first, last, anchor))


def perfect(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "have" with a past participle follow ("could have been reached")?"""
    verb = verb_of(parse, anchor)
    return any(parse.lower[kid] in ("have", "'ve", "of") and parse.deps[kid] == "aux" and kid > first for kid in parse.kids[verb])


def negated_verb(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the modal's verb negated, or the modal followed by "no longer", "barely", "hardly"?"""
    if any(after(parse, last, step) in ("not", "n't", "never", "barely", "hardly", "scarcely", "no") for step in (1, 2)):
        return after(parse, last) != "only" and after(parse, last, 2) != "only"
    verb = verb_of(parse, anchor)
    return any(parse.lower[kid] in ("not", "n't", "never") and anchor < kid <= verb for kid in parse.kids[verb])


def negative_subject(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject nobody or nothing ("no one could explain it")?"""
    found = subject(parse, verb_of(parse, anchor))
    if found is None:
        return False
    return parse.lower[found] in ("nobody", "nothing", "none", "neither") or any(
        parse.lower[token] in ("no", "neither", "few") for token in range(parse.left[found], found)
    )


def ability(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "could" say what somebody was able to see, hear, bear, stop and so on, and not what is possible?"""
    verb = verb_of(parse, anchor)
    found = subject(parse, verb)
    if parse.lower[last] != "could" and parse.lower[first] != "could":
        return False
    if perfect(parse, first, last, anchor) or any(parse.deps[kid] in ("aux:pass",) for kid in parse.kids[verb]):
        return False
    if after(parse, last) in LIMITS:
        return True
    return found is not None and person(parse, found) and (parse.lemmas[verb] in SENSED or narrated(parse, verb))


def narrated(parse: Parse, verb: int) -> bool:
    """Is the verb told along with past deeds: co-ordinated with one ("went to sea and could splice"), or dated by one ("as he ran")?"""
    peers = [parse.heads[verb]] if parse.deps[verb] == "conj" else []
    peers += parse.children(verb, "conj")
    dated = [kid for kid in parse.children(verb, "advcl") if any(parse.lower[mark] in TIMES for mark in parse.kids[kid])]
    past = [token for token in (*peers, *dated) if not parse.children(token, "ccomp")]
    return any(parse.tags[token] == "VBD" or any(parse.lower[kid] == "had" for kid in parse.kids[token]) for token in past)


def determined(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does an article or an owner stand before the word, so that it is a noun ("the may blossom", "all his might")?"""
    return before(parse, first) in ("the", "a", "an", "my", "his", "her", "their", "our", "your", "its")


def extent(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the modal close a phrase of degree or manner ("as fast as he could", "all they could", "how it could")?"""
    verb = verb_of(parse, anchor)
    if verb == anchor or (parse.deps[verb] == "root" and parse.tags[verb] == "MD"):
        return True
    return closes_comparison(parse, verb) or before(parse, parse.left[verb]) in ("all", "everything", "anything", "whatever", "best")


def closes_comparison(parse: Parse, verb: int) -> bool:
    """Does the clause hang on as … as, than, or a fused relative?"""
    marks = {parse.lower[kid] for kid in parse.kids[verb] if parse.deps[kid] == "mark" or kid == parse.left[verb]}
    return bool(marks & {"as", "than", "whatever", "whichever", "wherever", "whoever", "however", "until", "before"})


def purpose(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the modal stand in a clause of purpose ("so that he could attend", "in order that")?"""
    verb = verb_of(parse, anchor)
    if parse.deps[verb] not in ("advcl", "ccomp", "conj", "parataxis"):
        return False
    begin = max(parse.left[verb], bounds(parse, anchor)[0])
    words = parse.lower[begin : begin + 2]
    return words[:1] == ["so"] or (before(parse, begin) == "so" and parse.tags[begin] != "JJ") or words == ["in", "order"]


def wh_clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the modal stand in a clause of how, where, when, what or whether one may ("learned how he could pay")?"""
    verb = verb_of(parse, anchor)
    lead = parse.lower[parse.left[verb]]
    return parse.deps[verb] in ("ccomp", "xcomp", "csubj", "acl", "obj", "obl") and lead in ("how", "where", "when", "what", "who", "which")


def as_well(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Do "as well" and a verb follow ("we might as well leave")?"""
    return after(parse, last) == "as" and after(parse, last, 2) == "well"


def stranded(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the modal stand without its verb ("as he might", "if I may")?"""
    return predicate(parse, anchor) == anchor or not parse.tags[predicate(parse, anchor)].startswith(
        ("VB", "JJ", "NN", "RB", "CD", "IN", "PR", "DT", "WP", "EX")
    )


def negated_anchor(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a negation hang on the cue's head itself?"""
    return negated(parse, anchor)


GUARDS = named(
    inverted,
    request,
    permission,
    perfect,
    negated_verb,
    negative_subject,
    ability,
    extent,
    purpose,
    wh_clause,
    as_well,
    stranded,
    negated_anchor,
    determined,
)
