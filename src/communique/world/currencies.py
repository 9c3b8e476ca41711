"""ISO 4217 currencies and the spellings of them that no language owns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from communique.world.files import DATA, read_rows


class Currency(NamedTuple):
    """A currency in use: ISO 4217 `code`, three-digit `numeric` code as text, English ISO `name`."""

    code: str
    numeric: str
    name: str


CURRENCIES: Mapping[str, Currency] = MappingProxyType(
    {code: Currency(code, numeric, name) for code, numeric, name in read_rows(DATA / "currencies.tsv", 3)}
)
"""Every currency current in ISO 4217 by its code; precious metals and test codes are left out."""

# A bare "$" is the US dollar in this genre: other dollars carry a letter. "¥" is left to the language
# packs (yen or yuan), and so are words such as "dollar" or "Rubel". "Rs" and "CFA" name several.
SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "$": "USD",
        "US$": "USD",
        "U.S.$": "USD",
        "USD$": "USD",
        "$US": "USD",
        "US-$": "USD",
        "€": "EUR",
        "£": "GBP",
        "₽": "RUB",
        "₴": "UAH",
        "₸": "KZT",
        "₼": "AZN",
        "₾": "GEL",
        "֏": "AMD",
        "₹": "INR",
        "₨": "PKR",
        "৳": "BDT",
        "₩": "KRW",
        "₫": "VND",
        "฿": "THB",
        "₱": "PHP",
        "₭": "LAK",
        "៛": "KHR",
        "₮": "MNT",
        "₺": "TRY",
        "₪": "ILS",
        "﷼": "IRR",
        "₦": "NGN",
        "₵": "GHS",
        "₡": "CRC",
        "₲": "PYG",
        "A$": "AUD",
        "AU$": "AUD",
        "AUD$": "AUD",
        "C$": "CAD",
        "CA$": "CAD",
        "NZ$": "NZD",
        "S$": "SGD",
        "HK$": "HKD",
        "NT$": "TWD",
        "R$": "BRL",
        "MX$": "MXN",
        "F$": "FJD",
        "FJ$": "FJD",
        "B$": "BND",
        "N$": "NAD",
        "G$": "GYD",
        "L$": "LRD",
        "BZ$": "BZD",
        "Bds$": "BBD",
        "RD$": "DOP",
        "SI$": "SBD",
        "T$": "TOP",
        "EC$": "XCD",
        "Z$": "ZWG",
        "J$": "JMD",
        "TT$": "TTD",
        "CN¥": "CNY",
        "RMB¥": "CNY",
        "JP¥": "JPY",
        "RMB": "CNY",
        "CNH": "CNY",
        "PKRs": "PKR",
        "Rp": "IDR",
        "RM": "MYR",
        "Ksh": "KES",
        "KSh": "KES",
        "TSh": "TZS",
        "USh": "UGX",
        "CHF": "CHF",
        "SFr.": "CHF",
        "zł": "PLN",
        "Kč": "CZK",
        "Ft": "HUF",
        "FCFA": "XAF",
    }
)
"""Symbol or abbreviation to ISO 4217 code; only spellings that mean one currency."""


ZONES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "XAF": frozenset({"CAF", "CMR", "COG", "GAB", "GNQ", "TCD"}),
        "XOF": frozenset({"BEN", "BFA", "CIV", "GNB", "MLI", "NER", "SEN", "TGO"}),
    }
)
"""The states of each currency that several states share and a word of theirs does not tell from another's."""


def is_of(code: str, state: str, alpha2: str) -> bool:
    """Whether a currency is a state's own, by the code of its country or by the zone that it is of."""
    return state in ZONES.get(code, ()) or code.startswith(alpha2)


def currency_code(text: str) -> str | None:
    """The ISO 4217 code written as a code, symbol or abbreviation; None if unknown or ambiguous.

    "USD", "US$", "RMB" and "€" are read, words ("Dollar") are not: they belong to the packs.
    """
    spelling = text.strip().replace("\u00a0", "").replace("\u202f", "")
    if spelling in CURRENCIES:
        return spelling
    return SPELLINGS.get(spelling)
