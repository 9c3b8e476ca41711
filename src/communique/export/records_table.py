"""The table from kinds of records to PLOVER and CAMEO, read and checked."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from communique.coding.tables import cameo_codes, scheme
from communique.errors import PackError
from communique.kinds.registry import BY_NAME
from communique.vocab import Plover

PATH = Path(str(files("communique"))) / "export" / "data" / "records.toml"


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of `records.toml`; see its head for the fields."""

    when: dict[str, tuple[str, ...]] = {}
    plover: Plover | None = None
    mode: str | None = None
    cameo: str | None = None
    by_modality: bool = False
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    mirror: str | None = None
    contexts: tuple[str, ...] = ()
    left_out: str | None = None


class RecordsTable(msgspec.Struct, frozen=True):
    """`records.toml`: each kind's rules in order, contexts of sectors, codes of names."""

    rules: dict[str, tuple[Rule, ...]]
    contexts: dict[str, str]
    codes: dict[str, str]


@cache
def records_table() -> RecordsTable:
    """The table; `PackError` names the kind whose row is wrong."""
    table: dict[str, Any] = tomllib.loads(PATH.read_text(encoding="utf-8"))
    contexts, codes = table.pop("contexts"), table.pop("codes")
    rules = {kind: _rules(kind, rows) for kind, rows in table.items()}
    for kind in sorted(BY_NAME.keys() ^ rules.keys()):
        raise PackError("a kind without rules, or rules without a kind", PATH, kind)
    return RecordsTable(rules, contexts, codes)


def _rules(kind: str, rows: Any) -> tuple[Rule, ...]:
    try:
        rules = msgspec.convert(rows, tuple[Rule, ...])
    except msgspec.ValidationError as error:
        raise PackError(str(error), PATH, kind) from error
    if rules[-1].when:
        raise PackError("the last row needs to fit every record", PATH, kind)
    for rule in rules:
        for code in (rule.cameo, rule.mirror):
            if code is not None and code not in cameo_codes():
                raise PackError(f"no CAMEO code {code!r}", PATH, kind)
        if rule.plover and rule.mode and rule.mode not in scheme().type[rule.plover].modes:
            raise PackError(f"{rule.plover} has no mode {rule.mode!r}", PATH, kind)
    return rules
