"""Documents at web addresses that are named on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.errors import CommuniqueError, InputError
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.meta import Meta


def documents_at(
    url: str, settings: ReadSettings, meta: Mapping[str, Meta], supported: Sequence[str]
) -> Iterator[Document | CommuniqueError]:
    """The documents at an address, and what cannot be read there."""
    yield InputError("web addresses are not fetched; save the page with `curl -LO` and read the file", url)
