"""In what construction a cue stands: the frame of a verb, noun or adjective, by its complement, passive and quotation marks."""

from __future__ import annotations

from hedgescan.english.parse import Parse
from hedgescan.rules.attribution.subjects import case
from hedgescan.rules.attribution.voice import is_verb, passive

_WH = frozenset("that whether if how why what when where who which".split())
_BE = frozenset("be is are was were been being am 's 're 'm".split())
_FINITE = ("VBD", "VBZ", "VBP")
_PREPOSITIONS = ("about", "to", "for", "of", "against", "on", "with", "at", "over", "behind", "from", "into", "among", "after", "by", "in")
_OF_NOUNS = frozenset("of about for against on to from by over at with in among toward towards".split())
_AS = frozenset("say put tell note report explain write argue warn predict observe describe quip see recall".split())
_RAISED = frozenset("say report allege believe think know understand consider expect estimate claim rumour rumor suppose presume".split())
_PARTIAL = ("object", "none", "as", "pp_to", "pp_about", "pp_of", "pp_on", "pp_for", "pp_with")
_CLOSING = frozenset(("”", '"', "''", "»", "’", "'"))
_STOPS = frozenset((".", "?", "!", ";"))
LIGHT = frozenset(
    "make give issue express have offer raise deliver take voice file release publish send hold level repeat reiterate draw face cite"
    " share reject launch provide post receive announce lodge present state get show mount extend voice heap win earn reach put"
    " pronounce hail deliver send pass set submit utter mouth dismiss".split()
)


def plain(frame: str) -> str:
    """The frame of a verb without its passive and quotation marks."""
    return frame.removeprefix("pass:").removeprefix("ag:").removesuffix("+q")


def beside(parse: Parse, verb: int) -> str:
    """Quotation beside the verb: R a quote opens after comma or colon, P a partial quote follows, L a quote closed before, or ''."""
    if parse.quoted[verb]:
        return ""
    for at in range(verb + 1, min(len(parse), verb + 16)):
        if parse.quoted[at]:
            if parse.words[at - 1] in (",", ":"):
                return "R"
            return "P" if at - verb < 10 else ""
        if _breaks(parse, at):
            break
    for at in range(verb - 1, max(-1, verb - 14), -1):
        if parse.quoted[at]:
            return "L" if parse.words[at] in _CLOSING else ""
        if _breaks(parse, at):
            break
    return ""


def _breaks(parse: Parse, at: int) -> bool:
    other_verb = parse.tags[at] in _FINITE and parse.lower[at] not in _BE
    return other_verb or parse.words[at] in _STOPS


def verb(parse: Parse, token: int, how: str) -> str:
    """The frame of a verb: quote, that, wh, before, clause, parataxis, follow, to, as, small, object, pp_…, purpose, none or bare.

    `how` its subject was come by.  Bare is an infinitive or gerund with nothing after it ("no reason to fear").
    A partial quotation adds "+q", a passive puts "pass:" in front, one with its agent "pass:ag:".
    """
    quote = beside(parse, token)
    frame = "quote" if quote in ("R", "L") else _complement(parse, token)
    if frame == "purpose" and parse.lemmas[token] in _RAISED and passive(parse, token):
        frame = "to"
    if quote == "P" and frame in _PARTIAL:
        frame += "+q"
    if any(parse.lower[kid] == "that" and parse.deps[kid] == "mark" and kid > token for kid in parse.kids[token]):
        frame = "that"
    if quote and how == "reduced":  # beside a quotation a bare participle is a past tense ("…," the trainer urged)
        return frame
    if how != "mistagged" and (passive(parse, token) or (parse.tags[token] == "VBN" and parse.deps[token] == "acl")):
        return ("pass:ag:" if how == "agent" else "pass:") + frame
    return "bare" if frame == "none" and _unbound(parse, token) else frame


def _unbound(parse: Parse, token: int) -> bool:
    """An infinitive, or a gerund without its auxiliary."""
    return parse.tags[token] == "VB" or (parse.tags[token] == "VBG" and parse.child(token, "aux") is None)


def _complement(parse: Parse, token: int) -> str:
    clause = parse.child(token, "ccomp")
    if clause is not None:
        return _clausal(parse, token, clause)
    if parse.deps[token] == "parataxis" or _inserted(parse, token):
        return "parataxis"
    if any(kid > token + 1 for kid in parse.children(token, "parataxis")):
        return "follow"
    infinitive = parse.child(token, "xcomp")
    if infinitive is not None:
        return _infinitival(parse, infinitive)
    return _nominal(parse, token)


def _inserted(parse: Parse, token: int) -> bool:
    """A clause with "as" that says where the sentence comes from ("as reported by Roe", "as Roe put it")."""
    above = parse.heads[token]
    if parse.deps[token] == "xcomp" and parse.tags[token] == "VB" and parse.lemmas[above] in ("use", "like", "love"):  # "as she used to say"
        return parse.deps[above] == "advcl" and parse.lower[parse.left[above]] == "as" and parse.lemmas[token] == "say"
    if parse.deps[token] != "advcl" or parse.child(token, "xcomp") is not None:
        return False
    if token and parse.lower[token - 1] == "as" and parse.tags[token] in ("VBN", "VBD"):
        return True
    mark = parse.child(token, "mark", "advmod")
    found = mark is not None and parse.lower[mark] == "as" and parse.lemmas[token] in _AS
    objects = [kid for kid in parse.children(token, "obj") if parse.lower[kid] != "it"]
    return found and not objects and not any(parse.deps[kid] == "aux" and parse.tags[kid] != "MD" for kid in parse.kids[token])


def _clausal(parse: Parse, token: int, clause: int) -> str:
    openers = [
        parse.lower[kid]
        for kid in parse.kids[clause]
        if parse.deps[kid] in ("mark", "advmod", "nsubj", "obj", "det") and kid < clause and parse.lower[kid] in _WH
    ]
    if any(parse.deps[kid] == "mark" and parse.lower[kid] == "that" for kid in parse.kids[clause]):
        return "that"
    if openers and openers[0] != "that":
        return "wh"
    return "before" if clause < token else "clause"


def _infinitival(parse: Parse, infinitive: int) -> str:
    if any(parse.lower[kid] == "to" and parse.deps[kid] == "mark" for kid in parse.kids[infinitive]):
        return "to"
    return "as" if any(parse.lower[kid] == "as" for kid in parse.kids[infinitive]) else "small"


def _nominal(parse: Parse, token: int) -> str:
    phrases = [case(parse, kid) for kid in parse.children(token, "obl")]
    marks = [parse.lower[mark] for kid in parse.children(token, "advcl") for mark in parse.children(kid, "mark")]
    if "as" in phrases or "as" in marks:
        return "as"
    if parse.child(token, "obj") is not None:
        return "object"
    for preposition in _PREPOSITIONS:
        if preposition in phrases:
            return "pp_" + preposition
    if "whether" in marks:
        return "wh"
    return "purpose" if "to" in marks else "none"


def noun(parse: Parse, token: int) -> str:
    """The frame of a noun: its content (that, to, of … none), a stroke, and its place (poss, light, object, subject, oblique, 0)."""
    return _noun_content(parse, token) + "/" + _noun_place(parse, token)


def _noun_content(parse: Parse, token: int) -> str:
    found = _equated(parse, token)
    head = parse.heads[token]
    clauses = parse.children(token, "ccomp", "acl", "acl:relcl")
    if parse.deps[token] == "obj" and parse.lemmas[head] in LIGHT:  # "issued a statement that", the clause hung on the verb
        clauses += parse.children(head, "ccomp")
    for kid in clauses:
        if kid > token:
            marks = [parse.lower[mark] for mark in parse.children(kid, "mark")]
            found = "that" if "that" in marks else "to" if "to" in marks else found
    if found != "none":
        return found
    for kid in parse.children(token, "nmod"):
        if kid > token and case(parse, kid) in _OF_NOUNS:
            return case(parse, kid)
    return _next(parse, token)


def _equated(parse: Parse, token: int) -> str:
    """The clause or infinitive that a noun is said to be ("my guess is that it rains", "the aim is to win"), or none."""
    at = parse.right[token] + 1
    if parse.deps[token] in ("nsubj", "nsubj:outer") and at + 1 < len(parse) and parse.lower[at] in _BE:
        return parse.lower[at + 1] if parse.lower[at + 1] in ("that", "to") else "none"
    return "none"


def _next(parse: Parse, token: int) -> str:
    """What stands right after a word on the surface, where the parse has hung it elsewhere: that + clause, to, a preposition."""
    if token + 2 >= len(parse):
        return "none"
    after, then = parse.lower[token + 1], parse.tags[token + 2]
    if after == "that" and parse.tags[token + 1] in ("IN", "WDT", "DT") and not then.startswith(("VB", "MD")):
        return "that"
    if after == "to":
        return "to"
    return after if after in _OF_NOUNS else "none"


def _noun_place(parse: Parse, token: int) -> str:
    head, dep = parse.heads[token], parse.deps[token]
    if parse.child(token, "nmod:poss") is not None:
        return "poss"
    if dep == "obj" and is_verb(parse, head):
        return "light" if parse.lemmas[head] in LIGHT else "object"
    if dep in ("nsubj", "nsubj:pass"):
        return "subject"
    return "oblique" if dep == "obl" else "0"


def adjective(parse: Parse, token: int) -> str:
    """The frame of a predicative adjective: that, to, a preposition, or x; "nc:" in front where there is no copula."""
    found = "x"
    for kid in parse.kids[token]:
        if parse.deps[kid] in ("ccomp", "csubj"):
            found = "that"
        elif parse.deps[kid] in ("xcomp", "advcl") and found != "that":
            asks = any(parse.lower[inner] in _WH for inner in parse.kids[kid] if inner < kid)  # "clear how the fire started"
            found = "that" if kid > token and asks else "to"
        elif parse.deps[kid] in ("obl", "obl:agent") and found == "x":
            found = case(parse, kid) or "x"
    found = _next(parse, token).replace("none", "x") if found == "x" else found
    return found if parse.child(token, "cop", "aux:pass") is not None else "nc:" + found
