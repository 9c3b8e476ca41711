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
