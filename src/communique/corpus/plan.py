"""What there is to read: sources, cut into shards that depend on nothing but the sources and the settings."""

from __future__ import annotations

import datetime as dt
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal

import msgspec

from communique.corpus.place import Place
from communique.errors import CommuniqueError
from communique.version import __version__

FORMAT = 1
"""The version of an archive's layout; a reader refuses one it does not know."""
PLAN = "plan.json"
_PARTS = (
    "base",
    "vocab",
    "world",
    "lexicon",
    "text",
    "syntax",
    "mentions",
    "kinds",
    "reading",
    "intake",
    "corpus",
)
_SUFFIXES = frozenset({".py", ".toml", ".tsv", ".json"})
READER = "communique.corpus.reading:read"

SourceFormat = Literal["parquet", "jsonl", "packed", "warc"]
"""`packed` are compressed JSON lines."""


class CorpusSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How an archive is read. What a document's own columns say goes before `lang`, `date`, `publisher`.

    `columns` names the input's column of a field where it is not the field's name. A shard holds some
    `shard_bytes` of input; a process that takes more than `timeout` seconds for one document is ended.
    `reader` names the function that reads a document, as `module:function`.
    """

    lang: str | None = None
    date: str | None = None
    publisher: str | None = None
    columns: dict[str, str] = {}
    shard_bytes: int = 2_000_000
    timeout: float = 300.0
    max_chars: int = 20_000_000
    reader: str = READER


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An input file: the name that its documents' places begin with, its bytes, and a digest of them."""

    name: str
    size: int
    digest: str
    format: SourceFormat


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a source: rows of Parquet, bytes of JSON lines; the whole of other files."""

    number: int
    source: int
    first: int = 0
    last: int | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest: what is read, by which reader, how, in which shards. `made_at` is told, not asked for."""

    format: int = FORMAT
    reader_version: str = __version__
    reader_digest: str
    made_at: dt.datetime
    settings: CorpusSettings
    sources: tuple[Source, ...]
    shards: tuple[Shard, ...]


def save(plan: Plan, folder: Place) -> None:
    """Write the manifest into the archive's folder."""
    folder.at(PLAN).write(msgspec.json.format(msgspec.json.encode(plan), indent=1) + b"\n")


def load(folder: Place) -> Plan | None:
    """The manifest of an archive, None for a folder without; `CommuniqueError` for one that is not ours."""
    file = folder.at(PLAN)
    if file.size() is None:
        return None
    try:
        plan = msgspec.json.decode(file.read(), type=Plan)
    except msgspec.MsgspecError as error:
        raise CommuniqueError(f"this is no manifest of an archive: {error}", file.shown) from error
    if plan.format != FORMAT:
        cure = "upgrade with `pip install --upgrade communique`"
        raise CommuniqueError(f"another version of communique made this archive; {cure}", folder.shown)
    return plan


def wanted(folder: Place) -> Plan:
    """The manifest of an archive that must be there."""
    plan = load(folder)
    if plan is None:
        cure = "make an archive with `communique corpus read INPUT -o DIR`"
        raise CommuniqueError(f"there is no archive here; {cure}", folder.shown)
    return plan


def same(held: Plan, made: Plan, folder: Place) -> None:
    """Refuse to go on with an archive under another plan than it was begun with, saying what differs."""
    if held.reader_digest != made.reader_digest:
        why = "another version of communique, or of a language pack, began this archive"
    elif held.settings != made.settings:
        why = "this archive was begun with other options"
    elif held.sources != made.sources:
        names = {source.name for source in set(held.sources) ^ set(made.sources)}
        why = f"this archive was begun with other input ({', '.join(sorted(names)[:3])} differ)"
    else:
        return
    raise CommuniqueError(f"{why}; name a new folder with -o", folder.shown)


@cache
def reader_digest() -> str:
    """A digest of what makes an archive, code and data, which tells readers of one version number apart."""
    package = Path(__file__).resolve().parent.parent
    digest = blake2b((package / "pipeline.py").read_bytes(), digest_size=10)
    for path in sorted(path for part in _PARTS for path in (package / part).rglob("*")):
        if path.suffix in _SUFFIXES and "__pycache__" not in path.parts:
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
