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
