"""The bounds of the client that the sources ask for."""

from __future__ import annotations

import msgspec

from communique.fetch.limits import Limits
from communique.watch.sources import Sources, seconds


def limits_of(sources: Sources, allow_private: frozenset[str] = frozenset()) -> Limits:
    """The usual bounds with the sources' pause between requests and the hosts that may be private."""
    allowed = sources.allow_private | allow_private
    return msgspec.structs.replace(Limits(), delay=seconds(sources.delay), allow_private=allowed)
