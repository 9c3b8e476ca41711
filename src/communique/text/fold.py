"""Folding for look-up: lower case and plain punctuation, code point for code point.

The folded text has the same length as the original, so a position in one is a position in the
other. A character whose lower case is longer than one code point keeps its first code point. A Vietnamese
tone stands on the same letter however it is written (`hoà`, `hòa`). Letters that are written in several ways
become one (`letters.toml`, `han_forms.toml` for Han characters), and signs over and under letters fall out: as
many spaces stand behind their word.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

PAUSE = " .. "
"""Two dots between words, with which Arabic speeches mark where to draw breath: no more than a space."""
_DOTTED = "İ"
"""The one letter whose lower case is longer than itself."""
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
_TABLE = tomllib.loads(resources.files("communique.text").joinpath("letters.toml").read_text("utf-8"))
_LETTERS = str.maketrans({c: plain for plain, written in _TABLE["letters"].items() for c in written})
_SIGNS = re.escape(_TABLE["signs"])
_SPELT = re.compile(f"[{''.join(map(re.escape, map(chr, _LETTERS)))}{_SIGNS}]")
_MARKED = re.compile(rf"\w*[{_SIGNS}][\w{_SIGNS}]*")
_SIGN = re.compile(f"[{_SIGNS}]")
_TONE = re.compile("[àáảãạèẻẽẹỳýỷỹỵíỉĩị]")
_TONES = dict(zip("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy", strict=True))
_LEADING = dict(zip("àáảãạèéẻẽẹ", "òóỏõọòóỏõọ", strict=True)) | dict(zip("ỳýỷỹỵ", "ùúủũụ", strict=True))
_FINAL = dict(zip("íỉĩị", "ýỷỹỵ", strict=True))
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


def fold(text: str) -> str:
    """The folded text, of the same length as `text`."""
    folded = text.replace(_DOTTED, "i").replace(PAUSE, " " * len(PAUSE)).lower()
    for written, plain in _PLAIN.items():
        if written in folded:
            folded = folded.replace(written, plain)
    if folded.isascii():
        return folded
    if _TONE.search(folded):
        folded = _placed(folded)
    return plain_letters(folded)


def _placed(folded: str) -> str:
    """Vietnamese syllables with the tone on the first of two vowels (`hòa` for `hoà`), `y` for `i` at their end."""
    out: list[str] = []
    end = 0
    for match in _TONE.finditer(folded):
        at = match.start()
        if at == 0 or folded[at + 1 : at + 2].isalpha():
            continue
        pair = _syllable(folded[at - 1], match[0], folded[at - 2 : at - 1] if at > 1 else "")
        if pair:
            out.extend((folded[end : at - 1], pair))
            end = at + 1
    return "".join((*out, folded[end:])) if out else folded


def _syllable(first: str, last: str, before: str) -> str | None:
    """The end of a syllable in the one spelling, where it has another; `before` is the letter before it."""
    if last in _FINAL:
        single = first in "kl" if last == "í" else first in "hklmst"
        return first + _FINAL[last] if single and not before.isalpha() else None
    if first != ("u" if last in "ỳýỷỹỵ" else "o") or (first == "u" and before == "q"):
        return None
    return _LEADING[last] + _TONES[last]


def plain_letters(text: str) -> str:
    """Letters and digits that are written in several ways in one, of the same length; case is left as it is.

    These are those of `letters.toml`, and Han characters.
    """
    if _HAN.search(text):
        text = text.translate(_han_forms())
    if not _SPELT.search(text):
        return text
    return _MARKED.sub(_unmarked, text.translate(_LETTERS))


@cache
def _han_forms() -> dict[int, str]:
    """Traditional and variant Han characters and wide marks to what they are read as."""
    table = tomllib.loads(resources.files("communique.text").joinpath("han_forms.toml").read_text("utf-8"))
    return str.maketrans({**_WIDE, **{pair[0]: pair[1] for pair in table["pairs"].split()}})


def _unmarked(match: re.Match[str]) -> str:
    """The word without the signs over and under its letters, spaces at its end in their place."""
    return _SIGN.sub("", match[0]).ljust(len(match[0]))


def squeezed(folded: str) -> tuple[str, list[int]]:
    """The text with single spaces, and where each of its characters and its end stand in `folded`."""
    places = [i for i, c in enumerate(folded) if c != " " or not i or folded[i - 1] != " "]
    return "".join([folded[i] for i in places]), [*places, len(folded)]
