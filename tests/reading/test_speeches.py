"""Speeches: whose a text is by its title, the line below, a salutation or the report above, in all languages."""

from __future__ import annotations

import pytest

import communique

OUATTARA = ("Alassane Ouattara", "CIV", "direct")
CASTRO = ("Xiomara Castro", "HND", "direct")
SAIED = ("قيس سعيد", "TUN", "direct")
TOKAYEV = ("托卡耶夫", "KAZ", "direct")
STEINMEIER = ("Frank-Walter Steinmeier", "DEU", "direct")


def voices(lang: str, text: str, kind: str | None = None) -> set[tuple[str | None, str | None, str | None]]:
    """Speaker, country and manner of the records of a kind, or of all but the persons."""
    read = communique.read(text, lang=lang, date="2025-06-16")
    records = [r for r in read.records if (r.kind == kind if kind else r.kind not in ("person", "gathering"))]
    assert records
    return {(r.attribution.speaker, r.attribution.country, r.attribution.manner) for r in records}


@pytest.mark.parametrize(
    ("lang", "title", "body", "speaker"),
    [
        (
            "en",
            "Statement by the Minister of Foreign Affairs of Estonia at the ceremony held on the occasion of the "
            "tenth meeting of the border commission with Latvia in the town hall of Valga",
            "Dear colleague, dear friends,\n\nEstonia will pay for the bridge. We support the accession of Moldova.",
            (None, "EST", "direct"),
        ),
        (
            "de",
            "Rede von Bundespräsident Frank-Walter Steinmeier beim Essen zu Ehren des Präsidenten der Republik "
            "Senegal und seiner Gattin im Großen Saal von Schloss Bellevue in Berlin am vierten Mai",
            "Herr Präsident, liebe Gäste,\n\nDeutschland wird Senegal unterstützen. Wir verurteilen den Putsch.",
            STEINMEIER,
        ),
        (
            "fr",
            "Allocution de M. Alassane Ouattara, Président de la République de Côte d'Ivoire, lors de la cérémonie "
            "d'accueil de M. Nana Akufo-Addo, Président de la République du Ghana, et de son épouse.",
            "Monsieur le Président, cher frère,\n\nNous soutenons votre candidature. Je vous remercie.",
            OUATTARA,
        ),
        (
            "es",
            "Palabras de la presidenta de Honduras, Xiomara Castro, durante la ceremonia oficial de bienvenida en "
            "el marco de la visita de Estado del presidente de Colombia a la ciudad de Tegucigalpa",
            "Señor presidente, distinguidas delegaciones:\n\nAgradezco su hospitalidad. Honduras apoya a Colombia.",
            CASTRO,
        ),
        (
            "ru",
            "Выступление министра иностранных дел Казахстана на переговорах с министром иностранных дел Сербии",
            "Уважаемые дамы и господа,\n\nКазахстан поддерживает Сербию. Благодарю Сербию за приглашение.",
            (None, "KAZ", "direct"),
        ),
        (
            "ar",
            "نص كلمة الرئيس التونسي قيس سعيد خلال المؤتمر الصحفي المشترك مع نظيره الجزائري",
            "السيدات والسادة الحضور،\n\nتدعم تونس جهود الجزائر. وأشكر الجزائر على دعمها.",
            SAIED,
        ),
        (
            "vi",
            "Toàn văn phát biểu của Chủ tịch nước Lào Thongloun Sisoulith tại cuộc họp báo",
            "Thưa quý vị,\n\nLào ủng hộ Việt Nam ứng cử vào Hội đồng Bảo an.",
            ("Thongloun Sisoulith", "LAO", "direct"),
        ),
        (
            "zh",
            "——在中国－中亚峰会上的致辞\n哈萨克斯坦共和国总统 托卡耶夫",
            "尊敬的习近平主席，\n女士们，先生们：\n\n哈方支持中方的倡议。感谢习近平主席的邀请。",
            TOKAYEV,
        ),
    ],
)
def test_a_speech_is_of_whom_its_title_names(
    lang: str, title: str, body: str, speaker: tuple[str | None, str | None, str | None]
) -> None:
    assert voices(lang, f"{title}\n\n{body}") - {(None, None, None)} == {speaker}
    assert voices(lang, f"{title}\n\n{body}", "position") == {speaker}


def test_a_speech_goes_on_behind_its_headings() -> None:
    text = (
        "Speech of the Deputy Prime Minister of Ireland, Simon Harris\n\nI welcome the plan of Senegal.\n\n"
        "Support for peacekeeping\n\nIreland condemns the attack in Lebanon."
    )
    assert voices("en", text, "position") == {("Simon Harris", "IRL", "direct")}


def test_a_report_that_tells_about_the_speaker_is_no_speech() -> None:
    text = (
        "Speech of Irish Prime Minister Simon Harris\n\nDear friends,\n\nIreland supports Senegal.\n\n"
        "Simon Harris then left for Senegal. Ireland condemns the attack in Lebanon."
    )
    assert voices("en", text, "position") == {("Simon Harris", "IRL", "direct"), (None, None, None)}


def test_the_report_above_a_salutation_tells_who_speaks() -> None:
    text = (
        "Staatsbankett in Rumänien\n\nBundespräsident Frank-Walter Steinmeier hat in Bukarest eine Rede gehalten."
        "\n\nLiebe Gäste, ein Jahr ist es her, dass ich hier war.\n\nWir lehnen die Sanktionen gegen Rumänien ab."
    )
    assert voices("de", text, "position") == {STEINMEIER}


def test_the_holder_of_the_office_in_the_title_is_named_below() -> None:
    text = (
        "Press statement by the President of Kenya\n\nPresident William Ruto read a statement in Nairobi.\n\n"
        "Ladies and gentlemen,\n\nKenya supports the plan of Ghana."
    )
    assert voices("en", text, "position") == {("William Ruto", "KEN", "direct")}


def test_who_is_met_does_not_speak_and_two_have_no_one_voice() -> None:
    met = (
        "Remarks at the press conference with the President of Kenya\n\nDear friends,\n\n"
        "Ghana supports the plan of Kenya."
    )
    assert voices("en", met, "position") == {(None, None, None)}
    both = (
        "Remarks by Kenyan President William Ruto and Ghanaian President John Mahama\n\n"
        "Dear friends,\n\nKenya supports the plan of Ghana."
    )
    assert voices("en", both, "position") == {(None, None, None)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Conférence de presse de M. François Hollande, Président de la République française, et de M. Jacob "
            "Zuma, Président de la République d'Afrique du Sud\n\nM. Jacob ZUMA - Excellence, chers amis. "
            "L'Afrique du Sud soutient la France.\n\nM. François HOLLANDE - La France soutient l'Afrique du Sud.",
        ),
        (
            "en",
            "Press conference of French President François Hollande and South African President Jacob Zuma\n\n"
            "PRESIDENT ZUMA - Excellency, dear friends. South Africa supports France.\n\n"
            "PRESIDENT HOLLANDE – France supports South Africa.",
        ),
    ],
)
def test_a_dash_may_mark_who_has_the_floor(lang: str, text: str) -> None:
    assert voices(lang, text, "position") == {
        ("François Hollande", "FRA", "direct"),
        ("Jacob Zuma", "ZAF", "direct"),
    }


def test_the_publishers_side_speaks_where_nobody_is_named() -> None:
    text = (
        "PM's remarks at the dinner\n\nLadies and gentlemen,\n\nIndia supports Kenya. We oppose the tariffs."
    )
    read = communique.read(text, lang="en", publisher="Prime Minister's Office, India")
    voiced = {(r.by, r.attribution.country) for r in read.records if r.kind == "position"}
    assert voiced == {(("IND",), "IND")}


def test_thanks_are_for_what_is_thanked_and_not_for_a_place() -> None:
    speech = "Remarks by Kenyan President William Ruto\n\nI welcome the Prime Minister of Ghana to Nairobi."
    (welcome,) = [r for r in communique.read(speech, lang="en").records if r.kind == "courtesy"]
    assert (welcome.to.country, welcome.reason) == ("GHA", None)
    spanish = (
        "Palabras de la presidenta de Honduras, Xiomara Castro\n\nSeñor presidente de Colombia:\n\n"
        "Agradezco su visita y la ayuda que nos dio en Bogotá."
    )
    (thanks,) = [r for r in communique.read(spanish, lang="es").records if r.kind == "courtesy"]
    assert (thanks.by.country, thanks.to.country) == ("HND", "COL")
    assert thanks.reason == "su visita y la ayuda que nos dio en Bogotá"


def test_several_who_are_welcomed_are_no_position() -> None:
    speech = (
        "Remarks by Irish Prime Minister Simon Harris\n\nI am glad to welcome the ambassadors of Senegal."
    )
    assert not [r for r in communique.read(speech, lang="en").records if r.kind == "position"]


def test_who_speaks_of_his_own_state_is_of_it() -> None:
    text = (
        "Press conference of President William Ruto and Prime Minister Narendra Modi\n\nNairobi, 4 May 2025\n\n"
        "PRESIDENT RUTO: Excellency, dear friends. Kenya supports India.\n\n"
        "PRIME MINISTER MODI: Thank you, Mr President. India will help Kenya with the port of Lamu."
    )
    persons = {r.name: r.country for r in communique.read(text, lang="en").records if r.kind == "person"}
    assert persons == {"William Ruto": "KEN", "Narendra Modi": "IND"}


def test_i_act_with_whom_i_am_joined_to() -> None:
    text = (
        "Remarks by Kenyan President William Ruto\n\nDear friends,\n\n"
        "Prime Minister Shigeru Ishiba of Japan and I agreed to build a port."
    )
    (pact,) = [r for r in communique.read(text, lang="en").records if r.kind == "commitment"]
    assert (pact.mode, set(pact.by)) == ("agree", {"KEN", "JPN"})


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kenya is looking forward to signing the agreement with Ghana.", "agreement", "planned"),
        ("Kenya is committed to ratifying the treaty with Ghana.", "agreement", "planned"),
        ("President William Ruto of Kenya looks forward to visiting Ghana in May.", "visit", "planned"),
    ],
)
def test_what_is_looked_forward_to_is_still_ahead(text: str, kind: str, expected: str) -> None:
    found = [r for r in communique.read(text, lang="en", date="2025-03-03").records if r.kind == kind]
    assert [r.modality for r in found] == [expected]


def test_two_dots_are_a_pause_and_here_is_no_congratulation() -> None:
    text = (
        "نص كلمة الرئيس المصري عبد الفتاح السيسي\n\nالسيدات والسادة الحضور،\n\n"
        "ويهمني هنا .. أن أشكر تركيا .. على دعمها لمصر .. خلال السنوات الماضية."
    )
    found = [r for r in communique.read(text, lang="ar").records if r.kind == "courtesy"]
    assert [(r.act, r.by.country, r.to.country) for r in found] == [("thank", "EGY", "TUR")]


def test_a_pronoun_written_to_the_verb_still_thanks() -> None:
    text = (
        "Palabras del presidente de México, Enrique Peña\n\nSeñoras y señores:\n\n"
        "Quiero agradecerle al excelentísimo señor Presidente de El Salvador su hospitalidad."
    )
    read = communique.read(text, lang="es")
    assert [(r.by.country, r.to.country) for r in read.records if r.kind == "courtesy"] == [("MEX", "SLV")]
    assert not [r for r in read.records if r.kind == "commitment"]


def test_one_speech_follows_another() -> None:
    text = (
        "Statement by Kenyan President William Ruto\n\nDear friends,\n\nKenya supports Ghana.\n\n"
        "Statement by Ghanaian President John Mahama\n\nDear friends,\n\nGhana supports Kenya."
    )
    assert voices("en", text, "position") == {
        ("William Ruto", "KEN", "direct"),
        ("John Mahama", "GHA", "direct"),
    }


def test_initials_before_a_label_and_an_adjective_without_its_pronoun() -> None:
    text = (
        "Президент Кении Уильям Руто провёл переговоры с Президентом Ганы Джоном Махамой.\n\n"
        "У.Руто: Добрый день! Рад приветствовать вас в Найроби. Кения поддерживает план Ганы.\n\n"
        "Дж.Махама: Гана поддерживает Кению."
    )
    assert voices("ru", text, "position") == {
        ("Уильям Руто", "KEN", "direct"),
        ("Джон Махама", "GHA", "direct"),
    }
    (welcome,) = [r for r in communique.read(text, lang="ru").records if r.kind == "courtesy"]
    assert (welcome.act, welcome.by.country, welcome.to.country) == ("welcome", "KEN", "GHA")


@pytest.mark.parametrize(
    ("line", "act", "to"),
    [
        ("أتوجه في البداية، بعميق الشكر، لأخي رئيس غانا جون ماهاما على كرم الضيافة.", "thank", "GHA"),
        ("يُسعدني أن أُعرب عن خالص الشكر للرئيس الأوغندي يوري موسيفيني على جهوده.", "thank", "UGA"),
        ("كما يسرني أن أتقدم بأصدق التهاني إلى رئيسة تنزانيا سامية حسن.", "congratulate", "TZA"),
        ("وأشكر الأشقاء في غانا على الدعم.", "thank", "GHA"),
    ],
)
def test_an_arab_speaker_thanks_in_the_first_person(line: str, act: str, to: str) -> None:
    text = f"كلمة الرئيس التونسي قيس سعيد في القمة الأفريقية\n\nأصحاب الفخامة،\n\n{line}"
    found = [r for r in communique.read(text, lang="ar").records if r.kind == "courtesy"]
    assert [(r.by.country, r.act, r.to.country) for r in found] == [("TUN", act, to)]


def test_a_verb_of_the_first_person_opens_an_arabic_speech() -> None:
    text = "كلمة الرئيس التونسي قيس سعيد في القمة الأفريقية\n\nأشكر غانا على كرم الضيافة."
    assert voices("ar", text, "courtesy") == {SAIED}


def test_a_stop_and_a_dash_mark_who_has_the_floor() -> None:
    text = (
        "Declaración del presidente del Gobierno de España, Mariano Rajoy, y del presidente de México, Enrique "
        "Peña\n\nSr. Peña.- Muchas gracias. México apoya a España.\n\nSr. Rajoy.- España apoya a México."
    )
    assert voices("es", text, "position") == {
        ("Enrique Peña", "MEX", "direct"),
        ("Mariano Rajoy", "ESP", "direct"),
    }
