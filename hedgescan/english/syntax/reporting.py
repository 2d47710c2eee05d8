"""Questions about verbs and nouns of saying and believing: what clause they take, who speaks, in which voice."""

from __future__ import annotations

from collections.abc import Callable

from hedgescan.english.parse import Parse

NOBODY = frozenset("it this that these those which what there here something nothing everything one".split())
PEOPLE = frozenset(
    """people police family crew staff team government court company union party group source aide critic minister official
    spokesman spokeswoman spokesperson chief president mayor judge jury prosecutor lawyer attorney witness coach captain boss
    chairman chairwoman head expert scholar friend colleague neighbour neighbor parent mother father wife husband son daughter brother
    sister woman man boy girl child student patient doctor nurse chef owner agent candidate campaign administration ministry
    department agency council committee panel commission board bank firm club opponent ally rival diplomat envoy economist
    analyst academic priest bishop king queen prince general colonel detective sheriff rebel militia army regulator watchdog
    opposition leadership guide architect accountant surgeon resident defendant plaintiff suspect informant consultant tenant
    author member someone somebody everyone everybody anyone anybody nobody other some many few most several both""".split()
)
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "eer", "crat")
THINGS = frozenset(
    """paper letter number computer weather order chapter factor river winter summer water matter power answer offer error mirror
    sensor tumor tumour cancer cluster poster newspaper indicator marker order folder remainder disorder behavior behaviour color
    colour humor humour door floor corner border other manner character filter layer list twist consider temper tower quarter
    slaughter disaster murder laughter center centre order fever hunger anger danger shoulder finger liver cover predictor register
    trigger monitor scanner detector container meter charter theater theatre vector receptor transistor motor reactor tractor printer
    router server browser charger adapter""".split()
)
HELD = frozenset("think believe expect understand know fear".split())  # of these no passive has an addressee
MARKS = ("”", "’", "'", '"')  # a quotation closes


def speaks(parse: Parse, token: int) -> bool:
    """Whether the noun or pronoun at `token` names someone (or a body) able to say or believe a thing."""
    word, tag = parse.lower[token], parse.tags[token]
    if word in NOBODY:
        return False
    if tag.startswith(("PRP", "NNP")) or word in ("who", "whom", "i", "we", "he", "she", "they", "you"):
        return True
    lemma = parse.lemmas[token].lower()
    if lemma in PEOPLE or lemma.rsplit("-", 1)[-1] in PEOPLE:
        return True
    return lemma not in THINGS and lemma.endswith(PERSON_ENDINGS)


def subject(parse: Parse, verb: int) -> int | None:
    """The verb's subject: its own, that of the verb it is co-ordinated with or controlled by, or the noun it modifies."""
    for _ in range(4):
        own = parse.child(verb, "nsubj", "nsubj:pass", "nsubj:outer")
        if own is not None:
            return parse.heads[verb] if parse.lower[own] in ("who", "which") and parse.deps[verb] == "acl:relcl" else own
        if parse.deps[verb] == "acl":
            return parse.heads[verb]
        if parse.deps[verb] not in ("conj", "xcomp", "advcl") or parse.heads[verb] == verb:
            return None
        verb = parse.heads[verb]
    return None


def has_clause(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the verb govern a clause, stand as an insertion in one ("the plan, she believes, failed"), or end a relative ("what he thinks")?"""
    if parse.children(anchor, "ccomp", "xcomp", "csubj", "csubj:pass"):
        return True
    after = last + 1
    if (
        after < len(parse)
        and parse.lower[after] in ("that", "so", "not")
        and parse.sent[after] == parse.sent[last]
        and parse.tags[after] != "DT"
    ):
        return True
    if parse.deps[anchor] == "parataxis" or inserted(parse, first, last):
        return True
    if any(parse.lower[kid] in ("what", "whatever", "as") for kid in parse.kids[anchor]):
        return True
    if any(parse.left[kid] > anchor for kid in parse.children(anchor, "parataxis")):
        return True
    return parse.deps[anchor] == "acl:relcl" and parse.child(anchor, "obj") is None


def inserted(parse: Parse, first: int, last: int) -> bool:
    """Whether cue and subject stand between commas, or after a comma at the sentence's end."""
    start, end = parse.sents[parse.sent[first]]
    before, after = first - 1, last + 1
    while before > start and parse.words[before] not in {",", "\u2013", "\u2014", "-"} and first - before < 4:
        before -= 1
    shut = after > end or parse.words[after] in {",", ".", "\u2013", "\u2014", ";"}
    return shut and before > start and parse.words[before] in {",", "\u2013", "\u2014"}


def speaker_subject(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject someone who can speak (a person, a name, a body), and not a datum or a thing?"""
    found = subject(parse, anchor)
    return found is not None and speaks(parse, found)


def speaker_or_passive(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject someone who can speak, or the verb a passive ("it has been suggested")?"""
    return passive(parse, first, last, anchor) or speaker_subject(parse, first, last, anchor)


def passive(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the verb in the passive?"""
    return parse.child(anchor, "aux:pass", "nsubj:pass") is not None


def agent(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does a by-phrase say who does the saying or believing?"""
    for kid in parse.children(anchor, "obl", "obl:agent"):
        case = parse.child(kid, "case")
        if case is not None and parse.lower[case] == "by" and parse.tags[kid] != "CD":
            return True
    return False


def judgement(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the verb hold a thing to be so (consider it safe, deem him a threat), rather than weigh or discuss it?"""
    for kid in parse.children(anchor, "xcomp"):
        if (
            parse.tags[kid].startswith(("JJ", "NN", "VBN", "CD"))
            or parse.child(kid, "cop") is not None
            or parse.lemmas[kid] in ("be", "have")
        ):
            return kid > anchor
    thing = parse.child(anchor, "obj")  # the tagger's "unsafe" may hang on the verb as an adverb
    return thing is not None and any(kid == thing + 1 and parse.tags[kid] == "JJ" for kid in parse.children(anchor, "advmod"))


def as_complement(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does "as" lead into what the thing is taken for (sees it as a threat), not into a time or a comparison?"""
    if parse.lower[last] != "as":
        return False
    after = last + 1
    if after >= len(parse) or parse.lower[after] in (
        "soon",
        "well",
        "long",
        "much",
        "far",
        "many",
        "if",
        "though",
        "they",
        "he",
        "she",
        "it",
        "we",
    ):
        return False
    head = parse.heads[last]
    return head > last and not parse.tags[head].startswith(("VBD", "VBZ", "VBP", "MD")) and parse.child(head, "nsubj") is None


def negated(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the cue denied (not, n't, never, hardly; no one does)?"""
    if any(parse.lower[kid] in ("not", "n't", "n\u2019t", "never", "hardly", "nt") for kid in parse.kids[anchor]):
        return True
    who = parse.child(anchor, "nsubj", "nsubj:pass")
    return who is not None and (parse.lower[who] in ("nobody", "none", "neither") or parse.lower[parse.left[who]] == "no")


def past_denied(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is it a past expectation or belief that is denied ("did not expect him to come"), that is, a surprise and no forecast?"""
    past = parse.tags[anchor] == "VBD" or any(parse.lower[kid] in ("did", "had") for kid in parse.kids[anchor])
    return past and negated(parse, first, last, anchor)


def infinitive(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the cue lead into a verb in the infinitive ("is said to have fled"), or end in "to" before one?"""
    to = last if parse.lower[last] == "to" else last + 1
    if to >= len(parse) or parse.lower[to] != "to":
        return False
    if parse.deps[to] == "mark":
        return True  # the parser knows a verb where the tagger takes it for a noun
    if passive(parse, first, last, anchor) and parse.lemmas[anchor] in HELD and parse.tags[to + 1 : to + 2] == ["NN"]:
        return True  # "is thought to matter": nothing is thought to somebody
    return any(parse.tags[i] in ("VB", "VBP") for i in range(last + 1, min(last + 4, len(parse))))


def before_noun(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Does the word stand before a noun and describe it ("the alleged theft")?"""
    head = parse.heads[anchor]
    if last + 2 < len(parse) and parse.lower[last + 1] in MARKS:  # the “alleged” thief
        return parse.tags[last + 2].startswith(("NN", "JJ")) and parse.sent[last + 2] == parse.sent[last]
    return head > anchor and parse.deps[anchor] in ("amod", "compound", "det", "acl") and parse.tags[head].startswith("NN")


def it_subject(parse: Parse, first: int, last: int, anchor: int) -> bool:
    """Is the subject an empty "it"?"""
    who = parse.child(anchor, "nsubj", "nsubj:pass", "expl")
    return who is not None and parse.lower[who] == "it"


GUARDS: dict[str, Callable[[Parse, int, int, int], bool]] = {
    "has-clause": has_clause,
    "speaker-subject": speaker_subject,
    "speaker-or-passive": speaker_or_passive,
    "passive": passive,
    "agent": agent,
    "judgement": judgement,
    "as-complement": as_complement,
    "negated": negated,
    "past-denied": past_denied,
    "infinitive": infinitive,
    "before-noun": before_noun,
    "it-subject": it_subject,
}
