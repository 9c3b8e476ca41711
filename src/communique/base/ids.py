"""Content-hash ids: the same content gives the same id on every run and machine."""

from __future__ import annotations

from hashlib import blake2b


def content_id(prefix: str, *parts: str) -> str:
    """`prefix-` and 20 hex digits of BLAKE2b over the parts, each closed by a separator."""
    closed = "\x1f".join((*parts, ""))
    return f"{prefix}-{blake2b(closed.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}"
