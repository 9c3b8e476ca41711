"""The pattern language of cues: what expands to what, and what is refused."""

from __future__ import annotations

import pytest

from communique.errors import PackError
from communique.lexicon.patterns import Head, expand
from communique.lexicon.shape import Properties
from communique.lexicon.verbs import VerbTable

VERBS: VerbTable = {
    "agree": [("inf", "agree", None), ("past", "agreed", None)],
    "aufrufen": [("past", "rief", "auf"), ("past", "aufrief", None), ("inf", "aufzurufen", None)],
}


def _literals(pattern: str) -> list[str]:
    return sorted(head.literal for head in expand(pattern, VERBS, "test"))


def test_forms_of_a_verb() -> None:
    assert _literals("<agree> to") == ["agree to", "agreed to"]
    assert expand("<agree:past> to", VERBS, "test") == [Head("agreed to", False, False, "past", ())]


def test_choice_and_optional() -> None:
    assert _literals("call {on|upon}") == ["call on", "call upon"]
    assert _literals("call [up] on") == ["call on", "call up on"]
    assert _literals("{<agree:past>|vow} to") == ["agreed to", "vow to"]


def test_gap_keeps_the_tail() -> None:
    (head,) = expand("sprach ~ {für|gegen} ~ aus$", VERBS, "test")
    assert head == Head("sprach", False, False, "", (("für", "gegen"), ("aus$",)))


def test_a_separable_verb_asks_for_its_particle() -> None:
    heads = {head.literal: head.tails for head in expand("<aufrufen>", VERBS, "test")}
    assert heads == {"rief": (("auf$",),), "aufrief": (), "aufzurufen": ()}


def test_a_particle_may_stand_behind_the_tails_or_before_them() -> None:
    tails = [head.tails for head in expand("<aufrufen:past> ~ zu", VERBS, "test") if head.literal == "rief"]
    assert tails == [(("zu",), ("auf$",)), (("auf$",), ("zu",))]


def test_a_tail_has_no_form_without_its_particle() -> None:
    (head,) = expand("sich ~ <aufrufen:past>", VERBS, "test")
    assert head.tails == (("aufrief",),)


def test_open_end() -> None:
    assert expand("kooper*", VERBS, "test") == [Head("kooper", False, True, "", ())]


@pytest.mark.parametrize("pattern", ["<agrees> to", "<agree:ger>", "say {this", "one ~ ~ two"])
def test_refused(pattern: str) -> None:
    with pytest.raises(PackError, match=r"here\.toml"):
        expand(pattern, VERBS, "here.toml")


def test_where_the_verb_comes_first_its_words_may_stand_behind_the_subject() -> None:
    first = Properties(name="first", code="xx", verb_forms=["inf", "past"], verb_first=True)
    heads = expand("<agree> [up] {to|on}", VERBS, "test", properties=first)
    (parted,) = [head for head in heads if head.behind]
    assert parted == Head("agreed", False, False, "past", (), ("up on", "up to", "on", "to"))
    assert len(heads) == len(expand("<agree> [up] {to|on}", VERBS, "test")) + 1


def test_a_word_that_is_written_to_the_next_is_no_end_of_a_head() -> None:
    joined = Properties(name="joined", code="xx", verb_forms=["inf", "past"], proclitics=["b"])
    assert [head.literal for head in expand("agreed b", VERBS, "test", properties=joined)] == ["agreed"]
