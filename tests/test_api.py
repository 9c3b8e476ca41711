from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

import communique
from communique import api
from communique.errors import InputError, LanguageError


@pytest.mark.parametrize("module", [communique, api], ids=lambda module: module.__name__)
def test_the_examples_are_true(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted
    assert not result.failed


def test_import_is_light() -> None:
    code = "import sys, communique; sys.exit(bool({'msgspec', 'sqlalchemy', 'duckdb'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_id_comes_from_the_text_or_the_caller() -> None:
    text = "The ministers met in Oslo."
    assert communique.read(text, lang="en").document.id == communique.read(text, lang="en").document.id
    assert communique.read(text, lang="en", doc="mine").document.id == "mine"


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(InputError, match="the text is empty"):
        communique.read("")
    with pytest.raises(InputError, match="not a date: 'soon'"):
        communique.read("They met.", lang="en", date="soon")
    with pytest.raises(LanguageError, match="no pack reads language 'xx'"):
        communique.read("They met.", lang="xx")
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = communique.reed


def test_the_names_are_listed() -> None:
    assert dir(communique) == ["Ledger", "__version__", "code", "people", "read", "who"]
