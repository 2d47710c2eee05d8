"""Words from outside in what people read: nothing in them moves a cursor, turns a line around or begins a line of its own."""

from __future__ import annotations

import re

# What a terminal obeys (C0, delete, C1), what makes it show signs in another order than they stand in, and line ends of Unicode's own.
_OBEYED = "\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029"
CONTROL = re.compile(f"[{_OBEYED}]")
BEYOND = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")  # those that JSON and XML take as they are
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]+")
_OTHER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """Text that can be encoded as UTF-8: a lone surrogate becomes a replacement character, one for one, so that offsets still fit."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def clean(text: str) -> str:
    """Text on one line that sends nothing to a terminal but characters; its spaces stay as they are."""
    return plain(_OTHER.sub(" ", _DIRECTION.sub("", text)))


def shown(text: str) -> str:
    """The same with one space for each stretch of white space."""
    return clean(" ".join(text.split()))


def named(path: str) -> str:
    """A path or a message with paths in it, each sign that a terminal would obey a question mark, so that names stay apart.

    One that a CI runner would take for a command (`::error::`, `##[error]`) gets the `./` that it may have.
    """
    told = plain(CONTROL.sub("?", path))
    return f"./{told}" if told.lstrip().startswith(("::", "##[")) else told
