from __future__ import annotations

from pathlib import Path

from communique.quality.floors import GoldSet, Mark, complaints, load_floors, raised, save_floors

FLOOR = Mark(corpus="c", micro=0.8, kinds={"meeting": 0.9, "visit": 0.5})


def test_a_drop_beyond_the_tolerance_is_named() -> None:
    fine = Mark(corpus="c", micro=0.7951, kinds={"meeting": 0.9, "visit": 0.6})
    assert complaints({"en": FLOOR}, {"en": fine}) == []
    worse = Mark(corpus="c", micro=0.7949, kinds={"meeting": 0.85})
    assert complaints({"en": FLOOR}, {"en": worse}) == [
        "en all kinds: F1 0.7949 is under the floor 0.8000",
        "en meeting: F1 0.8500 is under the floor 0.9000",
        "en visit: F1 0.0000 is under the floor 0.5000",
    ]


def test_attributions_have_a_wider_tolerance() -> None:
    floor = Mark(corpus="c", micro=0.8, attribution=0.9, kinds={})
    assert complaints({"en": floor}, {"en": Mark(corpus="c", micro=0.8, attribution=0.86, kinds={})}) == []
    assert complaints({"en": floor}, {"en": Mark(corpus="c", micro=0.8, attribution=0.84, kinds={})}) == [
        "en attribution: share 0.8400 is under the floor 0.9000"
    ]


def test_changed_gold_missing_floors_and_lost_languages_are_named() -> None:
    changed = Mark(corpus="d", micro=1, kinds={})
    found = complaints({"en": FLOOR, "de": FLOOR}, {"en": changed, "fr": changed})
    assert [line.split(";")[0] for line in found] == [
        "de: has a floor, but no gold or no pack any more",
        "en: the gold changed",
        "fr: has no floors",
    ]


def test_floors_only_rise_and_changed_gold_needs_a_rebase() -> None:
    now = Mark(corpus="c", micro=0.7, kinds={"meeting": 0.95, "act": 0.2})
    assert raised(FLOOR, now, rebase=True) == Mark(
        corpus="c", micro=0.8, kinds={"meeting": 0.95, "visit": 0.5, "act": 0.2}
    )
    other = Mark(corpus="d", micro=0.1, kinds={})
    assert raised(FLOOR, other, rebase=False) is None
    assert raised(FLOOR, other, rebase=True) == other
    assert raised(None, other, rebase=False) == other


def test_floors_survive_the_file(tmp_path: Path) -> None:
    floors = {"examples": GoldSet(folder="f", languages={"en": FLOOR})}
    save_floors(tmp_path / "floors.json", floors)
    assert load_floors(tmp_path / "floors.json") == floors
