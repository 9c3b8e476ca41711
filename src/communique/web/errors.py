"""Errors that only pages have."""

from __future__ import annotations

from communique.errors import RequestError


class MissingError(RequestError):
    """An address of something that the ledger does not have."""


class ForbiddenError(RequestError):
    """A form that did not come from a page of this server, or from somebody who may not send it."""
