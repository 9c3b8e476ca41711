"""Records of the ledger as PLOVER and CAMEO events; what has no code is counted with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from communique.coding.tables import Becomes, Quad, cameo_codes, quad_of, scheme, score_of
from communique.export.records_table import Rule, records_table
from communique.kinds.record import Actor, Place, Record
from communique.vocab import Plover
from communique.world.organisations import ORGANISATIONS
from communique.world.states import STATES

_AHEAD = frozenset({"planned", "agreed", "intended", "conditional"})


class CodedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `goldstein` is the intensity of its CAMEO code, `score` that of PLOVER.

    `mirror` is the CAMEO code of the same event told from the recipients' side, with the sides exchanged.
    """

    record: str
    plover: Plover
    mode: str | None
    quad: Quad
    score: float
    cameo: str
    goldstein: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    contexts: tuple[str, ...]
    date: str | None = None
    mirror: str | None = None


class CodedEvents(msgspec.Struct, frozen=True):
    """The events of some records, and how many records have none, by kind and reason."""

    events: tuple[CodedEvent, ...]
    left_out: Counter[tuple[str, str]]


def events_of(records: Iterable[Record], sanction_quad: Quad = 4) -> CodedEvents:
    """Code records with the rules of `records.toml`, in their order.

    `sanction_quad` is the quad class of SANCTION: PLOVER's manual gives 4 in its section and 3 in its table.
    """
    events: list[CodedEvent] = []
    left_out: Counter[tuple[str, str]] = Counter()
    for record in records:
        coded = event_of(record, sanction_quad)
        if isinstance(coded, str):
            left_out[record.kind, coded] += 1
        else:
            events.append(coded)
    return CodedEvents(tuple(events), left_out)


def event_of(record: Record, sanction_quad: Quad = 4) -> CodedEvent | str:
    """The record's event, or the reason why it has none."""
    facts = _facts(record)
    rule = next(rule for rule in records_table().rules[record.kind] if _fits(rule, facts))
    if rule.left_out:
        return rule.left_out
    told = _told(record, rule)
    if told is None:
        return "nothing is left of it that PLOVER has a type for"
    plover, mode, cameo = told
    actors = _parties(record, rule.actors)
    recipients = tuple(code for code in _parties(record, rule.recipients) if code not in actors)
    if not actors:
        return "who acts is not known"
    return CodedEvent(
        record=record.id, plover=plover, mode=mode, quad=quad_of(plover, sanction_quad),
        score=score_of(plover, mode), cameo=cameo, goldstein=cameo_codes()[cameo].goldstein, actors=actors,
        recipients=recipients, contexts=_contexts(record, rule), date=getattr(record, "date", None),
        mirror=rule.mirror,
    )  # fmt: skip


def _told(record: Record, rule: Rule) -> tuple[Plover, str | None, str] | None:
    """Type, mode and CAMEO code."""
    if not rule.by_modality:
        assert rule.plover is not None
        return rule.plover, rule.mode, rule.cameo or scheme().type[rule.plover].cameo
    plover: Plover = record.plover  # type: ignore[attr-defined]
    row = scheme().type[plover]
    becomes: Becomes | None = None
    if record.modality == "negated":
        becomes = row.negated
    elif record.modality in _AHEAD:
        becomes = row.ahead
    if becomes is None:
        return plover, None, row.cameo
    return becomes.plover, None, becomes.cameo or scheme().type[becomes.plover].cameo


def _fits(rule: Rule, facts: dict[str, frozenset[str]]) -> bool:
    return all(facts.get(name, frozenset()) & set(wanted) for name, wanted in rule.when.items())


def _facts(record: Record) -> dict[str, frozenset[str]]:
    """What the conditions of the rules ask about: the record's fields, and what follows from them."""
    facts = {
        name: frozenset(_texts(getattr(record, name)))
        for name in record.__struct_fields__
        if isinstance(getattr(record, name), str | tuple | bool)
    }
    by, toward = facts.get("by", frozenset()), facts.get("toward", frozenset())
    facts["toward"] = frozenset({"named" if toward else "none"})
    facts["voice"] = frozenset({"own" if record.attribution.country in by else "other"})
    facts["shared"] = frozenset({"yes" if by & toward else "no"})
    countries = getattr(record, "countries", ())
    facts["sides"] = frozenset({("none", "one", "two", "many")[min(len(set(countries)), 3)]})
    place = getattr(record, "place", None)
    if isinstance(place, Place) and place.country:
        facts["where"] = frozenset({"host" if place.country in countries else "third"})
    else:
        facts["where"] = frozenset({"unknown"})
    return facts


def _texts(value: object) -> list[str]:
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, tuple) else []


def _parties(record: Record, fields: tuple[str, ...]) -> tuple[str, ...]:
    """PLOVER's codes of the parties in these fields, each once, in their order."""
    codes = (party_code(name) for field in fields for name in _names(record, field))
    return tuple(dict.fromkeys(code for code in codes if code))


def _names(record: Record, field: str) -> list[str]:
    if field == "speaker":
        return [record.attribution.country] if record.attribution.country else []
    if field in ("host", "guests"):
        host: str = record.place.country  # type: ignore[attr-defined]
        countries: tuple[str, ...] = record.countries  # type: ignore[attr-defined]
        return [c for c in countries if (c == host) == (field == "host")]
    value = getattr(record, field)
    if isinstance(value, Actor):
        return [value.country] if value.country else []
    return _texts(value)


def party_code(name: str) -> str | None:
    """A state's or body's code; None for a region, which acts in no scheme."""
    listed = records_table().codes.get(name)
    if listed or name in STATES:
        return listed or name
    return "IGO" if name in ORGANISATIONS else None


def _contexts(record: Record, rule: Rule) -> tuple[str, ...]:
    table = records_table().contexts
    told = (table[s] for s in getattr(record, "sectors", ()) if s in table)
    return tuple(dict.fromkeys((*rule.contexts, *told)))
