"""What Russian shows of the shape of packs: cases, persons under several forms, infinitives that stand alone."""

from __future__ import annotations

import communique
from read_records import Reads

reads = Reads("ru", "2024-11-20")

PAIR = "Президент Кении Уильям Руто встретился с премьер-министром Японии Фумио Кисидой. "


def test_one_person_under_several_forms() -> None:
    text = "Состоялись переговоры с министром иностранных дел России Сергеем Лавровым. Лаврова сопровождал посол."
    assert reads.only(text, "person").name == "Сергей Лавров"


def test_the_quote_keeps_the_form_of_the_text() -> None:
    quotes = [e.quote for e in reads.only(PAIR, "meeting").evidence]
    assert "премьер-министром Японии Фумио Кисидой" in quotes[0]


def test_a_genitive_is_no_subject() -> None:
    record = reads.only("Нападение Чада осудил президент Нигера Мохамед Базум.", "position")
    assert (record.by, record.stance) == (("NER",), "condemn")


def test_whoever_acts_behind_where() -> None:
    text = "Президент Кении Уильям Руто прибыл в Японию, где проведет переговоры с премьер-министром Фумио Кисидой."
    record = reads.only(text, "meeting")
    assert record.modality == "planned"
    assert {a.name for a in record.participants} == {"Уильям Руто", "Фумио Кисида"}


def test_both_heads_of_talks_behind_their_meeting() -> None:
    text = "В Каире состоялась встреча глав МИД Египта и Сомали, на которой стороны осудили терроризм."
    assert reads.only(text, "position").by == ("EGY", "SOM")


def test_pronouns_of_the_object() -> None:
    text = PAIR + "Президент Кении поблагодарил премьер-министра Японии и пригласил его посетить Найроби."
    record = reads.only(text, "invitation")
    assert (record.inviter.country, record.invitee.country) == ("KEN", "JPN")


def test_two_infinitives_are_two_commitments() -> None:
    text = (
        "Вьетнам и Лаос договорились довести товарооборот до 5 млрд долларов и ускорить строительство дороги."
    )
    actions = sorted(r.action for r in reads.records(text, "commitment"))
    assert actions == ["довести товарооборот до 5 млрд долларов", "ускорить строительство дороги"]


def test_a_month_in_its_own_case_with_its_year() -> None:
    assert (
        reads.only("Президент Кении Уильям Руто посетил Японию в мае 2023 года.", "visit").date == "2023-05"
    )


def test_a_name_without_title_that_only_one_office_fits() -> None:
    text = (
        "Состоялся телефонный разговор Владимира Путина с Президентом Узбекистана Шавкатом Мирзиёевым. "
        "Президент России поздравил коллегу с днём рождения."
    )
    assert {a.name for a in reads.only(text, "meeting").participants} == {"Владимир Путин", "Шавкат Мирзиёев"}


def test_a_gathering_begins_with_its_adjective() -> None:
    text = "В Казани пройдет XXV Петербургский международный экономический форум, сообщил президент России."
    assert reads.only(text, "gathering").name == "XXV Петербургский международный экономический форум"


def test_a_scale_word_with_its_stop_may_end_a_sentence() -> None:
    text = "Товарооборот Кении и Ганы составил $2 млрд. По словам посла, в 2024 году он вырос на 30 млн. долларов."
    found = communique.read(text, lang="ru")
    assert [text[s.start : s.end][:10] for s in found.segments] == ["Товарооборо"[:10], "По словам "]
