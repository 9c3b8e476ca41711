"""What an address asks for: states, a period, and the scene that is needed to answer."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from fastapi import Request

from communique.base.edtf import is_edtf
from communique.errors import RequestError
from communique.kinds.registry import BY_NAME
from communique.ledger.queries import Query
from communique.views.names import country_name, resolve
from communique.views.nearby import around, nearby
from communique.web.errors import MissingError
from communique.web.held import Held, Seen
from communique.web.pages import held


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """The states of a page, none for all, and its period (EDTF)."""

    codes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def title(self) -> str:
        """The states' names."""
        return " – ".join(map(country_name, self.codes))

    def query(self) -> Query:
        """What is asked of the ledger."""
        return Query(
            country=self.codes[0] if len(self.codes) == 1 else None,
            pair=(self.codes[0], self.codes[1]) if len(self.codes) == 2 else None,
            since=self.since,
            until=self.until,
        )


def scope_of(request: Request, *codes: str) -> Scope:
    """The scope of an address; `RequestError` for a period that is none."""
    since, until = (_date(request, name) for name in ("since", "until"))
    return Scope(codes=codes, since=since, until=until)


def seen(request: Request, scope: Scope) -> Seen:
    """The scene of a scope, of so many records as the settings allow."""
    here, most = held(request), request.app.state.settings.most

    def make() -> Seen:
        near = nearby(here.ledger, scope.query(), most)
        return Seen(near.scene, near.whole)

    return here.scene(scope, make)


def seen_around(request: Request, id: str) -> Seen:
    """The scene around a record; `MissingError` when the ledger does not have it."""
    here, most = held(request), request.app.state.settings.most

    def make() -> Seen:
        try:
            scene, stored, event = around(here.ledger, id, most)
        except RequestError as error:
            raise MissingError("the ledger has no record of this id", entry=id) from error
        return Seen(scene, stored=stored, event=event)

    return here.scene(id, make)


def code_of(here: Held, text: str) -> str:
    """The code of a state, organisation or unit, by code or by name in any language read."""
    codes: set[str] = here.thing("codes", here.ledger.country_codes)
    if text in codes:
        return text
    found = resolve(text) or next(
        (code for code in sorted(codes) if code.casefold() == text.casefold()), None
    )
    if found is None:
        raise MissingError("no state or organisation is known by this code or name", entry=text)
    return found


def partial(request: Request, found: Seen) -> str:
    """What to say where a scene does not have all that was asked for."""
    if found.whole:
        return ""
    return partial_text(request.app.state.settings.most)


def partial_text(most: int) -> str:
    """What to say where only so many records are looked at."""
    return f"Only the {most:,} records of the latest documents are looked at; choose a period to see others."


def query_of(request: Request, code: Callable[[str], str]) -> Query:
    """The question that an address asks: `kind`, `country`, `other`, `person`, `document`, `since`, `until`."""
    given = {name: request.query_params.get(name, "").strip() for name in ("kind", "country", "other")}
    kind, one, other = given["kind"], given["country"], given["other"]
    if kind and kind not in BY_NAME:
        raise RequestError("there is no such kind of record", entry=kind)
    return Query(
        kind=kind or None,
        country=code(one) if one and not other else None,
        pair=(code(one), code(other)) if one and other else None,
        person=request.query_params.get("person", "").strip() or None,
        document=request.query_params.get("document") or None,
        since=_date(request, "since"),
        until=_date(request, "until"),
    )


def _date(request: Request, name: str) -> str | None:
    text = request.query_params.get(name, "").strip()
    if not text:
        return None
    if not is_edtf(text):
        raise RequestError("no date such as 2024, 2024-07 or 2024-07-03", entry=f"{name}={text}")
    return text
