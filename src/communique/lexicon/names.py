"""Which state a name given by a user means, in any language that has a pack."""

from __future__ import annotations

import json
from functools import cache

from communique.lexicon.loader import PACKS, languages, read_states
from communique.text.fold import fold


@cache
def _index() -> dict[str, str]:
    """Folded names, adjectives' bases and capitals of all packs to alpha-3 codes; the first claim stands."""
    out: dict[str, str] = {}
    for lang in languages():
        generated = json.loads((PACKS / lang / "generated.json").read_text(encoding="utf-8"))
        for code, names in generated["states"].items():
            out.setdefault(code.lower(), code)
            for name in names:
                out.setdefault(fold(name), code)
        states, _ = read_states(PACKS / lang)
        for code, row in states.items():
            for name in (*row.names, *row.capital, *row.people):
                out.setdefault(fold(name), code)
    return out


def resolve_state(text: str) -> str | None:
    """The alpha-3 code of a state named by code or by name in any pack's language; None when unknown."""
    return _index().get(fold(" ".join(text.split())))
