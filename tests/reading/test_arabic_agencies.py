"""How Arabic agencies name whom an office belongs to, who calls whom, and what a body condemns."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("ar")


@pytest.mark.parametrize("link", ["لجمهورية غانا", "بجمهورية غانا", "لدولة غانا", "في جمهورية غانا"])
def test_an_office_linked_to_a_formal_name(link: str) -> None:
    text = f"التقى وزير الخارجية التونسي ماهر كامل وزير الدفاع {link} كوفي منسى."
    assert reads.persons(text)["كوفي منسى"] == ("GHA", "minister")
    record = reads.only(text, "meeting")
    assert record.countries == ("TUN", "GHA")
    assert record.place is None


def test_a_given_name_that_is_a_state_too() -> None:
    text = "بحث وزير الخارجية التونسي ماهر كامل مع رئيسة الوزراء الإيطالية جورجيا ميلوني الهجرة."
    assert reads.persons(text)["جورجيا ميلوني"] == ("ITA", "head_of_government")
    assert reads.only(text, "meeting").countries == ("TUN", "ITA")


def test_who_calls_takes_part_in_the_call() -> None:
    text = "تلقى الرئيس التونسي ماهر كامل مكالمة هاتفية من الرئيس الكيني جون كيبيت."
    record = reads.only(text, "meeting")
    assert [who.name for who in record.participants] == ["ماهر كامل", "جون كيبيت"]
    assert record.format == "phone"
