"""Bytes become a string, or an error that says which byte is wrong and which encoding to try."""

from __future__ import annotations

import codecs
import re
from importlib import import_module

BOMS: tuple[tuple[bytes, str], ...] = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
BOMS += ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MAGIC = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip archive, as .docx, .odt and .epub are", b"\xd0\xcf\x11\xe0": "an old Word document"}
MAGIC |= {b"{\\rtf": "an RTF document", b"\x1f\x8b": "a gzip archive"}
# What an English writer's keyboard puts beyond ASCII, were it windows-1252.
TYPED = re.compile(r"[\x00-\x7f‘’“”–—…•€£§©®°·«»½¼¾×áàâäãåçéèêëíìîïñóòôöõøúùûüßÁÀÂÄÅÇÉÈÊËÍÑÓÖØÚÜæÆœšž\xa0\xad]*")
SAMPLE = 100_000


class Unreadable(Exception):
    """An input that cannot be read: `path` as the user knows it, `message` with the place and the cure."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The string in `data`, its line ends untouched and without a byte-order mark; UTF-8 unless a mark or `encoding` says otherwise."""
    name = encoding or next((name for mark, name in BOMS if data.startswith(mark)), "utf-8")
    if encoding is None:
        refuse(data, path, name)
    try:
        text = data.decode("utf-8-sig" if codecs.lookup(name).name == "utf-8" else name)
    except UnicodeDecodeError as error:
        raise Unreadable(path, place(data, error, encoding)) from error
    if "\0" in text:
        raise Unreadable(path, f"not text: a NUL at offset {text.index(chr(0))} of what {name} makes of it")
    return text


def known(encoding: str) -> bool:
    """Whether there is such an encoding of text."""
    try:
        b"x".decode(encoding, "replace")
    except (LookupError, ValueError):
        return False
    return True


def refuse(data: bytes, path: str, name: str) -> None:
    """Raises Unreadable for what is known not to be text."""
    kind = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)
    if kind:
        raise Unreadable(path, f"not text: it is {kind}; save it as plain text (UTF-8) first")
    if name in ("utf-8", "utf-8-sig") and b"\0" in data:
        head = data[:SAMPLE]
        wide = next((order for order, odd in (("le", head[1::2]), ("be", head[::2])) if 5 * odd.count(0) > 4 * len(odd) > 0), None)
        cure = (
            f"it looks like UTF-16: try --encoding utf-16-{wide}"
            if wide
            else "it is binary; leave it out, or save it as plain text (UTF-8)"
        )
        at = data.index(0)
        raise Unreadable(path, f"not text: a NUL byte at offset {at} (line {line(data, at)}); {cure}")


def place(data: bytes, error: UnicodeDecodeError, encoding: str | None) -> str:
    """Where decoding failed, and what to try."""
    where = f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line(data, error.start)})"
    if encoding is None:
        return f"not UTF-8: {where}; try --encoding {guess(data)}, or save it as UTF-8"
    return f"not {encoding}: {where}; try another --encoding"


def line(data: bytes, at: int) -> int:
    """The line, from 1, of the byte at an offset."""
    return len(re.findall(rb"\r\n|\n|\r", data[:at])) + 1


def guess(data: bytes) -> str:
    """The encoding that bytes which are not UTF-8 are most likely in."""
    try:
        if TYPED.fullmatch(data.decode("windows-1252")):
            return "windows-1252"
    except UnicodeDecodeError:
        pass
    try:
        best = import_module("charset_normalizer").from_bytes(data[:SAMPLE]).best()
    except ImportError:
        best = None
    return str(best.encoding).replace("_", "-") if best and best.encoding != "ascii" else "latin-1"
