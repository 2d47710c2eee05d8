"""Where the lexicons that come with hedgescan stand: inside the package (a wheel) or beside it (a checkout)."""

from __future__ import annotations

from pathlib import Path

from hedgescan.lexicon.error import LexiconError, nearest


def folder() -> Path:
    """The folder of the lexicons; raises LexiconError when the installation lacks it."""
    package = Path(__file__).resolve().parent.parent
    places = (package / "lexicons", package.parent / "lexicons")
    for place in places:
        if (place / "hedges").is_dir():
            return place
    raise LexiconError("the lexicons are missing from this installation; install hedgescan again", file=str(places[0]))


def pack(name: str) -> Path:
    """The file of a pack that comes with hedgescan; raises LexiconError with the nearest name, or all, when there is none."""
    known = sorted(file.stem for file in (folder() / "packs").glob("*.toml"))
    if name not in known:
        raise LexiconError(f"there is no pack {name!r}{nearest(name, known)}")
    return folder() / "packs" / f"{name}.toml"
