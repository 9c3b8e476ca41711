"""What a token of folded text is: a word (hyphens inside), a number, a possessive ending, a mark."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]\w*(?:-\w+|'(?!s\b)\w+)*-?|'s\b|\w+|[^\w\s]")
"""Finds the next token; matches never overlap and skip white space."""
