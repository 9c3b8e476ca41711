"""How Arabic agencies and ministries word their reports: ranks, surnames, ordinals, visits and signings ahead."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("ar")


@pytest.mark.parametrize(
    "text",
    [
        "أكد المتحدث الرسمي باسم وزارة الخارجية التونسية السفير ماهر حافظ أن تونس تدعم السودان.",
        "قال السفير ماهر حافظ المتحدث الرسمي باسم وزارة الخارجية التونسية إن تونس تدعم السودان.",
    ],
)
def test_a_diplomats_rank_beside_an_office(text: str) -> None:
    assert reads.persons(text) == {"ماهر حافظ": ("TUN", "spokesperson")}


def test_a_title_of_address_between_an_office_and_a_name() -> None:
    text = "التقى وزير خارجية مملكة البحرين سمو الشيخ ماهر بن راشد نظيره التونسي."
    assert reads.persons(text) == {"ماهر بن راشد": ("BHR", "foreign_minister")}


def test_an_office_that_tells_its_state_behind_a_name() -> None:
    text = "يقوم السلطان هيثم بن طارق، سلطان عُمان، بزيارة دولة إلى مملكة البحرين."
    assert reads.persons(text) == {"هيثم بن طارق": ("OMN", "head_of_state")}
    record = reads.only(text, "visit")
    assert (record.visitor.country, record.destination, record.visit_type) == ("OMN", "BHR", "state")


def test_a_surname_that_is_a_states_adjective_tells_no_state() -> None:
    text = "استقبل رئيس مجلس الوزراء السيد ماهر كامل الكويتي في تونس وزير الخارجية الكيني. وشكرت تونس كينيا."
    assert reads.persons(text) == {"ماهر كامل الكويتي": ("TUN", "head_of_government")}


def test_the_time_of_a_day_ends_a_name() -> None:
    text = "استقبل وزير الخارجية التونسي السفير الكيني ماهر إسماعيل صباح اليوم."
    assert reads.persons(text) == {"ماهر إسماعيل": ("KEN", "ambassador")}


def test_each_of_two_names_has_its_own_state_of_a_shared_title() -> None:
    text = "وزيرا خارجية تونس والكويت ماهر فؤاد وأيمن الصالح يبحثان التعاون."
    assert reads.persons(text) == {
        "ماهر فؤاد": ("TUN", "foreign_minister"),
        "أيمن الصالح": ("KWT", "foreign_minister"),
    }
    assert reads.only(text, "meeting").countries == ("TUN", "KWT")


@pytest.mark.parametrize(
    ("ordinal", "number"),
    [
        ("الخامسة عشرة", 15),
        ("الثانية والعشرين", 22),
        ("الحادية والثلاثين", 31),
        ("الـ34", 34),
        ("الـ(17)", 17),
    ],
)
def test_ordinals_of_several_words_and_numbers_with_the_article(ordinal: str, number: int) -> None:
    text = f"شارك الرئيس التونسي في الدورة {ordinal} للجنة العليا التونسية الكينية في نيروبي."
    assert reads.only(text, "gathering").ordinal == number


def test_the_number_in_brackets_belongs_to_the_name() -> None:
    text = "أشاد الرئيس التونسي بالتحضيرات للقمة العربية الـ(35) في الرياض."
    record = reads.only(text, "gathering")
    assert (record.name, record.ordinal) == ("القمة العربية الـ(35)", 35)


@pytest.mark.parametrize(
    "text",
    [
        "ومن المقرر أن يشهد الرئيس التونسي ونظيره الكيني توقيع عدد من مذكرات التفاهم.",
        "وسيرعى الرئيس التونسي مراسم التوقيع على مذكرات تفاهم مع كينيا.",
    ],
)
def test_a_signing_that_lies_ahead(text: str) -> None:
    record = reads.only(text, "agreement")
    assert (record.status, record.modality) == ("to_be_signed", "planned")
    assert set(record.parties) == {"TUN", "KEN"}


def test_quoted_speech_is_no_title() -> None:
    text = 'قال رئيس تونس إن "اللقاء مع كينيا أسفر عن نتائج، وتم توقيع مذكرة تفاهم للتعاون الزراعي".'
    assert reads.only(text, "agreement").title.startswith("مذكرة تفاهم")


def test_an_invitation_to_an_official_visit_is_no_visit() -> None:
    text = "وجه أمير قطر الدعوة إلى الرئيس الكيني وليام روتو لزيارة رسمية لقطر."
    assert not reads.records(text, "visit")
    assert reads.only(text, "invitation").destination == "QAT"


@pytest.mark.parametrize("verb", ["وصل", "توجه"])
def test_the_rank_of_a_visit_behind_the_way(verb: str) -> None:
    record = reads.only(f"{verb} الرئيس الكيني وليام روتو إلى تونس في زيارة رسمية تستمر يومين.", "visit")
    assert (record.destination, record.visit_type) == ("TUN", "official")


def test_a_ceremony_of_welcome_is_neither_gathering_nor_courtesy() -> None:
    text = "وكان الرئيس التونسي استقبل أمس الرئيس الكيني وليام روتو، حيث أقيمت مراسم الاستقبال الرسمي."
    assert not reads.records(text, "gathering")
    assert not reads.records(text, "courtesy")
    assert set(reads.only(text, "meeting").countries) == {"TUN", "KEN"}


def test_what_befalls_ships_is_no_offer() -> None:
    assert not reads.records("يأتي ذلك في ظل تعرض سفن قطر لهجمات قرب إيران.", "commitment")


def test_the_question_of_a_state_places_nobody() -> None:
    text = "أكد الجانبان دعمهما للقضية الفلسطينية والتقى وزير الخارجية ماهر فؤاد نظيره السعودي في الكويت."
    assert reads.persons(text)["ماهر فؤاد"][0] != "PSE"


def test_who_arrives_behind_the_day() -> None:
    text = "وصل الرئيس الكيني وليام روتو، اليوم /الأربعاء/، إلى مدينة الرياض بالمملكة العربية السعودية."
    record = reads.only(text, "visit")
    assert (record.visitor.name, record.destination, record.date) == ("وليام روتو", "SAU", "2025-05-14")


def test_whose_greetings_are_brought_tells_the_office_of_the_counterpart() -> None:
    text = "نقل وزير الخارجية الكيني ماهر فؤاد تحيات الرئيس الكيني وليام روتو لنظيره التونسي قيس سعيد."
    assert reads.persons(text)["قيس سعيد"] == ("TUN", "head_of_state")


def test_an_honorific_with_a_stroke_and_a_woman_who_heads_a_government() -> None:
    text = "رحب وزير خارجية مصر ماهر فؤاد بالسيدة/ سارة الصالح، رئيسة حكومة الجمهورية التونسية."
    assert reads.persons(text)["سارة الصالح"] == ("TUN", "head_of_government")


def test_one_word_behind_a_comma_is_no_counterpart() -> None:
    text = "ناقش رئيس الوزراء المصري ماهر فؤاد التجارة مع نظيره الكيني، المذاع عبر قناة محلية."
    assert list(reads.persons(text)) == ["ماهر فؤاد"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("مدير مكتب الرئيس الكيني", ("KEN", "agency_head")),
        ("مستشار الرئيس الكيني", ("KEN", "official")),
        ("نائب وزيرة الخارجية الكينية", ("KEN", "vice_foreign_minister")),
        ("السفير الكيني لدى تونس", ("KEN", "ambassador")),
        ("سفير خادم الحرمين الشريفين لدى تونس", ("SAU", "ambassador")),
        ("رئيس مجلس الدولة بالصين", ("CHN", "head_of_government")),
    ],
)
def test_whom_a_title_is_of(title: str, found: tuple[str, str]) -> None:
    assert reads.persons(f"استقبل وزير خارجية تونس {title} جون كارتر.")["جون كارتر"] == found


def test_an_office_behind_a_prince() -> None:
    text = "استقبل رئيس تونس في قصر قرطاج اليوم الأمير خالد بن فهد وزير الخارجية السعودي."
    assert reads.persons(text) == {"خالد بن فهد": ("SAU", "foreign_minister")}


def test_a_weekday_ends_a_name() -> None:
    text = "تعهد رئيس الوزراء الياباني شينزو أبي الثلاثاء بدعم كينيا."
    assert list(reads.persons(text)) == ["شينزو أبي"]


def test_a_name_in_two_spellings_is_one_person() -> None:
    text = "استقبل ملك الأردن عبد الله الثاني وزير خارجية كينيا. وأكد الملك عبدالله الثاني دعم الأردن لكينيا."
    assert len(reads.records(text, "person")) == 1


def test_a_name_that_a_place_has_too_is_no_destination() -> None:
    text = "قام لي وانغ، رئيس مجلس الدولة بالصين، بزيارة للسعودية."
    assert {r.destination for r in reads.records(text, "visit")} == {"SAU"}


def test_a_number_in_brackets_before_its_scale() -> None:
    text = "بلغ حجم التبادل التجاري بين السعودية وتونس (931) مليون ريال عام 2020م."
    record = reads.only(text, "indicator")
    assert (record.value, record.unit) == (931e6, "SAR")


def test_whoever_leaves_for_a_state_visits_it() -> None:
    text = "غادر رئيس الوزراء الكيني ماهر فؤاد نيروبي اليوم متجهًا إلى الصين."
    assert reads.only(text, "visit").destination == "CHN"


def test_what_counts_as_something_is_no_promise() -> None:
    assert not reads.records("تُعدّ تونس جزءا من مبادرة الحزام والطريق مع كينيا.", "commitment")


def test_a_work_keeps_its_article_behind_a_preposition() -> None:
    text = "ناقشت باكستان والصين تنفيذ المرحلة الثانية للممر الاقتصادي الصيني الباكستاني."
    assert reads.only(text, "project").name == "الممر الاقتصادي الصيني الباكستاني"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أكد وزير خارجية كينيا ان تونس دولة صديقة.", []),
        ("أكد الرئيس الكيني وليام روتو علي أهمية التعاون مع تونس.", ["وليام روتو"]),
        ("التقى وزير خارجية كينيا محمد علي نظيره التونسي.", ["محمد علي"]),
        ("وصل وزير خارجية كينيا محمد علي إلى تونس.", ["محمد علي"]),
        ("وصل وزير خارجية كينيا محمد علي الفضي إلى تونس.", ["محمد علي الفضي"]),
        ("شارك وزير خارجية كينيا في اجتماع مجلس وزراء الخارجية العرب التحضيري في تونس.", []),
    ],
)
def test_small_words_without_their_signs_are_no_names(text: str, names: list[str]) -> None:
    assert list(reads.persons(text)) == names


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("بتاريخ 2025/4/9", "2025-04-09"),
        ("في يونيو من العام الماضي", "2024-06"),
        ("في 7 مارس من العام الجاري", "2025-03-07"),
    ],
)
def test_days_written_year_first_and_months_of_a_year_told_from_today(day: str, date: str) -> None:
    text = f"التقى وزير خارجية كينيا موسى أدو وزير خارجية غانا صالح نور في أكرا {day}."
    assert reads.only(text, "meeting").date == date


def test_the_number_of_a_king_is_no_ordinal_of_a_summit() -> None:
    text = "ألقى ملك الأردن عبدالله الثاني كلمة في القمة الأفريقية."
    assert reads.only(text, "gathering").ordinal is None


def test_definite_nouns_joined_under_one_verb_are_one_action() -> None:
    text = "أكدت نيروبي وأكرا عزمهما تعزيز التعاون والتنسيق المشترك تجاه إرساء الأمن والاستقرار في القارة."
    assert len(reads.records(text, "commitment")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "حذر رئيس كينيا وليام روتو من مشروع يهدف إلى إقامة قاعدة في غانا.",
        "حذر رئيس كينيا وليام روتو من مشروع خطير، يهدف إلى إقامة قاعدة في غانا.",
    ],
)
def test_what_a_plan_aims_at_is_no_pledge(text: str) -> None:
    assert not reads.records(text, "commitment")


def test_what_a_state_aims_at_is_a_pledge() -> None:
    text = "قال رئيس كينيا وليام روتو إن نيروبي تهدف إلى تعزيز التعاون مع غانا."
    assert reads.only(text, "commitment").by == ("KEN",)


def test_a_welcome_said_twice_is_one_position() -> None:
    text = "قال رئيس كينيا وليام روتو: نرحب، أشد الترحيب، بالحوار بين أوغندا ورواندا."
    assert len(reads.records(text, "position")) <= 1


def test_and_to_is_no_governor() -> None:
    assert not reads.persons("تقدمت وزارة الخارجية الكينية بأحر التعازي إلى غانا وإلى ذوي الضحايا.")


def test_an_envoy_to_a_state_is_of_who_sent_him() -> None:
    text = "وصل المبعوث الأمريكي إلى السودان جون ماكوي إلى الخرطوم."
    assert reads.persons(text) == {"جون ماكوي": ("USA", "special_envoy")}


def test_a_family_name_that_is_a_word_too() -> None:
    text = "التقى وزير الصحة التونسي، السيد كمال جمعة، وزير الصحة الكيني."
    assert list(reads.persons(text)) == ["كمال جمعة"]
