"""A PostgreSQL server of our own for tests and benchmarks: in a folder that goes when it stops.

It needs the programs of the Debian package `postgresql` (or the like) and the driver. A server refuses
to run as root, so that root starts it as `nobody`.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

USER = "ledger_owner"


class NoServer(Exception):
    """Why no server can be had, and what to install."""


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`, of the newest version; `NoServer` names the package."""
    if importlib.util.find_spec("psycopg") is None:
        raise NoServer("PostgreSQL's driver is missing: pip install 'communique[postgres]'")
    found = shutil.which("pg_ctl")
    if found and shutil.which("initdb", path=str(Path(found).parent)):
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: float(path.parts[-3]), default=None)
    if newest is None:
        raise NoServer("no PostgreSQL server on this machine: install the package postgresql")
    return newest.parent


class Server:
    """A running server, reached through a socket in its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def url(self, database: str, user: str = USER) -> str:
        """The ledger's place for a user of this server, none of whom needs a password."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def run(self, *statements: str, database: str = "postgres", user: str = USER) -> list[tuple[Any, ...]]:
        """Run SQL outside a transaction; the rows of the last statement."""
        import psycopg

        with psycopg.connect(
            host=str(self.folder), user=user, dbname=database, autocommit=True
        ) as connection:
            for statement in statements:
                cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def database(self, template: str = "template1") -> str:
        """A fresh database, as a copy of the template; its name."""
        name = f"d{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        """Remove a database, and throw out who still uses it."""
        self.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def server(*settings: str) -> Iterator[Server]:
    """Start a server with settings such as `fsync=off`, and stop it at the end of the block."""
    bin = programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    as_root = os.geteuid() == 0
    if as_root:
        shutil.chown(folder, "nobody")

    def run(program: str, *args: str) -> None:
        command = [str(bin / program), "-D", str(folder / "data"), *args]
        with (folder.parent / f"{folder.name}.log").open("ab") as log:
            done = subprocess.run(
                command, cwd=folder, stdout=log, stderr=log, user="nobody" if as_root else None, check=False
            )
        if done.returncode:
            raise NoServer(f"{program} of {bin} failed; see {log.name}")

    options = " ".join(
        f"-c {s}" for s in ("listen_addresses=''", f"unix_socket_directories={folder}", *settings)
    )
    try:
        run("initdb", "--username", USER, "--auth", "trust", "--locale", "C.UTF-8", "--no-sync")
        run("pg_ctl", "-w", "-o", options, "-l", str(folder / "server.log"), "start")
        try:
            yield Server(folder)
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
    (folder.parent / f"{folder.name}.log").unlink()
