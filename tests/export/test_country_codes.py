"""The table of FIPS codes is what its tool writes; that of the Correlates of War has every state once."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from communique.export.country_codes import cow_code, fips_code
from communique.world.states import STATES

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_fips.py"


def test_the_table_is_built_again_to_the_same_bytes() -> None:
    spec = importlib.util.spec_from_file_location("build_fips", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PATH.read_text(encoding="utf-8") == module.table()


def test_codes_differ_from_iso_s() -> None:
    assert (fips_code("CHN"), fips_code("DEU"), fips_code("XKX")) == ("CH", "GM", "KV")
    assert sum(fips_code(code) is None for code in STATES) < 10


def test_the_correlates_of_war_number_states_that_are_members() -> None:
    found = {code: cow_code(code) for code in STATES}
    numbers = [number for number in found.values() if number]
    assert len(numbers) == len(set(numbers)) == 195
    assert (found["USA"], found["DEU"], found["CHN"], found["XKX"]) == ("2", "255", "710", "347")
    assert found["HKG"] is None
