"""An archive asked where it lies, and taken into a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyarrow import fs
from small_archives import articles, read, write_lines

from command_line import Run
from communique.corpus.attached import attached
from communique.corpus.importing import take_in
from communique.corpus.place import Place
from communique.errors import CommuniqueError, LedgerError
from communique.kinds.registry import encode
from communique.ledger import Ledger

PAIR = ("JPN", "PHL")


@pytest.fixture(scope="module")
def ledger(undisturbed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("imported") / "press.duckdb"
    with Ledger.open(path) as opened:
        added, left = take_in(Place.of(undisturbed), opened)
        assert (added.new_documents, added.known_statements, left) == (170, 0, 0)
        again, _ = take_in(Place.of(undisturbed), opened)
        assert (again.new_documents, again.new_statements) == (0, 0)
        assert again.known_statements == added.new_statements > 500
    return path


@pytest.mark.parametrize(
    "question",
    [{"pair": PAIR}, {"kind": "meeting"}, {"country": "KEN"}, {"person": "marcos"}, {"since": "2024-06"}, {}],
    ids=str,
)
def test_an_archive_answers_as_the_ledger_that_it_is_imported_into(
    undisturbed: Path, ledger: Path, question: dict[str, object]
) -> None:
    with attached(Place.of(undisturbed)) as archive, Ledger.open(ledger, read_only=True) as imported:
        found, wanted = archive.records(**question), imported.records(**question)  # type: ignore[arg-type]
        assert [encode(item.record) for item in found] == [encode(item.record) for item in wanted]
        assert found == wanted
        assert found


def test_the_imported_ledger_and_the_archive_are_sound_and_hold_the_same(
    undisturbed: Path, ledger: Path
) -> None:
    with attached(Place.of(undisturbed)) as archive, Ledger.open(ledger, read_only=True) as imported:
        assert list(archive.verify()) == list(imported.verify()) == []
        assert list(archive.export_lines()) == list(imported.export_lines())
        assert archive.counts() == imported.counts()


def test_an_archive_in_another_file_system_is_asked_too(undisturbed: Path) -> None:
    store = fs.SubTreeFileSystem(str(undisturbed.parent), fs.LocalFileSystem())
    with attached(Place(store, undisturbed.name)) as there, attached(Place.of(undisturbed)) as here:
        assert there.records(pair=PAIR) == here.records(pair=PAIR) != []


def test_an_archive_is_not_changed_by_asking(undisturbed: Path) -> None:
    with attached(Place.of(undisturbed)) as archive, pytest.raises(LedgerError):
        archive.import_lines(archive.export_lines(), "itself")


def test_a_document_that_stands_twice_tells_its_records_once(tmp_path: Path) -> None:
    rows = articles(4, ["en"])
    write_lines(tmp_path / "in/a.jsonl", rows)
    write_lines(tmp_path / "in/b.jsonl", rows)
    standing = read(tmp_path / "in", tmp_path / "read")
    with attached(Place.of(tmp_path / "read")) as archive:
        found = [item.record.id for item in archive.records()]
    assert standing.documents == 8
    assert len(found) == len(set(found)) == standing.records / 2
    with Ledger.open(tmp_path / "a.duckdb") as opened:
        assert take_in(Place.of(tmp_path / "read"), opened)[0].new_documents == 4


def test_the_command_line_asks_imports_and_tells_how_far_an_archive_is(
    communique: Run, undisturbed: Path, tmp_path: Path
) -> None:
    asked = communique("corpus", "ask", undisturbed, "--pair", "Japan", "PHL", "--format", "jsonl")
    assert asked.returncode == 0, asked.stderr
    found = [json.loads(line) for line in asked.stdout.splitlines()]
    assert found
    other = communique("records", "--ledger", undisturbed, "--pair", "Japan", "PHL", "--format", "jsonl")
    assert other.stdout == asked.stdout
    imported = communique("ledger", "import", undisturbed, "--ledger", "press.duckdb")
    assert "170 new documents" in imported.stderr
    status = communique("corpus", "status", undisturbed, "--format", "jsonl")
    told = json.loads(status.stdout.splitlines()[0])
    assert (told["documents"], told["done"], told["failures"]) == (170, told["shards"], {})


def test_what_is_no_archive_is_refused(communique: Run, tmp_path: Path) -> None:
    done = communique("corpus", "ask", tmp_path)
    assert done.returncode == 1
    assert "there is no archive here; make an archive with `communique corpus read INPUT" in done.stderr
    with pytest.raises(CommuniqueError, match="no archive here"):
        attached(Place.of(tmp_path))


def test_wrong_options_are_refused(communique: Run, lines: Path) -> None:
    done = communique("corpus", "read", lines, "-o", "read", "--columns", "body=text")
    assert done.returncode == 2
    assert "--columns" in done.stderr
    done = communique("corpus", "read", lines, "-o", "read", "--address", "auto")
    assert done.returncode == 2
