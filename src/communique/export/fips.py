"""FIPS 10-4 codes of states, by which GDELT names the countries of places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_NAME = "fips.tsv"


def fips_code(alpha3: str) -> str | None:
    """The FIPS code of a state; None for one that has none."""
    return _table().get(alpha3)


@cache
def _table() -> Mapping[str, str]:
    text = (files("communique") / "export" / "data" / _NAME).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {row[0]: row[1] for row in rows}
