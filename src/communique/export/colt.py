"""A table of leaders' foreign trips with the columns of COLT, as CSV.

COLT is the Country and Organization Leader Travel data set (Pardee Institute, University of Denver). Its columns
are taken from published code that reads it. One row a trip that was made by a head of state or government, a
foreign or finance minister or the head of an organisation. `Yes` stands only where a text says so, and nothing
else is ever `No`: what no text tells stays empty. Columns of ours, `Ledger …`, follow.
"""

from __future__ import annotations

from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.tables import Column, comma_delimited, ledger_columns
from communique.export.trips import Trip, trips
from communique.kinds.visit import Visit
from communique.views.names import country_name

ROLES = {
    "head_of_state": "S",
    "head_of_government": "G",
    "royal": "S",
    "foreign_minister": "F",
    "igo_head": "I",
}
"""COLT's roles. `GS`, head of state and of government in one, cannot be told from the texts' titles."""
MADE = frozenset({"actual"})
_LEVELS = 4
SOURCES = 3
"""So many texts of a trip are named."""


def _yes(told: object) -> str | None:
    return "Yes" if told else None


def _role(trip: Trip) -> str | None:
    return ROLES.get(trip.office.role or "") if trip.office else None


def _days(trip: Trip) -> int | None:
    return (trip.told.last - trip.told.first).days + 1 if trip.told and trip.told.basis == "day" else None


def _surname(trip: Trip) -> str | None:
    return trip.name.split()[-1] if trip.name else None


def _source(n: int) -> Column[Trip]:
    def link(trip: Trip) -> str | None:
        found = list(dict.fromkeys(t.document.url or t.document.id for t in trip.fact.tellings))
        return found[n] if n < len(found) else None

    return Column(f"SourceLink{n + 1}", link)


COLUMNS: tuple[Column[Trip], ...] = (
    Column("TripID", lambda trip: f"LEDGER-{trip.fact.id}"),
    Column("LeaderID", lambda trip: trip.person.id if trip.person else None),
    Column("LeaderCountryOrIGO", lambda trip: country_name(trip.visit.visitor.country or "")),
    Column("LeaderCountryISO", lambda trip: trip.visit.visitor.country),
    Column("LeaderRegion"),
    Column("LeaderSubregion"),
    Column("PriorityLeader"),
    Column("LeaderRole", _role),
    Column("LeaderTitle", lambda trip: trip.office.role_text if trip.office else None),
    Column("LeaderSurname", _surname),
    Column("LeaderFullName", lambda trip: trip.name),
    Column("CountryVisited", lambda trip: country_name(trip.visit.destination or "")),
    Column("CountryVisitedISO", lambda trip: trip.visit.destination),
    Column("RegionVisited"),
    Column("SubRegionVisited"),
    Column("CityVisited"),
    Column("DisputedTerritory"),
    Column("SemiAutoTerritory"),
    Column("TripYear", lambda trip: trip.when.first.year if trip.when else None),
    Column("TripStartDate", lambda trip: trip.told.first.isoformat() if _days(trip) and trip.told else None),
    Column("TripEndDate", lambda trip: trip.told.last.isoformat() if _days(trip) and trip.told else None),
    Column("TripDuration", _days),
    Column("MetHostHoGS", lambda trip: _yes(trip.hosts)),
    Column("HostHOGSName", lambda trip: "; ".join(trip.hosts)),
    Column("MetNonhostHOGS", lambda trip: _yes(trip.others)),
    Column("NonhostHOGSNames", lambda trip: "; ".join(trip.others)),
    Column("MetIGOLeader"),
    Column("IGOLeaderName"),
    Column("AttendedMultilatEvent"),
    Column("AttendedMultilatMinisterialEvent"),
    Column("NameMultilatEvent"),
    Column("PublicAddress"),
    Column("SignedAgreement", lambda trip: _yes(trip.signed)),
    Column("BusinessLeaderOrForum"),
    Column("CulturalSiteOrCeremony"),
    Column("Confidence", lambda trip: 1 + round(trip.visit.confidence * _LEVELS)),
    Column("Notes", lambda trip: trip.visit.evidence[0].quote),
    *(_source(n) for n in range(SOURCES)),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The table."""
    rows = []
    for trip in trips(facts, losses):
        if trip.visit.modality not in MADE:
            losses.leave_out(trip.fact, "no trip that was made: it was planned, asked for or called off")
        elif _role(trip) is None:
            losses.leave_out(trip.fact, "the traveller holds none of COLT's offices in the texts")
        else:
            rows.append(trip)
            losses.hold(trip.fact)
            if _days(trip) is None:
                losses.coarse("no text tells the day: only the year of the report is given")
            if trip.office and trip.office.role in ("head_of_state", "royal"):
                losses.coarse("a head of state is S, though he or she may also head the government (GS)")
    return {"": comma_delimited((*COLUMNS, *ledger_columns()), rows)}


EXPORTER = Exporter(
    name="colt",
    title="COLT columns, CSV",
    holds="trips that were made by leaders and foreign ministers",
    keeps=frozenset(Visit.__struct_fields__) - {"visit_type"} | {"quote", "confidence"},
    write=write,
    checked="read back by pandas: COLT's columns and ours, Yes or empty, trips within their years",
)
