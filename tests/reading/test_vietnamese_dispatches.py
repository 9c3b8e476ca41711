"""Vietnamese dispatches: treaties with the name of a partnership, attacks that end, aid that is only promised."""

from __future__ import annotations

from typing import Any

import communique


def _read(text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang="vi", date="2026-03-12").records if r.kind == kind]


def test_a_treaty_with_the_name_of_a_partnership_is_none() -> None:
    text = "Việt Nam ủng hộ Peru gia nhập Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương."
    assert _read(text, "partnership") == []


def test_an_attack_that_ends_is_a_retreat() -> None:
    text = "Mali đã dừng cuộc tấn công nhằm vào Niger."
    assert [a.plover for a in _read(text, "act")] == ["RETREAT"]


def test_aid_that_is_promised_is_not_given() -> None:
    text = "Tổng thống Mali Assimi Goïta tái khẳng định cam kết của Mali cung cấp cho Niger các gói viện trợ."
    assert _read(text, "act") == []
    assert [c.mode for c in _read(text, "commitment")] == ["pledge"]


def test_a_year_that_a_vision_is_for_is_no_day_of_talks() -> None:
    text = "Tiếp Đại sứ Peru, Thủ tướng Phạm Minh Chính chúc mừng Peru thực hiện Tầm nhìn 2030."
    assert [m.date for m in _read(text, "meeting")] == [None]
