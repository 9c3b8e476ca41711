"""What Arabic shows of the shape of packs: verbs first, words written together, names without capitals."""

from __future__ import annotations

import communique
from communique.kinds.record import Record


def records(text: str, kind: str) -> list[Record]:
    return [r for r in communique.read(text, lang="ar").records if r.kind == kind]


def test_what_belongs_to_a_verb_stands_behind_its_subject() -> None:
    (pledge,) = records("أعرب الرئيس الكيني وليام روتو عن رغبة بلاده في توسيع التجارة مع تونس.", "commitment")
    assert (pledge.by, pledge.mode) == (("KEN",), "pledge")  # type: ignore[attr-defined]


def test_a_preposition_is_written_to_the_noun_it_governs() -> None:
    (stance,) = records("رحبت كينيا باتفاق السلام.", "position")
    assert stance.issue == "اتفاق السلام"  # type: ignore[attr-defined]


def test_a_verb_is_told_from_its_noun_by_its_place() -> None:
    text = "اتفقت تونس وكينيا على تعزيز التعاون ودعم الاستقرار."
    assert not records(text, "position")
    actions = sorted(r.action for r in records(text, "commitment"))  # type: ignore[attr-defined]
    assert actions == ["تعزيز التعاون", "دعم الاستقرار"]


def test_offices_stand_behind_the_name_of_who_is_addressed() -> None:
    text = "استقبل الشيخ محمد بن زايد آل نهيان رئيس دولة الإمارات، معالي وليام روتو رئيس جمهورية كينيا."
    found = {r.name: (r.country, r.role) for r in records(text, "person")}  # type: ignore[attr-defined]
    assert found == {
        "محمد بن زايد آل نهيان": ("ARE", "head_of_state"),
        "وليام روتو": ("KEN", "head_of_state"),
    }


def test_two_titles_side_by_side_are_one_persons() -> None:
    text = "قال نائب رئيس الوزراء وزير الخارجية الأردني أيمن الصفدي إن الأردن يدعم العراق."
    (person,) = records(text, "person")
    assert (person.country, person.role) == ("JOR", "deputy_head_of_government")  # type: ignore[attr-defined]


def test_a_father_is_not_his_son() -> None:
    text = "التقى الملك سلمان بن عبدالعزيز الرئيس الكيني وليام روتو. وحضر اللقاء الأمير محمد بن سلمان بن عبدالعزيز."
    names = {r.name for r in records(text, "person")}  # type: ignore[attr-defined]
    assert {"سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز"} <= names


def test_a_surname_may_be_an_adjective_of_a_state() -> None:
    text = "وصل رئيس الوزراء العراقي محمد شياع السوداني إلى عمان. وأكد السوداني حرص العراق على دعم الأردن."
    (person,) = records(text, "person")
    assert person.name == "محمد شياع السوداني"  # type: ignore[attr-defined]
    assert [r.by for r in records(text, "commitment")] == [("IRQ",)]  # type: ignore[attr-defined]


def test_a_preposition_spelled_as_a_name_is_none() -> None:
    (person,) = records("قال السفير التونسي لدى روسيا علي قوطالي إن التجارة تنمو.", "person")
    assert person.name == "علي قوطالي"  # type: ignore[attr-defined]
    assert not records("أكد الرئيس التونسي على نجاح اللقاء.", "person")


def test_a_verb_in_the_masculine_has_no_feminine_state_as_its_subject() -> None:
    text = "رحب الرئيس الكيني وليام روتو بالاتفاق، وشكر الصين على وساطتها."
    (thanks,) = records(text, "courtesy")
    assert (thanks.by.name, thanks.to.country) == ("وليام روتو", "CHN")  # type: ignore[attr-defined]


def test_a_verb_in_the_dual_means_both_sides() -> None:
    text = "اجتمع الوزير التونسي والوزير الكيني في نيروبي. واتفقا على فتح الحدود."
    assert [r.by for r in records(text, "commitment")] == [("TUN", "KEN")]  # type: ignore[attr-defined]


def test_a_capital_spelled_as_a_state_is_told_by_the_states_around() -> None:
    (visit,) = records("وصل الرئيس الكيني وليام روتو إلى عمان للقاء العاهل الأردني.", "visit")
    assert visit.destination == "JOR"  # type: ignore[attr-defined]
    (visit,) = records("وصل الرئيس الكيني وليام روتو إلى عمان للقاء السلطان العماني.", "visit")
    assert visit.destination == "OMN"  # type: ignore[attr-defined]


def test_letters_and_signs_have_one_spelling() -> None:
    for text in ("أدانت كينيا الهجوم.", "ادانت كينيا الهجوم.", "أَدانَت كينيا الهُجوم."):
        assert [r.stance for r in records(text, "position")] == ["condemn"]  # type: ignore[attr-defined]


def test_gatherings_are_named_without_capitals() -> None:
    (held,) = records("عقدت اللجنة التونسية الكينية المشتركة دورتها الخامسة في نيروبي.", "gathering")
    assert held.name == "اللجنة التونسية الكينية المشتركة"  # type: ignore[attr-defined]


def test_an_agreements_title_ends_before_the_next() -> None:
    text = "وقعت تونس وكينيا اتفاقية في مجال الصيد ومذكرة تفاهم بشأن السياحة."
    titles = sorted(r.title for r in records(text, "agreement"))  # type: ignore[attr-defined]
    assert titles == ["اتفاقية في مجال الصيد", "مذكرة تفاهم بشأن السياحة"]


def test_an_agency_between_strokes_tells_the_home_state() -> None:
    text = "أبوظبي في 13 فبراير / وام / استقبل رئيس الدولة الشيخ محمد بن زايد الرئيس الكيني وليام روتو."
    (meeting,) = records(text, "meeting")
    assert meeting.countries == ("ARE", "KEN")  # type: ignore[attr-defined]


def test_a_long_line_of_descent_keeps_the_name_of_its_house() -> None:
    text = "استقبل وزير الخارجية السعودي الأمير فيصل بن سالم بن عبد العزيز آل سعود نظيره الكيني موساليا مودافادي."
    names = {r.name for r in communique.read(text, lang="ar").records if r.kind == "person"}
    assert "فيصل بن سالم بن عبد العزيز آل سعود" in names
