"""Which reader a draft is for, by the end of its name or as the user says; each is imported when the first such draft is read."""

from __future__ import annotations

import codecs
from importlib import import_module
from pathlib import PurePath

from hedgescan.readers.decode import Unreadable, decode, known
from hedgescan.readers.offsets import Text

ENDS = {".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx"}
RECORDS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}  # never read without a word: who knows which field is prose?
WALKED = tuple(ENDS)  # what is read of a folder
# What no page is in that is read byte by byte, and what only Python knows: an escape in it would be read as what it stands for.
_NEVER = ("utf-16", "utf-32", "utf-7", "punycode", "idna", "unicode", "raw")
FORMATS = ("text", "markdown", "html", "docx", "jsonl", "csv")


def of(name: str, said: str | None = None) -> str:
    """The format of a file, one of FORMATS: what is said, else what its name ends in, else text."""
    return said or (ENDS | RECORDS).get(PurePath(name).suffix.lower(), "text")


def made(data: bytes, path: str, format_: str, encoding: str | None = None) -> Text:
    """The text that a file's bytes are in a format; raises Unreadable."""
    if format_ in RECORDS.values():
        raise Unreadable(path, "it holds records, not one draft: say with --field which of their fields is to be read")
    if format_ == "docx":
        text: Text = import_module("hedgescan.readers.docx").from_bytes(data, path)
        return text
    if format_ == "html" and encoding is None:
        encoding = _declared(data)
    reader = import_module(f"hedgescan.readers.{format_}")
    read: Text = reader.from_string(decode(data, path, encoding), path)
    return read


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, where its bytes are not the UTF-8 that is looked for first, nor marked otherwise."""
    from hedgescan.readers.page import charset

    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        name = None if data.startswith((b"\xff\xfe", b"\xfe\xff")) else charset(data)
        return name if name and known(name) and not codecs.lookup(name).name.startswith(_NEVER) else None
    return None
