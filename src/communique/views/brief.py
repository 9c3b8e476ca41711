"""The brief on two states: what the ledger holds between them, each line with its footnotes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.ledger.slots import countries_of
from communique.ledger.stored import Stored
from communique.views.brief_parts import Parts
from communique.views.brief_shape import Brief
from communique.views.merge import merged

if TYPE_CHECKING:
    from communique.ledger.store import Ledger


def brief(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    today: dt.date | None = None,
    as_read: bool = False,
) -> Brief:
    """The brief on the states `a` and `b` (alpha-3 codes) from what the ledger holds of them.

    `since`, `until` (EDTF) bound it; what was planned for a day before `today` is no longer coming.
    `as_read` leaves corrections out.
    """
    between = ledger.records(pair=(a, b), since=since, until=until, as_read=as_read)
    reports = {item.document.id for item in between}

    people = [
        item for code in (a, b) for item in ledger.records(kind="person", country=code, as_read=as_read)
    ]
    gatherings = ledger.records(kind="gathering", since=since, until=until, as_read=as_read)
    named = {item.record.id: item for item in (*people, *gatherings) if item.document.id in reports}
    held = {item.record.id for item in between}
    aside = [item for id, item in named.items() if id not in held and _concerns(item, a, b)]
    return compose([*between, *aside], a, b, since=since, until=until, today=today)


def compose(
    stored: Sequence[Stored],
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    today: dt.date | None = None,
) -> Brief:
    """The brief made of these records, which all concern `a` and `b`; pure in its arguments."""
    people = [item for item in stored if item.record.kind == "person"]
    facts = merged(item for item in stored if item.record.kind != "person")
    parts = Parts(facts, people, a, b, today)
    sections = tuple(section for section in parts.sections() if section.groups or section.facing)
    return Brief(
        a=a,
        b=b,
        since=since,
        until=until,
        documents=len({item.document.id for item in stored}),
        sections=sections,
        footnotes=parts.notes.all(),
    )


def _concerns(item: Stored, a: str, b: str) -> bool:
    """Whether it is of one of the two, or of nobody in particular."""
    codes = {code for code, _ in countries_of(item.record)}
    return not codes or bool(codes & {a, b})
