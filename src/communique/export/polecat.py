"""POLECAT's table: 40 columns, tabs, a head, `None` where a cell is empty, `; ` between several values.

The columns are those of the weekly files of the POLECAT data set (Harvard Dataverse). Six columns of ours
follow, all named `Ledger …`; readers by name or by position of the first 40 are not disturbed.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.export.coded import KEEPS, Coded, coded_facts
from communique.export.country_codes import cow_code
from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.sides import Side
from communique.export.spots import Spot, spot_of
from communique.export.tables import Column, ledger_columns, tab_delimited
from communique.version import __version__
from communique.views.names import country_name

Party = Callable[[Coded], tuple[Side, ...]]


def _joined(values: list[str]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def _party(role: str, wiki: str, of: Party) -> list[Column[Coded]]:
    """The eight columns of one party."""
    return [
        Column(f"{role} Name", lambda row: _joined([side.label for side in of(row)])),
        Column(f"{role} Country", lambda row: _joined([side.country or "" for side in of(row)])),
        Column(f"{role} COW", lambda row: _joined([cow_code(side.country or "") or "" for side in of(row)])),
        Column(f"Primary {role} Sector", lambda row: next((side.sectors[0] for side in of(row)), None)),
        Column(f"{role} Sectors", lambda row: _joined([s for side in of(row) for s in side.sectors])),
        Column(f"{role} Title", lambda row: _joined([t for side in of(row) for t in side.titles])),
        Column(
            f"{role} Name Raw", lambda row: _joined([n for side in of(row) for n in side.raw or (side.name,)])
        ),
        Column(wiki),
    ]


def _spot(row: Coded) -> Spot | None:
    return spot_of(row.telling.record)


def _city(row: Coded) -> Spot | None:
    spot = _spot(row)
    return spot if spot and spot.city else None


def _country(row: Coded) -> str | None:
    spot = _spot(row)
    return spot.country if spot else None


def _placename(row: Coded) -> str | None:
    spot = _spot(row)
    return (spot.city.name if spot.city else country_name(spot.country)) if spot else None


COLUMNS: tuple[Column[Coded], ...] = (
    Column("Event ID", lambda row: row.fact.id),
    Column("Event Date", lambda row: row.when.first.isoformat()),
    Column("Event Type", lambda row: row.event.plover),
    Column("Event Mode", lambda row: row.event.mode),
    Column("Intensity", lambda row: row.event.score),
    Column("Quad Code", lambda row: row.event.quad),
    Column("Contexts", lambda row: _joined(list(row.event.contexts))),
    *_party("Actor", "Wikipedia Actor ID", lambda row: row.actors),
    *_party("Recipient", "Wikipedia Recipient ID", lambda row: row.recipients),
    Column("Placename", _placename),
    Column("City", lambda row: s.city.name if (s := _city(row)) and s.city else None),
    Column("District"),
    Column("Province"),
    Column("Country", _country),
    Column("Latitude", lambda row: s.lat if (s := _city(row)) else None),
    Column("Longitude", lambda row: s.lon if (s := _city(row)) else None),
    Column("GeoNames ID", lambda row: s.city.id if (s := _city(row)) and s.city else None),
    Column("Raw Placename", lambda row: s.name if (s := _spot(row)) else None),
    Column("Feature Type", lambda row: "P" if _city(row) else None),
    Column("Source", lambda row: row.telling.document.publisher),
    Column("Publication Date", lambda row: row.telling.document.date),
    Column("Story People"),
    Column("Story Organizations"),
    Column("Story Locations"),
    Column("Language", lambda row: row.telling.document.lang),
    Column("Version", lambda row: f"communique {__version__}"),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The table."""
    rows = coded_facts(facts, losses)
    for row in rows:
        losses.hold(row.fact)
    return {"": tab_delimited((*COLUMNS, *ledger_columns()), rows, head=True, empty="None")}


EXPORTER = Exporter(
    name="polecat",
    title="POLECAT columns, tab-delimited",
    holds="events with a PLOVER type",
    keeps=KEEPS | {"place", "lang", "quote"},
    write=write,
    checked="read back by pandas: 40 columns and ours, types and modes in PLOVER's lists",
)
