from __future__ import annotations

from typing import get_args

from communique.coding.tables import cameo_codes, quad_of, scheme, score_of
from communique.lexicon.events import load_events
from communique.vocab import Plover, Role


def test_every_type_has_its_row_and_every_code_exists() -> None:
    types = scheme().type
    assert set(types) == set(get_args(Plover))
    for name, row in types.items():
        assert row.cameo in cameo_codes(), name
        for becomes in (row.ahead, row.negated, row.negated_ahead):
            assert becomes is None or becomes.cameo is None or becomes.cameo in cameo_codes(), name
        assert (row.negated is None) == (row.negated_ahead is None), name


def test_scores_go_with_the_quad_class() -> None:
    for name, row in scheme().type.items():
        assert (row.score > 0) == (row.quad in (1, 2)) or row.score == 0, name
        for mode in row.modes:
            assert isinstance(score_of(name, mode), float)
    assert score_of("RETREAT", "disarm") == 10
    assert score_of("ACCUSE", None) == -3
    assert quad_of("SANCTION") == 4
    assert quad_of("SANCTION", 3) == 3
    assert quad_of("AID", 3) == 2


def test_codes_are_text_with_a_label_and_an_intensity() -> None:
    codes = cameo_codes()
    assert list(codes) == sorted(codes)
    assert "010" in codes
    assert "10" not in codes
    assert {code[:2] for code in codes} == {f"{n:02}" for n in range(1, 21)}
    assert all(row.label and -10 <= row.goldstein <= 10 for row in codes.values())


def test_the_pack_uses_only_codes_and_modes_of_the_tables() -> None:
    events = load_events("en")
    for cue in events.cues:
        assert cue.cameo in cameo_codes(), cue.id
        assert cue.mode is None or cue.mode in scheme().type[cue.plover].modes, cue.id
    for mode in events.modes:
        assert mode.mode in scheme().type[mode.plover].modes, mode


def test_roles_lead_to_sectors() -> None:
    assert set(scheme().sector_of_role) <= set(get_args(Role))
