"""`communique read` on files of other formats, in folders and lists."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from command_line import MEETING, Run

pytest.importorskip("lxml_html_clean", reason="the extra `ingest` is not installed")
sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from samples import PAGE, pdf, zipped

ROW = {"body": MEETING, "published": "2024-02-09", "id": "x"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    (made / "page.html").write_text(PAGE)
    (made / "talks.pdf").write_bytes(pdf(("An opening page of this report of the talks.", MEETING.strip())))
    (made / "more.zip").write_bytes(zipped({"in/a.txt": MEETING.encode()}))
    (made / "rows.jsonl").write_text(json.dumps(ROW) + "\n")
    (made / "pom.xml").write_text("<project/>")
    (made / "broken.pdf").write_bytes(b"%PDF-1.4")
    return made


def test_a_folder_of_many_formats(communique: Run, folder: Path) -> None:
    done = communique("read", folder, "--format", "jsonl")
    assert done.returncode == 1
    assert {json.loads(line)["doc"] for line in done.stdout.splitlines()} == {"page", "talks", "more-in-a"}
    assert "passed over in folders: 1 .jsonl, 1 .xml" in done.stderr
    assert f"{folder / 'broken.pdf'}: this PDF file is damaged" in done.stderr
    assert "3 documents read" in done.stderr


def test_tables_are_read_when_they_are_named(communique: Run, folder: Path) -> None:
    (folder / "meta.jsonl").write_text('{"doc": "rows-x", "publisher": "mfa.example.ke"}\n')
    by_path = communique("read", folder / "rows.jsonl", "--ledger", "none")
    assert by_path.stdout.startswith("rows-x · en · 2024-02-09\n")
    in_folder = communique(
        "read",
        folder,
        "--columns",
        "text=body,date=published",
        "--meta",
        folder / "meta.jsonl",
        "--ledger",
        "none",
    )
    assert "rows-x · en · 2024-02-09 · mfa.example.ke\n" in in_folder.stdout
    assert "meta.jsonl" not in in_folder.stderr


@pytest.mark.parametrize(
    ("columns", "message"),
    [("text", "names no column"), ("who=x", "names no column"), ("text=a,text=b", "twice")],
)
def test_wrong_columns_are_code_2(communique: Run, folder: Path, columns: str, message: str) -> None:
    done = communique("read", folder, "--columns", columns)
    assert done.returncode == 2
    assert "--columns: " in done.stderr
    assert message in done.stderr


def test_a_list_on_standard_input(communique: Run, folder: Path) -> None:
    given = f"{folder / 'page.html'}\n\n# a remark\n{folder / 'talks.pdf'}\n{folder / 'page.html'}\n"
    done = communique("read", "--list", "-", "--format", "jsonl", stdin=given)
    assert done.returncode == 0
    assert "2 documents read" in done.stderr


def test_the_page_of_a_quote_is_kept_and_shown(communique: Run, folder: Path) -> None:
    communique("read", folder / "talks.pdf", folder / "more.zip", "--ledger", "l.duckdb")
    told = communique("records", "--ledger", "l.duckdb", "--kind", "meeting", "--format", "csv")
    places = {row["document"]: row["document_place"] for row in csv.DictReader(told.stdout.splitlines())}
    assert places == {"talks": "page 2", "more-in-a": "in/a.txt"}
    assert "page 2" in communique("records", "--ledger", "l.duckdb").stdout
    assert "page 2" in communique("brief", "KEN", "JPN", "--ledger", "l.duckdb").stdout
    exported = communique("ledger", "export", "-o", "out.jsonl", "--ledger", "l.duckdb")
    assert exported.returncode == 0
    communique("ledger", "import", "out.jsonl", "--ledger", "m.duckdb")
    assert (
        communique("records", "--ledger", "m.duckdb", "--kind", "meeting", "--format", "csv").stdout
        == told.stdout
    )


def test_a_table_of_publishers_tells_the_side(communique: Run, tmp_path: Path) -> None:
    text = "Foreign Minister Peter Odhiambo met Japan's ambassador on Monday and thanked Japan for its support.\n"
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "own.toml").write_text('[[publisher]]\nname = "Ports Daily"\nstate = "KEN"\n')
    plain = communique("read", "a.txt", "--publisher", "Ports Daily", "--format", "jsonl")
    told = communique(
        "read", "a.txt", "--publisher", "Ports Daily", "--publishers", "own.toml", "--format", "jsonl"
    )
    person = [
        [r for r in map(json.loads, d.stdout.splitlines()) if r["kind"] == "person"] for d in (plain, told)
    ]
    assert [r[0]["country"] for r in person] == ["JPN", "KEN"]
    (tmp_path / "own.toml").write_text('[[publisher]]\nname = "Ports Daily"\nstate = "Kenya"\n')
    wrong = communique("read", "a.txt", "--publishers", "own.toml")
    assert wrong.returncode == 3
    assert "own.toml: publisher 1 'Ports Daily': no state has the code 'Kenya'" in wrong.stderr


def test_nothing_to_read_is_code_2(communique: Run) -> None:
    done = communique("read", "--list", "none.txt")
    assert done.returncode == 2
    assert "none.txt: cannot be read" in done.stderr


def test_explain_asks_for_one_document(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text(json.dumps(ROW) + "\n" + json.dumps(ROW | {"id": "y"}) + "\n")
    done = communique("explain", "two.jsonl")
    assert done.returncode == 2
    assert "holds several documents" in done.stderr
