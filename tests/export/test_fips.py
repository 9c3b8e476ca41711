"""The table of FIPS codes is what its tool writes."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from communique.export.fips import fips_code
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
