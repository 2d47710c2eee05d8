"""Bytes become a string, or an error that says which byte is wrong and which encoding to try."""

from __future__ import annotations

import codecs
import re

from hedgescan.readers.guess import UTF8, guess

AUTO = "auto"  # in place of the name of an encoding: whatever it most likely is
BOMS: tuple[tuple[bytes, str], ...] = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
BOMS += ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MAGIC = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip archive, as .docx, .odt and .epub are", b"\xd0\xcf\x11\xe0": "an old Word document"}
MAGIC |= {b"{\\rtf": "an RTF document", b"\x1f\x8b": "a gzip archive"}


class Unreadable(Exception):
    """An input that cannot be read: `path` as the user knows it, `message` with the place and the cure."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The string in `data`, its line ends untouched and without a byte-order mark; UTF-8 unless a mark or `encoding` says otherwise.

    For `auto` it is the likeliest.  Raises Unreadable for what is no text, or not in that encoding.
    """
    kind = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)
    if kind:
        raise Unreadable(path, f"not text: it is {kind}; save it as plain text (UTF-8) first")
    name = (guessed(data) if encoding == AUTO else encoding) or marked(data) or UTF8
    try:
        text = data.decode("utf-8-sig" if codecs.lookup(name).name == UTF8 else name)
    except UnicodeDecodeError as error:
        raise Unreadable(path, f"not {shown(name)}: {place(data, error)}; {cure(data, error, name)}") from error
    except UnicodeError as error:
        said = " ".join(str(error).split())  # a codec may quote what it stumbled over, line ends and all
        raise Unreadable(path, f"not {name}: {said}; {likely(data, name)}") from error
    if "\0" in text:
        at = data.index(0) if 0 in data else 0
        raise Unreadable(path, f"not text: a NUL byte at offset {at} (line {line(data, at)}); {likely(data, name)}")
    return text


def guessed(data: bytes) -> str | None:
    """The likeliest encoding of what is neither UTF-8 nor marked; None for what is, and for what is no text in any usual one."""
    name = None if marked(data) or data.startswith(tuple(MAGIC)) else detect(data)
    return name if name != UTF8 else None


def detect(data: bytes) -> str | None:
    """The encoding that bytes are in by their mark, as UTF-8, or by a guess; None where there is none to guess."""
    name = marked(data)
    if name:
        return name
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        return guess(data)
    return guess(data) if b"\0" in data else UTF8


def marked(data: bytes) -> str | None:
    """The encoding that a byte-order mark tells of."""
    return next((name for mark, name in BOMS if data.startswith(mark)), None)


def known(encoding: str) -> bool:
    """Whether there is such an encoding of text; `auto` counts as one."""
    try:
        b"x".decode(encoding if encoding != AUTO else UTF8, "replace")
    except (LookupError, ValueError):
        return False
    return True


def shown(name: str) -> str:
    """An encoding as people write it."""
    return name.upper() if name.lower().startswith("utf") else name


def place(data: bytes, error: UnicodeDecodeError) -> str:
    """Where decoding failed."""
    if error.start >= len(data):
        return f"it ends at offset {len(data)}, in the middle of a character"
    return f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line(data, error.start)})"


def cure(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    """What to do about a byte that does not fit: mend it where all else fits, or name another encoding."""
    if name == UTF8 and error.end == len(data) and error.reason.startswith("unexpected end") and detect(data) in (None, UTF8):
        return "the file ends in the middle of a character, as one that was cut short does"
    return likely(data, name)


def likely(data: bytes, name: str) -> str:
    """Which encoding to try."""
    found = detect(data)
    if found == UTF8 and name == UTF8:
        return "nearly all else is UTF-8: mend that place, or save the file anew as UTF-8"
    if found == UTF8:
        return "it looks like UTF-8: leave out --encoding"
    if found is None:
        return "no usual encoding of text fits: mend that place, or leave the file out"
    return f"it looks like {shown(found)}: try --encoding {found}, or save it as UTF-8"


def line(data: bytes, at: int) -> int:
    """The line, from 1, of the byte at an offset."""
    return len(re.findall(rb"\r\n|\n|\r", data[:at])) + 1
