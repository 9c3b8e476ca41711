"""Forms that only a page of this server can send: a token in a cookie, and the same in each form."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from fastapi import Request

from communique.web.errors import ForbiddenError

COOKIE = "communique_token"
FIELD = "token"
MARK = secrets.token_hex(16)
"""What stands in a held page where a visitor's token goes."""


def token_of(request: Request) -> str:
    """The visitor's token, made when there is none yet."""
    found = getattr(request.state, "token", None) or request.cookies.get(COOKIE)
    if not found or len(found) != 32 or not found.isalnum():
        found = secrets.token_hex(16)
    request.state.token = found
    return str(found)


def with_token(body: bytes, request: Request) -> bytes:
    """The page with the visitor's token where a form wants it."""
    mark = MARK.encode()
    if mark not in body:
        return body
    request.state.wants_cookie = True
    return body.replace(mark, token_of(request).encode())


def check(request: Request, form: Mapping[str, object]) -> None:
    """`ForbiddenError` unless the form bears the token of the visitor's cookie and comes from here."""
    given, held = str(form.get(FIELD, "")), request.cookies.get(COOKIE, "")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ForbiddenError("this form was sent from another site; open the page here and send it again")
    if not held or not secrets.compare_digest(given.encode(), held.encode()):
        raise ForbiddenError("this form is too old; go back, load the page again and send it once more")
