"""The key under which a place name is looked up: the same for every spelling of one name."""

from __future__ import annotations

import re
import unicodedata

# Diacritics that are dropped: Latin, Greek and Cyrillic ones, Hebrew and Arabic vowel marks. Marks
# of Indic and South-East Asian scripts are vowels that tell names apart and stay.
_MARKS = re.compile("[\u0300-\u036f\u05b0-\u05c7\u064b-\u0652\u0670\u0640\u200b-\u200f]")
_QUOTES = re.compile("['’‘ʼʻ`´ʿʾʹ′.·]")
_BREAKS = re.compile(r"[\s\-‐‑‒–—−_/,;:()\[\]]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th", "ħ": "h"}
)


def place_key(name: str) -> str:
    """Lower case without diacritics, apostrophes and dots; hyphens and runs of space are one space.

    "Ürümqi" and "Urumqi", "N'Djamena" and "Ndjamena", "Hà Nội" and "Ha Noi" have the same key.
    """
    if name.isascii():
        text = name.lower()
    else:
        text = _MARKS.sub("", unicodedata.normalize("NFKD", name))
        text = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    return _BREAKS.sub(" ", _QUOTES.sub("", text)).strip()
