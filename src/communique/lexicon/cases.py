"""Cases of nouns, and what their forms tell of them."""

from __future__ import annotations

NOMINATIVE = "nom"
GENITIVE = "gen"
DATIVE = "dat"
ACCUSATIVE = "acc"
INSTRUMENTAL = "ins"
LOCATIVE = "loc"

BARE = "="
"""Stands with a case where a preposition would (`=ins`): the noun is governed by its case alone."""


def may_be(cases: str, case: str) -> bool:
    """Whether a form of these cases may be of this one; a form without cases may be of any."""
    return not cases or case in cases.split(" ")
