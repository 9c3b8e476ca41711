"""A copy is told from a telling of its own, in scripts with and without spaces."""

from __future__ import annotations

from communique.resolve.copies import copies

ORIGINAL = (
    "The foreign ministers of Ghana and Togo met in Lomé on Monday to speak about the common border. They agreed "
    "that a joint commission will meet every quarter, that both customs services will exchange their data, and that "
    "fishermen of both states may land their catch in either port. A second meeting is planned for the autumn."
)
CUT = "LOMÉ (Agency) - " + ORIGINAL.rpartition(" A second")[0] + " (end)"
OWN = (
    "Togo and Ghana want to watch their border together. After talks in Lomé on Monday the two ministers announced a "
    "commission that is to meet four times a year. Customs data will be shared, and boats may use the ports of both."
)
CHINESE = (
    "加纳外长星期一在洛美同多哥外长举行会谈，双方同意成立联合委员会，"
    "每季度举行一次会议，并就海关数据交换达成一致。"
)


def test_a_copy_that_is_cut_and_has_another_head() -> None:
    assert copies([("first", ORIGINAL), ("own", OWN), ("copy", CUT)]) == {"copy": "first"}


def test_a_chain_of_copies_has_one_original() -> None:
    assert copies([("a", ORIGINAL), ("b", CUT), ("c", CUT)]) == {"b": "a", "c": "a"}


def test_a_form_filled_in_anew_is_no_copy() -> None:
    form = "Trade of Togo with Benin came to {} million francs in {} {}, which is {} percent more. " + OWN
    assert (
        copies([("may", form.format(412, "May", 2024, 3)), ("june", form.format(530, "June", 2025, 8))]) == {}
    )


def test_a_copy_without_spaces() -> None:
    assert copies([("a", CHINESE), ("b", "（洛美讯）" + CHINESE)]) == {"b": "a"}


def test_texts_too_short_to_tell_and_no_texts() -> None:
    assert copies([("a", "They met."), ("b", "They met.")]) == {}
    assert copies([]) == {}
