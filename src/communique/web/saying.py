"""What a page's forms can say: a field is right, wrong or cannot be verified; two things are the same or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from communique.errors import RequestError
from communique.ledger.auditing import noting
from communique.ledger.corrections import WHOLE, Saying
from communique.ledger.store import Ledger
from communique.views.corrected import shown
from communique.web import forms
from communique.web.pages import held
from communique.web.speaking import author_of, now

Form = Mapping[str, Any]


async def form_of(request: Request) -> dict[str, Any]:
    """The fields of a form that was sent from a page here; `ForbiddenError` for one that was not."""
    form = dict(await request.form(max_files=20, max_part_size=16 << 20))
    forms.check(request, form)
    return form


def text(form: Form, name: str) -> str:
    """A field of a form as a text without space around it; empty when it is missing."""
    found = form.get(name)
    return found.strip() if isinstance(found, str) else ""


def say_of_record(request: Request, id: str, form: Form) -> None:
    """Accept a record, correct a field of it, or say that it cannot be verified."""
    ledger, action, reason = held(request).ledger, text(form, "action"), text(form, "reason")
    saying = Saying(
        author=author_of(request),
        reason=reason or ("read and confirmed" if action == "accept" else ""),
        made_at=now(),
        source=text(form, "source") or None,
    )
    with noting(saying.author, action, id, saying.made_at):
        if action == "accept":
            ledger.remark(id, "confirmed", saying)
        elif action == "not_verifiable":
            ledger.remark(id, "not_verifiable", saying)
        elif action == "correct":
            ledger.correct(id, {text(form, "field"): text(form, "value")}, saying)
        else:
            raise RequestError("a record can be accepted, corrected, or called not verifiable", entry=action)
    held(request).changed()


def judge(request: Request, form: Form) -> None:
    """Say that two events or persons are the same, are not, or that it is unsure."""
    author, at = author_of(request), now()
    one, other, verdict = (text(form, name) for name in ("one", "other", "verdict"))
    with noting(author, f"judge {verdict}", f"{one} {other}", at):
        held(request).ledger.judge(
            text(form, "about"),  # type: ignore[arg-type]
            one,
            other,
            verdict,  # type: ignore[arg-type]
            author=author,
            made_at=at,
            reason=text(form, "reason") or None,
        )
    held(request).changed()


def take_back(request: Request, id: str) -> None:
    """Take back a correction or a judgement, by its id."""
    ledger, author, at = held(request).ledger, author_of(request), now()
    with noting(author, "take back", id, at):
        if id.startswith("c-"):
            ledger.retract_correction(id, author=author, at=at)
        else:
            ledger.retract_judgement(id, author=author, at=at)
    held(request).changed()


def back(form: Form, home: str) -> Response:
    """To the page that the form was on, which is one of this server."""
    wanted = text(form, "back")
    local = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and "\n" not in wanted
    return RedirectResponse(wanted if local else home, 303)


def lately(ledger: Ledger, most: int) -> list[dict[str, Any]]:
    """What was said last and stands, the newest first: each with its id, what it says, who said it and when."""
    said: list[dict[str, Any]] = [
        {
            "id": one.id,
            "about": one.statement,
            "href": f"/record/{one.statement}",
            "says": _correction(one.field, one.outcome, one.read, one.value),
            "by": one,
        }
        for one in ledger.corrections()[-most:]
    ]
    said += [
        {
            "id": one.id,
            "about": f"{one.one} / {one.other}",
            "href": None,
            "says": f"{one.about}: {one.verdict.replace('_', ' ')}",
            "by": one,
        }
        for one in ledger.judgements()[-most:]
    ]
    return sorted(said, key=lambda one: (one["by"].made_at, one["id"]), reverse=True)[:most]


def _correction(field: str, outcome: str, read: Any, value: Any) -> str:
    what = "the record" if field == WHOLE else field
    if outcome != "corrected":
        return f"{what} {outcome.replace('_', ' ')}"
    return f"{what}: {shown(read)} → {shown(value)}"
