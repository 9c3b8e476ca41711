"""What one side's publisher says that the other side said is told apart."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.record import Actor, Attribution
from communique.reading.relay import relayed
from communique.views.footnotes import speaker

TALKS = (
    "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi. "
    "Museveni said that Uganda supports the plan. Ruto said that Kenya opposes the sanctions."
)


@pytest.mark.parametrize(("publisher", "side"), [("news.go.ke", "UGA"), ("news.go.ug", "KEN"), (None, None)])
def test_the_other_sides_words_are_marked(publisher: str | None, side: str | None) -> None:
    records = communique.read(TALKS, lang="en", publisher=publisher).records
    told = {r.attribution.country for r in records if r.attribution.reported_by_other_side}
    assert told == ({side} if side else set())


def test_the_mark_leaves_ids_alone() -> None:
    ids = [
        {r.id for r in communique.read(TALKS, lang="en", publisher=p).records} for p in ("a.ke", "b.ug", None)
    ]
    assert ids[0] == ids[1] == ids[2]


def test_an_agency_that_signs_is_the_publisher() -> None:
    records = communique.read("NAIROBI (KNA) - " + TALKS, lang="en").records
    assert {r.attribution.country for r in records if r.attribution.reported_by_other_side} == {"UGA"}


def test_third_states_and_own_words_are_not_relayed() -> None:
    assert not relayed("KEN", "KEN", ("KEN", "UGA"), {})
    assert not relayed("KEN", "USA", ("KEN", "UGA"), {"by": ("USA",)})
    assert relayed("KEN", "UGA", (), {"by": Actor(None, "UGA"), "to": Actor("Ruto", "KEN")})
    assert not relayed(None, "UGA", ("KEN", "UGA"), {})


def test_a_footnote_says_whose_side_relays() -> None:
    said = Attribution(speaker="Wang Yi", country="CHN", manner="indirect", reported_by_other_side=True)
    assert speaker(said, "VNM") == "said by Wang Yi (China), as relayed by the side of Vietnam"
    assert speaker(said) == "said by Wang Yi (China), as relayed by the other side"
