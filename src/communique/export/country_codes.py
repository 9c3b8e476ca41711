"""Codes of states in schemes of others: FIPS 10-4 for GDELT's places, Correlates of War for POLECAT."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def fips_code(alpha3: str) -> str | None:
    """The FIPS code of a state; None for one that has none."""
    return _table("fips.tsv").get(alpha3)


def cow_code(alpha3: str) -> str | None:
    """The number of a state in the Correlates of War's system of states; None for what is no member of it."""
    return _table("cow.tsv").get(alpha3)


@cache
def _table(name: str) -> Mapping[str, str]:
    text = (files("communique") / "export" / "data" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {row[0]: row[1] for row in rows}
