"""Documents at web addresses that are named on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError, InputError
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.meta import Meta

if TYPE_CHECKING:
    from communique.fetch.client import Fetcher


def documents_at(
    url: str, settings: ReadSettings, meta: Mapping[str, Meta], supported: Sequence[str]
) -> Iterator[Document | CommuniqueError]:
    """The documents at an address, and what cannot be read there; their ids are made from the address."""
    from communique.fetch.naming import document_id
    from communique.intake.decoding import decode
    from communique.intake.documents import document_of
    from communique.intake.found import Found

    try:
        found = _fetcher(settings.allow_private).fetch(url)
    except CommuniqueError as error:
        yield error
        return
    for item in decode(
        found.data or b"",
        url,
        media_type=found.media_type,
        charset=found.charset,
        url=url,
        settings=settings.intake,
    ):
        if isinstance(item, Found):
            yield document_of(item, document_id(url), url, settings, meta, supported)
        else:
            yield item


@cache
def _fetcher(allow_private: frozenset[str]) -> Fetcher:
    """One client for all addresses, so that it remembers what hosts allow and when they were asked."""
    try:
        from communique.fetch.client import Fetcher
        from communique.fetch.limits import Limits
    except ImportError as error:
        cure = "install it with `pip install 'communique[ingest]'`"
        raise InputError(f"fetching needs the package {error.name}; {cure}") from error
    return Fetcher(Limits(allow_private=allow_private))
