"""The page of a person: every spelling, the offices, what names them, and who else it might be."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from communique.resolve.people import person_key
from communique.views.nearby import portrait, spellings
from communique.web.errors import MissingError
from communique.web.listings.happening import timeline
from communique.web.listings.sources import office_text, records
from communique.web.overview import newest
from communique.web.pages import held, page

router = APIRouter()
_MOST = 400
"""Records that name the person, and records of other persons of the state, that are looked at."""


@router.get("/person")
def person(request: Request, name: str = "", country: str = "") -> Response:
    """One person, by any spelling of the name and the state's code."""

    def make() -> dict[str, Any]:
        here, most = held(request), min(_MOST, request.app.state.settings.most)
        found = portrait(here.ledger, name, country or None, most)
        if found is None:
            raise MissingError("no report names such a person of this state", entry=name)
        known = found.known
        judged = [
            j
            for j in here.ledger.judgements("person")
            if {j.one, j.other} & {person_key(own, known.country) for own in spellings(known)}
        ]
        return {
            "known": known,
            "key": person_key(known.name, known.country),
            "offices": [office_text(office) for office in known.offices],
            "events": newest(timeline(found.scene, (), request.app.state.settings.day())),
            "told": newest(records(one for one in found.told if one.record.kind != "person")),
            "others": [
                (person_key(other.name, other.country), other.name, other.documents) for other in found.others
            ],
            "judged": judged,
            "link_key": lambda own: person_key(own, known.country),
        }

    return page(request, "person.html", make)
