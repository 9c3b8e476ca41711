"""Answers: conditional on the state of the ledger, as JSON, or in the format that is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import HTTPException, Request, Response

from communique.views.scene import Scene
from communique.web.held import Held, Seen
from communique.web.rest.cursors import cursor, place_of

JSON = "application/json"


Made = bytes | tuple[bytes, dict[str, str]]
"""A body, or a body and headers that go with it."""


def conditional(
    request: Request,
    held: Held,
    make: Callable[[], Made],
    *,
    media_type: str = JSON,
    also: str = "",
    keep: bool = True,
) -> Response:
    """What `make` makes, with an ETag of the ledger's revision; 304 without making it when it is known.

    `also` is what the answer depends on besides the ledger and the address, such as the day. With `keep` the same
    request is answered from memory while the ledger is as it is.
    """
    seed = "\x1f".join((held.revision(), media_type, also)).encode()
    tag = f'W/"{blake2b(seed, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept, Authorization, Cookie"}
    if _known(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    key = ("api", request.url.path, request.url.query, media_type, also)
    more, body = _unpacked(held.page(key, lambda: _packed(make())) if keep else _packed(make()))
    return Response(body, media_type=media_type, headers=headers | more)


def _packed(made: Made) -> bytes:
    """Headers as a line of JSON, and the body behind it."""
    body, more = made if isinstance(made, tuple) else (made, {})
    return msgspec.json.encode(more) + b"\n" + body


def _unpacked(packed: bytes) -> tuple[dict[str, str], bytes]:
    head, _, body = packed.partition(b"\n")
    return msgspec.json.decode(head, type=dict[str, str]), body


def _known(sent: str | None, tag: str) -> bool:
    given = [part.strip() for part in (sent or "").split(",")]
    return "*" in given or any(part.removeprefix("W/") == tag.removeprefix("W/") for part in given if part)


def page(found: Sequence[Any], limit: int, given: str | None) -> bytes:
    """A page of a list that is at hand, as JSON."""
    start = place_of(given, int) or 0
    shown = found[start : start + limit] if start >= 0 else []
    following = start + limit if 0 <= start < len(found) - limit else None
    return items(shown, None if following is None else cursor(following))


def of_part(seen: Seen, make: Callable[[Scene], bytes]) -> Made:
    """What `make` makes of a part of the ledger; the header `X-Partial` tells when it lacks older records."""
    body = make(seen.scene)
    if seen.whole:
        return body
    return body, {"X-Partial": f"only the {len(seen.scene.told)} records of the latest documents"}


def items(found: Iterable[Any], following: str | None) -> bytes:
    """Items and the cursor of the next page, as JSON; items that are bytes are JSON already."""
    raw = [msgspec.Raw(item) if isinstance(item, bytes) else item for item in found]
    return msgspec.json.encode({"items": raw, "next": following})


def next_link(request: Request, following: str) -> str:
    """The value of a `Link` header that leads to the next page."""
    query = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f'<{request.url.path}?{urlencode([*query, ("cursor", following)])}>; rel="next"'


def accepted(request: Request, offered: Sequence[str]) -> str:
    """Which of the media types offered the client likes best; 406 when it takes none of them."""
    header = request.headers.get("accept") or "*/*"
    wishes = sorted((_wish(part) for part in header.split(",")), key=lambda wish: -wish[1])
    for wanted, quality in wishes:
        for one in offered:
            if quality > 0 and wanted in (one, "*/*", f"{one.partition('/')[0]}/*"):
                return one
    raise HTTPException(406, f"this can be given as {', '.join(offered)}")


def _wish(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.lower().split(";"))
    given = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return name, float(given)
    except ValueError:
        return name, 0.0
