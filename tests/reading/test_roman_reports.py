"""Reports in French and Spanish: envoys and whose they are, lists of names, acronyms, periods, who speaks."""

from __future__ import annotations

from read_records import Reads

FR = Reads("fr")
ES = Reads("es")


def test_an_acronym_in_brackets_is_no_name() -> None:
    text = "Ana Paz, presidenta de la Asamblea del Poder Popular (APP), recibió al embajador de Ghana, Kofi Mensah."
    assert set(ES.persons(text)) == {"Ana Paz", "Kofi Mensah"}
    text = "Le chef du Département fédéral des affaires étrangères (DFAE), Luc Morel, a reçu l'ambassadeur du Togo."
    assert set(FR.persons(text)) == {"Luc Morel"}


def test_names_of_one_title_are_parted_by_semicolons_too() -> None:
    text = (
        "Presentaron credenciales los embajadores Ana Paz, de la República de Zambia; Luis Rojo, del Reino de "
        "Noruega, y Omar Diallo, del Estado de Qatar."
    )
    found = {name: country for name, (country, _) in ES.persons(text).items()}
    assert found == {"Ana Paz": "ZMB", "Luis Rojo": "NOR", "Omar Diallo": "QAT"}


def test_whom_one_of_several_stands_for() -> None:
    text = "Firmaron los cancilleres Ana Paz por Bolivia, y Luis Rojo por Uruguay."
    assert ES.persons(text) == {
        "Ana Paz": ("BOL", "foreign_minister"),
        "Luis Rojo": ("URY", "foreign_minister"),
    }


def test_an_envoy_is_not_of_the_state_he_is_posted_to() -> None:
    for reads, text in (
        (ES, "Panamá llamó a consultas a su embajadora en Bolivia, Ana Paz."),
        (FR, "Le Panama a rappelé pour consultations son ambassadrice en Bolivie, Ana Paz."),
    ):
        assert reads.persons(text) == {"Ana Paz": ("PAN", "ambassador")}
        act = reads.only(text, "act")
        assert (act.by, act.toward) == (("PAN",), ("BOL",))


def test_an_adjective_of_a_body_is_no_name() -> None:
    text = "La diputada Ana Paz, jefa de la Comisión de Relaciones Internacionales de Chile, visitó Ghana."
    assert set(ES.persons(text)) == {"Ana Paz"}
    text = "Chile y Ghana hablaron con la Dirección General de Asuntos Económicos Internacionales de Perú."
    assert not ES.persons(text)


def test_a_date_of_comparison_is_no_period() -> None:
    text = "En mayo, el comercio de Ghana con Togo sumó 40 millones de dólares, un 9% más frente a igual mes de 2021."
    figure = ES.only(text, "indicator")
    assert (figure.period, figure.change.basis) == ("2025-05", "yoy")
    text = "Le commerce entre le Ghana et le Togo a augmenté de 9 % par rapport au premier semestre 2021."
    assert FR.only(text, "indicator").period is None


def test_a_title_in_other_words_is_of_whom_the_report_is_about() -> None:
    for reads, text in (
        (
            ES,
            "El presidente ghanés Kofi Mensah recibió en Acra a su homólogo peruano, Luis Rojo. El mandatario "
            "afirmó que Ghana apoya la paz en Togo.",
        ),
        (
            FR,
            "Le président ghanéen Kofi Mensah a reçu à Accra son homologue péruvien, Luis Rojo. Le chef de l'État "
            "a affirmé que le Ghana soutient la paix au Togo.",
        ),
    ):
        assert reads.only(text, "position").attribution.speaker == "Kofi Mensah"


def test_what_somebody_is_accused_of_is_no_position() -> None:
    for reads, text in (
        (ES, "Zambia acusó a Ghana de apoyar a los rebeldes y de atacar Togo."),
        (FR, "La Zambie a accusé le Ghana de soutenir les rebelles et d'attaquer le Togo."),
    ):
        assert not reads.records(text, "position")
        assert reads.only(text, "act").toward == ("GHA",)


def test_offices_that_tell_their_state() -> None:
    text = (
        "Le président de l'Assemblée populaire nationale, Omar Ziani, a reçu à Alger l'ambassadeur du Ghana."
    )
    assert FR.persons(text)["Omar Ziani"] == ("DZA", "speaker_of_parliament")
    text = "La ministra del Poder Popular para Relaciones Exteriores, Ana Paz, visitó Ghana."
    assert ES.persons(text)["Ana Paz"] == ("VEN", "foreign_minister")
    text = "La vicepresidenta del Senado de Ghana, Ana Paz, viajó a Togo."
    assert ES.persons(text)["Ana Paz"] == ("GHA", "legislator")


def test_a_style_of_initials_ends_no_sentence() -> None:
    text = "Le ministre togolais, Koffi Anani, a reçu, jeudi à Lomé, SEM. Paul Morel, ambassadeur de Suisse."
    assert set(FR.only(text, "meeting").countries) == {"TGO", "CHE"}


def test_a_work_is_named_behind_words_of_its_sort() -> None:
    text = "Ghana y Togo inauguraron el puente ferroviario internacional Akatsi-Noepe."
    assert ES.only(text, "project").name == "puente ferroviario internacional Akatsi-Noepe"


def test_a_statement_is_the_source_that_tells() -> None:
    text = "Ghana, a través de un comunicado, condenó el ataque en Lomé."
    assert ES.only(text, "position").attribution.source == "comunicado"


def test_a_delegation_is_who_leads_it() -> None:
    for reads, text in (
        (ES, "El presidente ghanés recibió a una delegación encabezada por el canciller peruano Luis Rojo."),
        (
            FR,
            "Le président ghanéen a reçu une délégation conduite par M. Luis Rojo, ministre péruvien du Commerce.",
        ),
    ):
        meeting = reads.only(text, "meeting")
        assert set(meeting.countries) == {"GHA", "PER"}
        assert [actor.name for actor in meeting.participants] == ["Luis Rojo"]
    visit = FR.only("Une délégation dirigée par le ministre togolais Koffi Anani se rend au Ghana.", "visit")
    assert (visit.visitor.name, visit.destination) == ("Koffi Anani", "GHA")


def test_no_monarchy_has_a_president() -> None:
    text = (
        "Le ministre suédois Nils Berg est arrivé lundi à Accra. M. Berg rencontrera le président Kofi Mensah. "
        "La Suède aide le Ghana."
    )
    assert FR.persons(text)["Kofi Mensah"] == ("GHA", "head_of_state")


def test_joint_bodies_in_small_letters_belong_to_the_name_of_a_session() -> None:
    text = "La 5e session de la commission mixte entre le Ghana et le Togo s'est tenue lundi à Lomé."
    found = FR.only(text, "gathering")
    assert (found.name, found.ordinal) == ("5e session de la commission mixte", 5)


def test_what_one_side_talks_about_is_no_meeting() -> None:
    assert not FR.records("Le ministre togolais a évoqué le Ghana et le Niger.", "meeting")
    assert not ES.records("El canciller ghanés abordó la situación en Togo.", "meeting")
    text = "Le ministre togolais et son homologue ghanéen ont évoqué le Niger."
    assert set(FR.only(text, "meeting").countries) == {"TGO", "GHA"}


def test_an_adjective_that_is_a_title_elsewhere() -> None:
    text = (
        "La misión diplomática en Acra II cerró. La Oficina de Prensa Diplomática, Ana Paz, de Ghana, abrió."
    )
    assert not ES.persons(text)
    assert set(ES.persons("El diplomático ghanés Kofi Mensah visitó Togo.")) == {"Kofi Mensah"}


def test_the_state_of_a_plural_title_is_that_of_all() -> None:
    text = "Hablaron los ministros ghaneses de Cultura y Deporte, Kofi Mensah y Ama Osei, y el canciller de Togo."
    assert {name: country for name, (country, _) in ES.persons(text).items()} == {
        "Kofi Mensah": "GHA",
        "Ama Osei": "GHA",
    }


def test_a_state_in_brackets_behind_a_title() -> None:
    text = "Ama Osei, présidente du Conseil économique et social (Ghana), a reçu le ministre togolais Koffi Anani."
    assert FR.persons(text)["Ama Osei"] == ("GHA", "agency_head")


def test_a_hyphen_that_closes_an_aside_is_no_part_of_a_name() -> None:
    text = "El canciller -acompañado por el ministro ghanés, Kofi Mensah- viajó a Togo."
    assert "Kofi Mensah" in ES.persons(text)


def test_an_audience_granted_is_a_meeting() -> None:
    text = "El presidente ghanés Kofi Mensah concedió una audiencia al embajador de Togo, Koffi Anani."
    assert set(ES.only(text, "meeting").countries) == {"GHA", "TGO"}


def test_a_counterpart_stands_behind_its_name() -> None:
    text = "Le ministre togolais Koffi Anani et Kofi Mensah, son homologue ghanéen, se sont rencontrés."
    assert FR.persons(text)["Kofi Mensah"] == ("GHA", "minister")
    text = "Selon Kofi Mensah, son homologue togolais a visité le Bénin."
    assert "Kofi Mensah" not in FR.persons(text)


def test_what_is_admitted_is_not_recognized() -> None:
    assert not FR.records("Le Ghana reconnaît que la crise au Togo est grave.", "position")
    assert FR.only("Le Ghana a reconnu l'État de Palestine.", "position").stance == "recognize"


def test_only_a_monarchy_has_a_king() -> None:
    text = "Le Sénégal et le Maroc ont signé sept accords. Le Sénégal a salué l'accueil du roi Hassan III."
    assert FR.persons(text)["Hassan III"] == ("MAR", "head_of_state")


def test_a_dateline_may_end_in_the_bracket_of_its_agency() -> None:
    text = "Quito, 12 may (ABC) Varios gobiernos condenaron el ataque en Acra, Ghana."
    assert not ES.records(text, "position")


def test_the_government_of_somebody_acts_for_his_state() -> None:
    for reads, text in (
        (ES, "La administración del presidente de Ghana, Kofi Mensah, condenó el ataque en Togo."),
        (FR, "Le gouvernement du président ghanéen Kofi Mensah a condamné l'attaque au Togo."),
    ):
        assert reads.only(text, "position").by == ("GHA",)


def test_given_names_that_are_titles_elsewhere() -> None:
    text = (
        "L'accord entre le Sénégal et le Ghana a été signé par M. Pape Sow, ministre sénégalais de la Pêche."
    )
    assert FR.persons(text) == {"Pape Sow": ("SEN", "minister")}
    text = "Le ministre de l'Intégration du Sénégal, Cheikh Sow, a visité le Ghana."
    assert FR.persons(text) == {"Cheikh Sow": ("SEN", "minister")}


def test_ordinals_with_raised_letters() -> None:
    found = FR.only("La 15ᵉ session du Forum africain se déroule à Lomé.", "gathering")
    assert found.ordinal == 15


def test_who_accompanies_somebody_is_of_his_side() -> None:
    for reads, text in (
        (
            ES,
            "El presidente ghanés, acompañado por el canciller Kofi Mensah, recibió al presidente de Togo, Koffi Sow.",
        ),
        (
            FR,
            "Le président ghanéen, accompagné du ministre Kofi Mensah, a reçu le président du Togo, Koffi Sow.",
        ),
    ):
        found = reads.persons(text)
        assert (found["Kofi Mensah"][0], found["Koffi Sow"][0]) == ("GHA", "TGO")


def test_what_a_comma_sets_before_two_subjects_does_not_part_them() -> None:
    text = "Luego de la firma, el presidente de Ghana, Kofi Mensah, y el presidente de Togo, Koffi Sow, se reunieron."
    assert [actor.name for actor in ES.only(text, "meeting").participants] == ["Kofi Mensah", "Koffi Sow"]
