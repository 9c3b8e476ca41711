"""What several reports of one visit say, each in its own way: places, days, titles, thanks, denials, sums."""

from __future__ import annotations

from typing import Any

import pytest

import communique

TALKS = "Kenya's President William Ruto met Peru's President Dina Boluarte in Lima on Monday.\n\n"


def _of(text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang="en", date="2025-03-04").records if r.kind == kind]


def test_a_state_that_owns_what_follows_is_not_whose_office_it_is() -> None:
    told = TALKS + "Ruto assured President Boluarte of Kenya's full commitment to the treaty."
    assert {(r.name, r.country) for r in _of(told, "person")} == {
        ("William Ruto", "KEN"),
        ("Dina Boluarte", "PER"),
    }


@pytest.mark.parametrize(
    ("where", "place"), [("at Nairobi House", None), ("at the palace in Nairobi", "Nairobi")]
)
def test_a_house_named_after_a_town_may_stand_anywhere(where: str, place: str | None) -> None:
    (met,) = _of(f"Kenya's President William Ruto met Peru's President Dina Boluarte {where}.", "meeting")
    assert (met.place.name if met.place else None) == place


def test_what_talks_recall_is_neither_their_day_nor_their_place() -> None:
    told = (
        "During a meeting between the two leaders, Peru's President Dina Boluarte praised Kenya's President William "
        "Ruto for his assistance to Haiti during its crisis, two years ago."
    )
    (met,) = _of(TALKS + told, "meeting")
    assert (met.date, met.place.name) == ("2025-03-03", "Lima")


@pytest.mark.parametrize(
    ("told", "date", "rank"),
    [
        ("is in Peru from Sunday to Tuesday on a state visit", "2025-03-02/2025-03-04", "state"),
        ("will visit Peru from Thursday to Saturday", "2025-03-06/2025-03-08", None),
        ("is paying an official three-day visit to Peru", None, "official"),
    ],
)
def test_the_days_and_the_rank_of_a_visit(told: str, date: str | None, rank: str | None) -> None:
    (visit,) = _of(f"Kenya's President William Ruto {told}.", "visit")
    assert (visit.destination, visit.date, visit.visit_type) == ("PER", date, rank)


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            "The two parties inked agreements on capacity building, training and avoiding double taxation.",
            "agreements on capacity building, training and avoiding double taxation",
        ),
        (
            "Both leaders witnessed the exchange of Memoranda of Understanding (MoUs) on fisheries and ports.",
            "Memoranda of Understanding (MoUs) on fisheries and ports",
        ),
        (
            "A Memorandum of Understanding (MoU) on health was exchanged in their presence.",
            "Memorandum of Understanding (MoU) on health",
        ),
        ("The two parties signed an agreement on trade covering coffee.", "agreement on trade"),
    ],
)
def test_a_title_goes_on_behind_brackets_and_nouns_in_ing(told: str, title: str) -> None:
    assert [(r.title, r.status) for r in _of(TALKS + told, "agreement")] == [(title, "signed")]


def test_whom_a_sentence_opens_by_thanking_is_of_the_other_state() -> None:
    told = (
        "Lima, March 3 (KNA) Praising Peruvian President Dina Boluarte for her commitment to Kenya-Peru ties, "
        "President William Ruto said on Monday that the two countries would open embassies."
    )
    assert {(r.name, r.country) for r in _of(told, "person")} == {
        ("William Ruto", "KEN"),
        ("Dina Boluarte", "PER"),
    }


@pytest.mark.parametrize(
    ("told", "value", "unit"),
    [
        ("India will give Nepal 3 billion Nepali rupees.", 3_000_000_000, "NPR"),
        ("Nepal lent India 2 million rupees.", 2_000_000, "NPR"),
        ("Kenya will give scholarships to 200 university students from Peru.", 200, "person"),
    ],
)
def test_whose_money_it_is_and_which_noun_is_counted(told: str, value: int, unit: str) -> None:
    assert [(r.value, r.unit) for r in _of(told, "indicator")] == [(value, unit)]


def test_teaching_somebody_is_no_matter_of_railways() -> None:
    (pledge,) = _of("Kenya will train 1,500 Peruvian nurses.", "commitment")
    assert "transport" not in pledge.sectors


@pytest.mark.parametrize(
    "told",
    ["looked forward to Peru's continued support for the reform", "requested Peru's support for the reform"],
)
def test_support_that_is_only_wished_for_is_no_stand(told: str) -> None:
    assert _of(TALKS + f"Ruto {told}.", "position") == []


def test_thanks_are_for_all_that_stands_behind_for() -> None:
    told = (
        "Ruto conveyed his deep appreciation for the unwavering support given by Peru to the people of Kenya."
    )
    (thanks,) = _of(TALKS + told, "courtesy")
    assert thanks.reason == "the unwavering support given by Peru to the people of Kenya"


@pytest.mark.parametrize(
    ("told", "action"),
    [
        (
            "Ruto said Kenya will not allow its ports to be used against Peru.",
            "will not allow its ports to be used against Peru",
        ),
        (
            "Ruto assured Peru that his country's territory would never be used against it.",
            "territory would never be used against it",
        ),
    ],
)
def test_what_a_side_promises_never_to_allow(told: str, action: str) -> None:
    assert [(r.mode, r.by, r.action) for r in _of(TALKS + told, "commitment")] == [
        ("pledge", ("KEN",), action)
    ]


def test_a_tier_that_two_sides_want_to_reach_is_not_in_place() -> None:
    told = (
        "Both leaders affirmed their commitment to progress the relationship to a comprehensive partnership."
    )
    (tier,) = _of(TALKS + told, "partnership")
    assert (tier.change, tier.modality) == ("upgraded", "intended")


def test_sentences_of_one_quotation_tell_each_their_own_facts() -> None:
    told = TALKS + (
        "“We reiterated our wish for peace. We have a strategic partnership. In 2019 trade reached $40 million,” "
        "the Kenyan President said."
    )
    (tier,) = _of(told, "partnership")
    assert tier.change == "in_place"
    assert tier.evidence[0].quote == "We have a strategic partnership."
    (figure,) = _of(told, "indicator")
    assert (figure.period, figure.attribution.speaker) == ("2019", "William Ruto")
    assert [r.date for r in _of(told, "meeting")] == ["2025-03-03"]


def test_a_promise_at_the_end_of_a_quotation_ends_with_it() -> None:
    told = TALKS + "“Peru is far away. We will open an embassy in Lima,” the Kenyan President pointed out."
    (pledge,) = _of(told, "commitment")
    assert (pledge.action, pledge.attribution.speaker) == ("open an embassy in Lima", "William Ruto")


def test_who_is_called_by_name_is_thanked() -> None:
    told = TALKS + "“The road is open. Thank you, Peru, for your help!” Ruto said."
    (thanks,) = _of(told, "courtesy")
    assert (thanks.by.country, thanks.to.country) == ("KEN", "PER")


@pytest.mark.parametrize(
    ("told", "forces"),
    [
        (
            "The leaders agreed to raise trade to $3 billion, and then to bring it to $9 billion.",
            ["agreed"] * 2,
        ),
        ("Ruto proposed to raise trade to $6 billion.", ["proposed"]),
        ("Trade reached $2 billion.", ["actual"]),
    ],
)
def test_a_figure_that_is_aimed_at_has_the_force_of_the_action(told: str, forces: list[str]) -> None:
    assert [r.modality for r in _of(TALKS + told, "indicator")] == forces


def test_an_adverb_before_an_infinitive_is_no_part_of_the_action() -> None:
    told = TALKS + "The leaders agreed to open ports, and then to build roads."
    assert {r.action for r in _of(told, "commitment")} == {"open ports", "build roads"}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("Ruto praised the road in Lima and thanked Boluarte for her help.", "the road in Lima"),
        ("Ruto commended the deal and called for reform.", "the deal"),
        ("Ruto commended the deal and expressed hope for peace.", "the deal"),
    ],
)
def test_praise_ends_where_another_verb_begins(told: str, reason: str) -> None:
    assert [r.reason for r in _of(TALKS + told, "courtesy") if r.act == "praise"] == [reason]


def test_welcoming_somebody_has_no_reason_in_what_is_said_next() -> None:
    (welcome,) = _of(
        TALKS + "Welcoming Dina Boluarte, Ruto stressed the importance of her visit.", "courtesy"
    )
    assert (welcome.act, welcome.reason) == ("welcome", None)


def test_a_package_to_be_signed_is_named_without_its_verb() -> None:
    told = TALKS + "Ruto said that the package of documents to be signed today would help."
    assert [(r.title, r.modality) for r in _of(told, "agreement")] == [("package of documents", "planned")]


def test_congratulations_beside_an_invitation_are_none() -> None:
    told = TALKS + (
        "Boluarte extended her congratulations to Ruto on his victory and thanked him for accepting the invitation "
        "to visit Peru."
    )
    (invited,) = _of(told, "invitation")
    assert (invited.inviter.country, invited.to, invited.accepted) == ("PER", "visit Peru", True)


def test_a_programme_keeps_both_halves_of_its_name() -> None:
    told = TALKS + "The two sides adopted the Strategic Partnership and Aid Programme for ten years."
    assert [r.name for r in _of(told, "project")] == ["Strategic Partnership and Aid Programme"]


@pytest.mark.parametrize(
    ("told", "ranks"),
    [
        ("Kenya and Peru are the largest trading partners in the region.", 0),
        ("Kenya and Peru are each other's largest trading partners.", 2),
    ],
)
def test_the_largest_of_a_region_are_not_each_others(told: str, ranks: int) -> None:
    assert len(_of(told, "indicator")) == ranks


def test_a_state_visit_without_a_place_is_where_the_talks_were() -> None:
    told = TALKS + "Boluarte said that Ruto's state visit would help both countries."
    (visit,) = _of(told, "visit")
    assert (visit.visitor.country, visit.destination, visit.visit_type) == ("KEN", "PER", "state")


@pytest.mark.parametrize(
    ("headline", "action"),
    [
        ("Kenya, Peru Agree on Joint Patrols", "Joint Patrols"),
        ("Ruto, Boluarte agree to open ports", "open ports"),
    ],
)
def test_a_comma_joins_two_sides_that_open_a_headline(headline: str, action: str) -> None:
    found = _of(f"{headline}\n\n{TALKS}", "commitment")
    assert [(r.mode, r.by, r.action) for r in found] == [("agree", ("KEN", "PER"), action)]


def test_two_parties_are_those_who_act_not_who_brings_them_together() -> None:
    told = (
        "Kenya and Peru have ended their row under Turkish auspices, stressing that the two parties have agreed to set "
        "aside disputed points."
    )
    assert [r.by for r in _of(told, "commitment") if r.mode == "agree"] == [("KEN", "PER")]
    assert _of(told, "position") == []


@pytest.mark.parametrize(
    ("told", "mode", "toward", "action"),
    [
        ("Kenya and Peru promised Uganda more help.", "pledge", ("UGA",), "more help"),
        ("Kenya offered the Ugandan government help.", "offer", ("UGA",), "help"),
        ("Kenya and Peru agreed that Lima would support efforts to rebuild the port.", "agree", (), None),
    ],
)
def test_what_is_promised_stands_behind_whom_it_is_promised_to(
    told: str, mode: str, toward: tuple[str, ...], action: str | None
) -> None:
    (found,) = _of(told, "commitment")
    assert (found.mode, found.toward) == (mode, toward)
    assert found.action == (action or "Lima would support efforts to rebuild the port")


def test_relations_that_were_established_are_no_new_tier() -> None:
    told = TALKS + (
        "Ruto noted that this year marks 60 years since the establishment of diplomatic relations and praised the "
        "strategic partnership of the two countries."
    )
    assert [r.change for r in _of(told, "partnership")] == ["in_place"]


@pytest.mark.parametrize(
    ("told", "rank"),
    [
        ("Peru's President Dina Boluarte was visiting Kenya as a state guest.", "state"),
        (
            "Kenya's President William Ruto welcomed Peru's President Dina Boluarte on her first visit to the country.",
            None,
        ),
    ],
)
def test_guests_are_on_a_visit_to_their_host(told: str, rank: str | None) -> None:
    (visit,) = _of(told, "visit")
    assert (visit.visitor.name, visit.destination, visit.visit_type) == ("Dina Boluarte", "KEN", rank)


@pytest.mark.parametrize(
    ("told", "date"),
    [
        (
            "met Peru's President Dina Boluarte in Lima, the Kenyan Foreign Ministry announced on Tuesday.",
            None,
        ),
        ("met Peru's President Dina Boluarte in Lima on Sunday, the ministry said on Tuesday.", "2025-03-02"),
    ],
)
def test_the_day_of_an_announcement_is_not_that_of_the_meeting(told: str, date: str | None) -> None:
    assert [r.date for r in _of(f"Kenya's President William Ruto {told}", "meeting")] == [date]


def test_those_at_war_take_no_part_in_talks_about_a_truce_between_them() -> None:
    told = (
        "Kenya's President William Ruto and Peru's President Dina Boluarte held a phone call to discuss a truce "
        "between Israel and Lebanon."
    )
    assert [r.countries for r in _of(told, "meeting")] == [("KEN", "PER")]


def test_opposition_that_is_reaffirmed_is_no_support() -> None:
    told = TALKS + "They reaffirmed their strong opposition to any blockade of the strait."
    assert [(r.stance, r.issue) for r in _of(told, "position")] == [("oppose", "any blockade of the strait")]


@pytest.mark.parametrize(
    "told",
    [
        "Kenya will retaliate against Peru's expulsion of two attachés.",
        "Kenya reserves the right to take retaliatory measures against Peru.",
    ],
)
def test_retaliation_is_threatened(told: str) -> None:
    assert ("THREATEN", ("KEN",), ("PER",)) in [(r.plover, r.by, r.toward) for r in _of(told, "act")]


def test_what_envoys_asked_for_ends_before_the_verb_of_their_clause() -> None:
    told = (
        TALKS + "The ambassador of Peru who appealed for the release of two fishermen will leave, Ruto said."
    )
    assert [r.action for r in _of(told, "commitment")] == ["the release of two fishermen"]


def test_a_place_and_an_agency_in_brackets_take_no_part() -> None:
    told = "Nairobi, (KNA - Oman News - 3rd Mar, 2025 ) :Kenya and Peru signed an agreement on fisheries on Monday."
    assert [r.parties for r in _of(told, "agreement")] == [("KEN", "PER")]


def test_a_title_ends_before_another_instrument() -> None:
    told = TALKS + (
        "The two presidents witnessed the signing of a memorandum of understanding on the Lake Ports Initiative and an "
        "agreement on the peaceful use of outer space."
    )
    assert [r.title for r in sorted(_of(told, "agreement"), key=lambda r: r.title, reverse=True)] == [
        "memorandum of understanding on the Lake Ports Initiative",
        "agreement on the peaceful use of outer space",
    ]
