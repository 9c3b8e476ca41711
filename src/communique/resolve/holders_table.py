"""The register of people as a table: CSV with a row an office, read and checked."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import get_args

from communique.base.edtf import bounds
from communique.errors import InputError, RequestError
from communique.kinds.codes import code_of
from communique.ledger.holders import Holder
from communique.lexicon.titles import role_named
from communique.vocab import Role

COLUMNS = ("name", "country", "role", "role_text", "organization", "since", "until", "spellings")
"""The columns that are read; others, such as those that `communique people` adds, are passed over."""


def read_holders(path: Path) -> list[Holder]:
    """The rows of a CSV file in UTF-8; `InputError` names the line that is wrong and what is allowed.

    `role` is a role of the contract or a title that means one; `since` and `until` are days, months
    or years; `spellings` are parted by `|`.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8; convert it with iconv", path) from error
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from error
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if "name" not in (rows.fieldnames or ()):
            raise InputError(f"the first line must name the columns: {', '.join(COLUMNS)}", path, "line 1")
        return [_holder(row, path, f"line {rows.line_num}") for row in rows if any(row.values())]
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", path, f"line {rows.line_num}") from error


def _holder(row: dict[str | None, str], path: Path, line: str) -> Holder:
    if None in row:
        raise InputError("more cells than columns", path, line)
    cells = {name: " ".join((row.get(name) or "").split()) or None for name in COLUMNS}
    if not (name := cells["name"]):
        raise InputError("no name", path, line)
    try:
        country = code_of(cells["country"], "country", "country") if cells["country"] else None
        since, until = _day(cells["since"], 0), _day(cells["until"], 1)
    except (RequestError, ValueError) as error:
        raise InputError(str(error), path, line) from error
    if since and until and since > until:
        raise InputError(f"since {since} is after until {until}", path, line)
    spelled = (part.strip() for part in (cells["spellings"] or "").split("|"))
    return Holder(
        name=name,
        country=country,
        role=_role(cells["role"], path, line),
        role_text=cells["role_text"],
        organization=cells["organization"],
        since=since,
        until=until,
        spellings=tuple(dict.fromkeys(part for part in spelled if part and part != name)),
    )


def _role(text: str | None, path: Path, line: str) -> Role | None:
    role = role_named(text) if text else None
    if text and role not in get_args(Role):
        raise InputError(f"{text!r} is no role; there are {', '.join(get_args(Role))}", path, line)
    return role  # type: ignore[return-value]


def _day(text: str | None, end: int) -> dt.date | None:
    return bounds(text)[end] if text else None
