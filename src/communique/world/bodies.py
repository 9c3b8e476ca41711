"""Public bodies and state outlets: which state each speaks for, by its hosts and its names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from communique.errors import PackError
from communique.world.files import DATA
from communique.world.states import STATES

Kind = Literal[
    "agency", "ministry", "presidency", "government", "broadcaster", "newspaper", "organisation", "other"
]
_ORGANISATIONS = frozenset({"EU", "UN", "NATO"})


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One publisher: `state` is an alpha-3 code, or `EU`, `UN`, `NATO`; a host stands for its subdomains too."""

    name: str
    state: str
    kind: Kind = "other"
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Bodies:
    """A table of publishers that is asked by host or by name."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self.all = tuple(bodies)
        self._hosts = {host.casefold(): body for body in self.all for host in body.hosts}
        self._names = {name.casefold(): body for body in self.all for name in (body.name, *body.names)}

    def find(self, publisher: str) -> Body | None:
        """The body that is called `publisher`, or whose host that is or ends in; None when there is none."""
        name = " ".join(publisher.split()).casefold()
        if name in self._names:
            return self._names[name]
        parts = name.partition("/")[0].split(".")
        hosts = (".".join(parts[at:]) for at in range(len(parts) - 1))
        return next((self._hosts[host] for host in hosts if host in self._hosts), None)

    def side(self, publisher: str) -> str | None:
        """The code of the state that `publisher` speaks for; None for one that the table does not hold."""
        body = self.find(publisher)
        return body.state if body else None


@cache
def known() -> Bodies:
    """The table that ships with the program."""
    return load(DATA / "bodies.toml")


def load(path: Path) -> Bodies:
    """The table in a TOML file; `PackError` names the file, the entry and the cure for what is wrong in it."""
    try:
        told = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"not TOML in UTF-8: {error}", path) from error
    except OSError as error:
        raise PackError(f"cannot be read: {error.strerror or error}; check the path", path) from error
    rows = told.get("publisher")
    if not isinstance(rows, list) or not rows or told.keys() != {"publisher"}:
        raise PackError(
            "holds no [[publisher]] entries, and nothing else is read; write name, state, hosts, names", path
        )
    bodies = [_body(path, number, row) for number, row in enumerate(rows, start=1)]
    _check_claims(path, bodies)
    return Bodies(bodies)


def _body(path: Path, number: int, row: object) -> Body:
    name = row.get("name") if isinstance(row, dict) else None
    entry = f"publisher {number}" + (f" {name!r}" if name else "")
    try:
        body = msgspec.convert(row, Body)
    except msgspec.ValidationError as error:
        raise PackError(str(error), path, entry) from error
    if body.state not in _ORGANISATIONS and body.state not in STATES:
        raise PackError(
            f"no state has the code {body.state!r}; write ISO 3166-1 alpha-3, such as KEN, or EU, UN, NATO",
            path,
            entry,
        )
    if not body.hosts and not any(part.strip() for part in (body.name, *body.names)):
        raise PackError("has neither a host nor a name", path, entry)
    for host in body.hosts:
        if "." not in host or "/" in host or host != host.strip(" .").casefold() or host.startswith("www."):
            raise PackError(
                f"{host!r} is no host; write it like mfa.gov.cn, in lower case and without www.", path, entry
            )
    return body


def _check_claims(path: Path, bodies: Iterable[Body]) -> None:
    """Refuse a host or a name that two entries have."""
    owners: dict[str, str] = {}
    for body in bodies:
        for claim in dict.fromkeys(c.casefold() for c in (body.name, *body.hosts, *body.names)):
            if claim in owners:
                raise PackError(f"{claim!r} belongs to {owners[claim]!r} already", path, repr(body.name))
            owners[claim] = body.name
