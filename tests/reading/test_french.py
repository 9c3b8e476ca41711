"""What French shows of the shape of packs: elision, adjectives and names behind nouns, asides, linked scale words."""

from __future__ import annotations

import communique
from communique.kinds.record import Record


def records(text: str, kind: str) -> list[Record]:
    return [r for r in communique.read(text, lang="fr").records if r.kind == kind]


def test_months_in_lower_case_and_ranges() -> None:
    (visit,) = records("Le président chilien Gabriel Boric a visité la Tunisie du 3 au 5 mai 2024.", "visit")
    assert visit.date == "2024-05-03/2024-05-05"  # type: ignore[attr-defined]


def test_scale_words_are_linked_to_their_unit() -> None:
    (figure,) = records("La Chine a investi 9,4 milliards d'euros au Kenya.", "indicator")
    assert (figure.value, figure.unit) == (9_400_000_000, "EUR")  # type: ignore[attr-defined]


def test_a_full_stop_groups_digits() -> None:
    (figure,) = records("La Russie livrera 25.000 tonnes de blé au Mali.", "indicator")
    assert figure.value == 25_000  # type: ignore[attr-defined]


def test_who_speaks_stands_behind_the_perfect() -> None:
    text = "La Chine est prête à importer du café du Kenya, a indiqué lundi le président chinois Xi Jinping."
    (pledge,) = records(text, "commitment")
    assert pledge.attribution.speaker == "Xi Jinping"


def test_an_aside_parts_a_verb_from_its_object() -> None:
    text = "Le président malien Assimi Goïta a reçu, mardi 12 mars à Bamako, le roi Abdallah II de Jordanie."
    (meeting,) = records(text, "meeting")
    assert meeting.countries == ("MLI", "JOR")  # type: ignore[attr-defined]


def test_titles_with_names_between_commas_are_one_subject() -> None:
    text = "Le président algérien, Abdelmadjid Tebboune, et son homologue turc, Recep Erdogan, ont évoqué le gaz."
    (meeting,) = records(text, "meeting")
    assert len(meeting.participants) == 2  # type: ignore[attr-defined]


def test_infinitives_behind_prepositions_are_actions_of_their_own() -> None:
    text = "Le Sénégal et la Mauritanie ont décidé de créer une commission et de rouvrir la frontière."
    actions = sorted(r.action for r in records(text, "commitment"))  # type: ignore[attr-defined]
    assert actions == ["créer une commission", "rouvrir la frontière"]


def test_a_pronoun_means_the_state_that_acts() -> None:
    text = (
        "Le président kényan William Ruto a rencontré le président tchadien Mahamat Déby. "
        "L'Algérie a annoncé qu'elle financera deux écoles au Tchad."
    )
    assert [r.by for r in records(text, "commitment")] == [("DZA",)]  # type: ignore[attr-defined]


def test_works_are_named_behind_their_noun_or_in_quotes() -> None:
    text = "L'Algérie et l'Italie construisent le gazoduc GALSI et ont lancé le projet « Carrefour du Sud »."
    assert {r.name for r in records(text, "project")} == {"gazoduc GALSI", "Carrefour du Sud"}  # type: ignore[attr-defined]


def test_names_are_shared_out_among_the_states_of_a_plural_title() -> None:
    text = "Les présidents français et ivoirien, Emmanuel Macron et Alassane Ouattara, se sont entretenus à Paris."
    found = {r.name: r.country for r in records(text, "person")}  # type: ignore[attr-defined]
    assert found == {"Emmanuel Macron": "FRA", "Alassane Ouattara": "CIV"}


def test_a_place_that_a_noun_holds_is_not_where_they_met() -> None:
    text = "Le ministre kényan Ali Mwangi et le ministre ougandais Paul Okello ont discuté de la paix en Somalie."
    (meeting,) = records(text, "meeting")
    assert meeting.place is None  # type: ignore[attr-defined]


def test_a_place_behind_the_adjective_of_a_meeting_is_where_they_met() -> None:
    text = "Le ministre kényan Ali Mwangi et le ministre tchadien Paul Baro ont tenu une réunion bilatérale en Zambie."
    (meeting,) = records(text, "meeting")
    assert meeting.place.country == "ZMB"  # type: ignore[attr-defined]


def test_a_source_is_named_without_its_verb() -> None:
    text = "La Tunisie construira une école au Tchad, indique un communiqué de la présidence tunisienne."
    (pledge,) = records(text, "commitment")
    assert pledge.attribution.source == "communiqué"


def people(text: str) -> list[tuple[str, str | None]]:
    return [(r.name, r.country) for r in records(text, "person")]  # type: ignore[attr-defined]


def test_portfolios_are_listed_behind_the_first() -> None:
    text = "Le ministre du Commerce, de l'Industrie et du Tourisme du Togo, Koffi Anani, a visité le Ghana."
    assert people(text) == [("Koffi Anani", "TGO")]


def test_a_portfolio_of_nationals_abroad_tells_the_state() -> None:
    text = "Le Kenya a reçu le ministre des Affaires étrangères et des Maliens de l'extérieur, Issa Touré."
    assert people(text) == [("Issa Touré", "MLI")]


def test_honorifics_of_initials_are_no_part_of_a_name() -> None:
    text = "S.E. Koffi Anani, président du Togo, a reçu S.E.M. Issa Touré, ministre malien."
    assert people(text) == [("Koffi Anani", "TGO"), ("Issa Touré", "MLI")]


def test_an_honorific_behind_another_is_a_name() -> None:
    assert people("Le Kenya a reçu M. Cheikh Ndiaye, ministre sénégalais.") == [("Cheikh Ndiaye", "SEN")]


def test_leaders_of_an_organisation_are_its_own_alone() -> None:
    text = "Les dirigeants de l'Union africaine ont condamné le coup d'État au Gabon."
    assert [r.by for r in records(text, "position")] == [("AU",)]  # type: ignore[attr-defined]


def test_names_with_titles_of_their_own_in_a_row() -> None:
    text = "Le Togo a reçu M. Luca Bruni, ambassadeur d'Italie, Mme Eva Lund, ambassadrice de Norvège, et des experts."
    assert people(text) == [("Luca Bruni", "ITA"), ("Eva Lund", "NOR")]


def test_whoever_is_killed_by_nobody_named_suffers_no_act() -> None:
    text = "Le président haïtien Paul Michel a été tué dans une fusillade, a dit le Canada."
    assert not records(text, "act")


def test_leaders_who_talk_are_of_two_states() -> None:
    text = (
        "Le premier ministre Marc Roy et le président Paul Hart ont eu une « longue conversation » lundi sur "
        "le commerce entre le Canada et les États-Unis."
    )
    assert people(text) == [("Marc Roy", "CAN"), ("Paul Hart", "USA")]
    assert records(text, "meeting")


def test_who_is_met_with_another_is_of_the_others_state() -> None:
    text = (
        "Le ministre canadien Marc Roy se rend lundi en Haïti. Le ministre Roy rencontrera le président Paul Michel "
        "et le premier ministre Jean Duval."
    )
    assert people(text) == [("Marc Roy", "CAN"), ("Paul Michel", "HTI"), ("Jean Duval", "HTI")]


def test_lists_of_places_with_prepositions_of_their_own() -> None:
    text = "Le roi du Maroc se rendra au Mali, en Guinée et à Cuba."
    assert {r.destination for r in records(text, "visit")} == {"MLI", "GIN", "CUB"}  # type: ignore[attr-defined]


def test_whose_visit_a_possessive_tells_is_not_at_home_there() -> None:
    text = "Le roi de Norvège a salué le président chilien Paul Rojas au terme de sa visite en Norvège."
    (visit,) = records(text, "visit")
    assert (visit.visitor.name, visit.destination) == ("Paul Rojas", "NOR")  # type: ignore[attr-defined]


def test_an_ambassador_to_an_organisation_is_of_who_sends_him() -> None:
    assert people("L'ambassadeur du Togo auprès de l'ONU, Koffi Anani, a visité le Kenya.") == [
        ("Koffi Anani", "TGO")
    ]
    assert people("L'ambassadeur de l'Union européenne au Mali, Luc Petit, a visité le Togo.") == [
        ("Luc Petit", "EU")
    ]


def test_a_place_behind_a_visit_is_where_they_met() -> None:
    text = "Le ministre kényan Ali Mwangi, en visite officielle en Zambie, a rencontré le ministre zambien Paul Phiri."
    (meeting,) = records(text, "meeting")
    assert meeting.place.country == "ZMB"  # type: ignore[attr-defined]


def test_a_part_of_a_day_holds_no_place() -> None:
    text = "Le président tchadien Paul Baro, arrivé lundi soir en Zambie, a été reçu par le ministre zambien Ali Phiri."
    (meeting,) = records(text, "meeting")
    assert meeting.place.country == "ZMB"  # type: ignore[attr-defined]


def test_portfolios_follow_one_with_an_elided_article() -> None:
    text = "Le Kenya a reçu le ministre de l'Intérieur, de la Sécurité et du Commerce du Togo, Koffi Anani."
    assert people(text) == [("Koffi Anani", "TGO")]


def test_a_rank_behind_a_title_is_no_office() -> None:
    text = "Le président tchadien, le général Paul Baro, a reçu le ministre italien de la Défense, l'amiral Luca Bruni."
    found = [(r.name, r.country, r.role) for r in records(text, "person")]  # type: ignore[attr-defined]
    assert found == [("Paul Baro", "TCD", "head_of_state"), ("Luca Bruni", "ITA", "minister")]


def test_what_a_side_will_not_do_is_told_with_its_verb() -> None:
    text = "Le Togo fournira des vivres, mais il n'enverra pas de troupes au Mali, a précisé le président togolais."
    reading = communique.read(text, lang="fr", date="2026-05-01")
    actions = [r.action for r in reading.records if r.kind == "commitment"]  # type: ignore[attr-defined]
    assert "n'enverra pas de troupes au Mali" in actions


def test_a_pronoun_behind_the_verb_asks() -> None:
    assert not records("La France condamne-t-elle l'attaque contre le Mali ?", "position")
    assert records("La France condamne l'attaque contre le Mali.", "position")


def test_questions_and_answers_may_have_a_dash() -> None:
    text = (
        "Entretien du ministre des Affaires étrangères français, Jean-Marc Ayrault\n\nQ - Et le Mali ?\n\n"
        "R - La France soutient le Mali."
    )
    (support,) = records(text, "position")
    assert support.attribution.speaker == "Jean-Marc Ayrault"


def test_a_month_told_from_today_behind_its_name() -> None:
    text = "Le président kényan William Mbeki visitera le Ghana en décembre prochain."
    read = communique.read(text, lang="fr", date="2025-05-14")
    assert [r.date for r in read.records if r.kind == "visit"] == ["2025-12"]
