"""Short passages with the attributions a reader sees in them (tests/passages/*.toml), and the comparison with what was found.

A passage has a `text`, and either `expect`, a list of attributions in words, or `none = true`.  `also` holds words over which a further
attribution is defensible: whether one is found there or not counts neither way.  An expected attribution holds

    cue         the cue's words; the cue found must share a character with them
    source      the whole source phrase, or a list of phrases either of which will do; "" for none; left out: not looked at
    head        the word of the source that must be found; by default the last one before a comma or the first preposition or relative
    anonymous   true, false (the default), or "either"
    content     the content's words, a list where the cue stands inside it; the "that" or "of" before it, quotation marks and punctuation do not count
    starts      how the content starts, ends      how it ends
    referent    a word or more of whom the source stands for
    kind, rung  as in the contract
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hedgescan import Attribution, Document

FOLDER = Path(__file__).parent / "passages"
POSTMODIFIERS = frozenset(
    "of for in on at by to from with near who which whose whom that familiar briefed close identified released seen speaking".split()
)
MARKS = "“”‘’\"' \n.,;:–—"


@dataclass(frozen=True, slots=True)
class Expected:
    """One attribution as a reader puts it; None where the point is not looked at."""

    cue: str
    sources: tuple[str, ...] | None = None
    head: str | None = None
    anonymous: bool | None = False
    content: tuple[str, ...] | None = None
    starts: str | None = None
    ends: str | None = None
    referent: str | None = None
    kind: str | None = None
    rung: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of some sentences with what is to be found in it, and the words over which more may be."""

    name: str
    text: str
    expected: tuple[Expected, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A difference: its class (missing, surplus, or the part that is wrong), what was expected and what was found."""

    what: str
    wanted: str
    got: str

    def __str__(self) -> str:
        return f"{self.what}: wanted {self.wanted}, got {self.got}"


def load(folder: Path = FOLDER) -> list[Passage]:
    """All passages, by file and place; ValueError names the passage that is not as the module says."""
    out = []
    for path in sorted(folder.glob("*.toml")):
        for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["passage"], start=1):
            name = f"{path.stem}-{number}"
            try:
                out.append(_passage(name, **row))
            except (TypeError, ValueError) as error:
                raise ValueError(f"{path.name}, passage {number}: {error}") from error
    return out


def _passage(
    name: str, text: str, expect: list[dict[str, Any]] | None = None, none: bool = False, also: list[str] | None = None
) -> Passage:
    if none == bool(expect):
        raise ValueError("a passage has either expectations or `none = true`")
    expected = tuple(_expected(text, **row) for row in expect or [])
    missing = [word for word in also or [] if not places(text, word)]
    if missing:
        raise ValueError(f"not in the text: {missing}")
    return Passage(name, text, expected, tuple(also or []))


def _expected(text: str, source: str | list[str] | None = None, anonymous: bool | str = False, **more: Any) -> Expected:
    content = more.pop("content", None)
    pieces = (content,) if isinstance(content, str) else tuple(content) if content else None
    sources = (source,) if isinstance(source, str) else tuple(source) if source else None
    found = Expected(sources=sources, anonymous=None if anonymous == "either" else bool(anonymous), content=pieces, **more)
    for words in (found.cue, *(sources or ()), *(pieces or ()), found.starts, found.ends, found.head):
        if words and not places(text, words):
            raise ValueError(f"not in the text: {words!r}")
    return found


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in the text, as whole words."""
    left, right = (r"\b" if words[0].isalnum() else ""), (r"\b" if words[-1].isalnum() else "")
    return [match.span() for match in re.finditer(left + re.escape(words) + right, text)]


def faults(passage: Passage, document: Document) -> list[Fault]:
    """How what was found differs from what a reader sees."""
    found = [attribution for sentence in document.sentences for attribution in sentence.attributions]
    left, out = list(found), []
    for expected in passage.expected:
        options = [one for one in left if _over(one, passage.text, expected.cue)]
        if not options:
            out.append(Fault("missing", f"{expected.cue!r} by {expected.sources}", "nothing"))
            continue
        best = min(options, key=lambda one: len(list(_wrong(passage.text, expected, one, document))))
        left.remove(best)
        out.extend(_wrong(passage.text, expected, best, document))
    for one in left:
        if not any(_over(one, passage.text, words) for words in passage.also):
            source = one.source.text if one.source else ""
            out.append(Fault("surplus", "nothing", f"{one.cue.text!r} by {source!r} ({one.entry}, {one.confidence:.2f})"))
    return out


def _over(one: Attribution, text: str, words: str) -> bool:
    return any(one.cue.start < end and start < one.cue.end for start, end in places(text, words))


def _wrong(text: str, expected: Expected, one: Attribution, document: Document) -> Iterator[Fault]:
    """The parts of one attribution that are not as expected."""
    if expected.sources is not None and not any(_sourced(text, expected, words, one) for words in expected.sources):
        yield Fault("source", str(expected.sources), repr(one.source.text if one.source else ""))
    if expected.anonymous is not None and one.anonymous != expected.anonymous:
        yield Fault("anonymous", f"{expected.cue!r} {expected.anonymous}", f"{one.anonymous} ({one.rung})")
    yield from _said(expected, one)
    for part in ("kind", "rung"):
        wanted, got = getattr(expected, part), getattr(one, part)
        if wanted is not None and wanted != got:
            yield Fault(part, f"{expected.cue!r} {wanted}", got)
    if expected.referent is not None:
        names = [one.referent.text] if one.referent else []
        names += [source.name for source in document.sources if source.id == one.source_id]
        if not any(expected.referent in name for name in names):
            yield Fault("referent", expected.referent, str(names))


def _sourced(text: str, expected: Expected, words: str, one: Attribution) -> bool:
    """Is the found source inside the expected phrase, and over its head?  Without a source expected, none may be found."""
    if not words or one.source is None:
        return not words and one.source is None
    word = expected.head or head(words)
    for start, end in places(text, words):
        if start <= one.source.start and one.source.end <= end:
            inner = places(text[start:end], word)
            return any(one.source.start <= start + a and start + b <= one.source.end for a, b in inner)
    return False


def head(words: str) -> str:
    """The last word of a phrase before its first comma, preposition or relative."""
    kept: list[str] = []
    for word in words.split():
        if word in POSTMODIFIERS and kept:
            break
        kept.append(word.rstrip(","))
        if word.endswith(","):
            break
    return re.sub(r"['’]s$", "", kept[-1])


def _said(expected: Expected, one: Attribution) -> Iterator[Fault]:
    got = said([span.text for span in sorted(one.content)])
    if expected.content is not None and got != said(expected.content):
        yield Fault("content", f"{expected.cue!r} {said(expected.content)!r}", repr(got))
    if expected.starts is not None and not got.startswith(said([expected.starts])):
        yield Fault("content", f"{expected.cue!r} {said([expected.starts])!r} …", repr(got))
    if expected.ends is not None and not got.endswith(said([expected.ends])):
        yield Fault("content", f"{expected.cue!r} … {said([expected.ends])!r}", repr(got))


def said(pieces: tuple[str, ...] | list[str]) -> str:
    """Content as words: pieces joined, without the conjunction that opens it, quotation marks and the punctuation around."""
    joined = " ".join(re.sub(r"[“”\"]|(?<!\w)[‘']|[’'](?!\w)", "", piece.strip(MARKS)).strip(MARKS) for piece in pieces)
    joined = re.sub(r"[\s,.;:]+(?=\s|$)", "", re.sub(r"\s+", " ", joined))
    return re.sub(r"^(?:that|whether|if|for|of|about) ", "", joined)
