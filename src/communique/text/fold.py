"""Folding for look-up: lower case and plain punctuation, code point for code point.

The folded text has the same length as the original, so a position in one is a position in the
other. A character whose lower case is longer than one code point keeps its first code point.
"""

from __future__ import annotations

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


def fold(text: str) -> str:
    """The folded text, of the same length as `text`."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower()[0] for c in text)
    for written, plain in _PLAIN.items():
        if written in folded:
            folded = folded.replace(written, plain)
    return folded
