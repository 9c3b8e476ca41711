"""Organisations and non-state actors: their names in each language, members and type."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

import msgspec

from communique.base.compiled import compiled
from communique.errors import PackError
from communique.world.files import DATA, read_toml
from communique.world.states import STATES

_PATH = DATA / "organisations.toml"
OrganisationType = Literal["igo", "bank", "court", "non_state"]


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside a short English name in `organisations.toml`.

    `members` are alpha-3 codes, empty where membership is large or disputed; `names` holds the
    spellings for each language (BCP 47).
    """

    type: OrganisationType
    names: dict[str, tuple[str, ...]]
    members: tuple[str, ...] = ()


def check_names(path: Path, entries: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
    """Refuse an empty name, and a name that two entries claim in one language (`PackError`)."""
    owner: dict[tuple[str, str], str] = {}
    for code, names in entries.items():
        for lang, spellings in names.items():
            for spelling in spellings:
                if not spelling.strip():
                    raise PackError("an empty name", path, code)
                first = owner.setdefault((lang, spelling.lower()), code)
                if first != code:
                    raise PackError(f"the name {spelling!r} ({lang}) already belongs to {first}", path, code)


def check_members(path: Path, code: str, members: tuple[str, ...]) -> None:
    """Refuse a member that is no state's alpha-3 code, or is listed twice (`PackError`)."""
    for member in members:
        if member not in STATES:
            raise PackError(f"{member!r} is no ISO 3166-1 alpha-3 code", path, code)
    if len(set(members)) != len(members):
        raise PackError("a member is listed twice", path, code)


def load_organisations(path: Path = _PATH) -> dict[str, Organisation]:
    """Read and check a table of organisations; `PackError` names file and entry."""
    out: dict[str, Organisation] = {}
    for code, row in read_toml(path).items():
        out[code] = _organisation(path, code, row)
        check_members(path, code, out[code].members)
    check_names(path, {code: entry.names for code, entry in out.items()})
    return out


def _organisation(path: Path, code: str, row: Any) -> Organisation:
    try:
        return msgspec.convert(row, Organisation)
    except msgspec.ValidationError as error:
        raise PackError(f"{error}; types are {', '.join(get_args(OrganisationType))}", path, code) from error


_MADE_OF = (_PATH, DATA / "states.tsv", Path(__file__))
_decoder = msgspec.msgpack.Decoder(dict[str, Organisation])
_table: dict[str, Organisation] = compiled(DATA, "organisations", _MADE_OF, load_organisations, _decoder)

ORGANISATIONS: Mapping[str, Organisation] = MappingProxyType(_table)
"""Every organisation by the short English name that stands in records."""
