"""The colours of the kinds as a style sheet, the same as on the terminal."""

from __future__ import annotations

from fastapi import APIRouter, Response

from communique.kinds.registry import BY_NAME
from communique.views.colours import hue

router = APIRouter()
_SHEET = "\n".join(f".k-{kind} {{ --hue: {hue(kind)}; }}" for kind in BY_NAME) + "\n"


@router.get("/kinds.css")
def kinds() -> Response:
    """A hue for the class of each kind."""
    return Response(_SHEET, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
