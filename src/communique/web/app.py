"""The application: one open ledger, its pages, what holds for all of them, and how errors are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import cast

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from communique.errors import CommuniqueError
from communique.ledger.store import Ledger
from communique.lexicon import languages, load
from communique.web.access import Door
from communique.web.agents.mounting import agents
from communique.web.doorway import Doorway
from communique.web.failing import add_errors
from communique.web.guarding import add_guards
from communique.web.held import Held
from communique.web.reading import Desk
from communique.web.rest.app import rest_app
from communique.web.routes import ROUTERS
from communique.web.routes.login import Wrong
from communique.web.settings import WebSettings


def create_app(place: str | Path, settings: WebSettings | None = None) -> FastAPI:
    """The pages of the ledger at `place` (a file, or a database's URL), opened while the application runs.

    `app.state` has `settings`, and from the start on `held`, and `warmed`, which is done once all packs that the
    ledger's languages need are loaded. `LedgerError` at the start when the ledger cannot be
    opened. Every answer has a policy that runs no script of a page's own, and every error is a plain page.
    """
    chosen = settings or WebSettings()

    tools = agents(chosen, lambda: cast(Held, app.state.held))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with _opened(app, place) as ledger:
            ledger.index()
            app.state.held = Held(ledger)
            app.state.desk = Desk(app.state.held, chosen.upload_chars)
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(None, app.state.held.warm)
            app.state.warmed = loop.run_in_executor(None, _load_packs, ledger.languages())
            async with tools.running():
                yield
            app.state.desk.close()
            await app.state.warmed

    app = FastAPI(title="communique", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = chosen
    app.state.place = str(place)
    app.state.wrong = Wrong()
    door = app.state.door = Door(lambda: cast(Held, app.state.held).ledger)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    static = StaticFiles(directory=str(files("communique.web").joinpath("static")))
    app.mount("/static", static, name="static")
    app.mount("/api/v1", rest_app(lambda: cast(Held, app.state.held), chosen, door), name="api")
    app.router.routes.extend(tools.routes)
    add_errors(app)
    app.add_middleware(Doorway, door=door)
    add_guards(app, chosen)
    return app


def _load_packs(langs: Collection[str]) -> None:
    """Load these languages, where they can be, before the first reader of a text in one has to wait for that."""
    for lang in languages():
        if lang in langs:
            load(lang)


def _opened(app: FastAPI, place: str | Path) -> Ledger:
    """The open ledger; why it could not be opened is kept in `app.state.failure` for who runs the application."""
    try:
        return Ledger.open(place)
    except CommuniqueError as error:
        app.state.failure = error
        raise
