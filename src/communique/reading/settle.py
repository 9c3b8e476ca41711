"""From candidates to records: values checked, repetitions joined, ids given, order fixed."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.base.spans import Evidence, merged
from communique.kinds.identity import record_id
from communique.kinds.record import Actor, Record
from communique.kinds.registry import BY_NAME
from communique.reading.grouping import Group, Groups
from communique.reading.headlines import join_headlines
from communique.reading.results import Candidate, Drop
from communique.text.document import Document

_EMPTY: tuple[Any, ...] = (None, (), "", [])
_USUAL = "in_person"


def settle(document: Document, candidates: list[Candidate], drops: list[Drop]) -> list[Record]:
    """The document's records, sorted by place; adds to `drops` what breaks the contract."""
    keyed: dict[tuple[Any, ...], Groups] = {}
    groups: list[Group] = []
    for candidate in _courteous(_answered(join_headlines(candidates))):
        key = _key(candidate)
        if key not in keyed:
            keyed[key] = Groups(document.date)
        new = keyed[key].add(candidate)
        if new is not None:
            groups.append(new)
    records = []
    for group in groups:
        record = _record(document, group, drops)
        if record is not None:
            records.append(record)
    records.sort(key=lambda r: (r.evidence[0].start, r.evidence[0].end, r.kind, r.id))
    return _distinct(records)


def _distinct(records: list[Record]) -> list[Record]:
    seen: set[str] = set()
    out = []
    for record in records:
        if record.id not in seen:
            seen.add(record.id)
            out.append(record)
    return out


def _courteous(candidates: list[Candidate]) -> list[Candidate]:
    """Join a courtesy to a state to the one right before it, which tells whom of that state it is for."""
    out: list[Candidate] = []
    for candidate in candidates:
        before = out[-1] if out and candidate.kind == "courtesy" else None
        if before is None or before.kind != "courtesy" or not _same_courtesy(before, candidate):
            out.append(candidate)
        elif not before.slots["reason"]:
            slots = {**before.slots, "reason": candidate.slots["reason"]}
            out[-1] = msgspec.structs.replace(before, slots=slots)
    return out


def _same_courtesy(named: Candidate, nameless: Candidate) -> bool:
    """Whether the second is the first told again in its sentence, without the person it is for."""
    one, other = named.slots, nameless.slots
    same = one["act"] == other["act"] and one["by"] == other["by"] and named.spans == nameless.spans
    return same and other["to"].name is None and one["to"].country == other["to"].country


def _answered(candidates: list[Candidate]) -> list[Candidate]:
    """Join answers to the invitations before them; an answer alone is a record where it tells whereto."""
    out: list[Candidate] = []
    pending: dict[int, None] = {}
    for candidate in candidates:
        slots = candidate.slots
        if candidate.kind == "invitation" and slots.get("inviter") is None:
            country = slots["invitee"].country
            joined = [i for i in pending if country in (None, out[i].slots["invitee"].country)]
            if not joined and slots.get("destination") and country:
                inviter = Actor(None, slots["destination"])
                out.append(msgspec.structs.replace(candidate, slots={**slots, "inviter": inviter}))
            for i in joined:
                other = out[i]
                if slots["accepted"] is not None:
                    del pending[i]
                out[i] = msgspec.structs.replace(
                    other,
                    slots={**other.slots, "accepted": slots["accepted"]},
                    spans=other.spans + candidate.spans,
                )
            continue
        if candidate.kind == "invitation" and slots.get("accepted") is None:
            pending[len(out)] = None
        out.append(candidate)
    return out


def _key(candidate: Candidate) -> tuple[Any, ...]:
    """What makes two candidates one fact told twice."""
    kind, slots = candidate.kind, candidate.slots
    if kind == "meeting":
        return kind, tuple(sorted(slots["countries"])), candidate.modality
    if kind == "visit":
        return kind, slots["visitor"].country, slots["destination"], candidate.modality
    if kind == "partnership":
        return kind, slots["tier"], tuple(sorted(slots["parties"]))
    if kind == "agreement":
        return kind, slots["instrument"], slots["status"], tuple(sorted(slots["parties"]))
    if kind == "act":
        return (
            kind,
            slots["plover"],
            tuple(sorted(slots["by"])),
            tuple(sorted(slots["toward"])),
            candidate.modality,
            candidate.rule,
        )
    if kind in ("project", "gathering"):
        return kind, " ".join(str(slots["name"]).lower().split()), slots.get("ordinal")
    if kind == "indicator":
        here = candidate.spans if slots["measure"] == "other" else ()
        who = slots["reporter"] if slots["measure"] == "rank" else None
        return (
            kind,
            slots["measure"],
            slots["value"],
            slots["unit"],
            slots["partner"],
            slots["period"],
            here,
            who,
        )
    if kind == "person":
        return kind, slots["name"], slots["country"]
    if kind == "invitation":
        return kind, slots["inviter"].country, slots["invitee"].country, slots.get("to")
    if kind == "courtesy":
        return kind, slots["by"], slots["to"], slots["act"], candidate.spans
    return kind, tuple(sorted([(name, repr(value)) for name, value in slots.items()])), candidate.spans


def _record(document: Document, group: list[Candidate], drops: list[Drop]) -> Record | None:
    first = group[0]
    slots = dict(first.slots)
    for candidate in group[1:]:
        for name, value in candidate.slots.items():
            if slots.get(name) in _EMPTY:
                slots[name] = value
    if first.kind == "meeting":
        slots["participants"] = _participants(group)
        slots["format"] = _format(group)
        slots["place"] = slots["place"] if slots["format"] == _USUAL else None
    if first.kind == "project":
        for name in ("parties", "connects"):
            slots[name] = tuple(dict.fromkeys(v for c in group for v in c.slots[name]))
    if first.kind == "agreement":
        slots["title"] = max((c.slots["title"] or "" for c in group), key=len) or None
    if len(group) == 1 and len(first.spans) == 1:
        spans, attribution = [*first.spans], first.attribution
    else:
        spans = merged([s for c in group for s in c.spans])
        attribution = next((c.attribution for c in group if c.attribution), first.attribution)
    led = merged([s for c in group for s in c.led if s not in spans])
    evidence = tuple([Evidence.of(document.text, s) for s in (*spans, *led)])
    values = {
        "kind": first.kind,
        "id": "",
        "doc": document.id,
        "evidence": evidence,
        "lang": document.lang,
        "attribution": attribution,
        "modality": first.modality,
        "confidence": first.confidence,
        "rule": first.rule,
    }
    values.update([(name, value) for name, value in slots.items() if value is not None])
    try:
        record: Record = msgspec.convert(values, BY_NAME[first.kind])
    except msgspec.ValidationError as error:
        drops.append(Drop(spans[0].start, spans[0].end, first.kind, first.rule, str(error)))
        return None
    # Nobody has seen the record yet: its id is only known once all else is.
    msgspec.structs.force_setattr(record, "id", record_id(record))
    return record


def _participants(group: list[Candidate]) -> tuple[Any, ...]:
    out: list[Any] = []
    for candidate in group:
        for participant in candidate.slots["participants"]:
            if participant not in out:
                out.append(participant)
    return tuple(out)


def _format(group: list[Candidate]) -> str | None:
    """The format that a telling names, where none says that the sides met in a place."""
    told = (c.slots["format"] for c in group if c.slots["format"] not in (None, _USUAL))
    placed = any(c.slots["place"] and c.slots["place"].name for c in group)
    apart = None if placed else next(told, None)
    first: str | None = group[0].slots["format"]
    return apart or first
