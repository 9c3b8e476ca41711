"""Acts told by a noun, in headlines, as a decision, or as a reason: who does what to whom."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.act import Act
from communique.kinds.position import Position

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def _acts(text: str, lang: str) -> list[Told]:
    found = communique.read(text, lang=lang).records
    return [(str(r.plover), r.by, r.toward) for r in found if isinstance(r, Act)]


KENYA_CHAD = ("KEN",), ("TCD",)


@pytest.mark.parametrize(
    ("lang", "text", "plover"),
    [
        ("en", "Kenya announced the recall of its ambassador to Chad.", "RETREAT"),
        ("en", "Kenya ordered the immediate closure of all border crossings with Chad.", "COERCE"),
        ("en", "Kenya declared two attachés of Chad's embassy personae non gratae.", "COERCE"),
        ("es", "El presidente de Kenia anunció la ruptura de relaciones diplomáticas con Chad.", "COERCE"),
        ("es", "Kenia ha llamado a consultas a su embajadora en Chad.", "PROTEST"),
        ("fr", "Le Kenya a annoncé le rappel de son ambassadeur au Tchad.", "PROTEST"),
        ("fr", "Le Kenya a décidé de rappeler son ambassadeur au Tchad.", "PROTEST"),
        ("fr", "Le Kenya a décidé de fermer sa frontière avec le Tchad.", "COERCE"),
        ("de", "Kenia kündigte den Abbruch der diplomatischen Beziehungen zum Tschad an.", "COERCE"),
        (
            "de",
            "Kenia hat vier tschadische Botschaftsmitarbeiter zu unerwünschten Personen erklärt.",
            "COERCE",
        ),
    ],
)
def test_announced_decided_and_declared(lang: str, text: str, plover: str) -> None:
    assert _acts(text, lang) == [(plover, *KENYA_CHAD)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya condemned the expulsion of its diplomats from Chad."),
        ("en", "Kenya demanded the withdrawal of the troops from Chad."),
        ("es", "Kenia lamentó la expulsión de sus diplomáticos de Chad."),
        ("fr", "Le Kenya a regretté l'expulsion de ses diplomates du Tchad."),
        ("fr", "Après l'annonce du rappel des ambassadeurs au Tchad, le Kenya a dit sa surprise."),
    ],
)
def test_a_noun_that_nobody_announces_is_no_act(lang: str, text: str) -> None:
    assert _acts(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "plover"),
    [
        ("en", "Chadian ambassador summoned by Kenya over the raid", "PROTEST"),
        ("en", "Two Chadian diplomats expelled from Kenya", "COERCE"),
        ("fr", "L'ambassadeur du Tchad convoqué au Kenya", "PROTEST"),
        ("de", "Tschadische Diplomaten hat Kenia ausgewiesen.", "COERCE"),
    ],
)
def test_envoys_that_stand_first_do_not_act(lang: str, text: str, plover: str) -> None:
    assert _acts(text, lang) == [(plover, *KENYA_CHAD)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya accused Chad of having bombed a village."),
        ("es", "Kenia acusó a Chad de haber bombardeado un pueblo."),
        ("fr", "Le Kenya a accusé le Tchad d'avoir bombardé un village."),
    ],
)
def test_what_somebody_is_accused_of_is_no_act(lang: str, text: str) -> None:
    assert _acts(text, lang) == [("ACCUSE", *KENYA_CHAD)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya sanctioned Chad for having supported Gabon."),
        ("es", "Kenia expulsó a dos diplomáticos de Chad por apoyar a Gabón."),
        ("fr", "Le Kenya a expulsé deux diplomates du Tchad pour avoir soutenu le Gabon."),
    ],
)
def test_a_reason_is_of_whom_the_measure_is_against(lang: str, text: str) -> None:
    records = communique.read(text, lang=lang).records
    assert [(r.by, str(r.stance)) for r in records if isinstance(r, Position)] == [(("TCD",), "support")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Kenia negó toda responsabilidad, mientras que Chad condenó el ataque."),
        ("fr", "Le Kenya a nié toute responsabilité, tandis que le Tchad a condamné l'attaque."),
        ("fr", "Le Kenya a nié toute responsabilité alors que le Tchad a condamné l'attaque."),
    ],
)
def test_a_contrast_is_not_what_is_denied(lang: str, text: str) -> None:
    records = communique.read(text, lang=lang).records
    assert [(r.by, str(r.modality)) for r in records if isinstance(r, Position)] == [(("TCD",), "actual")]


def test_ships_that_do_something_send_no_aid() -> None:
    assert _acts("Chinese coast guard ships blocked the food supplies of Kenya's navy.", "en") != [
        ("AID", ("CHN",), ("KEN",))
    ]
    assert not any(
        plover == "AID"
        for plover, _, _ in _acts("Kenyan ships carrying food and medicine were near Chad.", "en")
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Kenia schloss die Grenze zum Tschad, sagte Innenministerin Ann Otieno."),
        ("de", "Kenia hat die Grenze zum Tschad geschlossen, sagte die Innenministerin Ann Otieno."),
        ("de", "Kenia wird nach Angaben von Innenministerin Ann Otieno die Grenze zum Tschad schließen."),
        ("en", "Kenya closed, according to Interior Minister Ann Otieno, its border to Chadian lorries."),
        (
            "es",
            "Kenia cerró la frontera con Chad, según la ministra de Comunicación e Información, Ann Otieno.",
        ),
    ],
)
def test_whoever_tells_of_a_measure_is_of_the_state_that_took_it(lang: str, text: str) -> None:
    people = [r for r in communique.read(text, lang=lang).records if r.kind == "person"]
    assert [(p.name, p.country) for p in people] == [("Ann Otieno", "KEN")]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Polen, die Schweiz und Kanada haben Sanktionen gegen den Tschad verhängt.", ("POL", "CHE", "CAN")),
        ("Polen, die Schweiz und weitere Länder verhängten Sanktionen gegen den Tschad.", ("POL", "CHE")),
    ],
)
def test_an_article_in_a_list_opens_no_relative_clause(text: str, by: tuple[str, ...]) -> None:
    assert _acts(text, "de") == [("SANCTION", by, ("TCD",))]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya reported Chadian balloons violating Kenyan airspace."),
        ("en", "Kenya spoke of twelve sailors from Chad who were captured by pirates in Kenya's waters."),
        ("en", "A former Chadian minister was accused of theft in Kenya."),
        ("en", "Kenya paid for Chad's blacklisted army unit."),
        ("es", "Un exministro chadiano fue acusado de robo en Kenia."),
    ],
)
def test_what_no_state_does_to_another_is_no_act(lang: str, text: str) -> None:
    assert _acts(text, lang) == []


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Kenia presentó un reclamo formal a Chad.", "PROTEST"),
        ("Kenia enviará una nota de protesta al gobierno de Chad.", "PROTEST"),
        ("Kenia paralizó la expedición de visas a los ciudadanos de Chad.", "SANCTION"),
        ("Kenia liberó a diez reos chadianos.", "RETREAT"),
        ("Kenia aplicará aranceles a Chad.", "SANCTION"),
        ("Kenia atribuyó a Chad el ataque.", "ACCUSE"),
    ],
)
def test_spanish_words_of_acts(text: str, plover: str) -> None:
    assert _acts(text, "es") == [(plover, *KENYA_CHAD)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya condemned Chad's decision to recognise the State of Palestine."),
        ("es", "Kenia condenó la decisión de Chad de reconocer el Estado de Palestina."),
        ("fr", "Le Kenya a condamné la décision du Tchad de reconnaître l'État de Palestine."),
    ],
)
def test_a_decision_is_of_whom_it_belongs_to(lang: str, text: str) -> None:
    records = communique.read(text, lang=lang).records
    found = {str(r.stance): (r.by, r.toward) for r in records if isinstance(r, Position)}
    assert found["recognize"] == (("TCD",), ("PSE",))
    assert found["condemn"][0] == ("KEN",)
    assert not any(r.kind == "commitment" for r in records)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Kenia saludó la decisión de Chad de cerrar el campamento."),
        ("fr", "Le Kenya a salué la décision du Tchad de fermer le camp."),
    ],
)
def test_a_decision_that_is_welcomed_binds_its_owner(lang: str, text: str) -> None:
    records = communique.read(text, lang=lang).records
    assert [r.by for r in records if r.kind == "commitment"] == [("TCD",)]


def test_what_somebody_is_kept_from_or_accused_of_is_no_position() -> None:
    for text in (
        "Kenya blocked the Security Council from supporting sanctions on Chad.",
        "Kenya accused Chad of having supported the rebels.",
    ):
        assert not any(isinstance(r, Position) for r in communique.read(text, lang="en").records)


def test_a_state_by_its_full_name_is_what_is_recognised() -> None:
    records = communique.read("Kenya recognised the State of Palestine.", lang="en").records
    assert [(r.issue, r.toward) for r in records if isinstance(r, Position)] == [
        ("the State of Palestine", ("PSE",))
    ]


def test_neighbours_reproach_each_other() -> None:
    text = "Zum Jahrestag werfen sich Kenia und der Tschad Angriffe vor."
    assert _acts(text, "de") == [("ACCUSE", ("KEN", "TCD"), ("KEN", "TCD"))]


def test_both_owners_of_a_thing_are_meant() -> None:
    text = (
        "Kenia hatte die Manöver der USA und Südkoreas als Provokation bezeichnet und mit Vergeltung gedroht."
    )
    both = ("KEN",), ("USA", "KOR")
    assert sorted(_acts(text, "de")) == [("ACCUSE", *both), ("THREATEN", *both)]


def test_a_reproach_at_home_is_no_act() -> None:
    text = "In Nairobi warf Oppositionsführer Tom Otieno dem Präsidenten vor, sich Japan zu beugen."
    assert _acts(text, "de") == []


@pytest.mark.parametrize(
    ("lang", "text", "plover"),
    [
        ("en", "Kenya's junta accused Chad of meddling.", "ACCUSE"),
        ("en", "Kenya described the plan of Chad as an infringement on its rights.", "ACCUSE"),
        ("en", "A Kenyan warship has delivered weaponry to Chad.", "AID"),
        ("fr", "Le régime kényan ordonne l'expulsion du coordonnateur du Tchad", "COERCE"),
        ("es", "Kenia anunció la suspensión temporal de la exportación de energía a Chad.", "SANCTION"),
        ("es", "Kenia impuso un gravamen a los productos de Chad.", "SANCTION"),
        ("es", "Kenia reprochó este jueves a Chad su decisión.", "ACCUSE"),
        ("de", "Kenias Militärregierung warf dem Tschad Einmischung vor.", "ACCUSE"),
    ],
)
def test_words_of_acts_and_of_who_acts(lang: str, text: str, plover: str) -> None:
    assert _acts(text, lang) == [(plover, *KENYA_CHAD)]


def test_a_ministry_without_its_state_summons_the_envoy_of_the_other() -> None:
    text = (
        "Kenya says balloons from Chad crossed its border. The foreign ministry summoned the Chadian "
        "charge d'affaires, Idris Haroun, and handed him a note of protest."
    )
    assert set(_acts(text, "en")) == {("PROTEST", *KENYA_CHAD)}
