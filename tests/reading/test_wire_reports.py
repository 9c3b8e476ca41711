"""What agencies and newspapers write: governments by a leader's name, reactions, background, rows of states."""

from __future__ import annotations

import pytest

from read_records import Reads

ENGLISH = Reads("en", "2026-06-10")
GERMAN = Reads("de", "2026-06-10")


def test_a_government_by_its_leaders_name_is_his_states() -> None:
    text = "The Ford administration closed its embassy in Minsk, and Belarus protested. President Ford spoke on Friday."
    assert [act.by for act in ENGLISH.records(text, "act")][-1:] == [("BLR",)]
    assert ENGLISH.persons(text) == {"Ford": ("USA", "head_of_state")}


@pytest.mark.parametrize("place", ["Kherson", "Crimea", "Donetsk"])
def test_an_administration_of_a_place_is_nobodys_government(place: str) -> None:
    assert not ENGLISH.records(f"The {place} administration condemned Peru.", "position")


def test_a_government_by_the_name_of_a_known_person_is_that_persons() -> None:
    text = "South Korean President Park Ji-won met the envoy. The Park administration expelled two Dutch diplomats."
    assert [(act.by, act.toward) for act in ENGLISH.records(text, "act")] == [(("KOR",), ("NLD",))]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Die Ford-Administration verhängte Sanktionen gegen Belarus.", ("USA",)),
        (
            "Der dänische Premier Lars Holm war in Riga. Die Holm-Regierung verhängte Sanktionen gegen Belarus.",
            ("DNK",),
        ),
        ("Die US-Regierung verhängte Sanktionen gegen Belarus.", ("USA",)),
    ],
)
def test_a_government_in_a_compound_with_its_leaders_name(text: str, by: tuple[str, ...]) -> None:
    assert [act.by for act in GERMAN.records(text, "act")] == [by]


def test_who_tells_of_an_attack_is_of_neither_side() -> None:
    text = (
        "Peru protested to Chile and Sweden on Monday. Peru and Sweden have talked of Chile before.\n\n"
        "President Lind said Thursday that he believes Chile could attack Peru within days."
    )
    assert ENGLISH.persons(text)["Lind"][0] not in ("CHL",)


def test_titles_behind_names_in_a_chain_are_of_who_stands_before_them() -> None:
    text = (
        "At the invitation of H.E. General Somchai Rattana, Prime Minister of the Kingdom of Thailand, "
        "H.E. Mr. Bounmy Keola, President of the Lao People's Democratic Republic, arrived in Bangkok."
    )
    assert ENGLISH.persons(text) == {
        "Somchai Rattana": ("THA", "head_of_government"),
        "Bounmy Keola": ("LAO", "head_of_state"),
    }


def test_a_party_with_the_name_of_its_state_is_no_person() -> None:
    text = "The premier of Kenya met Mr. Bounmy Keola, General Secretary of Laos Labour Party, in Vientiane."
    assert ENGLISH.persons(text) == {"Bounmy Keola": ("LAO", "party_leader")}


@pytest.mark.parametrize("style", ["Mr. ", "H.E. ", "H.E. Mr. ", ""])
def test_a_style_written_short_parts_no_name_from_its_preposition(style: str) -> None:
    text = (
        f"The President of Kenya, Juma Okello, came at the invitation of {style}Luis Vega, President of Peru."
    )
    invitation = ENGLISH.only(text, "invitation")
    assert (invitation.inviter.name, invitation.inviter.country) == ("Luis Vega", "PER")
    assert invitation.invitee.country == "KEN"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Secretary-General Ada Lind urged Chad and Niger to show restraint.", "UN"),
        ("The African Union praised Chad. Deputy Secretary-General Ada Lind thanked Chad.", "AU"),
        ("The Commonwealth and ASEAN praised Chad. Secretary-General Ada Lind thanked Chad.", "UN"),
        (
            "Ada Lind, spokesperson for the Secretary-General, said Chad had opened its border with Niger.",
            "UN",
        ),
    ],
)
def test_a_secretary_general_without_an_organisation(text: str, country: str) -> None:
    assert ENGLISH.persons(text)["Ada Lind"][0] == country


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Security Council condemned the attack on Mali.", [("UN",)]),
        ("The 15-member Security Council condemned the attack on Mali.", [("UN",)]),
        ("The Russian Security Council condemned the attack on Mali.", [("RUS",)]),
        ("The National Security Council condemned the attack on Mali.", []),
        ("The General Assembly of the OAS condemned the attack on Mali.", [("OAS",)]),
    ],
)
def test_the_security_council_is_the_united_nations_where_nobody_owns_it(
    text: str, by: list[tuple[str]]
) -> None:
    assert [r.by for r in ENGLISH.records(text, "position")] == by


def test_der_sicherheitsrat() -> None:
    text = (
        "Der Sicherheitsrat verurteilte den Angriff auf Mali. Der iranische Sicherheitsrat verurteilte Peru."
    )
    assert [r.by for r in GERMAN.records(text, "position")] == [("UN",), ("IRN",)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru has denied it plans to buy drones from Chile.",
        "Peru denied Bolivia had attacked Chile.",
        "Peru denies it has attacked Chile.",
    ],
)
def test_what_is_denied_without_a_conjunction(text: str) -> None:
    told = [
        r.modality
        for kind in ("act", "commitment")
        for r in ENGLISH.records(text, kind)
        if r.rule != "en.act.deny"
    ]
    assert set(told) == {"negated"}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Kenyan, Ugandan leaders condemned the attack.", ("KEN", "UGA")),
        ("Kenyan, Ugandan, Rwandan diplomats condemned the attack.", ("KEN", "UGA", "RWA")),
        ("Turkish, Greek and Maltese officials condemned the attack.", ("TUR", "GRC", "MLT")),
    ],
)
def test_a_row_of_adjectives_before_a_side(text: str, by: tuple[str, ...]) -> None:
    assert [r.by for r in ENGLISH.records(text, "position")] == [by]


def test_a_full_name_with_its_state_beside_a_title() -> None:
    text = "Norwegian Prime Minister Anna Lind and Juma Okello of Uganda met at a forum in the Kenyan capital Nairobi."
    meeting = ENGLISH.only(text, "meeting")
    assert meeting.countries == ("NOR", "UGA")
    assert [p.name for p in meeting.participants] == ["Anna Lind", "Juma Okello"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in the Greek capital Athens", "Athens"),
        ("in the Greek capital", "Athens"),
        ("in the Kenyan capital Nairobi", "Nairobi"),
        ("in the Kenyan city of Mombasa", "Mombasa"),
    ],
)
def test_a_town_behind_the_adjective_of_its_state(where: str, place: str) -> None:
    meeting = ENGLISH.only(f"Norway and Uganda held talks {where} on Monday.", "meeting")
    assert meeting.countries == ("NOR", "UGA")
    assert meeting.place.name == place


def test_a_session_of_a_commission_of_two_states() -> None:
    text = "Die 19. Sitzung der Dänisch-Peruanischen Gemischten Kommission begann am Montag in Lima."
    assert GERMAN.only(text, "gathering").name == "19. Sitzung der Dänisch-Peruanischen Gemischten Kommission"


@pytest.mark.parametrize(
    ("text", "date", "modality"),
    [
        ("Kenya's president will visit Peru from 3 to 5 January.", "2027-01-03/2027-01-05", "planned"),
        ("Kenya's president will visit Peru on June 8.", "2026-06-08", "planned"),
        ("Kenya's president visited Peru on December 3.", "2025-12-03", "actual"),
        ("Kenya's president visited Peru in October.", "2025-10", "actual"),
        ("Kenya's president visited Peru on Friday.", "2026-06-05", "actual"),
        ("Kenya's president visits Peru on Friday.", "2026-06-12", "planned"),
    ],
)
def test_the_tense_tells_on_which_side_of_the_report_a_day_lies(text: str, date: str, modality: str) -> None:
    visit = ENGLISH.only(text, "visit")
    assert (visit.date, visit.modality) == (date, modality)


@pytest.mark.parametrize(
    ("text", "date", "modality"),
    [
        ("Kenias Präsident reist am 3. Januar nach Peru.", "2027-01-03", "planned"),
        ("Kenias Präsident reiste am 3. Dezember nach Peru.", "2025-12-03", "actual"),
        ("Kenias Präsident besucht am Freitag Peru.", "2026-06-12", "planned"),
        ("Kenias Präsident hat am Freitag Peru besucht.", "2026-06-05", "actual"),
    ],
)
def test_the_tense_tells_the_side_in_german(text: str, date: str, modality: str) -> None:
    visit = GERMAN.only(text, "visit")
    assert (visit.date, visit.modality) == (date, modality)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Commissioner Jan Holm is visiting Moldova today. The EU will help Moldova, he said.", "EU"),
        ("Commissioner Jan Holm of the Kenyan police met Ugandan officers in Nairobi.", "KEN"),
    ],
)
def test_a_commissioner_is_of_the_union_where_it_is_named(text: str, country: str) -> None:
    assert ENGLISH.persons(text)["Jan Holm"][0] == country


def test_a_preposition_with_a_capital_is_part_of_a_name() -> None:
    text = "Der japanische Premier traf den südkoreanischen Präsidenten Park Jae In am Montag."
    assert GERMAN.persons(text) == {"Park Jae In": ("KOR", "head_of_state")}


def test_the_president_of_a_parliament_of_states_heads_their_organisation() -> None:
    text = "Der peruanische Premier traf den Präsidenten des Europäischen Parlaments, Jan Holm, in Lima."
    assert GERMAN.persons(text) == {"Jan Holm": ("EU", "igo_head")}


@pytest.mark.parametrize(
    ("reads", "text", "modality"),
    [
        (ENGLISH, "There was no agreement after talks with Peru, Kenya's foreign minister said.", "actual"),
        (
            GERMAN,
            "Keine Einigung nach dem Treffen von Kenias Präsident Juma Okello mit Perus Premier.",
            "actual",
        ),
        (
            GERMAN,
            "Es gab kein Treffen von Kenias Präsident Juma Okello mit Perus Präsident Luis Vega.",
            "negated",
        ),
    ],
)
def test_a_negation_of_another_noun_leaves_a_meeting(reads: Reads, text: str, modality: str) -> None:
    assert [m.modality for m in reads.records(text, "meeting")] == [modality]


def test_talks_without_a_deal_make_none() -> None:
    assert not ENGLISH.records(
        "The talks between Kenya and Peru ended without a deal being reached.", "agreement"
    )


def test_what_will_be_going_on_is_planned() -> None:
    text = "Kenya's premier will be visiting Peru on Friday. Kenya and Peru will be signing a treaty on fish."
    assert [v.modality for v in ENGLISH.records(text, "visit")] == ["planned"]
    assert [a.status for a in ENGLISH.records(text, "agreement")] == ["to_be_signed"]


@pytest.mark.parametrize(
    ("reads", "text"),
    [
        (ENGLISH, "Sudan rejected any talks with Ethiopia on the border."),
        (ENGLISH, "Sudan called for a meeting with Ethiopia's foreign minister."),
        (GERMAN, "Der Sudan lehnte Gespräche mit Äthiopien ab."),
        (GERMAN, "Der Sudan forderte am Montag Verhandlungen mit Äthiopien."),
        (GERMAN, "Der Sudan hat die Forderung nach Gesprächen mit Äthiopien zurückgewiesen."),
    ],
)
def test_talks_that_are_only_asked_for_or_refused_are_no_meeting(reads: Reads, text: str) -> None:
    assert not reads.records(text, "meeting")


def test_talks_before_a_demand_are_a_meeting() -> None:
    text = "Der Sudan forderte bei einem Treffen mit dem äthiopischen Außenminister Hilfe."
    assert [m.countries for m in GERMAN.records(text, "meeting")] == [("SDN", "ETH")]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Die Angriffe der USA auf den Iran verurteilte Kenia scharf.", [("KEN",)]),
        ("Die jüngsten Drohungen Perus kritisierte Chiles Außenminister.", [("CHL",)]),
        ("Die Vereinten Nationen verurteilten Kenia.", [("UN",)]),
    ],
)
def test_german_objects_in_the_plural_before_their_verb(text: str, by: list[tuple[str, ...]]) -> None:
    assert [p.by for p in GERMAN.records(text, "position")] == by


def test_a_state_visited_stands_apart_from_its_verb() -> None:
    text = "Kenias Präsident wird Peru und Chile im Juli besuchen."
    assert [v.destination for v in GERMAN.records(text, "visit")] == ["CHL", "PER"]


def test_an_instrument_is_about_what_its_infinitive_tells() -> None:
    text = "Kenya and Peru signed a financing agreement to support the fight against drugs in Chile."
    assert not ENGLISH.records(text, "position")
    assert ENGLISH.only(text, "agreement").parties == ("KEN", "PER")


def test_what_a_verb_tells_has_the_date_of_its_own_clause() -> None:
    text = (
        "Peru said on Monday that its foreign minister could meet with his Kenyan and Chilean counterparts in Lima "
        "on June 17."
    )
    assert [m.date for m in ENGLISH.records(text, "meeting")] == ["2026-06-17"]


def test_a_crisis_session_of_a_council() -> None:
    text = "Peru hat eine Krisensitzung des UN-Sicherheitsrats beantragt."
    assert GERMAN.only(text, "gathering").name == "Krisensitzung des UN-Sicherheitsrats"


def test_a_possessive_tells_whose_minister_met_several() -> None:
    text = "Peru said on Monday that its foreign minister met his Kenyan and Chilean counterparts in Lima."
    assert ENGLISH.only(text, "meeting").countries == ("PER", "KEN", "CHL")


def test_who_serves_a_named_person_is_of_the_same_state_and_speaks() -> None:
    text = "Danish Prime Minister Jan Holm's spokesperson, Ida Berg, said Denmark had summoned the Russian envoy."
    assert ENGLISH.persons(text)["Ida Berg"] == ("DNK", "spokesperson")
    assert [act.attribution.speaker for act in ENGLISH.records(text, "act")] == ["Ida Berg"]


def test_over_is_no_bound_behind_a_verb_that_it_belongs_to() -> None:
    text = "Peru handed over 10 ambulances to Kenya on Monday."
    assert [i.bound for i in ENGLISH.records(text, "indicator")] == ["exact"]


def test_talks_that_somebody_travels_to_are_a_meeting() -> None:
    text = "Perus Außenministerin Ada Lind flog am Dienstag zu Gesprächen mit ihrem kenianischen Kollegen nach Nairobi."
    assert [m.countries for m in GERMAN.records(text, "meeting")] == [("PER", "KEN")]


def test_relations_taken_up_are_of_both_sides() -> None:
    act = GERMAN.only("Kenia und Uganda haben wieder diplomatische Beziehungen aufgenommen.", "act")
    assert (act.plover, act.by, act.toward) == ("COOPERATE", ("KEN", "UGA"), ("KEN", "UGA"))


@pytest.mark.parametrize("noun", ["risk", "danger", "possibility"])
def test_what_may_come_is_done_by_whom_of_governs(noun: str) -> None:
    text = f"President Jan Berg of Norway said there is a {noun} of Peru invading Chile within days."
    act = ENGLISH.only(text, "act")
    assert (act.by, act.toward, act.modality) == (("PER",), ("CHL",), "conditional")
