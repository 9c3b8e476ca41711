"""The part of an open ledger that knows who may use it when it is served."""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from communique.errors import HeldError, RequestError, RetractedError, UnknownError
from communique.ledger import auditing, secrets
from communique.ledger.account_tables import ACCOUNTS, SESSIONS, TOKENS
from communique.ledger.auditing import Entry
from communique.ledger.times import aware, stored_time

Role = Literal["read", "contribute", "review", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each role may do what those before it may."""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may use the ledger; `password` is whether there is one, times are in UTC."""

    name: str
    role: Role
    password: bool
    made_at: dt.datetime
    disabled_at: dt.datetime | None = None


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token of an account, without its secret."""

    id: str
    account: str
    label: str | None
    made_at: dt.datetime
    expires_at: dt.datetime | None
    revoked_at: dt.datetime | None


class Admitting:
    """Accounts, tokens and sessions of an open ledger; the ledger gives the connections."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _changing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def has_accounts(self) -> bool:
        """Whether anybody has an account, so that requests need one."""
        with self._asking() as connection:
            return bool(connection.execute(select(func.count()).select_from(ACCOUNTS)).scalar_one())

    def accounts(self) -> list[Account]:
        """Every account, by name."""
        with self._asking() as connection:
            return [_account(row) for row in connection.execute(select(ACCOUNTS).order_by(ACCOUNTS.c.name))]

    def add_account(self, name: str, role: Role, password: str | None, at: dt.datetime) -> Account:
        """Make an account; without a password it is used by tokens only.

        `HeldError` when there is one of this name, `RequestError` for a name, role or password that will not do.
        """
        if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > 100:
            raise RequestError("a name has letters and no space around them", entry=name)
        if role not in ROLES:
            raise RequestError(f"this is no role; there are {', '.join(ROLES)}", entry=role)
        if password is not None and len(password) < secrets.LEAST:
            raise RequestError(f"the password is too short; take {secrets.LEAST} characters or more")
        kept = secrets.hashed_password(password) if password is not None else None
        values = {"name": name, "role": role, "password": kept, "made_at": stored_time(at)}
        with self._changing() as connection:
            if _row_of(connection, name) is not None:
                raise HeldError("there is an account of this name; choose another", entry=name)
            connection.execute(insert(ACCOUNTS).values(**values))
            return _account(_known(connection, name))

    def disable_account(self, name: str, at: dt.datetime) -> Account:
        """Let an account, its tokens and its sessions be used no more; it stays in the log."""
        with self._changing() as connection:
            if _known(connection, name).disabled_at is not None:
                raise RetractedError("this account is disabled already", entry=name)
            disabled = {"disabled_at": stored_time(at)}
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.name == name).values(**disabled))
            return _account(_known(connection, name))

    def add_token(
        self, name: str, label: str | None, at: dt.datetime, expires_at: dt.datetime | None
    ) -> tuple[str, Token]:
        """A new token of an account: the secret, which is told this once, and what is kept."""
        secret, id, kept = secrets.fresh("t-")
        until = stored_time(expires_at) if expires_at else None
        times = {"made_at": stored_time(at), "expires_at": until}
        with self._changing() as connection:
            _known(connection, name)
            connection.execute(insert(TOKENS).values(id=id, account=name, secret=kept, label=label, **times))
            return secret, _token(connection.execute(select(TOKENS).where(TOKENS.c.id == id)).one())

    def tokens(self) -> list[Token]:
        """Every token, without its secret, by account and time."""
        with self._asking() as connection:
            rows = connection.execute(
                select(TOKENS).order_by(TOKENS.c.account, TOKENS.c.made_at, TOKENS.c.id)
            )
            return [_token(row) for row in rows]

    def revoke_token(self, id: str, at: dt.datetime) -> Token:
        """Let a token be used no more."""
        wanted = select(TOKENS).where(TOKENS.c.id == id)
        with self._changing() as connection:
            row = connection.execute(wanted).first()
            if row is None:
                raise UnknownError("there is no token of this id; see `communique accounts list`", entry=id)
            if row.revoked_at is not None:
                raise RetractedError("this token is revoked already", entry=id)
            connection.execute(update(TOKENS).where(TOKENS.c.id == id).values(revoked_at=stored_time(at)))
            return _token(connection.execute(wanted).one())

    def by_token(self, secret: str, at: dt.datetime) -> Account | None:
        """Whose token this is, if it may be used at this time."""
        id, _, part = secret.partition(".")
        with self._asking() as connection:
            row = connection.execute(select(TOKENS).where(TOKENS.c.id == id)).first()
            if row is None or not secrets.same(row.secret, secrets.hashed_token(part)):
                return None
            over = row.expires_at is not None and row.expires_at <= stored_time(at)
            return None if over or row.revoked_at is not None else _usable(connection, row.account)

    def by_password(self, name: str, password: str) -> Account | None:
        """The account of this name, if it may be used and this is its password."""
        with self._asking() as connection:
            row = _row_of(connection, name)
        right = secrets.fits(password, row.password if row is not None else None)
        return _account(row) if row is not None and right and row.disabled_at is None else None

    def open_session(self, name: str, at: dt.datetime, until: dt.datetime) -> str:
        """Begin a session of an account; the secret that names it."""
        secret, _, kept = secrets.fresh("s-")
        times = {"made_at": stored_time(at), "expires_at": stored_time(until)}
        with self._changing() as connection:
            connection.execute(insert(SESSIONS).values(id=kept, account=name, **times))
        return secret

    def by_session(self, secret: str, at: dt.datetime) -> Account | None:
        """Whose session this is, if it still runs at this time."""
        with self._asking() as connection:
            row = connection.execute(select(SESSIONS).where(SESSIONS.c.id == _session(secret))).first()
            if row is None or row.ended_at is not None or row.expires_at <= stored_time(at):
                return None
            return _usable(connection, row.account)

    def end_session(self, secret: str, at: dt.datetime) -> None:
        """Log a session out; one that is unknown is none to end."""
        ended = {"ended_at": stored_time(at)}
        with self._changing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.id == _session(secret)).values(**ended))

    def audit(self, limit: int, before: tuple[dt.datetime, str] | None = None) -> list[Entry]:
        """The latest changes, the newest first; those before a time and id."""
        with self._asking() as connection:
            return auditing.select_audit(connection, limit, before)


def _session(secret: str) -> str:
    return secrets.hashed_token(secret.partition(".")[2])


def _row_of(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.name == name)).first()


def _known(connection: Connection, name: str) -> Row[Any]:
    row = _row_of(connection, name)
    if row is None:
        raise UnknownError("there is no account of this name; see `communique accounts list`", entry=name)
    return row


def _usable(connection: Connection, name: str) -> Account | None:
    row = _row_of(connection, name)
    return _account(row) if row is not None and row.disabled_at is None else None


def _account(row: Row[Any]) -> Account:
    return Account(
        name=row.name,
        role=row.role,
        password=row.password is not None,
        made_at=aware(row.made_at),
        disabled_at=aware(row.disabled_at),
    )


def _token(row: Row[Any]) -> Token:
    held = {name: row._mapping[name] for name in Token.__struct_fields__}
    return Token(**held | {name: aware(held[name]) for name in ("made_at", "expires_at", "revoked_at")})
