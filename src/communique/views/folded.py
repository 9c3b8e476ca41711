"""A text folded for comparing quotes: composed, one kind of quotation mark, one space for any white space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_DOUBLE = dict.fromkeys(map(ord, "“”„‟«»″〝〞＂『』「」"), '"')
_SINGLE = dict.fromkeys(map(ord, "‘’‚‛‹›′＇`´"), "'")
_MARKS: dict[int, str] = {**_DOUBLE, **_SINGLE}
_CLUSTER = re.compile(
    r"\s+|[^\s][\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u1100-\u11ff\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a]*"
)


def folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in `text` it comes from.

    Composition is Unicode NFC. The list has one more entry, the length of `text`.
    """
    out: list[str] = []
    places: list[int] = []
    for at, piece in _clusters(text):
        out.append(piece)
        places.extend([at] * len(piece))
    places.append(len(text))
    return "".join(out), places


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    for match in _CLUSTER.finditer(text):
        cluster = match.group()
        if cluster[0].isspace():
            yield match.start(), " "
        else:
            yield match.start(), unicodedata.normalize("NFC", cluster).translate(_MARKS)
