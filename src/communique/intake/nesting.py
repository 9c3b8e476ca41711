"""Documents in a container: decoded as if they stood alone, with the way to them kept."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

from communique.errors import InputError
from communique.intake.found import Found, Given, Items
from communique.intake.page_parts import cleaned
from communique.text.origin import within


def nested(
    stream: BinaryIO,
    given: Given,
    name: str,
    step: str | None,
    *,
    key: str | None = None,
    url: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
) -> Items:
    """What `stream` holds under `name` in the container `given`.

    `step` is the container's part of the origin, None where it is not worth a word; `key` is put before
    the keys of the documents inside.
    """
    from communique.intake.decoding import decode_stream

    try:
        inner = given.inside(name, shown=step, url=url)
        inner = msgspec.structs.replace(inner, media_type=media_type, charset=charset)
    except InputError as error:
        yield error
        return
    for item in decode_stream(stream, inner):
        if isinstance(item, Found):
            keys = [part for part in (key, item.key) if part is not None]
            yield msgspec.structs.replace(
                item,
                key="-".join(keys) or None,
                origin=within(step, item.origin) if step else item.origin,
            )
        else:
            yield item


def member_key(name: str) -> str:
    """The key of an archive's member: its path without the ending."""
    path = PurePosixPath(name.replace("\\", "/"))
    return cleaned("-".join([*path.parts[:-1], path.stem])) or "member"
