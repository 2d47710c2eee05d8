"""Universal Dependencies treebanks as spaCy Docs: CoNLL-U in, spaCy's own tokenisation out."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST = 12  # sentences in one Doc; longer paragraphs are cut
COMMERCIAL = {"academic", "bio", "interview", "news", "speech", "textbook", "voyage"}
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Word(NamedTuple):
    form: str
    space: bool  # followed by a space
    lemma: str
    pos: str
    tag: str
    head: int  # index in the sentence; a root is its own head
    dep: str


Sentence = list[Word]


def find(folder: Path, bank: str, part: str) -> Path:
    """The file of one treebank part, whether named as released (en_ewt-ud-dev.conllu) or short (ewt.dev.conllu)."""
    for name in (f"en_{bank}-ud-{part}.conllu", f"{bank}.{part}.conllu"):
        for path in sorted(folder.rglob(name)):
            return path
    raise FileNotFoundError(f"no en_{bank}-ud-{part}.conllu under {folder}; training/README.md says where to get it")


def allowed(document: str) -> bool:
    """Whether a document's licence allows its use: all but the non-commercial genres of GUM."""
    return not document.startswith("GUM_") or document.split("_")[1] in COMMERCIAL


def read(path: Path, prefixes: tuple[str, ...] = ("",)) -> Iterator[list[Sentence]]:
    """The paragraphs of a CoNLL-U file, only from documents whose id starts with one of `prefixes`."""
    kept, paragraph, rows = True, list[Sentence](), list[list[str]]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# newpar"]:
        if line.startswith(("# newdoc", "# newpar")) and paragraph:
            yield paragraph
            paragraph = []
        if line.startswith("# newdoc id"):
            name = line.split("=", 1)[1].strip()
            kept = name.startswith(prefixes) and allowed(name)
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif rows:
            if kept:
                paragraph.append(words(rows))
            rows = []
            if len(paragraph) == LONGEST:
                yield paragraph
                paragraph = []


def words(rows: list[list[str]]) -> Sentence:
    """One sentence; a contraction stays split when its pieces spell its surface (do + n't), else it is one word."""
    groups, covered = list[tuple[list[str], list[list[str]]]](), 0
    tree = {int(row[0]): row for row in rows if row[0].isdigit()}
    for row in rows:
        if "-" in row[0]:
            first, covered = map(int, row[0].split("-"))
            groups += fuse(row, [tree[number] for number in range(first, covered + 1)])
        elif row[0].isdigit() and int(row[0]) > covered:
            groups.append((row, [row]))
    place = {piece[0]: index for index, (_, pieces) in enumerate(groups) for piece in pieces}
    return [word(row, pieces, index, place) for index, (row, pieces) in enumerate(groups)]


def fuse(surface: list[str], pieces: list[list[str]]) -> list[tuple[list[str], list[list[str]]]]:
    """A contraction as one group, or as one group for each piece."""
    if "".join(piece[1] for piece in pieces) != surface[1]:
        return [(surface, pieces)]
    spaced = [[*piece[:9], "SpaceAfter=No"] for piece in pieces[:-1]] + [[*pieces[-1][:9], surface[9]]]
    return [(piece, [piece]) for piece in spaced]


def word(row: list[str], pieces: list[list[str]], index: int, place: dict[str, int]) -> Word:
    """The word spelt by `row` with the analysis of that piece whose head lies outside it."""
    inside = {piece[0] for piece in pieces}
    head = next(piece for piece in pieces if piece[6] not in inside)
    form = row[1].replace("\xa0", " ")
    root = head[6] == "0"
    parent, dep = (index, "ROOT") if root else (place[head[6]], head[7])
    return Word(form, "SpaceAfter=No" not in row[9], head[2], head[3], head[4], parent, dep)


def document(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """A Doc carrying the gold analysis of the sentences."""
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence))
    flat = [(start, item) for start, sentence in zip(starts, sentences, strict=False) for item in sentence]
    ends = {start - 1 for start in starts[1:-1]}
    return Doc(
        vocab,
        words=[item.form for _, item in flat],
        spaces=[item.space or index in ends for index, (_, item) in enumerate(flat)],
        lemmas=[item.lemma for _, item in flat],
        pos=[item.pos for _, item in flat],
        tags=[item.tag for _, item in flat],
        heads=[start + item.head for start, item in flat],
        deps=[item.dep for _, item in flat],
    )


def straight(sentences: list[Sentence]) -> list[Sentence]:
    """The same sentences with straight quotation marks and apostrophes."""
    return [[item._replace(form=item.form.translate(STRAIGHT)) for item in sentence] for sentence in sentences]


def curly(sentences: list[Sentence]) -> list[Sentence]:
    """The same sentences with typographic quotation marks and apostrophes."""
    inside, turned = False, list[Sentence]()
    for sentence in sentences:
        turned.append([])
        for item in sentence:
            form = item.form.replace("'", "’")
            if form == '"':
                form = "”" if inside else "“"
                inside = not inside
            turned[-1].append(item._replace(form=form))
    return turned


def requote(sentences: list[Sentence], random: Random) -> list[Sentence]:
    """Sometimes the same paragraph with the other kind of quotation marks, so that the parser knows both."""
    forms = "".join(item.form for sentence in sentences for item in sentence)
    if any(mark in forms for mark in "“”‘’") and random.random() < 0.5:
        return straight(sentences)
    if any(mark in forms for mark in "\"'") and random.random() < 0.4:
        return curly(sentences)
    return sentences
