"""How Russian agencies name sides, who stands for them, and what somebody else said."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("ru")


@pytest.mark.parametrize(
    "told",
    [
        "С ганской стороны документ подписал министр транспорта Кофи Мансо.",
        "Делегацию с ганской стороны возглавил министр транспорта Кофи Мансо.",
        "Со стороны Кении подписал посол, а с ганской стороны – министр транспорта Кофи Мансо.",
    ],
)
def test_who_stands_for_a_side_is_of_it(told: str) -> None:
    assert reads.persons(told)["Кофи Мансо"] == ("GHA", "minister")


def test_one_side_is_not_both() -> None:
    text = "Предложение чилийской стороны поддержала Кения."
    assert reads.only(text, "position").by == ("KEN",)


def test_talks_told_of_in_a_call_are_others() -> None:
    text = (
        "Президент Чили Хуан Перес и президент Кении Джон Камау провели телефонный разговор, в ходе которого "
        "кенийский лидер рассказал о встрече в Лиме с президентом Ганы Кофи Мансо."
    )
    found = {record.countries: record.format for record in reads.records(text, "meeting")}
    assert found == {("CHL", "KEN"): "phone", ("KEN", "GHA"): "in_person"}


@pytest.mark.parametrize("visit", ["предстоящем визите в Кению", "визите в Кению", "предстоящем визите"])
def test_who_tells_of_a_visit_does_not_travel(visit: str) -> None:
    text = f"Об этом говорили в Найроби. О {visit} сообщил посол Чили в Кении Хуан Перес."
    assert reads.records(text, "visit") == []


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("исполняющего обязанности министра иностранных дел", "foreign_minister"),
        ("исполняющего обязанности министра обороны", "minister"),
    ],
)
def test_an_acting_minister_is_received(office: str, role: str) -> None:
    text = f"Президент Чили Хуан Перес принял {office} Кении Джона Камау."
    assert reads.persons(text)["Джон Камау"] == ("KEN", role)
    assert reads.only(text, "meeting").countries == ("CHL", "KEN")


def test_who_is_welcomed_somewhere_is_no_issue() -> None:
    text = "Президент Чили Хуан Перес приветствовал в аэропорту президента Кении Джона Камау."
    assert reads.records(text, "position") == []
    assert reads.only(text, "courtesy").act == "welcome"


@pytest.mark.parametrize(
    "text",
    [
        "Посол Чили в Кении Хуан Перес был вызван в министерство иностранных дел.",
        "В МИД вызван временный поверенный в делах Чили в Кении Хуан Перес.",
    ],
)
def test_an_envoy_is_summoned_where_he_is_posted(text: str) -> None:
    record = reads.only(text, "act")
    assert (record.plover, record.by, record.toward) == ("PROTEST", ("KEN",), ("CHL",))


def test_bodies_with_longer_names_sign() -> None:
    text = (
        "Меморандум подписан между Государственным комитетом по туризму и ремеслам Чили, "
        "Министерством транспорта и коммуникаций Кении и Министерством связи Ганы."
    )
    assert reads.only(text, "agreement").parties == ("CHL", "KEN", "GHA")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("всему кенийскому народу, родным и близким погибших", None),
        ("президенту Кении Джону Камау, семьям погибших в результате взрыва", None),
        ("президенту Кении Джону Камау в связи с наводнением", "наводнением"),
    ],
)
def test_mourners_are_no_reason_for_sympathy(told: str, reason: str | None) -> None:
    text = f"Президент Чили Хуан Перес выразил глубокие соболезнования {told}."
    assert reads.only(text, "courtesy").reason == reason


def test_what_a_state_alone_intends() -> None:
    text = "Гана и Чили ведут переговоры. Премьер Кении Джон Камау сообщил о намерении страны закрыть границу с Чили."
    assert reads.only(text, "commitment").by == ("KEN",)


def test_ordinals_and_forms_of_firms_are_no_names() -> None:
    text = "Так сказал директор Четвертого Азиатского департамента МИД Кении Джон Камау и глава АО «Рассвет»."
    assert set(reads.persons(text)) == {"Джон Камау"}


def test_how_ready_sides_are_is_no_pledge() -> None:
    assert (
        reads.records("Кения и Чили отметили высокую степень готовности сторон к визиту.", "commitment") == []
    )


def test_a_visit_is_no_matter_of_visas() -> None:
    text = "Кения и Чили договорились подготовить визит министра."
    assert "visa" not in reads.only(text, "commitment").sectors


@pytest.mark.parametrize(
    "told",
    [
        "4 мая в Чили с официальным визитом прибыл президент Кении Джон Камау",
        "Гану с официальным визитом посетил президент Кении Джон Камау",
        "Гавану с рабочим визитом посетит президент Кении Джон Камау",
    ],
)
def test_where_a_visit_goes_stands_before_its_verb(told: str) -> None:
    record = reads.only(f"{told}.", "visit")
    assert record.visitor.name == "Джон Камау"
    assert record.destination in {"CHL", "CUB", "GHA"}


def test_a_guest_with_a_style_is_no_president() -> None:
    text = (
        "Президент Республики Чили, лидер нации уважаемый Хуан Перес и гости уважаемый Джон Камау и "
        "уважаемый Кофи Мансо посетили крепость. Гана и Кения соседи."
    )
    assert reads.persons(text) == {"Хуан Перес": ("CHL", "head_of_state")}


def test_who_takes_part_in_a_forum_is_not_of_where_it_is() -> None:
    text = (
        "Министр обороны Хуан Перес принимает участие в форуме, который проходит в Кении. "
        "Об этом сообщили в чилийском ведомстве."
    )
    assert reads.persons(text)["Хуан Перес"] == ("CHL", "minister")


def test_a_list_of_who_was_met_goes_on_behind_its_preposition() -> None:
    text = (
        "Президент Кении Джон Камау встретился с президентом Чили Хуаном Пересом, "
        "с премьер-министром Ганы Кофи Мансо, с главой МИД Кубы Марией Диас и с послом Непала."
    )
    assert reads.only(text, "meeting").countries == ("KEN", "CHL", "GHA", "CUB", "NPL")


def test_who_met_stands_before_several_others() -> None:
    text = (
        "В Риме прошла встреча министра Чили Хуана Переса с министром Кении Джоном Камау и главой МИД Ганы."
    )
    assert reads.only(text, "meeting").countries == ("CHL", "KEN", "GHA")


@pytest.mark.parametrize("link", ["в связи с обстрелами", "по поводу обстрелов"])
def test_what_a_concern_is_about(link: str) -> None:
    issue = reads.only(f"Чили выразила серьезную озабоченность {link} в Кении.", "position").issue
    assert issue == link.rpartition(" ")[2] + " в Кении"


def test_diplomats_at_an_organisation_are_of_their_state() -> None:
    record = reads.only("Кения объявила 12 чадских дипломатов при ООН персонами нон грата.", "act")
    assert (record.plover, record.by, record.toward) == ("COERCE", ("KEN",), ("TCD",))


def test_a_programme_on_the_air_is_no_project() -> None:
    assert reads.records("Кения осудила выступление чилийца в эфире программы «Вечер».", "project") == []


def test_a_figure_that_is_nearly_reached() -> None:
    record = reads.only(
        "Товарооборот между Чили и Кенией приблизился к отметке 30 млн долларов.", "indicator"
    )
    assert (record.value, record.bound) == (30_000_000, "about")


def test_who_acts_behind_a_gathering_is_no_part_of_its_name() -> None:
    text = (
        "Президент Кении Джон Камау прибыл в США. 23 сентября на полях Генеральной Ассамблеи ООН Джон Камау "
        "провел переговоры с президентом Чили Хуаном Пересом."
    )
    assert reads.only(text, "meeting").occasion == "на полях Генеральной Ассамблеи ООН"
    assert reads.only(text, "gathering").name == "Генеральной Ассамблеи ООН"


def test_a_house_is_no_town() -> None:
    text = "Министр обороны Кении Джон Камау встретил министра обороны Чили Хуана Переса в Доме дружбы."
    assert reads.only(text, "meeting").place is None
