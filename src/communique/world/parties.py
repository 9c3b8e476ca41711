"""Which state a political party is of, by its short name."""

from __future__ import annotations

import tomllib
from functools import cache

from communique.text.fold import fold
from communique.world.files import DATA


@cache
def _states() -> dict[str, str]:
    table = tomllib.loads((DATA / "parties.toml").read_text(encoding="utf-8"))
    return {fold(name): code for code, names in table.items() for name in names}


def party_state(name: str) -> str | None:
    """The state (ISO 3166-1 alpha-3) of the party with the short name; None when it is not known."""
    return _states().get(fold(name))
