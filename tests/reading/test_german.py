"""German: what news, press releases and readouts say in ways that cues alone do not tell."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def records(kind: str, text: str, date: str = "2025-05-02") -> list[Any]:
    return [r for r in communique.read(text, lang="de", date=date).records if r.kind == kind]


def test_a_meeting_of_one_with_another() -> None:
    text = (
        "Am 3. Mai fand ein Telefongespräch des Außenministers von Peru, Luis Rojas, mit der Außenministerin "
        "der Republik Ghana, Ama Mensah, statt."
    )
    (meeting,) = records("meeting", text)
    assert (meeting.countries, meeting.format) == (("PER", "GHA"), "phone")
    assert [actor.name for actor in meeting.participants] == ["Luis Rojas", "Ama Mensah"]


def test_a_meeting_of_one_sides_ministers_is_nobody_elses() -> None:
    text = "Ghanas Präsident Kofi Mensah verlangte vor einem Treffen der EU-Außenminister mehr Geld für Togo."
    assert not records("meeting", text)


@pytest.mark.parametrize("verb", ["abstatten", "absolvieren"])
def test_a_visit_ahead_is_planned_and_no_pledge(verb: str) -> None:
    text = f"Am 12. Mai wird der peruanische Außenminister Luis Rojas einen Arbeitsbesuch in Accra {verb}."
    (visit,) = records("visit", text)
    assert (visit.modality, visit.destination, visit.visit_type) == ("planned", "GHA", "working")
    assert not records("commitment", text)


def test_sie_beside_a_verb_of_one_is_one_woman() -> None:
    text = (
        "Die ghanaische Außenministerin Ama Mensah traf Togos Premier Komi Selom. Über die Dürre habe sie am "
        "Montag auch mit ihrem peruanischen Kollegen Luis Rojas gesprochen."
    )
    assert [m.countries for m in records("meeting", text)] == [("GHA", "TGO"), ("GHA", "PER")]


def test_sie_beside_a_verb_of_several_is_both() -> None:
    text = (
        "Togos Premier Komi Selom traf die ghanaische Außenministerin Ama Mensah. Sie betonten, dass sie den "
        "Handel ausbauen wollen."
    )
    assert [c.by for c in records("commitment", text)] == [("TGO", "GHA")]


def test_a_pronoun_is_of_the_sex_of_the_title() -> None:
    text = (
        "Die ghanaische Außenministerin Ama Mensah traf Togos Premier Komi Selom. Er sagte, er werde Ghana "
        "helfen."
    )
    (pledge,) = records("commitment", text)
    assert (pledge.by, pledge.attribution.speaker) == (("TGO",), "Komi Selom")


def people(text: str) -> dict[str, str | None]:
    return {p.name: p.country for p in records("person", text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der belgische Außenminister Jordan Claes reiste nach Ghana.", {"Jordan Claes": "BEL"}),
        ("Der belgische Präsident Emil Graf reiste nach Ghana.", {"Emil Graf": "BEL"}),
        ("Das sagte der ghanaische Botschafter in Kenia Kofi Mensah.", {"Kofi Mensah": "GHA"}),
        ("Das sagte der ghanaische Botschafter in der Türkei Kofi Mensah.", {"Kofi Mensah": "GHA"}),
        ("Bundesrat Urs Keller besuchte Ghana.", {"Urs Keller": "CHE"}),
        ("Der Außenbeauftragte Jan Claes besuchte Ghana.", {"Jan Claes": "EU"}),
        ("Ein Sprecher des Auswärtigen Dienstes der EU lobte Ghana.", {}),
        (
            "Ghanas Präsident Kofi Mensah traf in Lima Ministerpräsident Luis Rojas.",
            {"Kofi Mensah": "GHA", "Luis Rojas": "PER"},
        ),
        (
            "Ghanas Präsident Kofi Mensah empfing in Accra Bundesrat Urs Keller.",
            {"Kofi Mensah": "GHA", "Urs Keller": "CHE"},
        ),
    ],
)
def test_names_and_the_states_of_those_who_bear_them(text: str, found: dict[str, str]) -> None:
    assert people(text) == found


def actions(text: str) -> list[str | None]:
    return [c.action for c in records("commitment", text)]


def test_a_clause_of_purpose_goes_on_with_the_action() -> None:
    text = "Kenia will die Chance nutzen, um Ghana zu ermuntern, sich an dem Vorhaben zu beteiligen."
    assert actions(text) == [
        "die Chance nutzen, um Ghana zu ermuntern, sich an dem Vorhaben zu beteiligen",
    ]
    text = "Kenia sagte zu, die Grenze zu öffnen, den Handel mit Ghana auszubauen und Straßen zu bauen."
    assert len(actions(text)) == 3


def test_a_relative_clause_with_an_infinitive_is_no_action_of_its_own() -> None:
    text = "Kenia ist bereit, den Streit mit Ghana zu beenden, bei dem es keine Gewinner geben wird."
    assert len(actions(text)) == 1


def test_a_participle_before_its_noun_is_no_act_of_the_subject() -> None:
    text = "Ghana schickt Zelte für die von Hunger bedrohten Menschen in Kenia."
    assert [a.plover for a in records("act", text)] == ["AID"]
    assert [a.plover for a in records("act", "Ghanas Truppen bedrohten Kenia.")] == ["THREATEN"]


@pytest.mark.parametrize(
    ("verb", "states"),
    [("hat Nepal und Bhutan besucht", "BTN NPL"), ("will Nepal, Togo und Peru besuchen", "NPL PER TGO")],
)
def test_all_the_states_before_a_last_verb_are_visited(verb: str, states: str) -> None:
    found = records("visit", f"Der kenianische Außenminister Musa Keter {verb}.")
    assert sorted(v.destination for v in found) == states.split()


def test_who_gives_a_courtesy_is_not_its_reason() -> None:
    (courtesy,) = records("courtesy", "Ghanas Präsident Kofi Mensah lobt Togo.")
    assert courtesy.reason is None


def test_a_title_ends_before_the_day() -> None:
    text = "Geplant ist, ein Zollabkommen zwischen Ghana und Togo bis zum 1. September 2026 zu unterzeichnen."
    assert [a.title for a in records("agreement", text)] == ["Zollabkommen zwischen Ghana und Togo"]


def test_a_gathering_is_named_by_its_whole_place() -> None:
    text = "Die Minister von Ghana und Togo sprachen bei einem Gipfel in der togoischen Hauptstadt Lomé."
    assert [g.name for g in records("gathering", text)] == ["Gipfel in der togoischen Hauptstadt Lomé"]
    (gathering,) = records("gathering", "Ghana und Togo nahmen an einem Gipfel auf Bali teil.")
    assert (gathering.place.name, gathering.place.country) == ("Bali", "IDN")


def test_a_dateline_may_end_in_a_bar() -> None:
    (position,) = records("position", "ACCRA | Kenia und Togo haben dem Bau der Straße zugestimmt.")
    assert position.by == ("KEN", "TGO")


def figures(text: str) -> list[tuple[str, float, str | None, str]]:
    return [(i.measure, i.value, i.partner, i.bound) for i in records("indicator", text)]


def test_a_change_belongs_to_its_figure_over_a_bracket() -> None:
    text = "Die deutschen Exporte nach Ghana sind um 6 Prozent auf 9 Milliarden Euro (10 Milliarden Dollar) gestiegen."
    euros = next(i for i in records("indicator", text) if i.unit == "EUR")
    assert (euros.value, euros.change.value, euros.change.direction) == (9e9, 6, "up")


def test_the_only_state_traded_with_is_the_partner() -> None:
    text = "Kenias Außenhandel schrumpfte. Der Handel mit Ghana sank auf 4 Milliarden Euro."
    assert figures(text) == [("trade_turnover", 4e9, "GHA", "exact")]


def test_by_one_sum_to_another_is_no_range() -> None:
    text = "Kenia stockt seine Hilfe für Ghana um 100 Millionen Euro auf 300 Millionen Euro auf."
    assert figures(text) == [("grant", 3e8, "GHA", "exact")]


def test_austrian_months() -> None:
    text = "Am 5. Jänner traf Österreichs Kanzler Jan Berg den ghanaischen Präsidenten Kofi Mensah."
    assert [m.date for m in records("meeting", text)] == ["2025-01-05"]


def test_who_is_told_of_by_sie_pledges() -> None:
    text = "Togos Premier Komi Selom traf die ghanaische Außenministerin Ama Mensah. Sie sagte, sie werde Togo helfen."
    assert [c.by for c in records("commitment", text)] == [("GHA",)]


def test_two_who_spoke_about_something_met() -> None:
    text = "Ghanas Präsident Kofi Mensah und sein peruanischer Kollege Luis Rojas haben über den Handel gesprochen."
    (meeting,) = records("meeting", text)
    assert meeting.countries == ("GHA", "PER")


def test_a_visit_called_off_at_the_end_of_its_clause() -> None:
    text = "Ghanas Präsident Kofi Mensah hat wegen des Sturms seinen geplanten Besuch in Togo abgesagt."
    assert [v.modality for v in records("visit", text)] == ["negated"]


def test_what_somebody_is_invited_to_has_not_happened() -> None:
    text = (
        "Ghanas Präsident Kofi Mensah lud Perus Präsidenten Luis Rojas zu einem Besuch nach Lomé in Togo ein. "
        "Zudem habe er die peruanische Ministerin Ana Vega zu einem Besuch nach Accra eingeladen, sagte er."
    )
    assert not records("visit", text)
    one, two = records("invitation", text)
    assert (one.destination, one.to) == ("TGO", "einem Besuch nach Lomé in Togo")
    assert (two.invitee.name, two.to) == ("Ana Vega", "einem Besuch nach Accra")


def test_each_instrument_of_a_list_has_its_own_title() -> None:
    text = (
        "Peru und Ghana unterzeichneten das Änderungsprotokoll zum Luftverkehr sowie eine Absichtserklärung "
        "zur Forstwirtschaft."
    )
    titles = {a.title for a in records("agreement", text)}
    assert titles == {"Änderungsprotokoll zum Luftverkehr", "Absichtserklärung zur Forstwirtschaft"}


def test_words_of_saying_are_no_reason() -> None:
    (courtesy,) = records("courtesy", "Ghana dankte Togo, hieß es.")
    assert courtesy.reason is None


@pytest.mark.parametrize(
    "listed",
    [
        "ghanaischen, togoischen und peruanischen Amtskollegen, Kofi Mensah, Komi Selom und Luis Rojas,",
        "ghanaischen, togoischen und peruanischen Amtskollegen Kofi Mensah, Komi Selom und Luis Rojas",
    ],
)
def test_counterparts_of_several_states_in_a_row(listed: str) -> None:
    found = people(f"Kenias Außenminister Jan Berg hat am Montag mit seinen {listed} telefoniert.")
    assert found == {"Jan Berg": "KEN", "Kofi Mensah": "GHA", "Komi Selom": "TGO", "Luis Rojas": "PER"}


def test_a_title_in_the_genitive_is_of_one() -> None:
    text = (
        "Kremlchef Anton Wolski telefonierte mit Kenias Staatschef Jan Berg. Geplant ist ein Treffen des "
        "Kremlchefs mit dem ghanaischen Präsidenten Kofi Mensah."
    )
    assert [m.countries for m in records("meeting", text)] == [("RUS", "KEN"), ("RUS", "GHA")]


@pytest.mark.parametrize(
    ("text", "issue", "toward"),
    [
        ("Deutschland steht an der Seite Kenias.", "Kenias", ("KEN",)),
        ("Kenia kritisierte Ghana scharf.", "Ghana", ("GHA",)),
        ("Den Angriff auf Ghana verurteilte Kenia auf das Schärfste.", "Den Angriff auf Ghana", ()),
    ],
)
def test_what_a_position_is_about_and_toward_whom(text: str, issue: str, toward: tuple[str, ...]) -> None:
    (position,) = records("position", text)
    assert (position.issue, position.toward) == (issue, toward)


def test_an_auxiliary_alone_is_no_action() -> None:
    assert not actions("Die neuen Sanktionen der EU gegen Ghana sind beschlossen worden.")


def test_the_auxiliary_of_a_plural_is_no_part_of_what_was_agreed() -> None:
    text = "Kenia und Peru haben eine engere Zusammenarbeit vereinbart."
    found = [r for r in communique.read(text, lang="de").records if r.kind == "commitment"]
    assert [r.action for r in found] == ["eine engere Zusammenarbeit"]
