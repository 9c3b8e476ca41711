"""Wire reports in French and Spanish: what has just been done, who received whom, whose figures and money."""

from __future__ import annotations

from read_records import Reads

FR = Reads("fr")
ES = Reads("es")


def test_what_has_just_been_done_is_done() -> None:
    pact = FR.only("Un contrat minier vient d'être signé entre le Tchad et le Ghana.", "agreement")
    assert (pact.status, pact.modality) == ("signed", "actual")
    pact = FR.only("Un contrat minier doit être signé entre le Tchad et le Ghana.", "agreement")
    assert (pact.status, pact.modality) == ("to_be_signed", "planned")
    for reads, text in (
        (FR, "Le Tchad vient d'expulser l'ambassadeur du Ghana."),
        (ES, "Chile acaba de expulsar al embajador de Ghana."),
    ):
        assert reads.only(text, "act").modality == "actual"


def test_a_participle_is_no_treaty() -> None:
    for reads, text in (
        (FR, "Le Tchad et le Ghana ont traité des questions de pêche et adopté un budget."),
        (ES, "Chile y Ghana han tratado cuestiones de pesca, tras lo cual se aprobó un presupuesto."),
    ):
        assert not reads.records(text, "agreement")
    assert FR.only("Le Tchad et le Ghana ont adopté un traité de pêche.", "agreement").instrument == "treaty"


def test_the_cfa_franc_is_of_the_zone_of_whom_is_told() -> None:
    for reads, text, unit in (
        (FR, "Le Japon a donné 40 millions de francs CFA au Gabon.", "XAF"),
        (FR, "Le Japon a donné 40 millions de FCFA au Cameroun.", "XAF"),
        (FR, "Le Japon a donné 40 millions de F CFA au Bénin.", "XOF"),
        (ES, "Japón donó 40 millones de francos CFA a Gabón.", "XAF"),
    ):
        assert reads.only(text, "indicator").unit == unit


def test_an_article_between_a_bound_and_its_number() -> None:
    for reads, text, bound in (
        (ES, "Las exportaciones de Chile a Ghana crecieron más del 30 % en 2024.", "over"),
        (ES, "Las exportaciones de Chile a Ghana rondan los 30 millones de dólares.", "about"),
        (
            FR,
            "Les échanges commerciaux entre le Tchad et le Ghana ont dépassé les 30 millions d'euros.",
            "over",
        ),
        (FR, "Les échanges commerciaux entre le Tchad et le Ghana frôlent les 30 millions d'euros.", "about"),
    ):
        assert reads.only(text, "indicator").bound == bound


def test_a_balance_is_no_flow() -> None:
    text = "Chile mantiene una balanza positiva con Ghana de 30 millones de dólares, aunque importa más."
    assert ES.only(text, "indicator").measure == "trade_balance"
    text = "Le solde positif du Tchad avec le Ghana a atteint 30 millions d'euros."
    assert FR.only(text, "indicator").measure == "trade_balance"


def test_the_president_met_where_a_sentence_opens_is_of_there() -> None:
    text = "El canciller peruano Luis Rojo llegó ayer. En Ghana fue recibido por el presidente, Kofi Mensah."
    assert ES.persons(text)["Kofi Mensah"] == ("GHA", "head_of_state")
    text = "El canciller peruano Luis Rojo visitó Ghana, donde conversó con su homólogo, Kofi Mensah."
    assert ES.persons(text)["Kofi Mensah"] == ("GHA", "foreign_minister")


def test_who_is_called_is_not_of_the_callers_state() -> None:
    text = (
        "Le ministre des Affaires étrangères, Ali Ba, a reçu un appel téléphonique de son homologue suisse, "
        "Luc Morel. Les deux ministres ont parlé du Tchad."
    )
    assert FR.persons(text)["Ali Ba"][0] != "CHE"
    text = "Le ministre tchadien Ali Ba a reçu un appel téléphonique de son homologue suisse, Luc Morel."
    call = FR.only(text, "meeting")
    assert (call.format, len(call.participants)) == ("phone", 2)


def test_a_ministers_counterpart_has_the_office_told_before() -> None:
    text = (
        "El canciller peruano Luis Rojo visitó Ghana. El ministro fue recibido por el presidente de Ghana, "
        "Kofi Mensah, y se reunió con su homólogo, Yaw Addo."
    )
    assert ES.persons(text)["Yaw Addo"][1] == "foreign_minister"


def test_who_is_received_on_a_visit_is_the_one_who_travels() -> None:
    for reads, text in (
        (
            ES,
            "El presidente chileno Luis Rojo recibirá el lunes en visita oficial al presidente ghanés Kofi Mensah.",
        ),
        (
            FR,
            "Le président tchadien Ali Ba recevra lundi en visite officielle le président ghanéen Kofi Mensah.",
        ),
    ):
        visit = reads.only(text, "visit")
        assert (visit.visitor.country, visit.visit_type, visit.date) == ("GHA", "official", "2025-05-19")


def test_a_meeting_whose_verb_is_in_the_future_lies_ahead() -> None:
    for reads, text in (
        (FR, "La rencontre entre le Tchad et le Ghana se tiendra lundi."),
        (ES, "La reunión entre Chile y Ghana tendrá lugar el lunes."),
        (
            ES,
            "El presidente ghanés Kofi Mensah llegará el lunes y su encuentro con Ana Paz, de Chile, durará poco.",
        ),
    ):
        assert {(m.modality, m.date) for m in reads.records(text, "meeting")} <= {("planned", "2025-05-19")}
    text = "La reunión entre Chile y Ghana tuvo lugar el lunes y permitirá avanzar."
    meeting = ES.only(text, "meeting")
    assert (meeting.modality, meeting.date) == ("actual", "2025-05-12")
    text = "Chile y Ghana emitirán una declaración conjunta en Acra al término de las conversaciones de esta tarde."
    assert ES.only(text, "meeting").modality == "planned"


def test_the_sides_that_one_noun_lists_act_together() -> None:
    for reads, text in (
        (FR, "Les gouvernements du Tchad, du Ghana et du Mali ont convenu d'ouvrir la frontière."),
        (FR, "Les armées du Tchad, de l'Inde et du Mali ont convenu d'ouvrir la frontière."),
        (
            FR,
            "Des représentants des gouvernements du Tchad, du Ghana et du Mali ont convenu d'ouvrir la frontière.",
        ),
        (ES, "Representantes de los gobiernos de Chile, Ghana y Mali acordaron abrir la frontera."),
        (
            ES,
            "En una reunión, representantes de los gobiernos de Chile, Ghana y Mali acordaron abrir la frontera.",
        ),
    ):
        pact = reads.only(text, "commitment")
        assert (pact.mode, len(pact.by)) == ("agree", 3), text
    text = "Le gouvernement du Tchad a convenu d'ouvrir la frontière."
    assert FR.only(text, "commitment").by == ("TCD",)


def test_whose_will_somebody_is_told_of() -> None:
    text = "Le Ghana a informé le Mali de sa volonté de rouvrir la frontière."
    assert FR.only(text, "commitment").by == ("GHA",)
    text = "Le Ghana a remercié le Mali de sa volonté de rouvrir la frontière."
    assert FR.only(text, "commitment").by == ("MLI",)


def test_a_relative_behind_a_preposition_goes_on_with_the_subject() -> None:
    text = "El canciller peruano, Luis Rojo, visitó al presidente de Ghana, Kofi Mensah, a quien agradeció su apoyo."
    thanks = ES.only(text, "courtesy")
    assert (thanks.by.country, thanks.to.country) == ("PER", "GHA")
    text = (
        "El canciller peruano, Luis Rojo, visitó al presidente de Ghana, Kofi Mensah, con quien acordó ampliar "
        "el comercio."
    )
    assert ES.only(text, "commitment").by[0] == "PER"


def test_the_date_of_a_participle_is_not_the_verbs() -> None:
    text = "Le président tchadien, élu le 7 avril, a reçu le président malien Omar Sy."
    assert FR.only(text, "meeting").date is None
    text = "Le président tchadien a reçu, le 7 avril, le président malien Omar Sy."
    assert FR.only(text, "meeting").date == "2025-04-07"


def test_what_is_no_stance_request_or_invitation() -> None:
    assert not ES.records("El canciller de Chile, Luis Rojo, pudo apreciar un mural de Ghana.", "position")
    assert ES.records("Chile aprecia los avances de Ghana.", "position")
    text = "Au terme de sa mission, l'ambassadeur du Mali, appelé à d'autres fonctions, a quitté le Tchad."
    assert not FR.records(text, "commitment")
    for reads, text in (
        (ES, "Luis Rojo, presidente de Chile, asistió como invitado de honor a la fiesta de Ghana."),
        (FR, "Le président tchadien Ali Ba a été l'invité d'honneur de la fête du Ghana."),
    ):
        assert not reads.records(text, "invitation")


def test_a_verb_of_a_headline_in_capitals_is_no_name() -> None:
    text = "CANCILLER CHILENO INICIA HOY EN GHANA UNA GIRA\n\nEl canciller Luis Rojo inicia hoy en Acra una gira."
    assert ES.persons(text) == {"Luis Rojo": ("CHL", "foreign_minister")}
    text = "PRESIDENTE CHILENO LUIS ROJO LLEGA A GHANA\n\nEl presidente llegó a Acra."
    assert set(ES.persons(text)) == {"LUIS ROJO"}


def test_titles_of_ministries_tell_whose_they_are() -> None:
    text = "El titular de la SRE, Luis Rojo, se reunió con el canciller de Ghana, Kofi Mensah."
    assert ES.persons(text)["Luis Rojo"] == ("MEX", "foreign_minister")
    text = (
        "Le ministre des Affaires étrangères, de la Communauté nationale à l'étranger et des Affaires africaines, "
        "Ali Ba, a reçu le ministre suisse Luc Morel."
    )
    assert FR.persons(text)["Ali Ba"] == ("DZA", "foreign_minister")
    text = "El canciller de Ghana, Kofi Mensah, llegó a la Mayor de las Antillas."
    assert ES.only(text, "visit").destination == "CUB"


def test_where_something_is_held_is_no_stance() -> None:
    for text in (
        "Chile y Ghana hablaron en la cumbre celebrada en Mali.",
        "La cumbre de Chile y Ghana se celebra en Mali.",
    ):
        assert not ES.records(text, "position")
    assert ES.only("Chile celebra la paz entre Ghana y Mali.", "position").stance == "support"


def test_talks_that_are_only_agreed_have_not_been_held() -> None:
    for reads, text in (
        (ES, "Chile y Ghana acordaron reunirse el lunes."),
        (FR, "Le Tchad et le Ghana ont accepté de se rencontrer lundi."),
    ):
        assert reads.only(text, "meeting").modality == "agreed"
    assert ES.only("Chile y Ghana se reunieron el lunes.", "meeting").modality == "actual"


def test_a_noun_behind_an_article_is_no_island() -> None:
    text = "La réunion en tête-à-tête entre le président tchadien Ali Ba et le président ghanéen Kofi Mensah a eu lieu."
    assert set(FR.only(text, "meeting").countries) == {"TCD", "GHA"}
    assert "REU" in FR.only("La Réunion et le Tchad se sont rencontrés à Accra.", "meeting").countries


def test_a_participle_behind_an_article_is_no_act() -> None:
    text = "El canciller de Chile visitó la tumba del asesinado líder de Ghana."
    assert not ES.records(text, "act")
    assert ES.only("El líder de Ghana fue asesinado por Chile.", "act").plover == "ASSAULT"


def test_names_behind_a_posting_and_behind_a_title_set_apart() -> None:
    text = "El canciller chileno Luis Rojo recibió al embajador de Ghana acreditado en Santiago, Kofi Mensah."
    assert ES.persons(text)["Kofi Mensah"] == ("GHA", "ambassador")
    text = "Le président tchadien Ali Ba a reçu l'ambassadeur du Ghana accrédité à N'Djamena, Kofi Mensah."
    assert FR.persons(text)["Kofi Mensah"] == ("GHA", "ambassador")
    text = "En su charla con el embajador Kofi Mensah, representante permanente de Ghana ante la ONU, Rojo pidió calma."
    assert ES.persons(text) == {"Kofi Mensah": ("GHA", "ambassador")}


def test_two_names_behind_two_titles_are_in_their_order() -> None:
    text = "El mandatario chileno y su homólogo ghanés, Luis Rojo y Kofi Mensah, respectivamente, hablaron."
    assert ES.persons(text) == {
        "Luis Rojo": ("CHL", "head_of_state"),
        "Kofi Mensah": ("GHA", "head_of_state"),
    }
    text = "Le président tchadien et la ministre de la Défense, Ali Ba et Awa Sy, ont parlé."
    assert {name: role for name, (_, role) in FR.persons(text).items()} == {
        "Ali Ba": "head_of_state",
        "Awa Sy": "minister",
    }
    text = "Le président tchadien, Ali Ba, et son homologue ghanéen, Kofi Mensah, et Awa Sy ont parlé."
    assert FR.persons(text)["Kofi Mensah"] == ("GHA", "head_of_state")


def test_a_capital_without_its_accent_opens_a_phrase() -> None:
    text = "A l'invitation de Ali Ba, président du Tchad, Kofi Mensah, président du Ghana, a visité le Tchad."
    invitation, visit = FR.only(text, "invitation"), FR.only(text, "visit")
    assert (invitation.inviter.country, invitation.invitee.country) == ("TCD", "GHA")
    assert (visit.visitor.name, visit.destination) == ("Kofi Mensah", "TCD")


def test_who_tells_what_a_state_will_do_first_is_mostly_of_it() -> None:
    text = (
        "La Russie doit craindre des sanctions.\n\nLa ministre des Affaires étrangères, Awa Sy, affirme que le Tchad "
        "imposera des sanctions à la Russie en raison de son attaque contre le Ghana."
    )
    assert FR.persons(text)["Awa Sy"][0] == "TCD"


def test_what_the_leaders_of_a_league_decide_is_the_leagues() -> None:
    text = "La Conférence des chefs d'État et de gouvernement de la CEDEAO condamne l'attaque au Mali."
    assert FR.only(text, "position").by == ("ECOWAS",)


def test_to_stop_selling_is_no_concession() -> None:
    text = (
        "Chile aplicó aranceles a las importaciones ghanesas y desde hoy suspendió la venta de electricidad."
    )
    assert all(act.plover != "CONCEDE" for act in ES.records(text, "act"))


def test_the_secretary_of_a_presidency_heads_no_organisation() -> None:
    text = "Le président tchadien a reçu la Secrétaire Générale de la Présidence du Ghana, Mme Awa Sy."
    assert FR.persons(text)["Awa Sy"] == ("GHA", "official")


def test_a_state_by_its_name_says_more_of_a_figure_than_both_countries() -> None:
    text = (
        "Voici les chiffres des relations entre le Tchad et le Ghana. Dans les échanges des deux pays, le Ghana a "
        "exporté 7 millions d'euros vers le Tchad."
    )
    figure = FR.only(text, "indicator")
    assert (figure.measure, figure.reporter, figure.partner) == ("exports", "GHA", "TCD")
