"""What every pack must hold beyond its files' own shape."""

from __future__ import annotations

from typing import get_args

import pytest

from communique.lexicon import languages, load
from communique.vocab import Measure, Role, Sector
from communique.world.organisations import ORGANISATIONS


@pytest.mark.parametrize("lang", languages())
def test_vocabulary_is_the_contracts(lang: str) -> None:
    lexicon = load(lang)
    assert {entry.role for entry in lexicon.roles.role} <= set(get_args(Role))
    assert {entry.measure for entry in lexicon.numbers.measures} <= set(get_args(Measure))
    sectors = {label for rows in lexicon.topics._rows for label, _, _ in rows}
    assert sectors == set(get_args(Sector))


@pytest.mark.parametrize("lang", languages())
def test_organisations_of_titles_are_known(lang: str) -> None:
    named = {entry.organization for entry in load(lang).roles.role if entry.organization}
    assert named <= set(ORGANISATIONS)


@pytest.mark.parametrize("lang", languages())
def test_every_role_has_a_title(lang: str) -> None:
    assert {entry.role for entry in load(lang).roles.role if entry.terms} == set(get_args(Role))
