"""How Russian-language agencies word expulsions, protests, delegations and quotations, and their longer titles."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("ru")


@pytest.mark.parametrize(
    "names",
    [
        "Главы МИД Кении и Чада Сергей Оду и Андрей Аду",
        "Главы МИД Кении и Чада Андрей Оду и Сергей Аду",
    ],
)
def test_a_name_in_the_nominative_stays_as_it_is(names: str) -> None:
    assert set(reads.persons(f"{names} провели переговоры.")) == set(
        names.removeprefix("Главы МИД Кении и Чада ").split(" и ")
    )


@pytest.mark.parametrize(
    ("title", "country", "role"),
    [
        ("Вице-премьер правительства Казахстана", "KAZ", "deputy_head_of_government"),
        (
            "Помощник государственного секретаря США по Южной и Центральной Азии",
            "USA",
            "vice_foreign_minister",
        ),
        ("Заместитель председателя комитета Госдумы по обороне", "RUS", "legislator"),
        ("Первый замгендиректора РЖД", "RUS", "executive"),
        ("Замглавы Россотрудничества", "RUS", "official"),
        ("Председатель Маджлиси намояндагон", "TJK", "speaker_of_parliament"),
    ],
)
def test_longer_titles(title: str, country: str, role: str) -> None:
    text = f"{title} Иван Котов встретился с послом Кении."
    assert reads.persons(text) == {"Иван Котов": (country, role)}
    assert set(reads.only(text, "meeting").countries) == {country, "KEN"}


@pytest.mark.parametrize(
    ("text", "by", "toward"),
    [
        ("В министерстве иностранных дел Кении сообщили о высылке двух дипломатов Чада.", "KEN", "TCD"),
        ("В кенийском МИДе сообщили в пятницу о высылке двух дипломатов Чада.", "KEN", "TCD"),
        ("Высылка Кенией дипломатов Чада вызвала споры.", "KEN", "TCD"),
        ("Гана изгоняет чадских дипломатов.", "GHA", "TCD"),
        ("Атташе посольства Чада в Гане объявлен персоной нон грата.", "GHA", "TCD"),
    ],
)
def test_who_expels_whom(text: str, by: str, toward: str) -> None:
    record = reads.only(text, "act")
    assert (record.plover, record.by, record.toward) == ("COERCE", (by,), (toward,))


def test_an_expulsion_of_ones_own_diplomats_is_nobodys_act() -> None:
    text = "В МИД Кении отметили, что высылка кенийских дипломатов стала ответом на критику Чада."
    assert not [record for record in reads.records(text, "act") if record.by == ("KEN",)]


def test_each_of_two_expulsions_has_its_own_target() -> None:
    text = "Чад выслал двух кенийских дипломатов и объявил о высылке шести сотрудников ганской миссии."
    assert {record.toward for record in reads.records(text, "act")} == {("KEN",), ("GHA",)}


@pytest.mark.parametrize(
    "text",
    [
        "Ноту протеста вручили сотруднику посольства Чада в Кении.",
        "МИД Кении передал посольству Чада ноту с требованием прекратить учения.",
    ],
)
def test_notes_handed_over(text: str) -> None:
    record = reads.only(text, "act")
    assert (record.plover, record.by, record.toward) == ("PROTEST", ("KEN",), ("TCD",))


@pytest.mark.parametrize(
    "delegation",
    [
        "делегацию во главе с министром транспорта Чада Иваном Котовым",
        "делегацию Чада во главе с министром транспорта Иваном Котовым",
    ],
)
def test_who_leads_a_delegation_is_received(delegation: str) -> None:
    record = reads.only(f"Президент Кении Уильям Мута принял {delegation}.", "meeting")
    assert [(who.name, who.country) for who in record.participants] == [
        ("Уильям Мута", "KEN"),
        ("Иван Котов", "TCD"),
    ]


def test_he_who_wrote_is_nobody_whom_his_words_name() -> None:
    text = (
        "Министр торговли Кении Уильям Мута рассказал о встрече. "
        "«Мы рады министру Чада Ивану Котову и готовы увеличить экспорт в Чад», – написал он."
    )
    assert reads.only(text, "commitment").by == ("KEN",)


def test_plans_to_hold_talks_are_planned() -> None:
    text = "Министр Кении Уильям Мута сообщил о планах провести переговоры с министром Чада Иваном Котовым."
    assert reads.only(text, "meeting").modality == "planned"


def test_a_talk_with_the_press_is_no_meeting_of_states() -> None:
    text = "Депутат парламента Кении Уильям Мута в беседе с журналистами заявил, что выборы в Чаде отложены."
    assert reads.records(text, "meeting") == []


def test_matters_spoken_of_are_no_source() -> None:
    text = "Кения и Чад договорились продолжить сотрудничество по данным вопросам."
    assert reads.only(text, "commitment").attribution.source is None


def test_a_wish_of_health_is_no_promise() -> None:
    text = "Президент Кении Уильям Мута сказал: «Желаю выздоровления раненым в Чаде»."
    assert reads.records(text, "commitment") == []


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Вице-премьер чешского правительства", "deputy_head_of_government"),
        ("Глава чешского правительства", "head_of_government"),
        ("Советник чешского посольства", "official"),
        ("Торговый представитель Чехии в Гане", "ambassador"),
    ],
)
def test_a_state_between_a_title_and_its_body(title: str, role: str) -> None:
    assert reads.persons(f"{title} Иван Котов посетил Кению.") == {"Иван Котов": ("CZE", role)}


def test_envoys_listed_by_their_states() -> None:
    text = (
        "Грамоты вручили послы Турецкой Республики Али Коксал, Королевства Швеция Анна Линд, Кении Джон Аду."
    )
    assert reads.persons(text) == {
        "Али Коксал": ("TUR", "ambassador"),
        "Анна Линд": ("SWE", "ambassador"),
        "Джон Аду": ("KEN", "ambassador"),
    }


def test_who_receives_an_envoy_is_not_of_the_envoys_state() -> None:
    text = "Президент Адыл Каримов принял посла Кении Джона Аду."
    assert reads.persons(text)["Адыл Каримов"] == (None, "head_of_state")


def test_the_head_of_a_state_told_by_its_adjective() -> None:
    text = "Глава чешского государства Иван Котов принял посла Кении."
    assert reads.persons(text) == {"Иван Котов": ("CZE", "head_of_state")}
