"""From candidates to records: values checked, repetitions joined, ids given, order fixed."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.base.spans import Evidence, merged
from communique.kinds.identity import record_id
from communique.kinds.record import Record
from communique.kinds.registry import BY_NAME
from communique.reading.headlines import join_headlines
from communique.reading.results import Candidate, Drop
from communique.text.document import Document

_MONTH = 7
_ECHO = 0.5
"""Confidence up to which a meeting is only mentioned, and may be any that was told before."""
_YEAR = 4
_EMPTY: tuple[Any, ...] = (None, (), "", [])


def settle(document: Document, candidates: list[Candidate], drops: list[Drop]) -> list[Record]:
    """The document's records, sorted by place; adds to `drops` what breaks the contract."""
    groups: dict[tuple[Any, ...], list[Candidate]] = {}
    for candidate in _answered(join_headlines(candidates)):
        key = _key(candidate)
        number = 0
        while not _same_title(groups.get((*key, number), []), candidate, document.date):
            number += 1
        groups.setdefault((*key, number), []).append(candidate)
    records = []
    for group in groups.values():
        record = _record(document, group, drops)
        if record is not None:
            records.append(record)
    records.sort(key=lambda r: (r.evidence[0].start, r.evidence[0].end, r.kind, r.id))
    return _distinct(records)


def _same_title(group: list[Candidate], candidate: Candidate, told: str | None) -> bool:
    """Whether an instrument's title may name a group's: the words of one are in the other."""
    if candidate.kind == "meeting":
        return _may_be_one(group, candidate, told)
    if candidate.kind != "agreement":
        return True
    words = _title_words(candidate)
    others = [w for c in group if (w := _title_words(c))]
    return not words or not others or any(words <= w or w <= words for w in others)


def _may_be_one(group: list[Candidate], candidate: Candidate, told: str | None) -> bool:
    """Whether a meeting may be the one that a group is about: no other month, no other people.

    A meeting of another year than the document's is none that is told without a date.
    """
    days = {c.slots["date"] for c in (*group, candidate) if c.slots["date"]}
    if len({day[:_MONTH] for day in days}) > 1:
        return False
    undated = any(not c.slots["date"] for c in group) and bool(candidate.slots["date"])
    if undated and told and all(day[:_YEAR] != told[:_YEAR] for day in days):
        return False
    names = {a.name for a in candidate.slots["participants"]}
    if len(names) < 2:
        return True
    known = [{a.name for a in c.slots["participants"]} for c in group]
    if len(days) > 1 and any(
        len(others) > 1 and not (names <= others or others <= names) for others in known
    ):
        return False
    if any(_with_others(candidate, other) for other in group):
        return False
    return all(len(others) < 2 or names & others for others in known)


def _with_others(one: Candidate, two: Candidate) -> bool:
    """Whether two meetings, both told as such, are with other persons of one side."""
    first, second = _by_side(one), _by_side(two)
    if min(one.confidence, two.confidence) <= _ECHO or len(first) < 2 or len(second) < 2:
        return False
    return any(not first[side] & second[side] for side in first.keys() & second.keys())


def _by_side(candidate: Candidate) -> dict[str | None, set[str | None]]:
    """The persons of a meeting by the state they are of."""
    out: dict[str | None, set[str | None]] = {}
    for who in candidate.slots["participants"]:
        out.setdefault(who.country, set()).add(who.name)
    return out


def _title_words(candidate: Candidate) -> set[str]:
    """The words of a title behind or before the instrument's bare noun, none for the bare noun."""
    found = {w for w in str(candidate.slots.get("title") or "").lower().split() if len(w) > 3}
    return found if len(found) > 1 else set()


def _distinct(records: list[Record]) -> list[Record]:
    seen: set[str] = set()
    out = []
    for record in records:
        if record.id not in seen:
            seen.add(record.id)
            out.append(record)
    return out


def _answered(candidates: list[Candidate]) -> list[Candidate]:
    """Join answers to the invitations before them; an answer alone is no record."""
    out: list[Candidate] = []
    pending: dict[int, None] = {}
    for candidate in candidates:
        slots = candidate.slots
        if candidate.kind == "invitation" and slots.get("inviter") is None:
            country = slots["invitee"].country
            for i in list(pending):
                other = out[i]
                if country in (None, other.slots["invitee"].country):
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
        return kind, slots["measure"], slots["value"], slots["unit"], slots["partner"], slots["period"], here
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
    evidence = tuple([Evidence.of(document.text, s) for s in spans])
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
        out.extend(p for p in candidate.slots["participants"] if p not in out)
    return tuple(out)
