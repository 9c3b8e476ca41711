"""An archive as a ledger that can be asked and not changed: its Parquet files are the tables."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection

from communique.corpus.archive import finished
from communique.corpus.parts import LISTS, part_name, schema
from communique.corpus.place import Place
from communique.corpus.plan import Plan, wanted
from communique.errors import CommuniqueError
from communique.ledger import Ledger
from communique.ledger.engines import MEMORY, explained, open_engine
from communique.ledger.tables import DOCUMENTS, METADATA, STATEMENTS


def attached(folder: Place) -> Ledger:
    """The finished shards of an archive as a `Ledger`, without a copy; what changes it is an error."""
    plan = wanted(folder)
    done = list(finished(plan, folder))
    if not done:
        cure = "go on with `communique corpus read`"
        raise CommuniqueError(f"no shard of this archive is done yet; {cure}", folder.shown)
    engine = open_engine(MEMORY, read_only=False)
    with explained(folder.shown), engine.begin() as connection:
        held = {DOCUMENTS, STATEMENTS, *LISTS.values()}
        METADATA.create_all(connection, [t for t in METADATA.sorted_tables if t not in held])
        _views(connection, plan, folder, done)
    return Ledger(engine, folder.shown)


def _views(connection: Connection, plan: Plan, folder: Place, done: list[int]) -> None:
    seen = plan.made_at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(sep=" ")
    stamp = (
        f"TIMESTAMP '{seen}' AS first_seen, TIMESTAMP '{seen}' AS last_seen, "
        f"{_quoted(plan.reader_version)} AS reader_version"
    )
    rows = {table: _rows(connection, folder, table, done) for table in ("documents", "records")}
    lists = ", ".join(LISTS)
    views = {
        DOCUMENTS.name: f"SELECT *, {stamp} FROM {rows['documents']}",
        STATEMENTS.name: f"SELECT * EXCLUDE ({lists}), {stamp} FROM {rows['records']}",
    }
    for name, table in LISTS.items():
        columns = ", ".join(f'row."{c.name}"' for c in table.columns if c.name != "statement")
        unnested = f"SELECT id, unnest({name}) AS row FROM {rows['records']}"
        views[table.name] = f"SELECT id AS statement, {columns} FROM ({unnested})"
    for name, query in views.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")


def _rows(connection: Connection, folder: Place, table: str, done: list[int]) -> str:
    """The rows of a table's parts as DuckDB reads them: itself from a disk, by Arrow from elsewhere."""
    files = [folder.at(table).at(part_name(number)) for number in done]
    if folder.local:
        return f"read_parquet([{', '.join(_quoted(file.path) for file in files)}])"
    from pyarrow import dataset  # type: ignore[import-untyped]

    paths = [file.path for file in files]
    raw: Any = connection.connection.dbapi_connection
    raw.register(f"{table}_parts", dataset.dataset(paths, schema(table), "parquet", filesystem=folder.fs))
    return f"{table}_parts"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
