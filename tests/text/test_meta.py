from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import InputError
from communique.text.meta import Meta, load_meta


def table(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_csv_and_json_lines_say_the_same(tmp_path: Path) -> None:
    rows = {"a": Meta(doc="a", lang="en", date="2024-07-03", title="Talks, day 1"), "b": Meta(doc="b")}
    csv = 'Doc,lang,date,title,note\na,en,2024-07-03,"Talks, day 1",x\n\nb,,,,\n'
    lines = '{"doc":"a","lang":"en","date":"2024-07-03","title":"Talks, day 1"}\n\n{"doc":"b","lang":null}\n'
    assert load_meta(table(tmp_path, "m.csv", "\ufeff" + csv)) == rows
    assert load_meta(
        table(tmp_path, "m.tsv", csv.replace('"Talks, day 1"', "Talks; day 1").replace(",", "\t"))
    )
    assert load_meta(table(tmp_path, "m.jsonl", lines)) == rows


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("m.csv", "lang,date\nen,2024\n", "line 1: the first line must name the columns, `doc` among them"),
        ("m.csv", "doc,date\na,2024\nb,soon\n", "line 3: not a date: 'soon'"),
        ("m.csv", "doc,date\na,2024,x\n", "line 2: 3 cells under 2 columns"),
        ("m.csv", "doc,lang\na,de\na,en\n", "line 3: 'a' stands already in line 2"),
        ("m.csv", "doc,lang\n,de\n", "line 2: no `doc`"),
        ("m.csv", b"doc,title\na,x\nb,\xfc\n", "line 3: not UTF-8"),
        ("m.jsonl", '{"doc":"a"}\n{"doc":', "line 2: not JSON"),
        ("m.jsonl", '["a"]', "line 1: not a JSON object"),
        ("m.jsonl", '{"doc":1}', "line 1: `doc` must be text"),
        ("m.txt", "a", "a .csv, .tsv or .jsonl file"),
    ],
)
def test_a_wrong_table_names_its_line(tmp_path: Path, name: str, text: str | bytes, message: str) -> None:
    path = table(tmp_path, name, text)
    with pytest.raises(InputError) as caught:
        load_meta(path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: no such table"):
        load_meta(tmp_path / "none.csv")
