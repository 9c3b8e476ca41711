"""How often a matched record is credited to the right voice: speaker or side, and manner, by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from communique.quality.compare import loosely_same


class Credit(msgspec.Struct):
    """Right and scored attributions of matched gold records."""

    right: int = 0
    scored: int = 0
    manner_right: int = 0
    manner_scored: int = 0

    @property
    def share(self) -> float:
        """Share whose speaker or side is right; 1 where the gold names nobody."""
        return self.right / self.scored if self.scored else 1.0

    def add(self, gold: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        """Count one matched pair; False where the voice is wrong.

        Right is a record with the gold's speaker or the gold's country; where the gold names only a
        source, with that source. A gold record in the reporter's own voice is not counted.
        """
        wanted, got = gold.get("attribution") or {}, other.get("attribution") or {}
        if wanted.get("manner"):
            self.manner_scored += 1
            self.manner_right += wanted["manner"] == got.get("manner")
        who = [name for name in ("speaker", "country") if wanted.get(name)]
        if not who and not wanted.get("source"):
            return True
        right = any(loosely_same(wanted[name], got.get(name)) for name in who or ["source"])
        self.scored += 1
        self.right += right
        return right
