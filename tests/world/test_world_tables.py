from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from communique.errors import PackError
from communique.world.currencies import CURRENCIES, SPELLINGS, currency_code
from communique.world.organisations import ORGANISATIONS, load_organisations
from communique.world.regions import REGIONS, load_regions
from communique.world.states import STATES
from communique.world.units import CODES, UNITS, find_unit

LANGUAGES = {"en", "de", "fr", "es", "ru", "zh", "vi", "ar"}


def test_organisations_have_names_in_all_planned_languages() -> None:
    assert {code: set(o.names) for code, o in ORGANISATIONS.items() if set(o.names) != LANGUAGES} == {}
    assert "Vereinten Nationen" in ORGANISATIONS["UN"].names["de"]
    assert "European Commission" in ORGANISATIONS["EU"].names["en"]
    assert ORGANISATIONS["Hamas"].type == "non_state"
    sizes = {"EU": 27, "NATO": 32, "ASEAN": 11, "SCO": 10, "G7": 7, "GCC": 6, "Arab League": 22, "APEC": 21}
    assert {code: len(ORGANISATIONS[code].members) for code in sizes} == sizes


def test_no_code_is_both_organisation_region_and_state() -> None:
    assert not set(ORGANISATIONS) & set(REGIONS)
    assert not (set(ORGANISATIONS) | set(REGIONS)) & set(STATES)


def test_a_name_is_of_an_organisation_or_of_a_region() -> None:
    def spellings(table: object) -> set[tuple[str, str]]:
        entries = table.values()  # type: ignore[attr-defined]
        return {
            (lang, name.lower()) for entry in entries for lang, names in entry.names.items() for name in names
        }

    assert spellings(ORGANISATIONS) & spellings(REGIONS) == set()


def test_regions_have_names_in_all_planned_languages() -> None:
    assert {code: set(r.names) for code, r in REGIONS.items() if set(r.names) != LANGUAGES} == {}
    assert REGIONS["Baltic states"].members == ("EST", "LTU", "LVA")


@pytest.mark.parametrize(
    ("text", "entry", "message"),
    [
        ('[A]\ntype = "club"\nnames.en = ["A"]', "A", "club"),
        ('[A]\ntype = "igo"\nnames.en = ["A"]\nfounded = 1945', "A", "founded"),
        ('[A]\ntype = "igo"\nnames.en = ["A"]\nmembers = ["XYZ"]', "A", "XYZ"),
        ('[A]\ntype = "igo"\nnames.en = ["A"]\nmembers = ["CHN", "CHN"]', "A", "twice"),
        ('[A]\ntype = "igo"\nnames.en = ["X"]\n[B]\ntype = "igo"\nnames.en = ["x"]', "B", "belongs to A"),
        ('[A]\ntype = "igo"\nnames.en = [" "]', "A", "empty"),
    ],
)
def test_a_wrong_organisation_is_refused_with_its_place(
    tmp_path: Path, text: str, entry: str, message: str
) -> None:
    path = tmp_path / "organisations.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=message) as caught:
        load_organisations(path)
    assert (caught.value.path, caught.value.entry) == (str(path), entry)


def test_a_wrong_region_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "regions.toml"
    path.write_text('[A]\ntype = "igo"\nnames.en = ["A"]', encoding="utf-8")
    with pytest.raises(PackError, match="type"):
        load_regions(path)
    path.write_text("[A", encoding="utf-8")
    with pytest.raises(PackError, match="not TOML"):
        load_regions(path)
    with pytest.raises(PackError, match="missing"):
        load_regions(tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RMB", "CNY"),
        ("US$", "USD"),
        ("$", "USD"),
        ("€", "EUR"),
        ("USD", "USD"),
        ("₽", "RUB"),
        ("VND", "VND"),
        ("Rs", None),
        ("¥", None),
        ("XAU", None),
        ("Dollar", None),
        ("", None),
    ],
)
def test_currencies(text: str, code: str | None) -> None:
    assert currency_code(text) == code


def test_every_spelling_is_a_current_currency() -> None:
    assert set(SPELLINGS.values()) <= set(CURRENCIES)
    assert len(CURRENCIES) > 150


@pytest.mark.parametrize(
    ("spelling", "code", "factor"),
    [
        ("t", "t", "1"),
        ("Mt", "t", "1000000"),
        ("TEU", "TEU", "1"),
        ("MW", "MW", "1"),
        ("GW", "GW", "1"),
        ("bcm", "bcm", "1"),
        ("mcm", "bcm", "0.001"),
        ("ha", "ha", "1"),
        ("m³", "m3", "1"),
        ("GWh", "GWh", "1"),
        ("km", "km", "1"),
        ("%", "percent", "1"),
        ("bbl", "barrel", "1"),
    ],
)
def test_units(spelling: str, code: str, factor: str) -> None:
    assert find_unit(spelling) == (code, Decimal(factor))


def test_units_keep_case() -> None:
    assert find_unit("mw") is None
    assert {unit.code for unit in UNITS.values()} == CODES
