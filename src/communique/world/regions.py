"""Regions and groups of states: their names in each language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from communique.errors import PackError
from communique.world.files import DATA, read_toml
from communique.world.organisations import check_members, check_names


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside an English name in `regions.toml`.

    `members` are alpha-3 codes, only where everybody counts the same states; `names` holds the
    spellings for each language (BCP 47).
    """

    names: dict[str, tuple[str, ...]]
    members: tuple[str, ...] = ()


def load_regions(path: Path = DATA / "regions.toml") -> dict[str, Region]:
    """Read and check a table of regions; `PackError` names file and entry."""
    out: dict[str, Region] = {}
    for code, row in read_toml(path).items():
        try:
            out[code] = msgspec.convert(row, Region)
        except msgspec.ValidationError as error:
            raise PackError(str(error), path, code) from error
        check_members(path, code, out[code].members)
    check_names(path, {code: entry.names for code, entry in out.items()})
    return out


REGIONS: Mapping[str, Region] = MappingProxyType(load_regions())
"""Every region by the English name that stands in records."""
