"""Kind `person`: a person in an office, as the document names them."""

from __future__ import annotations

from communique.kinds.record import Record
from communique.vocab import Role


class Person(Record, frozen=True, kw_only=True, tag="person"):
    """A person in an office, as the document names them."""

    KEY = ("name", "country")

    name: str
    country: str | None = None
    role: Role | None = None
    role_text: str | None = None
    organization: str | None = None
    units: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    """`gender_conflict`, `rank_conflict`: the text's titles do not go together; nothing is corrected."""
