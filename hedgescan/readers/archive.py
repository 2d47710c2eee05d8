"""A Word document's archive is looked through before it is read: whole, without a password, and not made to burst when it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from copy import copy

from hedgescan.readers.decode import Unreadable

LARGEST = 256 << 20  # bytes unpacked
MARKUP = 64 << 20  # bytes of XML among them, which take much more memory once read
TAGS = 2_000_000  # tags in that XML: a paragraph without a word takes as much memory as one of ten
PARTS = 10_000  # files in the archive
CURE = "save it as .docx once more, or as plain text (UTF-8)"
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, OSError)
_PIECE = 1 << 20
_DECLARED = b"<!DOCTYPE"
# What XML begins with, whatever the part is called: a mark, white space or zeros may come first; the last is the same in EBCDIC.
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*(?:<|\x4c\x6f\xa7\x94|\Z)")


def sound(data: bytes, path: str) -> None:
    """Raises Unreadable for an archive that is encrypted, damaged, or made to burst."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(path, "it is encrypted with a password, or in Word's old .doc format; save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _bounded(package.infolist(), path)
            _looked_through(package, path)
    except BROKEN as error:
        raise Unreadable(path, f"damaged, or not a Word document ({error}); {CURE}") from error


def strict(data: bytes) -> bool:
    """Whether a sound archive holds a document in the strict form of ISO 29500, whose names are others than those that are usual."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "_rels/.rels" in package.namelist() and b"purl.oclc.org/ooxml" in package.read("_rels/.rels")


def _bounded(parts: list[zipfile.ZipInfo], path: str) -> None:
    """Hold the archive to what its directory says."""
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(path, "the archive is encrypted; save it as .docx without a password")
    size = sum(part.file_size for part in parts)
    if size > LARGEST:
        raise _large(path, f"{size >> 20} MB unpacked, where {LARGEST >> 20} are the most")
    if len(parts) > PARTS:
        raise _large(path, f"{len(parts):,} files in it, where {PARTS:,} are the most")


def _looked_through(package: zipfile.ZipFile, path: str) -> None:
    """Hold the parts to the directory: each is unpacked piece by piece, and what the pieces are is not kept."""
    markup = tags = 0
    for part in package.infolist():
        size, before, xml = 0, b"", True
        for piece in _pieces(package, part):
            xml = xml if size else part.filename.endswith((".xml", ".rels")) or _XML.match(piece) is not None
            size += len(piece)
            if size > part.file_size:
                raise zipfile.BadZipFile(f"{part.filename} is larger than the directory says")
            if xml:
                markup += len(piece)
                tags += piece.count(b"<")
                bare = before + piece.replace(b"\0", b"")
                if _DECLARED in bare:
                    raise Unreadable(path, f"{part.filename} in it declares a document type, as no Word document does; {CURE}")
                before = bare[-len(_DECLARED) :]
            if markup > MARKUP or tags > TAGS:
                raise _large(path, f"more than {MARKUP >> 20} MB or {TAGS:,} tags of XML in it")


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """All that a part unpacks to, whatever the directory says of its size."""
    free = copy(part)
    free.file_size = LARGEST + _PIECE
    with package.open(free) as unpacked:
        while piece := unpacked.read(_PIECE):
            yield piece


def _large(path: str, told: str) -> Unreadable:
    return Unreadable(path, f"too large to be a draft: {told}; save its text as plain text (UTF-8)")
