"""The characters of a page: by its byte order mark, its server, its own declaration, or a guess."""

from __future__ import annotations

import codecs
import re

from communique.text import encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "tis-620": "cp874",
}
"""What browsers read for these names, because pages mean it."""
_DECLARED_WITHIN = 4096
_TEXTS = (
    "utf",
    "cp",
    "windows",
    "iso",
    "koi8",
    "gb",
    "big5",
    "euc",
    "shift",
    "mac",
    "hz",
    "johab",
    "tis",
    "ks_c",
)


def characters(data: bytes, told: str | None) -> str:
    """The page's text; `told` is the charset of the HTTP response or the mail.

    Bytes that are UTF-8 throughout are read so whatever is declared, since they hardly ever are by chance;
    a declaration that the bytes contradict is passed over. What no encoding explains is read as UTF-8 with
    U+FFFD for each byte that is none.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    own = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    for likely in (encoding.utf16(data), "utf-8", told, own, encoding.guess(data)):
        text = _decoded(data, likely) if likely else None
        if text is not None:
            return text
    return data.decode("utf-8", errors="replace")


def _decoded(data: bytes, name: str) -> str | None:
    plain = name.strip().lower()
    known: str = _WIDER.get(plain, plain)
    if not known.startswith(_TEXTS):
        return None
    try:
        text: str = data.decode(known)
        return text
    except (LookupError, ValueError):
        return None
