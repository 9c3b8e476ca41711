"""The ledger: every document and every statement read from it, append-only, in one embedded file.

Names are loaded when they are first used, so that importing this package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.ledger.judgements import Judgement
    from communique.ledger.store import Ledger
    from communique.ledger.stored import Added, Counts, DocumentInfo, Stored

__all__ = ["Added", "Counts", "DocumentInfo", "Judgement", "Ledger", "Stored"]


def __getattr__(name: str) -> Any:
    if name == "Ledger":
        from communique.ledger.store import Ledger

        return Ledger
    if name == "Judgement":
        from communique.ledger.judgements import Judgement

        return Judgement
    if name in __all__:
        from communique.ledger import stored

        return getattr(stored, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
