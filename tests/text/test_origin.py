from __future__ import annotations

from communique.text.origin import named, place_at, places, within


def test_the_place_of_an_offset() -> None:
    origin = within("talks.zip", within("annex.pdf", places([(0, "page 1"), (1834, "page 3")])))
    assert origin == "talks.zip > annex.pdf > page 1 @0; page 3 @1834"
    assert place_at(origin, 0) == "talks.zip > annex.pdf > page 1"
    assert place_at(origin, 1833) == "talks.zip > annex.pdf > page 1"
    assert place_at(origin, 1834) == "talks.zip > annex.pdf > page 3"
    assert place_at("line 7", 100) == "line 7"


def test_names_cannot_be_taken_for_steps() -> None:
    name = named("a > b; c @3\n100%.txt")
    assert place_at(within(name, places([(5, "page 1")])), 9) == f"{name} > page 1"
    assert name == "a %3E b%3B c %403 100%25.txt"
