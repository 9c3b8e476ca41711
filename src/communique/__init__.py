"""communique reads reports of what states do with each other into records with quotes.

>>> import communique
>>> reading = communique.read(
...     "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo.", lang="en"
... )
>>> [record.kind for record in reading.records if record.kind == "meeting"]
['meeting']

`read` reads one text; `Ledger` keeps what was read. Both are loaded when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.version import __version__

if TYPE_CHECKING:
    from communique.api import read
    from communique.ledger import Ledger

__all__ = ["Ledger", "__version__", "read"]


def __getattr__(name: str) -> Any:
    if name == "read":
        from communique.api import read

        return read
    if name == "Ledger":
        from communique.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
