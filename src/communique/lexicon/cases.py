"""Tables of case forms: a row for each noun or name, a cell for each case."""

from __future__ import annotations

from communique.errors import PackError
from communique.lexicon.shape import Properties

NOMINATIVE = "nom"
GENITIVE = "gen"
DATIVE = "dat"
ACCUSATIVE = "acc"
INSTRUMENTAL = "ins"
LOCATIVE = "loc"

BARE = "="
"""Stands with a case where a preposition would (`=ins`): the noun is governed by its case alone."""

CaseTable = dict[str, dict[str, str]]
"""Nominative to its forms, each with the cases it may be, apart by spaces."""


def case_forms(table: dict[str, str], properties: Properties, where: str) -> CaseTable:
    """Every noun's forms with their cases; `/` parts the forms of one cell, `_` stands for a space."""
    out: CaseTable = {}
    for noun, row in table.items():
        cells = row.split()
        if len(cells) != len(properties.noun_cases):
            raise PackError(f"{len(cells)} forms, wanted {' '.join(properties.noun_cases)}", where, noun)
        forms: dict[str, list[str]] = {noun: [NOMINATIVE]}
        for case, cell in zip(properties.noun_cases, cells, strict=True):
            for form in cell.replace("_", " ").split("/"):
                forms.setdefault(form, []).append(case)
        out[noun] = {form: " ".join(cases) for form, cases in forms.items()}
    return out


def may_be(cases: str, case: str) -> bool:
    """Whether a form of these cases may be of this one; a form without cases may be of any."""
    return not cases or case in cases.split(" ")
