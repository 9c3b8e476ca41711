from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from communique.world.states import STATES, by_alpha2, resolve_code

PACKS = Path(__file__).parents[2] / "src" / "communique" / "lexicon" / "packs"
LANGUAGES = ("de", "en")
UN_MEMBERS = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB
BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA
ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI
HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA
LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM
NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO
TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""".split()  # noqa: SIM905  (one column of codes a line reads better)
OTHERS = ["TWN", "PSE", "XKX", "VAT", "HKG", "MAC"]
# Endings that the loader adds to a German adjective stem.
ENDINGS = {"de": ("", "e", "en", "er", "es", "em"), "en": ("",)}


def read(lang: str) -> tuple[dict[str, dict[str, list[str]]], dict[str, list[str]]]:
    table = tomllib.loads((PACKS / lang / "states.toml").read_text(encoding="utf-8"))
    generated = json.loads((PACKS / lang / "generated.json").read_text(encoding="utf-8"))
    return table, generated["states"]


def surfaces(lang: str) -> dict[str, set[str]]:
    table, generated = read(lang)
    owners: dict[str, set[str]] = defaultdict(set)
    for code, names in generated.items():
        for name in names:
            owners[name.casefold()].add(code)
    for code, row in table.items():
        for key, strings in row.items():
            for string in strings if code != "never" else ():
                for ending in ENDINGS[lang] if key == "adjectives" else ("",):
                    owners[(string + ending).casefold()].add(code)
    return owners


def test_the_list_of_members_is_complete() -> None:
    assert len(set(UN_MEMBERS)) == 193
    assert set(UN_MEMBERS) | set(OTHERS) <= set(STATES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_hand_written_names(lang: str) -> None:
    table, _ = read(lang)
    assert set(table) - {"never"} == {*UN_MEMBERS, *OTHERS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_keys_and_values_are_as_the_format_says(lang: str) -> None:
    table, generated = read(lang)
    for code, row in table.items():
        if code == "never":
            assert set(row) == {"strings"}
            continue
        assert set(row) <= {"names", "adjectives", "people", "capital", "metonym", "prefix"}, code
        for key, strings in row.items():
            assert strings, (code, key)
            assert len(strings) == len(set(strings)), (code, key)
            assert all(string == string.strip() != "" for string in strings), (code, key)
        assert not set(row.get("names", ())) & set(generated[code]), code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_string_belongs_to_two_states(lang: str) -> None:
    assert {s: sorted(codes) for s, codes in surfaces(lang).items() if len(codes) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_must_never_resolve_is_no_states_name(lang: str) -> None:
    table, _ = read(lang)
    strings = table["never"]["strings"]
    assert len(strings) == len(set(strings))
    assert [s for s in strings if s.casefold() in surfaces(lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_generated_names_cover_every_code(lang: str) -> None:
    _, generated = read(lang)
    assert set(generated) == set(STATES)


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("usbekistanischen", "UZB"),
        ("usbekischer", "UZB"),
        ("nigrische", "NER"),
        ("nigerianischen", "NGA"),
        ("us-amerikanisches", "USA"),
        ("emiratischen", "ARE"),
        ("saudischer", "SAU"),
        ("pakistanische", "PAK"),
        ("Vereinigten Arabischen Emiraten", "ARE"),
        ("Niederlanden", "NLD"),
        ("Volksrepublik China", "CHN"),
        ("Usbekinnen", "UZB"),
        ("Weißrussland", "BLR"),
        ("Elfenbeinküste", "CIV"),
        ("Kongo", "COD"),
        ("Korea", "KOR"),
        ("Pjöngjang", "PRK"),
        ("Weißen Hauses", "USA"),
        ("Kreml", "RUS"),
        ("dominicanischen", "DMA"),
        ("dominikanischen", "DOM"),
        ("Französin", "FRA"),
    ],
)
def test_german_forms(surface: str, code: str) -> None:
    assert surfaces("de")[surface.casefold()] == {code}


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("Burma", "MMR"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Republic of China", "TWN"),
        ("Ivory Coast", "CIV"),
        ("UAE", "ARE"),
        ("U.S.", "USA"),
        ("British", "GBR"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Congolese", "COD"),
        ("Republic of the Congo", "COG"),
        ("Turkey", "TUR"),
        ("Uzbeks", "UZB"),
        ("Sudanese", "SDN"),
        ("South Sudanese", "SSD"),
        ("Kremlin", "RUS"),
        ("Dominican", "DOM"),
        ("Sino", "CHN"),
        ("New Zealander", "NZL"),
    ],
)
def test_english_forms(surface: str, code: str) -> None:
    assert surfaces("en")[surface.casefold()] == {code}


def test_codes_resolve_to_each_other() -> None:
    assert by_alpha2("cn") == STATES["CHN"]
    assert by_alpha2("ZZ") is None
    assert [resolve_code(t) for t in ("pak", "PK", "586", "Pakistan", " Xkx ", "XK", "")] == [
        "PAK",
        "PAK",
        "PAK",
        "PAK",
        "XKX",
        "XKX",
        None,
    ]
    assert all(resolve_code(s.alpha2) == code and s.alpha3 == code for code, s in STATES.items())


def test_every_state_has_a_capital_on_the_map() -> None:
    for code in [*UN_MEMBERS, *OTHERS]:
        state = STATES[code]
        assert state.capital, code
        assert state.lat is not None
        assert state.lon is not None
        assert -90 <= state.lat <= 90, code
        assert -180 <= state.lon <= 180, code
    assert (STATES["UZB"].capital, STATES["UZB"].numeric) == ("Tashkent", "860")
    assert STATES["ATA"].lat is None
