"""Folding for look-up: lower case and plain punctuation, code point for code point.

The folded text has the same length as the original, so a position in one is a position in the
other. A character whose lower case is longer than one code point keeps its first code point. A Vietnamese
tone stands on the same letter however it is written (`hoà`, `hòa`). Signs over and under Arabic letters
fall out, and as many spaces stand behind their word; Cyrillic `ё` is `е`. Traditional and variant Han
characters become the simplified ones (`han_forms.toml`).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_PLAIN = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‟": '"',
    "″": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "‐": "-",
    "−": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u3000": " ",
    "\t": " ",
    "\n": " ",
    "\r": " ",
}
_LETTERS = str.maketrans(
    {
        "\u060c": ",",
        "\u061b": ";",
        "\u061f": "?",
        "\u066a": "%",
        "\u0622": "\u0627",
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "\u0671": "\u0627",
        "\u0624": "\u0648",
        "\u0626": "\u064a",
        "\u0649": "\u064a",
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",
        "\u0629": "\u0647",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        "\u066b": ".",
        "\u066c": ",",
    }
)
_TONED = re.compile(
    "([oO])([àáảãạèéẻẽẹ])(?![^\\W\\d_])|(?<!q)([uU])([ỳýỷỹỵ])(?![^\\W\\d_])"
    "|(?<![^\\W\\d_])([hklmst])([ỉĩị])(?![^\\W\\d_])|(?<![^\\W\\d_])([kl])(í)(?![^\\W\\d_])"
)
_TONES = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy", strict=True))
_LEADING = dict(zip("àáảãạèéẻẽẹ", "òóỏõọòóỏõọ", strict=True)) | dict(zip("ỳýỷỹỵ", "ùúủũụ", strict=True))
_FINAL = dict(zip("íỉĩị", "ýỷỹỵ", strict=True))
_ARABIC = re.compile("[\u0600-\u06ff]")
_HAN = re.compile("[\u3001-\u9fff]")
_WIDE = {
    "，": ",",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
    "。": ".",
    "（": "(",
    "）": ")",
    "％": "%",
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "‧": "·",
    "•": "·",
    "・": "·",
    "－": "-",
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
}
_MARKS = "\u064b-\u0655\u0670\u0640\u200e\u200f"
_MARKED = re.compile(rf"\w*[{_MARKS}][\w{_MARKS}]*")
_MARK = re.compile(f"[{_MARKS}]")


def fold(text: str) -> str:
    """The folded text, of the same length as `text`."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower()[0] for c in text)
    for written, plain in _PLAIN.items():
        if written in folded:
            folded = folded.replace(written, plain)
    return folded if folded.isascii() else plain_letters(_TONED.sub(_placed, folded))


def _placed(match: re.Match[str]) -> str:
    """A Vietnamese syllable with its tone on the first of two vowels (`hòa` for `hoà`), `y` for `i` at its end."""
    first, last = match[0][0], match[0][1]
    if last in _FINAL:
        return first + _FINAL[last]
    return _LEADING[last] + _TONES[last]


def plain_letters(text: str) -> str:
    """Letters and digits that are written in several ways in one, of the same length; case is left as it is.

    These are Arabic and Han letters, digits and marks, and Cyrillic `ё`, which most write as `е`.
    """
    if "\u0451" in text or "\u0401" in text:
        text = text.replace("\u0451", "\u0435").replace("\u0401", "\u0415")
    if _HAN.search(text):
        text = text.translate(_han_forms())
    if not _ARABIC.search(text):
        return text
    return _MARKED.sub(_unmarked, text.translate(_LETTERS))


@cache
def _han_forms() -> dict[int, str]:
    """Traditional and variant Han characters and wide marks to what they are read as."""
    table = tomllib.loads(resources.files("communique.text").joinpath("han_forms.toml").read_text("utf-8"))
    return str.maketrans({**_WIDE, **{pair[0]: pair[1] for pair in table["pairs"].split()}})


def _unmarked(match: re.Match[str]) -> str:
    """The word without the signs over and under its letters, spaces at its end in their place."""
    return _MARK.sub("", match[0]).ljust(len(match[0]))


def squeezed(folded: str) -> tuple[str, list[int]]:
    """The text with single spaces, and where each of its characters and its end stand in `folded`."""
    places = [i for i, c in enumerate(folded) if c != " " or not i or folded[i - 1] != " "]
    return "".join([folded[i] for i in places]), [*places, len(folded)]
