"""What a judgement that is sent is about, found without resolving the whole ledger."""

from __future__ import annotations

from communique.errors import RequestError, UnknownError
from communique.kinds.person import Person
from communique.ledger.judgements import About
from communique.resolve.people import person_key
from communique.web.held import Held
from communique.web.parts import record_of


def judged_keys(held: Held, about: About, given: tuple[str, str]) -> tuple[str, str]:
    """The keys of two events (records of them) or persons (`CODE:Name`), checked to be in the ledger."""
    if about == "person":
        for key in given:
            _check_person(held, key)
        return given
    one, other = (held.ledger.record(record_of(key)).record for key in given)
    if one.kind != other.kind:
        raise RequestError(f"a {one.kind} and a {other.kind} cannot be one event", entry=" ".join(given))
    return one.id, other.id


def _check_person(held: Held, key: str) -> None:
    country, _, name = key.partition(":")
    told = held.ledger.records(kind="person", country=country or None, person=name)
    records = (item.record for item in told)
    if not any(person_key(r.name, r.country) == key for r in records if isinstance(r, Person)):
        raise UnknownError("no report names this person; write CODE:Name as reports do", entry=key)
