"""How Arabic agencies word receptions, telegrams and delegations: names in quotation marks, offices of one's own."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("ar")


def test_names_in_quotation_marks() -> None:
    text = 'استقبل وزير الزراعة الأردني "ماهر كامل" سفير غانا في عمان "كوفي منسى".'
    assert reads.persons(text) == {"ماهر كامل": ("JOR", "minister"), "كوفي منسى": ("GHA", "ambassador")}
    record = reads.only(text, "meeting")
    assert [who.name for who in record.participants] == ["ماهر كامل", "كوفي منسى"]


def test_a_name_in_quotation_marks_before_its_title() -> None:
    text = "بحث الوزير التونسي ماهر كامل مع «بول ويليام»، المبعوث النرويجي الخاص لليمن، سبل السلام."
    assert reads.persons(text)["بول ويليام"] == ("NOR", "special_envoy")


def test_a_newspaper_in_quotation_marks_is_no_person() -> None:
    text = 'وقالت صحيفة "الشرق الأوسط"، وزير الدفاع التونسي ماهر كامل زار كينيا.'
    assert reads.persons(text) == {"ماهر كامل": ("TUN", "minister")}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("نائب وزير الخارجية والمغتربين السوري", "vice_foreign_minister"),
        ("مساعد وزير الشؤون الخارجية التونسي", "vice_foreign_minister"),
        ("وزير الاتصال الجزائري", "minister"),
        ("وكيل وزارة التغير المناخي والبيئة الإماراتي", "vice_minister"),
    ],
)
def test_offices_with_longer_portfolios(title: str, role: str) -> None:
    text = f"قال {title} ماهر كامل إن بلاده تدعم كينيا."
    assert [told[1] for told in reads.persons(text).values()] == [role]


@pytest.mark.parametrize("abroad", ["بالخارج", "في الخارج", "فى الخارج"])
def test_an_office_that_names_the_own_people_tells_its_state(abroad: str) -> None:
    text = f"تلقى ماهر كامل وزير الخارجية والهجرة وشئون المصريين {abroad} اتصالا هاتفيا من وزير خارجية كينيا."
    assert reads.persons(text) == {"ماهر كامل": ("EGY", "foreign_minister")}
    assert set(reads.only(text, "meeting").countries) == {"EGY", "KEN"}


def test_an_office_of_the_state_named_before() -> None:
    text = "أوفدت السنغال وزيرة خارجيتها عائشة نداي إلى كينيا."
    assert reads.persons(text) == {"عائشة نداي": ("SEN", "foreign_minister")}


def test_where_somebody_goes_is_not_his_state() -> None:
    text = "وصل وزير النفط ماهر كامل إلى الجزائر. وقال إن تونس ترحب بذلك."
    assert reads.persons(text)["ماهر كامل"][0] != "DZA"


def test_a_name_that_is_a_preposition_too_before_a_line_of_descent() -> None:
    text = "التقى وزير المالية القطري علي بن ماهر العمادي نظيره الرواندي جان كامل."
    assert reads.persons(text)["علي بن ماهر العمادي"] == ("QAT", "minister")


def test_a_verb_behind_an_office_is_no_name() -> None:
    text = "بعث الملك ماهر رسالة إلى أخيه الشيخ كامل الصباح أمير دولة الكويت تتعلق بالعلاقات مع الأردن."
    assert reads.persons(text)["كامل الصباح"] == ("KWT", "head_of_state")


def test_a_telegram_and_what_it_says_are_one_courtesy() -> None:
    text = (
        "بعث الرئيس التونسي ماهر كامل ببرقية تعزية إلى الرئيس جون كيبيت رئيس جمهورية كينيا، "
        "عبر فيها عن خالص تعازيه وصادق مواساته بضحايا حريق السوق."
    )
    record = reads.only(text, "courtesy")
    assert (record.by.country, record.to.name, record.act) == ("TUN", "جون كيبيت", "condole")
    assert record.reason == "ضحايا حريق السوق"


def test_a_letter_that_concerns_relations_is_no_call() -> None:
    text = "تسلم الرئيس التونسي ماهر كامل رسالة من الرئيس الكيني جون كيبيت تتصل بالعلاقات بين البلدين."
    assert reads.records(text, "meeting") == []


def test_a_delegation_and_who_leads_it() -> None:
    text = "وصل وفد برلماني كيني برئاسة رئيسة الجمعية الوطنية ماري كيبيت إلى تونس."
    record = reads.only(text, "visit")
    assert (record.visitor.country, record.destination) == ("KEN", "TUN")
    text = "وصل إلى تونس وفد من كينيا برئاسة وزير التجارة جون كيبيت."
    assert reads.persons(text) == {"جون كيبيت": ("KEN", "minister")}
    assert reads.only(text, "visit").visitor.country == "KEN"


@pytest.mark.parametrize(
    ("visit", "rank"),
    [
        ("زيارة العمل التي يقوم بها", "working"),
        ("الزيارة الرسمية التي أداها", "official"),
        ("زيارة الدولة التي قام بها", "state"),
    ],
)
def test_a_visit_told_in_a_relative_clause(visit: str, rank: str) -> None:
    text = f"جرى التوقيع في إطار {visit} الرئيس الكيني جون كيبيت إلى تونس."
    record = reads.only(text, "visit")
    assert (record.visitor.country, record.destination, record.visit_type) == ("KEN", "TUN", rank)


def test_a_matter_that_bears_a_states_name_is_no_side() -> None:
    text = "بحث وزير الخارجية ماهر كامل مع وزير خارجية كينيا الملف النووي الإيراني."
    assert reads.persons(text).get("ماهر كامل", ("", ""))[0] != "IRN"


@pytest.mark.parametrize(
    ("written", "value"), [("8ر5", 5_800_000), ("25ر3", 3_250_000), ("4ر12", 12_400_000)]
)
def test_a_figure_with_a_letter_for_its_mark(written: str, value: float) -> None:
    text = f"بلغ حجم التبادل التجاري بين تونس وكينيا {written} مليون دولار."
    assert reads.only(text, "indicator").value == value


def test_an_indefinite_adjective_in_the_accusative() -> None:
    record = reads.only("استقبل وزير المالية الكيني وفدا فرنسيا.", "meeting")
    assert record.countries == ("KEN", "FRA")


@pytest.mark.parametrize("side", ["كينيا", "السلطات الكينية"])
def test_a_verb_of_doing_and_its_noun(side: str) -> None:
    record = reads.only(f"قامت {side} بطرد دبلوماسيين تشاديين.", "act")
    assert (record.plover, record.by, record.toward) == ("COERCE", ("KEN",), ("TCD",))


def test_what_a_condemned_attack_did_is_not_its_critics_act() -> None:
    text = "أدانت كينيا الهجوم الذي استهدف وزارة الدفاع التشادية."
    assert reads.records(text, "act") == []
    assert reads.only(text, "position").by == ("KEN",)


def test_talks_between_two_told_by_a_third() -> None:
    text = "قال المتحدث باسم الخارجية التونسية ماهر كامل إن اليوم يشهد عقد مباحثات بين الرئيس الكيني والرئيس الغاني."
    assert reads.only(text, "meeting").countries == ("KEN", "GHA")


def test_where_a_monarch_arrives_is_no_part_of_his_title() -> None:
    text = "وصل الشيخ تميم بن ماهر أمير البلاد المفدى إلى كينيا."
    record = reads.only(text, "visit")
    assert (record.visitor.country, record.destination) == ("QAT", "KEN")


def test_a_given_name_that_is_a_title_too() -> None:
    text = "قال السفير ماهر بن سلطان الحارثي سفير سلطنة عمان لدى كينيا إن وزير المالية العماني سلطان كامل سيزور كينيا."
    assert reads.persons(text) == {
        "ماهر بن سلطان الحارثي": ("OMN", "ambassador"),
        "سلطان كامل": ("OMN", "minister"),
    }


def test_a_visit_whose_rank_is_in_quotation_marks() -> None:
    text = 'بدأ الرئيس التونسي ماهر كامل زيارة "دولة" إلى كينيا.'
    assert reads.only(text, "visit").visit_type == "state"


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("رئيس غرفة تجارة قطر ماهر كامل", "ماهر كامل", ("QAT", "agency_head")),
        ("رئيس جهاز الاستثمار العماني عبد السلام كامل", "عبد السلام كامل", ("OMN", "agency_head")),
        ("المستشار ماهر كامل رئيس مجلس النواب المصري", "ماهر كامل", ("EGY", "speaker_of_parliament")),
        (
            "الدكتور على عبد الكريم، رئيس مجلس النواب المصري،",
            "على عبد الكريم",
            ("EGY", "speaker_of_parliament"),
        ),
    ],
)
def test_heads_of_bodies_and_titles_of_address(text: str, name: str, told: tuple[str, str]) -> None:
    assert reads.persons(f"استقبل {text} اليوم السفير الكيني.") == {name: told}


def test_the_head_of_a_body_is_no_head_of_state() -> None:
    text = "أشاد ماهر كامل رئيس الاتحاد البرلماني الدولي بدور مصر."
    assert reads.persons(text) == {"ماهر كامل": (None, "igo_head")}


def test_an_aircraft_that_arrives_is_no_visit() -> None:
    assert reads.records("أرسلت تونس مساعدات. ووصلت الطائرة الثالثة إلى تشاد.", "visit") == []


@pytest.mark.parametrize(
    "aside",
    ["، في بيان صادر عن وزارة الخارجية،", " بأشد العبارات", "، بأشد العبارات،", " بشكل قاطع", "،"],
)
def test_what_is_condemned_behind_an_aside(aside: str) -> None:
    text = f"أدانت تونس{aside} الهجوم على سفارة كينيا."
    assert reads.only(text, "position").issue == "الهجوم على سفارة كينيا"


def test_who_receives_an_envoy_is_not_of_the_envoys_state() -> None:
    text = "استقبل الرئيس ماهر كامل السفير الكيني جون كيبيت."
    assert reads.persons(text)["ماهر كامل"] == (None, "head_of_state")


def test_who_is_accredited_as_an_envoy() -> None:
    text = "تسلم وزير الخارجية القطري أوراق اعتماد سعادة السيد جون كيبيت سفيرا لكينيا لدى الدولة."
    assert reads.persons(text) == {"جون كيبيت": ("KEN", "ambassador")}


def test_who_signs_is_no_part_of_the_title() -> None:
    text = "وقع على هذه الاتفاقية وزير المالية التونسي ماهر كامل ووزير المالية الكيني جون كيبيت."
    assert reads.only(text, "agreement").title == "الاتفاقية"


@pytest.mark.parametrize(
    "behind", ["بحضور الرئيس التونسي ماهر كامل", "خلال زيارة الرئيس الكيني", "بهدف زيادة الصادرات"]
)
def test_what_is_told_of_a_signing_is_no_part_of_the_title(behind: str) -> None:
    text = f"وقعت تونس وكينيا اتفاقية التجارة الحرة {behind}."
    assert reads.only(text, "agreement").title == "اتفاقية التجارة الحرة"


@pytest.mark.parametrize(
    ("day", "date"),
    [("في ديسمبر المقبل", "2025-12"), ("مطلع مارس القادم", "2026-03"), ("في أغسطس الماضي", "2024-08")],
)
def test_a_month_told_from_today_behind_its_name(day: str, date: str) -> None:
    text = f"التقى الرئيس التونسي ماهر كامل نظيره الكيني جون كيبيت {day}."
    assert reads.only(text, "meeting").date == date


def test_who_meets_a_minister_is_not_of_the_ministers_state() -> None:
    text = "التقى سمو الشيخ ماهر آل كامل، نائب رئيس مجلس الوزراء، وزير خارجية كينيا جون كيبيت."
    assert reads.persons(text)["جون كيبيت"] == ("KEN", "foreign_minister")
    assert reads.persons(text)["ماهر آل كامل"][0] is None


def test_the_first_deputy_of_a_president() -> None:
    text = "استقبل النائب الأول للرئيس الإيراني ماهر كامل وزير النفط الكيني."
    assert reads.persons(text) == {"ماهر كامل": ("IRN", "vice_head_of_state")}


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("أعربت الوزارة عن تضامن تونس مع كينيا.", "support", "كينيا"),
        ("أكدت الوزارة دعم تونس لوحدة كينيا.", "support", "وحدة كينيا"),
    ],
)
def test_whose_stance_a_body_tells(text: str, stance: str, issue: str) -> None:
    record = reads.only(text, "position")
    assert (record.by, record.stance, record.issue) == (("TUN",), stance, issue)
