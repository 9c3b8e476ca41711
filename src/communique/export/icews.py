"""ICEWS's table: 20 columns, tabs, a head; CAMEO codes with their text and intensity.

The columns are those of the yearly files of the ICEWS Coded Event Data (Harvard Dataverse, doi
10.7910/DVN/28075). One row a source, target and direction. Columns of ours, `Ledger …`, follow. Codes are text:
read the column `CAMEO Code` as a string, since `010` and `10` are different things.
"""

from __future__ import annotations

from communique.coding.tables import cameo_codes
from communique.export.coded import KEEPS, Dyad, dyads
from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.sentences import place_in_text
from communique.export.sides import Side
from communique.export.spots import Spot, spot_of
from communique.export.tables import Column, ledger_columns, tab_delimited
from communique.views.names import country_name

SECTORS = {
    "GOV": "Government",
    "MIL": "Military",
    "COP": "Police",
    "LEG": "Legislative / Parliamentary",
    "JUD": "Judicial",
    "SPY": "Intelligence",
    "REB": "Rebel",
    "PTY": "Parties",
    "BUS": "Business",
    "IGO": "International Government Organization",
    "IMG": "Dissident",
}
"""ICEWS's words for sectors, by PLOVER's codes."""


class Row:
    """A dyad, its facts at hand for the sentence's number."""

    def __init__(self, dyad: Dyad, facts: Facts) -> None:
        self.dyad = dyad
        self.fact = dyad.fact
        self.sentence = place_in_text(dyad.coded.telling, facts).number

    @property
    def spot(self) -> Spot | None:
        """Where it was."""
        return spot_of(self.dyad.coded.telling.record)

    @property
    def city(self) -> Spot | None:
        """Where it was, if that is a city."""
        return self.spot if self.spot and self.spot.city else None


def _sectors(side: Side | None) -> str | None:
    return ",".join(SECTORS.get(code, code) for code in side.sectors) if side else None


def _country(side: Side | None) -> str | None:
    return country_name(side.country) if side and side.country else None


COLUMNS: tuple[Column[Row], ...] = (
    Column("Event ID", lambda row: f"{row.fact.id}-{row.dyad.number}"),
    Column("Event Date", lambda row: row.dyad.coded.when.first.isoformat()),
    Column("Source Name", lambda row: row.dyad.source.label),
    Column("Source Sectors", lambda row: _sectors(row.dyad.source)),
    Column("Source Country", lambda row: _country(row.dyad.source)),
    Column("Event Text", lambda row: cameo_codes()[row.dyad.cameo].label),
    Column("CAMEO Code", lambda row: row.dyad.cameo),
    Column("Intensity", lambda row: row.dyad.goldstein),
    Column("Target Name", lambda row: row.dyad.target.label if row.dyad.target else None),
    Column("Target Sectors", lambda row: _sectors(row.dyad.target)),
    Column("Target Country", lambda row: _country(row.dyad.target)),
    Column("Story ID", lambda row: row.dyad.coded.telling.document.id),
    Column("Sentence Number", lambda row: row.sentence),
    Column("Publisher", lambda row: row.dyad.coded.telling.document.publisher),
    Column("City", lambda row: s.city.name if (s := row.city) and s.city else None),
    Column("District"),
    Column("Province"),
    Column("Country", lambda row: country_name(s.country) if (s := row.spot) else None),
    Column("Latitude", lambda row: s.lat if (s := row.city) else None),
    Column("Longitude", lambda row: s.lon if (s := row.city) else None),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The table."""
    rows = [Row(dyad, facts) for dyad in dyads(facts, losses)]
    return {"": tab_delimited((*COLUMNS, *ledger_columns()), rows, head=True)}


EXPORTER = Exporter(
    name="icews",
    title="ICEWS columns, tab-delimited",
    holds="events with a CAMEO code, one row a source, target and direction",
    keeps=KEEPS | {"place", "quote"},
    write=write,
    checked="read back by pandas: 20 columns and ours, CAMEO codes and intensities in the codebook's list",
)
