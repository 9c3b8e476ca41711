"""Titles that do not go together are flagged on the person and corrected nowhere."""

from __future__ import annotations

import msgspec

import communique
from communique.kinds.identity import record_id
from communique.kinds.person import Person


def flags(lang: str, text: str) -> dict[str, tuple[str, ...]]:
    records = communique.read(text, lang=lang).records
    return {r.name: r.flags for r in records if isinstance(r, Person) and r.flags}


def test_a_womans_and_a_mans_title() -> None:
    text = (
        "Ugandas Außenministerin Grace Akello traf Präsident William Ruto in Nairobi. "
        "Der ugandische Außenminister lobte die Zusammenarbeit."
    )
    assert flags("de", text) == {"Grace Akello": ("gender_conflict",)}
    assert flags("de", text.replace("Der ugandische Außenminister", "Die ugandische Außenministerin")) == {}


def test_a_title_that_two_share_tells_no_gender() -> None:
    text = "Die Außenminister Grace Akello und Musalia Mudavadi trafen sich. Außenministerin Akello dankte."
    assert flags("de", text) == {}


def test_a_pronoun_counts_where_things_have_none_and_nobody_else_is_named() -> None:
    text = "Mrs Grace Akello, Uganda's foreign minister, arrived. "
    queen = "Queen Margrethe of Denmark arrived in Nairobi. "
    assert flags("en", queen + "He praised the plan.") == {"Margrethe": ("gender_conflict",)}
    assert flags("en", queen + "She praised the plan.") == {}
    assert flags("en", text + "President William Ruto arrived. He praised the plan.") == {}


def test_unequal_heads_of_a_consultation() -> None:
    text = (
        "Außenministerin Grace Akello leitete die ugandische Delegation, während Vize-Außenminister "
        "Musalia Mudavadi die kenianische Seite leitete."
    )
    assert set(flags("de", text)) == {"Grace Akello", "Musalia Mudavadi"}
    equal = text.replace("Außenministerin", "Vize-Außenministerin")
    assert flags("de", equal) == {}


def test_titles_that_mean_another_rank_in_some_states() -> None:
    text = "{} Foreign Secretary Anna Barua met the ambassador in Oslo."
    assert flags("en", text.format("Bangladesh's")) == {"Anna Barua": ("rank_conflict",)}
    assert flags("en", text.format("Britain's")) == {}


def test_a_flag_leaves_the_title_and_the_id_alone() -> None:
    text = "Bangladesh's Foreign Secretary Anna Barua met the ambassador in Oslo."
    reading = communique.read(text, lang="en")
    person = next(r for r in reading.records if isinstance(r, Person))
    assert person.role_text == "Bangladesh's Foreign Secretary"
    plain = msgspec.structs.replace(person, flags=())
    assert record_id(plain) == record_id(person) == person.id
