"""Constructions and subjects of reporting words in plain English, by the glossary."""

from __future__ import annotations

from hedgescan.lexicon.glossary import glossary


def frame(name: str) -> str:
    """A frame of `rules.attribution.frames` in words: "pass:ag:that+q" is a passive with its agent, a clause with “that”, part of it quoted."""
    known = glossary().phrases["frames"]
    said = []
    plain = name
    for mark, words in (("pass:ag:", "passive with its agent"), ("pass:", "passive"), ("nc:", "without a verb of being")):
        if plain.startswith(mark):
            plain, said = plain.removeprefix(mark), [words]
    plain, _, place = plain.partition("/")
    plain, quote, _ = plain.partition("+q")
    if plain.startswith("pp_"):
        said.append(f"a phrase with “{plain[3:]}”")
    else:
        said.append(known.get(plain, f"a phrase with “{plain}”"))
    said += [glossary().phrases["places"].get(place, place)] if place else []
    said += ["part of it quoted"] if quote else []
    return ", ".join(said)


def subject(kind: str) -> str:
    """The kind of a subject (H P I D N 0) in words."""
    return glossary().phrases["subjects"].get(kind, kind)
