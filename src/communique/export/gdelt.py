"""GDELT 2.0 events: 61 columns, tabs, no head; and a table of ours from its numbers to the ledger's ids.

The columns are those of GDELT's Event codebook 2.0. One row a source, target and direction. A number of an event
is the first 48 bits of the ledger's id with the row's number behind it, so that it stays the same from export to
export; `ledger.tsv` says which event, records and quote it stands for, since the 61 columns have no room.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from communique.export.coded import KEEPS, Dyad, dyads
from communique.export.country_codes import fips_code
from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.sentences import place_in_text
from communique.export.sides import STATE, Side
from communique.export.spots import Spot, spot_of
from communique.export.tables import Column, OfFact, ledger_columns, tab_delimited
from communique.ledger.stored import Stored
from communique.views.names import country_name

_PLACES = 14
"""Bits for the number of a row within its event."""
_DIGITS = 12
"""Hexadecimal digits of the ledger's id that are kept."""
SECTORS = 3
"""So many sectors of an actor have a column."""
GEO_COUNTRY, GEO_US_CITY, GEO_CITY = 1, 3, 4
VERBAL_END, MATERIAL_END, CONFLICT_END = 5, 8, 13
"""The last CAMEO roots of GDELT's first three quad classes."""


class Row:
    """A dyad with what its cells are made from."""

    def __init__(self, dyad: Dyad, facts: Facts) -> None:
        self.dyad = dyad
        self.fact = dyad.fact
        self.number = global_id(dyad)
        self.day = dyad.coded.when.first
        self.opening = place_in_text(dyad.coded.telling, facts).opening
        self.spot: Spot | None = spot_of(dyad.coded.telling.record)


def global_id(dyad: Dyad) -> int:
    """GDELT's number of an event: a positive integer of at most 62 bits."""
    return (int(dyad.fact.id.rpartition("-")[2][:_DIGITS], 16) << _PLACES) + dyad.number


def stamp(time: dt.datetime) -> str:
    """A time as `YYYYMMDDHHMMSS`, UTC."""
    return time.astimezone(dt.UTC).strftime("%Y%m%d%H%M%S")


def added(fact: Fact) -> dt.datetime:
    """When the ledger first saw a fact."""
    return min(telling.first_seen for telling in fact.tellings)


def link(telling: Stored) -> str:
    """The address of a telling's document, else its id."""
    return telling.document.url or telling.document.id


def quad_class(cameo: str) -> int:
    """GDELT's class of a CAMEO code: 1 and 2 verbal and material cooperation, 3 and 4 conflict."""
    root = int(cameo[:2])
    return 1 + (root > VERBAL_END) + (root > MATERIAL_END) + (root > CONFLICT_END)


def fraction_date(day: dt.date) -> str:
    """The year with the day as its fraction, months counted as 30 days, as GDELT has it."""
    return f"{day.year + min((day.month * 30 + day.day) / 365, 0.9999):.4f}"


def _actor(n: int, of: Callable[[Row], Side | None]) -> list[Column[Row]]:
    def text(name: str, value: Callable[[Side], str | None]) -> Column[Row]:
        return Column(f"Actor{n}{name}", lambda row: value(side) if (side := of(row)) else None)

    def sector(k: int) -> Callable[[Side], str | None]:
        return lambda side: side.sectors[k] if k < len(side.sectors) else None

    return [
        text("Code", lambda side: "".join(dict.fromkeys([side.code[:STATE], *side.sectors]))),
        text("Name", lambda side: side.name.upper()),
        text("CountryCode", lambda side: side.code[:STATE] if side.country else None),
        *(Column[Row](f"Actor{n}{name}") for name in ("KnownGroupCode", "EthnicCode")),
        *(Column[Row](f"Actor{n}Religion{k}Code") for k in (1, 2)),
        *(text(f"Type{k + 1}Code", sector(k)) for k in range(SECTORS)),
    ]


def _geo(prefix: str) -> list[Column[Row]]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    values = _ACTION if prefix == "Action" else {}
    return [Column(f"{prefix}Geo_{part}", values.get(part)) for part in parts]


def _geo_type(row: Row) -> int:
    if row.spot is None:
        return 0
    if row.spot.city is None:
        return GEO_COUNTRY
    return GEO_US_CITY if row.spot.country == "USA" else GEO_CITY


def _full_name(row: Row) -> str | None:
    if row.spot is None:
        return None
    country = country_name(row.spot.country)
    return f"{row.spot.city.name}, {country}" if row.spot.city else country


_ACTION: dict[str, Callable[[Row], str | int | float | None]] = {
    "Type": _geo_type,
    "FullName": _full_name,
    "CountryCode": lambda row: fips_code(row.spot.country) if row.spot else None,
    "Lat": lambda row: row.spot.lat if row.spot and row.spot.city else None,
    "Long": lambda row: row.spot.lon if row.spot and row.spot.city else None,
}

COLUMNS: tuple[Column[Row], ...] = (
    Column("GLOBALEVENTID", lambda row: row.number),
    Column("SQLDATE", lambda row: f"{row.day:%Y%m%d}"),
    Column("MonthYear", lambda row: f"{row.day:%Y%m}"),
    Column("Year", lambda row: f"{row.day:%Y}"),
    Column("FractionDate", lambda row: fraction_date(row.day)),
    *_actor(1, lambda row: row.dyad.source),
    *_actor(2, lambda row: row.dyad.target),
    Column("IsRootEvent", lambda row: int(row.opening)),
    Column("EventCode", lambda row: row.dyad.cameo),
    Column("EventBaseCode", lambda row: row.dyad.cameo[:3]),
    Column("EventRootCode", lambda row: row.dyad.cameo[:2]),
    Column("QuadClass", lambda row: quad_class(row.dyad.cameo)),
    Column("GoldsteinScale", lambda row: row.dyad.goldstein),
    Column("NumMentions", lambda row: len(row.fact.tellings)),
    Column("NumSources", lambda row: len(row.fact.publishers) or 1),
    Column("NumArticles", lambda row: len(row.fact.documents)),
    Column("AvgTone"),
    *_geo("Actor1"),
    *_geo("Actor2"),
    *_geo("Action"),
    Column("DATEADDED", lambda row: stamp(added(row.fact))),
    Column("SOURCEURL", lambda row: link(row.dyad.coded.telling)),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The events without a head, and the table of ids with one."""
    rows = [Row(dyad, facts) for dyad in dyads(facts, losses)]
    number: Column[Row] = Column("GLOBALEVENTID", lambda row: row.number)
    ours: tuple[Column[OfFact], ...] = ledger_columns()
    return {
        "events.export.CSV": tab_delimited(COLUMNS, rows, head=False),
        "ledger.tsv": tab_delimited((number, *ours), rows, head=True),
    }


EXPORTER = Exporter(
    name="gdelt",
    title="GDELT 2.0 events, tab-delimited without a head",
    holds="events with a CAMEO code, one row a source, target and direction",
    keeps=KEEPS | {"place"},
    write=write,
    checked="read back by pandas with the codebook's 61 names and types; CAMEO codes in the codebook's list",
    folder=True,
)
