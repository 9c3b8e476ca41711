"""Who supports, opposes, condemns or recognises what, and whether the other side answers in kind."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.kinds.position import Position
from communique.ledger.stored import Stored
from communique.resolve.wording import tokens
from communique.views.scene import Scene, documents, quote, reported_key

_SHARE = 0.5


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """A position of one side. `returned` holds the quotes with which those it is toward, or others that the same
    text pairs it with, take the same stance toward it; `shared` the others that hold it too."""

    by: tuple[str, ...]
    stance: str
    issue: str | None
    toward: tuple[str, ...]
    day: str | None
    modality: str
    shared: tuple[str, ...]
    returned: tuple[str, ...]
    quote: str
    documents: tuple[str, ...]


def stances(scene: Scene, states: Iterable[str] = ()) -> list[Stance]:
    """The positions in which all of these states take part, by side and day."""
    wanted = set(states)
    held = [s for s in sorted(scene.told, key=reported_key) if isinstance(s.record, Position)]
    chosen = [s for s in held if wanted <= {*_position(s).by, *_position(s).toward}]
    groups: dict[tuple[object, ...], list[Stored]] = {}
    for stored in chosen:
        record = _position(stored)
        key = (
            record.by,
            record.stance,
            record.modality,
            " ".join(sorted(tokens(record.issue))),
            record.toward,
        )
        groups.setdefault(key, []).append(stored)
    return sorted(
        (_stance(group, held) for group in groups.values()), key=lambda s: (s.by, s.day or "9999", s.quote)
    )


def _stance(group: list[Stored], held: list[Stored]) -> Stance:
    first = group[0]
    record = _position(first)
    same = [s for s in held if _position(s).stance == record.stance and _position(s).by != record.by]
    shared = {code for s in same if _alike(record, _position(s)) for code in _position(s).by}
    returned = [quote(s) for s in same if _answers(record, _position(s))]
    return Stance(
        by=record.by,
        stance=record.stance,
        issue=record.issue,
        toward=record.toward,
        day=first.document.date,
        modality=record.modality,
        shared=tuple(sorted(shared - set(record.by))),
        returned=tuple(dict.fromkeys(returned)),
        quote=quote(first),
        documents=documents(group),
    )


def _alike(one: Position, other: Position) -> bool:
    """Whether two positions are on one issue, by the words that they share."""
    a, b = tokens(one.issue), tokens(other.issue)
    return len(a & b) > 1 and len(a & b) / min(len(a), len(b)) > _SHARE


def _answers(one: Position, other: Position) -> bool:
    """Whether the other side takes the stance toward this one that this one takes toward it."""
    return bool(set(one.toward) & set(other.by)) and bool(set(other.toward) & set(one.by))


def _position(stored: Stored) -> Position:
    assert isinstance(stored.record, Position)
    return stored.record
