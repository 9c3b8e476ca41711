"""Which office a title given by a user means, in any language that has a pack."""

from __future__ import annotations

from functools import cache
from typing import get_args

from communique.lexicon.loader import PACKS, languages, read_pack_file
from communique.lexicon.shape import Roles
from communique.text.fold import fold
from communique.vocab import Role


@cache
def _index() -> dict[str, str]:
    """Folded titles of all packs to roles; English speaks first, then the first claim stands."""
    out = {role.replace("_", " "): role for role in get_args(Role)}
    for lang in sorted(languages(), key=lambda lang: (lang != "en", lang)):
        for entry in read_pack_file(PACKS / lang / "roles.toml", Roles).role:
            for term in () if entry.named else entry.terms:
                if "*" not in term:
                    out.setdefault(fold(term), entry.role)
    return out


def role_named(text: str) -> str | None:
    """The role of a title such as `foreign minister` or `Außenminister`; None when no pack has it."""
    return _index().get(fold(" ".join(text.replace("_", " ").split())))
