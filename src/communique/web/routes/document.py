"""The page of a document: its text with the records marked, and the records beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from communique.ledger.stored import Stored
from communique.text.document import Document
from communique.views.footnotes import speaker
from communique.views.marked import pieces
from communique.web.answering import table_page
from communique.web.errors import MissingError
from communique.web.listings.cells import said_of
from communique.web.listings.sources import documents
from communique.web.pages import held, page

router = APIRouter()
_LISTED = 2000


@router.get("/document")
def document(request: Request, id: str = "", version: str | None = None) -> Response:
    """One document, in the version asked for, else the one read last."""

    def make() -> dict[str, Any]:
        ledger = held(request).ledger
        found = ledger.document(id, version)
        if found is None:
            raise MissingError("the ledger has no such document", entry=id)
        versions = ledger.documents(id)
        info = next(v for v in reversed(versions) if version in (None, v.sha256))
        told = ledger.records(document=id, superseded=version is not None)
        told = [one for one in told if one.document.sha256 == info.sha256]
        return {
            "document": found,
            "versions": versions,
            "shown": info,
            "parts": list(_parts(found, told)),
            "cards": [_card(number, one) for number, one in enumerate(told, start=1)],
            "found": dict.fromkeys(one.record.kind for one in told),
        }

    return page(request, "document.html", make)


@router.get("/documents")
def all_documents(request: Request) -> Response:
    """The documents of the ledger, the latest first; `words` looks in titles, ids and publishers."""
    words = request.query_params.get("words", "").strip()
    found, total = held(request).ledger.find_documents(words, _LISTED)
    partial = (
        f"These are the latest {_LISTED:,} of {total:,}; search to see others." if total > _LISTED else ""
    )
    return table_page(
        request,
        "table.html",
        "documents",
        lambda: documents(found),
        lambda: {"heading": "Documents", "intro": "", "find": True},
        lambda: partial,
    )


def _parts(document: Document, told: Sequence[Stored]) -> Iterator[dict[str, Any]]:
    """The text piece by piece: each with the records whose evidence it is, those that begin and those that end."""
    begun: set[int] = set()
    for piece in pieces(len(document.text), [one.record for one in told]):
        records = [told[at].record for at in piece.records]
        new = [at for at in sorted(set(piece.records)) if at not in begun]
        begun.update(new)
        yield {
            "text": document.text[piece.start : piece.end],
            "kind": records[0].kind if records else "",
            "several": len({record.kind for record in records}) > 1,
            "ids": " ".join(record.id for record in records),
            "kinds": ", ".join(dict.fromkeys(record.kind for record in records)),
            "begin": [told[at].record.id for at in new],
            "end": [(at + 1, told[at].record) for at in piece.ends],
        }


def _card(number: int, stored: Stored) -> dict[str, Any]:
    said = speaker(stored.record.attribution, stored.document.publisher)
    return {"number": number, "stored": stored, "text": said_of(stored), "said": said}
