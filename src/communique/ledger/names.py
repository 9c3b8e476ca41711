"""Names made comparable: case, accents and punctuation folded away, tokens bounded by spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
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
    bare = unicodedata.normalize("NFC", decomposed.translate(_UNMARKED))
    tokens = bare.translate(_BASE).translate(_TOKENS).split()
    return f" {' '.join(tokens)} " if tokens else ""


class _Table(dict[int, str | None]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, of: Callable[[str], str | None]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, code: int) -> str | None:
        made = self[code] = self._of(chr(code))
        return made


def _token(c: str) -> str | None:
    """A character within tokens: ideographs apart, apostrophes gone, what is no letter or number a space."""
    if _unspaced(c):
        return f" {c} "
    if unicodedata.category(c)[0] in "LMN":
        return c
    return None if c in "'’ʼʻ`" else " "


def _unspaced(c: str) -> bool:
    return "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\U00020000" <= c <= "\U0003ffff"


_UNMARKED = _Table(lambda c: None if unicodedata.category(c) == "Mn" else c)
_TOKENS = _Table(_token)
