"""Records as flat rows, one column a field, for spreadsheets and data frames."""

from __future__ import annotations

import msgspec

from communique.kinds.record import Record
from communique.kinds.registry import KINDS, to_dict
from communique.ledger.stored import Stored
from communique.text.origin import place_at
from communique.views.corrected import corrections_text, standing
from communique.views.footnotes import speaker
from communique.views.quoted import whole

Cell = str | int | float | bool | None

BEFORE = ("id", "kind", "modality")
AFTER = (
    "quote",
    "start",
    "end",
    "said",
    "speaker",
    "speaker_country",
    "named_source",
    "manner",
    "reported_by_other_side",
    "standing",
    "corrections",
    "confidence",
    "rule",
    "lang",
    "document",
    "document_date",
    "publisher",
    "document_title",
    "document_place",
    "url",
    "first_seen",
    "last_seen",
)


def columns(kinds: tuple[type[Record], ...] = KINDS) -> tuple[str, ...]:
    """The columns for records of these kinds: the shared ones around every field of the kinds."""
    own = (name for kind in kinds for name in kind.__struct_fields__ if name not in Record.__struct_fields__)
    return (*BEFORE, *dict.fromkeys(own), *AFTER)


def flat(item: Stored) -> dict[str, Cell]:
    """A record's row: lists joined with `; `, structures as `name (country)`.

    Several quotes are joined with ` […] `; offsets and place are of the one that tells it. Fields of other kinds are
    not in the row.
    """
    record, document = item.record, item.document
    own = {name: value for name, value in to_dict(record).items() if name not in Record.__struct_fields__}
    first = record.evidence[0]
    return {
        **{name: getattr(record, name) for name in BEFORE},
        **{name: _cell(value) for name, value in own.items() if name != "kind"},
        "quote": whole(record),
        "start": first.start,
        "end": first.end,
        "said": speaker(record.attribution, document.speaks_for),
        "speaker": record.attribution.speaker,
        "speaker_country": record.attribution.country,
        "named_source": record.attribution.source,
        "manner": record.attribution.manner,
        "reported_by_other_side": record.attribution.reported_by_other_side,
        "standing": standing(item),
        "corrections": corrections_text(item),
        "confidence": record.confidence,
        "rule": record.rule,
        "lang": record.lang,
        "document": document.id,
        "document_date": document.date,
        "publisher": document.publisher,
        "document_title": document.title,
        "document_place": place_at(document.origin, first.start) if document.origin else None,
        "url": document.url,
        "first_seen": item.first_seen.isoformat(),
        "last_seen": item.last_seen.isoformat(),
    }


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(part)) for part in value) or None
    if isinstance(value, dict):
        return _structure(value)
    return msgspec.json.encode(value).decode()


def _structure(value: dict[str, object]) -> str:
    if value.keys() <= {"name", "country"}:
        name, country = value.get("name"), value.get("country")
        return f"{name} ({country})" if name and country else str(name or country or "")
    return " ".join(str(part) for part in value.values() if part is not None)
