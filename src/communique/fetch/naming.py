"""The id of the document at an address: short, readable, and the same whenever it is fetched."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

_SLUG = 40
_ENDING = re.compile(r"\.[a-z]{2,5}$", re.I)


def document_id(url: str) -> str:
    """Host, the last telling part of the path, and 8 hex digits of the whole: `mfa.example-talks-1f0c33ab`."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    steps = [step for step in unquote(parts.path).split("/") if step]
    last = _ENDING.sub("", steps[-1]) if steps else ""
    slug = re.sub(r"[^\w]+", "-", last).strip("-_")[:_SLUG].rstrip("-_")
    tail = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return "-".join(part for part in (host, slug, tail) if part)
