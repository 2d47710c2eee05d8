"""Names that the tagger took for nouns, mostly where a capital tells nothing, at the head of a sentence ("Stumpf said"); peoples, for names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgescan.english.lemma import lemma
from hedgescan.english.parse import Parse
from hedgescan.rules.sources.proper import proper
from hedgescan.rules.sources.words import Words

_NOUNS = ("NN", "NNS")
_PEOPLES = ("nations", "partisans")  # groups of lexicons/people.toml
_LARGE = ("VB", "NN", "JJ", "RB")  # what has a capital in a title
_SINGULAR = frozenset(("news", "politics", "economics", "mathematics", "physics", "statistics", "athletics"))  # "news spreads"


def settle(parses: Sequence[Parse], words: Words) -> None:
    """Make a proper noun of each, by what the document tells: the word is a name elsewhere and no common word anywhere in it, it is
    nothing but capitals, or its verb says that it is no plural.  A word of the lexicon is left as it is."""
    names = {parse.words[at] for parse in parses for at in _named(parse)}
    small: set[str] = set()
    for parse in parses:
        for at in [at for at, tag in enumerate(parse.tags) if tag in _NOUNS and _capital(parse, at)]:
            if words.head(parse.lemmas[at]) or words.head(parse.lower[at]):
                continue
            small = small or {word for other in parses for word in other.words if word.islower()}
            known = parse.words[at] in names and parse.lower[at] not in small
            if known or _letters(parse, at) or (parse.lower[at] not in small and _one(parse, at)):
                parse.tags[at], parse.lemmas[at] = "NNP", parse.lower[at]
        for at in [at for at, word in enumerate(parse.words) if word == "-" and _hyphened(parse, at)]:
            parse.tags[at + 1] = "NNP"
        for at in [at for at, tag in enumerate(parse.tags) if tag == "NNP" and parse.lower[at].endswith("s")]:
            _people(parse, at, words)


def _named(parse: Parse) -> Iterator[int]:
    """Proper nouns whose capital comes neither of their place nor of a title's: beside them is a small word that would have one there."""
    for first, last in parse.sents:
        found = [at for at in range(first + 1, last + 1) if parse.words[at][:1].isupper() and proper(parse, at)]
        if found and any(parse.words[at].islower() and parse.tags[at][:2] in _LARGE for at in range(first, last + 1)):
            yield from found


def _capital(parse: Parse, at: int) -> bool:
    """A noun with a capital and nothing before it that makes it one of a kind."""
    if not parse.words[at][:1].isupper() or len(parse.words[at]) < 2 or parse.deps[at] in ("compound", "flat"):
        return False
    return parse.child(at, "amod", "compound", "nummod", "nmod:poss", "det") is None


def _letters(parse: Parse, at: int) -> bool:
    """Nothing but capitals, in a sentence that has other letters too ("AROS argues")."""
    first, last = parse.sents[parse.sent[at]]
    return parse.words[at].isalpha() and parse.words[at].isupper() and any(word.islower() for word in parse.words[first : last + 1])


def _hyphened(parse: Parse, at: int) -> bool:
    """Is the last part of a Korean given name taken for a small word ("Park Geun-hye said")?"""
    if not 0 < at < len(parse) - 1 or parse.deps[at + 1] not in ("nsubj", "nsubj:pass") or parse.tags[at - 1] != "NNP":
        return False
    whole = parse.ends[at - 1] == parse.starts[at] and parse.ends[at] == parse.starts[at + 1]
    return whole and parse.words[at + 1].islower() and parse.tags[at + 1][:2] not in ("NN", "JJ", "VB")


def _people(parse: Parse, at: int, words: Words) -> None:
    """A plural for a whole people or party that the tagger took for somebody's name ("Many Latinos")."""
    many = lemma(parse.words[at], "NNS")
    pair = f"{parse.lower[at - 1]} {many}" if at else ""
    if words.group(many) in _PEOPLES or words.group(pair) in _PEOPLES:
        parse.tags[at], parse.lemmas[at] = "NNPS", many


def _one(parse: Parse, at: int) -> bool:
    """A plural that is the subject of a verb in the singular ("Hodges argues"), or has no form of one ("Stumpf said")."""
    if parse.tags[at] != "NNS" or parse.deps[at] not in ("nsubj", "nsubj:pass") or parse.lower[at] in _SINGULAR:
        return False
    verb = parse.heads[at]
    helpers = [parse.tags[kid] for kid in parse.children(verb, "aux", "aux:pass", "cop")]
    agrees = (helpers[0] if helpers else parse.tags[verb]) != "VBZ"
    return not agrees or parse.lemmas[at] == parse.lower[at]
