"""The register of people: learned from reports, told from outside, asked for a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import communique
from communique.errors import InputError, RequestError
from communique.ledger import Ledger
from communique.ledger.holders import Holder
from communique.lexicon.titles import role_named
from communique.resolve.holders_table import read_holders
from communique.resolve.register import Answer

SEEN = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)
TEXTS = [
    (
        "2023-02-01",
        "en",
        "Kenyan Foreign Minister Alfred Mutua met Japan's Prime Minister Fumio Kishida in Tokyo.",
    ),
    ("2023-08-20", "en", "Kenyan Foreign Minister Alfred Mutua spoke with Fumio Kishida."),
    ("2024-03-10", "en", "Kenyan Foreign Minister Musalia Mudavadi met Fumio Kishida in Tokyo."),
    ("2024-05-01", "de", "Der kenianische Außenminister Musalia Mudavadi traf Fumio Kishida in Tokio."),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger.open(tmp_path / "l.duckdb")
    for number, (date, lang, text) in enumerate(TEXTS):
        made.add(communique.read(text, lang=lang, date=date, doc=f"d{number}", publisher="Gazette"), SEEN)
    return made


def ask(ledger: Ledger, on: str, title: str = "foreign minister", country: str = "Kenya") -> list[Answer]:
    return communique.who(ledger, title, country, on)


def take(ledger: Ledger, *holders: Holder) -> None:
    ledger.replace_holders(holders, "register.csv", author="ana", made_at=SEEN)


@pytest.mark.parametrize(
    ("on", "names"),
    [
        ("2023-02-01", ["Alfred Mutua"]),
        ("2023-05", ["Alfred Mutua", "Musalia Mudavadi"]),
        ("2024-04-01", ["Musalia Mudavadi", "Alfred Mutua"]),
        ("2025-04-30", ["Musalia Mudavadi"]),
        ("2019", []),
    ],
)
def test_the_nearest_report_comes_first(ledger: Ledger, on: str, names: list[str]) -> None:
    assert [answer.name for answer in ask(ledger, on)] == names


def test_an_answer_says_what_it_rests_on(ledger: Ledger) -> None:
    answer = ask(ledger, "2024-04-15", "Außenminister", "KEN")[0]
    assert (answer.office.since, answer.office.until) == (dt.date(2024, 3, 10), dt.date(2024, 5, 1))
    assert answer.days == 16
    assert [(s.document, s.date, s.publisher) for s in answer.sources] == [
        ("d3", "2024-05-01", "Gazette"),
        ("d2", "2024-03-10", "Gazette"),
    ]
    assert "Musalia Mudavadi" in answer.sources[0].quote


def test_the_register_speaks_first_and_knows_more(ledger: Ledger) -> None:
    mutua = Holder(
        name="Mutua Alfred",
        spellings=("Alfred Mutua",),
        country="KEN",
        role="foreign_minister",
        since=dt.date(2022, 10, 27),
        until=dt.date(2023, 10, 4),
    )
    before = Holder(
        name="Raychelle Omamo", country="KEN", role="foreign_minister", until=dt.date(2022, 10, 27)
    )
    take(ledger, mutua, before)
    (asked, *_) = ask(ledger, "2023-05-01")
    assert (asked.name, asked.days, asked.register) == ("Alfred Mutua", 0, "register.csv")
    assert (asked.office.since, len(asked.sources)) == (dt.date(2022, 10, 27), 2)
    assert [answer.name for answer in ask(ledger, "2019")] == ["Raychelle Omamo"]
    assert [answer.register for answer in ask(ledger, "2024-04-01")] == [None, None]
    people = communique.people(ledger, "KEN")
    assert [(p.name, p.documents) for p in people] == [
        ("Alfred Mutua", 2),
        ("Musalia Mudavadi", 2),
        ("Raychelle Omamo", 0),
    ]
    assert [office.source for office in people[0].offices] == [None, "register.csv"]


def test_offices_without_a_role_are_found_by_their_words(ledger: Ledger) -> None:
    take(ledger, Holder(name="Jane Okello", country="KEN", role_text="Cabinet Secretary for Roads"))
    assert [answer.name for answer in ask(ledger, "2024", "secretary for roads")] == ["Jane Okello"]
    assert ask(ledger, "2024", "secretary for rivers") == []


def test_what_cannot_be_asked(ledger: Ledger) -> None:
    with pytest.raises(RequestError, match="no date"):
        ask(ledger, "last May")
    with pytest.raises(RequestError, match="'Atlantis' is no state"):
        ask(ledger, "2024", country="Atlantis")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Foreign Minister", "foreign_minister"),
        ("foreign_minister", "foreign_minister"),
        ("Außenministerin", "foreign_minister"),
        ("président", "head_of_state"),
        ("cook", None),
    ],
)
def test_titles_in_several_languages(title: str, role: str | None) -> None:
    assert role_named(title) == role


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read(tmp_path: Path) -> None:
    head = "id,name,country,role,role_text,organization,since,until,spellings\n"
    row = 'x,"Mutua,  Alfred",Kenia,Außenminister,,,2022-10,2023,A. Mutua | ألفريد موتوا\n'
    assert read_holders(table(tmp_path, "\ufeff" + head + row + ",,,,,,,,\n")) == [
        Holder(
            name="Mutua, Alfred",
            country="KEN",
            role="foreign_minister",
            since=dt.date(2022, 10, 1),
            until=dt.date(2023, 12, 31),
            spellings=("A. Mutua", "ألفريد موتوا"),
        )
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("person,country\nA,KEN\n", "line 1: the first line must name the columns: name, country"),
        ("name,role\nA,cook\n", "line 2: 'cook' is no role; there are head_of_state"),
        ("name,country\nA,Atlantis\n", "line 2: .*'Atlantis' is no state"),
        ("name,since\nA,May\n", "line 2: not an EDTF date"),
        ("name,since,until\nA,2024,2023\n", "since 2024-01-01 is after until 2023-12-31"),
        ("name\nA,B\n", "line 2: more cells than columns"),
        ('name\nA\n"B\n', "not CSV"),
        ("name,country\n,KEN\n", "line 2: no name"),
    ],
)
def test_a_wrong_table_says_where(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_holders(table(tmp_path, text))
