"""A table of visits in and out between states, as CSV: what lists of high-level visits have in common.

Published lists of visits (Diplomatic Outreach, ChinaVisits and others) share who travelled, of which level, from
where to where, when, and a source; none is a standard, so these columns are ours. Planned and cancelled visits are
in it, told apart by `status`. `level` is the protocol rank from 1, head of state or government, to 5.
"""

from __future__ import annotations

from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.tables import Column, comma_delimited, ledger_columns
from communique.export.trips import Trip, trips
from communique.kinds.visit import Visit
from communique.views.names import country_name

LEVELS = {
    **dict.fromkeys(("head_of_state", "head_of_government", "royal", "party_leader", "igo_head"), 1),
    **dict.fromkeys(("vice_head_of_state", "deputy_head_of_government", "speaker_of_parliament"), 2),
    **dict.fromkeys(("foreign_minister", "minister", "special_envoy"), 3),
    **dict.fromkeys(("vice_foreign_minister", "vice_minister", "party_official", "military"), 4),
}
OTHER = 5


def _level(trip: Trip) -> int | None:
    return LEVELS.get(trip.office.role, OTHER) if trip.office and trip.office.role else None


COLUMNS: tuple[Column[Trip], ...] = (
    Column("id", lambda trip: trip.fact.id),
    Column("start", lambda trip: trip.told.first.isoformat() if trip.told else None),
    Column("end", lambda trip: trip.told.last.isoformat() if trip.told else None),
    Column("reported", lambda trip: min((t.document.date or "" for t in trip.fact.tellings), default=None)),
    Column("visitor", lambda trip: trip.name),
    Column("visitor_id", lambda trip: trip.person.id if trip.person else None),
    Column("role", lambda trip: trip.office.role if trip.office else None),
    Column("title", lambda trip: trip.office.role_text if trip.office else None),
    Column("level", _level),
    Column("from_iso", lambda trip: trip.visit.visitor.country),
    Column("from", lambda trip: country_name(trip.visit.visitor.country or "")),
    Column("to_iso", lambda trip: trip.visit.destination),
    Column("to", lambda trip: country_name(trip.visit.destination or "")),
    Column("visit_type", lambda trip: trip.visit.visit_type),
    Column("status", lambda trip: trip.visit.modality),
    Column("host_met", lambda trip: "; ".join(trip.hosts)),
    Column("agreement_signed", lambda trip: "yes" if trip.signed else None),
    Column("texts", lambda trip: len(trip.fact.documents)),
    Column("publishers", lambda trip: "; ".join(trip.fact.publishers)),
    Column("url", lambda trip: trip.fact.tellings[0].document.url),
    Column("language", lambda trip: trip.fact.tellings[0].document.lang),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The table."""
    rows = trips(facts, losses)
    for trip in rows:
        losses.hold(trip.fact)
        if trip.told is None:
            losses.coarse("no text tells the days: `start` and `end` are empty, `reported` is the report's")
    return {"": comma_delimited((*COLUMNS, *ledger_columns()), rows)}


EXPORTER = Exporter(
    name="visits",
    title="Visits in and out, CSV",
    holds="visits, made or ahead",
    keeps=frozenset(Visit.__struct_fields__) | {"quote", "modality", "lang"},
    write=write,
    checked="read back by pandas: columns, types, states' codes, order of time",
)
