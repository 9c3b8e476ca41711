"""JSON lines, cut by bytes, or compressed and then read from end to end."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import msgspec

from communique.corpus.given import Given, Layout
from communique.corpus.place import Place
from communique.corpus.refusals import reason
from communique.errors import InputError

_ROOM = 65_536
"""Bytes that the other fields of a line may take beside its text."""
_PIECE = 1 << 14
"""Bytes unpacked at once; so many before a damaged place can be lost."""
_decoder = msgspec.json.Decoder(dict[str, Any])


def byte_range(
    place: Place, source: str, first: int, last: int, layout: Layout, max_chars: int
) -> Iterator[Given]:
    """The documents of the lines that begin in `[first, last)`, each at the byte where its line begins."""
    limit = 6 * max_chars + _ROOM
    with place.opened() as raw:
        stream = io.BufferedReader(raw, 1 << 18)
        at = first
        if first:
            stream.seek(first - 1)
            at = first - 1 + _skip_line(stream)
        else:
            stream.seek(0)
        number = 0
        while at < last:
            line = stream.readline(limit)
            if not line:
                return
            length = len(line)
            too_long = length == limit and not line.endswith(b"\n")
            if too_long:
                length += _skip_line(stream)
            if line.strip():
                yield _given(line, too_long, number, f"byte {at}", source, layout)
                number += 1
            at += length


def packed(place: Place, source: str, layout: Layout, max_chars: int) -> Iterator[Given]:
    """The documents of a compressed file, by line; `InputError` where its bytes are damaged."""
    import pyarrow as pa  # type: ignore[import-untyped]

    limit = 6 * max_chars + _ROOM
    kind = pa.Codec.detect(place.path).name
    line_number = number = 0
    with place.opened() as raw:
        try:
            stream = io.BufferedReader(pa.CompressedInputStream(raw, kind), _PIECE)
            while line := stream.readline(limit):
                line_number += 1
                too_long = len(line) == limit and not line.endswith(b"\n")
                if too_long:
                    _skip_line(stream)
                if line.strip():
                    yield _given(line, too_long, number, f"line {line_number}", source, layout)
                    number += 1
        except OSError as error:
            said = f"the compressed file is damaged behind line {line_number}: {reason(error)}; copy it again"
            raise InputError(said, source) from error


def _given(line: bytes, too_long: bool, number: int, place: str, source: str, layout: Layout) -> Given:
    name = f"{source}@{place.split()[-1]}"
    if too_long:
        problem = f"the line is longer than {len(line):,} bytes; split the document"
        return Given(number=number, place=place, id=name, problem=problem)
    try:
        row = _decoder.decode(line)
    except msgspec.MsgspecError as error:
        return Given(number=number, place=place, id=name, problem=f"no JSON object: {error}")
    return layout.given(number, place, source, row)


def _skip_line(stream: io.BufferedReader[Any]) -> int:
    """Go behind the next line end; the bytes passed over."""
    passed = 0
    while piece := stream.readline(1 << 20):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed
