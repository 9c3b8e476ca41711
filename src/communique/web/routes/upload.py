"""Adding texts: a form, how far their reading has come, and then the document with its records."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from communique.base.edtf import is_edtf
from communique.errors import InputError
from communique.lexicon import languages
from communique.web.errors import MissingError
from communique.web.pages import page, render
from communique.web.reading import Desk, Job, Sent
from communique.web.saying import form_of, text
from communique.web.speaking import author_of
from communique.web.wording import document_href

router = APIRouter()


@router.get("/upload")
def upload(request: Request) -> Response:
    """The form."""
    return page(request, "upload.html", lambda: {"languages": languages()})


@router.post("/upload")
async def take(request: Request) -> Response:
    """Take in the text or the files of the form, and lead to their progress."""
    form = await form_of(request)
    files = [f for f in (await request.form()).getlist("files") if isinstance(f, UploadFile) and f.filename]
    if (date := text(form, "date")) and not is_edtf(date):
        raise InputError("not a date such as 2024-07-03, 2024-07 or 2024", entry=date)
    told: dict[str, Any] = {name: text(form, name) or None for name in ("date", "publisher", "lang", "url")}
    title, told["author"] = text(form, "title") or None, author_of(request)
    sent = []
    if typed := str(form.get("text") or ""):
        sent.append(Sent(data=typed.replace("\r\n", "\n").encode("utf-8", "replace"), title=title, **told))
    for file in files:
        sent.append(Sent(data=await file.read(), name=_bare(file.filename or ""), title=title, **told))
    if not any(one.data.strip() for one in sent):
        raise InputError("there is no text; write it into the field, or choose a file")
    jobs = [_desk(request).take(one) for one in sent]
    return RedirectResponse(f"/upload/{'+'.join(job.id for job in jobs)}", 303)


@router.get("/upload/{ids}")
def progress(request: Request, ids: str) -> Response:
    """How far texts have come; to the document when there is one only and it is kept."""
    jobs = [_job(request, id) for id in ids.split("+")]
    alone = jobs[0].documents[0] if len(jobs) == 1 and jobs[0].state == "done" else None
    alone = alone if alone and len(jobs[0].documents) == 1 else None
    if alone and not request.headers.get("hx-request"):
        return RedirectResponse(document_href(alone), 303)
    values: dict[str, Any] = {"jobs": jobs, "over": all(job.over for job in jobs), "ids": ids}
    failed = jobs[0].state == "failed" and len(jobs) == 1
    body = render(request, "progress.html", values)
    headers = {"Cache-Control": "no-store"}
    if alone:
        headers["HX-Redirect"] = document_href(alone)
    return Response(body, 422 if failed and not request.headers.get("hx-request") else 200, headers=headers,
                    media_type="text/html; charset=utf-8")  # fmt: skip


def _job(request: Request, id: str) -> Job:
    found = _desk(request).job(id)
    if found is None:
        raise MissingError(
            "nothing is known of this text any more; look for it among the documents", entry=id
        )
    return found


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


def _bare(name: str) -> str:
    """A file's own name, whatever path it came with."""
    return PurePosixPath(name.replace("\\", "/")).name[:200]
