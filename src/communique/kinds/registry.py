"""The one list of record kinds; store, exports, docs and tables all follow it."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from communique.errors import RecordError
from communique.kinds.act import Act
from communique.kinds.agreement import Agreement
from communique.kinds.commitment import Commitment
from communique.kinds.courtesy import Courtesy
from communique.kinds.gathering import Gathering
from communique.kinds.indicator import Indicator
from communique.kinds.invitation import Invitation
from communique.kinds.meeting import Meeting
from communique.kinds.partnership import Partnership
from communique.kinds.person import Person
from communique.kinds.position import Position
from communique.kinds.project import Project
from communique.kinds.record import Record
from communique.kinds.visit import Visit

KINDS: tuple[type[Record], ...] = (
    Person,
    Meeting,
    Visit,
    Invitation,
    Agreement,
    Partnership,
    Commitment,
    Position,
    Courtesy,
    Indicator,
    Project,
    Gathering,
    Act,
)

BY_NAME: dict[str, type[Record]] = {str(kind.__struct_config__.tag): kind for kind in KINDS}

AnyRecord = (
    Person
    | Meeting
    | Visit
    | Invitation
    | Agreement
    | Partnership
    | Commitment
    | Position
    | Courtesy
    | Indicator
    | Project
    | Gathering
    | Act
)

_encoder = msgspec.json.Encoder()


@cache
def _decoder() -> msgspec.json.Decoder[AnyRecord]:
    """Made when the first record is read back, since it takes longer than to load all else here."""
    return msgspec.json.Decoder(AnyRecord)


def encode(record: Record) -> bytes:
    """The record as one line of the contract's JSON, UTF-8, without the line end."""
    return _encoder.encode(record)


def decode(line: bytes | str) -> Record:
    """A record from one line of JSON; `RecordError` says what breaks the contract."""
    try:
        return _decoder().decode(line)
    except msgspec.MsgspecError as error:
        raise RecordError(str(error)) from error


def to_dict(record: Record) -> dict[str, Any]:
    """The record as plain JSON types, for code that wants a mapping."""
    out: dict[str, Any] = msgspec.to_builtins(record)
    return out
