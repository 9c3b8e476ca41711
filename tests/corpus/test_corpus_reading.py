from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import fs, parquet
from small_archives import articles, content, read, write_lines

from communique.corpus import archive, plan
from communique.corpus.local import LocalEngine
from communique.corpus.parts import part_name
from communique.corpus.place import Place
from communique.errors import CommuniqueError, InputError


def records(folder: Path) -> list[dict[str, object]]:
    return [
        row for path in sorted((folder / "records").iterdir()) for row in parquet.read_table(path).to_pylist()
    ]


def failures(folder: Path) -> list[tuple[str, str, str | None, str]]:
    place = Place.of(folder)
    held = plan.wanted(place)
    found = archive.failures(held, archive.finished(held, place), place, 100)
    return [(each.source, each.sort, each.document, each.message) for each in found]


@pytest.mark.parametrize("workers", [2, 4])
def test_any_number_of_processes_gives_the_same_bytes(
    lines: Path, undisturbed: Path, tmp_path: Path, workers: int
) -> None:
    standing = read(lines, tmp_path / "read", LocalEngine(workers))
    assert standing.shards > 5
    assert content(tmp_path / "read") == content(undisturbed)


def test_shards_of_any_size_and_every_format_hold_the_same_records(
    lines: Path, undisturbed: Path, tmp_path: Path
) -> None:
    wanted = records(undisturbed)
    rows = [json.loads(line) for line in lines.read_text().splitlines()]
    (tmp_path / "packed").mkdir()
    (tmp_path / "packed/press.jsonl.gz").write_bytes(gzip.compress(lines.read_bytes()))
    table = pa.Table.from_pylist(rows)
    (tmp_path / "groups").mkdir()
    parquet.write_table(table, tmp_path / "groups/press.parquet", row_group_size=40)
    (tmp_path / "whole").mkdir()
    parquet.write_table(table, tmp_path / "whole/press.parquet", row_group_size=1000)
    for name in ("packed", "groups", "whole"):
        standing = read(tmp_path / name, tmp_path / f"{name}-read")
        assert (standing.shards > 1) == (name != "packed")
        assert records(tmp_path / f"{name}-read") == wanted
    read(lines, tmp_path / "one", shard_bytes=10_000_000)
    assert records(tmp_path / "one") == wanted
    assert len(wanted) > 500


def test_quotes_stand_in_the_texts_of_the_archive(undisturbed: Path) -> None:
    texts = {}
    for path in (undisturbed / "documents").iterdir():
        texts |= {row["id"]: row["text"] for row in parquet.read_table(path).to_pylist()}
    quotes = [(texts[row["document"]], item) for row in records(undisturbed) for item in row["evidence"]]  # type: ignore[attr-defined]
    assert len(quotes) > 500
    assert all(text[item["start"] : item["end"]] == item["quote"] for text, item in quotes)


def test_columns_of_other_names(tmp_path: Path) -> None:
    rows = [
        {
            "body": row["text"],
            "seen": "20240703T120000Z",
            "url": f"https://wire.example/{at}",
            "lang": row["lang"],
        }
        for at, row in enumerate(articles(5))
    ]
    write_lines(tmp_path / "in/a.jsonl", rows)
    read(tmp_path / "in", tmp_path / "read", columns={"text": "body", "date": "seen", "id": "url"})
    rows = parquet.read_table(tmp_path / "read/documents" / part_name(0)).to_pylist()
    assert [(row["id"], row["date"]) for row in rows] == [
        (f"https://wire.example/{at}", "2024-07-03") for at in range(5)
    ]


def test_documents_that_cannot_be_read_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    good = articles(3)
    lines = [json.dumps(row, ensure_ascii=False) for row in good]
    bad = [
        '{"id": "cut", "text": "Ken',
        '{"id": "none"}',
        '{"id": "date", "text": "Kenya met Japan in Tokyo.", "date": "soon"}',
        '{"id": "pt", "text": "Kenya met Japan in Tokyo.", "lang": "pt"}',
        '{"id": "blank", "text": "  "}',
    ]
    path = tmp_path / "in/a.jsonl"
    path.parent.mkdir()
    path.write_text("\n".join([lines[0], *bad, "", *lines[1:]]), encoding="utf-8")
    standing = read(path, tmp_path / "read", shard_bytes=10_000_000)
    assert (standing.documents, standing.failures) == (3, {"refused": 5})
    found = failures(tmp_path / "read")
    assert [name for _, _, name, _ in found] == [
        f"a.jsonl@{len(lines[0].encode()) + 1}",
        "none",
        "date",
        "pt",
        "blank",
    ]
    said = " ".join(message for *_, message in found)
    for part in ("no JSON object", "--columns text=NAME", "'soon'", "'pt'", "white space"):
        assert part in said


def test_damaged_files_are_listed_and_what_comes_before_the_damage_is_kept(
    lines: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    packed = gzip.compress(lines.read_bytes())
    (folder / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (folder / "none.parquet").write_bytes(b"PAR1 and then nothing")
    write_lines(folder / "good.jsonl", articles(3))
    standing = read(folder, tmp_path / "read")
    assert standing.whole
    assert standing.failures == {"damaged": 2}
    assert 10 < standing.documents < 170
    found = failures(tmp_path / "read")
    assert [(source, sort) for source, sort, _, _ in found] == [
        ("cut.jsonl.gz", "damaged"),
        ("none.parquet", "damaged"),
    ]
    assert all("copy it again" in message for *_, message in found)


def test_what_was_done_is_not_done_again(lines: Path, undisturbed: Path, tmp_path: Path) -> None:
    out, first, second = tmp_path / "read", [], []
    standing = read(lines, out, told=lambda done: first.append(done.number), stopped=lambda: len(first) >= 3)
    assert standing.done == len(first) < standing.shards
    kept = {path: path.stat().st_mtime_ns for path in (out / "records").iterdir()}
    (out / "records" / part_name(first[0])).write_bytes(b"cut")
    read(lines, out, told=lambda done: second.append(done.number))
    assert set(first) & set(second) == {first[0]}
    assert sorted({*first, *second}) == list(range(standing.shards))
    changed = {path for path, time in kept.items() if path.stat().st_mtime_ns != time}
    assert changed == {out / "records" / part_name(first[0])}
    assert content(out) == content(undisturbed)


def test_an_archive_is_not_gone_on_with_under_another_plan(lines: Path, tmp_path: Path) -> None:
    source = tmp_path / "press.jsonl"
    source.write_bytes(lines.read_bytes()[:3_000])
    out = tmp_path / "read"
    read(source, out)
    with pytest.raises(CommuniqueError, match="other options"):
        read(source, out, lang="en")
    source.write_bytes(lines.read_bytes()[:2_900])
    with pytest.raises(CommuniqueError, match=r"other input \(press.jsonl"):
        read(source, out)
    with pytest.raises(CommuniqueError, match="holds other files"):
        read(source, tmp_path)


def test_wrong_input_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"body": ["x"]}), tmp_path / "a.parquet")
    with pytest.raises(InputError, match="--columns text=NAME"):
        read(tmp_path / "a.parquet", tmp_path / "read")
    (tmp_path / "b.csv").write_text("text\nx\n")
    for path, why in (("b.csv", "not an archive"), ("none", "no such file")):
        with pytest.raises(InputError, match=why):
            read(tmp_path / path, tmp_path / "read")
    assert not (tmp_path / "read").exists()


def test_places_of_other_file_systems(lines: Path, undisturbed: Path, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    store = fs.SubTreeFileSystem(str(tmp_path / "store"), fs.LocalFileSystem())
    source = fs.SubTreeFileSystem(str(lines.parent), fs.LocalFileSystem())
    read(Place(source, "press.jsonl"), Place(store, "press/read"))
    assert content(tmp_path / "store/press/read") == content(undisturbed)
