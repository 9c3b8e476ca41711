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


@pytest.mark.parametrize(
    "told",
    [
        "بأشد عبارات الإدانة والاستنكار الانقلاب في كينيا",
        "بأشد عبارات الاستنكار والاستهجان، الانقلاب في كينيا",
        "بأقوى عبارات التنديد الانقلاب في كينيا",
    ],
)
@pytest.mark.parametrize("comma", ["", "،"])
def test_how_strongly_something_is_condemned_is_not_what(comma: str, told: str) -> None:
    text = f"أدان معالي ماهر كامل، الأمين العام لجامعة الدول العربية{comma} {told}."
    record = reads.only(text, "position")
    assert (record.stance, record.issue) == ("condemn", "الانقلاب في كينيا")


@pytest.mark.parametrize(
    "text",
    [
        "أعربت تونس عن إدانتها واستنكارها الشديدين للتفجير في كينيا.",
        "أعربت وزارة الخارجية عن إدانة تونس واستنكارها للتفجير في كينيا.",
        "تدين تونس وتستنكر التفجير في كينيا.",
    ],
)
def test_a_stance_told_twice_is_one(text: str) -> None:
    record = reads.only(text, "position")
    assert (record.by, record.stance) == (("TUN",), "condemn")
    assert record.issue is not None
    assert record.issue.endswith("تفجير في كينيا")


@pytest.mark.parametrize(
    ("attack", "toward"),
    [("التفجير الذي استهدف غانا", ()), ("القصف الذي شنته كينيا على غانا", ("KEN",))],
)
def test_who_suffers_an_attack_is_not_condemned(attack: str, toward: tuple[str, ...]) -> None:
    assert reads.only(f"أدانت تونس {attack}.", "position").toward == toward


@pytest.mark.parametrize(
    "told",
    [
        "سلم مركز الملك سلمان للإغاثة والأعمال الإنسانية هدية حكومة المملكة من 50 طنا من التمور إلى غانا",
        "وزع مركز الملك سلمان للإغاثة 300 سلة غذائية في مدينة كوماسي في جمهورية غانا",
    ],
)
def test_a_states_relief_centre_gives_aid(told: str) -> None:
    record = reads.only(f"{told}.", "act")
    assert (record.plover, record.by, record.toward) == ("AID", ("SAU",), ("GHA",))


def test_a_verb_that_opens_a_sentence_is_no_condition() -> None:
    text = "وزعت تونس خياما ومساعدات غذائية، استفادت منها 90 أسرة في غانا."
    assert reads.only(text, "act").modality == "actual"


def test_who_stands_for_a_side_is_of_it() -> None:
    text = (
        "وقعها من الجانب التونسي الدكتورة ليلى كامل، وزيرة التخطيط، ومن الجانب الغاني الوزير كوفي منسى. "
        "ورأس الجانب الكيني معالي نائب وزير الخارجية جون كيبيت."
    )
    found = {name: told[0] for name, told in reads.persons(text).items()}
    assert found == {"ليلى كامل": "TUN", "كوفي منسى": "GHA", "جون كيبيت": "KEN"}


def test_a_guest_named_between_commas() -> None:
    text = "استقبل الرئيس التونسي ماهر كامل سفير غانا بتونس، كوفي منسى، الذي سلمه دعوة."
    assert reads.persons(text)["كوفي منسى"] == ("GHA", "ambassador")
    assert [who.name for who in reads.only(text, "meeting").participants] == ["ماهر كامل", "كوفي منسى"]


def test_where_an_ambassador_lives_is_no_name() -> None:
    text = "تسلم الوزير أوراق اعتماد سفير غانا في تونس المقيم في الرباط، وسفير جمهورية اتشاد الجديد."
    assert reads.persons(text) == {}


def test_whom_something_happens_to_does_not_take_an_open_office() -> None:
    text = (
        "قال مصدر في الخارجية التونسية إن وفدا زار نيروبي بدعوة من وزير الخارجية الكيني. "
        "وجاء ذلك بعد الإطاحة بماهر كامل من السلطة."
    )
    assert reads.persons(text) == {}


@pytest.mark.parametrize(
    "told",
    [
        "رفضت تونس القاطع مثل هذه الأعمال التي تستهدف المدنيين وتهدد أمن غانا",
        "أدانت تونس القرار الذي أصدره الرئيس ماهر كامل ويحظر الواردات من غانا",
    ],
)
def test_a_verb_joined_to_a_relative_tells_of_the_noun_before(told: str) -> None:
    assert reads.records(f"{told}.", "act") == []


def test_sympathy_goes_to_a_government_and_its_people() -> None:
    text = "أعربت تونس عن تضامنها مع غانا. وتقدمت بخالص التعازي لحكومة وشعب جمهورية غانا ولذوي الضحايا."
    record = reads.only(text, "courtesy")
    assert (record.by.country, record.to.country, record.reason) == ("TUN", "GHA", None)


def test_families_of_victims_are_no_name() -> None:
    text = "أعرب الرئيس التونسي ماهر كامل عن تعازيه إلى الرئيس الغاني وأسر الضحايا."
    assert set(reads.persons(text)) == {"ماهر كامل"}


def test_a_condemnation_set_off_by_how_strong_it_is() -> None:
    text = "أدانت تونس، بشدة الهجوم الذي وقع في غانا، مؤكدة استعدادها للمساعدة."
    assert reads.only(text, "position").issue == "الهجوم الذي وقع في غانا"


def test_a_row_of_percentages_with_partners() -> None:
    text = "ارتفعت تجارة تونس مع غانا بنسبة 20%، ومع كينيا بنسبة 33%، ومع الهند بنسبة 41%."
    found = {record.value: (record.measure, record.partner) for record in reads.records(text, "indicator")}
    assert found == {20: ("growth", "GHA"), 33: ("growth", "KEN"), 41: ("growth", "IND")}


def test_rulers_of_emirates_and_a_kingdom_by_its_full_name() -> None:
    text = (
        "بعث سمو الشيخ ماهر بن كامل حاكم أم القيوين برقية تعزية إلى الملك تشارلز الثالث، "
        "ملك المملكة المتحدة وأيرلندا الشمالية."
    )
    assert {name: told[0] for name, told in reads.persons(text).items()} == {
        "ماهر بن كامل": "ARE",
        "تشارلز الثالث": "GBR",
    }


def test_a_ban_on_travel_is_no_visit() -> None:
    assert reads.records("قرار تونس يحظر سفر مواطني ست دول إلى غانا.", "visit") == []


def test_where_an_agreement_was_signed_is_not_where_it_is_talked_about() -> None:
    text = "بحث الوزير التونسي ماهر كامل مع الوزير الغاني كوفي منسى تنفيذ الاتفاق الموقع في نيروبي."
    assert reads.only(text, "meeting").place is None


def test_a_press_statement_is_no_matter_of_health() -> None:
    text = "اتفقت تونس وغانا على إصدار بيان صحفي."
    assert "health" not in reads.only(text, "commitment").sectors


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "بدعوة من الرئيس الغاني كوفي منسى، بدأ الرئيس التونسي ماهر كامل زيارة دولة إلى غانا.",
            "زيارة دولة إلى غانا",
        ),
        ("وصل الرئيس التونسي ماهر كامل إلى غانا بدعوة من الرئيس الغاني كوفي منسى.", "إلى غانا"),
    ],
)
def test_what_a_guest_was_invited_to(text: str, to: str) -> None:
    record = reads.only(text, "invitation")
    assert (record.inviter.name, record.invitee.name, record.to) == ("كوفي منسى", "ماهر كامل", to)


def test_who_leaves_in_the_direction_of_a_state_travels_there() -> None:
    text = "غادر رئيس الحكومة التونسي ماهر كامل صباح اليوم تونس في اتجاه غانا."
    record = reads.only(text, "visit")
    assert (record.visitor.name, record.destination) == ("ماهر كامل", "GHA")


def test_where_a_chair_passes_to_is_no_venue() -> None:
    text = "التقى الوزير التونسي ماهر كامل الوزير الكيني جون كيبيت عند انتقال رئاسة المجلس من غانا إلى نيبال."
    place = reads.only(text, "meeting").place
    assert place is None or place.country != "NPL"
