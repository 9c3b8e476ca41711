"""One person under many spellings is one entry; two persons who sound or rank alike stay two."""

from __future__ import annotations

import datetime as dt

import pytest

from communique.kinds.person import Person
from communique.kinds.record import Attribution
from communique.ledger.stored import DocumentInfo, Stored
from communique.resolve.people import Known, people
from communique.resolve.spelling import part_similarity, similarity
from communique.vocab import Role

SEEN = dt.datetime(2025, 3, 3, 9, 0, tzinfo=dt.UTC)
XI = (
    ("Xi Jinping", "en"),
    ("Си Цзиньпин", "ru"),
    ("Tập Cận Bình", "vi"),
    ("شي جين بينغ", "ar"),
    ("习近平", "zh"),
)
MIRZIYOYEV = (("Shavkat Mirziyoyev", "en"), ("Schawkat Mirsijojew", "de"), ("Шавкат Мирзиёев", "ru"))


def told(
    name: str, lang: str, country: str | None, role: Role | None = None, date: str | None = "2024-05-02"
) -> Stored:
    doc = f"{lang}-{name}-{role}-{date}"
    record = Person(
        id=doc, doc=doc, lang=lang, modality="actual", evidence=(), attribution=Attribution(manner="publisher"),
        name=name, country=country, role=role,
    )  # fmt: skip
    info = DocumentInfo(
        id=doc, sha256="0", lang=lang, date=date, first_seen=SEEN, last_seen=SEEN, reader_version="1"
    )
    return Stored(record=record, document=info, first_seen=SEEN, last_seen=SEEN)


def groups(found: list[Known]) -> list[set[str]]:
    return [{name for spelled in person.names.values() for name in spelled} for person in found]


@pytest.mark.parametrize(("names", "country"), [(XI, "CHN"), (MIRZIYOYEV, "UZB")])
def test_one_person_in_many_scripts(names: tuple[tuple[str, str], ...], country: str) -> None:
    (person,) = people(told(name, lang, country, "head_of_state") for name, lang in names)
    assert {name for spelled in person.names.values() for name in spelled} == {name for name, _ in names}
    assert person.name in (names[0][0], names[1][0])
    assert person.documents == len(names)
    assert len(person.links) == len(names) - 1
    assert all("same country" in link.features for link in person.links)


def test_names_alone_do_where_no_office_is_told() -> None:
    names = (("Sergey Lavrov", "en"), ("Sergej Lawrow", "de"), ("Сергей Лавров", "ru"))
    assert len(people(told(name, lang, "RUS") for name, lang in names)) == 1


def test_a_surname_belongs_to_who_holds_the_office() -> None:
    found = people(
        [
            told("Hakan Fidan", "en", "TUR", "foreign_minister"),
            told("Fidan", "de", "TUR", "foreign_minister"),
            told("Selim Fidan", "en", "TUR", "minister"),
        ]
    )
    assert groups(found) == [{"Fidan", "Hakan Fidan"}, {"Selim Fidan"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("Wang Yi", "en", "CHN", "foreign_minister"), told("Wang Li", "en", "CHN", "foreign_minister")),
        (told("Li Fei", "en", "CHN", "minister"), told("Li Fan", "de", "CHN", "minister")),
        (told("Antony Blinken", "en", "USA", "foreign_minister"), told("Marco Rubio", "de", "USA", "foreign_minister")),
        (told("Kim Min", "en", "KOR", "minister"), told("Kim Min", "en", "PRK", "minister")),
        (told("Joko Widodo", "en", "IDN", "head_of_state"), told("Прабово Субианто", "ru", "IDN", "head_of_state")),
    ],
)  # fmt: skip
def test_two_persons_stay_two(one: Stored, other: Stored) -> None:
    assert len(people([one, other])) == 2


def test_offices_run_from_the_first_to_the_last_report() -> None:
    (person,) = people(
        told("Aino Laine", "en", "FIN", "foreign_minister", date)
        for date in ("2024-05-02", "2023-01-10", None)
    )
    (office,) = person.offices
    assert (office.since, office.until) == (dt.date(2023, 1, 10), dt.date(2024, 5, 2))


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [told(name, lang, "CHN", "head_of_state") for name, lang in XI]
    assert people(reports) == people(reports[::-1])


def test_similarity_is_symmetric_and_bounded() -> None:
    names = [name for name, _ in (*XI, *MIRZIYOYEV)] + ["", "—", "Tô Lâm"]
    for one in names:
        for other in names:
            assert 0.0 <= similarity(one, other) <= 1.0
            assert similarity(one, other) == similarity(other, one)


@pytest.mark.parametrize("least", [0.4, 0.82, 0.95])
def test_the_least_asked_for_hides_nothing_that_reaches_it(least: float) -> None:
    names = [name for name, _ in (*XI, *MIRZIYOYEV)]
    names += [
        "Hussein Juma",
        "Wahid Hou",
        "Jovan Vujović",
        "Owoyele Ojo",
        "Khaled Chehab",
        "Y. Huang",
        "Qin Gang",
    ]
    for one in names:
        for other in names:
            exact = similarity(one, other)
            found = similarity(one, other, least)
            assert found == exact or (found <= exact < least)


def test_a_part_is_compared_with_whole_names_only() -> None:
    assert part_similarity("Lawrow", "Sergey Lavrov") > 0.9
    assert part_similarity("Sergey Lavrov", "Igor Lavrov") == 0.0
