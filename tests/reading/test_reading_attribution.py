"""Who speaks: over sentence borders, part by part, in quotations, transcripts, speeches and documents."""

from __future__ import annotations

import pytest

import communique

Voice = tuple[str | None, str | None, str | None, str | None]


def voices(lang: str, text: str, kind: str | None = None) -> list[Voice]:
    """Attributions of the records of a kind (of all with one, if none is given), in the text's order."""
    records = [r for r in communique.read(text, lang=lang).records if kind in (None, r.kind)]
    said = [(a.speaker, a.country, a.source, a.manner) for a in (r.attribution for r in records)]
    return [voice for voice in said if kind or any(voice)]


MEETING = "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi. "
TREFFEN = "Kenias Außenminister Musalia Mudavadi traf Ugandas Außenministerin Grace Akello. "
RUTO = ("William Ruto", "KEN", None, "indirect")
MUSEVENI = ("Yoweri Museveni", "UGA", None, "indirect")
MUDAVADI = ("Musalia Mudavadi", "KEN", None, "indirect")
AKELLO = ("Grace Akello", "UGA", None, "indirect")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            MEETING + "Ruto said that Kenya supports the plan. He also noted that Kenya opposes the claims. "
            "For his part, Museveni said Uganda opposes the plan. He added that Uganda supports the plan.",
            [RUTO, RUTO, MUSEVENI, MUSEVENI],
        ),
        (
            "de",
            TREFFEN + "Mudavadi betonte, Kenia unterstütze den Plan. Kenia sei bereit, Uganda zu helfen. "
            "Ihrerseits dankte Akello Kenia. Uganda lehne die Sanktionen ab.",
            [MUDAVADI, MUDAVADI, AKELLO],
        ),
        (
            "de",
            TREFFEN + "Kenia lehne die Sanktionen ab, sagte Mudavadi. "
            "Kenia unterstütze den Plan; Akello lehnt die Sanktionen ab.",
            [MUDAVADI, MUDAVADI, AKELLO],
        ),
        ("de", TREFFEN + "Kenia unterstütze den Plan, so Mudavadi.", [MUDAVADI]),
        (
            "de",
            TREFFEN + "Kenia lehne die Sanktionen ab, sagte Mudavadi. Kenia unterstütze Uganda, hieß es.",
            [MUDAVADI, MUDAVADI],
        ),
        ("de", TREFFEN + "Uganda unterstütze den Plan, hieß es.", [(None, None, None, "passive")]),
    ],
)
def test_a_speaker_is_carried_on(lang: str, text: str, expected: list[Voice]) -> None:
    assert sorted(map(str, voices(lang, text))) == sorted(map(str, expected))


def test_a_ministry_speaks_as_a_source_and_keeps_its_state() -> None:
    text = (
        "The Kenyan foreign ministry said it opposed the sanctions. "
        "Kenya supports the plan, the ministry said."
    )
    assert voices("en", text, "position") == [
        (None, "KEN", "Kenyan foreign ministry", "indirect"),
        (None, "KEN", "ministry", "indirect"),
    ]
    german = "Wie das kenianische Außenministerium mitteilte, verurteilt Kenia den Angriff."
    assert voices("de", german, "position") == [(None, "KEN", "kenianische Außenministerium", "indirect")]


def test_a_joint_document_speaks_for_both_sides() -> None:
    text = MEETING + "They adopted a joint declaration. Kenya supports the plan, the declaration says."
    assert voices("en", text, "position") == [(None, None, "declaration", "joint")]
    german = TREFFEN + "In einer gemeinsamen Erklärung verurteilten Kenia und Uganda den Angriff."
    assert voices("de", german, "position") == [(None, None, "gemeinsamen Erklärung", "joint")]


def test_a_quotation_over_sentences_has_the_speaker_named_at_its_end() -> None:
    text = (
        MEETING + "\n\n“We oppose the sanctions. Kenya supports the plan.\n\n"
        "“Kenya rejects the claims,” Museveni told reporters."
    )
    assert {v[0] for v in voices("en", text, "position")} == {"Yoweri Museveni"}


def test_a_comment_without_conjunction_and_a_noun_of_saying() -> None:
    text = "Kenya rejects Uganda's claim that the border is closed."
    assert voices("en", text, "position") == [(None, None, None, None)]


def test_a_speech_is_its_speakers_and_a_question_nobodys() -> None:
    speech = (
        "Remarks by Kenyan President William Ruto\n\nI thank our friends. Kenya supports the plan.\n\n"
        "Kenya rejects the sanctions."
    )
    assert voices("en", speech, "position") == [("William Ruto", "KEN", None, "direct")] * 2
    interview = (
        "Interview mit Außenminister Johann Wadephul\n\nFrage: Deutschland lehnt den Plan ab?\n\n"
        "Wadephul: Nein. Deutschland lehnt die Sanktionen ab."
    )
    found = voices("de", interview, "position")
    assert found[0] == (None, None, None, None)
    assert found[1] == ("Johann Wadephul", "DEU", None, "direct")


def test_a_transcript_ends_where_its_speakers_are_told_about() -> None:
    text = (
        MEETING + "\n\nPRESIDENT RUTO: Kenya supports the plan.\n\nPRESIDENT MUSEVENI: I agree.\n\n"
        "Afterwards Ruto left for Kampala. Uganda opposes the sanctions."
    )
    assert voices("en", text, "position") == [
        ("William Ruto", "KEN", None, "direct"),
        (None, None, None, None),
    ]


def test_a_plural_that_could_be_the_past_goes_on_with_a_report_only_behind_one() -> None:
    told = "Mudavadi sagte, Kenia sei zufrieden. Die USA wollten den Plan unterstützen."
    assert MUDAVADI in voices("de", TREFFEN + told)
    assert voices("de", TREFFEN + "Die USA wollten den Plan unterstützen.") == []


def test_a_document_that_says_it_is_the_source_and_nobody_is_left_unnamed() -> None:
    text = "In der Mitteilung heißt es, Kenia lehne die Sanktionen ab."
    assert voices("de", text, "position") == [(None, None, "Mitteilung", "indirect")]
