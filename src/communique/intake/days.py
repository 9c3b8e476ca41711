"""Days as files write them, in the zone of whoever wrote them."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate

from communique.base.edtf import is_edtf

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?=[T\s]|$)")
_STROKES = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(?=\s|$)")


def day_of(value: object) -> str | None:
    """The EDTF date of a date, a time or a text (ISO 8601, EDTF, RFC 2822); None when it is none.

    The day is the one that is written: a time is not carried over into another zone.
    """
    if isinstance(value, dt.date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    text = str(value).strip() if isinstance(value, str) else ""
    if is_edtf(text):
        return text
    iso = _ISO.match(text)
    if iso:
        return iso[0] if is_edtf(iso[0]) else None
    strokes = _STROKES.match(text)
    if strokes:
        return _checked(*(int(part) for part in strokes.groups()))
    mail = parsedate(text) if text else None
    return _checked(*mail[:3]) if mail else None


def _checked(year: int, month: int, day: int) -> str | None:
    made = f"{year:04}-{month:02}-{day:02}"
    return made if is_edtf(made) else None
