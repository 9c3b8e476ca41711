"""Gold for resolution: which sentences tell one event, which names are one person, which text is a copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.errors import InputError
from communique.kinds.registry import BY_NAME
from communique.text.ingest import decode


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a document tells an event: `quote` stands in it once, in the sentence that tells it."""

    doc: str
    quote: str


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event and all its tellings; `sides` are codes of the states that take part, `kind` a record's."""

    event: str
    kind: str
    told: tuple[Told, ...]
    sides: tuple[str, ...] = ()
    note: str | None = None


class Who(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One person, by document the names under which they are written there, inflected and in base form."""

    person: str
    names: dict[str, tuple[str, ...]]
    note: str | None = None


class Copy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`doc` is a copy of `copy_of` under another publisher."""

    copy_of: str
    doc: str


class LinkingGold(msgspec.Struct, frozen=True, kw_only=True):
    """The whole gold; `texts` are the documents by id."""

    texts: dict[str, str]
    events: tuple[Event, ...]
    persons: tuple[Who, ...]
    copies: tuple[Copy, ...]


def load_linking(folder: Path) -> LinkingGold:
    """Read `gold.jsonl` and `texts/` of a folder and check that each quote stands once in its text.

    Raises `InputError` with the file and the line that is wrong.
    """
    path = folder / "gold.jsonl"
    try:
        texts = {p.stem: decode(p.read_bytes(), str(p)) for p in sorted((folder / "texts").glob("*.txt"))}
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read as gold: {error}; see the folder's README", path) from error
    rows = [row for number, line in enumerate(lines, 1) for row in _row(path, number, line, texts)]
    return LinkingGold(
        texts=texts,
        events=tuple(row for row in rows if isinstance(row, Event)),
        persons=tuple(row for row in rows if isinstance(row, Who)),
        copies=tuple(row for row in rows if isinstance(row, Copy)),
    )


def _row(path: Path, number: int, line: str, texts: dict[str, str]) -> Iterator[Event | Who | Copy]:
    place = f"line {number}"
    try:
        fields = msgspec.json.decode(line, type=dict[str, object])
        form: type[Event | Who | Copy] = Event if "event" in fields else Who if "person" in fields else Copy
        row = msgspec.convert(fields, form)
    except msgspec.MsgspecError as error:
        raise InputError(f"not a line of linking gold: {error}", path, place) from error
    for problem in _problems(row, texts):
        raise InputError(problem, path, place)
    yield row


def _problems(row: Event | Who | Copy, texts: dict[str, str]) -> Iterator[str]:
    said: list[tuple[str, tuple[str, ...]]]
    if isinstance(row, Event):
        if row.kind not in BY_NAME:
            yield f"no kind of record is called {row.kind!r}; one of {', '.join(BY_NAME)}"
        said = [(told.doc, (told.quote,)) for told in row.told]
    elif isinstance(row, Who):
        said = list(row.names.items())
    else:
        said = [(row.copy_of, ("",)), (row.doc, ("",))]
    for doc, quotes in said:
        if doc not in texts:
            yield f"there is no text {doc}.txt; correct the id or add the text"
        elif not any(quote in texts[doc] for quote in quotes):
            yield f"not in {doc}.txt: {', '.join(map(repr, quotes))}; quote the text letter by letter"
        elif isinstance(row, Event) and texts[doc].count(quotes[0]) > 1:
            yield f"stands more than once in {doc}.txt: {quotes[0]!r}; quote more of the sentence"
