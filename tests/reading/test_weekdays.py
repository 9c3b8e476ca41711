"""A bare weekday is the last one, or the next one where the clause lies ahead."""

from __future__ import annotations

import pytest

import communique


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("en", "President Ana Diaz of Peru will meet President Li Bo of China on Friday.", "2024-05-24"),
        ("en", "President Ana Diaz of Peru met President Li Bo of China on Friday.", "2024-05-17"),
        ("de", "Perus Präsidentin Ana Diaz wird am Freitag Chinas Präsidenten Li Bo treffen.", "2024-05-24"),
        ("de", "Perus Präsidentin Ana Diaz traf am Freitag Chinas Präsidenten Li Bo.", "2024-05-17"),
        (
            "es",
            "La presidenta de Perú, Ana Díaz, se reunirá el viernes con el presidente de China, Li Bo.",
            "2024-05-24",
        ),
        (
            "es",
            "La presidenta de Perú, Ana Díaz, se reunió el viernes con el presidente de China, Li Bo.",
            "2024-05-17",
        ),
        (
            "fr",
            "La présidente du Pérou, Ana Diaz, rencontrera vendredi le président chinois Li Bo.",
            "2024-05-24",
        ),
        (
            "fr",
            "La présidente du Pérou, Ana Diaz, a rencontré vendredi le président chinois Li Bo.",
            "2024-05-17",
        ),
    ],
)
def test_a_bare_weekday_follows_the_tense(lang: str, text: str, date: str) -> None:
    reading = communique.read(text, lang=lang, date="2024-05-23")
    assert [record.date for record in reading.records if record.kind == "meeting"] == [date]
