"""Cursors: where a page ends, as a text that means nothing to others."""

from __future__ import annotations

import base64
import binascii
from typing import Any, TypeVar

import msgspec

from communique.errors import RequestError

_Place = TypeVar("_Place")


def cursor(place: Any) -> str:
    """The cursor of a place."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(text: str | None, type_: type[_Place]) -> _Place | None:
    """The place that a cursor is of, None for no cursor; `RequestError` for what is no cursor of this kind."""
    if text is None:
        return None
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(raw, type=type_)
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise RequestError("this is no cursor of this list; begin without one", entry="cursor") from error
