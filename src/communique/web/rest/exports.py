"""Exports: the facts of a selection in the formats of others."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Request, Response

from communique.errors import RequestError, UnknownError
from communique.export.exporter import Exporter, Files, export
from communique.export.facts import Selection
from communique.export.registry import BY_NAME
from communique.web.access import needs
from communique.web.held import Held
from communique.web.named import code, sides
from communique.web.parts import scene_of
from communique.web.rest import answers
from communique.web.rest.asked import Country, HeldNow, Kind, Pair, Since, Until
from communique.web.rest.schemas import fields, responses, shape, told

router = APIRouter(prefix="/exports", tags=["exports"], dependencies=[needs("read")])

MOST = 20_000
"""Documents of a ledger of which everything is exported without a pair or a country."""


class Format(msgspec.Struct, frozen=True):
    """A format: what becomes a row of it, and whether it is several files, which come as a ZIP file."""

    name: str
    title: str
    holds: str
    folder: bool


@router.get(
    "",
    summary="The formats",
    responses=told(fields(formats={"type": "array", "items": shape(Format)}), "Those that can be asked for."),
    response_class=Response,
)
def formats(request: Request, held: HeldNow) -> Response:
    """Formats of event data, linked data, maps, graphs and calendars."""
    found = [Format(e.name, e.title, e.holds, e.folder) for e in BY_NAME.values()]
    return answers.conditional(request, held, lambda: msgspec.json.encode({"formats": found}))


@router.get(
    "/{format}",
    summary="The facts of a selection in a format",
    responses=responses(
        {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        "The file, or a ZIP file of several. The header X-Losses tells what the format has no place for, as JSON.",
    ),
    response_class=Response,
)
def exported(
    request: Request,
    held: HeldNow,
    format: Annotated[
        str, Path(max_length=40, description="The format's name.", json_schema_extra={"enum": list(BY_NAME)})
    ],
    pair: Pair = None,
    country: Country = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """As `communique export` writes it. A large ledger is exported by pair or country only."""
    exporter = BY_NAME.get(format)
    if exporter is None:
        raise UnknownError(f"this is no format; there are {', '.join(BY_NAME)}", entry=format)
    wanted = Selection(
        kind=kind,
        country=code(country, "country", held) if country is not None else None,
        pair=sides(pair, "pair", held) if pair is not None else None,
        since=since,
        until=until,
    )

    def make() -> tuple[bytes, dict[str, str]]:
        body, lost = _written(held, exporter, wanted)
        suffix = "zip" if exporter.folder else exporter.name
        name = f'attachment; filename="communique-{exporter.name}.{suffix}"'
        return body, {"Content-Disposition": name, "X-Losses": lost}

    return answers.conditional(request, held, make, media_type="application/octet-stream", keep=False)


def _written(held: Held, exporter: Exporter, wanted: Selection) -> tuple[bytes, str]:
    part = wanted.pair or ((wanted.country,) if wanted.country else None)
    if part is None and held.thing("counts", held.ledger.counts).documents > MOST:
        cure = "name a pair or a country, or use `communique export` where the ledger is"
        raise RequestError(f"the ledger is too large to be exported whole over HTTP; {cure}", entry="pair")
    resolution = scene_of(held, *part).resolution if part else None
    made = export(held.ledger, exporter, wanted, resolution)
    lost = json.dumps(msgspec.to_builtins(made.report))
    return (_zipped(made.files) if exporter.folder else made.files[""]), lost


def _zipped(files: Files) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()
