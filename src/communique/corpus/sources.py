"""From the paths given to a plan: which files are read, what they are, and how they are cut into shards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import pairwise

from communique.corpus import parquet_input
from communique.corpus.given import Given, Layout
from communique.corpus.lines_input import byte_range, packed
from communique.corpus.place import Place
from communique.corpus.plan import CorpusSettings, Plan, Shard, Source, SourceFormat, reader_digest
from communique.corpus.refusals import of_store
from communique.corpus.warc_input import pages
from communique.errors import InputError

_ENDINGS: tuple[tuple[str, SourceFormat], ...] = (
    (".parquet", "parquet"),
    (".jsonl", "jsonl"),
    (".ndjson", "jsonl"),
    (".jsonl.gz", "packed"),
    (".ndjson.gz", "packed"),
    (".jsonl.zst", "packed"),
    (".jsonl.bz2", "packed"),
    (".warc", "warc"),
    (".warc.gz", "warc"),
    (".wet", "warc"),
    (".wet.gz", "warc"),
)
_WHOLE = 64_000_000
_SAMPLES, _SAMPLE = 32, 1_000_000
"""Of a file longer than `_WHOLE` bytes, so many samples of so many bytes make the digest."""

Input = tuple[str, Place]
"""A file to read, and the name that its documents' places begin with."""


def expand(given: Iterable[Place]) -> list[Input]:
    """The archive files that paths name; of a folder those in it and its folders, by name.

    `InputError` for a path that is not there, a file that is no archive, and a folder without any.
    """
    found: dict[str, Place] = {}
    for place in given:
        base = place.path.rstrip("/").rpartition("/")[2]
        if place.size() is not None:
            if format_of(base) is None:
                known = ", ".join(ending for ending, _ in _ENDINGS)
                raise InputError(f"not an archive that can be read; there are {known}", place.shown)
            members = {base: place}
        elif place.is_folder():
            members = {name: place.at(name) for name in place.files(deep=True) if format_of(name)}
            if not members:
                raise InputError("there is no archive in this folder", place.shown)
        else:
            raise place.missing()
        for name, member in members.items():
            if name in found:
                raise InputError(f"another input has the name {name!r} too; rename one", member.shown)
            found[name] = member
    return list(found.items())


def format_of(name: str) -> SourceFormat | None:
    """What a file is by its ending; None for what is no archive, such as a hidden file."""
    if name.rpartition("/")[2].startswith((".", "_")):
        return None
    return next((format_ for ending, format_ in _ENDINGS if name.lower().endswith(ending)), None)


def plan_of(inputs: Iterable[Input], settings: CorpusSettings, made_at: dt.datetime) -> Plan:
    """The plan of reading these files; `InputError` for a Parquet file without the column of the text."""
    sources: list[Source] = []
    shards: list[Shard] = []
    for name, place in inputs:
        format_ = format_of(name) or "jsonl"
        size = place.size() or 0
        for first, last in _cuts(place, name, format_, size, settings):
            shards.append(Shard(number=len(shards), source=len(sources), first=first, last=last))
        sources.append(Source(name=name, size=size, digest=_digest(place, size), format=format_))
    return Plan(
        reader_digest=reader_digest(),
        made_at=made_at,
        settings=settings,
        sources=tuple(sources),
        shards=tuple(shards),
    )


def documents(place: Place, source: Source, shard: Shard, settings: CorpusSettings) -> Iterator[Given]:
    """The documents of a shard in order; `InputError` where the file cannot be read on."""
    if place.size() != source.size:
        raise InputError("the file changed while the archive was read; read it anew", source.name)
    layout = Layout(settings.columns)
    if source.format == "parquet":
        last = shard.last if shard.last is not None else shard.first
        return parquet_input.rows(place, source.name, shard.first, last, layout)
    if source.format == "jsonl":
        last = shard.last if shard.last is not None else source.size
        return byte_range(place, source.name, shard.first, last, layout, settings.max_chars)
    if source.format == "packed":
        return packed(place, source.name, layout, settings.max_chars)
    return pages(place, source.name, settings.max_chars)


def _cuts(
    place: Place, name: str, format_: SourceFormat, size: int, settings: CorpusSettings
) -> list[tuple[int, int | None]]:
    if format_ == "jsonl":
        parts = max(1, round(size / settings.shard_bytes))
        edges = [size * part // parts for part in range(parts + 1)]
        return list(pairwise(edges))
    if format_ == "parquet":
        with place.opened() as raw:
            try:
                file = parquet_input.opened(raw, name)
            except InputError as error:
                if of_store(error.__cause__):
                    raise
                return [(0, None)]  # The shard is read in vain, and says why among its failures.
            _check_columns(file.schema_arrow.names, name, settings)
            return [*parquet_input.cuts(file, settings.shard_bytes)]
    return [(0, None)]


def _check_columns(names: list[str], source: str, settings: CorpusSettings) -> None:
    layout = Layout(settings.columns)
    wanted = {"text": layout.column("text"), **settings.columns}
    for field, column in wanted.items():
        if column not in names:
            held = ", ".join(names)
            raise InputError(
                f"there is no column {column!r}; name it with --columns {field}=NAME ({held})", source
            )


def _digest(place: Place, size: int) -> str:
    digest = blake2b(str(size).encode(), digest_size=16)
    with place.opened() as stream:
        if size <= _WHOLE:
            while piece := stream.read(1 << 20):
                digest.update(piece)
        else:
            for part in range(_SAMPLES):
                stream.seek((size - _SAMPLE) * part // (_SAMPLES - 1))
                digest.update(stream.read(_SAMPLE))
    return digest.hexdigest()
