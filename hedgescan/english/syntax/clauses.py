"""Guards that ask what clause a cue opens, takes or stands in."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import after, before, bounds, predicate
from hedgescan.english.syntax.guard import named

ASKING = frozenset(
    "ask wonder know see tell decide check determine find doubt care question enquire inquire learn discover consider discuss debate"
    " investigate examine test establish clear unclear sure certain matter say remember explain assess study review mind".split()
)
WH = frozenset("whether if what why how who whom which when where whose".split())
STARTS = ("DT", "PRP", "NN", "EX", "JJ", "CD", "PDT")  # tags that a noun phrase may begin with
CLAUSES = ("ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "parataxis")


def clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a clause hang on the cue: that, whether, what …, or an infinitive?"""
    return any(parse.deps[kid] in CLAUSES[:4] and kid > anchor for kid in parse.kids[anchor])


def to_infinitive(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "to" and a verb follow the cue, at once or after an adverb?"""
    for step in (1, 2):
        if after(parse, last, step) == "to":
            at = last + step + 1
            end = bounds(parse, last)[1]
            while at <= end and parse.tags[at].startswith("RB"):
                at += 1
            return at <= end and parse.tags[at] == "VB"
        if last + step < len(parse) and not parse.tags[last + step].startswith("RB"):
            return False
    return False


def content_clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a that-clause (with or without "that") hang on the cue?"""
    kids = [kid for kid in parse.kids[anchor] if parse.deps[kid] in ("ccomp", "csubj", "acl", "csubj:pass") and kid > anchor]
    return (after(parse, last) == "that" and bool(kids)) or any(
        parse.deps[kid] == "ccomp" and not question_word(parse, kid) for kid in kids
    )


def wh_title(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue in a title that is only a "what" or "who" with its relative clause ("What the Mayor Could Do")?"""
    verb = predicate(parse, anchor)
    head = parse.heads[verb]
    return parse.deps[verb] == "acl:relcl" and parse.lower[head] in ("what", "who", "where", "whatever") and parse.heads[head] == head


def question_word(parse: Parse, verb: int) -> bool:
    """Does the clause of `verb` open with a question word?"""
    return parse.lower[parse.left[verb]] in WH


def wh_follows(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a question word follow the cue within three words ("unclear to us why", "questions about how")?"""
    return any(after(parse, last, step) in WH for step in (1, 2, 3))


def expletive_or_clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject an empty "it", or does a clause hang on the cue, or is its subject a clause or an event?"""
    kids = parse.kids[anchor]
    if any(parse.deps[kid] in ("expl", "csubj", "ccomp", "csubj:pass") for kid in kids) or wh_follows(parse, first, last, anchor):
        return True
    found = [kid for kid in kids if parse.deps[kid].startswith("nsubj")]
    return any(parse.lower[kid] in ("it", "what", "this", "that") for kid in found)


def reported_question(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is "if" a "whether": does its clause fill a verb of asking, knowing or deciding, or an adjective such as unclear?"""
    verb = predicate(parse, anchor)
    head = parse.heads[verb]
    if head == verb or head > anchor:
        return False
    known = parse.lemmas[head] in ASKING
    if parse.deps[verb] in ("ccomp", "csubj", "xcomp", "csubj:pass"):
        return True
    return known and parse.deps[verb] in ("advcl", "acl", "obl", "conj") and adjacent(parse, head, first)


def adjacent(parse: Parse, head: int, first: int) -> bool:
    """Is nothing but an object or an adverb between the verb of asking and the clause, and no comma?"""
    between = parse.lower[head + 1 : first]
    return len(between) <= 3 and "," not in between and not any(word in ("it", "this", "that", "so") for word in between)


def after_as(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the word before the cue "as" ("as if")?"""
    return before(parse, first) == "as"


def concession(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "if" grant or trim and not suppose ("hard if not impossible", "little, if any", "if only", "if you will")?"""
    word = after(parse, last)
    if word == "you":
        return after(parse, last, 2) in ("will", "like", "please") and after(parse, last, 3) in (",", ".", "", "-", ")", "”", '"')
    return word in ("not", "any", "anything", "only", "ever", "nothing")


def object_next(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does an object or a that-clause follow at once ("police suspect arson"), and neither a verb nor a preposition?"""
    word, end = last + 1, bounds(parse, last)[1]
    return word <= end and (parse.lower[word] == "that" or parse.tags[word].startswith(("DT", "PRP", "NN", "JJ")))


def clause_next(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a clause without "that" follow at once ("signs the market is cooling")?"""
    word, end = last + 1, bounds(parse, last)[1]
    if word > end or not parse.tags[word].startswith(("DT", "PRP", "NN", "EX")):
        return False
    return any(parse.tags[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(word + 1, min(word + 5, end) + 1))


def breaks_off(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does nothing follow the cue but a mark ("I don't know.")?"""
    return after(parse, last) in ("", ".", ",", ";", "!", "”", '"', "’", "'", "—", "–", "…")


def clause_mark(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue open a clause with a verb of its own?"""
    return any(parse.deps[token] in ("mark", "advmod", "case", "fixed", "cc") for token in range(first, last + 1)) and any(
        parse.tags[token].startswith(("VB", "MD")) for token in range(last + 1, min(bounds(parse, last)[1] + 1, last + 25))
    )


def sentence_initial(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue open its sentence, a quotation, or what follows a comma, dash or colon?"""
    return first == bounds(parse, first)[0] or before(parse, first) in (
        '"',
        "“",
        "‘",
        "''",
        "``",
        ":",
        "-",
        "–",
        "—",
        ",",
        ";",
        "and",
        "but",
    )


def subject_next(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the next word the subject of the cue's verb: inversion ("should the talks fail", "were he to")?"""
    if parse.tags[first] == "MD" and first == bounds(parse, first)[0] and first == last:
        return parse.tags[first + 1 : first + 2] != [] and parse.tags[first + 1].startswith(STARTS)  # however the rest is parsed
    verb = predicate(parse, first)
    found = [kid for kid in parse.kids[verb] if parse.deps[kid].startswith(("nsubj", "expl"))]
    return bool(found) and parse.left[found[0]] == first + 1


def question(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the sentence end in a question mark?"""
    begin, end = bounds(parse, first)
    return any(parse.words[token] == "?" for token in range(max(begin, end - 2), end + 1))


def comparative(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Do "more", "less" or "most" with a following "than" compare likelihoods ("more likely than men to")?"""
    end = bounds(parse, first)[1]
    return before(parse, first) in ("more", "less") and "than" in parse.lower[last + 1 : end + 1]


GUARDS = named(
    clause,
    to_infinitive,
    content_clause,
    wh_title,
    wh_follows,
    expletive_or_clause,
    reported_question,
    after_as,
    concession,
    object_next,
    clause_next,
    breaks_off,
    clause_mark,
    sentence_initial,
    subject_next,
    question,
    comparative,
)
