"""Provinces, regions, federal states: ISO 3166-2 codes by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from communique.base.compiled import compiled
from communique.errors import PackError
from communique.world import keys
from communique.world.files import DATA, read_rows
from communique.world.keys import place_key

_PATH = DATA / "subdivisions.tsv"
_decoder = msgspec.msgpack.Decoder(dict[str, list[str]])


class Subdivision(NamedTuple):
    """A unit of ISO 3166-2: `code` ("CN-XJ"), `country` (alpha-3), `name`, `type` ("Province")."""

    code: str
    country: str
    name: str
    type: str


@cache
def subdivisions() -> Mapping[str, Subdivision]:
    """Every subdivision by its ISO 3166-2 code; read on first use."""
    return MappingProxyType(
        {code: Subdivision(code, country, name, kind) for code, country, name, kind, _ in read_rows(_PATH, 5)}
    )


@cache
def _codes_by_key() -> dict[str, list[str]]:
    return compiled(DATA, "subdivisions", (_PATH, Path(keys.__file__)), _keyed, _decoder)


def _keyed() -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for code, _, _, _, spellings in read_rows(_PATH, 5):
        for key in sorted({place_key(spelling) for spelling in spellings.split("|") if spelling}):
            codes.setdefault(key, []).append(code)
    if not codes:
        raise PackError("no subdivision in the table", _PATH)
    return codes


@lru_cache(maxsize=16384)
def find_codes(name: str) -> tuple[str, ...]:
    """The ISO 3166-2 codes of all units with this name or exonym, sorted; empty if there is none.

    Case, diacritics and hyphens do not count. "Punjab" is two codes, "Bayern" and "Bavaria" one.
    Names that are mostly something else ("Central", "Taiwan") are not in the table.
    """
    return tuple(sorted(_codes_by_key().get(place_key(name), ())))


def find_subdivision(name: str, prefer: Collection[str] = ()) -> tuple[Subdivision, ...]:
    """The units with this name, those in the countries `prefer` (alpha-3) first, then by code."""
    found = [subdivisions()[code] for code in find_codes(name)]
    return tuple(sorted(found, key=lambda unit: (unit.country not in prefer, unit.code)))
