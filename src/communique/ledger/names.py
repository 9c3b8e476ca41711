"""Names made comparable: case, accents and punctuation folded away, tokens bounded by spaces."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_BASE = str.maketrans(dict(zip("đðøłıħæœþ", ("d", "d", "o", "l", "i", "h", "ae", "oe", "th"), strict=True)))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The name's folded tokens, each with a space on both sides; empty when there are none.

    A token sequence of one name is a substring of another's folded form exactly when its folded
    form is, so `fold_name("Văn Thưởng")` is found in `fold_name("Võ Văn Thưởng")`. Ideographs and
    kana are tokens of their own, since names in them are written without spaces.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    out: list[str] = []
    for c in unicodedata.normalize("NFC", bare).translate(_BASE):
        if _unspaced(c):
            out.append(f" {c} ")
        elif unicodedata.category(c)[0] in "LMN":
            out.append(c)
        elif c not in "'’ʼʻ`":
            out.append(" ")
    tokens = "".join(out).split()
    return f" {' '.join(tokens)} " if tokens else ""


def _unspaced(c: str) -> bool:
    return "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\U00020000" <= c <= "\U0003ffff"
