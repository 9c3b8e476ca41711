"""JSON lines: one object a line, one document each."""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from communique.errors import InputError
from communique.intake import columns
from communique.intake.found import Given, Items
from communique.intake.reading import lines


def items(stream: BinaryIO, given: Given) -> Items:
    """The objects as documents; a line that is none is an error, and the rest is still read.

    Where no line has a column for the text, that is one error for the file.
    """
    decoder = msgspec.json.Decoder(dict[str, Any])
    number = 0
    for at, line in lines(stream, given):
        if not line.strip():
            continue
        number += 1
        where = f"line {at}"
        try:
            values = decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            yield given.refuse(f"no JSON object: {error}", where)
            continue
        try:
            chosen = columns.chosen(values, given)
            yield columns.row(values, chosen, number, where, given)
        except InputError as error:
            if number == 1 and error.entry is None:
                raise
            yield given.refuse(error.message, where)
