"""In what language each paragraph is: only English can be read, and what is not must not be scored as if it were.

The small words tell (Grefenstette 1995): a paragraph is another language's where at least twice as many of its words are that language's
as are English.  Prose in which hardly a word is English is another's too.  Whatever cannot be told, as a list of names, is in the language
that the format says, else in that of most of the text, and without that in English.  What the format says of the document as a whole, which
is often a template's and wrong, never goes before the words; of a part it does where it says that it is not English.  A paragraph without
a word is in none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from hedgescan.model import ENGLISH, WORDLESS
from hedgescan.tongues import UNKNOWN, letters, load, runs, title

if TYPE_CHECKING:
    from hedgescan.readers.offsets import Block
    from hedgescan.tongues import Known

ENOUGH = 3000  # characters of a paragraph that are looked at
LEAST = 3  # different small words of another language: with fewer it may be a name, "Charles de Gaulle"
SHARE = 0.12  # of the words: small words are a third of most languages, but a sixth where endings do their work
CERTAIN = 0.2  # share of English small words from which no other language is looked for
SHORT = 3.2  # letters to a word: with fewer it is a list of codes, unless accents say otherwise
LONG = 20  # words of prose from which hardly an English one among them tells enough
LISTED = 5  # words to a comma: with fewer it is a list
HARDLY = 0.08  # of the words are also English: in English, a third and more
LETTERS = 8  # letters of another script: with fewer it may be a name or a formula
_WIDE = {"Hani": 3, "Jpan": 2, "Kore": 2}  # Latin letters that one of these stands for, about
# No part of an address, a path, an option or a hexadecimal number.
_WORD = re.compile(r"(?<![\w@/.\\$%#&=+<-])[^\W\d_]+(?![\w@/\\=])")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ]+")
# "Oscar de la Hoya", "Rio de Janeiro": small words of other languages in names are no more than that.
_PARTICLES = re.compile(
    r"(\b[A-ZÀ-ÞĀ-Ž][\w’'-]*\s)(?:(?:da|das|de|del|della|dem|den|der|di|do|dos|du|e|el|i|la|las|le|los|ten|und|van|von|y|zu)\s){1,3}(?=[A-ZÀ-ÞĀ-Ž])"
)
_ACCENTED = re.compile(r"[a-zß-öø-ɏḁ-ỿ]{2,}")  # of words that are not ASCII: in lower case, since names of all languages stand in English
# Prose and no list or code: from a capital to a stop, nearly all of it words as they stand in sentences, most of them in lower case.
_PROSE = re.compile(r"[^\w\s]*\s?[^\W\d_a-z].*[.!?…:;][^\w\s]*\s*", re.DOTALL)
_PLAIN = re.compile(r"[\"“‘'«(\[¿¡—–-]*[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*[\"”’»')\].,;:!?…]*")
_PAGE = re.compile(r"\W*(?:page|p\.?)\s?\d+(?:\s?(?:of|/)\s?\d+)?\W*", re.IGNORECASE)
_NUMBER = 40  # characters that the number of a page may take
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,2000}[”“»\"]")


def languages(blocks: Sequence[Block], said: str = "", english: bool = False) -> list[str]:
    """The language of each paragraph, as a BCP 47 tag; "und", also with a script, for one that is not English and not known.

    `said` is what the document says of itself; with `english`, all that has words is taken for English.
    """
    if english:
        return [WORDLESS if wordless(block.prose) else ENGLISH for block in blocks]
    known = load()
    judged = [_declared(block, said, known) for block in blocks]
    if all(tag in (ENGLISH, WORDLESS) for tag in judged):
        return judged
    main = _main(blocks, judged, said, known)
    named_ = Counter(tag for tag in judged if tag in known.written and tag != ENGLISH)
    out = []
    for tag in judged:
        script = tag.removeprefix(UNKNOWN).removeprefix("-")
        alike = (other for other, _ in named_.most_common() if known.written[other] == script)
        out.append(next(alike, tag) if tag.startswith(UNKNOWN) else tag or main)
    return out


def _declared(block: Block, said: str, known: Known) -> str:
    """The language of a paragraph by what is said of it and by its words; empty if neither tells."""
    if wordless(block.prose):
        return WORDLESS
    if block.language not in ("", ENGLISH):
        return block.language
    tag = judge(block.prose, known) or block.language
    strange = tag == UNKNOWN or (tag.startswith(UNKNOWN) and said not in known.written)
    return said if strange and said not in ("", ENGLISH) else tag


def wordless(prose: str) -> bool:
    """Whether a paragraph says nothing: a line drawn, a bullet, a figure by itself, the number of a page."""
    return not any(map(str.isalpha, prose)) or (len(prose) < _NUMBER and _PAGE.fullmatch(prose) is not None)


def judge(prose: str, known: Known) -> str:
    """The language of a paragraph by itself; empty if it cannot be told."""
    if len(prose) > ENOUGH:
        prose = prose[: max(prose.rfind(".", 0, ENOUGH) + 1, ENOUGH // 2)]
    words = prose.split()
    if sum(map(known.english.__contains__, words)) >= max(2, CERTAIN * len(words)):
        return ENGLISH
    if not prose.isascii():
        prose = normalize("NFC", prose)
    tag = _script(prose, known) or _tongue(prose, known)
    if tag in ("", ENGLISH):
        return tag
    around = _QUOTED.sub(" ", prose)  # where the words around a foreign quotation are English, so is the sentence
    return ENGLISH if around != prose and not _script(around, known) and _tongue(around, known) == ENGLISH else tag


def notice(counts: Mapping[str, int]) -> str:
    """What people should know of a document with so many sentences of each language; empty where all are English."""
    total = sum(counts.values()) - counts.get(WORDLESS, 0)
    others = {tag: number for tag, number in counts.items() if tag not in (ENGLISH, WORDLESS) and number}
    if not others:
        return ""
    number = sum(others.values())
    named_ = ", ".join(f"{title(tag)} {count}" for tag, count in sorted(others.items(), key=lambda row: -row[1]))
    return f"not English: {number} of {total} sentences ({named_}), which are listed but not scored; --language en reads them all the same"


def _main(blocks: Sequence[Block], judged: Sequence[str], said: str, known: Known) -> str:
    """The language of what cannot be told by itself: what the document says, if any of it is that or nothing is told, else that of most.

    Another than English it is only if most is so by far, or, where the document says so, as much as is English.
    """
    sizes: Counter[str] = Counter()
    for block, tag in zip(blocks, judged, strict=True):
        sizes[tag] += len(block.prose)
    open_ = sizes.pop("", 0)
    del sizes[WORDLESS]
    if said and (not sizes or (sizes[said] and (said == ENGLISH or sizes[said] >= sizes[ENGLISH]))):
        return said
    if not sizes:
        return judge(" ".join(_start(blocks)), known) or ENGLISH
    tag, size = sizes.most_common(1)[0]
    return tag if size > 2 * sizes[ENGLISH] and 2 * size >= open_ else ENGLISH


def _start(blocks: Iterable[Block]) -> Iterable[str]:
    """The prose of as many paragraphs as are looked at together."""
    size = 0
    for block in blocks:
        yield block.prose[:ENOUGH]
        size += len(block.prose)
        if size > ENOUGH:
            break


def _script(prose: str, known: Known) -> str:
    """The language of a paragraph that is mostly in another script; empty where it is not."""
    if prose.isascii() or not letters().search(prose):
        return ""
    sizes: Counter[str] = Counter()
    for run in runs().finditer(prose):
        code = run.lastgroup or ""
        if len(run[0]) > 1 or code in _WIDE:
            sizes[code] += len(run[0]) * _WIDE.get(code, 1)
    if sum(sizes.values()) < max(LETTERS, sum(map(len, _LATIN.findall(prose)))):
        return ""
    code = "Jpan" if sizes["Jpan"] * 5 > sizes["Hani"] else max(sizes, key=sizes.__getitem__)
    if known.scripts[code].language:
        return known.scripts[code].language
    return _named(Counter(tag for word in {*_WORD.findall(prose)} for tag in known.words.get(word, ())), f"{UNKNOWN}-{code}")


def _tongue(prose: str, known: Known) -> str:
    """The language of a paragraph in Latin letters; empty where it cannot be told."""
    capitals = prose.isupper()
    words = _WORD.findall(prose.lower() if capitals else _PARTICLES.sub(r"\1", prose))
    words[:1] = [word.lower() if word.lower() in known.words else word for word in words[:1]]
    english, kinds = sum(map(known.english.__contains__, words)), {*words}
    accented = {word for word in kinds if not word.isascii() and _ACCENTED.fullmatch(word)} if not capitals else set()
    found = Counter(tag for word in kinds for tag in known.words.get(word, ()))
    tag = max(found, key=found.__getitem__) if found else UNKNOWN
    theirs = [word for word in words if word in accented or tag in known.words.get(word, ())]
    told = len(theirs) > max(2 * english, SHARE * len(words)) and len({*theirs}) >= LEAST
    if told and (len(accented) >= LEAST or len("".join(words)) >= SHORT * len(words)):
        return _named(found, UNKNOWN)
    if len(words) >= LONG and _strange(prose, words, known):
        return UNKNOWN
    return ENGLISH if english > len(theirs) else ""


def _strange(prose: str, words: Sequence[str], known: Known) -> bool:
    """Whether it is prose, and hardly a word of it English."""
    plain, lower = prose.split(), sum(map(str.islower, words))
    if not _PROSE.fullmatch(prose) or LISTED * prose.count(",") > len(words):
        return False
    shape = 10 * sum(map(bool, map(_PLAIN.fullmatch, plain))) >= 9 * len(plain) and 10 * lower >= 7 * len(words)
    return shape and sum(map(known.common.__contains__, words)) <= HARDLY * len(words)


def _named(found: Counter[str], unknown: str) -> str:
    """The language that most of the words are of, if there is one."""
    (tag, most), (_, next_) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    return tag if most > max(1, next_) else unknown
