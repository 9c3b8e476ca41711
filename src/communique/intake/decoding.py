"""From bytes to documents: the one way in for files, responses and standard input."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from communique.errors import InputError
from communique.intake.formats import HEAD, decoder_of
from communique.intake.found import Budget, Given, Item, Items
from communique.intake.reading import Chained
from communique.settings import IntakeSettings


def decode(
    data: bytes | BinaryIO,
    name: str,
    *,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    settings: IntakeSettings | None = None,
) -> Iterator[Item]:
    """The documents in `data`, each a `Found`, or an `InputError` where one cannot be read.

    `name` is the path or address that errors name, and whose ending tells the format; `media_type`
    (`text/html; charset=…` will do) and `charset` are those of an HTTP response, `url` is where the bytes
    came from. `settings` bounds sizes and names a table's columns. A stream is read as far as is asked
    for. Never raises for what the bytes hold: a fault of the whole is one `InputError` as well.
    """
    stream = io.BytesIO(data) if isinstance(data, bytes | bytearray | memoryview) else data
    kind, _, rest = (media_type or "").partition(";")
    settings = settings or IntakeSettings()
    given = Given(
        name=name,
        budget=Budget(settings.max_expanded),
        media_type=kind.strip().lower() or None,
        charset=charset or _charset(rest),
        url=url,
        settings=settings,
    )
    return decode_stream(stream, given)


def decode_stream(stream: BinaryIO, given: Given) -> Items:
    """The documents in a stream, by the format that it turns out to have."""
    try:
        head = stream.read(HEAD)
        whole = stream if not head else _put_back(stream, head)
        yield from decoder_of(head, given)(whole, given)
    except InputError as error:
        yield error
    except OSError as error:
        yield given.refuse(f"cannot be read: {error.strerror or error}")
    except (MemoryError, RecursionError) as error:
        yield given.refuse(f"too large or too deeply nested to read ({type(error).__name__}); split it")


def _put_back(stream: BinaryIO, head: bytes) -> BinaryIO:
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return stream
    return cast(BinaryIO, io.BufferedReader(Chained(head, stream)))


def _charset(parameters: str) -> str | None:
    for part in parameters.split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset" and value.strip(" \"'"):
            return value.strip(" \"'").lower()
    return None
