"""The schemes' tables: PLOVER's types and modes, what an act ahead or negated becomes, CAMEO's codes."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import msgspec

from communique.errors import PackError
from communique.vocab import Plover

DATA = Path(str(files("communique"))) / "coding" / "data"
Quad = Literal[1, 2, 3, 4]
T = TypeVar("T")


class Becomes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type and code that an act turns into."""

    plover: Plover
    cameo: str | None = None


class Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the sixteen types.

    `quad`: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
    """

    quad: Quad
    score: float
    cameo: str
    """The code of the type where nothing says more."""
    modes: dict[str, float] = {}
    ahead: Becomes | None = None
    negated: Becomes | None = None
    negated_ahead: Becomes | None = None
    """None: the type stays, or nothing is coded where `negated` is None."""


class Scheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`plover.toml`."""

    type: dict[Plover, Type]
    sector_of_role: dict[str, str]
    official_sectors: tuple[str, ...]
    """Sectors whose people act for a state or against it with arms."""
    quiet_sectors: tuple[str, ...]
    """Sectors whose doings with nobody else named are no news of politics."""
    private_sectors: tuple[str, ...]
    """Sectors whose people do not speak for a state."""


class Cameo(NamedTuple):
    """One CAMEO code: `code` is text (`010`), `goldstein` its intensity from -10 to 10."""

    code: str
    goldstein: float
    label: str


@cache
def scheme() -> Scheme:
    """PLOVER's table; `PackError` when the file is wrong."""
    return typed_table(DATA / "plover.toml", Scheme)


@cache
def cameo_codes() -> dict[str, Cameo]:
    """Every CAMEO code in order; codes are text, since `010` and `10` are different things."""
    path = DATA / "cameo.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {code: Cameo(code, float(goldstein), label) for code, goldstein, label in rows[1:]}


def typed_table(path: Path, shape: type[T]) -> T:
    """A TOML table as `shape`; `PackError` names the file and what is wrong."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), shape)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise PackError(str(error), path) from error


def score_of(plover: Plover, mode: str | None) -> float:
    """PLOVER's intensity of a type, or of its mode where the mode has one of its own."""
    row = scheme().type[plover]
    return row.modes.get(mode, row.score) if mode else row.score


def quad_of(plover: Plover, sanction: Quad = 4) -> Quad:
    """The quad class; the manual gives SANCTION both 3 and 4, so that is for the caller to say."""
    return sanction if plover == "SANCTION" else scheme().type[plover].quad
