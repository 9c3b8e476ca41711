"""What the tests of the intake share; they need the packages of the extra `ingest`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

NEEDED = ("trafilatura", "htmldate", "lxml_html_clean", "feedparser", "fastwarc", "pypdf", "docx")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Pass over the tests where a package is missing, and say which."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing and collection_path.name.startswith("test_"):
        pytest.skip(f"the extra `ingest` is not installed: no {', '.join(missing)}", allow_module_level=True)
    return None
