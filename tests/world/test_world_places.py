from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from communique.errors import PackError
from communique.world import cities
from communique.world.cities import SortedLines, find_cities, find_city
from communique.world.files import DATA
from communique.world.keys import place_key
from communique.world.states import STATES
from communique.world.subdivisions import find_codes, find_subdivision, subdivisions


@pytest.mark.parametrize(
    ("name", "english", "country"),
    [
        ("Peking", "Beijing", "CHN"),
        ("Islamabad", "Islamabad", "PAK"),
        ("Urumtschi", "Ürümqi", "CHN"),
        ("Chongqing", "Chongqing", "CHN"),
        ("Taschkent", "Tashkent", "UZB"),
        ("Hanoi", "Hanoi", "VNM"),
        ("Hà Nội", "Hanoi", "VNM"),
        ("河内", "Hanoi", "VNM"),
        ("Гвадар", "Gwadar", "PAK"),
        ("成都", "Chengdu", "CHN"),
        ("Pjöngjang", "Pyongyang", "PRK"),
        ("Kiew", "Kyiv", "UKR"),
        ("Lissabon", "Lisbon", "PRT"),
        ("Den Haag", "The Hague", "NLD"),
        ("Ho-Chi-Minh-Stadt", "Ho Chi Minh City", "VNM"),
        ("Washington", "Washington", "USA"),
        ("Kaschgar", "Kashgar", "CHN"),
        ("Vaduz", "Vaduz", "LIE"),
        ("LONDON", "London", "GBR"),
        ("N’Djamena", "N'Djamena", "TCD"),
        ("تاشقند", "Tashkent", "UZB"),
    ],
)
def test_a_city_is_found_under_its_names(name: str, english: str, country: str) -> None:
    city = find_city(name)
    assert city is not None
    assert (city.name, city.country) == (english, country)


@pytest.mark.parametrize(
    "name", ["Nias", "", " ", "Ruto", "Council", "SCO", "Bui Thanh Son", "Son", "March", "Taiwan"]
)
def test_what_is_no_city_is_not_found(name: str) -> None:
    assert find_city(name) is None


def test_capital_first_then_context_then_size() -> None:
    assert [c.country for c in find_cities("Islamabad")][:2] == ["PAK", "BGD"]
    assert find_cities("Islamabad")[0].population < find_cities("Islamabad")[1].population
    hyderabad = find_city("Hyderabad")
    assert hyderabad is not None
    assert hyderabad.country == "IND"
    nearer = find_city("Hyderabad", prefer=("PAK", "CHN"))
    assert nearer is not None
    assert nearer.country == "PAK"
    kept = find_city("Islamabad", prefer=("BGD",))
    assert kept is not None
    assert kept.country == "PAK"


def test_every_name_points_to_a_city_and_both_files_are_sorted() -> None:
    names = [line.split(b"\t") for line in (DATA / "city_names.txt").read_bytes().splitlines()]
    rows = [line.split(b"\t") for line in (DATA / "cities.tsv").read_bytes().splitlines()]
    assert names == sorted(names)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert len({row[0] for row in rows}) == len(rows) > 30_000
    assert {number for _, number in names} <= {row[0] for row in rows}
    assert {row[2].decode() for row in rows} <= set(STATES)
    assert all(key.decode() == place_key(key.decode()) for key, _ in names[::997])


def test_first_and_last_lines_and_misses_are_found(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(b"a\t1\na\t2\nb\t3\nb c\t4\nz\xc3\xa9\t5\n")
    lines = SortedLines(path)
    found = {key: [*lines.find(key)] for key in (b"a", b"b", b"b c", b"z\xc3\xa9", b"0", b"aa", b"zz")}
    assert found == {
        b"a": [b"1", b"2"],
        b"b": [b"3"],
        b"b c": [b"4"],
        b"z\xc3\xa9": [b"5"],
        b"0": [],
        b"aa": [],
        b"zz": [],
    }


def test_a_missing_or_empty_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"gone\.txt"):
        SortedLines(tmp_path / "gone.txt")
    (tmp_path / "empty.txt").touch()
    with pytest.raises(PackError, match=r"empty\.txt"):
        SortedLines(tmp_path / "empty.txt")


def test_nothing_is_opened_before_the_first_look_up() -> None:
    code = (
        "from communique.world import cities, subdivisions\n"
        "assert cities._names.cache_info().currsize == 0\n"
        "assert subdivisions.subdivisions.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_look_up_reads_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    reads = 0
    end = SortedLines._end

    def counted(self: SortedLines, start: int) -> int:
        nonlocal reads
        reads += 1
        return end(self, start)

    monkeypatch.setattr(SortedLines, "_end", counted)
    find_cities.cache_clear()
    for name in ("Peking", "Urumtschi", "no such place"):
        cities.find_city(name)
    assert reads < 200
    before = reads
    cities.find_city("Peking")
    assert reads == before


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Bayern", ("DE-BY",)),
        ("Bavaria", ("DE-BY",)),
        ("Xinjiang", ("CN-XJ",)),
        ("Gilgit-Baltistan", ("PK-GB",)),
        ("Balochistan", ("PK-BA",)),
        ("Belutschistan", ("PK-BA",)),
        ("Kalifornien", ("US-CA",)),
        ("Yunnan", ("CN-YN",)),
        ("Kaliningrad", ("RU-KGD",)),
        ("Catalonia", ("ES-CT",)),
        ("Katalonien", ("ES-CT",)),
        ("Punjab", ("IN-PB", "PK-PB")),
        ("Crimea", ("UA-43",)),
        ("新疆维吾尔自治区", ("CN-XJ",)),
        ("Taiwan", ()),
        ("Hongkong", ()),
        ("Central", ()),
        ("", ()),
    ],
)
def test_subdivisions_by_name(name: str, codes: tuple[str, ...]) -> None:
    assert find_codes(name) == codes


def test_the_context_orders_subdivisions() -> None:
    assert [u.code for u in find_subdivision("Punjab", prefer=("PAK",))] == ["PK-PB", "IN-PB"]
    unit = subdivisions()["CN-XJ"]
    assert (unit.country, unit.name, unit.type) == ("CHN", "Xinjiang", "Autonomous region")
    assert {u.country for u in subdivisions().values()} <= set(STATES)
    assert len(subdivisions()) > 4900


def test_keys_fold_what_writers_vary() -> None:
    same = [
        ("Ürümqi", "urumqi"),
        ("N’Djamena", "Ndjamena"),
        ("Port-au-Prince", "port au prince"),
        ("Łódź", "LODZ"),
    ]
    assert all(place_key(a) == place_key(b) for a, b in same)
    assert place_key("दिल्ली") != place_key("दलल")
    assert place_key(" (–) ") == ""
