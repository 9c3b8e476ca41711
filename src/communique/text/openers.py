"""Capitals that open a sentence without the accent that their word has inside one (`A Paris` for `À Paris`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_OPENS = r"(?:\A|\n|[.!?:]\s+|[«\"“(—–]\s*)"
"""What stands before the first word of a sentence."""


def accented(text: str, folded: str, words: Mapping[str, str]) -> str:
    """The folded text with the accents that the capitals of these words lack where they open a sentence."""
    for written, meant in words.items():
        if f"{written} " not in text:
            continue
        for match in _opening(written).finditer(text):
            first = match.end() - len(written)
            folded = folded[:first] + meant + folded[match.end() :]
    return folded


@lru_cache(8)
def _opening(written: str) -> re.Pattern[str]:
    """The word as the first one of a sentence."""
    return re.compile(f"{_OPENS}{re.escape(written)}(?= )")
