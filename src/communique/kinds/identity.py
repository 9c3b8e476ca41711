"""A record's id: a hash of what it says, so that anybody can make it again and compare."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.base.ids import content_id
from communique.kinds.record import Record

PREFIX = "r"
"""What ids made here begin with; ids of other makers are only names."""
_JUDGED = frozenset({"flags"})
"""Fields that judge a record and are no part of what it says, so that they leave its id alone."""
_encoder = msgspec.json.Encoder(order="sorted")


def record_id(record: Record) -> str:
    """The content hash of a record: document, kind, own fields, modality and quotes; not its present id."""
    fields = _own_fields(record)
    quotes = [f"{e.start}:{e.quote}" for e in record.evidence]
    return content_id(PREFIX, record.doc, record.kind, fields, record.modality, *quotes)


def told_key(record: Record) -> str:
    """What a record says and in which words, wherever in its text that stands: the same in two versions."""
    return content_id(
        "told", record.kind, _own_fields(record), record.modality, *(e.quote for e in record.evidence)
    )


def _own_fields(record: Record) -> str:
    names = _own_names(type(record))
    return _encoder.encode({name: getattr(record, name) for name in names}).decode()


@cache
def _own_names(kind: type[Record]) -> tuple[str, ...]:
    """The names of the fields in which records of a kind say something of their own."""
    shared = _JUDGED.union(Record.__struct_fields__)
    return tuple([name for name in kind.__struct_fields__ if name not in shared])
