"""Mechanisms: dialogues, commissions and summits that meet again, round by round."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from communique.base.edtf import bounds
from communique.kinds.gathering import Gathering
from communique.ledger.stored import Stored
from communique.resolve.wording import tokens
from communique.views.scene import Scene, documents, quote

_ROUND = re.compile(r"\d+")
_SHARE = 0.75


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting of a mechanism; `day` is its own where a text gives it, else the report's."""

    number: int | None
    day: str | None
    place: str | None
    ahead: bool
    quote: str
    documents: tuple[str, ...]


class Mechanism(msgspec.Struct, frozen=True, kw_only=True):
    """A mechanism with its rounds; `overdue` when the next round's day has passed and no text tells it took
    place."""

    name: str
    type: str | None
    states: tuple[str, ...]
    rounds: tuple[Round, ...]
    last: str | None
    next: str | None
    overdue: bool


def mechanisms(scene: Scene, states: Iterable[str] = (), today: dt.date | None = None) -> list[Mechanism]:
    """The mechanisms that these states host or take part in, by name: gatherings that bear a number, or that two
    events tell of under one name."""
    groups: list[tuple[frozenset[str], list[list[Stored]]]] = []
    for event in scene.events("gathering", states):
        told = scene.tellings(event)
        name = _bare(told[0])
        home = next((g for g in groups if _alike(g[0], name)), None)
        if home is None:
            groups.append((name, [told]))
        else:
            home[1].append(told)
    found = [_mechanism(rounds, today) for _, rounds in groups]
    return sorted((m for m in found if len(m.rounds) > 1 or m.rounds[0].number), key=lambda m: m.name)


def _bare(stored: Stored) -> frozenset[str]:
    """The words of a gathering's name without its number."""
    record = stored.record
    assert isinstance(record, Gathering)
    return frozenset(word for word in tokens(record.name) if not _ROUND.fullmatch(word))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    return least > 1 and len(one & other) / least >= _SHARE


def _mechanism(rounds: list[list[Stored]], today: dt.date | None) -> Mechanism:
    made = sorted((_round(told) for told in rounds), key=lambda r: (r.number or 0, r.day or "9999"))
    first = rounds[0][0].record
    assert isinstance(first, Gathering)
    done = [r.day for r in made if not r.ahead and r.day]
    ahead = [r.day for r in made if r.ahead and r.day and (not done or r.day > max(done))]
    following = min(ahead, default=None)
    hosts = {code for told in rounds for s in told if (code := getattr(s.record, "host", None))}
    return Mechanism(
        name=max((str(getattr(s.record, "name", "")) for told in rounds for s in told), key=len),
        type=first.type,
        states=tuple(sorted(hosts)),
        rounds=tuple(made),
        last=max(done, default=None),
        next=following,
        overdue=bool(following and today and bounds(following)[1] < today),
    )


def _round(told: list[Stored]) -> Round:
    records = [s.record for s in told if isinstance(s.record, Gathering)]
    place = next((r.place for r in records if r.place), None)
    return Round(
        number=next((r.ordinal for r in records if r.ordinal), None),
        day=next((r.date for r in records if r.date), told[0].document.date),
        place=place.name or place.country if place else None,
        ahead=all(r.modality != "actual" for r in records),
        quote=quote(told[0]),
        documents=documents(told),
    )
