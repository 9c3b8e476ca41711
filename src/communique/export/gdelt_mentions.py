"""GDELT 2.0 mentions: 16 columns, tabs, no head; one row a telling of each row of `gdelt`.

The columns are those of the Mentions table in GDELT's Event codebook 2.0. Offsets count code points of the text
as it was published, in its own language. `Extras`, which the codebook keeps free, holds the record's and the
event's id.
"""

from __future__ import annotations

import msgspec

from communique.export.coded import KEEPS, Dyad, dyads
from communique.export.exporter import Exporter, Files
from communique.export.fact import basis
from communique.export.facts import Facts
from communique.export.gdelt import added, global_id, link, stamp
from communique.export.losses import Losses
from communique.export.sentences import InText, place_in_text
from communique.export.sides import Side
from communique.export.tables import Column, tab_delimited
from communique.ledger.stored import Stored

WEB, CITATION = 1, 2
NOT_FOUND = -1


class Mention(msgspec.Struct, frozen=True):
    """A telling of a dyad, and where in its text it stands."""

    dyad: Dyad
    telling: Stored
    place: InText

    @property
    def start(self) -> int:
        """Where its first quote begins."""
        return self.telling.record.evidence[0].start

    def offset(self, side: Side | None) -> int:
        """Where a person of the side is first named in the quote, else -1."""
        quote = self.telling.record.evidence[0].quote
        found = [quote.find(name) for name in side.raw] if side else []
        return min((self.start + at for at in found if at >= 0), default=NOT_FOUND)


COLUMNS: tuple[Column[Mention], ...] = (
    Column("GLOBALEVENTID", lambda row: global_id(row.dyad)),
    Column("EventTimeDate", lambda row: stamp(added(row.dyad.fact))),
    Column("MentionTimeDate", lambda row: stamp(row.telling.first_seen)),
    Column("MentionType", lambda row: WEB if row.telling.document.url else CITATION),
    Column("MentionSourceName", lambda row: row.telling.document.publisher),
    Column("MentionIdentifier", lambda row: link(row.telling)),
    Column("SentenceID", lambda row: row.place.number),
    Column("Actor1CharOffset", lambda row: row.offset(row.dyad.source)),
    Column("Actor2CharOffset", lambda row: row.offset(row.dyad.target)),
    Column("ActionCharOffset", lambda row: row.start),
    Column("InRawText", lambda row: 1),
    Column("Confidence", lambda row: round(row.telling.record.confidence * 10) * 10),
    Column("MentionDocLen", lambda row: row.place.length),
    Column("MentionDocTone"),
    Column("MentionDocTranslationInfo"),
    Column(
        "Extras",
        lambda row: f"event={row.dyad.fact.id};record={row.telling.record.id};values={basis(row.telling)}",
    ),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The mentions, in order of the events."""
    rows = []
    for dyad in dyads(facts, losses):
        tellings = sorted(
            dyad.fact.tellings, key=lambda telling: (telling.document.date or "9999", telling.record.id)
        )
        rows += [Mention(dyad, telling, place_in_text(telling, facts)) for telling in tellings]
        losses.hold(dyad.fact, len(tellings) - 1)
    return {"": tab_delimited(COLUMNS, rows, head=False)}


EXPORTER = Exporter(
    name="gdelt-mentions",
    title="GDELT 2.0 mentions, tab-delimited without a head",
    holds="the tellings of the rows of `gdelt`",
    keeps=KEEPS,
    write=write,
    checked="read back by pandas with the codebook's 16 names and types; its events are those of `gdelt`",
    every_telling=True,
)
