"""Builds the lemmatiser's table of exceptions: what the treebanks and the verb lists say and the suffix rules miss."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from hedgescan.english.lemma import SHARED, regular
from training.treebank import allowed

Table = dict[str, dict[str, str]]
Known = Iterator[tuple[tuple[str, str], str]]  # form and tag, lemma
INFLECTED = {"VB", "VBD", "VBG", "VBZ", "NNS", "JJR", "JJS", "MD"}
OFTEN = 3  # rarer lemmas are as likely a slip of the pen as a word
HERE = Path(__file__).parent
SHORT = re.compile(r"^(?:[^aeiou]*|qu)[aeiou][bdfgklmnprtvz]$")  # one syllable that doubles: stop, quip
LONG = re.compile(r"[aeiouy].*[^aeiou][aeiou][bdgklmnprt]$|[aeiouy].*qu[aeiou][bdgklmnprt]$")  # admit, travel


def table(paths: Iterable[Path]) -> Table:
    """tag → form → lemma, for the forms whose lemma the rules of hedgescan.english.lemma get wrong."""
    seen = dict(observed(paths))
    verbs = {lemma for (_, tag), lemma in seen.items() if tag.startswith("VB") and lemma.isalpha()}
    listed = (HERE / "verbs.txt").read_text(encoding="utf-8").split()
    known = dict(generated(sorted(verbs))) | seen | dict(generated(listed)) | dict(irregular())
    exceptions = defaultdict[str, dict[str, str]](dict)
    for (form, tag), lemma in sorted(known.items()):
        if regular(form, tag) != lemma:
            exceptions[tag][form] = lemma
    return dict(sorted(exceptions.items()))


def observed(paths: Iterable[Path]) -> Known:
    """The most frequent lemma of every inflected form and tag in the treebanks; rare lemmas and misspellings are not learnt."""
    counts, lemmas = defaultdict[tuple[str, str], Counter[str]](Counter), Counter[str]()
    for form, tag, lemma in (token for path in paths for token in tokens(path)):
        tag = SHARED.get(tag, tag)
        lemmas[lemma] += 1
        if (tag in INFLECTED or form == "n't") and re.fullmatch(r"[a-z']+", form):
            counts[form, tag][lemma] += 1
    for key, found in counts.items():
        lemma = found.most_common(1)[0][0]
        if lemmas[lemma] >= OFTEN and lemma != "_":
            yield key, lemma


def tokens(path: Path) -> Iterator[tuple[str, str, str]]:
    """Form, tag and lemma of every token, in lower case."""
    kept = True
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            kept = allowed(line.split("=", 1)[1].strip())
        row = line.split("\t")
        if kept and len(row) == 10 and "Typo=Yes" not in line:
            yield row[1].lower().replace("’", "'"), row[4], row[2].lower()


def irregular() -> Known:
    """The forms of the irregular verbs."""
    rows = [line.split() for line in (HERE / "irregular.txt").read_text(encoding="utf-8").splitlines()]
    yield from (known for known in generated(row[0] for row in rows) if known[0][1] != "VBD")
    for base, past, participle in rows:
        yield (participle, "VBD"), base
        yield (past, "VBD"), base


def generated(verbs: Iterable[str]) -> Known:
    """The regular forms of verbs."""
    for verb in verbs:
        third, pasts, participles = inflect(verb)
        yield (third, "VBZ"), verb
        yield from (((form, "VBD"), verb) for form in pasts)
        yield from (((form, "VBG"), verb) for form in participles)


def inflect(verb: str) -> tuple[str, list[str], list[str]]:
    """The -s form, the -ed forms and the -ing forms; two of the latter when spelling varies, as in travel(l)ed."""
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies", [verb[:-1] + "ied"], [verb + "ing"]
    third = verb + ("es" if re.search(r"(?:s|sh|ch|x|z|[^aeiou]o)$", verb) else "s")
    if verb.endswith("ie"):
        return third, [verb + "d"], [verb[:-2] + "ying"]
    if verb.endswith("e"):
        return third, [verb + "d"], [(verb if re.search(r"[eoy]e$|^be$|^singe$", verb) else verb[:-1]) + "ing"]
    if verb.endswith("c"):
        return third, [verb + "ked"], [verb + "king"]
    stems = [verb + verb[-1]] if SHORT.search(verb) else [verb, verb + verb[-1]] if LONG.search(verb) else [verb]
    return third, [stem + "ed" for stem in stems], [stem + "ing" for stem in stems]
