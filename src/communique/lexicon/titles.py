"""Which office a title given by a user means, in any language that has a pack."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import get_args

from communique.lexicon.loader import PACKS, languages, read_pack_file
from communique.lexicon.shape import Roles
from communique.text.fold import fold
from communique.vocab import Role


@cache
def _index() -> dict[str, str]:
    """Folded titles of all packs to roles: the role that most packs give a title, the higher one where as many do."""
    ranks = {role: rank for rank, role in enumerate(get_args(Role))}
    claims: dict[str, Counter[str]] = {}
    for lang in languages():
        for entry in read_pack_file(PACKS / lang / "roles.toml", Roles).role:
            for term in () if entry.named else entry.terms:
                if "*" not in term:
                    claims.setdefault(fold(term), Counter())[entry.role] += 1
    out = {title: min(roles, key=lambda r: (-roles[r], ranks[r])) for title, roles in claims.items()}
    return out | {role.replace("_", " "): role for role in ranks}


def role_named(text: str) -> str | None:
    """The role of a title such as `foreign minister` or `Außenminister`; None when no pack has it."""
    return _index().get(fold(" ".join(text.replace("_", " ").split())))
