"""What bytes that are not UTF-8 text probably are, so that a refusal can name the cure."""

from __future__ import annotations

_SAMPLE = 20_000

_SIGNATURES = (
    (b"%PDF", "a PDF file", "extract its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP container (docx, odt, epub …)", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text first"),
    (b"\x1f\x8b", "gzip data", "decompress it first with gunzip"),
    (b"\x89PNG", "a PNG image", "recognise its text first"),
    (b"\xff\xd8\xff", "a JPEG image", "recognise its text first"),
    (b"SQLite format 3", "a SQLite database", "give the texts, not the database"),
)

_LATIN = (
    ("windows-1252", "éèàâêçüöäßñóíáúãõ’“”„–—…", 0.8),
    ("windows-1250", "ąćęłńśźżčďěňřšťůž", 0.6),
    ("windows-1254", "ışğİüöç", 0.8),
)
_OTHER = (
    ("windows-1251", "оеаинтсрвл", 0.6),
    ("koi8-r", "оеаинтсрвл", 0.6),
    ("iso-8859-5", "оеаинтсрвл", 0.6),
    ("windows-1256", "ايلمنروتبةعد", 0.7),
    ("windows-1253", "αοιετσνηυρ", 0.6),
    ("gb18030", "，。、的一是在国和中有了人大会年交", 0.2),
    ("big5", "，。、的一是在國和中有了人大會年交", 0.2),
    ("shift_jis", "、。のにはをたがでとしる", 0.4),
    ("euc-jp", "、。のにはをたがでとしる", 0.4),
    ("euc-kr", "이다의는에을가한고", 0.2),
)
"""Encodings, their languages' most frequent characters beyond ASCII, and the share these usually have."""

_LIKELY = 0.5


def signature(data: bytes) -> tuple[str, str] | None:
    """What a known binary format is called and how to get text out of it, or None."""
    for magic, name, cure in _SIGNATURES:
        if data.startswith(magic):
            return name, cure
    return None


def utf16(data: bytes) -> str | None:
    """`utf-16`, `utf-16le` or `utf-16be` when the bytes look like that, else None."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.6 * half:
        return "utf-16le"
    if half and sample[0::2].count(0) > 0.6 * half:
        return "utf-16be"
    return None


def guess(data: bytes) -> str | None:
    """The legacy encoding whose language's frequent characters the bytes give most of, or None.

    Bytes that are mostly ASCII can only be of a Latin alphabet, and the others not.
    """
    sample = data[:_SAMPLE]
    beyond = sum(byte > 0x7F for byte in sample)
    likely = {
        name: _share(sample.decode(name, errors="replace"), common) / usual
        for name, common, usual in (_LATIN if 2 * beyond < len(sample) else _OTHER)
    }
    best = max(likely, key=lambda name: likely[name])
    return best if likely[best] >= _LIKELY else None


def _share(text: str, common: str) -> float:
    beyond = [char for char in text.lower() if char > "\x7f"]
    return sum(char in common for char in beyond) / len(beyond) if beyond else 0.0
