"""English wordings of ministries, agencies and newspapers: datelines, calls, answers to invitations, titles."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def _of(text: str, kind: str, date: str | None = "2026-05-01") -> list[Any]:
    return [r for r in communique.read(text, lang="en", date=date).records if r.kind == kind]


@pytest.mark.parametrize("place", ["NAIROBI: ", "Nairobi : ", "NAIROBI, May 1: "])
def test_a_place_before_a_colon_is_where_the_report_was_written(place: str) -> None:
    text = place + "Kenya and Uganda have signed a treaty on fish."
    assert [r.attribution.country for r in _of(text, "agreement")] == [None]


def test_a_state_before_a_colon_speaks_where_it_speaks_of_itself() -> None:
    text = "Kenya: We support the territorial integrity of Uganda."
    assert [r.attribution.country for r in _of(text, "position")] == ["KEN"]


def test_him_is_whom_somebody_spoke_with() -> None:
    text = (
        "President William Ruto of Kenya met Prime Minister Keir Starmer of Britain in London.\n\n"
        "President Lee Jae-myung of South Korea spoke today with President Luiz Inácio Lula da Silva of Brazil "
        "to congratulate him on his victory."
    )
    assert [(r.by.country, r.to.country) for r in _of(text, "courtesy")] == [("KOR", "BRA")]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (
            "a memorandum of understanding on critical minerals on Nov. 3",
            "memorandum of understanding on critical minerals",
        ),
        ("an agreement in Lima last week", "agreement"),
        ("a treaty on fish at a ceremony in Lima", "treaty on fish"),
        ("an accord on trade, health and energy after talks in Lima", "accord on trade, health and energy"),
        ("a protocol of 2019", "protocol of 2019"),
    ],
)
def test_a_title_ends_before_what_is_told_of_the_signing(said: str, title: str) -> None:
    assert [r.title for r in _of(f"Peru and Chile signed {said}.", "agreement")] == [title]


def test_a_body_of_the_occasion_takes_no_part_in_the_meeting() -> None:
    text = (
        "Norwegian Foreign Minister Espen Barth Eide and his Thai counterpart Maris Sangiampongsa held talks on "
        "the sidelines of the African Union (AU) foreign ministers' meeting in Nairobi on Monday."
    )
    found = _of(text, "meeting")
    assert [r.countries for r in found] == [("NOR", "THA")]
    assert (
        found[0].occasion
        == "on the sidelines of the African Union (AU) foreign ministers' meeting in Nairobi"
    )


def test_where_a_ministers_meeting_is_held_is_no_side() -> None:
    text = (
        "Norwegian Foreign Minister Espen Barth Eide held a meeting with his counterpart from Fiji on the sidelines "
        "of the NATO foreign ministers' meeting in Brussels, Belgium."
    )
    assert {s for r in _of(text, "meeting") for s in r.countries} == {"NOR", "FJI"}


def test_who_accepts_an_invitation_to_a_state_is_invited_by_it() -> None:
    text = "Chilean President Gabriel Boric accepted an invitation to visit Ottawa on March 14, 2027."
    found = _of(text, "invitation")
    assert [(r.inviter.country, r.invitee.country, r.accepted) for r in found] == [("CAN", "CHL", True)]
    visits = _of(text, "visit")
    assert [(r.visitor.country, r.destination, r.date, r.modality) for r in visits] == [
        ("CHL", "CAN", "2027-03-14", "planned")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "spoke today with Thai Foreign Minister Maris Sangiampongsa",
        "spoke on Tuesday with Thai Foreign Minister Maris Sangiampongsa to discuss President Lula's visit to Cairo",
        "had a productive call with Thai Foreign Minister Maris Sangiampongsa",
        "called Thai Foreign Minister Maris Sangiampongsa to discuss the border",
        "received a telephone call from Thai Foreign Minister Maris Sangiampongsa",
    ],
)
def test_who_spoke_with_whom(told: str) -> None:
    found = _of(f"Norwegian Foreign Minister Espen Barth Eide {told}.", "meeting")
    assert [(r.countries, [p.name for p in r.participants]) for r in found] == [
        (("NOR", "THA"), ["Espen Barth Eide", "Maris Sangiampongsa"])
    ]


def test_a_headline_of_a_call_tells_how_the_sides_spoke() -> None:
    text = (
        "Foreign Minister Espen Barth Eide's Call with Thai Foreign Minister Maris Sangiampongsa\n\n"
        "Norwegian Foreign Minister Espen Barth Eide spoke today with Thai Foreign Minister Maris Sangiampongsa "
        "about the attack of 4 April."
    )
    assert [(r.format, r.date) for r in _of(text, "meeting")] == [("phone", "2026-05-01")]


@pytest.mark.parametrize(
    "said",
    [
        "Norway sent Malawi grants and project support earlier this month.",
        "Norway announced 3 million euros to support the farmers of Malawi.",
        "Malawi said that the French-supported rebels had left the north.",
        "Norway and Malawi spoke of the rebels supported by France.",
    ],
)
def test_a_form_of_support_that_is_no_stance(said: str) -> None:
    assert not _of(said, "position")


def test_condolences_go_to_the_living() -> None:
    text = "President William Ruto of Kenya expressed condolences on Friday over the death of Jordanian Prince Hamza."
    assert [(r.to.name, r.to.country, r.reason) for r in _of(text, "courtesy")] == [
        (None, "JOR", "the death of Jordanian Prince Hamza")
    ]


def _people(text: str) -> list[tuple[str, str | None, str]]:
    return [(r.name, r.country, r.role) for r in _of(text, "person")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "The Minister of Information, Ghana, Hon. Kojo Mensah, spoke in Lagos.",
            ("Kojo Mensah", "GHA", "minister"),
        ),
        (
            "The Spokesperson, Ministry of Foreign Affairs of Nigeria, Ferdinand Okoro, said Nigeria would help Togo.",
            ("Ferdinand Okoro", "NGA", "spokesperson"),
        ),
        (
            "Shirin Hossain, state minister, Ministry of Foreign Affairs, Government of Bangladesh, spoke in Oslo.",
            ("Shirin Hossain", "BGD", "vice_minister"),
        ),
        (
            "The Ghanaian Deputy Minister of Foreign Affairs and Regional Integration, Hon. Ama Tijani, flew to Togo.",
            ("Ama Tijani", "GHA", "vice_foreign_minister"),
        ),
        (
            "South Africa's International Relations and Cooperation Minister Lindiwe Dube flew to Togo.",
            ("Lindiwe Dube", "ZAF", "foreign_minister"),
        ),
        ("Mona Khan, spokesperson of Pakistan MoFA, spoke of Iran.", ("Mona Khan", "PAK", "spokesperson")),
    ],
)
def test_offices_with_their_bodies_and_states_between_commas(text: str, person: tuple[str, str, str]) -> None:
    assert _people(text) == [person]


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            "The foreign ministers of Peru and Chile arrived in Brazil on Monday.",
            {("PER", "BRA", None), ("CHL", "BRA", None)},
        ),
        ("King Felipe of Spain arrived in Jordan for a state visit.", {("ESP", "JOR", "state")}),
        (
            "President William Ruto said the visit of President Lula of Brazil to Kenya was a success.",
            {("BRA", "KEN", None)},
        ),
    ],
)
def test_who_travels_where(text: str, visits: set[tuple[str, str, str | None]]) -> None:
    assert {(r.visitor.country, r.destination, r.visit_type) for r in _of(text, "visit")} == visits


@pytest.mark.parametrize("subject", ["Ghana's visit", "Ghana's new base", "Ghana's economy"])
def test_a_thing_of_a_side_makes_no_pledge(subject: str) -> None:
    assert not _of(f"{subject} will strengthen trade with Togo.", "commitment")


def test_a_meeting_that_is_told_something_is_no_meeting_of_the_sides() -> None:
    text = "Foreign Minister Jonas Gahr of Norway told a ministerial meeting on Sudan in Geneva that Norway would help."
    assert not _of(text, "meeting")


def test_a_partnership_between_states_is_no_project() -> None:
    assert not _of("Kenya voiced support for a strong partnership between Ghana and Togo.", "project")


def test_a_work_that_is_not_begun_is_planned() -> None:
    text = "Norway said it would help build a solar park near Blantyre in Malawi."
    assert [(r.status, r.modality) for r in _of(text, "project")] == [("planned", "planned")]


def test_an_instrument_that_a_side_is_asked_to_leave_is_not_terminated() -> None:
    assert not _of("Buenos Aires called on Santiago to withdraw from the agreement.", "agreement")
    assert _of("Buenos Aires and Santiago withdrew from the agreement.", "agreement")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("on Saturday (12/12/2026)", "2026-12-12"),
        ("on Saturday, December 12, 2026,", "2026-12-12"),
        ("on 25/11/2026", "2026-11-25"),
        ("on 11/25/2026", "2026-11-25"),
        ("on 3/5/2026", "2026"),
    ],
)
def test_days_by_number_and_beside_their_weekday(written: str, date: str) -> None:
    text = f"Kenyan Foreign Minister Musalia Mudavadi met his Ugandan counterpart Jeje Odongo {written} in Kampala."
    assert [r.date for r in _of(text, "meeting")] == [date]


def test_a_dialogue_of_two_ministers_each_is_a_gathering() -> None:
    text = "Australia and Japan said their next 2+2 dialogue takes place in Perth in the first half of 2027."
    assert [(r.name, r.date, r.modality) for r in _of(text, "gathering")] == [
        ("2+2 dialogue", "2027-01/2027-06", "planned")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Trade between Peru and Chile is expected to reach $1 billion, up from the current $400 million.",
        "Peru and Chile want $1 billion in bilateral trade by 2030, from around $400 million at present.",
    ],
)
def test_the_present_figure_is_what_a_coming_one_begins_with(told: str) -> None:
    assert [(r.value, r.baseline.value) for r in _of(told, "indicator")] == [(1_000_000_000, 400_000_000)]


@pytest.mark.parametrize(
    "said",
    [
        "Kenya and Ghana said that the questions were of common interest to both the coast and the north.",
        "Kenya and Ghana considered the agenda of their coming contacts.",
        "Kenya voiced its disappointment over Ghana's decision to close the port of Tema.",
    ],
)
def test_no_commitment(said: str) -> None:
    assert not _of(said, "commitment")


def test_a_gerund_behind_a_comma_is_of_the_subject() -> None:
    text = (
        "President Lula of Brazil and Prime Minister Keir Starmer of Britain spoke of the war in Sudan, agreeing to "
        "send a ship."
    )
    assert [r.by for r in _of(text, "commitment")] == [("BRA", "GBR")]


def test_a_headline_without_a_name_tells_that_the_sides_telephoned() -> None:
    text = (
        "Readout of the President's Call with Prime Minister Starmer of the United Kingdom\n\n"
        "President Lula of Brazil spoke today with Prime Minister Starmer of the United Kingdom about the harvest."
    )
    assert [r.format for r in _of(text, "meeting")] == ["phone"]


def test_two_travellers_of_one_state_are_two_visits() -> None:
    text = (
        "Kenyan President William Ruto visited Japan in March.\n\n"
        "Kenyan Foreign Minister Musalia Mudavadi visited Japan last week."
    )
    assert {r.visitor.name for r in _of(text, "visit")} == {"William Ruto", "Musalia Mudavadi"}


def test_a_visit_to_a_gathering_leads_to_its_place() -> None:
    text = "Prime Minister Anwar Ibrahim of Malaysia spoke of his visit to the Amber Trade Forum (ATF) in Vladivostok."
    assert [r.destination for r in _of(text, "visit")] == ["RUS"]


def test_a_place_with_a_small_word_in_its_name() -> None:
    text = "Kenyan President William Ruto met Prime Minister Fumio Kishida of Japan in Rio de Janeiro."
    assert [r.place.name for r in _of(text, "meeting")] == ["Rio de Janeiro"]


def test_a_meeting_of_theirs_that_the_subjects_pledge_at() -> None:
    text = (
        "Foreign Minister Espen Barth Eide of Norway and his Thai counterpart Maris Sangiampongsa, in their first "
        "official meeting on Wednesday, vowed to deepen trade."
    )
    assert [(r.countries, r.date) for r in _of(text, "meeting")] == [(("NOR", "THA"), "2026-04-29")]


def test_an_action_ends_before_who_tells_of_it_and_begins_with_its_currency() -> None:
    text = (
        "The United States pledged $64 million in aid to Malawi, the US State Department announced on Monday."
    )
    assert [r.action for r in _of(text, "commitment")] == ["$64 million in aid to Malawi"]


def test_a_reason_ends_before_another_purpose() -> None:
    text = (
        "President Lula of Brazil spoke with President Bola Tinubu of Nigeria to congratulate him on his victory and "
        "to discuss oil."
    )
    assert [r.reason for r in _of(text, "courtesy")] == ["his victory"]


def test_a_concern_of_a_state_is_its_position() -> None:
    text = "Foreign Minister Iwaya Takeshi voiced Japan's serious concerns about the war in Sudan."
    assert [(r.by, r.stance) for r in _of(text, "position")] == [(("JPN",), "oppose")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "In Nauru, New Zealand's Foreign Minister Winston Peters will hold talks with President Ana Adeang.",
            {("Winston Peters", "NZL", "foreign_minister"), ("Ana Adeang", "NRU", "head_of_state")},
        ),
        (
            "His Highness Sheikh Omar bin Zayed, Deputy Prime Minister of the United Arab Emirates, spoke in Cairo.",
            {("Omar bin Zayed", "ARE", "deputy_head_of_government")},
        ),
        (
            "Vice Premier of the State Council of China Li Hua visited Samoa.",
            {("Li Hua", "CHN", "deputy_head_of_government")},
        ),
        (
            "New Zealand's Minister for Island Trails Dr Mere Reti visited Samoa.",
            {("Mere Reti", "NZL", "minister")},
        ),
        (
            "US Senator Mark Warner, Chairman of the Senate Select Committee on Intelligence, flew to Oman.",
            {("Mark Warner", "USA", "legislator")},
        ),
    ],
)
def test_who_is_who_beside_addresses_and_bodies(text: str, people: set[tuple[str, str, str]]) -> None:
    assert set(_people(text)) == people


def test_an_action_ends_before_the_agency_that_reported_it() -> None:
    text = "Kenya and Japan agreed to build a port for the coast of Kenya, the Coast News Agency reported."
    assert [r.action for r in _of(text, "commitment")] == ["build a port for the coast of Kenya"]


def test_members_of_a_body_are_no_gathering() -> None:
    assert not _of(
        "Winston Peters of New Zealand praised all Pacific Islands Forum member nations.", "gathering"
    )


def test_meetings_with_several_are_one_with_each() -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan engaged in a series of meetings with counterparts from Ghana, Togo and "
        "Benin in Brussels."
    )
    assert {r.countries for r in _of(text, "meeting")} == {("TUR", "GHA"), ("TUR", "TGO"), ("TUR", "BEN")}


def test_who_engages_a_counterpart_meets_him() -> None:
    text = (
        "Yusuf Tuggar, Nigeria's foreign minister, engaged his Danish counterpart, Lars Rasmussen, on trade."
    )
    assert [r.countries for r in _of(text, "meeting")] == [("NGA", "DNK")]


def test_instruments_that_are_exchanged_are_signed() -> None:
    text = "The two leaders witnessed the exchange of five MoUs in farming, tourism and ICT between Malaysia and Oman."
    assert [(r.title, r.status, r.parties) for r in _of(text, "agreement")] == [
        ("five MoUs in farming, tourism and ICT between Malaysia and Oman", "signed", ("MYS", "OMN"))
    ]
