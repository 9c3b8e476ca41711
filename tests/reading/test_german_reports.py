"""German news and press releases: sides in the genitive, objects in front, clauses within clauses."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def records(kind: str, text: str, date: str = "2025-05-02") -> list[Any]:
    return [r for r in communique.read(text, lang="de", date=date).records if r.kind == kind]


def people(text: str) -> dict[str, str | None]:
    return {p.name: p.country for p in records("person", text)}


def test_a_side_in_the_genitive_without_an_article_does_not_act() -> None:
    text = "Nach der Festnahme zweier kenianischer Diplomaten hat Ghana den togolesischen Botschafter einbestellt."
    (protest,) = [a for a in records("act", text) if a.plover == "PROTEST"]
    assert (protest.by, protest.toward) == (("GHA",), ("TGO",))


def test_a_visit_that_will_do_good_is_nobodys_pledge() -> None:
    text = (
        "Ghana und Peru berieten in Accra. Der Besuch werde das Vertrauen beider Länder stärken, sagte Ghanas "
        "Präsident Kofi Mensah."
    )
    assert not records("commitment", text)


def test_a_plain_expulsion_is_not_of_who_answers_it() -> None:
    text = (
        "Als Antwort auf die Ausweisung eines peruanischen Diplomaten bestellte Ghana dessen Botschafter ein."
    )
    assert not [a for a in records("act", text) if a.plover == "COERCE"]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (
            "Den Angriff auf kenianische Helfer, bei dem zwei Fahrer starben, verurteilte Peru aufs Schärfste.",
            "Den Angriff auf kenianische Helfer",
        ),
        (
            "Zudem haben Peru und Togo ihr Engagement für den Frieden bekräftigt.",
            "ihr Engagement für den Frieden",
        ),
        ("Perus Präsident Luis Rojas sagte, dass Peru den Entwurf nicht mittragen könne.", "den Entwurf"),
        ("Togo hat sich für scharfe Sanktionen gegen Peru ausgesprochen.", "scharfe Sanktionen gegen Peru"),
    ],
)
def test_what_a_stance_is_on(text: str, issue: str) -> None:
    assert [p.issue for p in records("position", text)] == [issue]


def test_what_another_must_agree_to_is_not_his_stance() -> None:
    text = "Perus Präsident Luis Rojas sagte, dass Kenia der Waffenruhe zustimmen muss."
    assert not records("position", text)


def test_help_announced_in_a_dependent_clause_is_a_pledge_alone() -> None:
    text = "Perus Präsident Luis Rojas erklärte, dass Peru Kenia beim Bau der Straße unterstützen werde."
    assert [c.by for c in records("commitment", text)] == [("PER",)]
    assert not records("position", text)


def test_what_both_agree_to_do_is_no_stance_as_well() -> None:
    text = "Togo und Peru stimmten darin überein, den Handel auszubauen und Schulen zu fördern."
    assert len(records("commitment", text)) == 2
    assert not records("position", text)


def test_a_quoted_condition_told_by_its_word_order_asks_nothing() -> None:
    text = 'Perus Präsident Luis Rojas sagte: "Sollte Kenia den Schritt nicht überdenken, gibt es Folgen."'
    assert not records("commitment", text)


def test_whoever_condemns_an_attack_did_not_make_it() -> None:
    text = "Den Anschlag auf togolesische Soldaten, bei dem zwei Menschen getötet wurden, verurteilt Kenia."
    assert [p.by for p in records("position", text)] == [("KEN",)]
    assert not records("act", text)


def test_a_weekday_told_with_the_trip_is_ahead_for_the_talks_there() -> None:
    text = (
        "Am Sonntag reist der kenianische Außenminister Ken Otieno nach Peru, wo er mit dem Außenminister "
        "Luis Rojas sprechen wird."
    )
    assert [m.date for m in records("meeting", text)] == ["2025-05-04"]
    assert [v.date for v in records("visit", text)] == ["2025-05-04"]


def test_the_day_on_which_a_ministry_said_so_is_not_the_meetings() -> None:
    text = (
        "In Nairobi empfängt Kenias Präsident Ken Otieno den peruanischen Präsidenten Luis Rojas, wie das "
        "Außenministerium am Mittwoch mitteilte."
    )
    assert [m.date for m in records("meeting", text)] == [None]


def test_an_article_in_a_list_of_sides_opens_no_clause() -> None:
    text = (
        "Kenias Präsident Ken Otieno sagte, dass Kenia diese Reformen gemeinsam mit Peru, dem Vereinigten "
        "Königreich und der Schweiz unterstütze."
    )
    assert [p.by for p in records("position", text)] == [("KEN",)]


def test_a_participle_before_its_auxiliary_has_its_object_before_it() -> None:
    text = "Kenia bestellte den Botschafter Perus ein, das den Anschlag in Togo gutgeheißen hatte."
    assert [(p.by, p.issue) for p in records("position", text)] == [(("PER",), "den Anschlag in Togo")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kenias Präsident Ken Otieno traf den peruanischen Wirtschafts- und Finanzminister Luis Rojas.",
            {"Ken Otieno": "KEN", "Luis Rojas": "PER"},
        ),
        (
            "Kenias Außenminister Ken Otieno wurde am Abend von Präsident Mario Vega in Chile empfangen.",
            {"Ken Otieno": "KEN", "Mario Vega": "CHL"},
        ),
        (
            "EDA-Staatssekretärin Anna Frei hat in Nairobi mit Vizeminister Ken Otieno gesprochen.",
            {"Anna Frei": "CHE", "Ken Otieno": "KEN"},
        ),
        (
            "Kenias Präsident Ken Otieno ist nach Peru gereist. In Tokio traf er zuvor Kaiser Akito.",
            {"Ken Otieno": "KEN", "Akito": "JPN"},
        ),
    ],
)
def test_whose_minister_somebody_is(text: str, found: dict[str, str]) -> None:
    assert people(text) == found


def test_the_minister_is_one_and_no_head_of_a_league() -> None:
    text = (
        "Bundesminister Jan Keller war in Accra, wo er mit dem Vorsitzenden der Kommission der Afrikanischen "
        "Union, Ali Bano, zusammentraf. Am Montag reist der Minister weiter nach Peru."
    )
    assert [(v.visitor.name, v.destination) for v in records("visit", text)][-1] == ("Jan Keller", "PER")
    assert len(records("visit", text)) < 3


def test_whom_somebody_meets_stands_behind_all_phrases() -> None:
    text = (
        "Perus Präsident Luis Rojas traf am Freitag im Alten Saal der Nation in Nairobi Präsident Ken Otieno."
    )
    assert [a.name for m in records("meeting", text) for a in m.participants] == ["Luis Rojas", "Ken Otieno"]


def test_who_has_two_titles_does_not_meet_herself() -> None:
    text = (
        "Die Vorsteherin des Eidgenössischen Departements für Verteidigung (VBS), Bundesrätin Anna Frei, hat in "
        "Bern den peruanischen Verteidigungsminister Luis Rojas getroffen."
    )
    assert [a.name for m in records("meeting", text) for a in m.participants] == ["Anna Frei", "Luis Rojas"]


def test_a_ministry_in_the_title_speaks_for_its_state() -> None:
    text = (
        "Auswärtiges Amt zum Anschlag in Lima\n\nEin Sprecher des Auswärtigen Amtes erklärte heute:\n\n"
        "Wir verurteilen den Anschlag in Lima. Deutschland steht an der Seite der Menschen in Peru.\n"
    )
    assert [(p.by, p.stance) for p in records("position", text)] == [
        (("DEU",), "condemn"),
        (("DEU",), "support"),
    ]


def test_a_ministry_writes_of_its_own_minister_without_a_name() -> None:
    text = (
        "Erklärungen des Auswärtigen Amts in der Pressekonferenz\n\nDer Außenminister reist am Montag nach Kenia, wo "
        "er mit Außenminister Ken Otieno spricht. Am Dienstag reist der Außenminister weiter nach Togo.\n"
    )
    found = [(v.visitor.country, v.destination, v.date) for v in records("visit", text)]
    assert found == [("DEU", "KEN", "2025-05-05"), ("DEU", "TGO", "2025-05-06")]


def test_a_part_of_a_weekday_lies_ahead_where_its_verb_does() -> None:
    text = "Am Dienstagabend wird Kenias Präsident Ken Otieno mit Präsident Luis Rojas in Peru sprechen."
    assert [m.date for m in records("meeting", text)] == ["2025-05-06"]


def test_he_with_an_office_of_men_is_no_woman() -> None:
    text = (
        "Kenias Außenministerin Ama Otieno traf in Lima den peruanischen Präsidenten Luis Rojas. Am Montag reist "
        "der Außenminister nach Togo."
    )
    assert "Ama Otieno" not in [v.visitor.name for v in records("visit", text)]


def test_what_describes_people_asks_nothing_of_a_state() -> None:
    text = (
        'Perus Präsident Luis Rojas sagte: "Wir denken an die kenianischen Helfer, die in Togo die Verletzten '
        'versorgen müssen."'
    )
    assert not records("commitment", text)


def test_the_occasion_in_front_of_a_verb_is_not_what_is_pledged() -> None:
    text = "Mit dem Besuch unterstreicht Kenias Präsident Ken Otieno das Interesse, das Kenia und Peru verbindet."
    assert not records("commitment", text)


def test_the_swiss_government_acts_in_its_own_press() -> None:
    text = (
        "Bern, 28.04.2025 - Der Bundesrat hat den peruanischen Präsidenten Luis Rojas zum Staatsbesuch in die Schweiz "
        "eingeladen."
    )
    (invited,) = records("invitation", text)
    assert (invited.inviter.country, invited.invitee.name) == ("CHE", "Luis Rojas")
    assert not records("visit", text)


def test_a_federal_council_elsewhere_is_not_swiss() -> None:
    text = "Der Bundesrat verurteilt den Angriff auf Kenia, sagte Bundeskanzler Jan Weber in Berlin."
    assert "CHE" not in [code for p in records("position", text) for code in p.by]


def test_the_day_of_writing_is_not_the_days_of_what_is_told() -> None:
    text = "Lima, 28.04.2025 - Perus Präsident Luis Rojas traf den kenianischen Präsidenten Ken Otieno."
    assert [m.date for m in records("meeting", text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Kenias Präsident Ken Otieno traf am Montag in Lima zu einem Staatsbesuch ein, der drei Tage dauert.",
        "Kenias Präsident Ken Otieno traf am Montag für eine Woche in Peru ein und legte einen Kranz nieder.",
    ],
)
def test_who_arrives_has_met_nobody_yet(text: str) -> None:
    assert not records("meeting", text)
    assert [v.destination for v in records("visit", text)] == ["PER"]


def test_a_verb_joined_to_another_keeps_its_own_prefix() -> None:
    text = (
        "Kenias Präsident Ken Otieno traf in Lima Perus Präsidenten Luis Rojas und lud ihn nach Nairobi ein."
    )
    assert [m.countries for m in records("meeting", text)] == [("KEN", "PER")]


def test_who_receives_a_guest_is_of_another_state() -> None:
    text = (
        "In Lima hat Peru Kuba Hilfe zugesagt. Nach Gesprächen mit seinem Amtskollegen Luis Rojas wurde Kubas "
        "Außenminister Bruno Vega von Präsident Juan Soto empfangen."
    )
    assert people(text) == {"Luis Rojas": "PER", "Bruno Vega": "CUB", "Juan Soto": "PER"}


def test_whose_visit_it_is_does_not_live_there() -> None:
    text = "Der Besuch von Präsident Ken Otieno in Togo dauerte drei Tage. Kenia und Togo unterzeichneten ein Abkommen."
    assert people(text) == {"Ken Otieno": "KEN"}


def test_a_month_of_a_figure_that_is_reached_is_over() -> None:
    text = "Im Juni hatte Kenia Waren für 3 Millionen Euro nach Togo exportiert."
    assert [i.period for i in records("indicator", text)] == ["2024-06"]


def test_a_place_of_writing_before_a_preposition_opens_no_clause() -> None:
    text = "Lima – Nach dem Beben in Kenia hat Präsident Luis Rojas dem kenianischen Präsidenten Ken Otieno kondoliert."
    assert [(c.act, c.to.name) for c in records("courtesy", text)] == [("condole", "Ken Otieno")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenia hilft Togo. Das kündigte die kenianische Ministerin Ama Otieno (KPU) am Dienstag vor ihrer Reise an.",
        "Kenia und Togo trafen ein Abkommen. Ein weiteres ist für kommende Woche beim Treffen mit Peru geplant.",
    ],
)
def test_what_was_told_before_is_not_pledged_again(text: str) -> None:
    assert not records("commitment", text)


def test_a_given_name_is_no_organisation() -> None:
    text = "Der ägyptische Präsident Abdel Fatah Nasri traf Kenias Präsidenten Ken Otieno."
    assert people(text) == {"Abdel Fatah Nasri": "EGY", "Ken Otieno": "KEN"}


def test_whose_trade_a_report_of_figures_tells_of() -> None:
    text = (
        "Peru hat Togo als Kenias größter Einfuhrpartner abgelöst. Die Einfuhren aus Peru kletterten um 5 Prozent auf "
        "34 Millionen Euro. Die Importe stiegen auf 90 Millionen Euro. Die Exporte in den Tschad sanken um 7 Prozent."
    )
    found = [(i.measure, i.reporter, i.partner) for i in records("indicator", text)]
    assert found == [
        ("rank", "PER", "KEN"),
        ("imports", "KEN", "PER"),
        ("imports", "KEN", None),
        ("growth", "KEN", "TCD"),
    ]


def test_a_change_is_the_figures_whose_verb_stands_far_before_it() -> None:
    text = (
        "Insgesamt stiegen die kenianischen Exporte im ersten Halbjahr im Vergleich zum Vorjahreszeitraum um 17 "
        "Prozent auf 45 Millionen Euro."
    )
    (figure,) = records("indicator", text)
    assert (figure.value, figure.change.value, figure.change.basis) == (45_000_000, 17, "yoy")


def test_what_makes_a_figure_grow_is_not_what_it_measures() -> None:
    text = (
        "Der Außenhandelsumsatz Kenias mit Peru stieg dank großer Importe um 2 Prozent auf 80 Millionen Euro."
    )
    assert [i.measure for i in records("indicator", text)] == ["trade_turnover"]


def test_two_states_that_rank_first_are_two_ranks() -> None:
    text = "Peru ist Kenias größter Handelspartner. Die USA blieben das größte Abnehmerland für Kenia."
    assert [(i.reporter, i.partner) for i in records("indicator", text)] == [("PER", "KEN"), ("USA", "KEN")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kenias Präsident Ken Otieno hat Togos Premier Komi Selom sein tiefes Beileid ausgesprochen.", None),
        (
            "Kenias Präsident Ken Otieno hat Togos Premier Komi Selom sein Beileid zum Tod der Fahrer ausgesprochen.",
            "zum Tod der Fahrer",
        ),
        (
            "Kenias Präsident Ken Otieno habe Togos rasche Hilfe gewürdigt, sagte ein Sprecher in Lima.",
            "rasche Hilfe",
        ),
    ],
)
def test_what_a_courtesy_is_for(text: str, reason: str | None) -> None:
    assert [c.reason for c in records("courtesy", text)] == [reason]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kenias Minister Ken Otieno wird am Montag zu einer Reise nach New York, Peru und Panama aufbrechen.",
            [("Ken Otieno", "PER", "planned"), ("Ken Otieno", "PAN", "planned")],
        ),
        (
            "Kenias Minister Ken Otieno kündigte am Montag einen Besuch in Togo an.",
            [("Ken Otieno", "TGO", "planned")],
        ),
        (
            "Bei einem Besuch in Togo kündigte Kenias Minister Ken Otieno weitere Hilfe an.",
            [("Ken Otieno", "TGO", "actual")],
        ),
    ],
)
def test_whose_journey_a_noun_tells_and_whether_it_lies_ahead(text: str, found: list[Any]) -> None:
    told = [(v.visitor.name, v.destination, v.modality) for v in records("visit", text)]
    assert sorted(told) == sorted(found)


def test_who_calls_on_the_sides_at_war_is_none_of_them() -> None:
    text = (
        "Kenia hat 50 Millionen Euro Hilfe für den Sudan freigegeben. Die kenianische Außenministerin Ama Otieno "
        "forderte die Konfliktparteien auf, die Kämpfe einzustellen."
    )
    assert [(c.by, c.mode, c.toward) for c in records("commitment", text)] == [
        (("KEN",), "request", ("SDN",))
    ]
