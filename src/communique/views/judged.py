"""What a judgement is about: the keys that stand for two events or two persons."""

from __future__ import annotations

from communique.errors import RequestError
from communique.kinds.person import Person
from communique.ledger.judgements import About
from communique.ledger.store import Ledger
from communique.resolve.people import person_key
from communique.resolve.resolution import resolve
from communique.views.happened import named


def keys(ledger: Ledger, about: About, given: tuple[str, str]) -> tuple[str, str]:
    """The keys of two things that are named: of an event the record it began with, of a person country and
    name. `RequestError` when the ledger does not have one of them, or both are one record."""
    if about == "person":
        told = (stored.record for stored in ledger.records(kind="person"))
        held = {person_key(record.name, record.country) for record in told if isinstance(record, Person)}
        for key in given:
            if key not in held:
                raise RequestError("no report names this person; write CODE:Name as reports do", entry=key)
        return given
    found = resolve(ledger).events
    one, other = (named(found, key) for key in given)
    if one.kind != other.kind:
        raise RequestError(f"a {one.kind} and a {other.kind} cannot be one event", entry=" ".join(given))
    return _record(one.records, given[0]), _record(other.records, given[1])


def _record(records: tuple[str, ...], key: str) -> str:
    """The record that is named, where the key is a record's; else the one the event began with."""
    bare = key.rpartition("-")[2] or key
    return next((own for own in records if own.rpartition("-")[2].startswith(bare)), records[0])
