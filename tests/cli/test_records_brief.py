import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from communique.cli.brief import brief_command
from communique.cli.records import records_command
from communique.errors import LedgerError
from communique.kinds.registry import decode
from communique.ledger import Ledger
from communique.ledger.schema import VERSION_TABLE
from sample_readings import MONDAY, echo, forum, talks

app = typer.Typer()
app.command("records")(records_command)
app.command("brief")(brief_command)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "press.duckdb"
    with Ledger.open(made) as ledger:
        ledger.add_many([talks(), echo(), forum()], MONDAY)
    monkeypatch.setenv("COMMUNIQUE_LEDGER", str(made))
    monkeypatch.chdir(tmp_path)
    return made


def run(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


def test_jsonl_is_the_record_format(path: Path) -> None:
    done = run("records", "--format", "jsonl")
    assert done.exit_code == 0
    records = [decode(line) for line in done.stdout_bytes.splitlines()]
    assert {record.id for record in records} == {
        r.id for made in (talks(), echo(), forum()) for r in made.records
    }


@pytest.mark.parametrize(
    ("args", "number"),
    [
        (["--kind", "meeting"], 3),
        (["--country", "CHN"], 2),
        (["--country", "chn"], 2),
        (["--pair", "KEN", "SWE", "--kind", "commitment"], 5),
        (["--pair", "KEN", "SWE", "--since", "2024-07"], 1),
        (["--until", "2023-06"], 4),
        (["--person", "asa lindqvist", "--kind", "visit"], 1),
        (["--person", "nobody at all"], 0),
    ],
)
def test_filters(path: Path, args: list[str], number: int) -> None:
    done = run("records", "--format", "jsonl", *args)
    assert done.exit_code == 0
    assert len(done.stdout_bytes.splitlines()) == number


def test_table_and_markdown(path: Path) -> None:
    table = run("records", "--pair", "CHN", "VNM").stdout
    assert "习近平" in table
    assert "2 records" in table
    lines = run("records", "--kind", "indicator", "--format", "md").stdout.splitlines()
    assert lines[0].startswith("| date | kind |")
    assert len(lines) == 4


def test_csv_has_quote_speaker_publisher_and_document(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("records", "--kind", "commitment", "--format", "csv", "-o", str(out)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))
    assert len(rows) == 5
    pledge = next(row for row in rows if row["mode"] == "pledge")
    assert (pledge["quote"], pledge["sectors"]) == (
        "Kenya would lift its duty on Swedish turbines",
        "trade; customs",
    )
    assert (pledge["speaker"], pledge["speaker_country"]) == ("Grace Mwangi", "KEN")
    assert (pledge["publisher"], pledge["document"]) == ("Gazette", "talks")


def test_parquet_holds_every_kind(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    assert run("records", "--format", "parquet", "-o", str(out)).exit_code == 0
    with duckdb.connect() as raw:
        found = raw.execute(
            "SELECT kind, count(*), max(value) FROM read_parquet(?) GROUP BY 1", [str(out)]
        ).fetchall()
    assert sum(number for _, number, _ in found) == 23
    assert ("indicator", 2, 320e6) in found


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["records", "--kind", "gossip"], "no kind of record"),
        (["records", "--since", "yesterday"], "not a date"),
        (["records", "--until", "2024-13"], "not a date"),
        (["records", "--country", "Atlantis"], "no state known"),
        (["records", "--pair", "KEN", "Atlantis"], "no state known"),
        (["records", "--pair", "KEN"], "requires 2 arguments"),
        (["records", "--format", "parquet"], "needs a file"),
        (["records", "--format", "xlsx"], "is not one of"),
        (["brief", "KEN", "Atlantis"], "no state known"),
        (["brief", "KEN", "KEN"], "same state"),
        (["brief"], "name one or two states"),
        (["brief", "--topic", "astrology"], "--topic"),
        (["brief", "KEN", "--topic", "energy"], "name one or two states"),
        (["brief", "KEN", "SWE", "--since", "soon"], "not a date"),
    ],
)
def test_wrong_use_ends_with_two(path: Path, args: list[str], says: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    said = " ".join(done.stderr.replace("│", " ").split())
    assert says in said


@pytest.mark.parametrize("command", [["records"], ["brief", "KEN", "SWE"]])
def test_a_missing_ledger_names_the_cure(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMMUNIQUE_LEDGER", raising=False)
    monkeypatch.chdir(tmp_path)
    done = run(*command)
    assert isinstance(done.exception, LedgerError)
    assert done.exception.exit_code == 4
    assert str(done.exception).startswith("communique.duckdb: there is no ledger here")
    assert "communique read" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_the_option_goes_before_the_environment(path: Path, tmp_path: Path) -> None:
    done = run("records", "--ledger", str(tmp_path / "none.duckdb"))
    assert isinstance(done.exception, LedgerError)
    assert "none.duckdb" in str(done.exception)


def test_a_ledger_of_a_newer_version(path: Path) -> None:
    with duckdb.connect(str(path)) as raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = 'r9999'")
    done = run("brief", "KEN", "SWE")
    assert isinstance(done.exception, LedgerError)
    assert "upgrade" in str(done.exception)


def test_brief_on_the_screen_and_as_markdown(path: Path, tmp_path: Path) -> None:
    screen = run("brief", "KEN", "SWE", "--until", "2024-06")
    assert screen.exit_code == 0
    assert "Agreed jointly" in screen.stdout
    out = tmp_path / "brief.md"
    assert run("brief", "KEN", "SWE", "--format", "markdown", "-o", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8").count("\n[^") >= 20


def test_help_works_without_a_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "--pair" in run("records", "--help").stdout
    assert "--since" in run("brief", "--help").stdout


def test_importing_the_commands_loads_nothing_heavy() -> None:
    program = (
        "import sys, communique.cli.records, communique.cli.brief\n"
        "heavy = ('sqlalchemy', 'duckdb', 'pyarrow', 'rich.table', 'alembic')\n"
        "print(sorted(name for name in heavy if name in sys.modules))"
    )
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": source},
    )
    assert done.stdout == "[]\n", done.stderr
