"""What is compiled from data files is kept beside them for as long as they stay as they are."""

from pathlib import Path

import msgspec
import pytest

from communique.base.compiled import compiled

DECODER = msgspec.msgpack.Decoder(list[str])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("ein zwei", encoding="utf-8")
    return path


def made(source: Path) -> list[str]:
    """The words of the source, from where they are kept or made anew."""
    return compiled(source.parent, "words", [source], lambda: source.read_text().split(), DECODER)


def kept(source: Path) -> list[Path]:
    return sorted((source.parent / "__pycache__").glob("words-*.msgpack"))


def test_it_is_made_once(source: Path) -> None:
    assert made(source) == ["ein", "zwei"]
    again = compiled(source.parent, "words", [source], lambda: pytest.fail("made twice"), DECODER)
    assert again == ["ein", "zwei"]


def test_a_changed_source_has_it_made_anew_and_the_old_one_go(source: Path) -> None:
    made(source)
    (old,) = kept(source)
    source.write_text("drei", encoding="utf-8")
    assert made(source) == ["drei"]
    assert len(kept(source)) == 1
    assert kept(source) != [old]


def test_a_damaged_file_is_made_anew(source: Path) -> None:
    made(source)
    (path,) = kept(source)
    path.write_bytes(path.read_bytes()[:3])
    assert made(source) == ["ein", "zwei"]
    assert DECODER.decode(path.read_bytes()) == ["ein", "zwei"]


def test_where_nothing_can_be_written_it_is_made_each_time(source: Path) -> None:
    (source.parent / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert made(source) == made(source) == ["ein", "zwei"]
