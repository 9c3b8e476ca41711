"""Makes `person` candidates out of the document's register."""

from __future__ import annotations

from communique.base.spans import Span
from communique.reading.register import Register
from communique.reading.results import Candidate

_MOST = 6


def people_candidates(register: Register) -> list[Candidate]:
    """One candidate a person in office, with every place that names the person and the office."""
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
                },
                spans=tuple(Span(s, e) for _, s, e in person.where[:_MOST]),
                attribution={},
                modality="actual",
                confidence=0.8 if person.country else 0.5,
                rule="person.title",
            )
        )
    return out
