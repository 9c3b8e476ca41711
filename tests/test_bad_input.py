"""Each bad input gives a message that names the file and the cure, and the rest is still read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command_line import MEETING, Run
from communique.cli.inputs import expand


def empty(folder: Path) -> Path:
    return write(folder, b"")


def blank(folder: Path) -> Path:
    return write(folder, b" \n\t ")


def binary(folder: Path) -> Path:
    return write(folder, b"GIF89a\0\0\0")


def latin(folder: Path) -> Path:
    return write(folder, "Die Präsidenten äußerten sich über Österreich.".encode("windows-1252"))


def long_line(folder: Path) -> Path:
    return write(folder, b"The ministers met again. " * 2_000_000)


def vanished(folder: Path) -> Path:
    path = folder / "bad.txt"
    path.symlink_to(folder / "gone.txt")
    return path


def looping(folder: Path) -> Path:
    path = folder / "bad.txt"
    path.symlink_to(path)
    return path


def italian(folder: Path) -> Path:
    text = (
        "I ministri dei due paesi si sono incontrati nella capitale e hanno parlato di una pace che dura. "
        * 3
    )
    return write(folder, text.encode())


def write(folder: Path, data: bytes) -> Path:
    path = folder / "bad.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (empty, "the text is empty"),
        (blank, "the text holds only white space"),
        (binary, "binary data (a NUL at byte 6), not text; give a UTF-8 text file"),
        (
            latin,
            "not UTF-8 at byte 6: looks like windows-1252; convert it with `iconv -f windows-1252 -t utf-8`",
        ),
        (
            long_line,
            "too large: 50,000,000 characters, and one document may hold 20,000,000 characters; split it",
        ),
        (vanished, "no such file, or its link leads nowhere; check the path"),
        (looping, "cannot be read: Too many levels of symbolic links"),
        (italian, "looks like language 'it', and there are packs for "),
    ],
)
def test_one_bad_text_does_not_stop_the_batch(
    communique: Run, tmp_path: Path, make: Callable[[Path], Path], message: str
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    bad = make(folder)
    (folder / "a.txt").write_text(MEETING)
    (folder / "z.txt").write_text(MEETING)
    done = communique("read", folder, "--format", "jsonl")
    assert done.returncode == 1
    assert f"{bad}: {message}" in done.stderr
    assert "2 documents read" in done.stderr
    assert '"doc":"a"' in done.stdout
    assert '"doc":"z"' in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_listed_is_named() -> None:
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o711)
        locked = Path(above) / "locked"
        locked.mkdir(0o700)
        if os.getuid():
            locked.chmod(0)
        said = as_nobody(lambda: "\n".join(map(str, expand([locked]).failures)))
        locked.chmod(0o700)
    assert said == f"{locked}: folder cannot be listed: Permission denied; check its rights with `ls -ld`"


def as_nobody(question: Callable[[], str]) -> str:
    """The answer to `question` of a process without root's rights, since root may list every folder."""
    if os.getuid():
        return question()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            os.write(writer, question().encode())
        finally:
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as answer:
        return answer.read()


def test_a_folder_without_texts_is_named(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = communique("read", "empty", "--ledger", "none")
    assert done.returncode == 1
    assert "empty: no texts in this folder (files ending in .atom, .bz2, .csv, " in done.stderr


def test_an_unsupported_language_in_the_table_fails_its_document_only(
    communique: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    (tmp_path / "b.txt").write_text(MEETING)
    (tmp_path / "m.csv").write_text("doc,lang\na,tlh\n")
    done = communique("read", "a.txt", "b.txt", "--meta", "m.csv", "--format", "jsonl")
    assert done.returncode == 1
    assert "a.txt: no pack reads language 'tlh'; choose one of " in done.stderr
    assert '"doc":"b"' in done.stdout


def test_a_ledger_from_the_future_is_refused_unharmed(communique: Run, tmp_path: Path) -> None:
    import duckdb

    (tmp_path / "a.txt").write_text(MEETING)
    assert communique("read", "a.txt", "--ledger", "l.duckdb").returncode == 0
    with duckdb.connect(str(tmp_path / "l.duckdb")) as connection:
        connection.execute("UPDATE communique_schema SET version_num = 'r9999'")
    before = (tmp_path / "l.duckdb").read_bytes()
    done = communique("read", "a.txt", "--ledger", "l.duckdb")
    assert done.returncode == 4
    assert "l.duckdb: a newer version of communique made this ledger" in done.stderr
    assert "upgrade" in done.stderr
    assert (tmp_path / "l.duckdb").read_bytes() == before


def test_a_file_that_is_no_ledger_is_refused_unharmed(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    done = communique("read", "a.txt", "--ledger", "a.txt")
    assert done.returncode == 4
    assert done.stderr.startswith("communique: a.txt: ")
    assert (tmp_path / "a.txt").read_text() == MEETING


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("target", ["/dev/full", None])
def test_a_full_disk_is_said_once(tmp_path: Path, target: str | None) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    args = ["read", "a.txt", "--format", "jsonl", *(["-o", target] if target else [])]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "communique", *args],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 1
    named = target or "standard output"
    assert f"communique: {named}: cannot be written: No space left on device; free some space" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if (
        os.getuid()
        or not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small file system cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_ledger_on_a_full_disk_is_named(communique: Run, tmp_path: Path, small_disk: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    done = communique("read", "a.txt", "--ledger", small_disk / "l.duckdb")
    assert done.returncode == 4
    assert f"communique: {small_disk / 'l.duckdb'}: " in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_file_on_a_full_disk_leaves_the_old_one(
    communique: Run, tmp_path: Path, small_disk: Path
) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    out = small_disk / "out.jsonl"
    out.write_text("before")
    (small_disk / "fill").write_bytes(b"x" * 4096 * 3)
    done = communique("read", "a.txt", "--format", "jsonl", "-o", out)
    assert done.returncode == 1
    assert f"communique: {out}: cannot be written: No space left on device" in done.stderr
    assert sorted(path.name for path in small_disk.iterdir()) == ["fill", "out.jsonl"]
    assert out.read_text() == "before"
