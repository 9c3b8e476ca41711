import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from communique.errors import LedgerError
from communique.ledger import Ledger
from communique.ledger.schema import HEAD, VERSION_TABLE
from sample_readings import MONDAY, document, echo, reading, talks


def revision(path: Path) -> str:
    with duckdb.connect(str(path)) as raw:
        row = raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    assert row is not None
    return str(row[0])


def refused(path: Path, says: str, *, read_only: bool = False) -> None:
    with pytest.raises(LedgerError, match=says) as caught:
        Ledger.open(path, read_only=read_only)
    assert caught.value.path == str(path)
    assert caught.value.exit_code == 4


def test_a_fresh_ledger_has_the_latest_schema(path: Path) -> None:
    Ledger.open(path).close()
    assert revision(path) == HEAD


def test_an_empty_database_is_set_up(path: Path) -> None:
    duckdb.connect(str(path)).close()
    refused(path, "empty", read_only=True)
    Ledger.open(path).close()
    assert revision(path) == HEAD


def test_a_ledger_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(echo(), MONDAY)
    with duckdb.connect(str(path)) as raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = 'r9999'")
    refused(path, "newer version of communique.*r9999.*upgrade")
    refused(path, "newer version of communique", read_only=True)
    assert revision(path) == "r9999"


def test_another_database_is_refused_and_left_alone(path: Path) -> None:
    with duckdb.connect(str(path)) as raw:
        raw.execute("CREATE TABLE birds (name VARCHAR)")
    refused(path, "not a ledger")
    with duckdb.connect(str(path)) as raw:
        assert raw.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("birds",)]


@pytest.mark.parametrize("content", [b"", b"Just a letter.\n" * 400])
def test_another_file_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(path, "not a ledger")
    assert path.read_bytes() == content


def test_a_missing_ledger_is_not_made_for_reading(path: Path) -> None:
    refused(path, "communique read", read_only=True)
    assert not path.exists()


def test_places_that_cannot_hold_a_ledger(tmp_path: Path) -> None:
    refused(tmp_path, "directory")
    refused(tmp_path / "none" / "ledger.duckdb", "does not exist")


def test_a_ledger_in_use_by_another_process(path: Path) -> None:
    Ledger.open(path).close()
    program = (
        "import sys; from communique.ledger import Ledger\n"
        f"with Ledger.open({str(path)!r}): print('open', flush=True); sys.stdin.read()"
    )
    source = Path(__file__).parents[2] / "src"
    other = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(source)},
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        refused(path, f"another process.*PID {other.pid}")
        refused(path, "another process", read_only=True)
    finally:
        other.communicate()
    Ledger.open(path).close()


def test_a_ledger_open_in_another_mode_of_this_process(path: Path) -> None:
    with Ledger.open(path):
        refused(path, "in another mode", read_only=True)


def test_in_memory() -> None:
    with Ledger.open(":memory:") as ledger:
        assert ledger.add(talks(), MONDAY).new_statements == 18
        assert len(ledger.records()) == 18
    assert not Path(":memory:").exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_loses_nothing_that_was_complete(small_disk: Path) -> None:
    path = small_disk / "ledger.duckdb"
    noise = "".join(chr(0x4E00 + at * 7919 % 20000) for at in range(900_000))
    with Ledger.open(path) as ledger:
        ledger.add(talks(), MONDAY)
        big = (reading(document(f"big{number}", noise[number:])) for number in range(99))
        with pytest.raises(LedgerError, match="disk is full") as caught:
            ledger.add_many(big, MONDAY)
        assert caught.value.path == str(path)
        before = {info.id for info in ledger.documents()}
    with Ledger.open(path, read_only=True) as ledger:
        assert {info.id for info in ledger.documents()} == before
        assert len(ledger.records(document="talks")) == 18


def test_a_read_only_file_system(small_disk: Path) -> None:
    path = small_disk / "ledger.duckdb"
    with Ledger.open(path) as ledger:
        ledger.add(talks(), MONDAY)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    refused(path, "read-only; choose")
    refused(small_disk / "new.duckdb", "read-only; choose")
    with Ledger.open(path, read_only=True) as ledger:
        assert len(ledger.records()) == 18


def test_a_process_that_was_killed_loses_nothing_that_was_complete(path: Path) -> None:
    program = (
        "import os, signal, sys; sys.path.insert(0, sys.argv[1])\n"
        "from sample_readings import MONDAY, talks\n"
        "from communique.ledger import Ledger\n"
        f"Ledger.open({str(path)!r}).add(talks(), MONDAY)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    here = Path(__file__).parents[1]
    killed = subprocess.run(
        [sys.executable, "-c", program, str(here)], env=os.environ | {"PYTHONPATH": str(here.parent / "src")}
    )
    assert killed.returncode == -9
    with Ledger.open(path, read_only=True) as ledger:
        assert len(ledger.records()) == 18
