"""Physical units that figures in dispatches carry: spelling to canonical unit and factor.

Only spellings that no language owns (symbols and abbreviations); words such as "tonnes" or
"Kilometer" are in the language packs and map to the same canonical codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple


class Unit(NamedTuple):
    """A spelling's canonical `code` (as in a record's `unit`) and the `factor` to multiply by."""

    code: str
    factor: Decimal


def _unit(code: str, factor: str = "1") -> Unit:
    return Unit(code, Decimal(factor))


# Power keeps MW and GW apart, as dispatches do, and so does energy with GWh and TWh: a converted
# figure would no longer be the one in the quote. Masses, areas and volumes have one code each.
UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "%": _unit("percent"),
        "％": _unit("percent"),
        "٪": _unit("percent"),
        "pp": _unit("percent_point"),
        "t": _unit("t"),
        "kt": _unit("t", "1000"),
        "Mt": _unit("t", "1000000"),
        "mt": _unit("t"),
        "MT": _unit("t"),
        "kg": _unit("t", "0.001"),
        "g": _unit("t", "0.000001"),
        "dwt": _unit("dwt"),
        "DWT": _unit("dwt"),
        "mtpa": _unit("t/year", "1000000"),
        "Mtpa": _unit("t/year", "1000000"),
        "MTPA": _unit("t/year", "1000000"),
        "TEU": _unit("TEU"),
        "TEUs": _unit("TEU"),
        "km": _unit("km"),
        "m": _unit("m"),
        "cm": _unit("m", "0.01"),
        "mi": _unit("km", "1.609344"),
        "nm": _unit("nautical_mile"),
        "NM": _unit("nautical_mile"),
        "sm": _unit("nautical_mile"),
        "km/h": _unit("km/h"),
        "kph": _unit("km/h"),
        "kmh": _unit("km/h"),
        "mph": _unit("km/h", "1.609344"),
        "ha": _unit("ha"),
        "km2": _unit("km2"),
        "km²": _unit("km2"),
        "sq km": _unit("km2"),
        "sq. km": _unit("km2"),
        "qkm": _unit("km2"),
        "m2": _unit("m2"),
        "m²": _unit("m2"),
        "sqm": _unit("m2"),
        "m3": _unit("m3"),
        "m³": _unit("m3"),
        "cbm": _unit("m3"),
        "bcm": _unit("bcm"),
        "mcm": _unit("bcm", "0.001"),
        "bcm/y": _unit("bcm/year"),
        "bcma": _unit("bcm/year"),
        "tcm": _unit("bcm", "1000"),
        "l": _unit("l"),
        "hl": _unit("l", "100"),
        "bbl": _unit("barrel"),
        "bbls": _unit("barrel"),
        "bpd": _unit("barrel/day"),
        "b/d": _unit("barrel/day"),
        "bbl/d": _unit("barrel/day"),
        "mbpd": _unit("barrel/day", "1000000"),
        "kW": _unit("MW", "0.001"),
        "MW": _unit("MW"),
        "MWe": _unit("MW"),
        "GW": _unit("GW"),
        "TW": _unit("GW", "1000"),
        "MWp": _unit("MW"),
        "GWp": _unit("GW"),
        "kV": _unit("kV"),
        "kWh": _unit("GWh", "0.000001"),
        "MWh": _unit("GWh", "0.001"),
        "GWh": _unit("GWh"),
        "TWh": _unit("TWh"),
        "Gbps": _unit("Gbps"),
        "Gbit/s": _unit("Gbps"),
        "Tbps": _unit("Gbps", "1000"),
        "°C": _unit("celsius"),
    }
)
"""Every spelling, case as written: "MW" is a megawatt and "mw" is nothing."""

CODES: frozenset[str] = frozenset(unit.code for unit in UNITS.values())
"""The canonical unit codes."""


def find_unit(spelling: str) -> Unit | None:
    """The unit that a symbol or abbreviation means, case-sensitive; None if it is not in the table."""
    return UNITS.get(spelling.strip())
