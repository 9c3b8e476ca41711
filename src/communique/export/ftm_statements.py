"""FollowTheMoney's statements: one row a value, with where it is from and since when it is known.

`SCHEMATA` holds the schemata and properties used here with their types, as followthemoney 4 defines them; the
columns are those of its CSV of statements. A test compares both with the package where that is installed; it is
not needed to export.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from hashlib import sha1
from typing import NamedTuple

import msgspec

from communique.ledger.stored import Stored
from communique.world.states import STATES

DATASET = "communique"
COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang"),
    *("original_value", "external", "first_seen", "last_seen", "id"),
)
_THING = {"name": "name", "country": "country", "publisher": "string", "sourceUrl": "url", "notes": "text"}
_THING |= {"proof": "entity", "summary": "text", "keywords": "string"}
_INTERVAL = {"startDate": "date", "endDate": "date", "date": "date", "recordId": "string"}
SCHEMATA: Mapping[str, Mapping[str, str]] = {
    "Article": {
        "title": "string",
        "publisher": "string",
        "sourceUrl": "url",
        "publishedAt": "date",
        "fileName": "string",
    },
    "Person": {**_THING, "alias": "name", "position": "string"},
    "PublicBody": _THING,
    "Organization": _THING,
    "Event": {**_THING, **_INTERVAL, "location": "address", "involved": "entity", "organizer": "entity"},
    "Project": {**_THING, **_INTERVAL, "status": "string", "goal": "string"},
}
_CODES = """
ar:ara az:aze be:bel bg:bul bn:ben cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra
he:heb hi:hin hr:hrv hu:hun hy:hye id:ind it:ita ja:jpn ka:kat kk:kaz km:khm ko:kor ky:kir lo:lao lt:lit
lv:lav mk:mkd mn:mon ms:msa my:mya nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp
sv:swe sw:swa ta:tam th:tha tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho
"""
LANGUAGES = dict(pair.split(":") for pair in _CODES.split())
"""ISO 639-1 codes to the three letters that FollowTheMoney has."""


class Entity(NamedTuple):
    """What a statement is about."""

    schema: str
    id: str


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one property, in the order of `COLUMNS`; `origin` is the record that gives it."""

    canonical_id: str
    entity_id: str
    prop: str
    prop_type: str
    schema: str
    value: str
    dataset: str
    origin: str
    lang: str | None
    original_value: str | None
    external: str
    first_seen: str
    last_seen: str
    id: str


class Statements:
    """Statements in the order in which they are made; the first that gives a value stands."""

    def __init__(self) -> None:
        self._made: dict[str, Statement] = {}

    def add(
        self,
        entity: Entity,
        prop: str,
        value: str | None,
        source: Stored,
        *,
        lang: str | None = None,
        original: str | None = None,
    ) -> None:
        """State a value; none for an empty one. `KeyError` for a property that the schema lacks."""
        kind = SCHEMATA[entity.schema][prop]
        if not value:
            return
        code = LANGUAGES.get(lang or "")
        key = f"{DATASET}.{entity.id}.{prop}.{value}" + (f"@{code}" if code else "")
        made = Statement(
            canonical_id=entity.id,
            entity_id=entity.id,
            prop=prop,
            prop_type=kind,
            schema=entity.schema,
            value=value,
            dataset=DATASET,
            origin=source.record.id,
            lang=code,
            original_value=original if original != value else None,
            external="f",
            first_seen=_time(source.first_seen.isoformat()),
            last_seen=_time(source.last_seen.isoformat()),
            id=sha1(key.encode()).hexdigest(),
        )
        self._made.setdefault(made.id, made)

    def all(self) -> list[Statement]:
        """Every statement, those of one entity together."""
        return sorted(self._made.values(), key=lambda made: made.canonical_id)


def country_of(code: str | None) -> str | None:
    """FollowTheMoney's code of a country: two small letters."""
    if code == "EU":
        return "eu"
    state = STATES.get(code or "")
    return state.alpha2.lower() if state else None


def as_csv(statements: Iterable[Statement]) -> bytes:
    """The statements as CSV, every cell quoted."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    writer.writerows([getattr(made, name) for name in COLUMNS] for made in statements)
    return buffer.getvalue().encode()


def as_entities(statements: Iterable[Statement]) -> bytes:
    """The same as entities, one JSON object a line."""
    found: dict[str, dict[str, list[str]]] = {}
    schemata: dict[str, str] = {}
    for made in statements:
        schemata[made.entity_id] = made.schema
        values = found.setdefault(made.entity_id, {}).setdefault(made.prop, [])
        if made.value not in values:
            values.append(made.value)
    lines = (
        msgspec.json.encode({"id": key, "schema": schemata[key], "properties": properties})
        for key, properties in found.items()
    )
    return b"".join(line + b"\n" for line in lines)


def _time(text: str) -> str:
    """A time without fractions and zone, which is UTC."""
    return text[: len("2024-07-03T12:00:00")]
