"""How Russian agencies and ministries word their reports: names in cases, shared titles, talks and protests."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("ru")


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("с президентом Чехии Мартином Калугиным", "Мартин Калугин"),
        ("с министром обороны Чехии Иваном Копыниным", "Иван Копынин"),
        ("с королем Норвегии Арнольдом Фальцем", "Арнольд Фальц"),
        ("к президенту Чехии Рональду Шульцу", "Рональд Шульц"),
        ("к министру обороны Чехии Эдуарду Пашиняну", "Эдуард Пашинян"),
        ("к президенту Турции Кемалю Демироглу", "Кемаль Демироглу"),
    ],
)
def test_names_are_told_in_the_nominative(written: str, called: str) -> None:
    assert list(reads.persons(f"Посол Кении обратился {written}.")) == [called]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Пресс-секретарь чешского президента", "spokesperson"),
        ("Советник чешского президента", "official"),
        ("Глава чешского внешнеполитического ведомства", "foreign_minister"),
        ("Руководитель чешского внешнеполитического ведомства", "foreign_minister"),
        ("Представитель внешнеполитического ведомства Чехии", "spokesperson"),
        ("Глава чешского генштаба", "military"),
    ],
)
def test_a_state_adjective_inside_a_title(title: str, role: str) -> None:
    assert reads.persons(f"{title} Павел Новак прибыл в Баку.") == {"Павел Новак": ("CZE", role)}


def test_whoever_is_posted_to_an_organisation_is_of_the_state_that_sent_him() -> None:
    text = "Постоянный представитель Кении при ЕС Джон Омонди встретился с министром обороны Литвы."
    assert reads.persons(text) == {"Джон Омонди": ("KEN", "ambassador")}
    assert reads.only(text, "meeting").countries == ("KEN", "LTU")


@pytest.mark.parametrize(
    "text",
    [
        "Главы внешнеполитических ведомств Кении и Ганы Джон Омонди и Кофи Менса встретились в Каире.",
        "Министры иностранных дел Кении Джон Омонди и Ганы Кофи Менса встретились в Каире.",
        "В Каире состоялась встреча министров иностранных дел Кении Джона Омонди и Ганы Кофи Менсы.",
    ],
)
def test_each_of_two_names_has_its_own_state_of_a_shared_title(text: str) -> None:
    assert {name.split()[0]: found for name, found in reads.persons(text).items()} == {
        "Джон": ("KEN", "foreign_minister"),
        "Кофи": ("GHA", "foreign_minister"),
    }
    assert {a.country for a in reads.only(text, "meeting").participants} == {"KEN", "GHA"}


def test_both_who_talk_on_the_telephone() -> None:
    text = "Состоялся телефонный разговор премьер-министра Кении Джона Омонди с президентом Ганы Кофи Менсой."
    record = reads.only(text, "meeting")
    assert (record.format, {a.name for a in record.participants}) == ("phone", {"Джон Омонди", "Кофи Менса"})


@pytest.mark.parametrize("lead", ["В начале беседы", "На переговорах", "В послании", "Во время встречи"])
def test_a_title_in_the_nominative_belongs_to_no_noun_before_it(lead: str) -> None:
    record = reads.only(f"{lead} президент Кении поздравил короля Марокко с юбилеем.", "courtesy")
    assert (record.by.country, record.to.country, record.act) == ("KEN", "MAR", "congratulate")


@pytest.mark.parametrize(
    "text",
    [
        "Посол Ганы вызван в МИД Кении.",
        "Посла Ганы вызвали в МИД Кении.",
        "В министерство иностранных дел Кении была вызвана посол Ганы.",
        "МИД Кении вызвал посла Ганы.",
    ],
)
def test_the_ministry_that_summons_protests(text: str) -> None:
    record = reads.only(text, "act")
    assert (record.plover, record.by, record.toward) == ("PROTEST", ("KEN",), ("GHA",))


def test_one_of_the_largest_is_no_first_place() -> None:
    assert not reads.records("Гана входит в тройку крупнейших торговых партнеров Кении.", "indicator")


def test_a_figure_that_is_neared_is_about() -> None:
    record = reads.only("Товарооборот Кении с Ганой приблизился к 2 млрд долларов.", "indicator")
    assert (record.value, record.bound) == (2e9, "about")


def test_whose_initiative_it_was_names_no_project() -> None:
    text = "Президент Кении Джон Омонди посетил Гану. Беседа прошла по инициативе Джона Омонди."
    assert not reads.records(text, "project")


@pytest.mark.parametrize(
    "text",
    [
        "В ходе встречи в Найроби с президентом Ганы Кофи Менсой президент Кении Джон Омонди обсудил торговлю.",
        "Гана нам близка, заявил президент Кении Джон Омонди в ходе встречи в Аккре с президентом Ганы Кофи Менсой.",
    ],
)
def test_whom_one_meets_behind_the_place(text: str) -> None:
    assert set(reads.only(text, "meeting").countries) == {"KEN", "GHA"}


@pytest.mark.parametrize(
    "text",
    [
        "Гана занимает четвертую позицию среди крупнейших торговых партнеров Кении.",
        "Гана остается в перечне важнейших экономических партнеров Кении.",
    ],
)
def test_a_place_among_the_largest_is_not_the_first(text: str) -> None:
    assert not reads.records(text, "indicator")


def test_what_a_committee_is_for_stands_before_its_state() -> None:
    text = "Документ подписал председатель Государственного комитета по реформам и туризму Кении Джон Омонди."
    assert reads.persons(text)["Джон Омонди"][0] == "KEN"


def test_whoever_heads_a_part_of_an_organisation_is_of_it() -> None:
    text = "Директор Исполнительного комитета Региональной структуры ШОС Джон Омонди прибыл в Гану."
    assert reads.persons(text) == {"Джон Омонди": ("SCO", "agency_head")}


def test_a_session_is_named_with_the_body_and_its_organisation() -> None:
    text = "Очередное заседание Совета глав государств - членов ШОС состоится в 2026 году в Кении."
    assert reads.only(text, "gathering").name == "Очередное заседание Совета глав государств - членов ШОС"


def test_where_aid_is_decided_is_not_who_gets_it() -> None:
    text = "Совет ЕС на заседании в Люксембурге принял решение о выделении Кении помощи в 500 млн евро."
    record = reads.only(text, "indicator")
    assert (record.reporter, record.partner) == ("EU", "KEN")


def test_a_place_in_the_locative_of_a_soft_noun() -> None:
    assert reads.only("Саммит АСЕАН прошел в Тяньцзине.", "gathering").place.name == "Tianjin"


def test_the_head_of_a_state() -> None:
    text = "Глава Кении Джон Омонди и глава делегации Ганы Кофи Менса обсудили торговлю."
    assert reads.persons(text)["Джон Омонди"] == ("KEN", "head_of_state")
    assert reads.persons(text)["Кофи Менса"] == ("GHA", "official")


def test_condolences_to_two_presidents() -> None:
    text = "Король Марокко выразил соболезнования президентам Ганы и Мали Кофи Менсе и Джону Омонди."
    assert {r.to.country for r in reads.records(text, "courtesy")} == {"GHA", "MLI"}


@pytest.mark.parametrize("guests", ["ганской делегации", "делегации Ганы"])
def test_whose_visit_it_is_behind_the_noun(guests: str) -> None:
    assert not reads.records(f"Президент Кении Джон Омонди отметил важность визита {guests}.", "visit")


def test_whoever_is_greeted_is_no_issue() -> None:
    assert not reads.records("Министр обороны Кении поприветствовал всех присутствующих.", "position")


def test_a_hope_for_recovery_asks_for_nothing() -> None:
    text = "Президент Кении выразил президенту Ганы надежду на скорейшее выздоровление пострадавших."
    assert not reads.records(text, "commitment")


def test_an_acronym_in_brackets_is_no_name() -> None:
    text = (
        "Президент Чада Махамат Деби встретился с председателем Партии развития (ПР) Омаром Диалло из Мали."
    )
    assert list(reads.persons(text)) == ["Махамат Деби", "Омар Диалло"]


def test_a_summit_is_named_with_all_its_states() -> None:
    text = "В Аккре прошел первый в истории саммит Кении, Ганы и Мали."
    assert reads.only(text, "gathering").name == "саммит Кении, Ганы и Мали"


def test_a_visit_named_between_its_verb_and_its_destination() -> None:
    text = "Президент Кении Уильям Мута посетит с визитом Танзанию."
    record = reads.only(text, "visit")
    assert (record.visitor.country, record.destination) == ("KEN", "TZA")
    text = "Президент Кении Уильям Мута посетил с официальным визитом Гану и Руанду."
    assert {(v.visitor.country, v.destination) for v in reads.records(text, "visit")} == {
        ("KEN", "GHA"),
        ("KEN", "RWA"),
    }


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("в июне прошлого года", "2024-06"),
        ("в мае этого года", "2025-05"),
        ("15 марта прошлого года", "2024-03-15"),
    ],
)
def test_a_month_of_a_year_told_from_today(day: str, date: str) -> None:
    text = f"Президент Кении Уильям Мута и президент Ганы Джон Аду встретились {day}."
    assert reads.only(text, "meeting").date == date


def test_a_tier_and_what_is_joined_to_it_are_one_partnership() -> None:
    for tier in (
        "стратегического партнерства и сотрудничества",
        "всеобъемлющего стратегического партнерства и союзничества",
    ):
        text = f"Президенты Кении и Ганы установили отношения {tier}."
        assert reads.only(text, "partnership").tier_text == tier


def test_a_year_told_from_today_before_its_month() -> None:
    text = "В прошлом году в апреле состоялись переговоры министров Кении и Ганы."
    assert reads.only(text, "meeting").date == "2024-04"
