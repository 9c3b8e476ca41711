"""A site of our own to watch, and the command line that watches it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from web_server import Site, web_server


@pytest.fixture
def site() -> Iterator[Site]:
    with web_server() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "press.duckdb"
