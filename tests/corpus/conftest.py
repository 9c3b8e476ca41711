"""An archive and what reading it gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_archives import articles, read, write_lines

from communique.corpus.local import LocalEngine


@pytest.fixture(scope="session")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 170 documents in one file."""
    return write_lines(tmp_path_factory.mktemp("press") / "press.jsonl", articles(170))


@pytest.fixture(scope="session")
def undisturbed(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What reading `lines` gives when nothing happens."""
    out = tmp_path_factory.mktemp("undisturbed") / "read"
    standing = read(lines, out, LocalEngine(1))
    assert (standing.documents, standing.failures, standing.whole) == (170, {}, True)
    return out
