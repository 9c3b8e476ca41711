"""What a token of folded text is: a word (hyphens inside), a number, a possessive ending, a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]\w*(?:-\w+|'(?!s\b)\w+)*-?|'s\b|\w+|[^\w\s]")
"""Finds the next token; matches never overlap and skip white space."""
CHARACTER = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+(?:[-'][a-z]+)*\d*|\w|[^\w\s]")
"""Finds the next token where nothing parts words: a number, a word of Latin letters, else one character."""


def token_pattern(elisions: Sequence[str], enclitics: Sequence[str]) -> re.Pattern[str]:
    """`TOKEN`, but that elided words (`l'`, `qu'`) and pronouns tied to a verb (`-t-il`) are tokens of their own."""
    if not elisions and not enclitics:
        return TOKEN
    elided = "|".join(sorted(map(re.escape, elisions), key=len, reverse=True)) or "(?!)"
    tied = "|".join(sorted(map(re.escape, enclitics), key=len, reverse=True)) or "(?!)"
    word = rf"[^\W\d_]\w*(?:(?!(?:{tied})(?!\w))-\w+|'\w+)*(?:-(?!\w))?"
    return re.compile(rf"\d+(?:[.,]\d+)*|(?:{elided})|(?:{tied})(?!\w)|{word}|\w+|[^\w\s]")
