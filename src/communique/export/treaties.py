"""A table of instruments with the columns of a treaty list, as CSV.

The columns are those of the GGO codebook of the manytreaties package (globalgov). One row an instrument's event:
its signing, adoption, ratification, entry into force or end, as the ledger resolved it. `TypeAgree` has the letters
of that family of packages where they fit (A treaty or agreement, P protocol, N exchange of notes), else O. Parties
have no column there, so `Parties` and `Status` are ours, as are the columns `Ledger …`.
"""

from __future__ import annotations

import msgspec

from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact, When
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.tables import Column, comma_delimited, ledger_columns
from communique.kinds.agreement import Agreement
from communique.version import __version__
from communique.world.organisations import ORGANISATIONS

TYPES = {
    "treaty": "A",
    "agreement": "A",
    "framework_agreement": "A",
    "protocol": "P",
    "exchange_of_notes": "N",
}
OTHER = "O"
SIGNED = ("signed", "adopted")
"""Statuses of an instrument that the sides have concluded."""
_PAIR = 2


class Instrument(msgspec.Struct, frozen=True):
    """An instrument's event: its record, and its days where a text tells them."""

    fact: Fact
    record: Agreement
    when: When | None

    def day(self, *statuses: str) -> str | None:
        """The day on which the instrument came to one of these statuses: exact, or as far as a text tells."""
        if self.record.modality != "actual" or self.record.status not in statuses or self.when is None:
            return None
        if self.when.basis == "report":
            return None
        first, last = self.when.first.isoformat(), self.when.last.isoformat()
        return first if first == last else f"{first}:{last}"


def _ambit(row: Instrument) -> str | None:
    if len(row.record.parties) < _PAIR:
        return None
    states = [code for code in row.record.parties if code not in ORGANISATIONS]
    return "B" if len(row.record.parties) == len(states) == _PAIR else "M"


COLUMNS: tuple[Column[Instrument], ...] = (
    Column("treatyID", lambda row: row.fact.id),
    Column("Title", lambda row: row.record.title or row.record.instrument.replace("_", " ")),
    Column("Begin", lambda row: row.day(*SIGNED, "in_force")),
    Column("End", lambda row: row.day("terminated")),
    Column("Signature", lambda row: row.day(*SIGNED)),
    Column("Force", lambda row: row.day("in_force")),
    Column("Term", lambda row: row.day("terminated")),
    Column("Grounds"),
    Column("TypeDomain"),
    Column("TypeAgree", lambda row: TYPES.get(row.record.instrument, OTHER)),
    Column("TypeAmbit", _ambit),
    Column("TypeGeo"),
    Column("TypeSubject"),
    Column("Location"),
    Column("Depository"),
    Column("Published"),
    Column("Secretariat"),
    Column("Website"),
    Column("TitleAlt", lambda row: "; ".join(_titles(row))),
    Column("Language", lambda row: row.fact.tellings[0].document.lang),
    Column("Languages"),
    Column("Text"),
    Column("TextURL"),
    Column("Coder", lambda row: f"communique {__version__}"),
    Column("Comments", lambda row: row.record.evidence[0].quote),
    Column("Source", lambda row: "; ".join(t.document.url or t.document.id for t in row.fact.tellings)),
)
OURS: tuple[Column[Instrument], ...] = (
    Column("Parties", lambda row: "; ".join(row.record.parties)),
    Column("Instrument", lambda row: row.record.instrument),
    Column("Status", lambda row: row.record.status),
    Column("Modality", lambda row: row.record.modality),
)


def write(facts: Facts, losses: Losses) -> Files:
    """The table."""
    rows = []
    for fact in facts.all:
        if not isinstance(fact.record, Agreement):
            losses.leave_out(fact, "no instrument")
            continue
        rows.append(Instrument(fact, fact.record, fact.when))
        losses.hold(fact)
        if fact.record.instrument not in TYPES:
            losses.coarse("the instrument has no letter of its own in TypeAgree: O")
        if fact.record.modality != "actual":
            losses.coarse("an instrument that is only ahead is listed without dates, with its `Modality`")
    return {"": comma_delimited((*COLUMNS, *OURS, *ledger_columns()), rows)}


def _titles(row: Instrument) -> list[str]:
    own = row.record.title
    titles = [getattr(t.record, "title", None) for t in row.fact.tellings]
    return [title for title in dict.fromkeys(titles) if title and title != own]


EXPORTER = Exporter(
    name="treaties",
    title="Treaty-list columns (GGO), CSV",
    holds="events of instruments",
    keeps=frozenset(Agreement.__struct_fields__) - {"units"} | {"quote", "modality", "lang"},
    write=write,
    checked="read back by pandas: the codebook's 26 columns and ours, dates, letters of types",
)
