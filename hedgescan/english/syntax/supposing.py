"""Guards for can, must, should and would: weighing what may be so, or laying down, allowing, and retelling?"""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.english.syntax.arcs import bounds, predicate, subject
from hedgescan.english.syntax.guard import named
from hedgescan.english.syntax.nouns import person

HAPPENING = frozenset(
    "happen occur vary range lead cause result arise develop become get feel look seem appear sound prove mean last take spread turn"
    " strike go come differ affect trigger exceed cost stretch escalate flare linger recur worsen backfire fail hurt harm kill form flow burst crack"
    " break burn explode damage destroy ruin weaken complicate delay".split()
)
UNFOLDING = frozenset(
    "last take arrive reach suffice help work make prevent ease improve clear open return resume remain stay begin start end finish hold"
    " cost come go get fall rise land pass dry lift prove give keep do fit".split()
)
FINE = frozenset(
    "fine ok okay enough ready available able possible easy safe back good better interesting fun over done home here there sufficient"
    " straightforward simple manageable quicker cheaper".split()
)
STATES = frozenset(
    "mad crazy mistaken wrong right true tired exhausted hungry thirsty proud mistake joke coincidence reason someone something somebody"
    " explanation relief shock surprise thrilled delighted disappointed upset lonely hard tough terrible awful strange nice wonderful"
    " frustrating fate luck furious aware desperate".split()
)
CONDITIONS = frozenset(("if", "unless", "whether", "provided"))
PAST = ("VBD", "VBN")


def aux(parse: Parse, verb: int, words: tuple[str, ...]) -> bool:
    """Has the verb one of these auxiliaries?"""
    return any(parse.lower[kid] in words and parse.deps[kid].startswith("aux") for kid in parse.kids[verb])


def governed(parse: Parse, anchor: int) -> int | None:
    """The predicate of a modal, or of a cue that holds both; None for a modal that stands alone."""
    verb = predicate(parse, anchor)
    return None if verb == anchor and parse.tags[anchor] == "MD" else verb


def thing(parse: Parse, verb: int) -> bool:
    """Has the verb a subject that is not somebody?"""
    found = subject(parse, verb)
    return found is not None and not person(parse, found)


def existential(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "can" tell what is so at times ("the wait can be long"; Palmer 2001), not what somebody is able or allowed to do?"""
    verb = governed(parse, anchor)
    if verb is None or not thing(parse, verb) or aux(parse, verb, ("be", "been")):
        return False
    if parse.child(verb, "cop") is not None:
        return parse.tags[verb].startswith("JJ") or parse.tags[verb] in ("VBG", "VBN")
    return parse.lemmas[verb] in HAPPENING


def reckoned(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "should" reckon what will come of a plan or a rule ("it should last a week"), and lay no duty on anybody?"""
    verb = governed(parse, anchor)
    if verb is None or not thing(parse, verb) or parse.child(verb, "aux:pass") is not None:
        return False
    if parse.child(verb, "cop") is not None:
        return parse.lemmas[verb] in FINE
    return parse.lemmas[verb] in UNFOLDING


def concluded(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "must" draw a conclusion (it must be a mistake; they must be wondering), and lay no duty on anybody?"""
    verb = governed(parse, anchor)
    if verb is None or parse.child(verb, "aux:pass") is not None:
        return False
    if parse.child(verb, "cop") is not None:
        return parse.lemmas[verb] in STATES or parse.tags[verb] == "VBG"
    return aux(parse, verb, ("be",)) or (parse.lemmas[verb] in ("know", "mean", "think", "feel", "come") and parse.deps[verb] != "conj")


def conditioned(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the condition said in the same sentence, so that its "if" is the hedge already?"""
    begin, end = bounds(parse, first)
    return any(word in CONDITIONS for word in parse.lower[begin : end + 1])


def retold(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is "would" the past of "will" in somebody's words or thoughts ("he said it would rain"), or in a tale's habit?"""
    verb = predicate(parse, anchor)
    for _ in range(6):
        head = parse.heads[verb]
        if head == verb:
            return False
        if parse.deps[verb] in ("ccomp", "csubj", "csubj:pass", "acl", "xcomp") and parse.tags[head] in (*PAST, "NN", "NNS"):
            return True
        verb = head
    return False


def impersonal(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject it, that, this, or nothing but a clause?"""
    found = subject(parse, predicate(parse, anchor))
    return found is None or parse.lower[found] in ("it", "that", "this", "what", "which", "there") or parse.deps[found].startswith("csubj")


def judged(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the predicate a judgement that "would" puts softly ("it would be wise to wait"), not a fact of a tale ("it would be noon")?"""
    verb = governed(parse, anchor)
    return verb is not None and parse.tags[verb] in ("JJ", "JJR", "JJS") and parse.child(verb, "cop") is not None


def unreal(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "would", "could" or "might" with "have" say what did not come of it ("had she known, she would have stayed")?"""
    end = bounds(parse, last)[1]
    return any(word in ("would", "could", "might", "'d") for word in parse.lower[last + 1 : end + 1])


GUARDS = named(existential, reckoned, conditioned, retold, impersonal, unreal, concluded, judged)
