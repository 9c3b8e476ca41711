"""communique reads reports of what states do with each other into records with quotes.

>>> import communique
>>> reading = communique.read(
...     "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo.", lang="en"
... )
>>> [record.kind for record in reading.records if record.kind == "meeting"]
['meeting']

`read` reads one text; `code` codes its sentences into events; `Ledger` keeps what was read; `events`
says what happened by all its texts, `people` and `who` who is who. They are loaded when first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.version import __version__

if TYPE_CHECKING:
    from communique.api import code, events, people, read, who
    from communique.ledger import Ledger

__all__ = ["Ledger", "__version__", "code", "events", "people", "read", "who"]


def __getattr__(name: str) -> Any:
    if name in ("code", "events", "people", "read", "who"):
        from communique import api

        return getattr(api, name)
    if name == "Ledger":
        from communique.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
