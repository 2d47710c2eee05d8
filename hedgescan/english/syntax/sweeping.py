"""Questions about sweeping statements: how many, held by whom, the greatest of what; and guesses about one case or about a whole class."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import after, before, predicate, subject
from hedgescan.english.syntax.clauses import expletive_or_clause
from hedgescan.english.syntax.guard import named
from hedgescan.english.syntax.nouns import person
from hedgescan.english.syntax.vagueness import UNITS

QUANTIFIES = ("det", "amod", "nummod", "det:predet")
MEASURES = UNITS | frozenset("time occasion season episode round copy point degree distance extent amount length".split())
DEBATE = frozenset(
    """evidence debate controversy dispute disagreement speculation criticism doubt concern confusion discussion opposition support
    contention question uncertainty scholarship opinion tradition literature research work resistance success influence""".split()
)
ACCOUNTS = frozenset(
    """source study report account theory theorist claim interpretation tradition version estimate legend author text paper article critic
    review opinion school textbook dictionary commentary reference definition argument suggestion story rumour rumor scholar""".split()
)
VIEWS = frozenset(
    """accept accuse admire advocate agree allege appreciate argue ascribe assert associate assume attribute believe blame call cite claim
    classify compare complain conclude condemn consider contend credit criticise criticize date debate decry denounce deny describe
    differ disagree dislike dismiss dispute divide doubt estimate expect favor favour feel find hail hold identify include interpret
    judge label link locate maintain note object oppose place point praise prefer propose question recognise recognize refer regard
    reject say see speculate suggest support suspect theorise theorize think trace treat understand use view welcome wonder""".split()
)
ACHIEVES = frozenset(
    """activate bind block compete confer convert cross detect dissociate distinguish drive enhance express form identify induce inhibit
    mediate measure observe prevent produce purify reach recognise recognize reduce replace rescue restore reverse see separate show
    stimulate substitute suppress survive trace transactivate transfer transform""".split()
)
MATTERS = frozenset(
    """activity aetiology basis benefit cascade cause consequence contribution effect etiology extent fate function identity impact
    implication importance involvement link mechanism nature origin outcome pathogenesis pathway purpose reason relation relationship
    relevance role significance source status target timing value""".split()
)
STRESSED = frozenset("how so as too not that this these those the no nowhere his her its their our".split())


def counted(parse: Parse, last: int) -> int:
    """The noun that a quantifier counts, or the quantifier itself when it stands alone ("some argue", "many of them")."""
    head = parse.heads[last]
    return head if parse.deps[last] in QUANTIFIES and head > last else last


def vague_quantity(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the quantifier leave open how many and which: of a plural, of a debate, or alone; not of years, miles or a number?"""
    noun = counted(parse, last)
    if parse.tags[last + 1 : last + 2] == ["CD"] or after(parse, last) in ("more", "few", "fewer", "extra", "additional"):
        return False
    if noun == last:
        return parse.deps[last] not in ("advmod", "fixed", "goeswith", "compound")
    if parse.lemmas[noun] in MEASURES or any(parse.deps[kid] == "nummod" and kid != last for kid in parse.kids[noun]):
        return False
    plural = parse.tags[noun] in ("NNS", "NNPS", "VBZ")  # a plural is at times taken for a verb ("many lakes")
    return plural or parse.lemmas[noun] in DEBATE or parse.lower[noun] in ("people", "case")


def stressed(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a word before the quantifier ask for the number, compare it or tie it to a group ("how many", "as many", "the many")?"""
    return before(parse, first) in STRESSED


def opinion_holder(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue count people, or accounts that say something (sources, studies, theories)?"""
    noun = counted(parse, last)
    if noun == last:
        noun = next((kid for kid in parse.kids[anchor] if parse.deps[kid] in ("nmod", "obl") and kid > last), anchor)
    return parse.tags[noun] in ("NNS", "NN") and (person(parse, noun) or parse.lemmas[noun] in ACCOUNTS)


def acting(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is what the cue counts or names the subject of a clause or the agent of a passive?"""
    noun = counted(parse, last)
    return parse.deps[noun if noun != last else anchor] in ("nsubj", "nsubj:pass", "obl:agent", "nsubj:outer")


def taking_sides(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the crowd hold a view: the subject of a verb of judging, or the agent of one ("is praised by critics")?"""
    noun = counted(parse, last)
    noun = noun if noun != last else anchor
    return acting(parse, first, last, anchor) and parse.lemmas[parse.heads[noun]] in VIEWS


def nameless(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject nobody who could be asked: no name, no pronoun for somebody, no one man or woman ("the finds suggest")?"""
    who = subject(parse, anchor)
    if who is None:
        return parse.child(anchor, "expl") is not None or parse.child(anchor, "aux:pass") is not None
    if parse.lower[who] in ("i", "he", "she", "they", "we", "you", "who") or (parse.tags[who] == "NN" and person(parse, who)):
        return False
    return not any(parse.tags[token].startswith("NNP") for token in range(parse.left[who], who + 1))


def one_case(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the modal guess about a single case (he, it, a name, this or its name, something past), and not tell of a class of things?"""
    verb = predicate(parse, anchor)
    if any(parse.lower[kid] == "have" and parse.deps[kid] == "aux" for kid in parse.kids[verb]):
        return True
    who = subject(parse, verb)
    if who is None:
        return False
    pointed = any(parse.deps[kid] == "nmod:poss" or parse.lower[kid] in ("this", "that") for kid in parse.kids[who])
    return parse.lower[who] in ("he", "she", "it", "this", "that") or parse.tags[who] == "NNP" or (pointed and parse.tags[who] == "NN")


def in_passive(parse: Parse, anchor: int) -> bool:
    """Is the modal's verb in the passive?"""
    return any(parse.deps[kid] == "aux:pass" for kid in parse.kids[predicate(parse, anchor)])


def untested(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "could" say what may be so, and not what an experiment managed ("could be detected", "could bind the probe")?"""
    if after(parse, last) == "have":
        return True
    return not in_passive(parse, anchor) and parse.lemmas[predicate(parse, anchor)] not in ACHIEVES


def advised(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "should" tell the reader what to do: somebody should, or a step should be taken ("samples should be stored")?"""
    who = subject(parse, predicate(parse, anchor))
    return in_passive(parse, anchor) or (who is not None and person(parse, who))


def open_matter(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is what is unclear a question or a cause, role or mechanism, and not a label or a liquid?"""
    who = subject(parse, anchor)
    return expletive_or_clause(parse, first, last, anchor) or (who is not None and parse.lemmas[who] in MATTERS)


GUARDS = named(vague_quantity, stressed, opinion_holder, acting, taking_sides, nameless, one_case, untested, advised, open_matter)
