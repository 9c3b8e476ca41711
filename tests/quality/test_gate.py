"""No score falls under its floor. Floors only rise: `python tools/raise_floors.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.lexicon import languages
from communique.quality.floors import complaints, load_floors, measure

ROOT = Path(__file__).resolve().parents[2]
FLOORS = load_floors(Path(__file__).with_name("floors.json"))


@pytest.mark.parametrize("name", FLOORS)
def test_no_score_is_under_its_floor(name: str) -> None:
    gold = FLOORS[name]
    folder = ROOT / gold.folder
    if not gold.required and not folder.is_dir():
        pytest.skip(f"{gold.folder} is not beside this clone, so the floors of {name} were not checked")
    found = complaints(gold.languages, measure(folder, languages()))
    assert not found, "\n".join([f"gold set {name}:", *found])
