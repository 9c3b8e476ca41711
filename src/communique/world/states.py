"""The states of ISO 3166-1 and Kosovo: codes, English name, capital and where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from communique.world.files import DATA, read_rows

_PATH = DATA / "states.tsv"


class State(NamedTuple):
    """A state or territory with an ISO 3166-1 code (Kosovo: the user-assigned XK, XKX).

    `numeric` is the three-digit ISO number as text, empty for Kosovo. `name` is CLDR's English
    name, `capital` the capital as GeoNames spells it (empty where there is none), `lat` and `lon`
    its place in degrees (WGS 84), None without a capital.
    """

    alpha3: str
    alpha2: str
    numeric: str
    name: str
    capital: str
    lat: float | None
    lon: float | None


def _load() -> dict[str, State]:
    return {
        alpha3: State(
            alpha3, alpha2, numeric, name, capital, float(lat) if lat else None, float(lon) if lon else None
        )
        for alpha3, alpha2, numeric, name, capital, lat, lon in read_rows(_PATH, 7)
    }


STATES: Mapping[str, State] = MappingProxyType(_load())
"""Every state by its alpha-3 code, in the order of the codes."""

_MONARCHIES = (
    "ATG AUS BEL BHR BHS BLZ BRN BTN CAN DNK GBR GRD JAM JOR JPN KHM KNA KWT LCA LIE LSO LUX MAR MCO MYS NLD NOR "
    "NZL OMN PNG QAT SAU SLB SWE SWZ THA TON TUV VAT VCT"
)
MONARCHIES = frozenset(_MONARCHIES.split())
"""States where nobody is called president of the state or of the government."""
REIGNS = MONARCHIES | {"ARE", "ESP"}
"""States that have a monarch."""

_BY_ALPHA2 = {state.alpha2: state for state in STATES.values()}
_BY_NUMERIC = {state.numeric: state for state in STATES.values() if state.numeric}
_BY_NAME = {state.name.casefold(): state for state in STATES.values()}


def by_alpha2(code: str) -> State | None:
    """The state with an ISO 3166-1 alpha-2 code, in either case; None if there is none."""
    return _BY_ALPHA2.get(code.upper())


def resolve_code(text: str) -> str | None:
    """The alpha-3 code meant by an alpha-3, alpha-2 or numeric code or the English CLDR name.

    Case and outer space do not count. Meant for codes in settings, gold files and queries; names in
    running text are the language packs' business.
    """
    code = text.strip()
    if code.upper() in STATES:
        return code.upper()
    found = _BY_ALPHA2.get(code.upper()) or _BY_NUMERIC.get(code) or _BY_NAME.get(code.casefold())
    return found.alpha3 if found else None
