"""Which encoding bytes are most likely in, where they do not say so themselves."""

from __future__ import annotations

import re
import unicodedata

SAMPLE = 100_000  # bytes, from the first line that is not plain ASCII
UTF8 = "utf-8"
# Encodings of Western keyboards, the likeliest first, and what an English writer's keyboard puts beyond ASCII.
_WESTERN = ("windows-1252", "mac-roman", "cp437")
_TYPED = re.compile(r"[\x00-\x7f‘’“”–—…•€£§©®°·«»½¼¾×áàâäãåçéèêëíìîïñóòôöõøúùûüßÁÀÂÄÅÇÉÈÊËÍÑÓÖØÚÜæÆœšž\xa0\xad]*")
# A capital within a word of small letters, or an opening mark at the end of one: no keyboard puts them there.
_ODD = re.compile(r"[a-z][ÁÀÂÄÅÇÉÈÊËÍÑÓÖØÚÜÆ]|[a-z][‘“«][a-z]|\w[£•©®«]\w|â€")
_INKED = re.compile(r"[^\x00-\x7f\xa0\xad]")
_BEYOND = re.compile(rb"[^\x00-\x7f]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Those that charset-normalizer may choose among; the rarer ones fit too much.
_USUAL = "cp1251 koi8_r koi8_u cp866 cp1250 iso8859_2 cp1252 cp1253 iso8859_7 cp1254 cp1255 cp1256 cp1257 cp1258 tis_620".split()
_USUAL += "cp932 euc_jp cp949 gb18030 big5".split()
# Small words of the languages of windows-1250 and ISO 8859-2, in ASCII and in no Western language: what their letters beyond it become in
# windows-1252 (ø for ř, õ for ő) a Western writer might have typed.
CENTRAL = frozenset(
    b"hogy csak volt vagy azt akkor mint ezt minden mert nagyon olyan lehet egy nem jest dla przez tego tylko oraz bardzo jego jeszcze kiedy"
    b" nawet jsem jsou nebo byl bude jsme jeho bylo aby byla kde ale jako toho alebo sme bol bola bolo tudi lahko kot nekaj zelo zaradi ker kjer"
    b" bodo koji nije biti bilo ali zbog prema kada nakon koje koja jedan treba pentru fost poate prin despre trebuie doar foarte".split()
)
_CENTRAL = ["cp1250", "iso8859_2"]
_TELLING = 2  # of these words, and none of English
_SMALL = re.compile(rb"(?<![\w\x80-\xff])[a-z]{2,8}(?![\w\x80-\xff])")
_ENGLISH = frozenset((b"the", b"and", b"of"))
_FEW = 3  # bytes beyond ASCII that tell too little
_SPACES = re.compile("[ \r\n\u3001\u3002]")  # found in text of any script, and nowhere when the two bytes of each are swapped
_TEXT = ("L", "M", "N", "P", "S", "Z")


def guess(data: bytes) -> str | None:
    """A name that decodes all of `data`, "utf-8" for UTF-8 with damage, which does not, or None for what is no text in any likely encoding."""
    if b"\0" in data:
        return _wide(data)
    if damaged(data):
        return UTF8
    head = data[_first(data) :][:SAMPLE]
    if len(_CONTROL.findall(head)) * 100 > len(head):
        return None
    if _central(head):
        return _other(data, head, _CENTRAL)
    return next((name for name in _WESTERN if _western(head, name) and _fits(data, name)), None) or _other(data, head, _USUAL)


def damaged(data: bytes) -> bool:
    """Is it UTF-8 but for a few bytes: are more characters beyond ASCII whole than broken?"""
    text = data.decode(UTF8, "replace")
    broken = text.count("\ufffd")
    return 0 < 2 * broken <= sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text)))


def _first(data: bytes) -> int:
    """Where the first line begins that is not plain ASCII."""
    found = _BEYOND.search(data)
    return data.rfind(b"\n", 0, found.start()) + 1 if found else 0


def _wide(data: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark, told by its zeros or, in other scripts, by what it says one way round and not the other."""
    for width, orders in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        head = data[: SAMPLE - SAMPLE % 4]
        tried = ((_readable(head[: len(head) - len(head) % width], name), name) for name in orders)
        sense, name = max(tried)
        if sense > 0 and _fits(data, name):
            return name
    return None


def _readable(head: bytes, name: str) -> int:
    """How many spaces and line breaks the text has that the bytes give; 0 where they give no text."""
    try:
        text = head.decode(name)
    except UnicodeDecodeError as error:
        text = head[: error.start].decode(name) if len(head) - error.start < 4 else ""
    if not text or any(unicodedata.category(sign)[0] not in _TEXT for sign in set(text) - {"\n", "\r", "\t", "\f", "\ufeff"}):
        return 0
    return len(_SPACES.findall(text))


def _western(head: bytes, name: str) -> bool:
    """Does the text read as a Western writer would have typed it?"""
    try:
        text = head.decode(name)
    except UnicodeDecodeError:
        return False
    return bool(_TYPED.fullmatch(text) and _INKED.search(text)) and not _ODD.search(text)


def _central(head: bytes) -> bool:
    """Is it in a language of Central Europe, by its small words?"""
    words = {*_SMALL.findall(head)}
    return len(words & CENTRAL) >= _TELLING and not words & _ENGLISH


def _other(data: bytes, head: bytes, names: list[str]) -> str | None:
    """What charset-normalizer takes it for, among these names."""
    if len(_BEYOND.findall(head)) < _FEW and names is _USUAL:
        return None
    from charset_normalizer import from_bytes

    found = (match.encoding for match in from_bytes(head[: head.rfind(b"\n") + 1] or head, cp_isolation=names))
    return next((name.replace("_", "-") for name in found if name in names and _fits(data, name)), None)


def _fits(data: bytes, name: str) -> bool:
    """Can all of it be decoded, without a NUL?"""
    try:
        return "\0" not in data.decode(name)
    except UnicodeError:
        return False
