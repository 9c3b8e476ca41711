"""Whose state a person, a group or a pronoun is of, on short texts of our own."""

from __future__ import annotations

from typing import Any

import pytest

from communique.pipeline import read_document
from communique.text.document import Document


def _records(text: str, lang: str, kind: str) -> list[Any]:
    reading = read_document(Document(id="t", text=text, lang=lang, date="2024-05-06"))
    return [record for record in reading.records if record.kind == kind]


def _persons(text: str, lang: str) -> dict[str, str | None]:
    return {record.name: record.country for record in _records(text, lang, "person")}


PERSONS = [
    # A party in brackets behind the name tells the state, against the state that is named.
    (
        "de",
        "Außenministerin Vera Holl (ÖVP) wies das zurück. Kenia hatte den Botschafter einbestellt.",
        {"Vera Holl": "AUT"},
    ),
    # A title in apposition tells the state; two defence ministers side by side are of two states.
    (
        "en",
        "Ambassador Lena Okoye, Chief Advisor to the President of Ghana, spoke in Lima.",
        {"Lena Okoye": "GHA"},
    ),
    # The text pairs Kenya with the state of whom the president met.
    (
        "en",
        "President Amos Barasa met President Ida Larsen of Norway. Ties between Kenya and Norway are close. "
        "Uganda was not there.",
        {"Amos Barasa": "KEN", "Ida Larsen": "NOR"},
    ),
    # A title that ends in a formal noun takes the state behind it; the name stands behind a comma.
    ("de", "Der Präsident der Republik Kenia, Amina Otieno, traf in Nairobi ein.", {"Amina Otieno": "KEN"}),
    # A name behind the posting.
    (
        "de",
        "Der peruanische Botschafter in Nairobi, Luis Quispe, kündigte einen Besuch an.",
        {"Luis Quispe": "PER"},
    ),
    (
        "en",
        "The Ambassador of Peru to Kenya, Luis Quispe, thanked Kenya for its support.",
        {"Luis Quispe": "PER"},
    ),
    # A particle that a hyphen joins to a name; a title that is written with an apostrophe.
    ("en", "Qatari Foreign Minister Nasser al-Marri met Kenyan officials.", {"Nasser al-Marri": "QAT"}),
    ("en", "Malaysian Trade Minister Dato' Seri Ahmad Rahim visited Peru.", {"Ahmad Rahim": "MYS"}),
    # Officials in the plural are no one's title.
    ("en", "Peru has sent troops to Puno Norte, officials said on Monday.", {}),
    # The bare name that opens a sentence holds the office of its counterpart.
    (
        "en",
        "Marta Olsen spoke with her Peruvian counterpart, President Luis Quispe, on Monday. "
        "Denmark and Peru want to trade more. President Quispe thanked Denmark for its help.",
        {"Marta Olsen": "DNK", "Luis Quispe": "PER"},
    ),
    # One man with and without the suffix of his name.
    (
        "en",
        "Call between President Jim Barker and President Luis Quispe of Peru\n\n"
        "President James R. Barker, Jr. of the United States spoke with President Luis Quispe of Peru.",
        {"James R. Barker, Jr.": "USA", "Luis Quispe": "PER"},
    ),
    # Names that share a title share the states in talks, in their order.
    (
        "en",
        "Kenya and Peru have settled their quarrel over fishing. "
        "Foreign Ministers Amina Otieno and Luis Quispe agreed to revive a joint commission.",
        {"Amina Otieno": "KEN", "Luis Quispe": "PER"},
    ),
    # Who is met where somebody has come to is of there; a traveller is not of where he goes.
    (
        "en",
        "Danish Trade Minister Lars Holm was in Nairobi, where he met the president, Amina Otieno.",
        {"Lars Holm": "DNK", "Amina Otieno": "KEN"},
    ),
    (
        "de",
        "Peru und Kenia bauen den Handel aus. Peru dankt Kenia für die Hilfe. "
        "Staatssekretär Luis Quispe wird im Mai nach Nairobi reisen.",
        {"Luis Quispe": "PER"},
    ),
    # Who welcomes somebody in a place is of there.
    (
        "en",
        "King Alfonso welcomed Chancellor Anna Berger in Madrid. Spain and Austria want a rail link.",
        {"Alfonso": "ESP", "Anna Berger": "AUT"},
    ),
    # A visit's host.
    (
        "de",
        "Der Staatsbesuch des peruanischen Präsidenten Luis Quispe in Spanien begann mit einem Empfang bei "
        "König Alfonso. Peru und Chile hatten darüber gestritten.",
        {"Luis Quispe": "PER", "Alfonso": "ESP"},
    ),
    # A title that alone is a body.
    (
        "de",
        "Bern, 3. Mai 2024 – Bundesrat Urs Meier traf am Montag die kenianische Außenministerin Amina Otieno.",
        {"Urs Meier": "CHE", "Amina Otieno": "KEN"},
    ),
    # The head of a mission is of its state.
    (
        "de",
        "Kenia hat zwei Mitarbeiter der peruanischen Botschaft ausgewiesen. "
        "Der Geschäftsträger der Vertretung, Luis Quispe, wurde ins Außenministerium zitiert.",
        {"Luis Quispe": "PER"},
    ),
    # A secretary general is of the organisation named last.
    (
        "en",
        "Peru has asked to join NATO. Lars Holm, the alliance's secretary general, welcomed the wish.",
        {"Lars Holm": "NATO"},
    ),
    # A predecessor is of the same state and office.
    (
        "en",
        "Kenya and Peru trade little. Kenyan President Amina Otieno praised her predecessor, Grace Mutua.",
        {"Amina Otieno": "KEN", "Grace Mutua": "KEN"},
    ),
    # A relative clause gives a person a body.
    (
        "en",
        "Paul Kibet, who heads the Kenyan Roads Commission, thanked Peru for its help.",
        {"Paul Kibet": "KEN"},
    ),
    (
        "en",
        "Peru thanked the Kenyan Chief of Staff at the President's Office, Paul Kibet.",
        {"Paul Kibet": "KEN"},
    ),
    # The agency that a dateline credits tells whose minister it is.
    (
        "de",
        "Wien/Nairobi (APA) – Kenia hat Wahlen angesetzt. Das gab Nairobi bekannt.\n\n"
        "Außenministerin Eva Gruber sagte, Österreich begrüße den Schritt.",
        {"Eva Gruber": "AUT"},
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PERSONS)
def test_a_person_is_of_the_state_that_the_text_implies(
    lang: str, text: str, expected: dict[str, str]
) -> None:
    assert _persons(text, lang) == expected


DIGEST = """WORLD NEWS

Peru signs
LIMA – Peru and the United States signed a treaty on Monday. U.S. troops will stay. They thanked each other.

Cyprus looks abroad
NICOSIA – President Andreas Markou will travel to Lebanon on Monday for talks.

Quarrel over
LUSAKA – Zambia and Malawi have agreed. Foreign ministers Joyce Phiri and Peter Banda met twice.
"""


def test_an_article_of_a_digest_begins_afresh() -> None:
    assert _persons(DIGEST, "en") == {"Andreas Markou": "CYP", "Joyce Phiri": "ZMB", "Peter Banda": "MWI"}


def test_a_bare_title_that_opens_a_readout_is_of_the_own_side() -> None:
    text = (
        "The Prime Minister met Prime Minister Luis Quispe of Peru in Lima this morning.\n\n"
        "They spoke of the ties between Denmark and Peru. "
        "The Prime Minister thanked Prime Minister Quispe for his help."
    )
    (meeting,) = _records(text, "en", "meeting")
    assert set(meeting.countries) == {"DNK", "PER"}
    assert [(r.by.country, r.to.name) for r in _records(text, "en", "courtesy")] == [("DNK", "Luis Quispe")]


def test_we_in_a_joint_declaration_are_all_who_issue_it() -> None:
    text = (
        "Joint Declaration between Kenya and Peru\n\n1. We reaffirm our ties.\n\n"
        "2. Peru reiterates its support for the reform of the Council.\n\n3. We condemn terrorism in all its forms."
    )
    condemned = [r for r in _records(text, "en", "position") if r.stance == "condemn"]
    assert [set(r.by) for r in condemned] == [{"KEN", "PER"}]


INTERVIEW = """Außenministerin Eva Gruber über ihre Reise nach Nairobi

FRAGE: Frau Ministerin, was haben Sie aus Kenia mitgebracht?

GRUBER: Mit meinem kenianischen Kollegen David Otieno habe ich ein Abkommen unterzeichnet. Wir verurteilen den Angriff.

FRAGE: Zahlt Österreich auch?

GRUBER: Österreich wird ein Wasserwerk finanzieren.
"""


def test_who_answers_in_an_interview_is_not_of_her_colleague_s_state() -> None:
    assert _persons(INTERVIEW, "de") == {"Eva Gruber": "AUT", "David Otieno": "KEN"}
    assert [r.by for r in _records(INTERVIEW, "de", "position")] == [("AUT",)]


def test_parties_to_a_conflict_are_of_where_it_is() -> None:
    text = (
        "Kenyan President Amina Otieno met Peruvian President Luis Quispe. "
        "They called on the parties to the conflict in Sudan to return to the table."
    )
    requests = [r for r in _records(text, "en", "commitment") if r.mode == "request"]
    assert [(set(r.by), r.toward) for r in requests] == [({"KEN", "PER"}, ("SDN",))]


def test_him_is_not_who_acts() -> None:
    text = (
        "UN-Generalsekretär Lars Holm traf in Nairobi die kenianische Präsidentin Amina Otieno. "
        "Holm begrüßte die Reform. Otieno dankte ihm für die Hilfe."
    )
    assert [(r.by.name, r.to.name) for r in _records(text, "de", "courtesy")] == [
        ("Amina Otieno", "Lars Holm")
    ]


def test_the_guest_is_who_is_received() -> None:
    text = (
        "Nairobi (KNA) – Die kenianische Präsidentin Amina Otieno empfing am Montag den peruanischen "
        "Präsidenten Luis Quispe. Otieno lobte die Beziehungen. Der Gast verurteilte den Angriff auf Nairobi."
    )
    assert [r.by for r in _records(text, "de", "position") if r.stance == "condemn"] == [("PER",)]


def test_an_interlocutor_is_the_other_side() -> None:
    text = (
        "Der peruanische Präsident Luis Quispe telefonierte mit der kenianischen Präsidentin Amina Otieno. "
        "Quispe und seine Gesprächspartnerin vereinbarten, die Zusammenarbeit auszubauen."
    )
    agreed = [r for r in _records(text, "de", "commitment") if r.mode == "agree"]
    assert [set(r.by) for r in agreed] == [{"KEN", "PER"}]


def test_a_name_that_looks_like_the_infinitives_marker() -> None:
    (meeting,) = _records(
        "Vietnamese President To Lam met Cuban President Miguel Díaz-Canel in Havana.", "en", "meeting"
    )
    assert [actor.name for actor in meeting.participants] == ["To Lam", "Miguel Díaz-Canel"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The foreign ministers of Togo and Peru, Robert Dussey and Elmer Schialer, met in Lima."),
        ("de", "Die Außenminister von Togo und Peru, Robert Dussey und Elmer Schialer, trafen sich in Lima."),
        (
            "fr",
            "Les ministres des Affaires étrangères du Togo et du Pérou, Robert Dussey et Elmer Schialer, se sont vus.",
        ),
        ("es", "Los cancilleres de Togo y Perú, Robert Dussey y Elmer Schialer, se reunieron en Lima."),
    ],
)
def test_as_many_names_as_states_behind_an_office_of_several(lang: str, text: str) -> None:
    persons = {r.name: (r.country, r.role) for r in _records(text, lang, "person")}
    assert persons == {
        "Robert Dussey": ("TGO", "foreign_minister"),
        "Elmer Schialer": ("PER", "foreign_minister"),
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "At the invitation of President José Jerí, Ghana's president John Mahama will visit Peru."),
        ("de", "Auf Einladung von Präsident José Jerí reist der ghanaische Präsident John Mahama nach Lima."),
        ("fr", "À l'invitation du président José Jerí, le président ghanéen John Mahama se rendra à Lima."),
        ("es", "Por invitación del presidente José Jerí, el presidente ghanés John Mahama visitará Perú."),
    ],
)
def test_an_inviter_is_of_where_the_guest_goes(lang: str, text: str) -> None:
    persons = {r.name: r.country for r in _records(text, lang, "person")}
    assert persons == {"José Jerí": "PER", "John Mahama": "GHA"}
