"""The pages of a ledger in PostgreSQL, which others write to at the same time."""

from __future__ import annotations

import datetime as dt

from starlette.testclient import TestClient

from command_line import MEETING
from communique.api import read
from communique.ledger import Ledger
from communique.web.app import create_app
from communique.web.settings import WebSettings
from postgres_server import Server

NOW = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)
PAGES = (
    "/", "/pair/JPN/KEN", "/country/KEN", "/pair/JPN/KEN/timeline", "/pair/JPN/KEN/records?since=2024",
    "/records?kind=meeting", "/records?person=ruto", "/documents?words=a%25", "/named/persons", "/search?q=ruto",
    "/person?name=William+Ruto&country=KEN", "/review", "/review?sort=links", "/calendar?from=2024-01-01",
    "/document?id=first",
)  # fmt: skip


def test_every_page_works_and_shows_what_another_writes(postgres: Server) -> None:
    place = postgres.url(postgres.database())
    with Ledger.open(place) as other:
        other.add(read(MEETING, lang="en", date="2024-02-09", doc="first"), NOW)
        app = create_app(place, WebSettings(author="ann"))
        with TestClient(app, base_url="http://127.0.0.1") as client:
            for page in PAGES:
                assert client.get(page).status_code == 200, page
            record = next(s.record.id for s in other.records(kind="meeting"))
            assert client.get(f"/event/{record}").status_code == 200
            assert "second" not in client.get("/documents").text
            other.add(read(MEETING, lang="en", date="2024-03-09", doc="second"), NOW + dt.timedelta(days=1))
            app.state.held.changed()
            assert "second" in client.get("/documents").text
