from __future__ import annotations

import datetime as dt
import doctest
import subprocess
import sys
from pathlib import Path

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
    assert dir(communique) == ["Ledger", "__version__", "code", "events", "people", "read", "who"]


def test_events_of_a_ledger(tmp_path: Path) -> None:
    texts = {
        "a": (
            "en",
            "Peru's Foreign Minister Elmer Schialer met his Kenyan counterpart Musalia Mudavadi in Lima.",
        ),
        "b": (
            "de",
            "Perus Außenminister Elmer Schialer traf in Lima seinen kenianischen Amtskollegen M. Mudavadi.",
        ),
    }
    readings = [
        communique.read(text, lang=lang, date="2025-04-09", publisher=f"{doc}.example", doc=doc)
        for doc, (lang, text) in texts.items()
    ]
    with communique.Ledger.open(tmp_path / "l.duckdb") as ledger:
        ledger.add_many(readings, dt.datetime(2025, 4, 10, tzinfo=dt.UTC))
        (meeting,) = communique.events(ledger, "PER", "KEN", kind="meeting")
        assert meeting.publishers == ("a.example", "b.example")
        assert communique.events(ledger, "FRA") == []
