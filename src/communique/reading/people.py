"""Makes `person` candidates out of the document's register."""

from __future__ import annotations

from collections.abc import Mapping

from communique.base.spans import Span
from communique.reading.register import Register
from communique.reading.results import Candidate

_MOST = 6


def people_candidates(register: Register, flags: Mapping[int, tuple[str, ...]]) -> list[Candidate]:
    """One candidate a person in office, with every place that names the person and the office.

    `flags` are the conflicts found, by the person's order.
    """
    out = []
    for person in register.persons:
        if person.role is None:
            continue
        out.append(
            Candidate(
                kind="person",
                slots={
                    "name": person.name,
                    "country": person.country,
                    "role": person.role,
                    "role_text": person.role_text,
                    "organization": person.organization,
                    "units": person.units,
                    "flags": flags.get(person.order, ()),
                },
                spans=tuple(Span(s, e) for _, s, e in person.where[:_MOST]),
                attribution={},
                modality="actual",
                confidence=0.8 if person.country else 0.5,
                rule="person.title",
            )
        )
    return out
