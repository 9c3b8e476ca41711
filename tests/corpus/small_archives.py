"""Small archives, and reading them without the command line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from communique.corpus import archive, sources
from communique.corpus.archive import Standing
from communique.corpus.engine import Engine
from communique.corpus.local import LocalEngine
from communique.corpus.place import Place
from communique.corpus.plan import CorpusSettings
from communique.corpus.shard import Done

ROOT = Path(__file__).resolve().parents[2]
LANGS = ("en", "fr", "zh")
MADE_AT = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)

Row = dict[str, str]


def articles(number: int, langs: Sequence[str] = LANGS) -> list[Row]:
    """So many (at most 178) different short documents out of the paragraphs of the examples in a few languages."""
    found: list[Row] = []
    paths = (path for lang in langs for path in (ROOT / "examples/texts").glob(f"{lang}-*.txt"))
    for path in sorted(paths):
        for at, paragraph in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
            if paragraph.strip():
                known = {"lang": path.name[:2], "date": "2024-07-03", "publisher": "wire.example"}
                found.append({"id": f"{path.stem}/{at}", "text": paragraph, **known})
    step = max(1, len(found) // number)
    return found[::step][:number]


def write_lines(path: Path, rows: list[Row]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def read(
    given: Path | str | Place,
    out: Path | str | Place,
    engine: Engine | None = None,
    told: Callable[[Done], None] = lambda done: None,
    stopped: Callable[[], bool] = lambda: False,
    **settings: object,
) -> Standing:
    """Read an archive; small shards unless told otherwise, two processes unless an engine is given."""
    chosen = CorpusSettings(**{"shard_bytes": 8_000, **settings})  # type: ignore[arg-type]
    place, folder = (each if isinstance(each, Place) else Place.of(each) for each in (given, out))
    inputs = sources.expand([place])
    plan = sources.plan_of(inputs, chosen, MADE_AT)
    standing, lost = archive.read(plan, inputs, folder, lambda: engine or LocalEngine(2), told, stopped)
    assert lost == []
    return standing


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
