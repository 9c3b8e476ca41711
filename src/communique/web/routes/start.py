"""The start page: search, the newest documents, and the pairs of states on a map."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from communique.web.pages import held, page

router = APIRouter()


@router.get("/")
def start(request: Request) -> Response:
    """Search and map."""

    def make() -> dict[str, Any]:
        here = held(request)
        return {"counts": here.thing("counts", here.ledger.counts)}

    return page(request, "start.html", make)
