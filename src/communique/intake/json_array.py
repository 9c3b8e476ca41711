"""JSON: an object that is a document, or a list of such, at the top or under one name."""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from communique.errors import InputError
from communique.intake import columns
from communique.intake.found import Given, Items
from communique.intake.reading import whole


def items(stream: BinaryIO, given: Given) -> Items:
    """The objects as documents, in their order."""
    data = whole(stream, given, given.settings.max_bytes, "JSON").removeprefix(b"\xef\xbb\xbf")
    try:
        read = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise given.refuse(f"not JSON: {error}") from error
    if isinstance(read, dict):
        lists = {name: held for name, held in read.items() if _objects(held)}
        if len(lists) == 1 and not any(isinstance(read.get(name), str) for name in columns.USUAL["text"]):
            ((name, held),) = lists.items()
            yield from _items(held, f"{name} ", given)
            return
        yield msgspec.structs.replace(
            columns.row(read, columns.chosen(read, given), 1, "object", given), key=None
        )
        return
    if not _objects(read):
        raise given.refuse("this JSON is no list of objects, each with a text; give JSON of that shape")
    yield from _items(read, "", given)


def _objects(held: object) -> bool:
    return isinstance(held, list) and bool(held) and all(isinstance(one, dict) for one in held)


def _items(held: list[dict[str, Any]], under: str, given: Given) -> Items:
    for number, values in enumerate(held, start=1):
        try:
            yield columns.row(values, columns.chosen(values, given), number, f"{under}item {number}", given)
        except InputError as error:
            yield given.refuse(error.message, f"{under}item {number}")
